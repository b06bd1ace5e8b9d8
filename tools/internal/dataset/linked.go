package dataset

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/project"
	"dossier/tools/internal/record"
)

// Linked data in the terms of schema.org, one graph a page: a chapter is an
// Article with its citations and translations, the figures page a Dataset and what
// it measures, a figure's own page its Observation, the timeline its Events, the
// page of claims its Claims, the page of a source the work that it is. What has a
// page of its own is described there and named by that address everywhere else, so
// that no list carries everything twice. Values stay exact: schema.org takes a
// number or a text, and a decimal is a text.

// node is an object of the graph.
type node map[string]any

// Linked returns the JSON-LD of a page, by its layout; for a chapter or another
// written page, p is the page. Nil where there is nothing to say. It is safe
// inside a script element: <, > and & are escaped.
func (d *Dossier) Linked(e *Edition, layout string, p *project.Page) []byte {
	var graph []node
	if p != nil && p.Chapter() {
		graph = append(graph, d.article(e, p))
	}
	switch layout {
	case "home":
		graph = append(graph, d.work(e))
	case "figures":
		graph = append(graph, d.measured(e)...)
	case "timeline":
		graph = append(graph, d.happenings(e)...)
	case "claims":
		graph = append(graph, d.asserted(e)...)
	}
	return linked(graph)
}

// LinkedSource returns the JSON-LD of a source's own page.
func (d *Dossier) LinkedSource(e *Edition, s *record.Source) []byte {
	return linked([]node{d.described(e, s)})
}

// LinkedFigure returns the JSON-LD of a figure's own page.
func (d *Dossier) LinkedFigure(e *Edition, f *record.Figure) []byte {
	return linked([]node{d.observation(e, f)})
}

func linked(graph []node) []byte {
	if len(graph) == 0 {
		return nil
	}
	out, _ := json.Marshal(node{"@context": "https://schema.org", "@graph": graph}) // of texts and lists only
	return out
}

// article is a chapter, with what it cites.
func (d *Dossier) article(e *Edition, p *project.Page) node {
	address := d.absolute(e.Page(p))
	n := node{
		"@type": "Article", "@id": address, "url": address, "headline": e.Text(p, PageTitle), "inLanguage": e.Locale.Tag(),
		"isPartOf": node{"@id": d.absolute(e.Layout("home"))},
	}
	n.set("dateModified", dayOf(d.published(p)))
	n.set("abstract", e.Text(p, PageSummary))
	if !p.Date.IsZero() {
		n["datePublished"] = p.Date.UTC().Format(time.DateOnly)
	}
	d.rights(n)
	var others []node
	for i := range d.Editions {
		if o := &d.Editions[i]; o.Tag != e.Tag {
			others = append(others, node{"@id": d.absolute(o.Page(p))})
		}
	}
	if e.Tag == d.Editions[0].Tag {
		n.set("workTranslation", others)
	} else {
		n["translationOfWork"] = node{"@id": d.absolute(d.Editions[0].Page(p))}
	}
	n.set("citation", d.works(e, cites(p)))
	if len(d.changes()) > 0 {
		n["correction"] = d.absolute(e.Layout("corrections"))
	}
	return n
}

// cites lists the sources that a page cites, each once, in order.
func cites(p *project.Page) []string {
	var ids []string
	for _, u := range p.Units {
		for _, r := range u.Refs {
			if r.Scheme == "src" && !slices.Contains(ids, r.ID) {
				ids = append(ids, r.ID)
			}
		}
	}
	return ids
}

// works names sources by the addresses of their pages.
func (d *Dossier) works(e *Edition, ids []string) []node {
	var works []node
	for _, id := range ids {
		if s, ok := d.Project.Records.Source(id); ok {
			works = append(works, d.named(e, s))
		}
	}
	return works
}

func (d *Dossier) named(e *Edition, s *record.Source) node {
	return node{"@id": d.absolute(e.Record("source", s.ID))}
}

// described is a source as a work that others cite.
func (d *Dossier) described(e *Edition, s *record.Source) node {
	n := d.named(e, s)
	n["@type"] = "CreativeWork"
	n["name"] = s.Title
	n.set("url", s.URL)
	n.set("inLanguage", s.Language)
	if plainDay(s.Issued.Raw()) {
		n["datePublished"] = s.Issued.Raw()
	}
	if s.Publisher != "" {
		n["publisher"] = node{"@type": "Organization", "name": s.Publisher}
	}
	if s.Archive != nil {
		n.set("archivedAt", s.Archive.URL)
	}
	return n
}

// work is the whole dossier in one language, and its data.
func (d *Dossier) work(e *Edition) node {
	address := d.absolute(e.Layout("home"))
	n := node{"@type": "CreativeWork", "@id": address, "url": address, "name": e.Title, "inLanguage": e.Locale.Tag()}
	n.set("abstract", e.Tagline)
	d.rights(n)
	var parts []node
	for _, p := range d.chapters() {
		parts = append(parts, node{"@id": d.absolute(e.Page(p))})
	}
	n.set("hasPart", parts)
	return n
}

