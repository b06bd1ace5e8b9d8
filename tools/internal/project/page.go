package project

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/cores"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/markdown"
)

// Page is one Markdown file of content/.
type Page struct {
	Name   string // path below content/ without .md: "aufstieg"; the home page is "_index"
	File   string // path of the file: "content/aufstieg.md"
	Doc    *markdown.Page
	Units  []Unit
	Layout string // one of Layouts
	Number string // of a chapter, from 1 by weight; of the others a letter or nothing
	Weight int
	Date   time.Time // first published; zero if not given
	Mod    time.Time // last modified; zero if not given

	slug  string
	slugs map[string]string
}

// Unit is a translatable unit with its id for life.
type Unit struct {
	markdown.Unit
	ID    string
	Also  []string       // ids of units that are part of this one now: it answers to them as well
	Where string         // for the translator: "Die Milliarde · Absatz 4"
	Refs  []markdown.Ref // the links of its German text
}

// Layouts are what a page can be.
var Layouts = []string{"chapter", "home", "claims", "timeline", "figures", "sources", "search", "data", "corrections", "imprint", "privacy"}

// Chapter reports whether the page is one of the numbered chapters: prose, or
// prose above the claims that the dossier checks.
func (p *Page) Chapter() bool { return p.Layout == "chapter" || p.Layout == "claims" }

// signs are the letters by which the register names the pages that are no chapters.
var signs = map[string]string{"timeline": "Z", "figures": "A", "sources": "Q"}

// Sign returns the letter that names pages of a layout in the register, or "".
func Sign(layout string) string { return signs[layout] }

// Slug returns the page's part of the URL in a language.
func (p *Page) Slug(lang string) string {
	return cmp.Or(p.slugs[lang], p.slug, path.Base(p.Name))
}

func (p *Project) loadPages() diag.List {
	var names []string
	for _, name := range sortedNames(p.files) {
		if strings.HasPrefix(name, contentDir+"/") && path.Ext(name) == ".md" {
			names = append(names, name)
		}
	}
	pages, found := make([]*Page, len(names)), make([]diag.List, len(names))
	cores.Each(len(names), func(i int) { pages[i], found[i] = newPage(names[i], p.files[names[i]]) })
	p.Pages = pages
	findings := slices.Concat(found...)
	p.order()
	findings.Add(p.checkSlugs()...)
	return findings
}

func newPage(name string, src []byte) (*Page, diag.List) {
	doc, findings := markdown.Parse(name, src)
	page := &Page{Name: strings.TrimSuffix(strings.TrimPrefix(name, contentDir+"/"), ".md"), File: name, Doc: doc}
	findings.Add(page.front()...)
	page.locate()
	return page, findings
}

// front reads what the front matter says beside its units.
func (p *Page) front() diag.List {
	var findings diag.List
	pos := diag.Pos{File: p.File, Line: 1, Col: 1}
	v := p.Doc.Front.Values
	p.Layout, _ = v["layout"].(string)
	if p.Layout == "" {
		p.Layout = "chapter"
		if p.Name == "_index" {
			p.Layout = "home"
		}
	}
	if !slices.Contains(Layouts, p.Layout) {
		findings.Add(diag.Errorf(pos, "page-layout", "no layout %q", p.Layout).
			WithHint("%s", diag.DidYouMean(p.Layout, Layouts, "layouts are "+strings.Join(Layouts, ", "))))
	}
	if title, _ := v["title"].(string); strings.TrimSpace(title) == "" {
		findings.Add(diag.Errorf(pos, "page-title", "the page has no title").WithHint("add title = \"…\" to the front matter"))
	}
	p.slug, _ = v["slug"].(string)
	p.slugs = map[string]string{}
	if m, ok := v["slugs"].(map[string]any); ok {
		for lang, s := range m {
			p.slugs[lang], _ = s.(string)
		}
	}
	p.Weight = number(v["weight"])
	p.Date, p.Mod = date(v["date"]), date(v["lastmod"])
	return findings
}

