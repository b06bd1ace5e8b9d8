package stage

import (
	"strconv"
	"strings"

	"dossier/tools/internal/cite"
	"dossier/tools/internal/edtf"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/record"
)

// figureData is data/LANG/figures.json.
type figureData struct {
	Order  order                `json:"order"`
	Groups []figureGroup        `json:"groups"`
	ByID   map[string]figureRow `json:"by_id"`
}

type order struct {
	List []string `json:"list"`
}

// figureGroup gathers the figures of one measure for the appendix.
type figureGroup struct {
	ID      string   `json:"id"`
	Label   string   `json:"label"`
	Unit    string   `json:"unit"`
	Figures []string `json:"figures"`
}

type figureRow struct {
	ID           string        `json:"id"`
	N            string        `json:"n"`
	URL          string        `json:"url"`
	Path         string        `json:"path"`    // the address without the server's own path
	Title        string        `json:"title"`   // of its page
	Summary      string        `json:"summary"` // of its page
	Share        string        `json:"share"`   // picture of its page, where Hugo finds it
	Label        string        `json:"label"`
	LabelState   string        `json:"label_state"`
	Words        string        `json:"words"`
	Digits       string        `json:"digits"`
	Raw          string        `json:"raw"`
	Unit         string        `json:"unit"`
	Comparator   string        `json:"comparator"`
	AsOf         string        `json:"as_of"`
	AsOfShort    string        `json:"as_of_short"`
	AsOfEDTF     string        `json:"as_of_edtf"`
	Measure      string        `json:"measure"`
	MeasureLabel string        `json:"measure_label"`
	MeasureText  string        `json:"measure_text"` // what exactly is measured
	Scope        string        `json:"scope"`
	ScopeLabel   string        `json:"scope_label"`
	Kind         string        `json:"kind"`
	KindWord     string        `json:"kind_word"`
	Status       string        `json:"status"`
	StatusWord   string        `json:"status_word"`
	StatusReason string        `json:"status_reason"`
	Note         string        `json:"note"`
	NoteState    string        `json:"note_state"`
	SupersededBy string        `json:"superseded_by"`
	Newer        string        `json:"newer"`
	DerivedFrom  []string      `json:"derived_from"`
	Formula      string        `json:"formula"`
	Evidence     []evidenceRow `json:"evidence"`
	Series       *seriesPlace  `json:"series"`
	History      []change      `json:"history"`
	Claims       []string      `json:"claims"`
	Uses         []place       `json:"uses"`
}

type evidenceRow struct {
	Source       string `json:"source"`
	OriginLabel  string `json:"origin_label"`
	Relation     string `json:"relation"`
	RelationWord string `json:"relation_word"`
	Basis        string `json:"basis"`
	BasisWord    string `json:"basis_word"`
	Digits       string `json:"digits"`
	Raw          string `json:"raw"`
	Locator      string `json:"locator"`
	Quote        string `json:"quote"`
	QuoteLang    string `json:"quote_lang"`
	PassageURL   string `json:"passage_url"` // the source's page, at the quotation
	Check        string `json:"check"`
	CheckWord    string `json:"check_word"`
	CheckedBy    string `json:"checked_by"`
	CheckedOn    string `json:"checked_on"`
}

func (l *language) figureData() figureData {
	d := figureData{Order: order{List: []string{}}, ByID: map[string]figureRow{}}
	for i, f := range l.project.Records.Figures {
		d.Order.List = append(d.Order.List, f.ID)
		d.Groups = l.group(d.Groups, f)
		row := l.figureRow(f)
		row.N = strconv.Itoa(i + 1)
		d.ByID[f.ID] = row
	}
	return d
}

// group adds a figure to the group of its measure; one without a measure forms
// a group under its own label.
func (l *language) group(groups []figureGroup, f *record.Figure) []figureGroup {
	id := f.Measure
	if id == "" {
		id = f.ID
	}
	for i := range groups {
		if groups[i].ID == id {
			groups[i].Figures = append(groups[i].Figures, f.ID)
			return groups
		}
	}
	g := figureGroup{ID: id, Label: l.measureLabel(f.Measure), Unit: l.noun(f), Figures: []string{f.ID}}
	if g.Label == "" {
		g.Label = l.field("figures", f.ID, "label", f.Label)
	}
	return append(groups, g)
}

