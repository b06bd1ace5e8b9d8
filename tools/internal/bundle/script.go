package bundle

import (
	"regexp"
	"strings"
)

// reaching are the ways of a script to ask for something that a page opened from
// a disk does not get.
var reaching = regexp.MustCompile(`(?:^|[^\w$.])(fetch\s*\(|(?:self|window|globalThis)\s*\.\s*fetch\s*\(|new\s+XMLHttpRequest\b|new\s+EventSource\b|new\s+WebSocket\b|new\s+(?:Shared)?Worker\s*\(|import\s*\(|importScripts\s*\(|import\s+[\w{*"'])|\bnavigator\s*\.\s*(serviceWorker|sendBeacon)\b`)

// checkScript finds a script that fetches. base is the script's offset.
func checkScript(code []byte, base int, note noter) {
	bare := blank(code)
	for _, m := range reaching.FindAllSubmatchIndex(bare, -1) {
		from, to := m[2], m[3]
		if from < 0 {
			from, to = m[0], m[1]
		}
		what := strings.Join(strings.Fields(strings.TrimRight(string(bare[from:to]), "(\"'{* ")), " ")
		note(base+from, "bundle-script", "a script uses %s, which a page opened from a disk may not", what).Hint =
			"put the data into a classic script, or into the page"
	}
}

// blank returns a script with its comments, strings and regular expressions as
// blanks, so that what they say is not taken for what it does.
func blank(code []byte) []byte {
	out := append([]byte(nil), code...)
	wipe := func(from, to int) {
		for i := from; i < min(to, len(out)); i++ {
			if out[i] != '\n' {
				out[i] = ' '
			}
		}
	}
	last := byte(0) // the last byte that is no white space
	for i := 0; i < len(code); {
		c := code[i]
		end := i + 1
		switch {
		case c == '/' && i+1 < len(code) && code[i+1] == '/':
			for end = i; end < len(code) && code[end] != '\n'; end++ {
			}
			wipe(i, end)
		case c == '/' && i+1 < len(code) && code[i+1] == '*':
			end = after(code, i+2, "*/")
			wipe(i, end)
		case c == '"' || c == '\'':
			end = stringEnd(code, i)
			wipe(i+1, end-1)
			last = c
		case c == '`':
			end = templateEnd(code, i)
			wipe(i+1, end-1)
			last = c
		case c == '/' && (last == 0 || strings.IndexByte("(,=:[!&|?{};+-*%~^<>", last) >= 0):
			end = expressionEnd(code, i)
			wipe(i, end)
			last = ')'
		case !space(c):
			last = c
		}
		i = end
	}
	return out
}

// templateEnd returns the offset behind a template literal; what it holds in
// ${} is taken for text, which hides little.
func templateEnd(code []byte, i int) int {
	for j := i + 1; j < len(code); j++ {
		switch code[j] {
		case '\\':
			j++
		case '`':
			return j + 1
		}
	}
	return len(code)
}

// expressionEnd returns the offset behind a regular expression.
func expressionEnd(code []byte, i int) int {
	class := false
	for j := i + 1; j < len(code); j++ {
		switch c := code[j]; {
		case c == '\\':
			j++
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '\n', c == '/' && !class:
			return j + 1
		}
	}
	return len(code)
}
