package dataset

import (
	"encoding/xml"
	"html"
	"strconv"
	"strings"
	"time"
)

// Feeds in Atom (RFC 4287), per language: the chapters as they appear or are
// revised, and the changes of records, with what was, what is now and why.

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Sub     string      `xml:"subtitle,omitempty"`
	Updated string      `xml:"updated"`
	Author  atomPerson  `xml:"author"`
	Rights  string      `xml:"rights,omitempty"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Lang string `xml:"hreflang,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string     `xml:"id"`
	Title     string     `xml:"title"`
	Published string     `xml:"published,omitempty"`
	Updated   string     `xml:"updated"`
	Links     []atomLink `xml:"link"`
	Summary   *atomText  `xml:"summary"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// chapterFeed lists the chapters in reading order.
func (d *Dossier) chapterFeed(e *Edition) []byte {
	feed := d.feed(e, "feed."+e.Tag+".xml", e.Title, e.Layout("home"))
	for _, p := range d.chapters() {
		address := d.absolute(e.Page(p))
		entry := atomEntry{
			ID: address, Title: e.Text(p, PageTitle), Updated: stamp(d.published(p)), Links: []atomLink{{Rel: "alternate", Type: "text/html", Href: address}},
			Summary: &atomText{"text", e.Text(p, PageSummary)},
		}
		if !p.Date.IsZero() {
			entry.Published = stamp(p.Date)
		}
		feed.add(entry)
	}
	return feed.xml(d.Date)
}

// changesFeed lists what was corrected, the newest first.
func (d *Dossier) changesFeed(e *Edition) []byte {
	feed := d.feed(e, "changes."+e.Tag+".xml", e.Title+": "+e.Say("page_corrections"), e.Layout("corrections"))
	for _, c := range d.changes() {
		address := d.absolute(e.Record(strings.TrimSuffix(c.Kind, "s"), c.ID))
		feed.add(atomEntry{
			ID:    "tag:" + d.host() + "," + c.Date.Min().Format(time.DateOnly) + ":" + c.Kind + "/" + c.ID + "/" + strconv.Itoa(c.N),
			Title: d.inOne(e, c.Kind, c.ID, c.NameField, c.Name), Updated: stamp(c.Date.Max()), Links: []atomLink{{Rel: "alternate", Type: "text/html", Href: address}},
			Summary: &atomText{"html", d.changeHTML(e, c)},
		})
	}
	return feed.xml(d.Date)
}

func (d *Dossier) changeHTML(e *Edition, c Change) string {
	var b strings.Builder
	if c.Old != "" || c.New != "" {
		b.WriteString("<p>")
		if c.Field != "" {
			b.WriteString(html.EscapeString(c.Field) + ": ")
		}
		b.WriteString("<del>" + html.EscapeString(c.Old) + "</del> → <ins>" + html.EscapeString(c.New) + "</ins></p>")
	}
	why := d.why(c)[e.Tag]
	if why == "" {
		why = c.Why
	}
	b.WriteString("<p>" + html.EscapeString(why) + "</p>")
	return b.String()
}

func (d *Dossier) feed(e *Edition, file, title, page string) *atomFeed {
	settings := d.Project.Config.Settings
	author := settings.Imprint.Name
	if author == "" {
		author = e.Title // RFC 4287, 4.1.1: a feed without an author in its entries has one
	}
	f := &atomFeed{
		Lang: e.Locale.Tag(), ID: d.below(file), Title: title, Sub: e.Tagline, Author: atomPerson{author}, Rights: settings.License.Name,
		Links: []atomLink{{Rel: "self", Type: "application/atom+xml", Href: d.below(file)}, {Rel: "alternate", Type: "text/html", Href: d.absolute(page)}},
	}
	if settings.License.URL != "" {
		f.Links = append(f.Links, atomLink{Rel: "license", Href: settings.License.URL})
	}
	return f
}

func (f *atomFeed) add(e atomEntry) { f.Entries = append(f.Entries, e) }

// xml writes the feed, which is as new as its newest entry, or as the build where
// it has none. Stamps are all in UTC, so that they sort as texts.
func (f *atomFeed) xml(built time.Time) []byte {
	for _, e := range f.Entries {
		f.Updated = max(f.Updated, e.Updated)
	}
	if f.Updated == "" {
		f.Updated = stamp(built)
	}
	out, _ := xml.MarshalIndent(f, "", "  ") // of texts only
	return append([]byte(xml.Header), append(out, '\n')...)
}

// stamp is a point in time for feeds (RFC 3339); a day is its midnight, UTC.
func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
