package markdown

import (
	"github.com/yuin/goldmark/ast"
)

// inline is the text of a unit, parsed on its own.
type inline struct {
	text  string
	src   []byte // the text with shortcodes masked
	doc   ast.Node
	trace *trace
	mask  []Span
}

func parseText(text string) *inline {
	in := &inline{text: text, src: []byte(text)}
	tags, _ := scanTags(in.src, 0)
	in.mask = masked(tags)
	in.src = mask(in.src, tags)
	in.doc, in.trace = parseWith(textParser(), in.src)
	return in
}

// walk visits the inline nodes in order.
func (in *inline) walk(visit func(n ast.Node, entering bool) ast.WalkStatus) {
	_ = ast.Walk(in.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() != ast.TypeInline {
			return ast.WalkContinue, nil
		}
		return visit(n, entering), nil
	})
}

// extent returns where a traced node stands in the text. A parser that stops at
// the end of a line stands on the next; the break is not part of the node.
func (in *inline) extent(n ast.Node) extent {
	e := in.trace.extents[n]
	e.end = min(e.end, len(in.text))
	for e.end > e.start && in.src[e.end-1] == '\n' {
		e.end--
	}
	if a, ok := n.(*ast.AutoLink); ok && in.src[e.start] != '<' {
		e.start = e.end - len(a.Label(in.src)) // a bare address, found from the blank before it
	}
	return e
}
