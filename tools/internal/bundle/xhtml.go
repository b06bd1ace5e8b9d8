package bundle

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// xhtml writes a document of the book.
func (e *epub) xhtml(doc *document) string {
	var b strings.Builder
	typ := "chapter"
	if doc.page.kind != "chapter" {
		typ = "" // an appendix, a list: no term of the vocabulary fits them all
	}
	e.open(&b, doc.title)
	b.WriteString("<section")
	if typ != "" {
		fmt.Fprintf(&b, ` epub:type="%s" role="doc-chapter"`, typ)
	}
	fmt.Fprintf(&b, ` aria-label="%s">`, escapeXML(doc.title))
	for c := doc.root.FirstChild; c != nil; c = c.NextSibling {
		writeXML(&b, c)
	}
	b.WriteString("</section>\n</body>\n</html>\n")
	return b.String()
}

// open writes the beginning of an XHTML file, with <body>.
func (e *epub) open(b *strings.Builder, title string) {
	lang := e.lang()
	dir := ""
	if d := e.pages[0].direction; d != "" {
		dir = fmt.Sprintf(` dir="%s"`, escapeXML(d))
	}
	fmt.Fprintf(b, `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="%s" xml:lang="%[1]s"%s>
<head>
<meta charset="utf-8"/>
<title>%s</title>
<link rel="stylesheet" type="text/css" href="book.css"/>
</head>
<body>
`, escapeXML(lang), dir, escapeXML(title))
}

// lang is the language of the pages, as they say it.
func (e *epub) lang() string {
	if l := e.pages[0].lang; l != "" {
		return l
	}
	return e.Tag
}

func writeXML(b *strings.Builder, n *html.Node) {
	switch n.Type {
	case html.TextNode:
		b.WriteString(escapeXML(n.Data))
		return
	case html.ElementNode:
	default:
		return
	}
	href, isLink := get(n, "href")
	dead := n.Data == "a" && isLink && href == ""
	name := n.Data
	if dead {
		name = "span"
	}
	b.WriteString("<" + name)
	for _, a := range n.Attr {
		if dead && (a.Key == "href" || a.Key == "hreflang" || a.Key == "epub:type" || a.Key == "role") {
			continue
		}
		fmt.Fprintf(b, ` %s="%s"`, a.Key, escapeXML(a.Val))
	}
	if n.FirstChild == nil && empty[n.Data] {
		b.WriteString("/>")
		return
	}
	b.WriteString(">")
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		writeXML(b, c)
	}
	b.WriteString("</" + name + ">")
}

// escapeXML also leaves out what XML 1.0 cannot hold (2.2, Char).
func escapeXML(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r', r >= 0x20 && r <= 0xD7FF, r >= 0xE000 && r <= 0xFFFD, r >= 0x10000:
			return r
		}
		return -1
	}, s)
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
