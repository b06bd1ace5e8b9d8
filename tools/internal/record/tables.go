package record

import (
	"dossier/tools/internal/cite"
	"dossier/tools/internal/edtf"
)

// The format of the records: every table, every key.

// root is a file: the records that it may hold, as [[figure]] and so on.
type root struct {
	Node
	set *Set
}

var rootTable = table{keys: []key{
	kind("figure", &figureTable, func(s *Set) *[]*Figure { return &s.Figures }),
	kind("event", &eventTable, func(s *Set) *[]*Event { return &s.Events }),
	kind("source", &sourceTable, func(s *Set) *[]*Source { return &s.Sources }),
	kind("claim", &claimTable, func(s *Set) *[]*Claim { return &s.Claims }),
	kind("term", &termTable, func(s *Set) *[]*Term { return &s.Terms }),
	kind("passage", &passageTable, func(s *Set) *[]*Passage { return &s.Passages }),
	kind("actor", labelled("actor"), func(s *Set) *[]*Labelled { return &s.Actors }),
	kind("place", labelled("place",
		text("within", func(l *Labelled) *string { return &l.Within }).refers("place"),
	), func(s *Set) *[]*Labelled { return &s.Places }),
	kind("theme", labelled("theme"), func(s *Set) *[]*Labelled { return &s.Themes }),
	kind("measure", labelled("measure",
		text("description", func(l *Labelled) *string { return &l.Description }).inCatalogs(),
		text("unit", func(l *Labelled) *string { return &l.Unit }).refers("unit"),
	), func(s *Set) *[]*Labelled { return &s.Measures }),
	kind("scope", labelled("scope"), func(s *Set) *[]*Labelled { return &s.Scopes }),
	kind("unit", labelled("unit",
		text("one", func(l *Labelled) *string { return &l.One }).inCatalogs(),
	), func(s *Set) *[]*Labelled { return &s.Units }),
}}

// kind is a kind of record, whose new ones are appended to the set.
func kind[U any, P interface {
	*U
	identified
}](name string, t *table, field func(*Set) *[]*U) key {
	return key{
		name: name, nested: t, many: true,
		open: func(r located) located {
			p := field(r.(*root).set)
			*p = append(*p, new(U))
			return P((*p)[len(*p)-1])
		},
		all: func(r located, yield func(located)) {
			for _, u := range *field(r.(*root).set) {
				yield(P(u))
			}
		},
	}
}

// common are the keys of every record.
func common[T any](base func(*T) *Base, keys ...key) []key {
	head := []key{
		text("id", func(t *T) *string { return &base(t).ID }).needed(),
		text("fact", func(t *T) *string { return &base(t).Fact }),
	}
	return append(append(head, keys...), many("history", &changeTable, func(t *T) *[]Change { return &base(t).History }))
}

var figureTable = table{
	name: "figure",
	keys: common(func(f *Figure) *Base { return &f.Base },
		text("label", func(f *Figure) *string { return &f.Label }).needed().inCatalogs(),
		decimal("value", func(f *Figure) *string { return &f.Value }),
		decimal("min", func(f *Figure) *string { return &f.Min }),
		decimal("max", func(f *Figure) *string { return &f.Max }),
		text("unit", func(f *Figure) *string { return &f.Unit }).refers("unit"),
		text("currency", func(f *Figure) *string { return &f.Currency }).is(currency),
		list("per", func(f *Figure) *[]string { return &f.Per }).refers("unit"),
		word("comparator", Comparators, func(f *Figure) *Comparator { return &f.Comparator }),
		word("kind", Kinds, func(f *Figure) *string { return &f.Kind }),
		date("as_of", func(f *Figure) *edtf.Date { return &f.AsOf }).needed(),
		word("date_part", Parts, func(f *Figure) *edtf.Part { return &f.DatePart }),
		text("measure", func(f *Figure) *string { return &f.Measure }).refers("measure"),
		text("scope", func(f *Figure) *string { return &f.Scope }).refers("scope"),
		text("note", func(f *Figure) *string { return &f.Note }).inCatalogs(),
		list("derived_from", func(f *Figure) *[]string { return &f.DerivedFrom }).refers("figure"),
		text("formula", func(f *Figure) *string { return &f.Formula }),
		text("superseded_by", func(f *Figure) *string { return &f.SupersededBy }).refers("figure"),
		one("lowered", &loweredTable, func(f *Figure) **Reason { return &f.Lowered }),
		one("refuted", &refutedTable, func(f *Figure) **Reason { return &f.Refuted }),
		many("evidence", &evidenceTable, func(f *Figure) *[]Evidence { return &f.Evidence }),
	),
	slips: map[string]string{
		"status": `a status is derived from the evidence; to lower it: lowered = { status = "disputed", reason = "…" }`,
		"source": "sources stand in [[figure.evidence]], below the figure",
		"date":   "the day that a figure is true of is its as_of",
	},
}

