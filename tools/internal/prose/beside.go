package prose

import (
	"math/big"
	"strings"

	"dossier/tools/internal/quantity"
)

// beside compares a finding with one of a text that was translated from the first
// one's: the same value, of the same thing, under an approximator of the same
// direction. How it is written does not matter: half an hour is thirty minutes.
func beside(q, r quantity.Quantity) Fault {
	if q.Kind == quantity.Date || r.Kind == quantity.Date {
		return dateBeside(q, r)
	}
	if q.Kind == quantity.Vague && r.Kind == quantity.Vague {
		if q.Magnitude != r.Magnitude && (q.Magnitude-r.Magnitude)%3 == 0 {
			return Thousandfold
		}
		return Agrees
	}
	a, b := measureFor(q), measureFor(r)
	if f := kindsBeside(a.dimension, b.dimension); f == OtherUnit {
		return f
	} else if f == Percentage {
		return ifSame(f, equal(q, r, one, one))
	}
	if a.dimension != b.dimension && (a.dimension == counted || b.dimension == counted) {
		a.factor, b.factor = one, one // the one left its unit out
	}
	switch {
	case equal(q, r, a.factor, b.factor):
		return qualifiersBeside(q, r)
	case swapped(q, r, a.factor, b.factor):
		return Separators
	case times1000(q, r, a.factor, b.factor):
		return Thousandfold
	}
	return OtherValue
}

// qualifiersBeside compares what stands around two values that are the same.
func qualifiersBeside(q, r quantity.Quantity) Fault {
	switch {
	case q.Kind == quantity.Money && r.Kind == quantity.Money && q.Currency != r.Currency:
		return OtherCurrency
	case isShare(q) && r.Kind == quantity.Count, q.Kind == quantity.Count && isShare(r):
		return OtherUnit
	case q.Per != "" && r.Per != "" && q.Per != r.Per:
		return OtherRate
	}
	if q.Kind == quantity.Ordinal {
		return Agrees
	}
	return approxBeside(q.Approx, r.Approx)
}

func isShare(q quantity.Quantity) bool {
	return q.Kind == quantity.Percent || q.Kind == quantity.PercentPoint
}

// kindsBeside says whether two dimensions can mean the same in two languages:
// "doppelt so viele" is "twice", "die Hälfte" may be "half as many".
func kindsBeside(a, b dimension) Fault {
	switch {
	case a == b, a == counted, b == counted:
		return Agrees
	case a == points && b == share, a == share && b == points:
		return Percentage
	case a == multiple && b == share, a == share && b == multiple:
		return Agrees
	}
	return OtherUnit
}

func ifSame(f Fault, same bool) Fault {
	if same {
		return f
	}
	return OtherUnit
}

// equal compares values and ends exactly, in the base of what they measure.
func equal(q, r quantity.Quantity, a, b *big.Rat) bool {
	if !q.Value.Given() || !r.Value.Given() {
		return q.Value.Given() == r.Value.Given()
	}
	low, high := ends(q)
	otherLow, otherHigh := ends(r)
	return in(low, a).Cmp(in(otherLow, b)) == 0 && in(high, a).Cmp(in(otherHigh, b)) == 0
}

// ends returns the value, or the ends of the range.
func ends(q quantity.Quantity) (low, high *big.Rat) {
	low = q.Value.Rat()
	if !q.Max.Given() {
		return low, low
	}
	return low, q.Max.Rat()
}

func in(v, factor *big.Rat) *big.Rat { return new(big.Rat).Mul(v, factor) }

func swapped(q, r quantity.Quantity, a, b *big.Rat) bool {
	return r.Other.Given() && equal(q, alternative(r), a, b) || q.Other.Given() && equal(alternative(q), r, a, b)
}

// times1000 reports whether one value is the other with another magnitude.
func times1000(q, r quantity.Quantity, a, b *big.Rat) bool {
	if !q.Value.Given() || !r.Value.Given() || q.Value.Sign() == 0 {
		return false
	}
	for _, zeros := range []int64{1e3, 1e6, 1e9} {
		if equal(q, r, a, in(b, n(zeros))) || equal(q, r, in(a, n(zeros)), b) {
			return true
		}
	}
	return false
}

