package edtf

import (
	"strings"
	"time"
)

// point is one date, or one end of an interval.
type point struct {
	years, months, days digits // as written, without sign and marks; "" if not given
	negative            bool   // the year

	// What is known of it exactly. Years count as astronomers do: 0 is 1 BC.
	year   int  // the one nearest to 0 that the digits can mean
	exact  bool // the year has no unspecified digits
	month  int  // 0 if unknown
	season int  // 21 to 41, else 0
	day    int  // 0 if unknown

	precision   Precision
	approximate bool
	uncertain   bool
	unknown     bool // an end of an interval that is not known, instead of open
	min, max    time.Time
}

// given reports whether an end of an interval is a date.
func (p point) given() bool { return p.precision != none }

// whole reports whether a date is one span that has a name: a century, a decade, a
// year or a part of one, but not the years 1000 to 1999 or a Christmas in the 1560s.
func (p point) whole() bool {
	if p.exact {
		return !p.months.some() && !p.days.some()
	}
	century := p.years[2:] == "XX"
	decade := p.precision == ToDecade && p.year > 0
	return p.month == 0 && p.years[:2].isNumber() && (century || decade)
}

// digits is a number of which some digits may be X, unspecified.
type digits string

func (d digits) isNumber() bool { return d != "" && strings.Trim(string(d), "0123456789") == "" }

// unspecified counts the digits that are X.
func (d digits) unspecified() int { return strings.Count(string(d), "X") }

// matches reports whether the digits can mean n.
func (d digits) matches(n int) bool {
	for i := len(d) - 1; i >= 0; i-- {
		if d[i] != 'X' && d[i] != byte('0'+n%10) {
			return false
		}
		n /= 10
	}
	return n == 0
}

// least and most are the smallest and the greatest number that the digits can mean.
func (d digits) least() int { return number(strings.ReplaceAll(string(d), "X", "0")) }
func (d digits) most() int  { return number(strings.ReplaceAll(string(d), "X", "9")) }

func number(s string) int {
	n := 0
	for _, c := range []byte(s) {
		n = n*10 + int(c-'0')
	}
	return n
}

// settle works out the precision and the bounds of what was read; false if there is
// no such day.
func (p *point) settle() bool {
	p.exact = p.years.unspecified() == 0
	p.year = p.years.least()
	if p.negative {
		p.year = -p.year
	}
	switch {
	case !p.exact && p.years[:len(p.years)-1].unspecified() == 0:
		p.precision = ToDecade
	case !p.exact:
		p.precision = ToCentury
	case p.season > 0:
		p.precision = ToSeason
	case p.month == 0:
		p.precision = ToYear
	case p.day == 0:
		p.precision = ToMonth
	default:
		p.precision = ToDay
	}
	first, last := p.span()
	if p.season > 0 {
		from, to := seasonMonths(p.season)
		p.min, p.max = civil(first, from, 1), civil(last, to+1, 0)
		return true
	}
	var ok bool
	if p.min, ok = p.search(first, last, 1); ok {
		p.max, ok = p.search(last, first, -1)
	}
	return ok
}

// span returns the first and the last year that the digits can mean: -001X is -19
// to -10.
func (p *point) span() (first, last int) {
	if p.negative {
		return -p.years.most(), -p.years.least()
	}
	return p.years.least(), p.years.most()
}

// search returns the first day from the beginning of a year, or from the end if step
// is -1, that the digits can mean.
func (p *point) search(from, to, step int) (time.Time, bool) {
	for y := from; y != to+step; y += step {
		if !p.years.matches(max(y, -y)) {
			continue
		}
		for i := range 12 {
			m := 1 + i
			if step < 0 {
				m = 12 - i
			}
			if p.months != "" && !p.months.matches(m) {
				continue
			}
			if d, ok := p.searchDay(lastDay(y, m), step); ok {
				return civil(y, m, d), true
			}
		}
	}
	return time.Time{}, false
}

func (p *point) searchDay(last, step int) (int, bool) {
	d := 1
	if step < 0 {
		d = last
	}
	for ; d >= 1 && d <= last; d += step {
		if p.days == "" || p.days.matches(d) {
			return d, true
		}
	}
	return 0, false
}

// seasonMonths returns the first and the last month of a season (level 2,
// "Sub-year groupings"), counted from January of its year. Seasons without a
// hemisphere (21–24) and northern ones (25–28) begin in March, as meteorologists
// count; winter runs into the next year. Southern ones (29–32) are half a year
// apart, so there it is summer that does. The standard leaves the months open.
func seasonMonths(code int) (first, last int) {
	switch {
	case code <= 28:
		first = 3 + (code-21)%4*3
		return first, first + 2
	case code <= 32:
		first = [...]int{9, 12, 3, 6}[code-29]
		return first, first + 2
	case code <= 36:
		first = 1 + (code-33)*3
		return first, first + 2
	case code <= 39:
		first = 1 + (code-37)*4
		return first, first + 3
	}
	first = 1 + (code-40)*6
	return first, first + 5
}

func lastDay(y, m int) int { return civil(y, m+1, 0).Day() }

func civil(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
