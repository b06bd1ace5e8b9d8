package dataset

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/record"
)

// tables returns every table of the data package, referenced ones first.
func (d *Dossier) tables() []*table {
	set := d.Project.Records
	return []*table{
		d.figures(), d.evidence(), d.events(), d.claims(), d.sources(), d.corrections(),
		d.labels("actors", "Who counted, said or did something.", set.Actors),
		d.labels("measures", "What is counted. Figures of one measure and scope form a series.", set.Measures),
		d.labels("scopes", "Of what or whom something is counted.", set.Scopes),
		d.labels("units", "Counted nouns.", set.Units),
		d.labels("places", "Where events happened.", set.Places),
		d.labels("themes", "What events are about.", set.Themes),
	}
}

// perLanguage returns a column for each language: label_de, label_en.
func (d *Dossier) perLanguage(name, kind, description string) []column {
	var list []column
	for _, tag := range d.tags() {
		list = append(list, column{name: name + "_" + tag, kind: kind, description: description})
	}
	return list
}

// inEach returns a text in each language, in the order of perLanguage.
func (d *Dossier) inEach(t texts) []string {
	var list []string
	for _, tag := range d.tags() {
		list = append(list, t[tag])
	}
	return list
}

func columns(groups ...[]column) []column { return slices.Concat(groups...) }

func cells(groups ...[]string) []string { return slices.Concat(groups...) }

const (
	decimalWords = "an exact decimal"
	edtfWords    = "a date in EDTF (ISO 8601-2:2019)"
	listWords    = "ids, separated by spaces"
)

func (d *Dossier) figures() *table {
	t := &table{name: "figures", title: "Figures", description: "Every figure that the dossier states.", primary: []string{"id"}}
	t.columns = columns(
		[]column{{name: "id", kind: code, description: "permanent"}},
		d.perLanguage("label", text, "what is counted"),
		[]column{
			{name: "value", kind: decimal, description: decimalWords + "; empty for a range"},
			{name: "min", kind: decimal, description: "lower end of a range"}, {name: "max", kind: decimal, description: "upper end of a range"},
			{name: "comparator", kind: code, description: "how the value is to be read", enum: words(record.Comparators)},
			{name: "unit", kind: code, description: "id of a counted noun in units.csv, or a CLDR unit"},
			{name: "currency", kind: code, description: "ISO 4217, for money"}, {name: "per", kind: code, description: "what a rate is counted over: " + listWords},
			{name: "kind", kind: code, description: "counted, estimated or forecast", enum: record.Kinds},
			{name: "as_of", kind: code, description: "for when it is true: " + edtfWords},
			{name: "date_part", kind: code, description: "which part of that time", enum: words(record.Parts)},
			{name: "measure", kind: code, refers: "measures", description: "figures of one measure and scope form a series"},
			{name: "scope", kind: code, refers: "scopes", description: "of what or whom"},
			{name: "status", kind: code, description: "what the evidence amounts to, derived by rule", enum: words(record.Statuses)},
			{name: "check", kind: code, description: "the most that was done to check a quotation of its evidence", enum: record.Checks},
			{name: "derived_from", kind: code, description: "figures that this one is computed from: " + listWords},
			{name: "formula", kind: text, description: "how"}, {name: "superseded_by", kind: code, description: "the id of the revised figure"},
		},
		d.perLanguage("note", text, "what a reader has to know"),
		d.perLanguage("url", address, "where it is explained"),
	)
	for _, f := range d.Project.Records.Figures {
		t.rows = append(t.rows, cells(
			[]string{f.ID}, d.inEach(d.texts("figures", f.ID, "label", f.Label)),
			[]string{
				f.Value, f.Min, f.Max, string(f.Comparator), f.Unit, f.Currency, strings.Join(f.Per, " "), f.Kind, f.AsOf.Raw(), string(f.DatePart),
				f.Measure, f.Scope, string(d.Project.Records.Status(f)), f.Check(), strings.Join(f.DerivedFrom, " "), f.Formula, f.SupersededBy,
			},
			d.inEach(d.texts("figures", f.ID, "note", f.Note)),
			d.inEach(d.addresses(func(e *Edition) string { return e.Record("figure", f.ID) })),
		))
	}
	return t
}

