package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"dossier/tools/internal/diag"
)

// segmenter walks the tree of a page and collects its units. Offsets in the
// tree count from base, the start of the body.
type segmenter struct {
	page  *Page
	base  int
	body  []byte // masked copy of the body
	mask  []Span // what is masked, in the source
	trace *trace
	found *diag.List
}

func (p *Page) segment(found *diag.List) {
	tags, broken := scanTags(p.Source, p.Body)
	if broken >= 0 {
		found.Add(diag.Errorf(p.Pos(broken), "shortcode-open", "this shortcode does not end").
			WithHint("close it with >}} or %%}}, and its quotes before that"))
	}
	p.tags = tags
	s := &segmenter{page: p, base: p.Body, mask: masked(tags), found: found}
	s.body = mask(p.Source, tags)[p.Body:]
	var doc ast.Node
	doc, s.trace = parseWith(pageParser(), s.body)
	s.block(doc)
	s.blocks(doc)
	s.footnotes()
	s.parameters()
	s.controls()
}

func (s *segmenter) block(n ast.Node) {
	switch n.Kind() {
	case ast.KindHeading:
		s.heading(n.(*ast.Heading))
		return
	case ast.KindParagraph, ast.KindTextBlock:
		s.paragraph(n)
		return
	case east.KindTableCell, east.KindDefinitionTerm:
		s.single(n)
		return
	case ast.KindHTMLBlock:
		s.html(n.(*ast.HTMLBlock))
	case ast.KindFencedCodeBlock:
		s.fence(n.(*ast.FencedCodeBlock))
	case east.KindTableRow:
		s.surplus(n)
	case ast.KindLinkReferenceDefinition:
		s.definition(n.(*ast.LinkReferenceDefinition))
	case kindAttribute:
		s.attribute(n.(*attributeNode))
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock {
			s.block(c)
		}
	}
}

// blocks notes where the children of the document begin. An attribute line
// belongs to the block above it; footnotes stand where they are defined.
func (s *segmenter) blocks(doc ast.Node) {
	last := -1
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n.Kind() {
		case kindAttribute, ast.KindLinkReferenceDefinition, east.KindFootnoteList:
			continue
		}
		at := firstText(n)
		if pos := n.Pos(); pos > last && (at < 0 || pos < at) {
			at = pos
		}
		if at <= last {
			continue
		}
		last = at
		s.page.Blocks = append(s.page.Blocks, max(s.page.lines[s.page.line(at+s.base)], s.base))
	}
}

// firstText returns where the first text in a block begins, or -1.
func firstText(n ast.Node) int {
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() != ast.TypeBlock {
			break
		}
		if at := firstText(c); at >= 0 {
			return at
		}
	}
	return -1
}

// heading makes the unit of a heading.
func (s *segmenter) heading(n *ast.Heading) {
	ls := s.lines(n)
	if len(ls) == 0 || s.onlyMasked(ls) {
		return
	}
	u := s.unit(n, Heading, ls)
	u.Level, u.FixedID = n.Level, stringAttribute(n, "id")
	u.setext = s.isSetext(ls[0])
	if u.setext && u.Pressed && s.holdsTable(u) {
		return
	}
	last := s.page.line(u.span().End)
	if u.setext {
		u.LineEnd = s.page.lineEnd(min(last+1, len(s.page.lines)-1))
	}
	u.Attr = s.headingAttr(n, u.span().End, s.page.lineEnd(last))
	s.add(u)
	s.inlineHTML(n)
}

// headingAttr finds the attribute block behind the text of a heading, or the
// place for one.
func (s *segmenter) headingAttr(n ast.Node, from, lineEnd int) Span {
	src := s.page.Source
	rest := strings.TrimRight(string(src[from:lineEnd]), blanks)
	if len(n.Attributes()) > 0 {
		if i := strings.IndexByte(rest, '{'); i >= 0 {
			s.attributeTitle(n, from+i)
			return Span{from + i, from + len(rest)}
		}
	}
	return Span{from + len(rest), from + len(rest)}
}

