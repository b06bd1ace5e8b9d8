package locale

import (
	"math/big"
	"strconv"
	"strings"
)

// Style says how long a form to write.
type Style int

// The styles: with magnitude words and names ("34,3 Milliarden US-Dollar"), with
// abbreviations and symbols ("34,3 Mrd. $"), or all digits ("34.300.000.000 $").
const (
	Long Style = iota
	Short
	Full
)

const (
	noBreak = "\u00a0"
	narrow  = "\u202f"
)

// isDecimal reports whether v is an exact decimal: a minus, digits, a point and
// more digits, the first and the last two parts optional.
func isDecimal(v string) bool {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(v, "-"), ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (!point || digits(fraction))
}

// Decimal writes an exact decimal in full: "1234567.5" is "1.234.567,5". What is
// no decimal comes back as it is; so it does from every function here.
func (l *Locale) Decimal(v string) string {
	if !isDecimal(v) {
		return v
	}
	least, _ := strconv.Atoi(l.table.MinGrouping)
	return l.grouped(v, least)
}

// scaled writes the number before a magnitude word, where a single digit is not
// set apart (UTS 35, part 3, "Compact Number Formats"): "1000 Billionen".
func (l *Locale) scaled(v string) string { return l.grouped(v, 2) }

// grouped sets a separator between thousands if at least so many digits stand
// before the first.
func (l *Locale) grouped(v string, least int) string {
	v, negative := strings.CutPrefix(v, "-")
	whole, fraction, _ := strings.Cut(v, ".")
	if len(whole) >= 3+max(1, least) {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + l.table.Group + whole[i:]
		}
	}
	if fraction != "" {
		whole += l.table.Decimal + fraction
	}
	if negative {
		return l.table.Minus + whole
	}
	return whole
}

// Compact writes a value with a magnitude word from a million up: "1000000000"
// is "1 Milliarde", "34300000000" is "34,3 Milliarden". What has more than three
// decimals in its magnitude is written in full.
func (l *Locale) Compact(v string) string { return l.compact(v, l.table.Long) }

// CompactShort writes a value with an abbreviated magnitude: "1 Mrd.".
func (l *Locale) CompactShort(v string) string { return l.compact(v, l.table.Short) }

func (l *Locale) compact(v string, patterns map[string]string) string {
	number, pattern, ok := l.scale(v, v, patterns)
	if !ok {
		return l.Decimal(v)
	}
	return fill(pattern, l.scaled(number))
}

// scale divides v by the magnitude of by and returns what is left with the
// magnitude's pattern.
func (l *Locale) scale(v, by string, patterns map[string]string) (number, pattern string, ok bool) {
	if !isDecimal(v) || !isDecimal(by) {
		return "", "", false
	}
	whole, _, _ := strings.Cut(strings.TrimPrefix(by, "-"), ".")
	power := min(len(strings.TrimLeft(whole, "0"))-1, 14)
	if power < 6 {
		return "", "", false
	}
	key := string(rune('0'+power/10)) + string(rune('0'+power%10))
	pattern, ok = patterns[key+"other"]
	zeros := strings.Count(pattern, "0")
	if !ok || zeros == 0 || pattern == "0" {
		return "", "", false
	}
	number, ok = shift(v, power-zeros+1)
	if !ok {
		return "", "", false
	}
	for _, category := range []string{number, l.Plural(number)} { // an exact value may have a form of its own
		if p, found := patterns[key+category]; found {
			return number, p, true
		}
	}
	return number, pattern, true
}

