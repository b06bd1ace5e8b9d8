package markdown

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// View is a text as a reader sees it, with its links and the way back to what was
// written: who finds a number in what is seen has to name its place in the file.
type View struct {
	Text string // as [Plain] returns it
	Refs []Ref  // as [Refs], with offsets in the text as written
	Code []Span // code spans and bare addresses, in Text

	Placeholders []string // as [Placeholders] returns them
	Unsafe       string   // as [Unsafe] returns it; empty if there is nothing

	pieces []piece
}

// piece is a part of what is seen that stands together where it was written.
type piece struct {
	at, from int // in Text, and in the text as written
	length   int // in Text
}

// ViewOf parses a text once for all of it.
func ViewOf(text string) View {
	if bare(text) {
		v := PlainView(strings.Trim(text, blanks))
		v.pieces[0].from = strings.Index(text, v.Text)
		return v
	}
	w := viewer{in: parseText(text)}
	w.see()
	w.View.Text = w.b.String()
	w.Refs, w.Placeholders, w.Unsafe = w.in.refs(), w.in.placeholders(), w.in.unsafe()
	return w.View
}

// PlainView is a text without markup, such as a title: what is written is seen.
func PlainView(text string) View {
	return View{Text: text, pieces: []piece{{0, 0, len(text)}}}
}

// Written returns the place, in the text as written, of a byte of what is seen.
func (v View) Written(seen int) int {
	i := sort.Search(len(v.pieces), func(i int) bool { return v.pieces[i].at > seen }) - 1
	if i < 0 {
		return 0
	}
	p := v.pieces[i]
	return p.from + min(seen-p.at, p.length)
}

// Seen returns where, in what is seen, the first byte stands that was written at
// the given place or after it.
func (v View) Seen(written int) int {
	i := sort.Search(len(v.pieces), func(i int) bool { return v.pieces[i].from+v.pieces[i].length > written })
	if i == len(v.pieces) {
		return len(v.Text)
	}
	p := v.pieces[i]
	return p.at + max(0, written-p.from)
}

// Words returns the part of Text that stands between a link's square brackets.
func (v View) Words(r Ref) Span { return Span{v.Seen(r.TextStart), v.Seen(r.TextEnd)} }

// viewer builds a view.
type viewer struct {
	View
	in *inline
	b  strings.Builder
}

// emit adds a range of the text as written.
func (w *viewer) emit(from, to int, code bool) {
	start := w.b.Len()
	if code {
		w.piece(from, strings.ReplaceAll(w.in.text[from:to], "\n", " "))
		w.Code = append(w.Code, Span{start, w.b.Len()})
		return
	}
	for from < to {
		n := strings.IndexAny(w.in.text[from:to], `\&`)
		if n < 0 {
			n = to - from
		}
		if n > 0 {
			w.piece(from, w.in.text[from:from+n])
			from += n
			continue
		}
		n = escaped(w.in.text[from:to])
		w.piece(from, unescape(w.in.text[from:from+n]))
		from += n
	}
}

// escaped returns how long the escape or character reference is at the beginning
// of s; 1 if there is none.
func escaped(s string) int {
	n := 2
	if s[0] == '&' {
		n = strings.IndexByte(s, ';') + 1
	}
	if n > 1 && n <= len(s) && unescape(s[:n]) != s[:n] {
		return n
	}
	return 1
}

func (w *viewer) piece(from int, seen string) {
	w.pieces = append(w.pieces, piece{w.b.Len(), from, len(seen)})
	w.b.WriteString(seen)
}

// see visits what a reader sees, in order.
func (w *viewer) see() {
	w.in.walk(func(n ast.Node, entering bool) ast.WalkStatus {
		if !entering {
			return ast.WalkContinue
		}
		if n.PreviousSibling() == nil && w.b.Len() > 0 && n.Parent().Kind() == ast.KindParagraph {
			w.b.WriteByte(' ') // a blank line, which no unit has
		}
		switch n := n.(type) {
		case *ast.Text:
			w.text(n)
		case *ast.AutoLink:
			w.address(n)
		case *ast.RawHTML:
			return ast.WalkSkipChildren
		}
		return ast.WalkContinue
	})
}

// text emits a text node without the shortcodes in it.
func (w *viewer) text(n *ast.Text) {
	code := n.Parent().Kind() == ast.KindCodeSpan
	at, end := n.Segment.Start, n.Segment.Stop
	for _, m := range w.in.mask {
		if m.End <= at || m.Start >= end {
			continue
		}
		if m.Start > at {
			w.emit(at, m.Start, code)
		}
		at = min(m.End, end)
	}
	w.emit(at, end, code)
	switch {
	case n.HardLineBreak():
		w.b.WriteByte('\n')
	case n.SoftLineBreak():
		w.b.WriteByte(' ')
	}
}

// address emits a bare address, which is no prose.
func (w *viewer) address(n *ast.AutoLink) {
	e, label := w.in.extent(n), string(n.Label(w.in.src))
	start := w.b.Len()
	if i := strings.Index(w.in.text[e.start:e.end], label); i >= 0 {
		w.piece(e.start+i, label)
	} else {
		w.b.WriteString(label)
	}
	w.Code = append(w.Code, Span{start, w.b.Len()})
}
