package edtf

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// parseWhole reads a date that stands alone, perhaps with a time of day (level 0,
// "Date and Time").
func parseWhole(s string) (point, error) {
	date, clock, timed := strings.Cut(s, "T")
	if !timed || len(date) != len(time.DateOnly) {
		return parsePoint(s, 1)
	}
	p, err := parsePoint(date, 1)
	switch {
	case err != nil:
		return p, err
	case p.precision != ToDay || p.approximate || p.uncertain:
		return p, &Error{len(date) + 1, "a time of day needs a day without doubt"}
	case !isClock(clock):
		return p, &Error{len(date) + 2, "a time of day is hh:mm:ss, then nothing, Z, +hh or +hh:mm"}
	}
	return p, nil
}

func isClock(s string) bool {
	for _, layout := range []string{"15:04:05", "15:04:05Z", "15:04:05Z07", "15:04:05Z07:00"} {
		if _, err := time.Parse(layout, s); err == nil && !strings.Contains(s, ".") {
			return true
		}
	}
	return false
}

// parsePoint reads one date; col is the column of its first byte.
func parsePoint(s string, col int) (point, error) {
	if s == "" {
		return point{}, &Error{col, "a date is missing"}
	}
	if s[0] == 'Y' {
		return parseLongYear(s, col)
	}
	if i := strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune("0123456789X-~?%", r) }); i >= 0 {
		return point{}, notEDTF(s, col, i)
	}
	var p point
	text, at := s, col
	if p.negative = strings.HasPrefix(s, "-"); p.negative {
		text, at = s[1:], at+1
	}
	parts := strings.Split(text, "-")
	if len(parts) > 3 {
		return p, &Error{at + len(strings.Join(parts[:3], "-")), "a date has a year, a month and a day"}
	}
	for i, part := range parts {
		digits, where, err := p.qualify(part, at)
		if err == nil {
			err = [...]func(string, int) error{p.setYear, p.setMonth, p.setDay}[i](digits, where)
		}
		if err != nil {
			return p, err
		}
		at += len(part) + 1
	}
	if !p.settle() {
		return p, p.noSuchDay(at - 1 - len(strings.TrimLeft(parts[2], "~?%")))
	}
	return p, nil
}

// parseLongYear reads a year of more than four digits: Y170000002 (level 1,
// "Letter-prefixed calendar year").
func parseLongYear(s string, col int) (point, error) {
	var p point
	text, _, err := p.qualify(s[1:], col+1)
	if err != nil {
		return p, err
	}
	text, p.negative = strings.CutPrefix(text, "-")
	p.years = digits(text)
	switch {
	case strings.ContainsAny(text, "ES"):
		return p, &Error{col, "a year with an exponent or with significant digits is not read"}
	case strings.Contains(text, "-"):
		return p, &Error{col + strings.LastIndexByte(s, '-'), "a year with Y has no month"}
	case !p.years.isNumber():
		return p, &Error{col, "a year with Y has digits only"}
	case len(text) <= 4 || text[0] == '0':
		return p, &Error{col, "a year of four digits has no Y, and one of more begins with another digit than 0"}
	case len(text) > 9:
		return p, &Error{col, "a year has nine digits at most"}
	}
	p.settle()
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
		return &Error{col + i, "a time of day stands after a whole day only, and in no interval"}
	case r == 'x':
		return &Error{col + i, "an unknown digit is a capital X"}
	case r == '[' || r == '{':
		return &Error{col + i, "sets of dates are not read: write an interval, 2021/2023"}
	}
	return &Error{col + i, fmt.Sprintf("%q has no place in a date", r)}
}

// qualify takes the marks ~ ? % off a component. At its end they qualify all up to
// there (levels 1 and 2), at its beginning that component alone (level 2). Which
// component it is makes no difference to the date as a whole.
func (p *point) qualify(s string, col int) (text string, where int, err error) {
	text = s
	if n := len(text); n > 0 && p.doubt(text[n-1]) {
		text = text[:n-1]
	}
	if text != "" && p.doubt(text[0]) {
		text, col = text[1:], col+1
	}
	if i := strings.IndexAny(text, "~?%"); i >= 0 {
		return text, col, &Error{col + i, "a mark of doubt stands before or after a component, once"}
	}
	return text, col, nil
}

// doubt notes a mark, if it is one.
func (p *point) doubt(mark byte) bool {
	p.approximate = p.approximate || mark == '~' || mark == '%'
	p.uncertain = p.uncertain || mark == '?' || mark == '%'
	return mark == '~' || mark == '?' || mark == '%'
}

func (p *point) setYear(s string, col int) error {
	p.years = digits(s)
	switch {
	case len(s) == 8 && p.years.isNumber():
		return &Error{col, fmt.Sprintf("write hyphens: %s-%s-%s", s[:4], s[4:6], s[6:])}
	case len(s) > 4 && p.years.isNumber():
		return &Error{col, fmt.Sprintf("a year has four digits, not %q; a longer one begins with Y", s)}
	case len(s) != 4:
		return &Error{col, fmt.Sprintf("a year has four digits, not %q", s)}
	case p.negative && s == "0000":
		return &Error{col, "the year 0 has no sign"}
	}
	return nil
}

func (p *point) setMonth(s string, col int) error {
	if len(s) != 2 {
		return &Error{col, fmt.Sprintf("a month has two digits, not %q", s)}
	}
	p.months = digits(s)
	n := p.months.least()
	switch {
	case p.months.unspecified() > 0:
		if !p.months.isMonth() {
			return &Error{col, fmt.Sprintf("no month is %s", s)}
		}
	case n >= 1 && n <= 12:
		p.month = n
	case n < 21 || n > 41:
		return &Error{col, fmt.Sprintf("there is no month or season %s", s)}
	case p.years.unspecified() > 0:
		return &Error{col, "a season needs a year that is known"}
	default:
		p.season = n
	}
	return nil
}

func (d digits) isMonth() bool {
	for m := 1; m <= 12; m++ {
		if d.matches(m) {
			return true
		}
	}
	return false
}

func (p *point) setDay(s string, col int) error {
	switch {
	case len(s) != 2:
		return &Error{col, fmt.Sprintf("a day has two digits, not %q", s)}
	case p.season > 0:
		return &Error{col, "a season has no days"}
	}
	p.days = digits(s)
	if p.days.isNumber() {
		p.day = number(s)
	}
	return nil
}

// noSuchDay says that a day is not in its month.
func (p *point) noSuchDay(col int) error {
	what := fmt.Sprintf("day %s does not exist", p.days)
	switch {
	case p.month == 0:
		return &Error{col, what}
	case p.exact:
		return &Error{col, fmt.Sprintf("%s in %s %d", what, strings.ToLower(time.Month(p.month).String()), p.year)}
	}
	return &Error{col, what + " in " + strings.ToLower(time.Month(p.month).String())}
}
