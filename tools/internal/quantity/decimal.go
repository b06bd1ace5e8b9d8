package quantity

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Decimal is an exact number: a whole coefficient of up to 38 digits, a power of
// ten, and for fractions such as a third a denominator. It never passes through
// a float. The zero Decimal is no number at all; nought is a number.
type Decimal struct {
	hi, lo   uint64 // the coefficient
	den      uint32 // of a fraction; 0 is 1
	exp      int16
	negative bool
	given    bool
}

// furthest is the greatest power of ten, up or down, that a Decimal takes. The
// longest name of a magnitude, a quintilliard, has 33 zeros.
const furthest = 120

func whole(n uint64) Decimal { return Decimal{lo: n, given: true} }

// ParseDecimal reads an optional minus, digits, and perhaps a point with more
// digits, or a fraction of two whole numbers ("1/3"): what [Decimal.String]
// writes. The result is false for anything else and for more than 38 digits.
func ParseDecimal(s string) (Decimal, bool) {
	s, negative := strings.CutPrefix(s, "-")
	s, below, isFraction := strings.Cut(s, "/")
	left, right, point := strings.Cut(s, ".")
	d := whole(0)
	if !d.digits(left) || left == "" || point && (right == "" || !d.digits(right)) || len(right) > furthest {
		return Decimal{}, false
	}
	d.exp, d.negative = -int16(len(right)), negative && (d.hi|d.lo) != 0
	if isFraction {
		den, err := strconv.ParseUint(below, 10, 32)
		if err != nil || den == 0 {
			return Decimal{}, false
		}
		d.den = uint32(den)
	}
	return d, true
}

// digits appends digits to the coefficient; false if there is another byte or too
// many of them.
func (d *Decimal) digits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' || !d.push(c-'0') {
			return false
		}
	}
	return true
}

// push appends one digit; false if 38 are there already.
func (d *Decimal) push(digit byte) bool {
	const most = 542101086242752217 // 10^37 / 2^64, below which ten times as much fits
	if d.hi > most {
		return false
	}
	d.timesPlus(10, uint64(digit))
	return true
}

func (d *Decimal) timesPlus(factor, summand uint64) {
	over, lo := bits.Mul64(d.lo, factor)
	lo, carry := bits.Add64(lo, summand, 0)
	d.hi, d.lo = d.hi*factor+over+carry, lo
}

// Given reports whether there is a number at all.
func (d Decimal) Given() bool { return d.given }

// Sign returns -1, 0 or 1; 0 also where no number is given.
func (d Decimal) Sign() int {
	switch {
	case d.hi|d.lo == 0:
		return 0
	case d.negative:
		return -1
	}
	return 1
}

// Neg returns the number with the other sign.
func (d Decimal) Neg() Decimal {
	d.negative = !d.negative && d.hi|d.lo != 0
	return d
}

// Shift returns the number times a power of ten.
func (d Decimal) Shift(places int) Decimal {
	if n := int(d.exp) + places; n >= -furthest && n <= furthest {
		d.exp = int16(n)
		return d
	}
	return Decimal{}
}

// Rat returns the number as a new fraction; nought where none is given.
func (d Decimal) Rat() *big.Rat {
	num := new(big.Int).SetUint64(d.hi)
	num.Lsh(num, 64).Or(num, new(big.Int).SetUint64(d.lo))
	den := new(big.Int).SetUint64(max(1, uint64(d.den)))
	if power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(d.exp, -d.exp))), nil); d.exp < 0 {
		den.Mul(den, power)
	} else {
		num.Mul(num, power)
	}
	if d.negative {
		num.Neg(num)
	}
	return new(big.Rat).SetFrac(num, den)
}

