package chart

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Ticks returns round values from zero to the first that is not below top, as
// exact decimals: steps of 1, 2, 2.5 or 5 times a power of ten, about n of them.
// For a top that is not above zero it is "0" and "1".
func Ticks(top float64, n int) []string {
	if top <= 0 || math.IsInf(top, 0) || math.IsNaN(top) {
		return []string{"0", "1"}
	}
	digits, power := step(top / float64(max(n, 1)))
	size := float64(digits) * math.Pow10(power)
	var ticks []string
	for i := 0; ; i++ {
		ticks = append(ticks, decimal(i*digits, power))
		if float64(i)*size >= top*(1-1e-9) {
			return ticks
		}
	}
}

// step returns the smallest round step that is not below size, as digits and a
// power of ten.
func step(size float64) (digits, power int) {
	power = int(math.Floor(math.Log10(size)))
	rest := size / math.Pow10(power)
	for _, s := range []struct{ digits, shift int }{{1, 0}, {2, 0}, {25, -1}, {5, 0}} {
		if rest <= float64(s.digits)*math.Pow10(s.shift)*(1+1e-9) {
			return s.digits, power + s.shift
		}
	}
	return 1, power + 1
}

// decimal writes n times a power of ten.
func decimal(n, power int) string {
	s := strconv.Itoa(n)
	switch {
	case n == 0 || power == 0:
		return s
	case power > 0:
		return s + strings.Repeat("0", power)
	}
	for len(s) <= -power {
		s = "0" + s
	}
	at := len(s) + power
	return strings.TrimRight(strings.TrimRight(s[:at]+"."+s[at:], "0"), ".")
}

// Years returns the years at which a scale from one day to another is marked, at
// most n of them: every year, or every second, fifth, tenth and so on.
func Years(from, to time.Time, n int) []int {
	first, last := from.Year(), to.Year()
	for _, every := range []int{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000} {
		var years []int
		for y := first; y <= last; y++ {
			if y%every == 0 || every == 1 {
				years = append(years, y)
			}
		}
		if len(years) <= max(n, 1) {
			return years
		}
	}
	return []int{first}
}

// span is a scale of time: whole years.
type span struct{ from, to time.Time }

func spanOf(points []Point) span {
	s := span{points[0].From, points[0].To}
	for _, p := range points {
		if p.From.Before(s.from) {
			s.from = p.From
		}
		if p.To.After(s.to) {
			s.to = p.To
		}
	}
	return span{
		time.Date(s.from.Year(), 1, 1, 0, 0, 0, 0, time.UTC),
		time.Date(s.to.Year()+1, 1, 1, 0, 0, 0, 0, time.UTC),
	}
}

// at returns where a moment stands, from 0 to 1.
func (s span) at(t time.Time) float64 {
	return float64(t.Sub(s.from)) / float64(s.to.Sub(s.from))
}

// middle returns the moment halfway through the days that a date can mean.
func middle(p Point) time.Time {
	return p.From.Add(p.To.AddDate(0, 0, 1).Sub(p.From) / 2)
}