// direction is which way an approximator points: 1 up, -1 down, 0 neither.
func direction(a quantity.Approx) int {
	switch a {
	case quantity.MoreThan, quantity.AtLeast, quantity.JustOver:
		return 1
	case quantity.LessThan, quantity.AtMost, quantity.JustUnder:
		return -1
	}
	return 0
}

// approxBeside compares approximators as translators may choose them: "gut zehn" is
// "just over", "more than" and also "about ten".
func approxBeside(a, b quantity.Approx) Fault {
	near := func(x quantity.Approx) bool {
		return x == quantity.About || x == quantity.JustOver || x == quantity.JustUnder
	}
	switch {
	case a == b, direction(a) != 0 && direction(a) == direction(b):
		return Agrees
	case a == quantity.About && near(b), b == quantity.About && near(a):
		return Agrees
	case b == quantity.Exact:
		return LostApprox
	case a == quantity.Exact:
		return AddedApprox
	}
	return OtherApprox
}

// dateBeside compares dates: the same day, month or year and the same part of it.
// A year that only one of them names is passed over, and so is whether something
// began or ended then.
func dateBeside(q, r quantity.Quantity) Fault {
	if q.Kind != r.Kind {
		return OtherUnit
	}
	a, b := bareDate(q.EDTF), bareDate(r.EDTF)
	switch {
	case !sameDate(a, b):
		return OtherDate
	case q.Mod != r.Mod:
		return OtherPart
	case strings.ContainsAny(q.EDTF, "~%") == strings.ContainsAny(r.EDTF, "~%"):
		return Agrees
	}
	return approxBeside(q.Approx, r.Approx)
}

var qualifiers = strings.NewReplacer("~", "", "?", "", "%", "", "/..", "", "../", "")

func bareDate(edtf string) string {
	s := qualifiers.Replace(edtf)
	return strings.Trim(s, "/")
}

// sameDate compares EDTF strings; an unspecified digit is any.
func sameDate(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if a[i] != b[i] && a[i] != 'X' && b[i] != 'X' {
			return false
		}
	}
	return true
}

// split returns the ends of a range as two findings.
func split(q quantity.Quantity) (low, high quantity.Quantity, ok bool) {
	low, high = q, q
	if q.Kind == quantity.Date {
		from, to, interval := strings.Cut(q.EDTF, "/")
		if !interval || strings.Trim(from, ".") == "" || strings.Trim(to, ".") == "" {
			return q, q, false
		}
		low.EDTF, high.EDTF = from, to
		return low, high, true
	}
	if !q.Max.Given() {
		return q, q, false
	}
	low.Max, high.Value, high.Max = quantity.Decimal{}, q.Max, quantity.Decimal{}
	if q.MaxStep.Given() {
		high.Step = q.MaxStep
	}
	return low, high, true
}

// sameValue compares values or dates, whatever is said of them.
func sameValue(q, r quantity.Quantity) bool {
	if q.Kind == quantity.Date || r.Kind == quantity.Date {
		return q.Kind == r.Kind && sameDate(bareDate(q.EDTF), bareDate(r.EDTF))
	}
	return equal(q, r, measureFor(q).factor, measureFor(r).factor)
}

// kin reports whether a finding is, as another kind, what the other is: the year
// that a number spells; a span of time reckoned from today, of which a number is
// the length; a share, one in so many; "der 27." for the 27th.
func kin(q, r quantity.Quantity) bool {
	switch {
	case q.Kind == quantity.Date && r.Kind == quantity.Count:
		return bareDate(q.EDTF) == r.Value.String()
	case q.Kind == quantity.Date && r.Kind == quantity.Duration:
		return q.Relative
	case q.Kind == quantity.Ordinal && r.Kind == quantity.Count:
		return q.Value.Cmp(r.Value) == 0
	case q.Kind == quantity.Fraction && (r.Kind == quantity.Count || r.Kind == quantity.Ordinal) && q.Value.Sign() > 0:
		return new(big.Rat).Inv(q.Value.Rat()).Cmp(r.Value.Rat()) == 0
	}
	return false
}
