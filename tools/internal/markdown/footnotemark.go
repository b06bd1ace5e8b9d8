package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// footnoteMark reads [^label] in the text of a unit, where the footnote that it
// refers to is out of sight: a translation has to keep it all the same.
type footnoteMark struct{}

var kindFootnoteMark = ast.NewNodeKind("FootnoteMark")

type footnoteMarkNode struct{ ast.BaseInline }

func (*footnoteMarkNode) Kind() ast.NodeKind { return kindFootnoteMark }

func (n *footnoteMarkNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, nil, nil)
}

func (footnoteMark) Trigger() []byte { return []byte{'['} }

func (footnoteMark) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if len(line) < 4 || line[1] != '^' {
		return nil
	}
	end := bytes.IndexAny(line[2:], "[]")
	if end < 1 || line[2+end] != ']' {
		return nil
	}
	end += 3
	if end < len(line) && line[end] == '(' { // a link whose text begins with ^
		return nil
	}
	block.Advance(end)
	return &footnoteMarkNode{}
}
