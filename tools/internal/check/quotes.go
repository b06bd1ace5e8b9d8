package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/markdown"
)

type span = markdown.Span

// Marks that open or close a quotation in some language, by kind. ’ is left out:
// it is an apostrophe more often.
const (
	quoteMarks = "„“”«»‹›‚‘\""
)

// quotes holds quotation marks to those of the language (CLDR and the language's own
// rules, as locale has them; the inner and the outer pair may change places), and finds quotations
// whose marks were lost.
func quotes(p *pair) diag.List {
	open, shut, innerOpen, innerShut := p.targetLang.locale.Quotes()
	own := open + shut + innerOpen + innerShut + p.targetLang.locale.OtherQuotes()
	for i, r := range p.to.Text {
		if !quoteMark(r) || strings.ContainsRune(own, r) || p.code(i) {
			continue
		}
		if r == '"' && (!typographic(p.from.Text) || inches(p.to.Text, i)) {
			continue
		}
		if p.cited(i) {
			continue
		}
		return diag.List{p.warn(i, "translation-quotes", "the quotation mark %c is not one of %q", r, p.targetLang.tag).
			WithHint("write %s…%s, and inside a quotation %s…%s", open, shut, innerOpen, innerShut)}
	}
	if n := longQuotations(p.from.Text); n > 0 && !strings.ContainsAny(p.to.Text, quoteMarks+"’") {
		return diag.List{p.warn(0, "translation-quotes", "the source quotes somebody, the translation of %s has no quotation marks", p.entry.ID).
			WithHint("a reader should see where somebody else's words begin and end")}
	}
	return nil
}

// quoteMark reports whether a rune is a quotation mark of some language.
func quoteMark(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '"'
	}
	return strings.ContainsRune(quoteMarks, r)
}

// longQuotations counts those of three words or more; a single word in quotation
// marks is often one that another language need not excuse itself for.
func longQuotations(text string) int {
	n := 0
	for _, s := range quotations(text) {
		if len(tokens(text[s.Start:s.End])) >= 3 {
			n++
		}
	}
	return n
}

// cited reports whether a mark stands inside a quotation of the target language:
// a title there keeps the marks of its own.
func (p *pair) cited(at int) bool {
	for _, s := range quotations(p.to.Text) {
		if s.Start < at && at < s.End-1 {
			return true
		}
	}
	return false
}

// typographic reports whether a text has quotation marks that are no straight
// ones, so that its author minds.
func typographic(s string) bool { return strings.ContainsAny(s, "„“”«»") }

// inches reports whether a straight mark follows a digit: 5" is five inches.
func inches(s string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return unicode.IsDigit(r)
}

// enclosing are the pairs of marks of all languages, the opening one first.
// Single ones open only after a blank or bracket, for they are apostrophes too.
var enclosing = []struct{ open, shut string }{
	{"„", "“”"}, {"“", "”"}, {"«", "»"}, {"»", "«"}, {"‚", "‘’"}, {"‘", "’"}, {"\"", "\""}, {"‹", "›"}, {"›", "‹"},
}

// quotations returns the ranges in quotation marks, marks included, outermost
// only.
func quotations(text string) []span {
	var out []span
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		end := 0
		if quoteMark(r) && opens(text, i) {
			end = closes(text, i+size, r)
		}
		if end == 0 {
			i += size
			continue
		}
		out = append(out, span{Start: i, End: end})
		i = end
	}
	return out
}

// opens reports whether a mark can open a quotation: no letter stands before it.
func opens(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return at == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".,!?", r)
}

// closes returns where a quotation ends, after its closing mark, or 0. A single
// mark between letters is an apostrophe.
func closes(text string, from int, open rune) int {
	for _, e := range enclosing {
		if e.open != string(open) {
			continue
		}
		for i, r := range text[from:] {
			if i == 0 || !strings.ContainsRune(e.shut, r) {
				continue
			}
			after, _ := utf8.DecodeRuneInString(text[from+i+utf8.RuneLen(r):])
			if r == '’' && unicode.IsLetter(after) {
				continue
			}
			return from + i + utf8.RuneLen(r)
		}
	}
	return 0
}
