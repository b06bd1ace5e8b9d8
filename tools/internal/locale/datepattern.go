package locale

import (
	"strconv"
	"strings"
)

// fields are what a date pattern asks for. That of a span of years asks for two.
type fields struct {
	years   []int
	month   int
	day     string
	quarter int
}

// fill replaces the fields of a CLDR date pattern (UTS 35, part 4, "Date Field
// Symbol Table"). The tables have dates without time and weekday only.
func (l *Locale) fill(pattern string, f fields) string {
	var b strings.Builder
	for _, t := range tokens(pattern) {
		switch t.letter {
		case 0:
			b.WriteString(t.text)
		case 'y':
			b.WriteString(l.yearDigits(f.years[0]))
			f.years = f.years[len(f.years)-1:]
		case 'M', 'L':
			b.WriteString(l.month(f.month, t.letter == 'L', len(t.text)))
		case 'd':
			b.WriteString(daysOf(f.day, len(t.text)))
		case 'Q':
			b.WriteString(l.quarter(f.quarter, len(t.text)))
		case 'G':
			b.WriteString(hold(l.table.Era))
		default:
			panic("locale: data: date pattern " + pattern)
		}
	}
	return b.String()
}

// daysOf puts a nought before each day of one digit, where the pattern has two
// letters for it.
func daysOf(days string, width int) string {
	if width < 2 {
		return days
	}
	var b strings.Builder
	digit := func(i int) bool { return i >= 0 && i < len(days) && days[i] >= '0' && days[i] <= '9' }
	for i := range len(days) {
		if digit(i) && !digit(i-1) && !digit(i+1) {
			b.WriteByte('0')
		}
		b.WriteByte(days[i])
	}
	return b.String()
}

// token is a field (a letter, repeated) or literal text (no letter).
type token struct {
	letter byte
	text   string
}

// tokens takes a pattern apart and holds a day to its month, and a year to its
// era.
func tokens(pattern string) []token {
	var out []token
	for len(pattern) > 0 {
		c, n := pattern[0], 1
		switch {
		case c == '\'':
			end := strings.IndexByte(pattern[1:], '\'') + 1
			out = literal(out, pattern[1:end])
			n = end + 1
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			n = len(pattern) - len(strings.TrimLeft(pattern, string(c)))
			out = append(out, token{c, pattern[:n]})
		default:
			out = literal(out, pattern[:1])
		}
		pattern = pattern[n:]
	}
	for i := 1; i < len(out)-1; i++ {
		out[i].text = held(out[i], out[i-1].letter, out[i+1].letter)
	}
	return out
}

// literal appends text to the last token, if that is literal too.
func literal(out []token, text string) []token {
	if n := len(out); n > 0 && out[n-1].letter == 0 {
		out[n-1].text += text
		return out
	}
	return append(out, token{text: text})
}

// held makes the space between two fields one that does not break.
func held(t token, before, after byte) string {
	switch {
	case t.letter != 0:
		return t.text
	case before == 'G' || after == 'G':
		return hold(t.text)
	case before == 'd' && !strings.HasPrefix(t.text, ","):
		return strings.Replace(t.text, " ", noBreak, 1)
	case after == 'd' && strings.HasSuffix(t.text, " "):
		return strings.TrimSuffix(t.text, " ") + noBreak
	}
	return t.text
}

func (l *Locale) yearDigits(y int) string {
	if y < 1 {
		y = 1 - y
	}
	return group(strconv.Itoa(y), l.table.Group, 2)
}

// month writes a month in figures (one letter or two), abbreviated (three) or in
// full (four), within a date or alone.
func (l *Locale) month(m int, alone bool, width int) string {
	switch {
	case width == 1:
		return strconv.Itoa(m)
	case width == 2:
		return twoDigits(m)
	case width == 3 && alone:
		return l.table.MonthsAloneShort[m-1]
	case width == 3:
		return l.table.MonthsShort[m-1]
	case alone:
		return l.table.MonthsAlone[m-1]
	}
	return l.table.Months[m-1]
}

func (l *Locale) quarter(q, width int) string {
	switch width {
	case 1:
		return strconv.Itoa(q)
	case 3:
		return l.table.QuartersShort[q-1]
	}
	return l.table.Quarters[q-1]
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
