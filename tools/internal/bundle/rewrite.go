package bundle

import (
	"bytes"
	"slices"

	"golang.org/x/net/html"
)

// rewriter copies a page and changes only what it is told to. Its functions may
// be nil; at is always an offset in the page.
type rewriter struct {
	leave   func(t *tag) bool                                          // this tag is left out
	skip    func(t *tag) bool                                          // this element is left out, with all in it
	address func(t *tag, k kind, attr, raw string, at int) string      // what takes an address's place
	change  func(t *tag, a attribute) (value string, drop, other bool) // other attributes
	script  func(t *tag, code []byte, at int)                          // looks at an inline script
	behind  func(t *tag) string                                        // what is put behind a start tag
}

// page copies HTML, or SVG, which reads alike here.
func (r *rewriter) page(src []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(src) + len(src)/8)
	r.copy(&out, src, 0)
	return out.Bytes()
}

func (r *rewriter) copy(out *bytes.Buffer, src []byte, base int) {
	z := html.NewTokenizer(bytes.NewReader(src))
	at, inside := 0, (*tag)(nil)
	skipped, depth := "", 0 // the element being left out
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			out.Write(src[at:])
			return
		}
		raw := src[at : at+len(z.Raw())]
		start := base + at
		at += len(raw)
		if depth > 0 {
			depth += nesting(z, kind, skipped)
			continue
		}
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			t := newTag(string(name), start, raw)
			if r.skip != nil && r.skip(t) {
				if skipped = t.name; kind == html.StartTagToken && !empty[t.name] {
					depth = 1
				}
				continue
			}
			if r.leave == nil || !r.leave(t) {
				r.tag(out, t)
				if r.behind != nil {
					out.WriteString(r.behind(t))
				}
			}
			inside = nil
			if kind == html.StartTagToken {
				inside = t
			}
		case html.TextToken:
			r.text(out, inside, raw, start)
		default:
			inside = nil
			out.Write(raw)
		}
	}
}

// nesting says whether a token opens or closes an element of the name.
func nesting(z *html.Tokenizer, kind html.TokenType, name string) int {
	if kind != html.StartTagToken && kind != html.EndTagToken {
		return 0
	}
	n, _ := z.TagName()
	switch {
	case string(n) != name:
		return 0
	case kind == html.StartTagToken:
		return 1
	}
	return -1
}

// empty are the elements without an end tag.
var empty = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true,
}

// text copies text; inside is the tag that it directly follows, if that is what
// the tokenizer reads as raw text.
func (r *rewriter) text(out *bytes.Buffer, inside *tag, raw []byte, at int) {
	switch {
	case inside != nil && inside.name == "style":
		out.Write(rewriteCSS(raw, func(a string, i int) string { return r.put(inside, load, "style", a, at+i) }))
	case inside != nil && inside.name == "noscript":
		r.copy(out, raw, at)
	default:
		if inside != nil && inside.name == "script" && r.script != nil {
			r.script(inside, raw, at)
		}
		out.Write(raw)
	}
}

func (r *rewriter) put(t *tag, k kind, attr, raw string, at int) string {
	if r.address == nil {
		return raw
	}
	return r.address(t, k, attr, raw, at)
}

// tag writes a start tag with the addresses it should have.
func (r *rewriter) tag(out *bytes.Buffer, t *tag) {
	var changes []change
	for i, a := range t.list {
		if slices.ContainsFunc(t.list[:i], func(b attribute) bool { return b.name == a.name }) {
			continue // browsers read the first of a name only
		}
		if c, changed := r.attribute(t, a); changed {
			changes = append(changes, c)
		}
	}
	if len(changes) == 0 {
		out.Write(t.raw)
		return
	}
	t.write(out, changes)
}

func (r *rewriter) attribute(t *tag, a attribute) (change, bool) {
	if r.change != nil {
		if value, drop, changed := r.change(t, a); changed {
			return change{a, value, drop}, true
		}
	}
	k := t.kindOf(a.name)
	if k == strip {
		return change{a, "", true}, true
	}
	if k == text || a.start == a.end {
		return change{}, false
	}
	old, at := a.text(t.raw), t.at+a.start
	put := func(raw string) string { return r.put(t, k, a.name, raw, at) }
	value := old
	switch k {
	case link, load:
		value = put(old)
	case srcset:
		value = rewriteSrcset(old, put)
	case style:
		value = string(rewriteCSS([]byte(old), func(raw string, _ int) string { return put(raw) }))
	case refresh:
		if before, address, after, ok := splitRefresh(old); ok {
			value = before + put(address) + after
		}
	}
	return change{a, value, false}, value != old
}