// locate words where each unit stands, for the translator.
func (p *Page) locate() {
	section, paragraph, item := "", 0, 0
	for _, u := range p.Doc.Units {
		where := ""
		switch u.Kind {
		case markdown.Heading:
			section, item = markdown.Plain(u.Text), 0
			where = "Überschrift"
		case markdown.Paragraph:
			if u.Top {
				paragraph++
				where = "Absatz " + strconv.Itoa(paragraph)
			} else {
				where = "Zitat oder Anmerkung"
			}
		case markdown.ListItem:
			item++
			where = "Listenpunkt " + strconv.Itoa(item)
		default:
			where = kindWords[u.Kind]
		}
		if section != "" {
			where = "§ " + section + " · " + where
		}
		unit := Unit{Unit: u, Where: where}
		if u.Kind.Inline() {
			unit.Refs = markdown.Refs(u.Text)
		}
		p.Units = append(p.Units, unit)
	}
}

var kindWords = map[markdown.Kind]string{
	markdown.TableCell: "Tabellenzelle", markdown.Caption: "Bildunterschrift", markdown.Alt: "Alternativtext",
	markdown.Title: "Titel", markdown.Summary: "Zusammenfassung", markdown.Term: "Begriff",
}

// order sorts the pages and numbers the chapters.
func (p *Project) order() {
	slices.SortStableFunc(p.Pages, func(a, b *Page) int {
		return cmp.Or(boolCompare(a.Layout != "home", b.Layout != "home"),
			boolCompare(!a.Chapter(), !b.Chapter()),
			cmp.Compare(a.Weight, b.Weight), cmp.Compare(a.Name, b.Name))
	})
	n := 0
	for _, page := range p.Pages {
		page.Number = signs[page.Layout]
		if page.Chapter() {
			n++
			page.Number = strconv.Itoa(n)
		}
	}
}

// checkSlugs finds pages that would share an address.
func (p *Project) checkSlugs() diag.List {
	var findings diag.List
	for _, lang := range p.Config.Languages {
		first := map[string]*Page{}
		for _, page := range p.Pages {
			address := path.Join(path.Dir(page.Name), page.Slug(lang.Tag))
			if other, dup := first[address]; dup {
				findings.Add(diag.Errorf(diag.Pos{File: page.File, Line: 1, Col: 1}, "page-address",
					"has the same address /%s/%s/ as %s", lang.Tag, address, other.File).
					WithHint("give one of them another slug, or slugs.%s", lang.Tag))
			}
			first[address] = page
		}
	}
	return findings
}

// checkIDs finds ids that two units of one page would share.
func (p *Project) checkIDs() diag.List {
	var findings diag.List
	seen := map[string]*Page{}
	for _, page := range p.Pages {
		for _, u := range page.Units {
			if u.FixedID == "" {
				continue
			}
			if first, dup := seen[u.ID]; dup {
				findings.Add(diag.Errorf(diag.PosAt(page.File, page.Doc.Source, u.Offset), "unit-duplicate",
					"the id %q is already in use in %s", u.ID, first.File).WithHint("an id is given once in a dossier"))
			}
			seen[u.ID] = page
		}
	}
	return findings
}

// Published returns the text of unit i in a language: the translation, or the
// German where there is none; and the state that a reader is told.
func (p *Project) Published(page *Page, i int, lang string) (text string, state catalog.State) {
	u := page.Units[i]
	if lang == p.Language().Tag {
		return u.Text, catalog.Current
	}
	return p.published(lang, u.ID, u.Text)
}

// PublishedField returns a field of a record, by the kind of record ("figures")
// and its [FieldID], as Published does a unit's text.
func (p *Project) PublishedField(lang, kind, id, source string) (string, catalog.State) {
	if lang == p.Language().Tag {
		return source, catalog.Current
	}
	return p.published(lang, kind+"/"+id, source)
}

func (p *Project) published(lang, key, source string) (string, catalog.State) {
	e := p.entries[lang][key]
	state := catalog.StateOf(e, source)
	if state == catalog.Missing || state == catalog.Outdated && (p.Config.Settings.Outdated == "source" || p.untrue(lang, e)) {
		return source, catalog.Missing
	}
	return e.Other, state
}

// Entry returns the message of a unit in a language, or nil.
func (p *Project) Entry(lang, id string) *catalog.Entry { return p.entries[lang][id] }

func number(v any) int {
	switch n := v.(type) {
	case int64:
		return int(n)
	case int:
		return n
	case uint64:
		return int(n) //nolint:gosec // a weight
	}
	return 0
}

func date(v any) time.Time {
	switch d := v.(type) {
	case time.Time:
		return d
	case fmt.Stringer: // go-toml's LocalDate
		t, _ := time.Parse(time.DateOnly, d.String())
		return t
	case string:
		t, _ := time.Parse(time.DateOnly, d)
		return t
	}
	return time.Time{}
}
