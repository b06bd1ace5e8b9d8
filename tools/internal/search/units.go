package search

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Units returns what can be found in a page: its units in order, the first of
// them the page itself with all text of <main> that belongs to no other; and its
// title, the first h1. A page that asks not to be indexed has none.
//
// A page whose templates mark nothing with data-search is read by its addresses:
// every block of <main> with an id is a unit.
func Units(data []byte) (title string, units []Unit) {
	r := reader{marked: bytes.Contains(data, []byte("data-search="))}
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return r.result()
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			r.start(t)
		case html.EndTagToken:
			name, _ := z.TagName()
			r.end(string(name))
		case html.TextToken:
			if r.reading() {
				r.text(string(z.Text()))
			}
		}
	}
}

// reader follows the open elements of a page.
type reader struct {
	marked bool
	hidden bool // the page asks not to be indexed
	open   []element
	units  []*draft // the page's own is the first
	title  strings.Builder
	titled bool
}

type element struct {
	name string
	unit *draft // what its text belongs to; nil outside of main
	off  bool
	h1   bool
}

type draft struct {
	Unit
	text strings.Builder
}

func (r *reader) top() element {
	if len(r.open) == 0 {
		return element{}
	}
	return r.open[len(r.open)-1]
}

func (r *reader) reading() bool {
	t := r.top()
	return t.unit != nil && !t.off
}

func (r *reader) start(t html.Token) {
	e := r.top()
	if blocks[t.DataAtom] && r.reading() {
		e.unit.text.WriteByte(' ')
	}
	e.name, e.h1 = t.Data, e.h1 || t.DataAtom == atom.H1
	switch {
	case t.DataAtom == atom.Meta && attr(t, "name") == "robots" && strings.Contains(attr(t, "content"), "noindex"):
		r.hidden = true
	case t.DataAtom == atom.Main && len(r.units) == 0:
		e.unit = r.draft(Unit{Kind: "page"})
	case e.unit != nil:
		e.off = e.off || skipped(t)
		if kind := r.kind(t); kind != "" && !e.off {
			e.unit = r.draft(Unit{Kind: kind, ID: attr(t, "id"), N: attr(t, "data-n")})
		}
	}
	if t.Type == html.StartTagToken && !void[t.DataAtom] {
		r.open = append(r.open, e)
	}
}

func (r *reader) draft(u Unit) *draft {
	d := &draft{Unit: u}
	r.units = append(r.units, d)
	return d
}

// kind returns the kind of the unit that an element begins, or "".
func (r *reader) kind(t html.Token) string {
	if attr(t, "id") == "" {
		return ""
	}
	if r.marked {
		return attr(t, "data-search")
	}
	switch t.DataAtom {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return "heading"
	case atom.P, atom.Div, atom.Li, atom.Dd, atom.Dt, atom.Td, atom.Tr, atom.Blockquote, atom.Figure, atom.Pre, atom.Table:
		return "paragraph"
	}
	return ""
}

func (r *reader) end(name string) {
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].name != name {
			continue
		}
		if e := r.open[i]; e.unit != nil && blocks[atom.Lookup([]byte(name))] && !e.off {
			e.unit.text.WriteByte(' ')
		}
		r.titled = r.titled || name == "h1" && r.title.Len() > 0
		r.open = r.open[:i]
		return
	}
}

func (r *reader) text(s string) {
	e := r.top()
	e.unit.text.WriteString(s)
	if e.h1 && !r.titled {
		r.title.WriteString(s)
	}
}

func (r *reader) result() (string, []Unit) {
	if r.hidden {
		return "", nil
	}
	var units []Unit
	for _, d := range r.units {
		if d.Text = squeeze(d.text.String()); d.Text != "" {
			units = append(units, d.Unit)
		}
	}
	return squeeze(r.title.String()), units
}

// squeeze makes white space one space, but for no-break ones, which are part of
// how a number is written.
func squeeze(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(" \t\r\n\f", c) }), " ")
}

// skipped reports whether an element is no text that a reader would look for.
func skipped(t html.Token) bool {
	switch t.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Nav, atom.Svg, atom.Form, atom.Button:
		return true
	}
	return slices.ContainsFunc(t.Attr, func(a html.Attribute) bool {
		switch a.Key {
		case "hidden", "popover":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "data-search":
			return a.Val == "off"
		}
		return false
	})
}

func attr(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func setOf(list ...atom.Atom) map[atom.Atom]bool {
	m := map[atom.Atom]bool{}
	for _, a := range list {
		m[a] = true
	}
	return m
}

// blocks are the elements that part words, though nothing may stand between them.
var blocks = setOf(atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
	atom.Section, atom.Article, atom.Header, atom.Footer, atom.Aside, atom.Main, atom.Blockquote, atom.Figure, atom.Figcaption, atom.Pre,
	atom.Table, atom.Caption, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Th, atom.Td, atom.Br, atom.Hr, atom.Details, atom.Summary, atom.Address)

var void = setOf(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
	atom.Source, atom.Track, atom.Wbr)
