package locale

import (
	"strconv"
	"strings"
)

// Date writes a day: "27. September 2021".
func (l *Locale) Date(y, m, d int) string { return l.fill(l.table.Date, y, m, d) }

// DateShort writes a day with the month abbreviated: "27. Sept. 2021".
func (l *Locale) DateShort(y, m, d int) string { return l.fill(l.table.DateShort, y, m, d) }

// Day writes a day without its year: "27. September".
func (l *Locale) Day(m, d int) string { return l.fill(l.table.Day, 0, m, d) }

// Month writes a month: "März 2023".
func (l *Locale) Month(y, m int) string { return l.fill(l.table.Month, y, m, 0) }

// MonthShort writes a month abbreviated: "Dez. 2023".
func (l *Locale) MonthShort(y, m int) string { return l.fill(l.table.MonthShort, y, m, 0) }

// MonthName returns the name of a month, 1 to 12, standing alone.
func (l *Locale) MonthName(m int) string { return l.table.MonthsAlone[m-1] }

// Quarter writes a quarter, 1 to 4, of a year: "2. Quartal 2022".
func (l *Locale) Quarter(y, q int) string {
	return strings.Replace(l.fill(strings.ReplaceAll(l.table.Quarter, "QQQQ", "\x00"), y, 1, 0), "\x00", l.table.Quarters[q-1], 1)
}

// fill replaces the fields of a CLDR date pattern (UTS 35, part 4, "Date Field
// Symbol Table"), as far as the patterns of dates use them.
func (l *Locale) fill(pattern string, y, m, d int) string {
	var b strings.Builder
	quoted := false
	for i := 0; i < len(pattern); {
		c := pattern[i]
		n := 1
		for i+n < len(pattern) && pattern[i+n] == c {
			n++
		}
		switch {
		case c == '\'':
			if n%2 == 1 {
				quoted = !quoted
			}
			b.WriteString(strings.Repeat("'", n/2))
		case quoted:
			b.WriteString(pattern[i : i+n])
		case c == 'y':
			b.WriteString(strconv.Itoa(y))
		case c == 'd':
			b.WriteString(pad(d, n))
		case c == 'M' || c == 'L':
			b.WriteString(l.month(m, n, c == 'L'))
		default:
			b.WriteString(strings.Repeat(string(c), n))
		}
		i += n
	}
	return joined(b.String(), d)
}

// joined keeps a day and the month after it on one line.
func joined(s string, d int) string {
	day := strconv.Itoa(d)
	for _, sep := range []string{". ", " "} {
		if rest, ok := strings.CutPrefix(s, day+sep); ok && d > 0 {
			return day + hold(sep) + rest
		}
	}
	return s
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
