package bundle

import (
	"bytes"
	"strings"
)

// rewriteCSS copies a style sheet and gives each address in it, of url() and
// @import, to change; what that returns takes its place. at is the address's
// offset. Comments and other strings are copied (CSS Syntax 3, 4.3).
func rewriteCSS(src []byte, change func(address string, at int) string) []byte {
	var out bytes.Buffer
	done, imports := 0, false
	replace := func(from, to, valueFrom, valueTo int, before, after string) {
		address := unescapeCSS(string(src[valueFrom:valueTo]))
		if changed := change(address, valueFrom); changed != address {
			out.Write(src[done:from])
			out.WriteString(before + quoteCSS(changed) + after)
			done = to
		}
	}
	for i := 0; i < len(src); {
		switch c := src[i]; {
		case c == '/' && i+1 < len(src) && src[i+1] == '*':
			i = after(src, i+2, "*/")
		case c == '"' || c == '\'':
			end := stringEnd(src, i)
			if imports {
				replace(i, end, i+1, max(i+1, end-1), "", "")
			}
			i = end
		case c == '@':
			imports = hasPrefixFold(src[i:], "@import")
			i++
		case c == ';' || c == '{':
			imports = false
			i++
		case (c == 'u' || c == 'U') && hasPrefixFold(src[i:], "url(") && (i == 0 || !nameByte(src[i-1])):
			from, to, end := urlToken(src, i+4)
			replace(i, end, from, to, "url(", ")")
			i = end
		default:
			i++
		}
	}
	if done == 0 {
		return src
	}
	out.Write(src[done:])
	return out.Bytes()
}

// urlToken returns where the address of a url( token stands, and its end.
func urlToken(src []byte, i int) (from, to, end int) {
	for i < len(src) && space(src[i]) {
		i++
	}
	if i < len(src) && (src[i] == '"' || src[i] == '\'') {
		stop := stringEnd(src, i)
		return i + 1, max(i+1, stop-1), after(src, stop, ")")
	}
	from = i
	for i < len(src) && src[i] != ')' {
		if src[i] == '\\' {
			i++
		}
		i++
	}
	i = min(i, len(src))
	to = i
	for to > from && space(src[to-1]) {
		to--
	}
	return from, to, min(i+1, len(src))
}

// stringEnd returns the offset behind a string that begins at i.
func stringEnd(src []byte, i int) int {
	for quote, j := src[i], i+1; j < len(src); j++ {
		switch src[j] {
		case '\\':
			j++
		case quote:
			return j + 1
		case '\n':
			return j
		}
	}
	return len(src)
}

func after(src []byte, i int, mark string) int {
	if n := bytes.Index(src[min(i, len(src)):], []byte(mark)); n >= 0 {
		return i + n + len(mark)
	}
	return len(src)
}

func hasPrefixFold(src []byte, prefix string) bool {
	return len(src) >= len(prefix) && strings.EqualFold(string(src[:len(prefix)]), prefix)
}

func nameByte(b byte) bool {
	return b == '-' || b == '_' || b >= 0x80 || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// unescapeCSS undoes the escapes that addresses are written with: a backslash
// before a character that is no hexadecimal digit.
func unescapeCSS(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func quoteCSS(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\a `).Replace(s) + `"`
}
