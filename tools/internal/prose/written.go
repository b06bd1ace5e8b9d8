package prose

import (
	"strings"

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
	var spare map[string]int // made at the first use: most texts match
	for i := range side {
		q := side[i].Quantity
		if side[i].matched || q.Kind != quantity.Count && q.Kind != quantity.Ordinal && q.Kind != quantity.Date || q.Unit != "" || q.Max.Given() {
			continue
		}
		if spare == nil {
			spare = other.spare()
		}
		if words := digits(t.Of(q)); spare[words] > 0 {
			spare[words]--
			side[i].matched = true
		}
	}
}

// digits returns the digits of a number that is written with nothing else: "2",
// "3.2", "5."; else "".
func digits(words string) string {
	words = strings.TrimRight(words, ".,")
	if strings.Trim(words, numerals) != "" {
		return ""
	}
	return words
}

const numerals = "0123456789.,"

// spare counts the runs of digits in a text that no finding has.
func (t *Text) spare() map[string]int {
	runs, figures := map[string]int{}, t.Figures
	for at := 0; ; {
		n := strings.IndexAny(t.Text[at:], "0123456789")
		if n < 0 {
			return runs
		}
		start := at + n
		run := t.Text[start:]
		if end := strings.IndexFunc(run, func(r rune) bool { return !strings.ContainsRune(numerals, r) }); end >= 0 {
			run = run[:end]
		}
		at = start + len(run)
		for len(figures) > 0 && figures[0].End <= start {
			figures = figures[1:]
		}
		if len(figures) == 0 || figures[0].Start >= at {
			runs[strings.TrimRight(run, ".,")]++
		}
	}
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
