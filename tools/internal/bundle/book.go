package bundle

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A book is one language of the site as one text: its pages in the order in which
// a reader meets them. The page and the EPUB of a language are made from it.
//
// A page for a single record, whose parent lists the record under the same name
// (zahlen/mau-welt-2021/ and #mau-welt-2021 in zahlen/), is folded into its
// parent: links to it lead there.
type book struct {
	Language
	site   *Site
	pages  []*page
	byFile map[string]*page
	folded map[string]place // page of a record: where it stands in its parent
}

// page is one page of a book, and where its parts lie in its bytes.
type page struct {
	file, key     string
	lang, title   string
	kind          string
	main          *tag
	body          span // what <body> holds
	mainAt        span // what <main> holds
	mainFrom      int  // where the tag of <main> begins
	mainTo        int  // where </main> ends
	ids           []anchor
	styles        []string                     // files of its style sheets
	scripts       []string                     // files of its classic scripts
	links         []string                     // files of pages it links to, in order
	hidden        bool                         // asks not to be indexed, or only forwards
	popovers      map[string][sha256.Size]byte // what each holds
	direction     string
	summary, icon string
}

type span struct{ from, to int }

// anchor is an id, and that of the popover it stands in.
type anchor struct{ id, popover string }

// newBook reads the pages of a language.
func (s *Site) newBook(l Language) (*book, error) {
	b := &book{Language: l, site: s, byFile: map[string]*page{}, folded: map[string]place{}}
	all := map[string]*page{}
	for _, name := range s.names {
		if !strings.HasPrefix(name, l.Tag+"/") || path.Ext(name) != ".html" {
			continue
		}
		src, err := fs.ReadFile(s.fsys, name)
		if err != nil {
			return nil, err
		}
		if p := s.readPage(name, src); !p.hidden && p.main != nil {
			all[name] = p
		}
	}
	b.fold(all)
	b.order(all)
	b.name()
	return b, nil
}

// fold takes the pages of single records out.
func (b *book) fold(all map[string]*page) {
	for name := range all {
		dir := path.Dir(name)
		parent := all[path.Join(path.Dir(dir), "index.html")]
		if path.Base(name) == "index.html" && parent != nil && parent.has(path.Base(dir)) {
			b.folded[name] = place{file: parent.file, fragment: path.Base(dir)}
		}
	}
	for name := range b.folded {
		delete(all, name)
	}
}

func (p *page) has(id string) bool {
	return slices.ContainsFunc(p.ids, func(a anchor) bool { return a.id == id })
}

// order puts the pages as they are met from the home page on: first those that it
// links to, then those that these do; the rest by name.
func (b *book) order(all map[string]*page) {
	var queue []string
	add := func(name string) {
		if p := all[name]; p != nil {
			delete(all, name)
			b.pages, b.byFile[name] = append(b.pages, p), p
			queue = append(queue, name)
		}
	}
	add(b.Tag + "/index.html")
	for len(queue) > 0 || len(all) > 0 {
		if len(queue) == 0 {
			var rest []string
			for name := range all {
				rest = append(rest, name)
			}
			add(slices.Min(rest))
			continue
		}
		p := b.byFile[queue[0]]
		queue = queue[1:]
		for _, name := range p.links {
			if at, ok := b.folded[name]; ok {
				name = at.file
			}
			add(name)
		}
	}
}

// name gives each page a key that no id of the book has.
func (b *book) name() {
	taken := map[string]bool{"main": true}
	for _, p := range b.pages {
		for _, a := range p.ids {
			taken[a.id] = true
		}
	}
	for _, p := range b.pages {
		key := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(p.file, b.Tag), "index.html"), "/")
		key = strings.ReplaceAll(strings.TrimSuffix(key, ".html"), "/", "-")
		if key == "" {
			key = "start"
		}
		for taken[key] {
			key += "-1"
		}
		taken[key], p.key = true, key
	}
}

