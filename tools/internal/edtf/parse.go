package edtf

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// parsePoint reads one date; col is the column of its first byte.
func parsePoint(s string, col int) (point, error) {
	var p point
	if s == "" {
		return p, &Error{col, "a date is missing"}
	}
	if i := strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune("0123456789X-~?%", r) }); i >= 0 {
		return p, notEDTF(s, col, i)
	}
	rest := s
	if p.negative = strings.HasPrefix(s, "-"); p.negative {
		rest = s[1:]
		col++
	}
	parts := strings.Split(rest, "-")
	if len(parts) > 3 {
		return p, &Error{col + len(strings.Join(parts[:3], "-")), "a date has a year, a month and a day"}
	}
	at := col
	for i, part := range parts {
		text, where, err := p.qualify(part, at)
		if err != nil {
			return p, err
		}
		switch i {
		case 0:
			err = p.setYear(text, where)
		case 1:
			err = p.setMonth(text, where)
		case 2:
			err = p.setDay(text, where)
		}
		if err != nil {
			return p, err
		}
		at += len(part) + 1
	}
	p.bounds()
	return p, nil
}

// notEDTF says why the byte at i cannot be, for what people write most often.
func notEDTF(s string, col, i int) error {
	r, _ := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == '/':
		return &Error{col + i, "an interval has two ends"}
	case strings.HasPrefix(s[i:], ".."):
		return &Error{col + i, "an open end stands alone, after or before a slash: 2023/.."}
	case r == '.':
		return &Error{col + i, "write the year first, with hyphens: 2023-03-05"}
	case r == '–' || r == '—':
		return &Error{col + i, "write an interval with a slash: 2021/2023"}
	case r == 'T':
		return &Error{col + i, "a time of day is not read"}
	case r == 'Y':
		return &Error{col + i, "a year has four digits"}
	case r == 'x':
		return &Error{col + i, "an unknown digit is a capital X"}
	}
	return &Error{col + i, fmt.Sprintf("%q has no place in a date", r)}
}

// qualify takes the marks ~ ? % off a component. At its end they qualify all up
// to there (level 1 and 2), at its beginning that component alone (level 2).
func (p *point) qualify(s string, col int) (text string, where int, err error) {
	text = s
	for _, edge := range []bool{true, false} {
		if text == "" {
			break
		}
		mark := text[0]
		if edge {
			mark = text[len(text)-1]
		}
		switch mark {
		case '~':
			p.approximate = true
		case '?':
			p.uncertain = true
		case '%':
			p.approximate, p.uncertain = true, true
		default:
			continue
		}
		if edge {
			text = text[:len(text)-1]
		} else {
			text, col = text[1:], col+1
		}
	}
	if i := strings.IndexAny(text, "~?%"); i >= 0 {
		return text, col, &Error{col + i, "a mark of doubt stands before or after a component, once"}
	}
	return text, col, nil
}

func (p *point) setYear(s string, col int) error {
	if len(s) != 4 {
		return &Error{col, fmt.Sprintf("a year has four digits, not %q", s)}
	}
	trimmed := strings.TrimRight(s, "X")
	if i := strings.IndexByte(trimmed, 'X'); i >= 0 || trimmed == "" {
		return &Error{col + max(0, i), "X stands at the end of a year, after at least one digit"}
	}
	p.unspecified = len(s) - len(trimmed)
	if p.unspecified > 2 {
		return &Error{col, "a year with more than two X is no help to a reader"}
	}
	p.year = number(trimmed + strings.Repeat("0", p.unspecified))
	switch {
	case p.negative && p.year == 0 && p.unspecified == 0:
		return &Error{col, "the year 0 has no sign"}
	case p.negative:
		p.year = -p.year
	}
	p.precision = [...]Precision{ToYear, ToDecade, ToCentury}[p.unspecified]
	return nil
}

func (p *point) setMonth(s string, col int) error {
	if len(s) != 2 {
		return &Error{col, fmt.Sprintf("a month has two digits, not %q", s)}
	}
	if s == "XX" {
		return nil
	}
	if strings.Contains(s, "X") {
		return &Error{col, "a month is known or XX"}
	}
	n := number(s)
	switch {
	case p.unspecified > 0:
		return &Error{col, "the month of an unknown year cannot be known"}
	case n >= 1 && n <= 12:
		p.precision = ToMonth
	case n >= 21 && n <= 41:
		p.precision = ToSeason
	default:
		return &Error{col, fmt.Sprintf("there is no month or season %s", s)}
	}
	p.month = n
	return nil
}

func (p *point) setDay(s string, col int) error {
	switch {
	case len(s) != 2:
		return &Error{col, fmt.Sprintf("a day has two digits, not %q", s)}
	case p.month > 12:
		return &Error{col, "a season has no days"}
	case s == "XX":
		return nil
	case strings.Contains(s, "X"):
		return &Error{col, "a day is known or XX"}
	case p.month == 0:
		return &Error{col, "the day of an unknown month cannot be known"}
	}
	p.day = number(s)
	if last := lastDay(p.year, p.month); p.day < 1 || p.day > last {
		return &Error{col, fmt.Sprintf("%s %d has %d days", time.Month(p.month), p.year, last)}
	}
	p.precision = ToDay
	return nil
}

// bounds works out the first and last day.
func (p *point) bounds() {
	begin, end := p.years()
	first, last := 1, 12
	if p.month > 0 {
		first, last = p.month, p.month
	}
	if p.month > 12 {
		first, last = seasonMonths(p.month)
	}
	p.min = civil(begin, first, 1)
	p.max = civil(end, last+1, 0)
	if p.day > 0 {
		p.min = civil(p.year, p.month, p.day)
		p.max = p.min
	}
}

// years returns the first and the last year that the digits can mean. Before
// year 0 the unspecified ones count backwards: -001X is -19 to -10.
func (p *point) years() (first, last int) {
	span := [...]int{1, 10, 100}[p.unspecified]
	if p.negative {
		return p.year - span + 1, p.year
	}
	return p.year, p.year + span - 1
}

// seasonMonths returns the first and last month of a season, counted from
// January of its year. Seasons without a hemisphere (21–24) and northern ones
// (25–28) begin in March, as meteorologists count; winter runs into the next
// year. Southern ones (29–32) are half a year apart, and it is summer that does.
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

func number(s string) int {
	n := 0
	for _, c := range []byte(s) {
		n = n*10 + int(c-'0')
	}
	return n
}
