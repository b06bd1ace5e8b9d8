package markdown

import (
	"cmp"
	"slices"
	"strings"
)

// Edit replaces a span of the source. An empty span inserts.
type Edit struct {
	Span
	Text string
}

// Rewrite returns the source with new texts in the places of units. repl gets
// each unit and returns its new text and true, or false to leave it alone. A
// unit that is left alone, or given its own text back, keeps its bytes; so does
// one that is given nothing but blanks, for a page cannot lose a block that way.
//
// A new text goes where the unit's first line begins. It is written so that the
// unit stays one unit: hard breaks get the prefix of the containers, other line
// breaks become spaces, a pipe in a table cell is escaped, and so is what would
// begin another block ("1. Mai" as a paragraph); a paragraph that nothing but a
// row of hyphens keeps out of the table above it gets a blank line. Front matter is written as a
// quoted string.
//
// Further edits of the source may come in any order. They must not overlap each
// other or a replaced unit; those that insert at the same place keep their order,
// before a unit that begins there.
func (p *Page) Rewrite(repl func(i int, u Unit) (string, bool), further ...Edit) []byte {
	edits := slices.Clone(further)
	for i, u := range p.Units {
		if t, ok := repl(i, u); ok && t != u.Text && strings.Trim(t, blanks) != "" {
			edits = append(edits, Edit{u.replaced(), p.encode(u, t)})
		}
	}
	slices.SortStableFunc(edits, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return apply(p.Source, edits)
}

func apply(src []byte, edits []Edit) []byte {
	size := len(src)
	for _, e := range edits {
		size += len(e.Text)
	}
	out := make([]byte, 0, size)
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > len(src) {
			panic("markdown: edits overlap")
		}
		out = append(append(out, src[at:e.Start]...), e.Text...)
		at = e.End
	}
	return append(out, src[at:]...)
}

// encode writes a text for the place of a unit.
func (p *Page) encode(u Unit, text string) string {
	if !u.Kind.Inline() {
		return quoted(collapse(text))
	}
	lines := breakLines(text)
	if u.oneLine() {
		lines = []string{strings.Join(lines, " ")}
	}
	for i, l := range lines {
		if i > 0 {
			lines[i] = shield(u, l)
		}
		if i+1 < len(lines) {
			lines[i] += strings.TrimSuffix(hardBreak(l), "\n")
		}
	}
	encoded := strings.Join(confine(u, lines), p.EOL()+u.Prefix) + u.suffix
	if u.Pressed && (u.Kind != Heading || u.setext) { // a "#" ends a table by itself
		return p.EOL() + u.Prefix + encoded
	}
	return encoded
}

// shield indents a line that may begin a block so far that it cannot. That does
// not help the rule of a table, which goldmark looks for above the underline of
// a heading whatever its indentation.
func shield(u Unit, l string) string {
	switch {
	case !startsBlock(l):
		return l
	case u.setext && strings.Trim(l, "|:- \t") == "":
		return `\` + l
	}
	return "    " + l
}

// breakLines splits a text at its hard breaks. Other line breaks become spaces,
// except inside a shortcode.
func breakLines(text string) []string {
	text = strings.Trim(text, blanks)
	if !strings.Contains(text, "\n") {
		return []string{text}
	}
	tags, _ := scanTags([]byte(text), 0)
	m := string(mask([]byte(text), tags))
	var lines []string
	var b strings.Builder
	for at := 0; at <= len(text); {
		n := strings.IndexByte(m[at:], '\n')
		if n < 0 {
			b.WriteString(strings.TrimLeft(text[at:], blanks))
			break
		}
		l, hard := cutBreak(text[at : at+n])
		b.WriteString(l)
		at += n + 1
		switch {
		case strings.Trim(text[at:], blanks) == "":
		case hard:
			lines = append(lines, b.String())
			b.Reset()
		case l != "":
			b.WriteByte(' ')
		}
	}
	return append(lines, b.String())
}

// cutBreak takes the mark of a hard break off a line, and the blanks around it.
// It reads the marks as goldmark does: a backslash after a backslash is none.
func cutBreak(l string) (string, bool) {
	l = strings.TrimSuffix(strings.TrimLeft(l, blanks), "\r")
	trimmed := strings.TrimRight(l, blanks)
	switch {
	case strings.HasSuffix(l, `\`) && !strings.HasSuffix(l, `\\`):
		return strings.TrimRight(l[:len(l)-1], blanks), true
	case strings.HasSuffix(l, "  "):
		return trimmed, true
	}
	return trimmed, false
}
