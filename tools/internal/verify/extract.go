package verify

import (
	"bytes"
	"iter"
	"maps"
	"strings"

	"golang.org/x/net/html"
)

// page is what matters of one HTML file.
type page struct {
	ids        map[string]bool
	twice      []string // ids that stand more than once
	links      []link
	alternates map[string]string // hreflang, in two letters: address
	inline     []string          // inline styles and scripts
	refresh    bool              // only forwards to another page
}

// link is an address in a page; fetched ones are loaded with it.
type link struct {
	url     string
	fetched bool
}

// extract reads a page with an HTML tokenizer: text is never taken for markup.
func extract(data []byte) *page {
	p := &page{ids: map[string]bool{}, alternates: map[string]string{}}
	seen := map[link]bool{}
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return p
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			t := tag{name: string(name)}
			for more {
				var k, v []byte
				k, v, more = z.TagAttr()
				t.attr(p, string(k), v)
			}
			t.finish(p, seen)
		}
	}
}

// tag gathers the attributes of one start tag.
type tag struct {
	name, rel, hreflang, equiv, content string
	href, src, typ                      string
	srcset                              string
}

func (t *tag) attr(p *page, key string, value []byte) {
	switch key {
	case "id":
		id := string(value)
		if p.ids[id] {
			p.twice = append(p.twice, id)
		}
		p.ids[id] = true
	case "href":
		t.href = string(value)
	case "src", "data", "poster", "data-src":
		t.src = string(value)
	case "srcset":
		t.srcset = string(value)
	case "rel":
		t.rel = string(value)
	case "hreflang":
		t.hreflang = string(value)
	case "type":
		t.typ = string(value)
	case "http-equiv":
		t.equiv = strings.ToLower(string(value))
	case "content":
		t.content = string(value)
	case "style":
		p.inline = append(p.inline, "a style attribute on <"+t.name+">")
	default:
		if strings.HasPrefix(key, "on") {
			p.inline = append(p.inline, "the event handler "+key)
		}
	}
}

func (t *tag) finish(p *page, seen map[link]bool) {
	add := func(u string, fetched bool) {
		l := link{u, fetched}
		if u != "" && !seen[l] {
			seen[l] = true
			p.links = append(p.links, l)
		}
	}
	switch t.name {
	case "style":
		p.inline = append(p.inline, "a <style> element")
	case "script":
		if t.src == "" && (t.typ == "" || strings.Contains(t.typ, "javascript") || t.typ == "module") {
			p.inline = append(p.inline, "an inline <script>")
		}
	case "meta":
		if t.equiv == "refresh" {
			p.refresh = true
			_, u, _ := strings.Cut(t.content, "url=")
			add(strings.Trim(u, `'" `), false)
		}
		return
	case "link":
		if t.hreflang != "" {
			p.alternates[strings.ToLower(t.hreflang)] = t.href
			base, _, _ := strings.Cut(strings.ToLower(t.hreflang), "-")
			p.alternates[base] = t.href
		}
		add(t.href, fetchedRel(t.rel))
		return
	}
	add(t.href, false)
	add(t.src, true)
	for part := range strings.SplitSeq(t.srcset, ",") {
		u, _, _ := strings.Cut(strings.TrimSpace(part), " ")
		add(u, true)
	}
}

// fetchedRel reports whether browsers load a <link> of this relation.
func fetchedRel(rel string) bool {
	for r := range strings.FieldsSeq(strings.ToLower(rel)) {
		switch r {
		case "stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon":
			return true
		}
	}
	return false
}

func mapKeys[V any](m map[string]V) iter.Seq[string] { return maps.Keys(m) }
