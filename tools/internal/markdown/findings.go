package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"dossier/tools/internal/diag"
)

// What no translator or no reader would ever see. Each of these is refused with
// a finding, so that an author learns of it before a reader misses it.

func (s *segmenter) warn(offset int, code, hint, message string, args ...any) {
	s.found.Add(diag.Warnf(s.page.Pos(offset), code, message, args...).WithHint("%s", hint))
}

// html reports a block of raw HTML, unless it is a comment.
func (s *segmenter) html(n *ast.HTMLBlock) {
	segs := n.Lines()
	if segs.Len() == 0 {
		return
	}
	from, to := segs.At(0).Start, segs.At(segs.Len()-1).Stop
	if n.HasClosure() {
		to = max(to, n.ClosureLine.Stop)
	}
	if onlyComments(s.body[from:to]) || closingTags.Match(s.body[from:to]) {
		return
	}
	from += skipBlanks(s.body[from:to], 0)
	s.warn(from+s.base, "html-block", "write it in Markdown, or as a shortcode",
		"raw HTML is left out of the site, and nothing in it is translated")
}

// fence reports what stands in braces behind a fence of code and is no attributes:
// Hugo stops there, and names a template.
func (s *segmenter) fence(n *ast.FencedCodeBlock) {
	if n.Info == nil {
		return
	}
	info := n.Info.Segment.Value(s.body)
	from := max(0, bytes.IndexByte(info, '{'))
	to := bytes.IndexByte(info[from:], '}') + from
	if from = bytes.LastIndexByte(info[:max(from, to)], '{'); from < 0 {
		return
	}
	if _, ok := parser.ParseAttributes(text.NewReader(info[from : to+1])); !ok {
		s.found.Add(diag.Errorf(s.page.Pos(n.Info.Segment.Start+from+s.base), "code-attributes", "Hugo cannot read %s", shorten(info[from:to+1])).
			WithHint(`attributes of code read {name="value"}; delete what is none`))
	}
}

// closingTags matches a block that ends what a block already reported began.
var closingTags = regexp.MustCompile(`\A(?:\s*</[A-Za-z][\w-]*\s*>)+\s*\z`)

// onlyComments reports whether HTML is nothing but comments, which nobody sees.
func onlyComments(html []byte) bool {
	for {
		html = bytes.TrimSpace(html)
		if len(html) == 0 {
			return true
		}
		end := bytes.Index(html, []byte("-->"))
		if !bytes.HasPrefix(html, []byte("<!--")) || end < 0 {
			return false
		}
		html = html[end+3:]
	}
}

// inlineHTML reports the first raw tag in a block. One is enough: tags come in
// pairs.
func (s *segmenter) inlineHTML(n ast.Node) {
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		h, ok := c.(*ast.RawHTML)
		if !ok || !entering || h.Segments.Len() == 0 {
			return ast.WalkContinue, nil
		}
		seg := h.Segments.At(0)
		if bytes.HasPrefix(seg.Value(s.body), []byte("<!--")) {
			return ast.WalkContinue, nil
		}
		s.warn(seg.Start+s.base, "html-inline", "write it in Markdown, or as a shortcode; escape a plain < as \\<",
			"the HTML tag %s is left out of the site", shorten(seg.Value(s.body)))
		return ast.WalkStop, nil
	})
}

func shorten(b []byte) string { return diag.Clip(strings.TrimSpace(string(b)), 40) }

// holdsTable reports a paragraph right below a table that is a table only because of
// it. Goldmark takes no row of hyphens that is indented by four spaces, unless the
// line below it asks for a paragraph to go with (": …" or "==="): then it has taken
// the indentation away when it looks. With any other text below, or a blank line,
// the table would fall apart.
func (s *segmenter) holdsTable(u Unit) bool {
	src := s.page.Source
	apart := slices.Concat(src[:u.Offset], []byte(s.page.EOL()+u.Prefix), src[u.Offset:])
	if Shape(apart) == Shape(src) {
		return false
	}
	s.found.Add(diag.Errorf(s.page.Pos(u.Offset), "table-indent", "the table above is one only because of this line").
		WithHint("indent its row of hyphens by three spaces at most, and leave a blank line below the table"))
	return true
}

