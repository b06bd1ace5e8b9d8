package stage

import (
	"bytes"
	"path"
	"strconv"
	"strings"
	"time"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
)

// stagedPage is one file of content/ for Hugo.
type stagedPage struct {
	file  string
	url   string // on the server
	front front
	body  string
	held  bool // not published in this language: listed only
}

// data is the file's content.
func (p stagedPage) data() []byte {
	var b bytes.Buffer
	b.WriteString("+++\n")
	b.Write(encodeTOML(p.front))
	b.WriteString("+++\n")
	b.WriteString(p.body)
	return b.Bytes()
}

// front is the front matter that Hugo and the templates see.
type front struct {
	Title          string `toml:"title"`
	Slug           string `toml:"slug,omitempty"`
	URL            string `toml:"url,omitempty"`
	Weight         int    `toml:"weight,omitempty"`
	Layout         string `toml:"layout,omitempty"`
	TranslationKey string `toml:"translationKey,omitempty"`
	Date           string `toml:"date,omitempty"`
	LastMod        string `toml:"lastmod,omitempty"`
	Build          *build `toml:"build,omitempty"`
	Sitemap        *quiet `toml:"sitemap,omitempty"`
	Params         params `toml:"params"`
}

// build and quiet keep a page out of lists and of the sitemap.
type build struct {
	List string `toml:"list"`
}

type quiet struct {
	Disable bool `toml:"disable"`
}

type params struct {
	Kind         string     `toml:"kind"`
	Summary      string     `toml:"summary,omitempty"`
	Number       string     `toml:"number,omitempty"`
	TitleState   string     `toml:"title_state"`
	SummaryState string     `toml:"summary_state"`
	Missing      string     `toml:"missing"`
	Outdated     string     `toml:"outdated"`
	Minutes      string     `toml:"minutes"`
	Paragraphs   string     `toml:"paragraphs"`
	Figures      []string   `toml:"figures"`
	Claims       []string   `toml:"claims,omitempty"`   // that concern the page
	Modified     string     `toml:"modified,omitempty"` // in words
	Previous     *neighbour `toml:"previous,omitempty"`
	Next         *neighbour `toml:"next,omitempty"`
	Notes        []note     `toml:"notes,omitempty"`
	Sections     []section  `toml:"sections,omitempty"`
	Parallel     string     `toml:"parallel,omitempty"` // address of a chapter's parallel view
	Chapter      string     `toml:"chapter,omitempty"`  // and back
	Sides        []side     `toml:"sides,omitempty"`
	Share        string     `toml:"share,omitempty"` // picture for links to the page, where Hugo finds it

	Held []heldLanguage `toml:"held,omitempty"` // languages in which the page is held back
}

// neighbour is the chapter before or after.
type neighbour struct {
	Title string `toml:"title"`
	URL   string `toml:"url"`
}

// generated are the layouts that a dossier has even if its author wrote no page
// for them.
var generated = []string{"timeline", "figures", "sources", "search", "data", "corrections", "imprint", "privacy"}

// pages stages every page of the dossier in one language.
func (l *language) pages() []stagedPage {
	var pages []stagedPage
	have := map[string]bool{}
	for _, p := range l.project.Pages {
		have[p.Layout] = true
		if l.held(p) {
			pages = append(pages, l.heldPage(p))
			continue
		}
		page := l.stagePage(p)
		if p.Layout == "chapter" {
			if beside, ok := l.parallelPage(p); ok {
				page.front.Params.Parallel = beside.url
				pages = append(pages, beside)
			}
		}
		pages = append(pages, page)
	}
	if !have["home"] {
		pages = append(pages, stagedPage{file: "_index.md", url: l.base + l.Tag + "/", front: front{
			Title: l.Title, Params: params{Kind: "home", Missing: "0", Outdated: "0"},
		}})
	}
	for i, layout := range generated {
		if !have[layout] {
			pages = append(pages, l.generatedPage(layout, 1000+i))
		}
	}
	if l.project.Config.Settings.Download {
		page := l.generatedPage("offline", 1000+len(generated))
		page.front.Slug, page.url = "offline", l.base+l.Tag+"/offline/" // the same in every language: a bundle leaves it out by name
		pages = append(pages, page)
	}
	link(pages)
	return pages
}

// link joins each chapter to its neighbours.
func link(pages []stagedPage) {
	var before *stagedPage
	for i := range pages {
		p := &pages[i]
		if p.front.Params.Kind != "chapter" {
			continue
		}
		if before != nil {
			p.front.Params.Previous = &neighbour{before.front.Title, before.url}
			before.front.Params.Next = &neighbour{p.front.Title, p.url}
		}
		before = p
	}
}