// readPage finds the parts of a page.
func (s *Site) readPage(name string, src []byte) *page {
	p := &page{file: name, popovers: map[string][sha256.Size]byte{}, body: span{0, len(src)}}
	r := pageReader{site: s, page: p, src: src}
	z := html.NewTokenizer(bytes.NewReader(src))
	for at := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return p
		}
		from := at
		at += len(z.Raw())
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			n, _ := z.TagName()
			r.start(newTag(string(n), from, src[from:at]), at)
		case html.EndTagToken:
			n, _ := z.TagName()
			r.end(string(n), from, at)
		case html.TextToken:
			if r.inTitle {
				p.title += html.UnescapeString(string(src[from:at]))
			}
		}
	}
}

type pageReader struct {
	site    *Site
	page    *page
	src     []byte
	inTitle bool
	begun   bool // an element of main was met
	popover *tag // the open popover, and how many of its name are open in it
	depth   int
}

func (r *pageReader) start(t *tag, end int) {
	p := r.page
	switch t.name {
	case "html":
		p.lang, p.kind, p.direction = t.value("lang"), t.value("data-kind"), t.value("dir")
	case "title":
		r.inTitle = p.title == ""
	case "meta":
		r.meta(t)
	case "link":
		r.link(t)
	case "script":
		if src, ok := t.get("src"); ok && isScript(t) {
			r.collect(&p.scripts, src)
		}
	case "body":
		p.body.from = end
	case "main":
		if p.main == nil {
			p.main, p.mainFrom, p.mainAt = t, t.at, span{end, len(r.src)}
		}
	case "a":
		r.collect(&p.links, t.value("href"))
	}
	inMain := p.main != nil && p.mainTo == 0 && t != p.main
	if inMain && !r.begun {
		r.begun = true
		p.hidden = p.hidden || t.value("data-book") == "off" // all of the page is
	}
	id := t.value("id")
	switch _, pops := t.get("popover"); {
	case r.popover != nil && t.name == r.popover.name:
		r.depth++
	case r.popover == nil && pops && inMain && id != "":
		r.popover, r.depth = t, 1
	}
	if id != "" && inMain {
		a := anchor{id: id}
		if r.popover != nil {
			a.popover = r.popover.value("id")
		}
		p.ids = append(p.ids, a)
	}
}

func (r *pageReader) end(name string, from, to int) {
	p := r.page
	switch name {
	case "title":
		r.inTitle = false
	case "body":
		p.body.to = from
	case "main":
		if p.main != nil && p.mainTo == 0 {
			p.mainAt.to, p.mainTo = from, to
		}
	}
	if r.popover != nil && name == r.popover.name {
		if r.depth--; r.depth == 0 {
			p.popovers[r.popover.value("id")] = sha256.Sum256(r.src[r.popover.at:to])
			r.popover = nil
		}
	}
}

func (r *pageReader) meta(t *tag) {
	content := t.value("content")
	switch {
	case strings.EqualFold(t.value("name"), "robots") && strings.Contains(content, "noindex"), strings.EqualFold(t.value("http-equiv"), "refresh"):
		r.page.hidden = true
	case strings.EqualFold(t.value("name"), "description"):
		r.page.summary = content
	}
}

func (r *pageReader) link(t *tag) {
	switch {
	case t.hasRel("stylesheet") && !t.hasRel("alternate"):
		r.collect(&r.page.styles, t.value("href"))
	case t.hasRel("icon"):
		var icons []string
		r.collect(&icons, t.value("href"))
		r.page.icon = strings.Join(icons, "")
	}
}

// collect appends the file that an address leads to.
func (r *pageReader) collect(list *[]string, address string) {
	if at, local, err := r.site.locate(r.page.file, address); local && err == nil && at.file != "" && !slices.Contains(*list, at.file) {
		*list = append(*list, at.file)
	}
}
