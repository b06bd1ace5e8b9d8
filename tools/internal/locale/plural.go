package locale

import (
	"math/big"
	"strings"
)

// Plural returns the CLDR plural category (zero one two few many other) of an
// exact decimal, by the rules of UTS 35, part 3, "Language Plural Rules".
func (l *Locale) Plural(v string) string { return l.pluralOf(v, 0) }

// pluralOf is Plural of a number of which so many digits are said by a word for a
// power of ten: "2,5 millions de dollars", but "2 500 000 dollars".
func (l *Locale) pluralOf(v string, exponent int) string {
	if !isDecimal(v) {
		return "other"
	}
	o := operandsOf(v)
	o['c'] = big.NewRat(int64(exponent), 1)
	o['e'] = o['c']
	for _, category := range []string{"zero", "one", "two", "few", "many"} {
		if rule, ok := l.table.Plurals[category]; ok && o.matches(rule) {
			return category
		}
	}
	return "other"
}

// operands are UTS 35's: n the absolute value, i its integer digits, f and t the
// visible decimals with and without trailing zeros, v and w how many those are.
// c and e are the power of ten that compact notation says in a word.
type operands map[byte]*big.Rat

func operandsOf(s string) operands {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	trimmed := strings.TrimRight(fraction, "0")
	rational := func(digits string) *big.Rat {
		r, _ := new(big.Rat).SetString(digits)
		return r
	}
	return operands{
		'n': rational(whole + "." + fraction + "0"), 'i': rational(whole), 'f': rational("0" + fraction), 't': rational("0" + trimmed),
		'v': big.NewRat(int64(len(fraction)), 1), 'w': big.NewRat(int64(len(trimmed)), 1),
	}
}

func (o operands) matches(rule string) bool {
	for and := range strings.SplitSeq(rule, " or ") {
		all := true
		for relation := range strings.SplitSeq(and, " and ") {
			all = all && o.holds(strings.TrimSpace(relation))
		}
		if all {
			return true
		}
	}
	return false
}

// holds evaluates one relation: "n % 100 = 3..10", "v != 0".
func (o operands) holds(relation string) bool {
	left, right, negated := strings.Cut(relation, " != ")
	if !negated {
		left, right, _ = strings.Cut(relation, " = ")
	}
	name, modulus, mod := strings.Cut(left, " % ")
	x, ok := o[name[0]]
	if !ok {
		return false
	}
	if mod {
		m, _ := new(big.Rat).SetString(modulus)
		quotient := new(big.Rat).Quo(x, m)
		floor := new(big.Int).Quo(quotient.Num(), quotient.Denom())
		x = new(big.Rat).Sub(x, new(big.Rat).Mul(m, new(big.Rat).SetInt(floor)))
	}
	return within(x, right) != negated
}

func within(x *big.Rat, ranges string) bool {
	for r := range strings.SplitSeq(ranges, ",") {
		low, high, isRange := strings.Cut(r, "..")
		if !isRange {
			high = low
		}
		a, _ := new(big.Rat).SetString(low)
		b, _ := new(big.Rat).SetString(high)
		if x.IsInt() && x.Cmp(a) >= 0 && x.Cmp(b) <= 0 {
			return true
		}
	}
	return false
}
