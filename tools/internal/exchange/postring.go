package exchange

import (
	"strconv"
	"strings"
)

// unquote reads a quoted string with its escapes, as in C.
func (p *poReader) unquote(offset int, s string) (string, bool) {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		p.syntax(offset, "a text in quotes was expected")
		return "", false
	}
	s = s[1 : len(s)-1]
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			p.syntax(offset, "a quotation mark inside a text; write \\\"")
			return "", false
		case s[i] != '\\':
			b.WriteByte(s[i])
			continue
		case i+1 == len(s):
			p.syntax(offset, "a backslash at the end of a text")
			return "", false
		}
		n, ok := unescapePO(&b, s[i+1:])
		if !ok {
			p.syntax(offset, "unknown escape \\"+s[i+1:i+2])
			return "", false
		}
		i += n
	}
	return strings.ToValidUTF8(b.String(), "\uFFFD"), true
}

// unescapePO writes what follows a backslash and returns how many bytes it took.
func unescapePO(b *strings.Builder, s string) (int, bool) {
	if i := strings.IndexByte(`abfnrtv"\'?`, s[0]); i >= 0 {
		b.WriteByte("\a\b\f\n\r\t\v\"\\'?"[i])
		return 1, true
	}
	n, base := 1, 8
	digits := "01234567"
	switch {
	case s[0] == 'x':
		base, digits, s = 16, "0123456789abcdefABCDEF", s[1:]
		n = 0
	case !strings.Contains(digits, s[:1]):
		return 0, false
	}
	for n < len(s) && n < 3 && strings.IndexByte(digits, s[n]) >= 0 && (base == 8 || n < 2) {
		n++
	}
	v, err := strconv.ParseUint(s[:n], base, 16)
	if err != nil || v > 255 {
		return 0, false
	}
	b.WriteByte(byte(v))
	if base == 16 {
		n++
	}
	return n, true
}
