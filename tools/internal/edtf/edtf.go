// Package edtf reads the Extended Date/Time Format, ISO 8601-2:2019, and words
// it: dates that are known to the day, the month, the season or the year, that
// are about or uncertain, and intervals with open or unknown ends.
//
// Levels 0 and 1 are read whole; of level 2 what prose needs: qualification of
// single components (2023-?03), unspecified digits anywhere (202X-XX), seasons
// 21 to 41 with quarters (33–36), quadrimesters (37–39) and halves (40–41). Sets
// ("one of") and exponential years are not.
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
	ToCentury Precision = iota
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

// Raw returns the string that was parsed; "" for the zero value.
func (d Date) Raw() string { return d.raw }

// Min returns the first day that the date can mean, at midnight UTC. Of an
// interval whose start is open or unknown it is the first day of its end.
func (d Date) Min() time.Time {
	if d.start.min.IsZero() && d.interval {
		return d.end.min
	}
	return d.start.min
}

// Max returns the last day that the date can mean, at midnight UTC. Of an
// interval whose end is open or unknown it is the last day of its start.
func (d Date) Max() time.Time {
	if d.interval && !d.end.max.IsZero() {
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
	if d.interval && d.start.min.IsZero() {
		return d.end.precision
	}
	return d.start.precision
}

// Compare orders dates by the first day they can mean, the more exact first
// among equals, then by the last day.
func Compare(a, b Date) int {
	return cmp.Or(a.Min().Compare(b.Min()), -cmp.Compare(a.Precision(), b.Precision()), a.Max().Compare(b.Max()))
}

// Parse reads an EDTF date or interval. Errors are of type *Error.
func Parse(s string) (Date, error) {
	d := Date{raw: s}
	var err error
	left, right, ok := strings.Cut(s, "/")
	if !ok {
		d.start, err = parsePoint(s, 1)
		return d, err
	}
	d.interval = true
	if d.start, err = parseEnd(left, 1); err != nil {
		return d, err
	}
	if d.end, err = parseEnd(right, len(left)+2); err != nil {
		return d, err
	}
	switch {
	case d.start.min.IsZero() && d.end.min.IsZero():
		return d, &Error{1, "an interval needs at least one date"}
	case !d.start.min.IsZero() && !d.end.max.IsZero() && d.end.max.Before(d.start.min):
		return d, &Error{len(left) + 2, "the interval ends before it begins"}
	}
	return d, nil
}

func parseEnd(s string, col int) (point, error) {
	switch s {
	case "..":
		return point{open: true}, nil
	case "":
		return point{unknown: true}, nil
	}
	return parsePoint(s, col)
}