func (l *language) stagePage(p *project.Page) stagedPage {
	b := l.body(p)
	f := front{
		Title: l.told(b.title.text, b.title.state), Slug: p.Slug(l.Tag), Weight: p.Weight, Layout: p.Layout,
		TranslationKey: p.Name, Date: day(p.Date), LastMod: day(p.Mod),
		Params: params{
			Kind: kind(p), Number: p.Number, Summary: l.told(b.summary.text, b.summary.state),
			TitleState: string(b.title.state), SummaryState: string(b.summary.state), Held: l.heldIn(p),
			Missing: strconv.Itoa(b.missing), Outdated: strconv.Itoa(b.outdated),
			Minutes: minutes(b.words), Paragraphs: strconv.Itoa(b.paragraph),
			Figures: b.figures, Claims: l.concerns(p.Name, claimPages), Notes: b.notes, Sections: b.sections, Modified: l.modified(p),
		},
	}
	if p.Layout == "home" {
		f.Slug, f.Layout = "", ""
	}
	if p.Layout == "claims" {
		f.Params.Sections = append(f.Params.Sections, l.claimSections()...)
	}
	return stagedPage{file: l.fileOf(p.Name), url: l.url(p), front: f, body: b.text}
}

// fileOf names the file that a page is staged in: it has a folder to itself. Of
// several changed files in one folder the preview of Hugo 0.165 reads the first
// anew and takes the others for what they were (pagesCollector.seenDirs).
func fileOf(name string) string { return name + "/index.md" }

// fileOf leaves the home page where it is, and a page with others below it: what
// lies in the folder of a page is to Hugo part of that page.
func (l *language) fileOf(name string) string {
	for _, p := range l.project.Pages {
		if strings.HasPrefix(p.Name, name+"/") {
			return name + ".md"
		}
	}
	if name == "_index" {
		return name + ".md"
	}
	return fileOf(name)
}

// kind is what a page is to the templates: a chapter that ends in claims is a
// chapter like any other, except for its layout.
func kind(p *project.Page) string {
	if p.Chapter() {
		return "chapter"
	}
	return p.Layout
}

// modified words the day of a page's last change.
func (l *language) modified(p *project.Page) string {
	t := p.Mod
	if t.IsZero() {
		t = p.Date
	}
	if t.IsZero() {
		return ""
	}
	return l.Locale.Date(t.Year(), int(t.Month()), t.Day())
}

func (l *language) generatedPage(layout string, weight int) stagedPage {
	slug := l.say("slug_" + layout)
	return stagedPage{file: fileOf(layout), url: l.base + l.Tag + "/" + slug + "/", front: front{
		Title: l.say("page_" + layout), Slug: slug, Weight: weight, Layout: layout, TranslationKey: layout,
		Params: params{Kind: layout, Number: project.Sign(layout), Missing: "0", Outdated: "0", Minutes: "0", Paragraphs: "0"},
	}}
}

// chooser is the page at "/". Hugo has no page outside of the languages, so it is
// one of the source language's, with an address of its own and in no list.
func (l *language) chooser() stagedPage {
	return stagedPage{file: fileOf("dossier-chooser"), front: front{
		Title: l.Title, URL: "/index.html", Layout: "chooser", Build: &build{"never"}, Sitemap: &quiet{true},
		Params: params{Kind: "chooser"},
	}}
}

// url returns a page's path on the server.
func (l *language) url(p *project.Page) string {
	tag := l.Tag
	if l.held(p) {
		tag = l.source().Tag
	}
	if p.Layout == "home" {
		return l.base + tag + "/"
	}
	return l.base + path.Join(tag, path.Dir(p.Name), p.Slug(tag)) + "/"
}

// pageTitle returns the title of a page in the language.
func (l *language) pageTitle(p *project.Page) string {
	for i, u := range p.Units {
		if u.Kind == markdown.Title {
			return l.told(l.project.Published(p, i, l.Tag))
		}
	}
	return p.Name
}

// field returns a record's field in the language.
func (l *language) field(kind, id, field, source string) string {
	text, _ := l.fieldState(kind, id, field, source)
	return text
}

func (l *language) fieldState(kind, id, field, source string) (string, catalog.State) {
	if source == "" {
		return "", catalog.Current
	}
	text, state := l.project.PublishedField(l.Tag, kind, id+"."+field, source)
	return l.told(text, state), state
}

// told returns a text as a page may show it anywhere: marked, if it is still in
// the source language.
func (l *language) told(text string, state catalog.State) string {
	if state == catalog.Missing && text != "" {
		return l.apart(text)
	}
	return text
}

// source is the language that content/ is written in.
func (l *language) source() project.Language { return l.project.Language() }

// minutes estimates reading time at 200 words a minute, the lower end of what
// Brysbaert (2019) measured for silent reading of non-fiction.
func minutes(words int) string { return strconv.Itoa((words + 199) / 200) }

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// ordinal is a number from one, or nothing.
func ordinal(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
