package locale

import (
	"strconv"
	"strings"
)

// Date writes a day: "27. September 2021".
func (l *Locale) Date(y, m, d int) string {
	return l.fill(l.table.Date, when{year: y, month: m, day: d})
}

// DateShort writes a day with the month abbreviated: "27. Sept. 2021".
func (l *Locale) DateShort(y, m, d int) string {
	return l.fill(l.table.DateShort, when{year: y, month: m, day: d})
}

// Day writes a day without its year: "27. September".
func (l *Locale) Day(m, d int) string { return l.fill(l.table.Day, when{month: m, day: d}) }

// Month writes a month: "März 2023".
func (l *Locale) Month(y, m int) string { return l.fill(l.table.Month, when{year: y, month: m}) }

// MonthShort writes a month abbreviated: "Dez. 2023".
func (l *Locale) MonthShort(y, m int) string {
	return l.fill(l.table.MonthShort, when{year: y, month: m})
}

// MonthName returns the name of a month, 1 to 12, standing alone.
func (l *Locale) MonthName(m int) string { return l.table.MonthsAlone[m-1] }

// Quarter writes a quarter, 1 to 4, of a year: "2. Quartal 2022".
func (l *Locale) Quarter(y, q int) string { return l.fill(l.table.Quarter, when{year: y, quarter: q}) }

// when are the fields that a pattern can ask for.
type when struct{ year, quarter, month, day int }

// fill replaces the fields of a CLDR date pattern (UTS 35, part 4, "Date Field
// Symbol Table"), as far as the patterns of dates use them. What stands between
// day and month keeps them on one line.
func (l *Locale) fill(pattern string, w when) string {
	var b strings.Builder
	runes := []rune(pattern)
	quoted := false
	between := "" // what stands since the last field
	last := ' '
	for i := 0; i < len(runes); {
		c := runes[i]
		n := 1
		for i+n < len(runes) && runes[i+n] == c {
			n++
		}
		i += n
		if c == '\'' {
			if n%2 == 1 {
				quoted = !quoted
			}
			between += strings.Repeat("'", n/2)
			continue
		}
		text, ok := "", false
		if !quoted {
			text, ok = l.field(c, n, w)
		}
		if !ok {
			between += strings.Repeat(string(c), n)
			continue
		}
		if c == 'L' {
			c = 'M'
		}
		if last == 'd' && c == 'M' || last == 'M' && c == 'd' {
			between = hold(between)
		}
		b.WriteString(between + text)
		between, last = "", c
	}
	return b.String() + between
}

func (l *Locale) field(c rune, n int, w when) (string, bool) {
	switch c {
	case 'y':
		return strconv.Itoa(w.year), true
	case 'd':
		if w.day == 1 && l.Language() == "fr" { // CLDR has no ordinals in dates
			return "1er", true
		}
		return pad(w.day, n), true
	case 'M', 'L':
		return l.month(w.month, n, c == 'L'), true
	case 'Q':
		if n <= 2 {
			return pad(w.quarter, n), true
		}
		return l.table.Quarters[w.quarter-1], true
	}
	return "", false
}

func (l *Locale) month(m, width int, alone bool) string {
	switch {
	case width <= 2:
		return pad(m, width)
	case width == 3 && alone:
		return l.table.MonthsAloneShort[m-1]
	case width == 3:
		return l.table.MonthsShort[m-1]
	case alone:
		return l.table.MonthsAlone[m-1]
	}
	return l.table.Months[m-1]
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	if len(s) < width {
		return strings.Repeat("0", width-len(s)) + s
	}
	return s
}
