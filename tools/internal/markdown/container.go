package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// containers describes what a block stands in: names from the outside in, and
// what a continuation line has to begin with. A footnote is named as if it were
// defined at the top, where readers find it, but its lines begin as those around it.
func (s *segmenter) containers(n ast.Node) (path, prefix string, footnote bool) {
	path, prefix, outer := s.containersUp(n.Parent())
	for outer != nil {
		var before string
		_, before, outer = s.containersUp(s.trace.within[outer])
		prefix, footnote = before+prefix, true
	}
	return path, prefix, footnote
}

// containersUp describes the containers from c up to the document, or to a footnote.
func (s *segmenter) containersUp(c ast.Node) (path, prefix string, footnote ast.Node) {
	var names []string
	for ; c != nil && footnote == nil; c = c.Parent() {
		switch c.Kind() {
		case ast.KindBlockquote:
			names, prefix = append(names, "quote"), "> "+prefix
		case ast.KindListItem:
			names, prefix = append(names, "li"), strings.Repeat(" ", c.(*ast.ListItem).Offset)+prefix
		case ast.KindList:
			names = append(names, listName(c.(*ast.List)))
		case east.KindFootnote:
			names, prefix, footnote = append(names, "footnote"), "    "+prefix, c
		case east.KindDefinitionDescription:
			names, prefix = append(names, "dd"), strings.Repeat(" ", s.trace.indents[c])+prefix
		case east.KindDefinitionList:
			names = append(names, "dl")
		case east.KindTable:
			names = append(names, "table")
		case east.KindTableHeader:
			names = append(names, "header")
		case east.KindTableRow:
			names = append(names, "row")
		}
	}
	slices.Reverse(names)
	return strings.Join(names, "/"), prefix, footnote
}

func listName(l *ast.List) string {
	if l.IsOrdered() {
		return "ol"
	}
	return "ul"
}

// definable reports whether a block can be given a definition, or one more.
func definable(n ast.Node) bool {
	if n == nil {
		return false
	}
	k := n.Kind()
	return k == ast.KindParagraph || k == ast.KindTextBlock || k == east.KindDefinitionList
}

// shielded reports whether four columns of blanks or more, besides those of the
// containers, stand before a unit. On a lazy line those of the containers are missing.
func (s *segmenter) shielded(u Unit) bool {
	col, run := 0, 0
	for _, b := range s.page.Source[u.LineStart:u.Offset] {
		width := 1
		if b == '\t' {
			width = 4 - col%4
		}
		if col += width; b == ' ' || b == '\t' {
			run += width
		} else {
			run = 0
		}
	}
	inner := u.Prefix[strings.LastIndexByte(u.Prefix, '>')+1:]
	lazy := run == col && (len(inner) < len(u.Prefix) || run < len(inner))
	return lazy && run >= 4 || run >= len(inner)+4
}
