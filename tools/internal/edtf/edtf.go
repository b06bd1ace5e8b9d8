// Package edtf reads the Extended Date/Time Format, ISO 8601-2:2019, and words
// it: dates that are known to the day, the month, the season or the year, that
// are about or uncertain, and intervals with open or unknown ends.
//
// The dates of levels 0 and 1 are read, without times of day and years of more
// than four digits; of level 2 what prose needs: qualification of single
// components (2023-?03), unspecified months and days of unspecified years
// (202X-XX), seasons 21 to 41 with quarters (33–36), quadrimesters (37–39) and
// halves (40–41). Sets ("one of") and exponential years are not.
//
// EDTF cannot say "early March"; a record holds that as a [Part] beside the date.
package edtf

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// Precision is how exactly a date is known.
type Precision int

// The precisions, from coarse to fine. An interval has that of its parts.
const (
	none Precision = iota - 1 // an open or unknown end
	ToCentury
	ToDecade
	ToYear
	ToSeason // also quarter, quadrimester, half
	ToMonth
	ToDay
)

// Date is a parsed EDTF string. The zero value is no date.
type Date struct {
	raw        string
	start, end point
	interval   bool
}

// point is one date, or one end of an interval.
type point struct {
	year, month, day int // zero: not given; month 21 to 41 is a season
	unspecified      int // how many digits at the end of the year are X
	negative         bool
	precision        Precision
	approximate      bool
	uncertain        bool
	open, unknown    bool // ".." and ""
	min, max         time.Time
}

// Error says what is wrong with a string, and where.
type Error struct {
	Col int // in bytes, from 1
	Msg string
}

func (e *Error) Error() string { return fmt.Sprintf("column %d: %s", e.Col, e.Msg) }

// given reports whether the end of an interval is a date. (Its first day does not
// tell: the first of January of the year 1 is Go's zero time.)
func (p point) given() bool { return p.precision != none }

// Raw returns the string that was parsed; "" for the zero value.
func (d Date) Raw() string { return d.raw }

// Min returns the first day that the date can mean, at midnight UTC. Of an
// interval whose start is open or unknown it is the first day of its end.
func (d Date) Min() time.Time {
	if d.interval && !d.start.given() {
		return d.end.min
	}
	return d.start.min
}

// Max returns the last day that the date can mean, at midnight UTC. Of an
// interval whose end is open or unknown it is the last day of its start.
func (d Date) Max() time.Time {
	if d.interval && d.end.given() {
		return d.end.max
	}
	return d.start.max
}

// OpenStart and OpenEnd report ends that are open ("..") or unknown.
func (d Date) OpenStart() bool { return d.interval && (d.start.open || d.start.unknown) }

// OpenEnd reports whether an interval goes on or its end is not known.
func (d Date) OpenEnd() bool { return d.interval && (d.end.open || d.end.unknown) }

// IsInterval reports whether the date has two ends.
func (d Date) IsInterval() bool { return d.interval }

// Approximate reports whether any part is about ("~", "%").
func (d Date) Approximate() bool { return d.start.approximate || d.end.approximate }

// Uncertain reports whether any part is uncertain ("?", "%").
func (d Date) Uncertain() bool { return d.start.uncertain || d.end.uncertain }

// Precision returns how exactly the date, or the start of the interval, is known.
func (d Date) Precision() Precision {
	if d.interval && !d.start.given() {
		return d.end.precision
	}
	return d.start.precision
}

// Compare orders dates by the first day they can mean, the more exact first
// among equals, then by the last day.
func Compare(a, b Date) int {
	return cmp.Or(a.Min().Compare(b.Min()), -cmp.Compare(a.Precision(), b.Precision()), a.Max().Compare(b.Max()))
}

// Parse reads an EDTF date or interval. Errors are of type *Error and come with
// the zero Date.
func Parse(s string) (Date, error) {
	left, right, interval := strings.Cut(s, "/")
	if !interval {
		start, err := parsePoint(s, 1)
		if err != nil {
			return Date{}, err
		}
		return Date{raw: s, start: start}, nil
	}
	start, err := parseEnd(left, 1)
	if err != nil {
		return Date{}, err
	}
	end, err := parseEnd(right, len(left)+2)
	switch {
	case err != nil:
		return Date{}, err
	case !start.given() && !end.given():
		return Date{}, &Error{1, "an interval needs at least one date"}
	case start.given() && end.given() && end.max.Before(start.min):
		return Date{}, &Error{len(left) + 2, "the interval ends before it begins"}
	}
	return Date{raw: s, start: start, end: end, interval: true}, nil
}

func parseEnd(s string, col int) (point, error) {
	switch s {
	case "..":
		return point{precision: none, open: true}, nil
	case "":
		return point{precision: none, unknown: true}, nil
	}
	return parsePoint(s, col)
}
