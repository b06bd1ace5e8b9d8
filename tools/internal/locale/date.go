package locale

import (
	"strconv"
	"strings"
)

// Years count as astronomers and EDTF do: 1 is AD 1, 0 is 1 BC, -43 is 44 BC. From
// 10000 on they have separators. Months are 1 to 12, quarters 1 to 4; another number
// is a mistake in the program, and panics. A day and the month beside it are held
// together by U+00A0, and so is a year with its era.

// Date writes a day: "27. September 2021", "15. März 44 v. Chr.".
func (l *Locale) Date(y, m, d int) string { return l.day(y, m, l.dayOfMonth(d), false) }

// DateShort writes a day with the month abbreviated, or in figures where CLDR has
// no abbreviation: "27. Sept. 2021", in Czech "27. 9. 2021".
func (l *Locale) DateShort(y, m, d int) string { return l.day(y, m, l.dayOfMonth(d), true) }

// Days writes successive days of one month, with what stands between them: "18.
// bis 19. Januar 2025" for " bis ", in American English "January 18–19, 2025" for
// "–".
func (l *Locale) Days(y, m, from, to int, between string) string {
	return l.day(y, m, l.days(from, to, between), false)
}

// DaysShort is Days with the month abbreviated.
func (l *Locale) DaysShort(y, m, from, to int, between string) string {
	return l.day(y, m, l.days(from, to, between), true)
}

func (l *Locale) day(y, m int, day string, short bool) string {
	p := l.table.Dates
	f := fields{years: []int{y}, month: m, day: day}
	if short {
		return l.fill(l.era(y, p.DateShort, p.EraDateShort), f)
	}
	return l.fill(l.era(y, p.Date, p.EraDate), f)
}

// Day writes a day without its year: "27. September".
func (l *Locale) Day(m, d int) string {
	return l.fill(l.table.Dates.Day, fields{month: m, day: l.dayOfMonth(d)})
}

// DayShort writes a day without its year, the month abbreviated: "27. Sept.".
func (l *Locale) DayShort(m, d int) string {
	return l.fill(l.table.Dates.DayShort, fields{month: m, day: l.dayOfMonth(d)})
}

// Month writes a month: "März 2023".
func (l *Locale) Month(y, m int) string {
	return l.fill(l.era(y, l.table.Dates.Month, l.table.Dates.EraMonth), fields{years: []int{y}, month: m})
}

// MonthShort writes a month abbreviated: "Dez. 2023".
func (l *Locale) MonthShort(y, m int) string {
	return l.fill(l.era(y, l.table.Dates.MonthShort, l.table.Dates.EraMonthShort), fields{years: []int{y}, month: m})
}

// MonthName returns the name of a month as it stands alone: "März".
func (l *Locale) MonthName(m int) string { return l.table.MonthsAlone[m-1] }

// Quarter writes a quarter of a year of the common era: "2. Quartal 2022".
func (l *Locale) Quarter(y, q int) string {
	return l.fill(l.table.Dates.Quarter, fields{years: []int{y}, quarter: q})
}

// QuarterShort abbreviates it: "Q2 2022".
func (l *Locale) QuarterShort(y, q int) string {
	return l.fill(l.table.Dates.QuarterShort, fields{years: []int{y}, quarter: q})
}

// Year writes a year: "2023", "44 v. Chr.", in Japanese "2023年".
func (l *Locale) Year(y int) string {
	return l.fill(l.era(y, l.table.Dates.Year, l.table.Dates.EraYear), fields{years: []int{y}})
}

// Years writes a span of years of the common era, with CLDR's dash: "2010–2019".
func (l *Locale) Years(from, to int) string {
	return l.fill(l.table.Dates.Years, fields{years: []int{from, to}})
}

// Approximately returns the sign for about: "≈", "~".
func (l *Locale) Approximately() string { return l.table.Approximately }

// era chooses between the pattern of a year and that of one before the common era.
func (l *Locale) era(y int, common, before string) string {
	if y < 1 {
		return before
	}
	return common
}

func (l *Locale) dayOfMonth(d int) string {
	if word, ok := firstOfMonth(l.spoken()); ok && d == 1 {
		return word
	}
	return strconv.Itoa(d)
}

// days writes two days; a full stop that the pattern has after the day (German
// ordinals) the first of them takes along.
func (l *Locale) days(from, to int, between string) string {
	first := l.dayOfMonth(from)
	if strings.Contains(l.table.Dates.Date, "d.") {
		first += "."
	}
	return first + between + l.dayOfMonth(to)
}