func (l *language) figureRow(f *record.Figure) figureRow {
	set := l.project.Records
	status := set.Status(f)
	label, labelState := l.fieldState("figures", f.ID, "label", f.Label)
	note, noteState := l.fieldState("figures", f.ID, "note", f.Note)
	row := figureRow{
		ID: f.ID, Label: label, LabelState: string(labelState), Note: note, NoteState: string(noteState),
		Words: l.words(f), Digits: l.digits(f), Raw: raw(f.Value, f.Min, f.Max), Unit: l.noun(f), Comparator: string(f.Comparator),
		AsOf: l.date(f.AsOf, f.DatePart), AsOfShort: f.AsOf.ShortWords(l.Locale, f.DatePart), AsOfEDTF: f.AsOf.Raw(),
		Measure: f.Measure, MeasureLabel: l.measureLabel(f.Measure), MeasureText: l.measureText(f.Measure), Scope: f.Scope, ScopeLabel: l.scopeLabel(f.Scope),
		Kind: string(f.Kind), KindWord: l.say("kind_" + string(f.Kind)),
		Status: string(status), StatusWord: l.say("status_" + string(status)), StatusReason: l.statusReason(f),
		SupersededBy: f.SupersededBy, DerivedFrom: f.DerivedFrom, Formula: f.Formula,
		Series: l.series[f.ID], History: l.history("figures", &f.Base), Claims: l.concerns(f.ID, claimFigures), Uses: l.linksTo("fig", f.ID),
	}
	row.URL, row.Path = l.address("figures", f.ID)
	row.Title = row.Digits + ", " + row.Label
	row.Summary = l.summary(row)
	if newer, ok := set.NewerSibling(f); ok {
		row.Newer = newer.ID
	}
	for i := range f.Evidence {
		row.Evidence = append(row.Evidence, l.evidenceRow(f, &f.Evidence[i]))
	}
	return row
}

func (l *language) evidenceRow(f *record.Figure, e *record.Evidence) evidenceRow {
	row := evidenceRow{
		Source: e.Source, OriginLabel: l.actorLabel(e.Origin),
		Relation: string(e.Relation), RelationWord: l.say("relation_" + string(e.Relation)),
		Basis: string(e.Basis), BasisWord: l.say("basis_" + string(e.Basis)),
		Digits: l.quantity(e.Value, e.Min, e.Max, f.Unit, f.Currency, locale.Full), Raw: raw(e.Value, e.Min, e.Max),
		Locator: e.Locator, Quote: e.Quote, QuoteLang: e.QuoteLang, Check: e.Check(), CheckWord: l.say("check_" + e.Check()),
	}
	if s, ok := l.project.Records.Source(e.Source); ok && e.Quote != "" {
		row.PassageURL = cite.WithFragment(s.URL, e.Quote)
	}
	if e.Supported != nil {
		row.CheckedBy, row.CheckedOn = e.Supported.By, l.date(e.Supported.Date, edtf.Whole)
	}
	return row
}

// summary says in a sentence what a figure's page is about.
func (l *language) summary(f figureRow) string {
	parts := []string{f.Label + ": " + f.Digits, f.AsOf}
	if f.ScopeLabel != "" {
		parts = append(parts, f.ScopeLabel)
	}
	return strings.Join(append(parts, f.StatusWord), ", ") + "."
}

// statusReason is what a person gave as the reason for a lowered or refuted
// status.
func (l *language) statusReason(f *record.Figure) string {
	switch {
	case f.Refuted != nil:
		return l.field("figures", f.ID, "refuted.reason", f.Refuted.Reason)
	case f.Lowered != nil:
		return l.field("figures", f.ID, "lowered.reason", f.Lowered.Reason)
	}
	return ""
}

func (l *language) measureLabel(id string) string {
	if m, ok := l.project.Records.Measure(id); ok {
		return l.field("measures", id, "label", m.Label)
	}
	return ""
}

func (l *language) measureText(id string) string {
	if m, ok := l.project.Records.Measure(id); ok {
		return l.field("measures", id, "description", m.Description)
	}
	return ""
}

func (l *language) scopeLabel(id string) string {
	if s, ok := l.project.Records.Scope(id); ok {
		return l.field("scopes", id, "label", s.Label)
	}
	return ""
}

func (l *language) actorLabel(id string) string {
	if a, ok := l.project.Records.Actor(id); ok {
		return l.field("actors", id, "label", a.Label)
	}
	return id
}

// raw is a value for machines: a decimal, or two with a slash.
func raw(value, low, high string) string {
	if value != "" {
		return value
	}
	return low + "/" + high
}
