// Package dataset publishes what a dossier knows for machines: tables with a
// description that programs can check (Data Package 2), JSON with schemas, the
// sources for reference managers, the timeline for calendars, feeds, and
// linked data for the pages (JSON-LD).
//
// All of it is made from the records that the pages are made from, in the same
// build, so that a table cannot say anything else than the appendix. Values are
// exact decimals in strings, dates are EDTF (ISO 8601-2), texts come in every
// language that has them: a text that nobody has translated is left out, never
// filled with another language. Nothing holds the time of the build's clock.
//
// A [Dossier] is what there is to publish; [Dossier.Files] returns every file by
// its path below the site, [Dossier.Linked] the JSON-LD of a page. Neither
// touches a disk. The templates know the files by [Listing].
package dataset

import (
	"path"
	"slices"
	"strings"
	"time"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/project"
	"dossier/tools/internal/record"
)

// Dir is the folder of the site that holds the files.
const Dir = "data"

// Dossier is what is published.
type Dossier struct {
	Project  *project.Project
	BaseURL  string    // where the site will stand, with a slash at its end
	Date     time.Time // [edtf.Undated] if nothing tells: formats that need none get none
	Editions []Edition // the source language first
	Uses     func(scheme, id string) []Use
}

// Edition is the site in one language.
type Edition struct {
	Tag, Title, Tagline string
	Locale              *locale.Locale
	Say                 func(key string) string              // a word of the interface
	Page                func(p *project.Page) string         // path on the server, from /
	Layout              func(layout string) string           // path of the page with a layout
	Record              func(kind, id string) string         // path of a record: kind is figure, event, source, claim
	Text                func(p *project.Page, k Kind) string // of the front matter
	Value               func(f *record.Figure) string        // a figure in words of the language
	When                func(date Dated) string              // a date in words
}

// Kind is a text of a page's front matter.
type Kind int

// The texts.
const (
	PageTitle Kind = iota
	PageSummary
)

// Use is a paragraph that mentions a record.
type Use struct {
	Page *project.Page
	Unit string
}

// Files returns every file by its path below the site.
func (d *Dossier) Files() map[string][]byte {
	files := map[string][]byte{}
	add := func(name string, data []byte) { files[path.Join(Dir, name)] = data }
	tables := d.tables()
	for _, t := range tables {
		add(t.file(), t.csv())
	}
	add("datapackage.json", d.descriptor(tables))
	for name, data := range d.documents() {
		add(name, data)
	}
	for name, data := range schemaFiles() {
		add(path.Join("schema", name), data)
	}
	for name, data := range d.references() {
		add(name, data)
	}
	for i := range d.Editions {
		e := &d.Editions[i]
		add("timeline."+e.Tag+".ics", d.calendar(e))
		add("timeline."+e.Tag+".timelinejs.json", d.timelineJS(e))
		add("feed."+e.Tag+".xml", d.chapterFeed(e))
		add("changes."+e.Tag+".xml", d.changesFeed(e))
	}
	return files
}

// absolute returns the address of a path on the server.
func (d *Dossier) absolute(p string) string {
	if p == "" || strings.Contains(p, "://") {
		return p
	}
	return origin(d.BaseURL) + p
}

// origin is the scheme and host of an address.
func origin(base string) string {
	scheme, rest, ok := strings.Cut(base, "://")
	if !ok {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	return scheme + "://" + host
}

// below returns the address of a file of the dataset.
func (d *Dossier) below(name string) string {
	return strings.TrimSuffix(d.BaseURL, "/") + "/" + path.Join(Dir, name)
}

// field returns a record's text in a language; "" where it has none.
func (d *Dossier) field(lang, kind, id, field, source string) string {
	if source == "" {
		return ""
	}
	text, state := d.Project.PublishedField(lang, kind, id+"."+field, source)
	if state == catalog.Missing {
		return ""
	}
	return text
}

// texts are a text in each language that has it.
type texts map[string]string

func (d *Dossier) texts(kind, id, field, source string) texts {
	t := texts{}
	for _, e := range d.Editions {
		if s := d.field(e.Tag, kind, id, field, source); s != "" {
			t[e.Tag] = s
		}
	}
	if len(t) == 0 {
		return nil
	}
	return t
}

// addresses are the address of something in each language.
func (d *Dossier) addresses(of func(e *Edition) string) texts {
	t := texts{}
	for i := range d.Editions {
		e := &d.Editions[i]
		if s := of(e); s != "" {
			t[e.Tag] = d.absolute(s)
		}
	}
	return t
}

func (d *Dossier) tags() []string {
	tags := make([]string, len(d.Editions))
	for i, e := range d.Editions {
		tags[i] = e.Tag
	}
	return tags
}

// chapters are the pages that are read, in their order.
func (d *Dossier) chapters() []*project.Page {
	return slices.DeleteFunc(slices.Clone(d.Project.Pages), func(p *project.Page) bool { return !p.Chapter() })
}

// published is the day from which a page or the whole dossier is, for formats
// that ask for one.
func (d *Dossier) published(p *project.Page) time.Time {
	for _, t := range []time.Time{p.Mod, p.Date} {
		if !t.IsZero() {
			return t
		}
	}
	return d.Date
}
