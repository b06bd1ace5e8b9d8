package edtf

import "strings"

// interval leaves out of the start what the end repeats: "18. bis 19. Januar 2025".
// Doubt about both ends is said once, unless "about March to May" would seem to be
// about March alone.
func (s speaker) interval(a, b point) string {
	alike := a.precision == b.precision && a.approximate == b.approximate && a.uncertain == b.uncertain
	start, end := s.point(a), s.point(b)
	switch {
	case !alike:
		return s.join(a, b, s.perhaps(a, s.roughly(a, s.about, start)), s.perhaps(b, s.roughly(b, s.about, end)), false)
	case start == end:
		return s.single(a, Whole)
	case a.precision == ToDay && a.year == b.year && a.month == b.month && !a.approximate:
		return s.perhaps(a, s.days(a.year, a.month, a.day, b.day))
	}
	shorter := withoutSuffix(start, end)
	return s.perhaps(a, s.join(a, b, s.roughly(a, s.about, shorter), s.roughly(b, s.about, end), shorter != start))
}

// join puts the ends of an interval together. A dash without spaces stands between
// single words, also if what follows the second belongs to both.
func (s speaker) join(a, b point, start, end string, shared bool) string {
	pattern := s.between
	if s.betweenThe != "" && s.after.before(a) != "" && s.after.before(b) != "" {
		pattern = s.betweenThe
	}
	if pattern != "" {
		return change(strings.NewReplacer("{a}", start, "{b}", end).Replace(pattern), s.contract)
	}
	if lastSpace(start) >= 0 || lastSpace(end) >= 0 && !shared {
		return start + "\u00a0– " + end
	}
	return start + "–" + end
}

// days words days of one month.
func (s speaker) days(year, month, from, to int) string {
	before, rest, _ := strings.Cut(s.between, "{a}")
	if s.betweenThe != "" {
		before, rest, _ = strings.Cut(s.betweenThe, "{a}")
	}
	between := strings.TrimSuffix(rest, "{b}")
	switch {
	case s.short:
		return s.DaysShort(year, month, from, to, "–")
	case between == "":
		between = "–"
	}
	return before + s.Days(year, month, from, to, between)
}

// withoutSuffix takes off a the words at its end that b ends with too, but never all
// of them.
func withoutSuffix(a, b string) string {
	for {
		i, j := lastSpace(a), lastSpace(b)
		if i < 0 || j < 0 || strings.TrimLeft(a[i:], "\u00a0 ") != strings.TrimLeft(b[j:], "\u00a0 ") {
			return strings.TrimSuffix(a, ",")
		}
		a, b = a[:i], b[:j]
	}
}

func lastSpace(s string) int { return strings.LastIndexAny(s, "\u00a0 ") }