// dayOf writes a day; none if nothing tells it.
func dayOf(t time.Time) string {
	if !edtf.Dated(t) {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}

// measured are the figures as a data set, and what they measure.
func (d *Dossier) measured(e *Edition) []node {
	address := d.absolute(e.Layout("figures"))
	set := node{
		"@type": "Dataset", "@id": address + "#dataset", "url": address, "name": e.Title + ": " + e.Say("page_figures"), "inLanguage": e.Locale.Tag(),
		"description": e.Tagline,
		"distribution": []node{
			{"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": d.below("figures.csv")},
			{"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": d.below("figures.json")},
		},
	}
	set.set("dateModified", dayOf(d.Date))
	d.rights(set)
	graph := []node{set}
	variables := map[string]bool{}
	for _, f := range d.Project.Records.Figures {
		if m, ok := d.Project.Records.Measure(f.Measure); ok && !variables[m.ID] {
			variables[m.ID] = true
			v := node{"@type": "StatisticalVariable", "@id": address + "#m-" + m.ID, "name": d.inOne(e, "measures", m.ID, "label", m.Label)}
			v.set("description", d.field(e.Tag, "measures", m.ID, "description", m.Description))
			graph = append(graph, v)
		}
	}
	return graph
}

// observation is one figure. What is told as "more than" is the least that it can
// be, and the words say so.
func (d *Dossier) observation(e *Edition, f *record.Figure) node {
	set := d.absolute(e.Layout("figures"))

	n := node{"@type": "Observation", "@id": d.absolute(e.Record("figure", f.ID)), "name": d.inOne(e, "figures", f.ID, "label", f.Label)}
	n.set("description", e.Value(f))
	n.set("value", f.Value)
	low, high := f.Min, f.Max
	switch f.Comparator {
	case record.MoreThan, record.AtLeast, record.JustOver:
		low = f.Value
	case record.LessThan, record.AtMost, record.JustUnder:
		high = f.Value
	}
	if low != "" {
		n["minValue"] = json.Number(low)
	}
	if high != "" {
		n["maxValue"] = json.Number(high)
	}
	if f.Currency != "" {
		n["unitText"] = f.Currency
	} else {
		n.set("unitText", f.Unit)
	}
	if f.Measure != "" {
		n["variableMeasured"] = node{"@id": set + "#m-" + f.Measure}
	}
	if s, ok := d.Project.Records.Scope(f.Scope); ok {
		n["observationAbout"] = node{"@type": "Thing", "name": d.inOne(e, "scopes", s.ID, "label", s.Label)}
	}
	if plainDay(f.AsOf.Raw()) {
		n["observationDate"] = f.AsOf.Raw()
	}
	return n
}

// plainDay reports whether a date is one of ISO 8601: year, month or day.
func plainDay(s string) bool { return s != "" && strings.Trim(s, "0123456789-") == "" && len(s) <= 10 }

// happenings are the events of the timeline.
func (d *Dossier) happenings(e *Edition) []node {
	var graph []node
	for _, ev := range d.Project.Records.Events {
		address := d.absolute(e.Record("event", ev.ID))
		n := node{"@type": "Event", "@id": address, "url": address, "name": d.inOne(e, "events", ev.ID, "title", ev.Title)}
		n.set("description", d.field(e.Tag, "events", ev.ID, "text", ev.Text))
		earliest, latest := bounds(ev.Date)
		n.set("startDate", earliest)
		n.set("endDate", latest)
		if p, ok := d.Project.Records.Place(ev.Place); ok {
			n["location"] = node{"@type": "Place", "name": d.inOne(e, "places", p.ID, "label", p.Label)}
		}
		n.set("subjectOf", d.works(e, ev.Sources))
		graph = append(graph, n)
	}
	return graph
}

// asserted are the claims that somebody else made. They are no ClaimReview: a
// verdict in seven words is no rating.
func (d *Dossier) asserted(e *Edition) []node {
	var graph []node
	for _, c := range d.Project.Records.Claims {
		n := node{"@type": "Claim", "@id": d.absolute(e.Record("claim", c.ID)), "text": d.inOne(e, "claims", c.ID, "text", c.Text), "inLanguage": e.Locale.Tag()}
		if a, ok := d.Project.Records.Actor(c.Who); ok {
			n["author"] = d.inOne(e, "actors", a.ID, "label", a.Label) // a person or an organisation, which records do not tell apart
		}
		if s, ok := d.Project.Records.Source(c.Source); ok {
			n["appearance"] = d.named(e, s)
		}
		graph = append(graph, n)
	}
	return graph
}

func (d *Dossier) rights(n node) { n.set("license", d.Project.Config.Settings.License.URL) }

// set sets a property that has a value.
func (n node) set(name string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case []node:
		if len(v) == 0 {
			return
		}
	}
	n[name] = value
}
