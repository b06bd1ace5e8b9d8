package locale

import "strings"

// A magnitude is how a language writes a power of ten: "0 Milliarden" for 10⁹.
// CLDR has one pattern for each power from 10³ and each plural category; its zeros
// say how many digits stand before the decimal separator.
//
// Two rules are ours. Magnitudes begin at a million: newspapers write 19.600, not
// 19,6 Tausend. And a value is not rounded: with more than three decimals in its
// magnitude it is written in full.

const (
	firstPower   = 6 // of the tables
	mostDecimals = 3
)

// scaled is a number in its magnitude.
type scaled struct {
	number   decimal             // without sign
	exponent int                 // of the magnitude
	patterns map[string][]string // plural category: pattern by power
	index    int                 // in patterns
}

// scale brings a number into a magnitude; false where it has none, or not without
// rounding.
func scale(d decimal, patterns map[string][]string) (scaled, bool) {
	other := patterns["other"]
	if len(d.whole) <= firstPower || len(other) == 0 {
		return scaled{}, false
	}
	index := min(len(d.whole)-1-firstPower, len(other)-1)
	exponent := firstPower + index - strings.Count(other[index], "0") + 1
	s := scaled{d.abs().shift(exponent), exponent, patterns, index}
	return s, len(s.number.fraction) <= mostDecimals
}

// pattern returns the magnitude's pattern for a plural category.
func (s scaled) pattern(category string) string {
	if p, ok := s.patterns[category]; ok {
		return p[s.index]
	}
	return s.patterns["other"][s.index]
}

// digits writes the number, without its sign. Before a magnitude, four digits need
// no separator: "1500 M" in Spanish.
func (l *Locale) digits(s scaled) string { return l.text(s.number, l.table.Group, 2) }

// Compact writes a value with a magnitude word from a million up: "1000000000" is
// "1 Milliarde", "34300000000" is "34,3 Milliarden", "19600" is "19.600". What
// would have more than three decimals is written in full: "1.234.567".
func (l *Locale) Compact(v string) string { return l.compact(v, l.table.Long) }

// CompactShort is Compact with the magnitude abbreviated: "1 Mrd.", "34.3bn".
func (l *Locale) CompactShort(v string) string { return l.compact(v, l.table.Short) }

func (l *Locale) compact(v string, patterns map[string][]string) string {
	d, ok := parse(v)
	if !ok {
		return v
	}
	text, _ := l.number(d, patterns)
	return l.signed(d, text)
}

// fill puts a number in the place of a pattern's zeros and keeps the two together.
func fill(pattern, number string) string {
	i, j := strings.IndexByte(pattern, '0'), strings.LastIndexByte(pattern, '0')
	return hold(pattern[:i]) + number + hold(pattern[j+1:])
}

const noBreak = "\u00a0"

// hold turns spaces into ones that do not break.
func hold(s string) string { return strings.ReplaceAll(s, " ", noBreak) }
