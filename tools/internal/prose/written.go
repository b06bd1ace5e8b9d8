package prose

import (
	"strings"
	"unicode/utf8"

	"dossier/tools/internal/quantity"
)

// What the one text counts may be a name in the other: "SSH-Protokoll 2" has a number,
// "SSH protocol 2" none. As long as it stands there, digit for digit, nothing is lost.

// asWritten settles bare numbers whose digits stand in the other text, outside of all
// that was found there.
func (m *matcher) asWritten() {
	written(m.source, m.a, m.target)
	written(m.target, m.b, m.source)
}

func written(t *Text, side []item, other *Text) {
	var used []Span
	for i := range side {
		q := side[i].Quantity
		if side[i].matched || q.Kind != quantity.Count && q.Kind != quantity.Ordinal && q.Kind != quantity.Date || q.Unit != "" || q.Max.Given() {
			continue
		}
		if at, ok := other.unread(digits(t.Of(q)), used); ok {
			used = append(used, at)
			side[i].matched = true
		}
	}
}

// digits returns the digits of a number that is written with nothing else: "2",
// "3.2", "5."; else "".
func digits(words string) string {
	words = strings.TrimSuffix(words, ".")
	if strings.Trim(words, "0123456789.,") != "" {
		return ""
	}
	return words
}

// unread returns where digits stand by themselves in a text and no finding has them.
func (t *Text) unread(digits string, used []Span) (Span, bool) {
	if digits == "" {
		return Span{}, false
	}
	for from := 0; ; {
		n := strings.Index(t.Text[from:], digits)
		if n < 0 {
			return Span{}, false
		}
		s := Span{Start: from + n, End: from + n + len(digits)}
		from = s.End
		if t.alone(s) && !t.Holds(s) && !within(used, quantity.Quantity{Start: s.Start, End: s.End}) {
			return s, true
		}
	}
}

// alone reports whether a run of digits is not a part of a longer number.
func (t *Text) alone(s Span) bool {
	const more = "0123456789"
	before, after := strings.TrimRight(t.Text[:s.Start], ".,"), strings.TrimLeft(t.Text[s.End:], ".,")
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	return !strings.ContainsRune(more, last) && !strings.ContainsRune(more, first)
}

// double reports whether a finding is the word for twice where it may mean another
// one of the same: "ein doppelter Name", "a double installation". "Doppelt so viele"
// and "double the amount" never do.
func (t *Text) double(q quantity.Quantity) bool {
	words := strings.ToLower(t.Of(q))
	if q.Kind != quantity.Multiple || q.Value.String() != "2" || !strings.HasPrefix(words, "doppel") && words != "double" {
		return false
	}
	next, _, _ := strings.Cut(strings.TrimSpace(t.Text[q.End:]), " ")
	return next != "so" && next != "as" && next != "the" && next != "that" && next != "what"
}
