package prose

import (
	"slices"
	"strings"
	"unicode"

	"dossier/tools/internal/quantity"
)

// Foreign reports whether a number is written as in the other of the two languages
// whose figures are read, and names it: "1,5 million" and "3 Mrd." in English,
// "1.5 Millionen" and "3bn" in German. Swiss German writes the point.
func (t *Text) Foreign(q quantity.Quantity) (language string, foreign bool) {
	english := t.english()
	switch {
	case english && (q.Notation == quantity.Comma || t.dotted(q) || foreignWord(t.around(q), germanWords)):
		return "German", true
	case !english && (q.Notation == quantity.Point && !t.swiss() || foreignWord(t.around(q), englishWords)):
		return "English", true
	}
	return "", false
}

func (t *Text) english() bool { return strings.HasPrefix(strings.ToLower(t.Lang), "en") }

func (t *Text) swiss() bool {
	tag := strings.ToLower(t.Lang)
	return strings.HasSuffix(tag, "-ch") || strings.HasSuffix(tag, "-li")
}

// Words of magnitude and measure that the other language does not write so. German
// nouns have a capital, which tells a "Million" from a "million".
var (
	germanWords  = strings.Fields("Mio Mrd Millionen Milliarde Milliarden Billionen Prozent Prozentpunkte")
	englishWords = strings.Fields("million billion trillion bn percent thousand hundred")
)

// around returns the words of a finding and the one behind it.
func (t *Text) around(q quantity.Quantity) string {
	end := q.End
	if rest := strings.TrimLeft(t.Text[end:], " \u00a0\u202f"); len(rest) > 0 {
		end = len(t.Text) - len(rest)
		end += strings.IndexFunc(rest+" ", func(r rune) bool { return !unicode.IsLetter(r) })
	}
	return t.Text[q.Start:min(end, len(t.Text))]
}

func foreignWord(text string, words []string) bool {
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.Contains(words, w) {
			return true
		}
	}
	return false
}

// dotted reports whether a date has its day with a full stop: "24. August",
// "24.08.2020". English that reads no date there has a number before a month.
func (t *Text) dotted(q quantity.Quantity) bool {
	switch q.Kind {
	case quantity.Date:
		text := t.Of(q)
		at := strings.IndexByte(text, '.')
		return at > 0 && at < len(text)-1 && unicode.IsDigit(rune(text[at-1]))
	case quantity.Count, quantity.Ordinal:
		end := q.Start + len(strings.TrimSuffix(t.Of(q), "."))
		month := end + len(". ")
		return strings.HasPrefix(t.Text[end:], ". ") && slices.ContainsFunc(t.Figures, func(o quantity.Quantity) bool {
			return o.Kind == quantity.Date && o.Start == month && !unicode.IsDigit(rune(t.Text[month])) && end-q.Start <= 2
		})
	}
	return false
}