// String writes the number in its one canonical form: no exponent, no separators,
// no zeros at either end that say nothing. A fraction that is no finite decimal
// stays one: "1/3". Without a number it is empty.
func (d Decimal) String() string {
	switch {
	case !d.given:
		return ""
	case d.den <= 1 && d.hi == 0 && d.exp >= 0:
		return d.short()
	}
	r := d.Rat()
	if places, exact := r.FloatPrec(); exact {
		return r.FloatString(places)
	}
	return r.RatString()
}

// short writes a whole number of one machine word and its zeros.
func (d Decimal) short() string {
	var buf [32]byte
	b := buf[:0]
	if d.negative {
		b = append(b, '-')
	}
	b = strconv.AppendUint(b, d.lo, 10)
	if d.lo != 0 {
		for range d.exp {
			b = append(b, '0')
		}
	}
	return string(b)
}

// Cmp compares as numbers: -1, 0 or 1.
func (d Decimal) Cmp(e Decimal) int {
	if d == e {
		return 0
	}
	if c, ok := d.cmpShort(e); ok {
		return c
	}
	return d.Rat().Cmp(e.Rat())
}

// cmpShort compares what fits a machine word, as nearly everything does.
func (d Decimal) cmpShort(e Decimal) (int, bool) {
	if d.hi|e.hi != 0 || d.den > 1 || e.den > 1 {
		return 0, false
	}
	sign := d.Sign()
	if s := e.Sign(); s != sign || sign == 0 {
		return cmp.Compare(sign, s), true
	}
	a, b := d.lo, e.lo
	for n := int(d.exp) - int(e.exp); n != 0; {
		long := &a
		if n < 0 {
			long, n = &b, n+1
		} else {
			n--
		}
		if *long > math.MaxUint64/10 {
			return 0, false
		}
		*long *= 10
	}
	return sign * cmp.Compare(a, b), true
}

// sum adds two numbers of the same sign; no number if that has too many digits.
func (d Decimal) sum(e Decimal) Decimal {
	if d.den != e.den || d.negative != e.negative {
		return fromRat(new(big.Rat).Add(d.Rat(), e.Rat()))
	}
	if d.exp < e.exp {
		d, e = e, d
	}
	for ; d.exp > e.exp; d.exp-- {
		if !d.push(0) {
			return Decimal{}
		}
	}
	lo, carry := bits.Add64(d.lo, e.lo, 0)
	hi, over := bits.Add64(d.hi, e.hi, carry)
	if over != 0 {
		return Decimal{}
	}
	d.hi, d.lo = hi, lo
	return d
}

// times multiplies; no number if that has too many digits.
func (d Decimal) times(e Decimal) Decimal {
	if d.hi|e.hi != 0 || d.den != 0 || e.den != 0 {
		return fromRat(new(big.Rat).Mul(d.Rat(), e.Rat()))
	}
	hi, lo := bits.Mul64(d.lo, e.lo)
	return Decimal{hi: hi, lo: lo, exp: d.exp, negative: d.negative != e.negative, given: d.given && e.given}.Shift(int(e.exp))
}

// over divides by a whole number.
func (d Decimal) over(den uint64) Decimal {
	if den == 0 || den > 1<<31 || d.den != 0 {
		return Decimal{}
	}
	return fromRat(new(big.Rat).Quo(d.Rat(), new(big.Rat).SetInt(new(big.Int).SetUint64(den))))
}

// fromRat makes a number of a fraction, if it has room for it.
func fromRat(r *big.Rat) Decimal {
	if places, exact := r.FloatPrec(); exact {
		d, _ := ParseDecimal(r.FloatString(places))
		return d
	}
	d, _ := ParseDecimal(r.RatString())
	return d
}

// whole returns a whole number as one; 0 if it is none, or too great.
func (d Decimal) whole() uint64 {
	if d.exp < 0 || d.exp > 18 || d.hi != 0 || d.den > 1 {
		return 0
	}
	n := d.lo
	for range d.exp {
		if n > 1<<60 {
			return 0
		}
		n *= 10
	}
	return n
}
