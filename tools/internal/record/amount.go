package record

import (
	"math/big"
	"slices"
	"strings"
)

// An amount is an exact value or range, as a person wrote it. What was written
// was rounded: a value stands for every number that rounds to it, half a unit of
// its last written digit to each side (half away from zero, as one learns it).
//
// Which digit was the last one written, a decimal string does not say:
// "34300000000" was 34.3 billion. So a value is taken as locale.Compact writes
// it: from a million up with a magnitude word and at most three decimals, else
// in full. 34300000000 stands for 34.25 to 34.35 billion, 100000000 for 99.5 to
// 100.5 million, 360 for 359.5 to 360.5.
//
// A short number would be too patient, though: "1 Milliarde" would stand for
// anything from half a billion up, and two counts that have nothing to do with
// each other would agree. So no side is wider than a tenth of the value, which is
// what "about" allows. 1000000000 stands for 0.9 to 1.1 billion; zero, for zero.
type amount struct{ low, high string } // exact decimals

// span is an interval, exactly.
type span struct{ low, high *big.Rat }

// notDecimal says what keeps s from being an exact decimal (an optional minus,
// digits without separators, at most one point with digits on both sides), or "".
func notDecimal(s string) string {
	digits, _ := strings.CutPrefix(s, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	switch {
	case len(s) > most:
		return "that is more digits than anyone has counted"
	case isDigits(whole) && (!point || isDigits(fraction)):
		if len(whole) > 1 && whole[0] == '0' {
			return "leave out the zeros in front"
		}
		return ""
	case strings.ContainsAny(s, "eE") && isDigits(strings.NewReplacer("e", "", "E", "", ".", "", "+", "", "-", "").Replace(s)):
		return "write out the zeros, without an exponent"
	case strings.ContainsAny(digits, "/–-") || strings.Contains(s, " bis "):
		return "a range has min and max"
	}
	if plain := withoutSeparators(s); plain != "" {
		return `digits without separators and with a point for the fraction: "` + plain + `"`
	}
	return `digits only, with a point for the fraction: "1500000", "24.99"`
}

// IsDecimal reports whether a text is an exact decimal, as records write values.
func IsDecimal(s string) bool { return notDecimal(s) == "" }

// withoutSeparators guesses the decimal behind "1.500.000" or "24,99". It
// returns "" for what could mean two ("1,500").
func withoutSeparators(s string) string {
	s = strings.NewReplacer(" ", "", "_", "", "'", "", "’", "", "\u00a0", "", "\u202f", "", "+", "").Replace(s)
	for _, group := range []string{".", ","} {
		point := strings.Trim(".,", group)
		whole, fraction, _ := strings.Cut(s, point)
		groups := strings.Split(whole, group)
		if len(groups) == 1 && len(fraction) == 3 || len(groups) == 2 && fraction == "" || slices.Contains(groups, "") {
			continue
		}
		plain := strings.Join(groups, "")
		if fraction != "" {
			plain += "." + fraction
		}
		if whole, fraction, _ := strings.Cut(plain, "."); isDigits(whole) && isDigits("0"+fraction) {
			return plain
		}
	}
	return ""
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// newAmount makes an amount of a value, or of the ends of a range; false if there
// is neither. Decimals were checked when they were read.
func newAmount(value, low, high string) (amount, bool) {
	if value != "" {
		return amount{value, value}, true
	}
	return amount{low, high}, low != "" && high != ""
}

func (a amount) span() span { return span{rational(a.low), rational(a.high)} }

// rounded returns the interval of what rounds to the amount. Ends that point
// away from zero do not belong to it.
func (a amount) rounded() span {
	s := a.span()
	return span{new(big.Rat).Sub(s.low, slack(a.low, s.low)), new(big.Rat).Add(s.high, slack(a.high, s.high))}
}

func rational(s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return new(big.Rat)
	}
	return r
}

// slack is how far a number may be from what was written: half a unit of its
// last digit, and a tenth of it at most.
func slack(s string, v *big.Rat) *big.Rat {
	last, first := places(s)
	half := new(big.Rat)
	if last < 0 {
		half.SetFrac(big.NewInt(1), new(big.Int).Lsh(power(-last), 1))
	} else {
		half.SetFrac(power(last), big.NewInt(2))
	}
	if first > last {
		return half // two digits: less than a tenth
	}
	tenth := new(big.Rat).Mul(new(big.Rat).Abs(v), big.NewRat(1, 10))
	if half.Cmp(tenth) < 0 {
		return half
	}
	return tenth
}

// places returns the powers of ten of the last written and the first digit of s,
// if it is written as locale.Compact does.
func places(s string) (last, first int) {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	first = len(whole) - 1
	if fraction != "" {
		if whole == "0" {
			first = -1 - (len(fraction) - len(strings.TrimLeft(fraction, "0")))
		}
		return -len(fraction), first
	}
	zeros := len(whole) - len(strings.TrimRight(whole, "0"))
	magnitude := min(first/3*3, 12)
	if magnitude < 6 || magnitude-zeros > 3 {
		return 0, first // written in full
	}
	return min(zeros, magnitude), first
}

func power(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

// agrees reports whether one amount is the other, rounded: a value that rounds
// to the other, or one that lies in a range.
func (a amount) agrees(b amount) bool {
	return a == b || a.covers(b.span()) || b.covers(a.span())
}

// covers reports whether everything in an interval rounds to the amount.
func (a amount) covers(s span) bool {
	around := a.rounded()
	over, under := s.high.Cmp(around.high), s.low.Cmp(around.low)
	// The half that rounds away from zero belongs to the next number.
	if over == 0 && around.high.Sign() > 0 || under == 0 && around.low.Sign() < 0 {
		return false
	}
	return over <= 0 && under >= 0
}

// String writes an amount for a finding, as it was written.
func (a amount) String() string {
	if a.low == a.high {
		return a.low
	}
	return a.low + " to " + a.high
}

// String writes an interval for a finding, with at most six decimals.
func (s span) String() string {
	if s.low.Cmp(s.high) == 0 {
		return decimals(s.low)
	}
	return decimals(s.low) + " to " + decimals(s.high)
}

func decimals(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	return strings.TrimRight(strings.TrimRight(r.FloatString(6), "0"), ".")
}
