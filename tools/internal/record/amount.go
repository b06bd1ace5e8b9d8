package record

import (
	"math/big"
	"strings"
)

// An amount is an exact value or range, and how exactly it was written: a value
// stands for every number that would be rounded to it, half a unit of its last
// written digit to each side. "34300000000" was written as 34.3 billion: the
// zeros at the end are not digits that anyone vouches for.
type amount struct{ low, high, slack *big.Rat }

// decimal reports whether s is an exact decimal: an optional minus, digits, and
// at most one point with digits on both sides.
func decimal(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(s, ".")
	return digits(whole) && (!point || digits(fraction)) && len(s) < 64
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func newAmount(value, low, high string) (amount, bool) {
	if value != "" {
		low, high = value, value
	}
	a, okA := new(big.Rat).SetString(low)
	b, okB := new(big.Rat).SetString(high)
	if !okA || !okB {
		return amount{}, false
	}
	slack := unit(low)
	if other := unit(high); other.Cmp(slack) < 0 {
		slack = other
	}
	return amount{a, b, slack.Mul(slack, big.NewRat(1, 2))}, true
}

// unit is the place value of the last digit that was written: of 34300000000
// it is 100000000, of 24.99 it is 1/100.
func unit(s string) *big.Rat {
	s = strings.TrimPrefix(s, "-")
	whole, fraction, _ := strings.Cut(s, ".")
	if fraction != "" {
		return new(big.Rat).SetFrac(big.NewInt(1), power(len(fraction)))
	}
	zeros := len(whole) - len(strings.TrimRight(whole, "0"))
	if zeros == len(whole) {
		zeros = 0
	}
	return new(big.Rat).SetInt(power(zeros))
}

func power(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// agrees reports whether two amounts can be the same after rounding: the ranges
// for which they stand overlap.
func (a amount) agrees(b amount) bool {
	slack := a.slack
	if b.slack.Cmp(slack) > 0 {
		slack = b.slack
	}
	return new(big.Rat).Sub(a.low, slack).Cmp(b.high) <= 0 && new(big.Rat).Add(a.high, slack).Cmp(b.low) >= 0
}
