package markdown

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"dossier/tools/internal/diag"
)

// Shape returns the block structure of a page as one string, such as
// "h2 p ul(li(t) li(t))". Two pages with the same shape have the same blocks in
// the same order, whatever they say. t is the text of a tight item; the levels
// of headings, the kinds of lists and the columns of tables count.
func Shape(src []byte) string {
	p := &Page{Source: src, lines: lineStarts(src)}
	if !p.readFront(new(diag.List)) {
		return ""
	}
	tags, _ := scanTags(src, p.Body)
	doc, _ := parseWith(pageParser(), mask(src, tags)[p.Body:])
	var b strings.Builder
	blocks(&b, doc)
	return b.String()
}

// blocks writes the names of a node's children, each with its own in brackets.
func blocks(b *strings.Builder, n ast.Node) {
	for c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock; c = c.NextSibling() {
		name := blockName(c)
		if b.Len() > 0 && !strings.HasSuffix(b.String(), "(") {
			b.WriteByte(' ')
		}
		b.WriteString(name)
		if f := c.FirstChild(); f == nil || f.Type() != ast.TypeBlock {
			continue
		}
		b.WriteByte('(')
		blocks(b, c)
		b.WriteByte(')')
	}
}

// InlineShape returns the inline structure of a text: "code em link(strong)".
// Siblings are sorted, for languages put words in different orders.
func InlineShape(text string) string {
	return strings.Join(inlines(parseText(text).doc), " ")
}

// inlines returns the shapes of a node's children. Text has none, and of a
// paragraph only what is in it.
func inlines(n ast.Node) []string {
	var out []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		inner := inlines(c)
		switch name := inlineName(c); {
		case name == "":
			out = append(out, inner...)
		case len(inner) > 0:
			out = append(out, name+"("+strings.Join(inner, " ")+")")
		default:
			out = append(out, name)
		}
		if t, ok := c.(*ast.Text); ok && t.HardLineBreak() {
			out = append(out, "br")
		}
	}
	slices.Sort(out)
	return out
}

func blockName(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Heading:
		return "h" + strconv.Itoa(n.Level)
	case *ast.Paragraph:
		return "p"
	case *ast.TextBlock:
		return "t"
	case *ast.List:
		return listName(n)
	case *ast.ListItem:
		return "li"
	case *ast.Blockquote:
		return "quote"
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return "code"
	case *ast.HTMLBlock:
		return "html"
	case *ast.ThematicBreak:
		return "hr"
	case *ast.LinkReferenceDefinition:
		return "def"
	case *attributeNode:
		return "attr"
	case *east.Table:
		return "table"
	case *east.TableHeader:
		return "th"
	case *east.TableRow:
		return "tr"
	case *east.TableCell:
		return "td"
	case *east.FootnoteList:
		return "footnotes"
	case *east.Footnote:
		return "footnote"
	case *east.DefinitionList:
		return "dl"
	case *east.DefinitionTerm:
		return "dt"
	case *east.DefinitionDescription:
		return "dd"
	}
	return n.Kind().String()
}

func inlineName(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Emphasis:
		if n.Level == 2 {
			return "strong"
		}
		return "em"
	case *ast.CodeSpan:
		return "code"
	case *ast.Link:
		return "link"
	case *ast.Image:
		return "img"
	case *ast.AutoLink:
		return "url"
	case *ast.RawHTML:
		return "html"
	case *east.Strikethrough:
		return "del"
	case *footnoteMarkNode:
		return "footnote"
	}
	return ""
}
