package locale

import "strings"

// A range says its magnitude once where both ends can have it: "2,5 bis 3
// Milliarden", "0,9 bis 1,2 Milliarden", but "300 Millionen bis 1,2 Milliarden".
// It must not read as another range: 500 to 2 million is written in full, since
// "500 bis 2 Millionen" would mean 500 million.

// Range writes a range with magnitude words, and in words: "2,5 bis 3 Milliarden",
// "2.5 to 3 billion", "19.600 bis 20.000". Languages whose word for it would
// change the words around it take CLDR's dash.
func (l *Locale) Range(low, high string) string { return l.rangeOf(low, high, Long) }

// RangeWithin writes a range as a sentence has it: "zwischen 2,5 und 3 Milliarden",
// "between 2.5 and 3 billion"; as Range where the language has no such words here.
func (l *Locale) RangeWithin(low, high string) string { return l.rangeOf(low, high, Within) }

// RangeShort writes a range with abbreviated magnitudes and a dash: "2,5–3 Mrd.".
func (l *Locale) RangeShort(low, high string) string { return l.rangeOf(low, high, Short) }

// RangeFull writes a range with all digits and a dash: "2.500–3.000".
func (l *Locale) RangeFull(low, high string) string { return l.rangeOf(low, high, Full) }

func (l *Locale) rangeOf(low, high string, style Style) string {
	r, ok := parseRange(low, high)
	if !ok {
		return low + " – " + high
	}
	return l.spread(r, style).text
}

// numbers are the two ends of a range.
type numbers struct{ low, high decimal }

func parseRange(low, high string) (numbers, bool) {
	a, okA := parse(low)
	b, okB := parse(high)
	return numbers{a, b}, okA && okB
}

// negative reports whether a minus would stand beside the dash.
func (r numbers) negative() bool { return r.low.negative || r.high.negative }

// spread is a range in writing.
type spread struct {
	text     string
	category string // plural of what it counts
	scaled   bool   // with a magnitude at the end
}

func (l *Locale) spread(r numbers, style Style) spread {
	patterns := l.magnitudes(style)
	if low, high, ok := r.share(patterns); ok {
		number := l.to(l.signed(r.low, l.digits(low)), l.signed(r.high, l.digits(high)), style, r.negative())
		pattern := high.pattern(l.rangeCategory(l.category(low.number, 0), l.category(high.number, 0)))
		return spread{fill(pattern, number), l.spreadCategory(r, low.exponent, high.exponent), true}
	}
	low, lowExponent := l.number(r.low, patterns)
	high, highExponent := l.number(r.high, patterns)
	if r.misleading(lowExponent, highExponent) {
		low, high, lowExponent, highExponent = l.plain(r.low), l.plain(r.high), 0, 0
	}
	wide := r.negative() || lowExponent > 0 || highExponent > 0
	text := l.to(l.signed(r.low, low), l.signed(r.high, high), style, wide)
	return spread{text, l.spreadCategory(r, lowExponent, highExponent), highExponent > 0}
}

func (l *Locale) spreadCategory(r numbers, low, high int) string {
	return l.rangeCategory(l.category(r.low, low), l.category(r.high, high))
}

// magnitudes returns the patterns of a style; Full has none.
func (l *Locale) magnitudes(style Style) map[string][]string {
	switch style {
	case Long, Within:
		return l.table.Long
	case Short:
		return l.table.Short
	}
	return nil
}

// number writes a number without its sign, in a magnitude if it has one, and
// returns the magnitude's power of ten.
func (l *Locale) number(d decimal, patterns map[string][]string) (string, int) {
	s, ok := scale(d, patterns)
	if !ok {
		return l.plain(d), 0
	}
	return fill(s.pattern(l.category(s.number, 0)), l.digits(s)), s.exponent
}

// share brings both ends into the magnitude of the high one, if the low one is at
// least half of it.
func (r numbers) share(patterns map[string][]string) (low, high scaled, ok bool) {
	high, ok = scale(r.high, patterns)
	if !ok {
		return low, high, false
	}
	low = high
	low.number = r.low.abs().shift(high.exponent)
	whole, fraction := low.number.whole, low.number.fraction
	ok = len(fraction) <= mostDecimals && (whole != "0" || fraction >= "5") && len(whole) <= 3+len(high.number.whole)
	return low, high, ok
}

// misleading reports whether the low end would seem to have the magnitude of the
// high one.
func (r numbers) misleading(low, high int) bool {
	return low == 0 && high > 0 && len(r.low.whole) <= 3 && !r.low.isZero()
}

// to joins the ends of a range. A wide dash has spaces around it.
func (l *Locale) to(low, high string, style Style, wide bool) string {
	if frame, ok := within[l.spoken()]; style == Within && ok {
		return strings.NewReplacer("{0}", low, "{1}", high).Replace(frame)
	}
	if word := between[l.spoken()]; style.words() && word != "" {
		return low + " " + word + " " + high
	}
	pattern := l.table.Range
	dash := strings.TrimSpace(strings.NewReplacer("{0}", "", "{1}", "").Replace(pattern))
	if wide || strings.Contains(pattern, " ") {
		return low + noBreak + dash + " " + high
	}
	return low + dash + high
}

// Between returns the word between the ends of a range, "bis" or "to"; "" for a
// language that takes a dash.
func (l *Locale) Between() string { return between[l.spoken()] }

// between has the languages where one word between the ends is good style, also
// without one before them ("de 2,5 a 3", "от 2,5 до 3"). CLDR has dashes only.
var between = map[string]string{
	"da": "til", "de": "bis", "en": "to", "es": "a", "fr": "à", "nl": "tot", "pt": "a", "sv": "till",
}

// within has the words around the ends of a range in a sentence. They are ours, as
// CLDR has none; a language is in the table if they change no word beside them.
var within = map[string]string{
	"da": "mellem {0} og {1}", "de": "zwischen {0} und {1}", "en": "between {0} and {1}", "es": "entre {0} y {1}",
	"fr": "entre {0} et {1}", "it": "tra {0} e {1}", "nl": "tussen {0} en {1}", "pt": "entre {0} e {1}", "sv": "mellan {0} och {1}",
}
