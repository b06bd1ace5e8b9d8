package bundle

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed epub.css
var epubCSS []byte

// epub is one language as a book (EPUB 3.3): a document for each page but the
// search, navigation by chapters and sections, citations and notes as EPUB knows
// them, so that a reader can show a note where it is called.
type epub struct {
	*book
	publisher, license string
	date               time.Time
	docs               []*document
	byPage             map[string]*document
	images             []string // files of the site, in order of use
	front              []byte   // the picture on its cover, nil if there is none
}

// document is one page in the book.
type document struct {
	page     *page
	file     string // in the book
	title    string
	root     *html.Node // holds what <main> holds
	ids      map[string]bool
	sections []heading
	math     bool
}

// heading is an entry of the navigation.
type heading struct{ id, text string }

func (m *maker) newEPUB(b *book) *epub {
	return &epub{book: b, publisher: m.Publisher, license: m.License, date: m.Date.UTC(), byPage: map[string]*document{}}
}

// write makes the book. Its files are few and small, but for pictures, which are
// packed one at a time.
func (e *epub) write(ctx context.Context, w io.Writer) error {
	if err := e.read(); err != nil {
		return err
	}
	e.front = e.cover()
	a := newArchive(w, e.date)
	var d deflater
	mimetype := []byte("application/epub+zip")
	first, err := d.pack("mimetype", mimetype)
	if err != nil {
		return err
	}
	first.method, first.data, first.stored = 0, mimetype, first.size // OCF 3.3: never compressed
	if err := a.add(first); err != nil {
		return err
	}
	put := func(name string, data []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		p, err := d.pack(name, data)
		return errors.Join(err, a.add(p))
	}
	files := [][2]string{{"META-INF/container.xml", container}, {"EPUB/book.css", string(epubCSS)}, {"EPUB/title.xhtml", e.titlePage()}}
	for _, doc := range e.docs {
		files = append(files, [2]string{"EPUB/" + doc.file, e.xhtml(doc)})
	}
	files = append(files, [2]string{"EPUB/nav.xhtml", e.navigation()}, [2]string{"EPUB/package.opf", e.packageFile()})
	for _, f := range files {
		if err := put(f[0], []byte(f[1])); err != nil {
			return err
		}
	}
	if e.front != nil {
		if err := put("EPUB/"+coverFile, e.front); err != nil {
			return err
		}
	}
	for i, file := range e.images {
		data, err := fs.ReadFile(e.site.fsys, file)
		if err != nil {
			return err
		}
		if err := put("EPUB/"+imageName(i, file), data); err != nil {
			return err
		}
	}
	return a.close()
}

// read takes the text out of each page; when all of them are there, it sees to
// the links between them.
func (e *epub) read() error {
	for _, p := range e.pages {
		if p.kind == "search" {
			continue
		}
		src, err := fs.ReadFile(e.site.fsys, p.file)
		if err != nil {
			return err
		}
		nodes, err := html.ParseFragment(bytes.NewReader(src[p.mainAt.from:p.mainAt.to]), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
		if err != nil {
			return err
		}
		doc := &document{page: p, file: p.key + ".xhtml", root: &html.Node{Type: html.ElementNode, Data: "section"}, ids: map[string]bool{}}
		for _, n := range nodes {
			doc.root.AppendChild(n)
		}
		e.prune(doc, doc.root)
		doc.outline(doc.root)
		if doc.title == "" {
			doc.title = strings.TrimSpace(p.title)
		}
		e.docs = append(e.docs, doc)
		e.byPage[p.file] = doc
	}
	for _, doc := range e.docs {
		e.link(doc, doc.root)
	}
	return nil
}

// link gives each link and picture the address it has in the book.
func (e *epub) link(doc *document, n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch c.Data {
		case "a":
			if href, ok := get(c, "href"); ok {
				set(c, "href", e.address(doc, href))
			}
		case "img":
			src, _ := get(c, "src")
			if file := e.picture(doc, src); file != "" {
				set(c, "src", file)
			} else { // a picture from elsewhere: a book says what it shows
				alt, _ := get(c, "alt")
				*c = html.Node{Type: html.TextNode, Data: alt, Parent: n, PrevSibling: c.PrevSibling, NextSibling: c.NextSibling}
				continue
			}
		}
		e.link(doc, c)
	}
}

// address says where a link leads; "" means nowhere, and the link becomes text.
func (e *epub) address(doc *document, raw string) string {
	if strings.HasPrefix(raw, "#") {
		if doc.ids[raw[1:]] {
			return raw
		}
		return ""
	}
	at, local, err := e.site.locate(doc.page.file, raw)
	switch {
	case err != nil:
		return ""
	case !local:
		return strings.TrimSpace(raw)
	case at.file == "":
		return at.online
	}
	if to, ok := e.folded[at.file]; ok {
		if at.fragment == "" || !e.byFile[to.file].has(at.fragment) {
			at.fragment = to.fragment
		}
		at.file = to.file
	}
	to := e.byPage[at.file]
	switch {
	case to == nil:
		return e.published(at.file) + suffix(at)
	case at.fragment != "" && to.ids[at.fragment]:
		return to.file + "#" + at.fragment
	}
	return to.file
}

// picture returns a picture's name in the book.
func (e *epub) picture(doc *document, raw string) string {
	at, local, err := e.site.locate(doc.page.file, raw)
	if !local || err != nil || !slices.Contains(pictures, mediaType(at.file)) {
		return ""
	}
	i := slices.Index(e.images, at.file)
	if i < 0 {
		i, e.images = len(e.images), append(e.images, at.file)
	}
	return imageName(i, at.file)
}

// pictures are the media types that every reader shows (EPUB 3.3, 3.2).
var pictures = []string{"image/gif", "image/jpeg", "image/png", "image/svg+xml", "image/webp"}

func imageName(i int, file string) string {
	return "image-" + strconv.Itoa(i+1) + strings.ToLower(path.Ext(file))
}
