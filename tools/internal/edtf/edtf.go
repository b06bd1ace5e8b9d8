// Package edtf reads the Extended Date/Time Format, ISO 8601-2:2019, and words it:
// dates that are known to the day, the month, the season or the year, that are
// about or uncertain, and intervals with open or unknown ends.
//
// Levels 0 and 1 are read whole. Of level 2 there is what prose needs: doubt about
// single components (2023-?03), unspecified digits anywhere (XXXX-06-03, 1984-1X),
// and seasons 21 to 41 with the quarters (33–36), thirds (37–39) and halves (40–41)
// of a year. Sets ("one of"), years with an exponent and significant digits are
// refused with a word of their own.
//
// A [Date] means an interval of civil days, [Date.Min] to [Date.Max]; a time of day
// is checked, and left. EDTF cannot say "early March": a record holds that as a
// [Part] beside the date, and [Date.Words] takes both.
package edtf

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// Precision is how exactly a date is known.
type Precision int

// The precisions, from coarse to fine. Digits that are unspecified count: 2004-XX
// is known to the year, 156X-12-25 to the decade.
const (
	none      Precision = iota - 1 // an open or unknown end
	ToCentury                      // or less
	ToDecade
	ToYear
	ToSeason // also a quarter, third or half of a year
	ToMonth
	ToDay
)

// Date is a parsed EDTF string. The zero value is no date.
type Date struct {
	raw        string
	start, end point
	interval   bool
}

// Error says what is wrong with a string, and where.
type Error struct {
	Col int    // in bytes, from 1
	Msg string // lower case, without a full stop
}

func (e *Error) Error() string { return fmt.Sprintf("column %d: %s", e.Col, e.Msg) }

// Raw returns the string that was parsed; "" for the zero value.
func (d Date) Raw() string { return d.raw }

// Min returns the first day that the date can mean, at midnight UTC. Of an interval
// whose start is open or unknown it is the first day of its end.
func (d Date) Min() time.Time {
	if d.interval && !d.start.given() {
		return d.end.min
	}
	return d.start.min
}

// Max returns the last day that the date can mean, at midnight UTC: that day belongs
// to it. Of an interval whose end is open or unknown it is the last day of its
// start.
func (d Date) Max() time.Time {
	if d.interval && d.end.given() {
		return d.end.max
	}
	return d.start.max
}

// IsInterval reports whether the date was written with two ends.
func (d Date) IsInterval() bool { return d.interval }

// OpenStart reports whether an interval has no known start: it is open ("../2021")
// or unknown ("/2021").
func (d Date) OpenStart() bool { return d.interval && !d.start.given() }

// OpenEnd reports whether an interval has no known end: it goes on ("2021/..") or
// nobody knows ("2021/").
func (d Date) OpenEnd() bool { return d.interval && !d.end.given() }

// UnknownStart reports whether an interval began at a time that is not known.
func (d Date) UnknownStart() bool { return d.interval && d.start.unknown }

// UnknownEnd reports whether an interval ended at a time that is not known.
func (d Date) UnknownEnd() bool { return d.interval && d.end.unknown }

// Approximate reports whether any part is about ("~", "%").
func (d Date) Approximate() bool { return d.start.approximate || d.end.approximate }

// Uncertain reports whether any part is uncertain ("?", "%").
func (d Date) Uncertain() bool { return d.start.uncertain || d.end.uncertain }

// Precision returns how exactly the date is known; of an interval, its start, or
// its end if that is all there is.
func (d Date) Precision() Precision {
	if d.interval && !d.start.given() {
		return d.end.precision
	}
	return d.start.precision
}

// Compare orders dates by the first day they can mean, then the more exact first,
// then by the last day.
func Compare(a, b Date) int {
	return cmp.Or(a.Min().Compare(b.Min()), -cmp.Compare(a.Precision(), b.Precision()), a.Max().Compare(b.Max()))
}

// Parse reads a date, a date with a time of day, or an interval. Errors are of type
// *Error and come with the zero Date.
func Parse(s string) (Date, error) {
	left, right, interval := strings.Cut(s, "/")
	if !interval {
		start, err := parseWhole(s)
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

// parseEnd reads one end of an interval (level 1, "Extended Interval").
func parseEnd(s string, col int) (point, error) {
	switch s {
	case "..":
		return point{precision: none}, nil
	case "":
		return point{precision: none, unknown: true}, nil
	}
	return parsePoint(s, col)
}
