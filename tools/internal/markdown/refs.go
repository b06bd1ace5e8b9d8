package markdown

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// Ref is one inline link or image of a text: [words](fig:id "title"). Links by
// reference, [words][label], are not looked at, and neither are bare addresses.
type Ref struct {
	Scheme string // "fig", "https"; lower case; "" for a relative address
	ID     string // what follows the scheme's colon, or the whole address
	Title  string // as a reader sees it, without escapes
	Text   string // what stands between the square brackets, as written; may be ""
	Image  bool
	Source string // the whole link, as written

	Start, End         int // the whole link, in bytes of the text given
	TextStart, TextEnd int // between the square brackets
	DestStart, DestEnd int // the address, without angle brackets
}

var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// Refs returns the links of a text in the order in which they begin. An image
// inside a link is found as well as the link.
func Refs(text string) []Ref {
	if !strings.Contains(text, "](") {
		return nil
	}
	return parseText(text).refs()
}

func (in *inline) refs() []Ref {
	var refs []Ref
	in.walk(func(n ast.Node, entering bool) ast.WalkStatus {
		if entering && (n.Kind() == ast.KindLink || n.Kind() == ast.KindImage) {
			refs = append(refs, in.ref(n))
		}
		return ast.WalkContinue
	})
	slices.SortStableFunc(refs, func(a, b Ref) int { return cmp.Compare(a.Start, b.Start) })
	return refs
}

func (in *inline) ref(n ast.Node) Ref {
	e := in.extent(n)
	r := Ref{Image: n.Kind() == ast.KindImage, Start: e.start, End: e.end}
	r.TextStart, r.TextEnd = e.start+1, e.close
	if r.Image {
		r.TextStart++
	}
	open := e.close + 1
	t := scanTail(in.src[open:e.end])
	r.DestStart, r.DestEnd = open+t.dest.Start, open+t.dest.End
	r.Text, r.Source = in.text[r.TextStart:r.TextEnd], in.text[r.Start:r.End]
	r.Title = unescape(in.text[open+t.title.Start : open+t.title.End])
	r.ID = unescape(in.text[r.DestStart:r.DestEnd])
	if s := scheme.FindString(r.ID); s != "" {
		r.Scheme, r.ID = strings.ToLower(s[:len(s)-1]), r.ID[len(s):]
	}
	return r
}

// RewriteRefs returns the text with each link replaced by what f returns for it,
// which is its Source if it is to stay. Links inside a link come first: the
// Text and Source of the outer one hold what they became. Offsets are always
// those of the text given.
func RewriteRefs(text string, f func(Ref) string) string {
	refs := Refs(text)
	if len(refs) == 0 {
		return text
	}
	w := rewriter{text: text, refs: refs, f: f}
	return w.until(0, len(text))
}

type rewriter struct {
	text string
	refs []Ref // those not yet reached
	f    func(Ref) string
}

// until returns the text from one offset to another with its links rewritten.
func (w *rewriter) until(at, end int) string {
	var b strings.Builder
	for len(w.refs) > 0 && w.refs[0].Start < end {
		r := w.refs[0]
		w.refs = w.refs[1:]
		b.WriteString(w.text[at:r.Start])
		r.Text = w.until(r.TextStart, r.TextEnd)
		r.Source = w.text[r.Start:r.TextStart] + r.Text + w.text[r.TextEnd:r.End]
		b.WriteString(w.f(r))
		at = r.End
	}
	b.WriteString(w.text[at:end])
	return b.String()
}

// unescape resolves backslash escapes and character references.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]) {
			i++
			b.WriteByte(s[i])
			continue
		}
		if n := strings.IndexByte(s[i:], ';'); s[i] == '&' && n > 0 && n < 34 {
			entity := []byte(s[i : i+n+1])
			if r := util.ResolveEntityNames(util.ResolveNumericReferences(entity)); string(r) != string(entity) {
				b.Write(r)
				i += n
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
