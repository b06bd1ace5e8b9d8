package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/markdown"
)

// shape compares what Markdown makes of the two texts: a translation that begins
// with "1." has become a list, one with an odd asterisk shows it to readers.
// Links, code and shortcodes are compared by name elsewhere, with errors.
func shape(p *pair) diag.List {
	if !p.inline {
		return nil
	}
	if want, got := blockShape(p.source), blockShape(p.entry.Other); want != got && !strings.HasPrefix(want, got) {
		return diag.List{p.warn(0, "translation-shape", "the translation of %s reads as %s, the source as %s", p.entry.ID, blockWords(got), blockWords(want)).
			WithHint(`a text must not begin like a list, a heading or a table; put \ before the sign`)}
	}
	if !strings.ContainsAny(p.source+p.entry.Other, "*_~\n") {
		return nil
	}
	want, got := marks(p.source), marks(p.entry.Other)
	for _, m := range emphases {
		if want[m.name] != got[m.name] {
			return diag.List{p.warn(0, "translation-shape", "the translation of %s has %d × %s, the source %d", p.entry.ID, got[m.name], m.written, want[m.name]).
				WithHint("mark the words that the source marks; write \\* for an asterisk that readers should see")}
		}
	}
	return nil
}

// blockShape returns what Markdown makes of a text. A single line that begins with
// a letter is a paragraph, and need not be parsed.
func blockShape(text string) string {
	if r, _ := utf8.DecodeRuneInString(text); unicode.IsLetter(r) && !strings.Contains(text, "\n") {
		return "p"
	}
	return markdown.Shape([]byte(text))
}

// emphases are the marks whose number is the same in every language.
var emphases = []struct{ name, written string }{
	{"strong", "**strong**"}, {"em", "*emphasis*"}, {"del", "~~deleted~~"}, {"br", "line break"},
}

// marks counts the inline elements of a text by name.
func marks(text string) map[string]int {
	n := map[string]int{}
	for _, name := range strings.FieldsFunc(markdown.InlineShape(text), func(r rune) bool { return r == ' ' || r == '(' || r == ')' }) {
		n[name]++
	}
	return n
}

// blockWords names blocks for a translator.
func blockWords(shape string) string {
	for prefix, word := range map[string]string{
		"ul": "a list", "ol": "a numbered list", "quote": "a quotation", "code": "code", "h1": "a heading", "h2": "a heading", "h3": "a heading",
		"h4": "a heading", "h5": "a heading", "h6": "a heading", "hr": "a line", "table": "a table", "html": "raw HTML", "dl": "a definition", "def": "a link definition",
	} {
		if strings.HasPrefix(shape, prefix) && !strings.Contains(shape, " ") {
			return word
		}
	}
	if shape == "p" {
		return "a paragraph"
	}
	return "several blocks"
}