func (d *Dossier) evidence() *table {
	t := &table{name: "evidence", title: "Evidence", description: "What each source says about each figure.", primary: []string{"figure", "n"}, columns: []column{
		{name: "figure", kind: code, refers: "figures"}, {name: "n", kind: integer, description: "from 1 within the figure"},
		{name: "source", kind: code, refers: "sources"}, {name: "origin", kind: code, refers: "actors", description: "who counted"},
		{name: "value", kind: decimal, description: "what this source says"}, {name: "min", kind: decimal}, {name: "max", kind: decimal},
		{name: "relation", kind: code, enum: record.Relations}, {name: "basis", kind: code, enum: record.Bases},
		{name: "locator", kind: text, description: "page, paragraph or section"}, {name: "quote", kind: text, description: "verbatim"},
		{name: "quote_lang", kind: code, description: "BCP 47"},
		{name: "check", kind: code, enum: record.Checks, description: "unchecked; located: found in the archived text; supported: a person confirmed it"},
		{name: "checked_by", kind: text}, {name: "checked_on", kind: code, description: edtfWords},
	}}
	for _, f := range d.Project.Records.Figures {
		for i := range f.Evidence {
			e := &f.Evidence[i]
			by, on := "", ""
			if e.Supported != nil {
				by, on = e.Supported.By, e.Supported.Date.Raw()
			}
			t.row(f.ID, strconv.Itoa(i+1), e.Source, e.Origin, e.Value, e.Min, e.Max, e.Relation, e.Basis, e.Locator, e.Quote, e.QuoteLang, e.Check(), by, on)
		}
	}
	return t
}

func (d *Dossier) events() *table {
	t := &table{name: "events", title: "Events", description: "The timeline.", primary: []string{"id"}}
	t.columns = columns(
		[]column{
			{name: "id", kind: code, description: "permanent"}, {name: "date", kind: code, description: edtfWords},
			{name: "date_part", kind: code, enum: words(record.Parts)},
			{name: "earliest", kind: code, description: "first day that the date can mean, ISO 8601"}, {name: "latest", kind: code, description: "last day that it can mean"},
		},
		d.perLanguage("title", text, ""), d.perLanguage("text", text, ""),
		[]column{
			{name: "actors", kind: code, description: listWords}, {name: "place", kind: code, refers: "places"}, {name: "theme", kind: code, refers: "themes"},
			{name: "weight", kind: integer, description: "1 to 3; 3 is a turning point"},
			{name: "later", kind: boolean, description: "after the text that the dossier starts from"},
			{name: "sources", kind: code, description: listWords}, {name: "figures", kind: code, description: listWords},
		},
		d.perLanguage("url", address, ""),
	)
	for _, e := range d.Project.Records.Events {
		earliest, latest := bounds(e.Date)
		t.rows = append(t.rows, cells(
			[]string{e.ID, e.Date.Raw(), string(e.DatePart), earliest, latest},
			d.inEach(d.texts("events", e.ID, "title", e.Title)), d.inEach(d.texts("events", e.ID, "text", e.Text)),
			[]string{
				strings.Join(e.Actors, " "), e.Place, e.Theme, strconv.Itoa(e.Weight), strconv.FormatBool(e.Later),
				strings.Join(e.Sources, " "), strings.Join(e.Figures, " "),
			},
			d.inEach(d.addresses(func(ed *Edition) string { return ed.Record("event", e.ID) })),
		))
	}
	return t
}

// bounds are the first and last day of a date, where they are known.
func bounds(date edtf.Date) (earliest, latest string) {
	if date.Raw() == "" {
		return "", ""
	}
	if !date.OpenStart() {
		earliest = date.Min().Format(time.DateOnly)
	}
	if !date.OpenEnd() {
		latest = date.Max().Format(time.DateOnly)
	}
	return earliest, latest
}

func (d *Dossier) claims() *table {
	t := &table{name: "claims", title: "Claims", description: "What somebody asserted, and what was found.", primary: []string{"id"}}
	t.columns = columns(
		[]column{{name: "id", kind: code, description: "permanent"}}, d.perLanguage("text", text, "the claim, in the dossier's words"),
		[]column{
			{name: "who", kind: code, refers: "actors"}, {name: "source", kind: code, refers: "sources", description: "where it was made"},
			{name: "quote", kind: text, description: "verbatim, where the wording matters"}, {name: "theme", kind: code, refers: "themes"},
			{name: "verdict", kind: code, enum: record.Verdicts},
		},
		d.perLanguage("assessment", text, ""),
		[]column{{name: "evidence", kind: code, description: "sources: " + listWords}, {name: "figures", kind: code, description: listWords}, {name: "events", kind: code, description: listWords}},
		d.perLanguage("searched", text, "what was looked for, where there is no evidence"), d.perLanguage("url", address, ""),
	)
	for _, c := range d.Project.Records.Claims {
		t.rows = append(t.rows, cells(
			[]string{c.ID}, d.inEach(d.texts("claims", c.ID, "text", c.Text)), []string{c.Who, c.Source, c.Quote, c.Theme, c.Verdict},
			d.inEach(d.texts("claims", c.ID, "assessment", c.Assessment)), []string{strings.Join(c.Evidence, " "), strings.Join(c.Figures, " "), strings.Join(c.Events, " ")},
			d.inEach(d.texts("claims", c.ID, "searched", c.Searched)),
			d.inEach(d.addresses(func(e *Edition) string { return e.Record("claim", c.ID) })),
		))
	}
	return t
}

