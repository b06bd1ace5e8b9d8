package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/tools/internal/markdown"
	"dossier/tools/internal/quantity"
)

// marks are the quotation marks of the languages of Europe: what opens, and what
// may close it.
var marks = map[rune]string{
	'„': "“”", '“': "”", '»': "«", '«': "»", '‚': "‘’", '‘': "’", '›': "‹", '‹': "›", '"': `"`, '「': "」", '『': "』",
}

// quotations returns what stands between quotation marks, the marks included. An
// apostrophe closes nothing: it stands between letters, and so does the mark that
// German and others close with, which opens in English.
func quotations(text string) []markdown.Span {
	var spans []markdown.Span
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		closing, opens := marks[r]
		if !opens || before(text, at) {
			at += size
			continue
		}
		end := at + size + ending(text[at+size:], closing)
		if end == at+size {
			at += size
			continue
		}
		spans = append(spans, markdown.Span{Start: at, End: end})
		at = end
	}
	return spans
}

// ending returns how far the closing mark is, itself included; 0 if there is none.
func ending(text, closing string) int {
	for i, r := range text {
		if !strings.ContainsRune(closing, r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		next, _ := utf8.DecodeRuneInString(text[end:])
		if r == '’' && unicode.IsLetter(next) && before(text, i) {
			continue
		}
		return end
	}
	return 0
}

// before reports whether a letter or digit stands right before an offset.
func before(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// Quoted returns the parts of a text that stand between quotation marks.
func (t *Text) Quoted() []markdown.Span {
	if t.quoted == nil {
		t.quoted = quotations(t.Text)
	}
	return t.quoted
}

// InQuotation reports whether a finding stands between quotation marks.
func (t *Text) InQuotation(q quantity.Quantity) bool { return within(t.Quoted(), q) }
