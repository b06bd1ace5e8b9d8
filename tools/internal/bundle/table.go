package bundle

import (
	"slices"
	"strings"
)

// kind is what an attribute holds.
type kind uint8

const (
	text    kind = iota
	link         // an address that a reader follows
	load         // an address that the page loads
	srcset       // a list of addresses with descriptors
	style        // declarations, with url()
	refresh      // "5; url=…"
	strip        // what keeps a page from working from a disk
)

// holds are the attributes with addresses, by HTML's index of attributes and
// SVG 2; "*" stands for every element. What a script needs stands in data-src and
// data-href: nothing else whose name begins with data- is an address.
var holds = map[string]map[string]kind{
	"*": {
		"data-src": load, "data-href": link, "style": style, "xlink:href": load,
		"integrity": strip, "crossorigin": strip, "background": load, "ping": strip,
	},
	"a": {"href": link, "xlink:href": link}, "area": {"href": link}, "base": {"href": link},
	"link":   {"href": load, "imagesrcset": srcset},
	"script": {"src": load, "href": load}, "img": {"src": load, "srcset": srcset}, "source": {"src": load, "srcset": srcset},
	"iframe": {"src": load}, "frame": {"src": load}, "embed": {"src": load}, "track": {"src": load}, "audio": {"src": load},
	"video": {"src": load, "poster": load}, "input": {"src": load, "formaction": link}, "object": {"data": load},
	"form": {"action": link}, "button": {"formaction": link},
	"blockquote": {"cite": link}, "q": {"cite": link}, "ins": {"cite": link}, "del": {"cite": link},
	"use": {"href": load}, "image": {"href": load}, "feimage": {"href": load}, "mpath": {"href": load}, "textpath": {"href": load},
	"lineargradient": {"href": load}, "radialgradient": {"href": load}, "pattern": {"href": load},
}

// presentation are SVG's attributes that may hold url(#…).
var presentation = strings.Fields("fill stroke clip-path mask filter marker marker-start marker-mid marker-end cursor")

// kindOf says what an attribute of a tag holds.
func (t *tag) kindOf(attribute string) kind {
	switch {
	case t.name == "link" && attribute == "href" && t.stays():
		return text
	case t.name == "meta" && attribute == "content":
		if strings.EqualFold(t.value("http-equiv"), "refresh") {
			return refresh
		}
		return text
	case slices.Contains(presentation, attribute):
		return style
	}
	if k, ok := holds[t.name][attribute]; ok {
		return k
	}
	return holds["*"][attribute]
}

// rels are the words of a link's rel attribute.
func (t *tag) rels() []string { return strings.Fields(strings.ToLower(t.value("rel"))) }

func (t *tag) hasRel(words ...string) bool {
	return slices.ContainsFunc(t.rels(), func(r string) bool { return slices.Contains(words, r) })
}

// stays reports whether a <link> names the page as it is published: it tells
// where a copy comes from, and stays absolute.
func (t *tag) stays() bool { return t.hasRel("canonical", "alternate") && !t.hasRel("stylesheet") }

// hints reports whether a <link> only makes loading faster, or installs the site:
// from a disk they fail, and say so in the console.
func (t *tag) hints() bool {
	return t.name == "link" && t.hasRel("preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "prerender", "manifest")
}

// splitRefresh cuts the content of a meta refresh before and behind its address.
func splitRefresh(content string) (before, address, after string, ok bool) {
	i := strings.Index(strings.ToLower(content), "url")
	if i < 0 {
		return
	}
	rest := strings.TrimLeft(content[i+3:], " \t\n\r\f")
	if !strings.HasPrefix(rest, "=") {
		return
	}
	rest = strings.TrimLeft(rest[1:], " \t\n\r\f")
	before = content[:len(content)-len(rest)]
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		if end := strings.IndexByte(rest[1:], rest[0]); end >= 0 {
			return before + rest[:1], rest[1 : 1+end], rest[1+end:], true
		}
	}
	address = strings.TrimRight(rest, " \t\n\r\f")
	return before, address, rest[len(address):], true
}