var loweredTable = table{name: "figure.lowered", keys: []key{
	word("status", lowerable, func(r *Reason) *Status { return &r.Status }).needed(),
	text("reason", func(r *Reason) *string { return &r.Reason }).inCatalogs(),
}}

var refutedTable = table{name: "figure.refuted", keys: []key{
	text("reason", func(r *Reason) *string { return &r.Reason }).inCatalogs(),
}}

var evidenceTable = table{name: "figure.evidence", keys: []key{
	text("source", func(e *Evidence) *string { return &e.Source }).needed().refers("source"),
	text("origin", func(e *Evidence) *string { return &e.Origin }).needed().refers("actor"),
	decimal("value", func(e *Evidence) *string { return &e.Value }),
	decimal("min", func(e *Evidence) *string { return &e.Min }),
	decimal("max", func(e *Evidence) *string { return &e.Max }),
	word("relation", Relations, func(e *Evidence) *string { return &e.Relation }).needed(),
	word("basis", Bases, func(e *Evidence) *string { return &e.Basis }).needed(),
	text("locator", func(e *Evidence) *string { return &e.Locator }),
	text("quote", func(e *Evidence) *string { return &e.Quote }),
	text("quote_lang", func(e *Evidence) *string { return &e.QuoteLang }).is(language),
	one("supported", &supportTable, func(e *Evidence) **Support { return &e.Supported }),
}}

var supportTable = table{name: "figure.evidence.supported", keys: []key{
	text("by", func(s *Support) *string { return &s.By }).needed(),
	date("date", func(s *Support) *edtf.Date { return &s.Date }).needed(),
}}

var passageTable = table{name: "passage", keys: common(func(p *Passage) *Base { return &p.Base },
	text("figure", func(p *Passage) *string { return &p.Figure }).needed().refers("figure"),
	text("source", func(p *Passage) *string { return &p.Source }).needed().refers("source"),
	text("quote_sha256", func(p *Passage) *string { return &p.Quote }).needed().is(digest),
	text("sha256", func(p *Passage) *string { return &p.SHA256 }).needed().is(digest),
	decimal("start", func(p *Passage) *string { return &p.Start }),
	decimal("end", func(p *Passage) *string { return &p.End }),
)}

var sourceTable = table{
	name: "source",
	keys: common(func(s *Source) *Base { return &s.Base },
		text("type", func(s *Source) *string { return &s.Type }).needed().oneOf(cite.Types()),
		text("title", func(s *Source) *string { return &s.Title }).needed(),
		list("author", func(s *Source) *[]string { return &s.Author }),
		list("editor", func(s *Source) *[]string { return &s.Editor }),
		text("container-title", func(s *Source) *string { return &s.ContainerTitle }),
		text("publisher", func(s *Source) *string { return &s.Publisher }),
		text("publisher-place", func(s *Source) *string { return &s.PublisherPlace }),
		text("volume", func(s *Source) *string { return &s.Volume }),
		text("issue", func(s *Source) *string { return &s.Issue }),
		text("page", func(s *Source) *string { return &s.Page }),
		text("number", func(s *Source) *string { return &s.Number }),
		text("edition", func(s *Source) *string { return &s.Edition }),
		text("DOI", func(s *Source) *string { return &s.DOI }).is(doi),
		text("ISBN", func(s *Source) *string { return &s.ISBN }),
		text("ISSN", func(s *Source) *string { return &s.ISSN }),
		date("issued", func(s *Source) *edtf.Date { return &s.Issued }),
		text("URL", func(s *Source) *string { return &s.URL }).is(address),
		date("accessed", func(s *Source) *edtf.Date { return &s.Accessed }),
		text("language", func(s *Source) *string { return &s.Language }).needed().is(language),
		word("grade", Grades, func(s *Source) *string { return &s.Grade }).needed(),
		boolean("seen", func(s *Source) *bool { return &s.Seen }),
		text("note", func(s *Source) *string { return &s.Note }).inCatalogs(),
		one("archive", &archiveTable, func(s *Source) **Archive { return &s.Archive }),
		word("url_status", URLStates, func(s *Source) *string { return &s.URLStatus }),
		list("derives_from", func(s *Source) *[]string { return &s.DerivesFrom }).refers("source"),
	),
	slips: map[string]string{
		"url": "CSL writes URL in capitals", "date": "the day of publication is issued", "lang": "write language = \"…\"",
	},
}

