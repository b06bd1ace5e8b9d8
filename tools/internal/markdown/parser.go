package markdown

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Two parsers of goldmark: one for pages, which knows the blocks and inlines
// that the site's configuration of Hugo switches on, and one for the text of a
// unit, which knows inlines only, since "1. Mai" is a list at the start of a
// page but not as the text of a heading. Both are immutable once built and safe
// for concurrent use.
//
// Left out on purpose: the typographer, which changes glyphs and no structure.

var pageParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(attributeParser{}, 100),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(descriptionParser{extension.NewDefinitionDescriptionParser()}, 102),
			util.Prioritized(footnoteParser{extension.NewFootnoteBlockParser()}, 999))...),
		parser.WithInlineParsers(append(inlineParsers(),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(extension.NewFootnoteParser(), 101))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(unusedFootnotes{}, 998),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
		parser.WithAttribute(),
	)
})

var textParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(append(inlineParsers(),
			util.Prioritized(traced{footnoteMark{}}, 101))...),
	)
})

func inlineParsers() []util.PrioritizedValue {
	ps := append(parser.DefaultInlineParsers(),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
		util.Prioritized(extension.NewLinkifyParser(), 999))
	for i, p := range ps {
		switch p.Priority {
		case 100, 200, 300, 400, 999: // code span, link, autolink, raw HTML, linkify
			ps[i].Value = traced{p.Value.(parser.InlineParser)}
		}
	}
	return ps
}

// extent is where an inline node stands in the source, brackets, backticks and
// all. close is the offset of a link's "]".
type extent struct{ start, close, end int }

// trace collects what a parse finds out and goldmark's tree does not keep.
type trace struct {
	extents map[ast.Node]extent
	indents map[ast.Node]int      // of definitions: columns to their text
	within  map[ast.Node]ast.Node // of footnotes: the block in which they are defined
	unused  []*east.Footnote
}

var traceKey = parser.NewContextKey()

func parseWith(p parser.Parser, src []byte) (ast.Node, *trace) {
	tr := &trace{extents: map[ast.Node]extent{}, indents: map[ast.Node]int{}, within: map[ast.Node]ast.Node{}}
	pc := parser.NewContext()
	pc.Set(traceKey, tr)
	return p.Parse(text.NewReader(src), parser.WithContext(pc)), tr
}

// traced is an inline parser that notes the extent of each node it makes.
type traced struct{ parser.InlineParser }

// Parse calls the inner parser. The extent starts where it was called, except
// for links, where it was called at the "]"; goldmark keeps their start.
func (t traced) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, before := block.Position()
	n := t.InlineParser.Parse(parent, block, pc)
	if n == nil {
		return nil
	}
	e := extent{start: before.Start, close: before.Start}
	_, after := block.Position()
	e.end = after.Start
	switch n.Kind() {
	case ast.KindLink, ast.KindImage:
		e.start = n.Pos()
	case ast.KindAutoLink, ast.KindCodeSpan, ast.KindRawHTML, kindFootnoteMark:
	default:
		return n // an opening bracket, not yet a link
	}
	pc.Get(traceKey).(*trace).extents[n] = e
	return n
}

// CloseBlock lets the inner parser tidy up.
func (t traced) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := t.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}

// descriptionParser notes how far a definition is indented. Goldmark keeps only
// the indentation of a list's last one.
type descriptionParser struct{ parser.BlockParser }

// Open calls the inner parser.
func (d descriptionParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	n, state := d.BlockParser.Open(parent, reader, pc)
	if list, ok := parent.(*east.DefinitionList); ok && n != nil {
		pc.Get(traceKey).(*trace).indents[n] = list.Offset
	}
	return n, state
}

// footnoteParser notes where a footnote is defined: goldmark puts them all at the end
// of the page.
type footnoteParser struct{ parser.BlockParser }

// Open calls the inner parser.
func (f footnoteParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	n, state := f.BlockParser.Open(parent, reader, pc)
	if n != nil {
		pc.Get(traceKey).(*trace).within[n] = parent
	}
	return n, state
}

// unusedFootnotes notes the footnotes that the footnote extension is about to
// drop from the tree because nothing refers to them.
type unusedFootnotes struct{}

// Transform runs before the extension's own transformer.
func (unusedFootnotes) Transform(doc *ast.Document, _ text.Reader, pc parser.Context) {
	tr := pc.Get(traceKey).(*trace)
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		if f, ok := n.(*east.Footnote); ok && entering && f.Index < 0 {
			tr.unused = append(tr.unused, f)
		}
		return ast.WalkContinue, nil
	})
}
