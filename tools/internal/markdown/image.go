package markdown

import "github.com/yuin/goldmark/ast"

// image makes the units of an image that is a paragraph of its own: its
// alternative text and its title.
func (s *segmenter) image(n ast.Node, img *ast.Image, ls []line) {
	e := s.trace.extents[img]
	first := len(s.page.Units)
	if label := s.clip(ls, e.start+2, e.close); len(label) > 0 {
		u := s.unit(n, Alt, label)
		if r := img.Reference; r != nil && r.Type != ast.ReferenceLinkFull {
			u.until = e.end - 1 + s.base
			u.suffix = "][" + string(s.page.Source[e.start+2+s.base:e.close+s.base])
		}
		s.add(u)
	}
	if img.Reference == nil {
		s.caption(n, s.clip(ls, e.close+1, e.end))
	}
	s.attach(n, s.page.Units[first:])
}

// caption makes the unit of an image's title, given the lines of its tail:
// the destination and the title in round brackets.
func (s *segmenter) caption(n ast.Node, tail []line) {
	var joined []byte
	var at []int // offset of each line in joined
	for _, l := range tail {
		at = append(at, len(joined))
		joined = append(joined, s.body[l.Start-s.base:l.End-s.base]...)
		joined = append(joined, '\n')
	}
	t := scanTail(joined)
	if t.title.Len() == 0 {
		return
	}
	var ls []line
	for i, l := range tail {
		sp := Span{max(l.Start, l.Start+t.title.Start-at[i]), min(l.End, l.Start+t.title.End-at[i])}
		if sp = s.trim(sp); sp.Len() > 0 {
			ls = append(ls, line{Span: sp})
		}
	}
	if len(ls) == 0 {
		return
	}
	u := s.unit(n, Caption, ls)
	u.delimiter = joined[t.title.Start-1]
	s.add(u)
}

// clip returns the part of lines between two offsets of the body.
func (s *segmenter) clip(ls []line, from, to int) []line {
	var out []line
	for _, l := range ls {
		sp := s.trim(Span{max(l.Start, from+s.base), min(l.End, to+s.base)})
		if sp.Len() > 0 {
			out = append(out, line{Span: sp})
		}
	}
	return out
}
