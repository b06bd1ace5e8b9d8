package prose

import (
	"math/big"
	"slices"
	"strings"

	"dossier/tools/internal/quantity"
)

// Told is what a record says, for words to be held against.
type Told struct {
	Value, Min, Max string          // exact decimals: a value, or both ends of a range
	Approx          quantity.Approx // its comparator
	Unit            string          // of CLDR, or what is counted
	Counted         bool            // the unit is a noun of the dossier's own, such as "person"
	Currency        string          // ISO 4217
	Per             []string        // of a rate: "year", "person"
}

// Fault is how words miss what they should say.
type Fault uint8

// The faults, from what tells most to what tells least.
const (
	Agrees        Fault = iota
	Separators          // it agrees if point and comma change places
	Thousandfold        // it agrees times or divided by a thousand, a million, …
	Percentage          // percent for percentage points, or the reverse
	OtherCurrency       //
	OtherUnit           // hours for minutes, money for people
	OtherRate           // a month for a year
	LostApprox          // bare, though the other is not exact
	AddedApprox         // not bare, though the other is
	OtherApprox         // less than for more than
	OtherValue          //
	OtherDate           // of dates
	OtherPart           // early for late March
)

// Says holds words against a record. A record that is itself inexact has to be
// told with its own comparator, or with "about" if it is just over or just under,
// and never bare; any other has to lie in the interval of the words.
func Says(q quantity.Quantity, t Told) Fault {
	low, high, ok := t.ends()
	if !ok {
		return measuresAs(q, t) // the record has no value, and was reported
	}
	f := said(q, t, low, high)
	switch {
	case f != OtherValue:
		return f
	case said(alternative(q), t, low, high) != OtherValue:
		return Separators
	case thousandfold(q, low, high):
		return Thousandfold
	}
	return f
}

// SaysJust reports whether words say a record, and nothing of what they miss.
func SaysJust(q quantity.Quantity, t Told) bool {
	low, high, ok := t.ends()
	return ok && said(q, t, low, high) == Agrees
}

func said(q quantity.Quantity, t Told, low, high *big.Rat) Fault {
	if f := measuresAs(q, t); f != Agrees {
		return f
	}
	if high.Sign() < 0 && q.Value.Sign() > 0 { // a fall is told in words: "um 4 Prozent gesunken"
		low, high = new(big.Rat).Neg(high), new(big.Rat).Neg(low)
	}
	return tells(q, t, low, high)
}

// measuresAs compares what is measured.
func measuresAs(q quantity.Quantity, t Told) Fault {
	have, want := measureFor(q).dimension, t.measure().dimension
	switch {
	case have == share && want == points, have == points && want == share:
		return Percentage
	case have == money && want == money && q.Currency != t.Currency && q.Currency != "":
		return OtherCurrency
	case have == multiple && want == counted, have == counted && t.Counted:
	case have != want:
		return OtherUnit
	}
	switch {
	case q.Per == "" || slices.Contains(t.Per, q.Per):
		return Agrees
	case len(t.Per) > 0, have == money, have == share:
		return OtherRate
	}
	return Agrees
}

// tells compares values under their approximators; what is measured agrees.
func tells(q quantity.Quantity, t Told, low, high *big.Rat) Fault {
	if !q.Value.Given() {
		return OtherValue
	}
	factor := new(big.Rat).Quo(measureFor(q).factor, t.measure().factor)
	if t.Approx == quantity.Exact {
		i := scaled(q.Interval(), factor)
		if holds(i, low, high) || inWords(q) && roundsTo(i, t) {
			return spans(q, t, low, high)
		}
		return OtherValue
	}
	loose := quantity.About
	if t.Approx != quantity.About {
		loose = quantity.Exact
	}
	same := holds(scaled(as(q, loose), factor), low, high)
	switch near := holds(scaled(as(q, quantity.About), factor), low, high); {
	case q.Approx == t.Approx && same:
		return Agrees
	case q.Approx == quantity.About && (t.Approx == quantity.JustOver || t.Approx == quantity.JustUnder) && near:
		return Agrees
	case q.Approx == quantity.Exact && same:
		return LostApprox
	case q.Approx != t.Approx && near:
		return OtherApprox
	}
	return OtherValue
}