var archiveTable = table{name: "source.archive", keys: []key{
	text("url", func(a *Archive) *string { return &a.URL }).needed().is(address),
	date("date", func(a *Archive) *edtf.Date { return &a.Date }),
	text("sha256", func(a *Archive) *string { return &a.SHA256 }).is(digest),
}}

var eventTable = table{
	name: "event",
	keys: common(func(e *Event) *Base { return &e.Base },
		date("date", func(e *Event) *edtf.Date { return &e.Date }).needed(),
		word("date_part", Parts, func(e *Event) *edtf.Part { return &e.DatePart }),
		text("title", func(e *Event) *string { return &e.Title }).needed().inCatalogs(),
		text("text", func(e *Event) *string { return &e.Text }).inCatalogs(),
		list("actors", func(e *Event) *[]string { return &e.Actors }).refers("actor"),
		text("place", func(e *Event) *string { return &e.Place }).refers("place"),
		text("theme", func(e *Event) *string { return &e.Theme }).refers("theme"),
		key{name: "weight", weight: func(r located) *int { return &r.(*Event).Weight }},
		boolean("later", func(e *Event) *bool { return &e.Later }),
		list("sources", func(e *Event) *[]string { return &e.Sources }).refers("source"),
		list("figures", func(e *Event) *[]string { return &e.Figures }).refers("figure"),
	),
	slips: map[string]string{
		"end": `a span is one date: date = "2023-03-05/2023-03-09"`, "evidence": `an event names its sources: sources = ["…"]`,
	},
}

var claimTable = table{name: "claim", keys: common(func(c *Claim) *Base { return &c.Base },
	text("text", func(c *Claim) *string { return &c.Text }).needed().inCatalogs(),
	text("who", func(c *Claim) *string { return &c.Who }).needed().refers("actor"),
	text("source", func(c *Claim) *string { return &c.Source }).refers("source"),
	text("locator", func(c *Claim) *string { return &c.Locator }).inCatalogs(),
	text("quote", func(c *Claim) *string { return &c.Quote }),
	text("quote_lang", func(c *Claim) *string { return &c.QuoteLang }).is(language),
	text("theme", func(c *Claim) *string { return &c.Theme }).refers("theme"),
	word("verdict", Verdicts, func(c *Claim) *string { return &c.Verdict }).needed(),
	text("assessment", func(c *Claim) *string { return &c.Assessment }).needed().inCatalogs(),
	list("evidence", func(c *Claim) *[]string { return &c.Evidence }).refers("source"),
	text("searched", func(c *Claim) *string { return &c.Searched }).inCatalogs(),
	list("figures", func(c *Claim) *[]string { return &c.Figures }).refers("figure"),
	list("events", func(c *Claim) *[]string { return &c.Events }).refers("event"),
	list("pages", func(c *Claim) *[]string { return &c.Pages }),
)}

var termTable = table{name: "term", keys: common(func(t *Term) *Base { return &t.Base },
	text("term", func(t *Term) *string { return &t.Term }).needed().inCatalogs(),
	text("definition", func(t *Term) *string { return &t.Definition }).needed().inCatalogs(),
	key{
		name: "forbidden", nested: &forbiddenTable,
		open: func(r located) located {
			t := r.(*Term)
			if t.renderings == nil {
				t.Forbidden = map[string][]string{}
				t.renderings = &renderings{words: t.Forbidden}
			}
			return t.renderings
		},
		all: func(located, func(located)) {},
	},
)}

// renderings are forbidden = { en = ["…"] }, by language.
type renderings struct {
	Node
	words map[string][]string
}

var forbiddenTable = table{name: "term.forbidden", each: &key{
	list: func(r located, lang string, words []string) { r.(*renderings).words[lang] = words },
}}

var changeTable = table{name: "history", keys: []key{
	date("date", func(c *Change) *edtf.Date { return &c.Date }).needed(),
	text("field", func(c *Change) *string { return &c.Field }),
	text("old", func(c *Change) *string { return &c.Old }),
	text("new", func(c *Change) *string { return &c.New }),
	text("why", func(c *Change) *string { return &c.Why }).needed().inCatalogs(),
}}

// labelled is the table of a kind that is little more than a label.
func labelled(name string, more ...key) *table {
	keys := append([]key{text("label", func(l *Labelled) *string { return &l.Label }).needed().inCatalogs()}, more...)
	return &table{name: name, keys: common(func(l *Labelled) *Base { return &l.Base }, keys...)}
}
