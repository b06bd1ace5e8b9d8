package locale

import "strings"

// Percent writes a percentage, 24.99 for 24,99 %: "24,99 %" in German, with a
// narrow space that does not break, and "24.99%" in English.
func (l *Locale) Percent(v string) string {
	d, ok := parse(v)
	if !ok {
		return v + "%"
	}
	return l.signed(d, l.percent(l.plain(d)))
}

func (l *Locale) percent(number string) string {
	pattern := l.table.Percent
	if narrowPercent(l.spoken()) {
		pattern = strings.Replace(pattern, noBreak, narrow, 1)
	}
	return strings.Replace(pattern, "#,##0", number, 1)
}

// Unit writes a value with a measuring unit, by CLDR's short name: "hour",
// "kilometer", "percent". Long is "34,3 Milliarden Stunden", Short "34,3 Mrd.
// Std.", Full all digits with the unit's long name. It returns false for what CLDR
// has no name for, such as a counted noun.
func (l *Locale) Unit(v, unit string, style Style) (string, bool) {
	if unit == percent {
		return l.Percent(v), true
	}
	u, known := l.table.Units[unit]
	if !known {
		return "", false
	}
	d, ok := parse(v)
	if !ok {
		return v + " " + unit, true
	}
	number, exponent := l.number(d, l.magnitudes(style))
	amount := spread{l.signed(d, number), l.category(d, exponent), exponent > 0}
	return l.measured(amount, u, style, !d.negative && d.fraction == ""), true
}

// UnitRange writes a range with a measuring unit: "2 bis 3 Stunden", "2–3 Std.",
// "5 bis 10 %". It returns false as Unit does.
func (l *Locale) UnitRange(low, high, unit string, style Style) (string, bool) {
	u, known := l.table.Units[unit]
	if !known && unit != percent {
		return "", false
	}
	r, ok := parseRange(low, high)
	switch {
	case !ok:
		return low + " – " + high + " " + unit, true
	case unit == percent:
		return l.percent(l.to(l.signed(r.low, l.plain(r.low)), l.signed(r.high, l.plain(r.high)), style, r.negative())), true
	}
	return l.measured(l.spread(r, style), u, style, false), true
}

// percent is CLDR's name of a unit that has a pattern of its own.
const percent = "percent"

// measured fills a unit's pattern. Some languages have a form for one or two that
// leaves no place for a number ("سنة", a year): it serves the bare number only.
func (l *Locale) measured(amount spread, u unit, style Style, bare bool) string {
	patterns := u.Long
	if style == Short {
		patterns = u.Short
	}
	pattern, ok := patterns[amount.category]
	if !ok || !strings.Contains(pattern, "{0}") && (!bare || amount.scaled) {
		pattern = patterns["other"]
	}
	before, after, _ := strings.Cut(pattern, "{0}")
	name, apart := strings.CutPrefix(strings.Replace(after, noBreak, " ", 1), " ")
	switch {
	case !strings.Contains(pattern, "{0}"):
		return pattern
	case apart && amount.scaled && style.words():
		after = " " + l.ofMagnitude(name) + name
	case apart && style == Short && narrowUnit(l.spoken()):
		after = narrow + name
	case apart:
		after = noBreak + name
	}
	return hold(before) + amount.text + after
}
