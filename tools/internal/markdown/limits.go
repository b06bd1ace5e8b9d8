package markdown

import (
	"bytes"

	"dossier/tools/internal/diag"
)

// Goldmark's time grows with the square of how deep containers and brackets are
// nested: a line of 30,000 ">" takes it seconds, and a list 3,000 deep minutes.
// Nobody writes that; it is what a broken converter or a hostile file holds. Such
// a page is refused before it is parsed.
const (
	deepest      = 100  // quotes and lists inside each other
	widestIndent = 400  // columns before a list item: deepest lists, four columns each
	mostLinks    = 5000 // links between two blank lines
	mostColumns  = 1000 // of a table
)

// tooDeep returns the offset of what nests too deep, and what to say of it.
func tooDeep(src []byte, from int) (at int, message string) {
	links := 0
	var fence []byte // that opened a block of code, in which anything may stand
	for start := from; start < len(src); {
		end := len(src)
		if n := bytes.IndexByte(src[start:], '\n'); n >= 0 {
			end = start + n + 1
		}
		line := src[start:end]
		inside := fence != nil
		if fence = fenceAfter(fence, line); inside || fence != nil {
			start = end
			continue
		}
		switch {
		case len(bytes.TrimSpace(line)) == 0:
			links = 0
		case markers(line) > deepest:
			return start, "quotes and lists stand more than 100 deep in each other"
		case bytes.Count(line, []byte{'|'}) > mostColumns:
			return start, "this table has more than 1,000 columns"
		}
		if links += bytes.Count(line, []byte("](")); links > mostLinks {
			return start, "more than 5,000 links stand here without a blank line between them"
		}
		start = end
	}
	return -1, ""
}

// fenceAfter returns the fence of the block of code that is open after a line.
func fenceAfter(open, line []byte) []byte {
	text := bytes.TrimLeft(line, " ")
	if len(line)-len(text) > 3 || len(text) < 3 || text[0] != '`' && text[0] != '~' {
		return open
	}
	run := text[:len(text)-len(bytes.TrimLeft(text, string(text[0])))]
	switch {
	case len(run) < 3:
		return open
	case open == nil:
		return run
	case run[0] == open[0] && len(run) >= len(open) && len(bytes.TrimSpace(text[len(run):])) == 0:
		return nil
	}
	return open
}

// markers counts the marks of quotes and list items that a line begins with; an
// indentation that no list of the deepest kind has counts as too many.
func markers(line []byte) int {
	n, col := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			col++
		case c == '\t':
			col += 4
		case c == '>':
			n++
		case (c == '-' || c == '*' || c == '+') && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			if n++; col > widestIndent {
				return deepest + 1
			}
		case c >= '0' && c <= '9':
			j := i
			for j < len(line) && line[j] >= '0' && line[j] <= '9' {
				j++
			}
			if j+1 >= len(line) || line[j] != '.' && line[j] != ')' || line[j+1] != ' ' && line[j+1] != '\t' {
				return n
			}
			if n++; col > widestIndent {
				return deepest + 1
			}
			i = j
		default:
			return n
		}
	}
	return n
}

// bounded reports whether the page may be parsed, or adds why not.
func (p *Page) bounded(found *diag.List) bool {
	at, message := tooDeep(p.Source, p.Body)
	if at < 0 {
		return true
	}
	found.Add(diag.Errorf(p.Pos(at), "page-nesting", "%s", message).
		WithHint("it looks like an accident; take it apart, or delete it"))
	return false
}