// surplus reports cells beyond the columns of the header.
func (s *segmenter) surplus(row ast.Node) {
	end := -1
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Lines().Len() == 0 {
			return // a cell is missing, so none is too many
		}
		end = c.Lines().At(0).Stop + s.base
	}
	if end < 0 {
		return
	}
	rest := s.body[end-s.base : s.page.lineEnd(s.page.line(end))-s.base]
	bar := bytes.IndexByte(rest, '|')
	if bar < 0 {
		return
	}
	if at := bar + 1 + skipBlanks(rest[bar+1:], 0); at < len(rest) && len(bytes.Trim(rest[at:], "| \t\r")) > 0 {
		s.warn(end+at, "table-surplus", "add a column to the header, or escape a | in the text as \\|",
			"this row has more cells than the header has columns; the rest is left out of the site")
	}
}

// definition reports the title of a link definition, which is in no unit.
func (s *segmenter) definition(n *ast.LinkReferenceDefinition) {
	if len(bytes.TrimSpace(n.Title)) == 0 || n.Lines().Len() == 0 {
		return
	}
	s.warn(n.Lines().At(0).Start+s.base, "definition-title", "write the title in the link itself: [text](address \"title\")",
		"the title of a link definition is not translated")
}

// checkboxLink reports a link at the start of a list item that goldmark reads as a
// task-list box: [x](address).
func (s *segmenter) checkboxLink(at int) {
	if rest := s.body[at-s.base:]; len(rest) > 3 && (rest[3] == '(' || rest[3] == '[') {
		s.warn(at, "checkbox-link", "begin the item with another word",
			"at the start of a list item %s is read as a checkbox, not as a link", rest[:3])
	}
}

// attribute reports what is lost beside and inside an attribute line.
func (s *segmenter) attribute(n *attributeNode) {
	s.attributeTitle(n, n.span.Start+s.base)
	rest := n.rest.Start + skipBlanks(s.body[n.rest.Start:n.rest.End], 0)
	if rest < n.rest.End {
		s.warn(rest+s.base, "attribute-line", "put the text on a line of its own, or escape the brace as \\{",
			"text after an attribute block is left out of the site")
	}
}

func (s *segmenter) attributeTitle(n ast.Node, offset int) {
	if t := stringAttribute(n, "title"); strings.TrimSpace(t) != "" {
		s.warn(offset, "attribute-text", "leave it out, or say it in the text",
			"the title %q in an attribute block is not translated", t)
	}
}

// footnotes reports footnotes that goldmark drops because nothing refers to
// them.
func (s *segmenter) footnotes() {
	from := 0
	for _, f := range s.trace.unused {
		mark := []byte("[^" + string(f.Ref) + "]:")
		at := max(0, bytes.Index(s.body[from:], mark)) + from
		from = min(at+1, len(s.body))
		s.warn(at+s.base, "footnote-unused", "refer to it as [^"+string(f.Ref)+"], or delete it",
			"nothing refers to the footnote %q, so it is left out of the site", f.Ref)
	}
}

// prose matches a quoted value that reads like text: two words.
var prose = regexp.MustCompile("(?s)(\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`)")

var twoWords = regexp.MustCompile(`\pL{2,}[,.;:!?]? +\pL`)

// controls reports the first character that nobody sees and that PDFs and word
// processors leave behind: XML knows no way to write it, so that exports would
// lose it.
func (s *segmenter) controls() {
	at := bytes.IndexFunc(s.page.Source[s.base:], func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7F
	})
	if at >= 0 {
		at += s.base
		s.warn(at, "control-character", "delete it; it may have come along from a PDF or a word processor",
			"an invisible control character stands here, U+%04X", s.page.Source[at])
	}
}

// parameters reports text in the parameters of shortcodes.
func (s *segmenter) parameters() {
	for _, t := range s.page.tags {
		if t.name == "" || t.closing {
			continue
		}
		raw := s.page.Source[t.Start:t.End]
		for _, m := range prose.FindAllIndex(raw, -1) {
			if !twoWords.Match(raw[m[0]:m[1]]) {
				continue
			}
			s.warn(t.Start+m[0], "shortcode-text", "say it in the text, or as the title of a Markdown image",
				"text in a parameter of the shortcode %q is not translated", t.name)
			break
		}
	}
}
