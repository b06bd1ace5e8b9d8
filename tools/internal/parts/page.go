package parts

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Page returns an HTML page with its marks made into elements, or into nothing
// where none may stand or the language is said already. A page without marks is
// returned as it is.
func (l Language) Page(page []byte) []byte {
	if !bytes.ContainsAny(page, begin+end) {
		return page
	}
	p := rewriting{Language: l}
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := z.Next()
		raw := string(z.Raw())
		switch kind {
		case html.ErrorToken:
			p.write(l.Bare(raw))
			return p.finish()
		case html.TextToken:
			p.text(raw)
		case html.StartTagToken:
			p.start(z)
			p.write(l.Bare(raw))
		case html.EndTagToken:
			name, _ := z.TagName()
			p.leave(string(name))
			p.write(l.Bare(raw))
		default:
			p.write(l.Bare(raw))
		}
		p.choice = kind == html.StartTagToken && len(p.path) > 0 && p.path[len(p.path)-1].name == "option"
	}
}

// rewriting is a page on its way.
type rewriting struct {
	Language
	out    []byte
	path   []element // the elements that are open
	spans  []int     // where our own begin whose end has not come; -1 for one that was not needed
	choice bool      // just after the start tag of an option
}

type element struct{ name, lang string }

func (p *rewriting) write(s string) { p.out = append(p.out, s...) }

// void elements have no end (HTML, 13.1.2).
var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true,
}

// plain elements hold text alone, or texts in elements of their own.
var plain = map[string]bool{"option": true, "script": true, "style": true, "svg": true, "textarea": true, "title": true}

// start notes an element that has been opened, with its own language or that of
// what it stands in.
func (p *rewriting) start(z *html.Tokenizer) {
	name, more := z.TagName()
	e := element{name: string(name)}
	if len(p.path) > 0 {
		e.lang = p.path[len(p.path)-1].lang
	}
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		if string(k) == "lang" {
			e.lang = string(v)
		}
	}
	if !void[e.name] {
		p.path = append(p.path, e)
	}
}

// leave notes that an element ends, and with it those within that nothing closed.
func (p *rewriting) leave(name string) {
	for i, e := range slices.Backward(p.path) {
		if e.name == name {
			p.path = p.path[:i]
			return
		}
	}
}

// text writes what stands between tags.
func (p *rewriting) text(text string) {
	if p.choice && whole(text) {
		p.out = append(p.out[:len(p.out)-len(">")], p.attributes()+">"...)
		text = text[len(begin) : len(text)-len(end)]
	}
	if slices.ContainsFunc(p.path, func(e element) bool { return plain[e.name] }) {
		p.write(p.Bare(text))
		return
	}
	for {
		i := strings.IndexAny(text, begin+end)
		if i < 0 {
			p.write(text)
			return
		}
		p.write(text[:i])
		if strings.HasPrefix(text[i:], begin) {
			p.open()
		} else {
			p.close()
		}
		text = text[i+len(begin):]
	}
}

// whole reports whether a text is all in the other language.
func whole(text string) bool {
	return strings.HasPrefix(text, begin) && strings.HasSuffix(text, end) && strings.Count(text, begin) == 1
}

// open begins an element of our own, unless what it stands in has the language.
func (p *rewriting) open() {
	if n := len(p.path); n > 0 && p.path[n-1].lang == p.Tag {
		p.spans = append(p.spans, -1)
		return
	}
	p.spans = append(p.spans, len(p.out))
	p.write(p.span())
}

// close ends the element that was opened last; an end by itself is none.
func (p *rewriting) close() {
	n := len(p.spans)
	if n == 0 {
		return
	}
	if p.spans[n-1] >= 0 {
		p.write("</span>")
	}
	p.spans = p.spans[:n-1]
}

// finish returns the page, without elements of ours that nothing closed.
func (p *rewriting) finish() []byte {
	for _, at := range slices.Backward(p.spans) {
		if at >= 0 {
			p.out = slices.Delete(p.out, at, at+len(p.span()))
		}
	}
	return p.out
}

func (p *rewriting) span() string { return "<span" + p.attributes() + ">" }
