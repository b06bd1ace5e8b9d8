package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/tools/internal/diag"
)

// token is a word of a text with its place, and folded for comparison.
type token struct {
	text   string
	folded string
	start  int
}

func (t token) end() int { return t.start + len(t.text) }

// tokens returns the words of a text: letters, digits and what joins them.
func tokens(text string) []token {
	out := make([]token, 0, len(text)/6+1)
	start := -1
	end := func(i int) {
		word := text[start:i]
		if last := word[len(word)-1]; last == '-' || last == '\'' || last >= utf8.RuneSelf {
			word = strings.TrimRight(word, "’'-")
		}
		out = append(out, token{word, fold(word), start})
		start = -1
	}
	for i, r := range text {
		switch inside := inWord(r) || start >= 0 && (r == '’' || r == '\'' || r == '-'); {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			end(i)
		}
	}
	if start >= 0 {
		end(len(text))
	}
	return out
}

// inWord reports whether a rune is a letter, a digit or a mark on one.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// unchanged finds translations that are still the source. Names and terms are
// the same in both languages, so a few words of the language itself have to be
// among them.
func unchanged(p *pair) diag.List {
	if strings.TrimSpace(p.from.Text) != strings.TrimSpace(p.to.Text) || p.sourceLang.base == p.targetLang.base || p.named() {
		return nil
	}
	telling := slices.ContainsFunc(p.toWords, func(t token) bool {
		w := strings.ToLower(t.text)
		return p.sourceLang.common[w] && !p.targetLang.common[w]
	})
	if !telling && len(p.toWords) < 6 {
		return nil
	}
	return diag.List{p.warn(0, "translation-unchanged", "the translation of %s is the source itself", p.entry.ID).
		WithHint("translate it; if it is the same in both languages: dossier ack %s %s --ignore translation-unchanged --reason …", p.targetLang.tag, p.key)}
}

// named reports whether a text is the name of somebody or something, which stays
// in its own language: of actors and places the label, of sources the title.
func (p *pair) named() bool {
	kind, field, _ := strings.Cut(p.key, "/")
	_, field, _ = strings.Cut(field, ".")
	return (kind == "actors" || kind == "places" || kind == "sources") && field != "note"
}

// doubledFine are words that a language puts twice in a row.
var doubledFine = map[string][]string{
	"en": strings.Fields("that had very so no yes bye ha her many really far more on in"),
	"de": strings.Fields("die der das sie den dem ihr sehr so ja nein wie in an aus zu es weit noch"),
	"fr": strings.Fields("nous vous très plus si"), "nl": strings.Fields("die dat heel zeer"), "es": strings.Fields("muy"), "it": strings.Fields("piano"),
}

// doubled finds a word that stands twice, as happens when a sentence is rebuilt.
func doubled(p *pair) diag.List {
	words := p.toWords
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		between := p.to.Text[a.end():b.start]
		if strings.TrimSpace(between) != "" || strings.Contains(between, "\n") || !strings.EqualFold(a.text, b.text) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(b.text)
		if !unicode.IsLower(first) || slices.Contains(doubledFine[p.targetLang.base], strings.ToLower(b.text)) || p.code(b.start) {
			continue
		}
		return diag.List{p.warn(b.start, "translation-doubled", "%q stands twice in a row", b.text).WithHint("delete one of the two")}
	}
	return nil
}

// code reports whether a place of what is seen is in a code span or an address.
func (p *pair) code(at int) bool {
	return slices.ContainsFunc(p.to.Code, func(s span) bool { return s.Start <= at && at < s.End })
}

// leftover finds a stretch of the source's language in the translation: three of
// its little words in a sentence, or two in a short one, outside of quotation
// marks and links, that make up a sixth of it. Titles and names stay as they are,
// and are shorter; "der" and "des", which stand in many names, do not count alone.
func leftover(p *pair) diag.List {
	if p.sourceLang.base == p.targetLang.base || p.from.Text == p.to.Text || p.named() {
		return nil
	}
	if len(p.foreign) == 0 || len(p.targetLang.common) == 0 || !slices.ContainsFunc(p.toWords, func(t token) bool { return p.foreign[t.text] }) {
		return nil
	}
	for _, sentence := range sentences(p.to.Text, p.toWords, p.outside()) {
		sure, maybe, first := 0, 0, -1
		for i, t := range sentence {
			word := t.text
			if i == 0 {
				word = strings.ToLower(word) // capitals inside a sentence are a name's
			}
			switch {
			case p.foreign[word]:
				sure++
			case p.sourceLang.common[word] && !p.targetLang.common[word]:
				maybe++
			default:
				continue
			}
			if first < 0 {
				first = t.start
			}
		}
		n := sure + maybe
		if n*6 >= len(sentence) && (sure >= 1 && n >= 3 || sure >= 2 && len(sentence) <= 8) {
			return diag.List{p.warn(first, "translation-leftover", "%d words of the source's language in one sentence", n).
				WithHint("translate them; a title or name in the other language belongs in quotation marks")}
		}
	}
	return nil
}

// outside returns a test for the places that are the translator's own words: not
// in quotation marks, code or a link to elsewhere.
func (p *pair) outside() func(int) bool {
	quoted := quotations(p.to.Text)
	return func(at int) bool {
		if p.code(at) || slices.ContainsFunc(quoted, func(s span) bool { return s.Start <= at && at < s.End }) {
			return false
		}
		for _, r := range p.to.Refs {
			if s := p.to.Words(r); r.Scheme == "https" || r.Scheme == "http" {
				if s.Start <= at && at < s.End {
					return false
				}
			}
		}
		return true
	}
}

// sentences groups the words that lie in places by sentence.
func sentences(text string, words []token, in func(int) bool) [][]token {
	var out [][]token
	var now []token
	last := 0
	for _, t := range words {
		if strings.ContainsAny(text[last:t.start], ".!?:;\n") && len(now) > 0 {
			out, now = append(out, now), nil
		}
		last = t.end()
		if in(t.start) {
			now = append(now, t)
		}
	}
	return append(out, now)
}

// How much longer or shorter a translation may be than its source, in letters,
// between alphabets, and from how many letters on. Of 700 paragraphs from German
// to English none that is right is outside.
const (
	shortest  = 0.45
	longest   = 2.2
	longUnits = 80
)

// length finds translations that are far shorter or longer than the source.
func length(p *pair) diag.List {
	if len(p.from.Text) < longUnits {
		return nil
	}
	from, to := letters(p.from.Text), letters(p.to.Text)
	ratio := float64(to) / float64(from)
	if from < longUnits || ratio >= shortest && ratio <= longest || dense(p.from.Text) != dense(p.to.Text) {
		return nil
	}
	what := "much shorter"
	if ratio > longest {
		what = "much longer"
	}
	return diag.List{p.warn(0, "translation-length", "the translation of %s is %s than the source: %d letters for %d", p.entry.ID, what, to, from).
		WithHint("look whether a sentence is missing or was translated twice")}
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// dense reports whether a text is written in a script that needs few characters.
func dense(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	})
}
