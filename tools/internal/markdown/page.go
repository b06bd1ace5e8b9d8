package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"sort"

	"dossier/tools/internal/diag"
)

// Page is a parsed page. Source is not copied and must not change.
type Page struct {
	Name   string // as given to Parse, for findings
	Source []byte
	Front  FrontMatter
	Body   int    // where the text after the front matter begins
	Units  []Unit // in document order, those of the front matter first
	Blocks []int  // where the line begins on which each block of the document begins, in order

	lines []int // offset of each line's first byte
	tags  []tag // shortcodes of the body
}

// Parse reads a page. The page is never nil; if the source is not UTF-8 or its
// front matter does not end, it has no units; if it nests too deep, those of the
// front matter only. name is the file in findings,
// whose codes are:
//
//	encoding-utf8       error    a byte that is not UTF-8
//	front-matter        error    front matter that is broken or does not end
//	front-matter-value  warning  a title or summary that cannot be replaced in place
//	page-nesting        error    quotes, lists or links that nest absurdly deep
//	shortcode-open      error    a shortcode that does not end
//	code-attributes     error    braces behind a fence of code that Hugo cannot read
//	shortcode-text      warning  prose in a parameter of a shortcode
//	html-block          warning  raw HTML, which the site leaves out
//	html-inline         warning  the same inside a line
//	footnote-unused     warning  a footnote that nothing refers to
//	table-surplus       warning  cells beyond the header's columns
//	table-indent        error    a row of hyphens indented by four spaces, below it a line that makes a table of it
//	definition-title    warning  the title of a link definition
//	checkbox-link       warning  a link [x](…) that is read as a checkbox
//	attribute-text      warning  a title in an attribute block
//	attribute-line      warning  text that follows an attribute block on its line
//	control-character   warning  a character that nobody sees and XML cannot hold
func Parse(name string, src []byte) (*Page, diag.List) {
	p := &Page{Name: name, Source: src, lines: lineStarts(src)}
	var found diag.List
	if f, bad := diag.NotUTF8(name, src); bad {
		found.Add(f)
		return p, found
	}
	if !p.readFront(&found) {
		return p, found
	}
	if p.bounded(&found) {
		p.segment(&found)
	}
	slices.SortStableFunc(p.Units, func(a, b Unit) int { return cmp.Compare(a.Offset, b.Offset) })
	return p, found
}

// Pos returns the place of a byte offset, for findings.
func (p *Page) Pos(offset int) diag.Pos {
	offset = max(0, min(offset, len(p.Source)))
	n := p.line(offset)
	return diag.Pos{File: p.Name, Line: n + 1, Col: offset - p.lines[n] + 1}
}

// EOL returns the line break that the page uses: "\n" or "\r\n".
func (p *Page) EOL() string {
	if i := bytes.IndexByte(p.Source, '\n'); i > 0 && p.Source[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// Block returns the index in Blocks of the block that holds offset, or -1 before
// the first. Text in a list, a quote or a table belongs to the outermost of them.
func (p *Page) Block(offset int) int {
	return sort.SearchInts(p.Blocks, offset+1) - 1
}

// line returns the index of the line that holds offset.
func (p *Page) line(offset int) int {
	return sort.SearchInts(p.lines, offset+1) - 1
}

// lineEnd returns where line n ends, before its line break.
func (p *Page) lineEnd(n int) int {
	end := len(p.Source)
	if n+1 < len(p.lines) {
		end = p.lines[n+1] - 1
		if end > p.lines[n] && p.Source[end-1] == '\r' {
			end--
		}
	}
	return end
}

func lineStarts(src []byte) []int {
	starts := make([]int, 1, bytes.Count(src, []byte{'\n'})+1)
	for i, b := range src {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}
