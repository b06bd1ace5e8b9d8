package dataset

import (
	"embed"
	"io/fs"
	"time"

	"dossier/tools/internal/record"
)

// The same records as JSON, nested as they are written, each document with a
// JSON Schema (2020-12) beside it. Unlike the tables they hold every text as it
// is, and with each figure its evidence, its history and each paragraph that
// uses it.

//go:embed schema/*.json
var schemas embed.FS

// schemaFiles returns the published schemas by name.
func schemaFiles() map[string][]byte {
	files := map[string][]byte{}
	entries, _ := fs.ReadDir(schemas, "schema") // embedded
	for _, e := range entries {
		files[e.Name()], _ = fs.ReadFile(schemas, "schema/"+e.Name())
	}
	return files
}

func (d *Dossier) about(schema string) about {
	a := about{Schema: "schema/" + schema + ".schema.json", Homepage: d.BaseURL, Date: d.Date.UTC().Format(time.DateOnly), Dossier: texts{}}
	for _, e := range d.Editions {
		a.Dossier[e.Tag] = e.Title
	}
	if l := d.Project.Config.Settings.License; l.URL != "" {
		a.License = &license{l.Name, l.URL}
	}
	return a
}

// documents returns figures.json, events.json and claims.json.
func (d *Dossier) documents() map[string][]byte {
	figures := struct {
		about
		Figures []figureJSON `json:"figures"`
	}{d.about("figures"), []figureJSON{}}
	for _, f := range d.Project.Records.Figures {
		figures.Figures = append(figures.Figures, d.figureJSON(f))
	}
	events := struct {
		about
		Events []eventJSON `json:"events"`
	}{d.about("events"), []eventJSON{}}
	for _, e := range d.Project.Records.Events {
		events.Events = append(events.Events, d.eventJSON(e))
	}
	claims := struct {
		about
		Claims []claimJSON `json:"claims"`
	}{d.about("claims"), []claimJSON{}}
	for _, c := range d.Project.Records.Claims {
		claims.Claims = append(claims.Claims, d.claimJSON(c))
	}
	return map[string][]byte{"figures.json": encode(figures), "events.json": encode(events), "claims.json": encode(claims)}
}

func (d *Dossier) figureJSON(f *record.Figure) figureJSON {
	set := d.Project.Records
	out := figureJSON{
		ID: f.ID, Label: d.texts("figures", f.ID, "label", f.Label), Value: f.Value, Min: f.Min, Max: f.Max, Comparator: string(f.Comparator),
		Unit: f.Unit, Currency: f.Currency, Per: f.Per, Kind: f.Kind, AsOf: f.AsOf.Raw(), DatePart: string(f.DatePart),
		Measure: d.labelled("measures", f.Measure, set.Measure), Scope: d.labelled("scopes", f.Scope, set.Scope),
		Status: string(set.Status(f)), Check: f.Check(), Note: d.texts("figures", f.ID, "note", f.Note), DerivedFrom: f.DerivedFrom,
		Formula: f.Formula, SupersededBy: f.SupersededBy, Evidence: []evidenceJSON{}, History: d.history("figures", &f.Base),
		UsedIn: d.usedIn("fig", f.ID), URL: d.addresses(func(e *Edition) string { return e.Record("figure", f.ID) }),
	}
	switch {
	case f.Refuted != nil:
		out.StatusReason = d.texts("figures", f.ID, "refuted.reason", f.Refuted.Reason)
	case f.Lowered != nil:
		out.StatusReason = d.texts("figures", f.ID, "lowered.reason", f.Lowered.Reason)
	}
	for i := range f.Evidence {
		out.Evidence = append(out.Evidence, d.evidenceJSON(&f.Evidence[i]))
	}
	return out
}

func (d *Dossier) evidenceJSON(e *record.Evidence) evidenceJSON {
	out := evidenceJSON{
		Source: e.Source, Value: e.Value, Min: e.Min, Max: e.Max, Relation: e.Relation, Basis: e.Basis, Locator: e.Locator, Check: e.Check(),
		Origin: labelled{ID: e.Origin},
	}
	if o := d.labelled("actors", e.Origin, d.Project.Records.Actor); o != nil {
		out.Origin = *o
	}
	out.Quote = d.quoteJSON(e.Quote, e.QuoteLang)
	if p := e.Passage(); p != nil {
		out.Located = &locatedJSON{p.SHA256, p.Start, p.End}
	}
	if s := e.Supported; s != nil {
		out.Supported = &supportJSON{s.By, s.Date.Raw()}
	}
	return out
}

// quoteJSON is a quotation; one whose language is not said is in the language of
// the records.
func (d *Dossier) quoteJSON(exact, lang string) *quoteJSON {
	if exact == "" {
		return nil
	}
	if lang == "" {
		lang = d.Editions[0].Tag
	}
	return &quoteJSON{exact, lang}
}

func (d *Dossier) eventJSON(e *record.Event) eventJSON {
	set := d.Project.Records
	out := eventJSON{
		ID: e.ID, Date: e.Date.Raw(), DatePart: string(e.DatePart), Title: d.texts("events", e.ID, "title", e.Title),
		Text: d.texts("events", e.ID, "text", e.Text), Place: d.labelled("places", e.Place, set.Place), Theme: d.labelled("themes", e.Theme, set.Theme),
		Weight: e.Weight, Later: e.Later, Sources: e.Sources, Figures: e.Figures, UsedIn: d.usedIn("event", e.ID),
		URL: d.addresses(func(ed *Edition) string { return ed.Record("event", e.ID) }),
	}
	out.Earliest, out.Latest = bounds(e.Date)
	for _, id := range e.Actors {
		if a := d.labelled("actors", id, set.Actor); a != nil {
			out.Actors = append(out.Actors, *a)
		}
	}
	return out
}

func (d *Dossier) claimJSON(c *record.Claim) claimJSON {
	out := claimJSON{
		ID: c.ID, Text: d.texts("claims", c.ID, "text", c.Text), Who: labelled{ID: c.Who}, Source: c.Source, Locator: d.texts("claims", c.ID, "locator", c.Locator), Verdict: c.Verdict,
		Theme: d.labelled("themes", c.Theme, d.Project.Records.Theme), Quote: d.quoteJSON(c.Quote, c.QuoteLang), Figures: c.Figures, Events: c.Events,
		Assessment: d.texts("claims", c.ID, "assessment", c.Assessment), Evidence: c.Evidence, Searched: d.texts("claims", c.ID, "searched", c.Searched),
		URL: d.addresses(func(e *Edition) string { return e.Record("claim", c.ID) }),
	}
	if who := d.labelled("actors", c.Who, d.Project.Records.Actor); who != nil {
		out.Who = *who
	}
	return out
}

func (d *Dossier) labelled(kind, id string, find func(string) (*record.Labelled, bool)) *labelled {
	l, ok := find(id)
	if !ok {
		return nil
	}
	return &labelled{id, d.texts(kind, id, "label", l.Label)}
}

func (d *Dossier) usedIn(scheme, id string) []usedIn {
	list := []usedIn{}
	for _, u := range d.Uses(scheme, id) {
		list = append(list, usedIn{u.Page.Name, u.Unit, d.addresses(func(e *Edition) string { return e.Page(u.Page) + "#" + u.Unit })})
	}
	return list
}
