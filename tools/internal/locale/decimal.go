package locale

import "strings"

// decimal is an exact decimal number as its digits.
type decimal struct {
	negative bool
	whole    string // without zeros in front, "0" if there are no others
	fraction string // as written, zeros at the end included; may be empty
}

// parse reads an optional minus, digits, and perhaps a point with more digits.
func parse(s string) (decimal, bool) {
	var d decimal
	s, d.negative = strings.CutPrefix(s, "-")
	whole, fraction, point := strings.Cut(s, ".")
	if !digits(whole) || point && !digits(fraction) {
		return decimal{}, false
	}
	d.whole, d.fraction = strings.TrimLeft(whole, "0"), fraction
	if d.whole == "" {
		d.whole = "0"
	}
	return d, true
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// abs returns the number without its sign.
func (d decimal) abs() decimal { return decimal{false, d.whole, d.fraction} }

func (d decimal) isZero() bool { return strings.Trim(d.whole+d.fraction, "0") == "" }

// shift divides by a power of ten and drops the zeros at the end of the fraction,
// which a change of magnitude has made meaningless.
func (d decimal) shift(places int) decimal {
	whole := d.whole
	if len(whole) <= places {
		whole = strings.Repeat("0", places+1-len(whole)) + whole
	}
	point := len(whole) - places
	d.fraction = strings.TrimRight(whole[point:]+d.fraction, "0")
	d.whole = whole[:point]
	return d
}

// group writes the digits before the decimal separator in groups of three, if
// there are at least so many before the first group.
func group(whole, separator string, least int) string {
	if len(whole) < 3+max(1, least) {
		return whole
	}
	var b strings.Builder
	for i, c := range []byte(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(separator)
		}
		b.WriteByte(c)
	}
	return b.String()
}

// text writes a number without its sign.
func (l *Locale) text(d decimal, separator string, least int) string {
	s := group(d.whole, separator, least)
	if d.fraction != "" {
		s += l.table.Decimal + d.fraction
	}
	return s
}

func (l *Locale) plain(d decimal) string { return l.text(d, l.table.Group, l.table.MinGrouping) }

// signed puts the minus before a text that was made of the number without it.
// Nought has none.
func (l *Locale) signed(d decimal, text string) string {
	if d.negative && !d.isZero() {
		return l.table.Minus + text
	}
	return text
}

// Decimal writes a value in full: "1234567.5" is "1.234.567,5" in German. Zeros
// at the end of the fraction stay. Four digits are grouped where CLDR does it
// ("1.234" in German, "1234" in Spanish).
func (l *Locale) Decimal(v string) string {
	d, ok := parse(v)
	if !ok {
		return v
	}
	return l.signed(d, l.plain(d))
}
