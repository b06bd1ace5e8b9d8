package edtf

import (
	"fmt"
	"strings"
	"time"
)

// point words a date without its doubts.
func (s speaker) point(p point) string {
	switch {
	case !p.exact:
		return s.someYear(p)
	case p.season > 0:
		return s.season(p)
	case p.precision == ToDay && s.short:
		return s.DateShort(p.year, p.month, p.day)
	case p.precision == ToDay:
		return s.Date(p.year, p.month, p.day)
	case p.precision == ToMonth && p.days.some():
		return s.days(p.year, p.month, p.min.Day(), p.max.Day())
	case p.precision == ToMonth && s.short:
		return s.MonthShort(p.year, p.month)
	case p.precision == ToMonth:
		return s.Month(p.year, p.month)
	case p.months.some() && p.day == 0:
		return s.months(p)
	}
	return s.Year(p.year)
}

// some reports whether some of the digits are known, and some not.
func (d digits) some() bool { n := d.unspecified(); return n > 0 && n < len(d) }

// months words a date by the months it lasts: "Oktober bis Dezember 1984".
func (s speaker) months(p point) string {
	month := func(t time.Time) point {
		return point{exact: true, precision: ToMonth, year: t.Year(), month: int(t.Month())}
	}
	return s.interval(month(p.min), month(p.max))
}

// years words a date by the years it can mean: "1000 bis 1999".
func (s speaker) years(p point) string {
	first, last := p.span()
	if s.between == "" && first > 0 {
		return s.Years(first, last)
	}
	year := func(y int) point { return point{exact: true, precision: ToYear, year: y} }
	return s.interval(year(first), year(last))
}

// someYear words a date whose year has unspecified digits.
func (s speaker) someYear(p point) string {
	year := s.decadeOrCentury(p)
	if p.years.unspecified() == len(p.years) {
		year = ""
	}
	day := ""
	switch {
	case p.month > 0 && p.day > 0 && s.short:
		day = s.DayShort(p.month, p.day)
	case p.month > 0 && p.day > 0:
		day = s.Day(p.month, p.day)
	case p.month > 0:
		day = s.MonthName(p.month)
	}
	switch {
	case day == "" && year == "":
		return s.noYear
	case day == "" || year == "":
		return day + year
	}
	return day + ", " + year
}

// decadeOrCentury words the year of a date. Decades before the common era have no
// names: they are written as years.
func (s speaker) decadeOrCentury(p point) string {
	named := point{years: p.years, year: p.year, precision: p.precision}
	switch {
	case s.decade == "" || !named.whole():
		return s.years(p)
	case p.precision == ToDecade:
		return put(s.decade, "{y}", fmt.Sprint(p.year))
	case p.negative:
		century := put(s.century, "{n}", s.ordinal(p.years.least()/100+1))
		return strings.Replace(s.Year(0), "1\u00a0", century+" ", 1) // "1 v. Chr."
	}
	return put(s.century, "{n}", s.ordinal(p.year/100+1))
}

// season words a season, quarter, third or half of a year; where there are no words
// for it, by its months.
func (s speaker) season(p point) string {
	switch code := p.season; {
	case p.year < 1:
		return s.months(p)
	case code >= 33 && code <= 36 && s.quarter == "":
		return s.cldrQuarter(p.year, code-32)
	case s.seasons[0] == "":
		return s.months(p)
	case code >= 40:
		return s.share(s.half, code-39, p.year)
	case code >= 37:
		return s.share(s.third, code-36, p.year)
	case code >= 33:
		return s.share(s.quarter, code-32, p.year)
	}
	years := fmt.Sprint(p.year)
	if p.max.Year() > p.year {
		years += s.turn + nextYear(p.year)
	}
	text := put(s.seasons[(p.season-21)%4], "{y}", years)
	if p.season >= 29 {
		return put(s.south, "{}", text)
	}
	return text
}

func (s speaker) cldrQuarter(year, n int) string {
	if s.short {
		return s.QuarterShort(year, n)
	}
	return s.Quarter(year, n)
}

func (s speaker) share(pattern string, n, year int) string {
	return strings.NewReplacer("{n}", s.wording.part(n), "{y}", s.Year(year)).Replace(pattern)
}

// nextYear writes the second year of a winter: "2022/23", but "1999/2000".
func nextYear(y int) string {
	if (y+1)%100 == 0 {
		return fmt.Sprint(y + 1)
	}
	return fmt.Sprintf("%02d", (y+1)%100)
}
