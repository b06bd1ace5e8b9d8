package markdown

import (
	"bytes"
	"regexp"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// blanks are the bytes that CommonMark trims from the ends of a line.
const blanks = " \t\n\v\f\r"

// A line is one line of a block in the source, blanks trimmed.
type line struct {
	Span
	hard bool // ends in a hard break
}

// lines returns the lines of a block that hold something.
func (s *segmenter) lines(n ast.Node) []line {
	segs := n.Lines()
	ls := make([]line, 0, segs.Len())
	for i := range segs.Len() {
		seg := segs.At(i)
		sp := s.trim(Span{seg.Start + s.base, seg.Stop + s.base})
		if sp.Len() > 0 {
			ls = append(ls, line{Span: sp})
		}
	}
	if len(ls) > 1 {
		markHard(n, ls, s.base)
	}
	return ls
}

func (s *segmenter) trim(sp Span) Span {
	src := s.page.Source
	for sp.End > sp.Start && strings.IndexByte(blanks, src[sp.End-1]) >= 0 {
		sp.End--
	}
	for sp.Start < sp.End && strings.IndexByte(blanks, src[sp.Start]) >= 0 {
		sp.Start++
	}
	return sp
}

// markHard asks the inline tree which lines end in a hard break. A backslash or
// two spaces do not make one inside code or raw HTML.
func markHard(n ast.Node, ls []line, base int) {
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := c.(*ast.Text); ok && entering && t.HardLineBreak() {
			at := t.Segment.Start + base
			i := sort.Search(len(ls), func(i int) bool { return ls[i].Start > at }) - 1
			ls[max(i, 0)].hard = true
		}
		return ast.WalkContinue, nil
	})
	ls[len(ls)-1].hard = false
}

// text joins lines to the text of a unit.
func (s *segmenter) text(ls []line) string {
	src := s.page.Source
	if len(ls) == 1 {
		return string(src[ls[0].Start:ls[0].End])
	}
	var b []byte
	for i, l := range ls {
		t := src[l.Start:l.End]
		if !l.hard {
			b = append(b, t...)
			if i+1 < len(ls) {
				b = append(b, ' ')
			}
			continue
		}
		if bytes.HasSuffix(t, []byte{'\\'}) && src[l.End] != ' ' && src[l.End] != '\t' {
			t = t[:len(t)-1]
		}
		b = bytes.TrimRight(append(b, t...), blanks)
		b = append(b, hardBreak(b)...)
	}
	return string(b)
}

// hardBreak returns the break after text: a backslash, unless the text ends in
// one itself, which would turn both into an escaped backslash.
func hardBreak[T string | []byte](text T) string {
	if len(text) > 0 && text[len(text)-1] == '\\' {
		return "  \n"
	}
	return "\\\n"
}

// checkbox is what the task-list extension takes off the front of an item.
var checkbox = regexp.MustCompile(`^\[[\sxX]\]\s*`)

func boxed(n ast.Node) bool {
	return n.FirstChild() != nil && n.FirstChild().Kind() == east.KindTaskCheckBox
}

func (s *segmenter) withoutCheckbox(n ast.Node, ls []line) []line {
	if len(ls) == 0 || !boxed(n) {
		return ls
	}
	s.checkboxLink(ls[0].Start)
	ls[0].Start += len(checkbox.Find(s.page.Source[ls[0].Start:ls[0].End]))
	for ls[0].Len() > 0 && strings.IndexByte(blanks, s.page.Source[ls[0].Start]) >= 0 {
		ls[0].Start++ // what is no blank to the extension, and is to us
	}
	if ls[0].Len() == 0 {
		return ls[1:]
	}
	return ls
}

// runs splits lines at those that hold nothing but halves of paired shortcodes:
// what such a pair encloses is text of its own.
func (s *segmenter) runs(ls []line) [][]line {
	if len(s.page.tags) == 0 {
		return [][]line{ls}
	}
	var out [][]line
	var run []line
	for _, l := range ls {
		if !s.onlyPairs(l.Span) {
			run = append(run, l)
			continue
		}
		if len(run) > 0 {
			out, run = append(out, run), nil
		}
	}
	if len(run) > 0 {
		out = append(out, run)
	}
	return out
}

func (s *segmenter) onlyPairs(sp Span) bool {
	tags := s.page.tags
	i := sort.Search(len(tags), func(i int) bool { return tags[i].Start >= sp.Start })
	at := sp.Start
	for ; i < len(tags) && tags[i].Start < sp.End; i++ {
		if tags[i].mate < 0 || s.trim(Span{at, tags[i].Start}).Len() > 0 {
			return false
		}
		at = tags[i].End
	}
	return at >= sp.End
}

// onlyMasked reports whether lines hold nothing but shortcodes.
func (s *segmenter) onlyMasked(ls []line) bool {
	for _, l := range ls {
		if s.textIn(l.Span) {
			return false
		}
	}
	return true
}

// textIn reports whether a span holds a byte that is neither blank nor masked.
func (s *segmenter) textIn(sp Span) bool {
	for i := sp.Start; i < sp.End; i++ {
		if strings.IndexByte(blanks, s.page.Source[i]) >= 0 {
			continue
		}
		end := covered(s.mask, i)
		if end < 0 {
			return true
		}
		i = end - 1
	}
	return false
}

// says reports whether the lines of a block hold anything for a reader besides
// code and shortcodes.
func (s *segmenter) says(n ast.Node, ls []line) bool {
	from, to := ls[0].Start, ls[len(ls)-1].End
	found := false
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		switch c := c.(type) {
		case *ast.CodeSpan, *ast.RawHTML, *east.FootnoteLink, *east.TaskCheckBox:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			sp := Span{max(c.Segment.Start+s.base, from), min(c.Segment.Stop+s.base, to)}
			found = found || sp.Len() > 0 && s.textIn(sp)
		case *ast.Link, *ast.Image, *ast.AutoLink:
			e := s.trace.extents[c]
			found = found || e.start+s.base < to && e.end+s.base > from
		}
		if found {
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return found
}