func (d *Dossier) sources() *table {
	t := &table{name: "sources", title: "Sources", description: "Everything that is cited, in CSL's terms.", primary: []string{"id"}, columns: []column{
		{name: "id", kind: code, description: "permanent"}, {name: "type", kind: code, description: "CSL 1.0.2"}, {name: "title", kind: text},
		{name: "author", kind: text, description: "separated by semicolons"}, {name: "container_title", kind: text}, {name: "publisher", kind: text},
		{name: "issued", kind: code, description: edtfWords}, {name: "url", kind: address}, {name: "doi", kind: code},
		{name: "accessed", kind: code, description: edtfWords}, {name: "language", kind: code, description: "BCP 47"},
		{name: "grade", kind: code, enum: record.Grades, description: "A official or first hand, B established press, C secondary, D a pointer that counts for nothing"},
		{name: "seen", kind: boolean, description: "somebody of the dossier read it"},
		{name: "archive_url", kind: address}, {name: "archive_date", kind: code, description: edtfWords}, {name: "archive_sha256", kind: code},
		{name: "url_status", kind: code, enum: record.URLStates}, {name: "derives_from", kind: code, description: "sources that this one copies: " + listWords},
	}}
	for _, s := range d.Project.Records.Sources {
		archive := []string{"", "", ""}
		if s.Archive != nil {
			archive = []string{s.Archive.URL, s.Archive.Date.Raw(), s.Archive.SHA256}
		}
		var names []string
		for _, n := range s.Item().Author {
			names = append(names, n.String())
		}
		t.rows = append(t.rows, cells(
			[]string{
				s.ID, s.Type, s.Title, strings.Join(names, "; "), s.ContainerTitle, s.Publisher, s.Issued.Raw(), s.URL, s.DOI, s.Accessed.Raw(),
				s.Language, s.Grade, strconv.FormatBool(s.Seen),
			}, archive, []string{s.URLStatus, strings.Join(s.DerivesFrom, " ")},
		))
	}
	return t
}

// corrections is the history of all records.
func (d *Dossier) corrections() *table {
	t := &table{name: "corrections", title: "Corrections", description: "Every change of a record that was published, newest first.", primary: []string{"n"}}
	t.columns = columns(
		[]column{
			{name: "n", kind: integer}, {name: "date", kind: code, description: edtfWords}, {name: "kind", kind: code, description: "the table of the record"},
			{name: "id", kind: code, description: "the record"}, {name: "field", kind: code}, {name: "old", kind: text}, {name: "new", kind: text},
		},
		d.perLanguage("why", text, ""),
	)
	for i, c := range d.changes() {
		t.rows = append(t.rows, cells(
			[]string{strconv.Itoa(i + 1), c.Date.Raw(), c.Kind, c.ID, c.Field, c.Old, c.New}, d.inEach(d.why(c)),
		))
	}
	return t
}

func (d *Dossier) labels(name, description string, list []*record.Labelled) *table {
	t := &table{name: name, title: strings.ToUpper(name[:1]) + name[1:], description: description, primary: []string{"id"}}
	t.columns = columns([]column{{name: "id", kind: code, description: "permanent"}}, d.perLanguage("label", text, ""), d.perLanguage("description", text, ""))
	for _, l := range list {
		t.rows = append(t.rows, cells([]string{l.ID}, d.inEach(d.texts(name, l.ID, "label", l.Label)), d.inEach(d.texts(name, l.ID, "description", l.Description))))
	}
	return t
}

// words turns words of a type of their own into plain ones.
func words[W ~string](list []W) []string {
	var plain []string
	for _, w := range list {
		plain = append(plain, string(w))
	}
	return plain
}
