package markdown

import (
	"strings"

	"github.com/yuin/goldmark/util"
)

// A tail is what follows the text of an inline link: (destination "title").
// Goldmark's tree keeps the values but not where they stand, so the tail is read
// a second time, by the same rules (CommonMark 0.31, "Inline link").
type tail struct {
	dest  Span // without angle brackets
	title Span // without its delimiters; empty if there is none
}

// scanTail reads a tail that goldmark has accepted. Offsets count from the
// opening bracket.
func scanTail(s []byte) tail {
	i := skipBlanks(s, 1)
	t := tail{dest: Span{i, i}, title: Span{i, i}}
	if i >= len(s) || s[i] == ')' {
		return t
	}
	if s[i] == '<' {
		t.dest.Start++
		t.dest.End = t.dest.Start + angleLen(s[i+1:])
		i = t.dest.End + 1
	} else {
		t.dest.End = i + bareLen(s[i:])
		i = t.dest.End
	}
	i = skipBlanks(s, i)
	t.title = Span{i, i}
	if i >= len(s) || strings.IndexByte(`"'(`, s[i]) < 0 {
		return t
	}
	closer := s[i]
	if closer == '(' {
		closer = ')'
	}
	start := i + 1
	for i = start; i < len(s) && s[i] != closer; i++ {
		if escapes(s, i) {
			i++
		}
	}
	t.title = Span{start, min(i, len(s))}
	return t
}

func skipBlanks(s []byte, i int) int {
	for i < len(s) && strings.IndexByte(blanks, s[i]) >= 0 {
		i++
	}
	return i
}

// angleLen returns the length of a destination in angle brackets.
func angleLen(s []byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == '>' {
			return i
		}
		if escapes(s, i) {
			i++
		}
	}
	return len(s)
}

// bareLen returns the length of a destination that stands bare: up to a blank
// or the bracket that closes the tail.
func bareLen(s []byte) int {
	open := 0
	for i := 0; i < len(s); i++ {
		switch {
		case escapes(s, i):
			i++
		case s[i] == '(':
			open++
		case s[i] == ')':
			if open--; open < 0 {
				return i
			}
		case strings.IndexByte(blanks, s[i]) >= 0:
			return i
		}
	}
	return len(s)
}

// escapes reports whether s[i] is a backslash that takes the meaning of the
// next byte.
func escapes(s []byte, i int) bool {
	return s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1])
}