// shift divides a decimal by a power of ten; false if more than three decimals
// would be left.
func shift(v string, places int) (string, bool) {
	r, ok := new(big.Rat).SetString(v)
	if !ok {
		return "", false
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	r.Quo(r, new(big.Rat).SetInt(ten))
	s := r.FloatString(3)
	if exact, _ := new(big.Rat).SetString(s); exact.Cmp(r) != 0 {
		return "", false
	}
	return strings.TrimRight(strings.TrimRight(s, "0"), "."), true
}

// fill puts a number into a pattern such as "0 Mrd'.'" and keeps the two
// together.
func fill(pattern, number string) string {
	pattern = strings.ReplaceAll(pattern, "'", "")
	i, j := strings.IndexByte(pattern, '0'), strings.LastIndexByte(pattern, '0')
	if i < 0 {
		return pattern
	}
	return hold(pattern[:i]) + number + hold(pattern[j+1:])
}

// hold turns spaces into ones that do not break.
func hold(s string) string { return strings.ReplaceAll(s, " ", noBreak) }

// Percent writes a percentage: "24.99" is "24,99 %".
func (l *Locale) Percent(v string) string {
	v, minus := l.sign(v)
	text := minus + strings.Replace(l.table.Percent, "#,##0", l.Decimal(v), 1)
	if l.Language() == "de" {
		text = strings.Replace(text, noBreak, narrow, 1)
	}
	return text
}

// sign takes a minus off a decimal and returns it as the language writes it.
func (l *Locale) sign(v string) (abs, minus string) {
	if abs, ok := strings.CutPrefix(v, "-"); ok && isDecimal(v) {
		return abs, l.table.Minus
	}
	return v, ""
}

// Unit writes a value with a measuring unit, by CLDR's short names: "hour",
// "kilometer". It returns false for what it has no name for, such as a counted
// noun.
func (l *Locale) Unit(v, unit string, style Style) (string, bool) {
	u, ok := l.table.Units[unit]
	if !ok {
		return "", false
	}
	patterns := u.Long
	if style == Short {
		patterns = u.Short
	}
	pattern, ok := patterns[l.Plural(v)]
	if !ok {
		pattern = patterns["other"]
	}
	return hold(strings.Replace(pattern, "{0}", l.Decimal(v), 1)), pattern != ""
}

// Money writes an amount of money; currency is an ISO 4217 code. A currency
// without a name here is written by its code.
func (l *Locale) Money(v, currency string, style Style) string {
	switch abs, minus := l.sign(v); style {
	case Long:
		return l.named(l.Compact(v), v, currency)
	case Short:
		return l.symbol(l.CompactShort(abs), minus, currency)
	default:
		return l.symbol(l.Decimal(abs), minus, currency)
	}
}

// MoneyRange writes a range of money: "2,5 bis 3 Milliarden US-Dollar". Where the
// symbol stands in front, short ranges repeat it: "$2.5bn to $3bn".
func (l *Locale) MoneyRange(low, high, currency string, style Style) string {
	before, _ := l.around("", currency)
	switch {
	case style == Long:
		return l.named(l.Range(low, high), high, currency)
	case before != "" && style == Short && l.Between() != "":
		return l.Money(low, currency, Short) + " " + l.Between() + " " + l.Money(high, currency, Short)
	case style == Short:
		return l.symbol(l.rangeOf(low, high, l.table.Short), "", currency)
	}
	return l.symbol(l.pair(l.Decimal(low), l.Decimal(high)), "", currency)
}

// named puts the name of a currency to a number: "34,3 Milliarden US-Dollar". The
// space between a magnitude and the name may break, that after a bare number
// not.
func (l *Locale) named(number, v, currency string) string {
	if currency == "" {
		return number
	}
	names := l.table.Money[currency]
	name := currency
	category := l.pluralOf(v, l.exponent(v))
	for _, category := range []string{category, "other"} {
		if n, ok := names[category]; ok {
			name = n
			break
		}
	}
	pattern, ok := l.table.MoneyLong[category]
	if !ok {
		pattern = l.table.MoneyLong["other"]
	}
	if l.exponent(v) == 0 {
		pattern = hold(pattern)
	} else if of, ok := partitive[l.Language()]; ok {
		if of.vowel != "" && strings.ContainsRune("aeiouyé", []rune(strings.ToLower(name))[0]) {
			of.usual = of.vowel
		}
		name = of.usual + name
	}
	return strings.NewReplacer("{0}", number, "{1}", name).Replace(pattern)
}

// partitive is what stands between a magnitude and the thing counted, which is a
// noun on its own: "2,5 millions de dollars". CLDR has no pattern for it.
var partitive = map[string]struct{ usual, vowel string }{
	"fr": {"de ", "d’"}, "es": {usual: "de "}, "pt": {usual: "de "}, "it": {usual: "di "},
}

// exponent returns the power of ten that Compact says in words.
func (l *Locale) exponent(v string) int {
	number, _, ok := l.scale(v, v, l.table.Long)
	if !ok {
		return 0
	}
	whole, _, _ := strings.Cut(strings.TrimPrefix(v, "-"), ".")
	scaled, _, _ := strings.Cut(strings.TrimPrefix(number, "-"), ".")
	return len(strings.TrimLeft(whole, "0")) - len(scaled)
}

func (l *Locale) symbol(number, minus, currency string) string {
	before, after := l.around(minus, currency)
	return before + number + after
}

// around returns what stands before and after a number of money: symbol, spaces,
// minus. A currency pattern may have one of its own for what is below zero.
func (l *Locale) around(minus, currency string) (before, after string) {
	symbol := l.table.Money[currency]["symbol"]
	if symbol == "" {
		symbol = currency
	}
	pattern, negative, ok := strings.Cut(l.table.Currency, ";")
	switch {
	case minus != "" && ok:
		pattern = strings.Replace(negative, "-", minus, 1)
	case minus != "":
		pattern = minus + pattern
	}
	if symbol == "" {
		return minus, ""
	}
	before, after, _ = strings.Cut(pattern, "#,##0.00")
	if head, ok := strings.CutSuffix(before, "¤"); ok && isLetter(symbol[len(symbol)-1]) {
		before = head + "¤" + noBreak // UTS 35: a letter keeps its distance from a digit
	}
	return hold(strings.ReplaceAll(before, "¤", symbol)), hold(strings.ReplaceAll(after, "¤", symbol))
}

func isLetter(c byte) bool { return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }

// Range writes a range in words, with the magnitude said once where it is the
// same: "2,5 bis 3 Milliarden".
func (l *Locale) Range(low, high string) string { return l.rangeOf(low, high, l.table.Long) }

func (l *Locale) rangeOf(low, high string, patterns map[string]string) string {
	to := between[l.Language()]
	if to == "" {
		return l.pair(l.compact(low, patterns), l.compact(high, patterns))
	}
	if b, pattern, ok := l.scale(high, high, patterns); ok {
		if a, _, ok := l.scale(low, high, patterns); ok {
			return fill(pattern, l.scaled(a)+" "+to+" "+l.scaled(b))
		}
	}
	return l.compact(low, patterns) + " " + to + " " + l.compact(high, patterns)
}

// between is the word between the ends of a range; other languages take a dash.
var between = map[string]string{"de": "bis", "en": "to", "fr": "à", "es": "a", "it": "a", "nl": "tot", "pt": "a", "sv": "till", "da": "til"}

// Between returns the word between the ends of a range, or "" where a dash is
// usual.
func (l *Locale) Between() string { return between[l.Language()] }

func (l *Locale) pair(a, b string) string {
	return strings.NewReplacer("{0}", a, "{1}", b).Replace(l.table.Range)
}