// isSetext reports whether a heading starting with this line is underlined:
// no "#" stands before its text.
func (s *segmenter) isSetext(first line) bool {
	i := first.Start - s.base
	for i > 0 && (s.body[i-1] == ' ' || s.body[i-1] == '\t') {
		i--
	}
	return i == 0 || s.body[i-1] != '#'
}

// single makes the unit of a block that has one line and no attributes.
func (s *segmenter) single(n ast.Node) {
	kind := TableCell
	if n.Kind() == east.KindDefinitionTerm {
		kind = Term
	}
	s.inlineHTML(n)
	ls := s.lines(n)
	if len(ls) == 0 || !s.says(n, ls) {
		return
	}
	u := s.unit(n, kind, ls)
	if kind == TableCell {
		end := u.span().End
		u.edgeLeft = bytes.IndexByte(s.body[u.LineStart-s.base:u.Offset-s.base], '|') < 0
		u.shielded = u.edgeLeft && s.shielded(u) // nothing but a cell begins within a row
		u.edgeRight = bytes.IndexByte(s.body[end-s.base:s.page.lineEnd(s.page.line(end))-s.base], '|') < 0
	}
	s.add(u)
}

// paragraph makes the units of a paragraph or a tight item: one as a rule, none
// if it says nothing, two for an image that stands alone, several if paired
// shortcodes stand on lines of their own between its lines.
func (s *segmenter) paragraph(n ast.Node) {
	s.inlineHTML(n)
	ls := s.lines(n)
	ls = s.withoutCheckbox(n, ls)
	if len(ls) == 0 {
		return
	}
	if img, ok := n.FirstChild().(*ast.Image); ok && n.ChildCount() == 1 {
		s.image(n, img, ls)
		return
	}
	runs := s.runs(ls)
	first := len(s.page.Units)
	for _, run := range runs {
		if !s.says(n, run) {
			continue
		}
		u := s.unit(n, s.kindOf(n), run)
		if u.Pressed && s.holdsTable(u) {
			continue
		}
		u.Top = u.Top && len(runs) == 1 && len(run) == len(ls)
		s.add(u)
	}
	s.attach(n, s.page.Units[first:])
}

// attach gives the first of a block's units the id of the attribute line below.
func (s *segmenter) attach(n ast.Node, units []Unit) {
	a := attributesOf(n)
	if a == nil || len(units) == 0 {
		return
	}
	u := &units[0]
	u.FixedID = stringAttribute(a, "id")
	u.Attr = Span{a.span.Start + s.base, a.span.End + s.base}
	last := units[len(units)-1].LineEnd
	for i := range units {
		if units[i].LineEnd == last {
			units[i].LineEnd = s.page.lineEnd(s.page.line(u.Attr.End))
		}
	}
}

// kindOf says what a paragraph is by the container it stands in.
func (s *segmenter) kindOf(n ast.Node) Kind {
	if n.Parent().Kind() == ast.KindListItem {
		return ListItem
	}
	return Paragraph
}

// unit fills in what all kinds share.
func (s *segmenter) unit(n ast.Node, kind Kind, ls []line) Unit {
	u := Unit{Kind: kind, Offset: ls[0].Start, Tight: n.Kind() == ast.KindTextBlock}
	for _, l := range ls {
		u.Spans = append(u.Spans, l.Span)
	}
	u.Text = s.text(ls)
	u.Top = n.Parent().Kind() == ast.KindDocument
	u.Path, u.Prefix, u.Footnote = s.containers(n)
	u.LineStart = max(s.page.lines[s.page.line(u.Offset)], s.base) // not before a byte order mark
	u.LineEnd = s.page.lineEnd(s.page.line(u.span().End))
	u.boxed = boxed(n)
	u.boxable = n.Parent().Kind() == ast.KindListItem && n.PreviousSibling() == nil && !u.boxed
	u.definable = kind == Term || kind == TableCell || definable(n.PreviousSibling()) || n.Lines().Len() > len(ls)
	u.shielded = kind != TableCell && s.shielded(u)
	u.Pressed = n.PreviousSibling() != nil && n.PreviousSibling().Kind() == east.KindTable && !n.HasBlankPreviousLines()
	u.Attr = Span{u.LineEnd, u.LineEnd}
	return u
}

func (s *segmenter) add(u Unit) { s.page.Units = append(s.page.Units, u) }
