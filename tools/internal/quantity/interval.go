package quantity

import "math/big"

// Interval is what words denote: the numbers that a record may hold so that the
// words are true of it.
type Interval struct {
	Low, High         *big.Rat
	LowOpen, HighOpen bool // the end itself does not belong to it
}

// Contains reports whether a number lies in the interval.
func (v Interval) Contains(r *big.Rat) bool {
	low, high := r.Cmp(v.Low), r.Cmp(v.High)
	return (low > 0 || low == 0 && !v.LowOpen) && (high < 0 || high == 0 && !v.HighOpen)
}

// String writes an interval with its brackets: "(1000000000, 2000000000]".
func (v Interval) String() string {
	left, right := "[", "]"
	if v.LowOpen {
		left = "("
	}
	if v.HighOpen {
		right = ")"
	}
	return left + fromRat(v.Low).String() + ", " + fromRat(v.High).String() + right
}

// Interval returns what the words of a figure denote (DESIGN §5, "What words may
// say"): bare, half of the last written digit to each side, but a tenth of the
// value at most; about, a tenth to each side; just over (v, 1.1 v]; just under
// [0.9 v, v); more than (v, 2 v]; at least [v, 2 v]; less than [v/2, v); at most
// [v/2, v]. A range denotes everything from the least that its lower end can be to
// the most that its upper end can.
func (q Quantity) Interval() Interval {
	if q.Max.Given() {
		low, high := around(q.Value, q.Step, q.Approx == About), around(q.Max, q.MaxStep, q.Approx == About)
		return Interval{Low: low.Low, High: high.High, LowOpen: low.LowOpen, HighOpen: high.HighOpen}
	}
	return intervalOf(q.Value, q.Step, q.Approx)
}

func intervalOf(value, step Decimal, a Approx) Interval {
	v := value.Rat()
	times := func(num, den int64) *big.Rat { return new(big.Rat).Mul(v, big.NewRat(num, den)) }
	var i Interval
	switch a {
	case JustOver:
		i = Interval{Low: v, High: times(11, 10), LowOpen: true}
	case JustUnder:
		i = Interval{Low: times(9, 10), High: v, HighOpen: true}
	case MoreThan:
		i = Interval{Low: v, High: times(2, 1), LowOpen: true}
	case AtLeast:
		i = Interval{Low: v, High: times(2, 1)}
	case LessThan:
		i = Interval{Low: times(1, 2), High: v, HighOpen: true}
	case AtMost:
		i = Interval{Low: times(1, 2), High: v}
	default:
		return around(value, step, a == About)
	}
	if v.Sign() < 0 { // the ends have changed places
		i.Low, i.High, i.LowOpen, i.HighOpen = i.High, i.Low, i.HighOpen, i.LowOpen
	}
	return i
}

// around is what rounds to a value, half away from zero.
func around(value, step Decimal, about bool) Interval {
	v := value.Rat()
	slack := new(big.Rat).Abs(v)
	slack.Mul(slack, big.NewRat(1, 10))
	half := step.Rat()
	half.Mul(half, big.NewRat(1, 2))
	rounded := !about && half.Cmp(slack) < 0
	if rounded {
		slack = half
	}
	i := Interval{Low: new(big.Rat).Sub(v, slack), High: new(big.Rat).Add(v, slack)}
	if rounded && slack.Sign() > 0 {
		i.HighOpen, i.LowOpen = v.Sign() >= 0, v.Sign() < 0
	}
	return i
}