// spans asks for both ends where the record is an exact range: a bare number in
// it, and a wider range around it, say something else.
func spans(q quantity.Quantity, t Told, low, high *big.Rat) Fault {
	if low.Cmp(high) == 0 || q.Approx != quantity.Exact {
		return Agrees
	}
	from, to, ranged := split(q)
	factor := new(big.Rat).Quo(measureFor(q).factor, t.measure().factor)
	if ranged && holds(scaled(from.Interval(), factor), low, low) && holds(scaled(to.Interval(), factor), high, high) {
		return Agrees
	}
	return OtherValue
}

// inWords reports whether no digit was written whose half could be the slack.
func inWords(q quantity.Quantity) bool {
	return q.Kind == quantity.Fraction || q.Kind == quantity.Multiple
}

// roundsTo reports whether a record's exact value, as a rounded one, may be the
// number meant: 33 per cent for a third.
func roundsTo(i quantity.Interval, t Told) bool {
	v, ok := new(big.Rat).SetString(t.Value)
	if !ok {
		return false
	}
	last := big.NewRat(1, 1)
	if _, fraction, point := strings.Cut(t.Value, "."); point {
		for range fraction {
			last.Mul(last, tenth)
		}
	}
	around := quantity.Interval{Low: new(big.Rat).Sub(v, last), High: new(big.Rat).Add(v, last), LowOpen: true, HighOpen: true}
	return around.Contains(i.Low) || around.Contains(i.High)
}

// alternative is the finding with its other reading, or none.
func alternative(q quantity.Quantity) quantity.Quantity {
	q.Value, q.Max = q.Other, quantity.Decimal{}
	return q
}

// thousandfold reports whether the words would be right with another magnitude.
func thousandfold(q quantity.Quantity, low, high *big.Rat) bool {
	if low.Sign() == 0 {
		return false
	}
	i := as(q, quantity.Exact)
	for _, zeros := range []int64{1e3, 1e6, 1e9} {
		if holds(scaled(i, n(zeros)), low, high) || holds(scaled(i, big.NewRat(1, zeros)), low, high) {
			return true
		}
	}
	return false
}

func (t Told) measure() measure {
	switch {
	case t.Currency != "":
		return measure{money, one}
	case t.Counted || t.Unit == "":
		return measure{counted, one}
	}
	return measureOf(t.Unit)
}

// ends returns the value, or the ends of the range.
func (t Told) ends() (low, high *big.Rat, ok bool) {
	a, b := t.Value, t.Value
	if a == "" {
		a, b = t.Min, t.Max
	}
	low, okLow := new(big.Rat).SetString(a)
	high, okHigh := new(big.Rat).SetString(b)
	return low, high, okLow && okHigh
}

// MeasuresLike reports whether a finding measures what a record does.
func MeasuresLike(q quantity.Quantity, t Told) bool {
	return measureFor(q).dimension == t.measure().dimension && (q.Currency == t.Currency || q.Kind != quantity.Money)
}

// convertible reports whether a unit can be converted, so that it is no counted noun
// even where a dossier gives it a label of its own.
func convertible(unit string) bool {
	_, ok := measures[unit]
	return ok
}

// ofOrder reports whether a record is of the order that a vague figure names: of
// one to under a thousand billion for "Milliardenumsatz", of a hundred to under a
// thousand million for "hundreds of millions".
func ofOrder(q quantity.Quantity, t Told) bool {
	low, high, ok := t.ends()
	if !ok || q.Magnitude == 0 {
		return true
	}
	floor := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(q.Magnitude)), nil))
	top := n(1000)
	if q.Magnitude%3 != 0 {
		top = n(10)
	}
	return holds(quantity.Interval{Low: floor, High: top.Mul(top, floor), HighOpen: true}, low.Abs(low), high.Abs(high))
}

// as returns the interval of a finding under another approximator.
func as(q quantity.Quantity, a quantity.Approx) quantity.Interval {
	q.Approx = a
	return q.Interval()
}

// holds reports whether a range lies in an interval, both ends included.
func holds(i quantity.Interval, low, high *big.Rat) bool { return i.Contains(low) && i.Contains(high) }

// scaled returns an interval with all its numbers multiplied.
func scaled(i quantity.Interval, factor *big.Rat) quantity.Interval {
	i.Low, i.High = new(big.Rat).Mul(i.Low, factor), new(big.Rat).Mul(i.High, factor)
	return i
}

var tenth = big.NewRat(1, 10)
