package bundle

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// What a book keeps of a page: text, lists, tables, pictures, links, and the
// attributes that XHTML readers know. What acts (forms, buttons, popovers,
// scripts), leads around the site (nav, links to other languages) or is drawn for
// the screen only (aria-hidden, svg, whose numbers stand in a table beside it) is
// left out, and so is what the templates mark with data-book="off".

var unwanted = wordSet("script style noscript template form nav button dialog input select textarea label svg canvas iframe object embed audio video source track link meta")

// unwrapped are elements whose text stays.
var unwrapped = wordSet("picture main output fieldset font center")

var keptAttributes = wordSet("id class lang dir title href src alt width height colspan rowspan scope headers datetime value cite start reversed role aria-label aria-labelledby aria-describedby hreflang open epub:type")

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

func (e *epub) prune(doc *document, n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.CommentNode, c.Type == html.ElementNode && e.dropped(c):
			n.RemoveChild(c)
		case c.Type == html.ElementNode && unwrapped[c.Data]:
			first := c.FirstChild
			for k := c.FirstChild; k != nil; k = c.FirstChild {
				c.RemoveChild(k)
				n.InsertBefore(k, c)
			}
			n.RemoveChild(c)
			if first != nil {
				next = first
			}
		case c.Type == html.ElementNode:
			doc.clean(c)
			e.prune(doc, c)
			if hollow(c) {
				n.RemoveChild(c)
			}
		}
		c = next
	}
}

// dropped reports whether an element is no part of a book.
func (e *epub) dropped(n *html.Node) bool {
	if unwanted[n.Data] {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden", "popover":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "data-book":
			return a.Val == "off"
		case "hreflang":
			return n.Data == "a" && !strings.HasPrefix(strings.ToLower(a.Val), e.Tag)
		}
	}
	return false
}

// hollow reports whether an element that needs something in it has lost it.
func hollow(n *html.Node) bool {
	switch n.Data {
	case "p", "ul", "ol", "dl", "figure", "figcaption", "blockquote":
		return n.FirstChild == nil || onlyBlank(n)
	}
	return false
}

func onlyBlank(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.TextNode || strings.TrimSpace(c.Data) != "" {
			return false
		}
	}
	return true
}

var (
	xmlID  = regexp.MustCompile(`^[\pL_][\pL\pN._-]*$`)
	number = regexp.MustCompile(`[0-9]+$`)
)

// clean keeps the attributes that a book may have and translates what it says of
// notes.
func (doc *document) clean(n *html.Node) {
	role, _ := get(n, "role")
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
		return a.Namespace != "" || !keptAttributes[a.Key] || a.Key == "id" && !xmlID.MatchString(a.Val)
	})
	if id, ok := get(n, "id"); ok {
		if doc.ids[id] {
			remove(n, "id")
		}
		doc.ids[id] = true
	}
	if n.Data == "details" { // not every reader of books can unfold it
		set(n, "open", "open")
	}
	if lang, ok := get(n, "lang"); ok {
		set(n, "xml:lang", lang)
	}
	switch {
	case role == "doc-noteref":
		set(n, "epub:type", "noteref")
		if said := strings.Join(strings.Fields(textOf(n)), " "); number.MatchString(said) && n.Data == "a" {
			set(n, "aria-label", said)
			for n.FirstChild != nil {
				n.RemoveChild(n.FirstChild)
			}
			n.AppendChild(&html.Node{Type: html.TextNode, Data: number.FindString(said)})
		}
	case role == "doc-endnotes" || role == "doc-footnotes":
		set(n, "epub:type", "endnotes")
		markNotes(n)
	case n.Data == "math":
		doc.math = true
		set(n, "xmlns", "http://www.w3.org/1998/Math/MathML")
	case n.Data == "time":
		if v, ok := get(n, "datetime"); ok && v == "" {
			remove(n, "datetime")
		}
	}
}

// markNotes marks the items of the first list of notes.
func markNotes(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if c.Data == "ol" || c.Data == "ul" {
			for li := c.FirstChild; li != nil; li = li.NextSibling {
				if li.Type == html.ElementNode {
					set(li, "epub:type", "endnote")
				}
			}
			return
		}
		markNotes(c)
	}
}

// outline finds the title and the sections of a document.
func (doc *document) outline(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		words := strings.Join(strings.Fields(textOf(c)), " ")
		switch {
		case c.Data == "h1" && doc.title == "":
			doc.title = words
		case c.Data == "h2" && words != "":
			id, ok := get(c, "id")
			if !ok {
				break
			}
			doc.sections = append(doc.sections, heading{id, words})
		}
		doc.outline(c)
	}
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}

func get(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val, true
		}
	}
	return "", false
}

func set(n *html.Node, key, value string) {
	for i, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}

func remove(n *html.Node, key string) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}
