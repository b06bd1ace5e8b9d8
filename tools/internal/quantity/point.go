package quantity

import (
	"strconv"
	"time"
)

// point is a date as words give it: a day, a month, a quarter, a decade, or
// something counted from the document's date. An end of a range is one too, and may
// lack what the other end has.
type point struct {
	first, next int // tokens
	year, month int // 0 where not said
	day         int
	weekday     int
	code        int    // EDTF 21 to 41: season, quarter, half
	digits      int    // of the year that are known: 2 of a century, 3 of a decade; 0 means all
	dated       bool   // the year is said
	mod         string // early, mid, late
	about       bool
	relative    bool
	open        bool   // relative, and the document has no date
	from, to    string // a relative span, as EDTF days
	dayOnly     bool   // "3." of "3. bis 12. Mai"
	numeric     bool   // written in digits only
	article     bool   // English: "the" belongs to it
}

// format writes the EDTF of a point; empty where it has none.
func (d point) format() string {
	if d.open {
		return ""
	}
	if d.from != "" {
		if d.to == "" || d.to == d.from {
			return d.from
		}
		return d.from + "/" + d.to
	}
	var buf [24]byte
	b := d.appendYear(buf[:0])
	switch {
	case d.code > 0 && !d.dated:
		return ""
	case d.code > 0:
		b = appendTwo(append(b, '-'), d.code)
	case d.day > 0 && d.month == 0:
		b = appendTwo(append(b, "-XX-"...), d.day)
	case d.month > 0:
		b = appendTwo(append(b, '-'), d.month)
		if d.day > 0 {
			b = appendTwo(append(b, '-'), d.day)
		}
	case !d.dated:
		return ""
	}
	if d.about {
		b = append(b, '~')
	}
	return string(b)
}

func (d point) appendYear(b []byte) []byte {
	switch {
	case !d.dated:
		return append(b, "XXXX"...)
	case d.digits == 3:
		return append(appendFour(b, d.year)[:len(b)+3], 'X')
	case d.digits == 2:
		return append(appendFour(b, d.year)[:len(b)+2], 'X', 'X')
	case d.digits == 1: // "the '40s": some century's
		return append(append(b, "XX"...), byte('0'+d.year/10%10), 'X')
	}
	return appendFour(b, d.year)
}

func appendFour(b []byte, y int) []byte {
	if y < 0 {
		b, y = append(b, '-'), -y
	}
	for n := 1000; n > 1 && y < n; n /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(y), 10)
}

func appendTwo(b []byte, n int) []byte {
	return append(b, byte('0'+n/10), byte('0'+n%10))
}

// valid reports whether there is such a day; 29 February without a year is one.
func (d point) valid() bool {
	if d.month < 0 || d.month > 12 || d.day < 0 || d.day > 31 {
		return false
	}
	if d.month == 0 || d.day == 0 {
		return true
	}
	year := 2000
	if d.dated && d.digits == 0 {
		year = d.year
	}
	return time.Date(year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Day() == d.day
}

// civil makes a point of a day.
func (d point) civil(t time.Time) point {
	d.year, d.month, d.day, d.dated = t.Year(), int(t.Month()), t.Day(), true
	return d
}

// century spells out a year of two digits: 50 to 99 are of the last century.
func shortYear(y int) int {
	if y < 50 {
		return 2000 + y
	}
	return 1900 + y
}

func iso(t time.Time) string { return t.Format("2006-01-02") }
