package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A line {#id .class key=value} directly below a block belongs to that block.
// Hugo adds this to goldmark; attributeParser reads the same lines. It leaves
// the node in the tree, where it tells the block above its id.

var kindAttribute = ast.NewNodeKind("Attribute")

type attributeNode struct {
	ast.BaseBlock
	span Span // from brace to brace
	rest Span // what else stands on the line: Hugo drops it
}

func (*attributeNode) Kind() ast.NodeKind { return kindAttribute }

func (a *attributeNode) Dump(source []byte, level int) {
	ast.DumpHelper(a, source, level, nil, nil)
}

type attributeParser struct{}

func (attributeParser) Trigger() []byte { return []byte{'{'} }

func (attributeParser) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, before := reader.PeekLine()
	attrs, ok := parser.ParseAttributes(reader)
	if !ok {
		return nil, parser.NoChildren
	}
	indent := util.TrimLeftSpaceLength(line)
	n := &attributeNode{}
	_, after := reader.PeekLine()
	n.span = Span{before.Start + indent, after.Start}
	n.rest = Span{after.Start, max(after.Start, after.Stop)}
	for _, a := range attrs {
		n.SetAttribute(a.Name, a.Value)
	}
	return n, parser.NoChildren
}

func (attributeParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

func (attributeParser) Close(ast.Node, text.Reader, parser.Context) {}

func (attributeParser) CanInterruptParagraph() bool { return true }

func (attributeParser) CanAcceptIndentedLine() bool { return false }

// attributesOf returns the attribute line that belongs to the block, or nil.
func attributesOf(block ast.Node) *attributeNode {
	a, ok := block.NextSibling().(*attributeNode)
	if !ok || a.HasBlankPreviousLines() {
		return nil
	}
	return a
}

// stringAttribute returns the named attribute if it is a string, else "".
func stringAttribute(n ast.Node, name string) string {
	v, _ := n.AttributeString(name)
	b, _ := v.([]byte)
	return string(b)
}
