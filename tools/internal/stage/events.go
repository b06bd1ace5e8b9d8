package stage

import (
	"slices"
	"strconv"
	"strings"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/record"
)

// eventData is data/LANG/events.json.
type eventData struct {
	Years   []year              `json:"years"`
	Filters []filter            `json:"filters"`
	Lanes   []lane              `json:"lanes"`
	Scale   string              `json:"scale"` // the years below the lanes, as SVG
	ByID    map[string]eventRow `json:"by_id"`
}

type year struct {
	Year   string   `json:"year"`
	Events []string `json:"events"`
}

type eventRow struct {
	Date       string   `json:"date"`
	DateEDTF   string   `json:"date_edtf"`
	Shape      string   `json:"shape"` // class of the sign before the date: point, span, about
	Title      string   `json:"title"`
	TitleState string   `json:"title_state"`
	Text       string   `json:"text"`
	TextState  string   `json:"text_state"`
	Actors     []string `json:"actors"`
	Place      string   `json:"place"`
	Theme      string   `json:"theme"`
	Weight     string   `json:"weight"`
	Later      string   `json:"later"`
	Sources    []string `json:"sources"`
	Figures    []string `json:"figures"`
	Claims     []string `json:"claims"`
	Filters    string   `json:"filters"` // what it is shown by
	Uses       []place  `json:"uses"`
}

// eventData orders the events by date, earliest possible day first.
func (l *language) eventData() eventData {
	d := eventData{ByID: map[string]eventRow{}}
	events := slices.Clone(l.project.Records.Events)
	slices.SortStableFunc(events, func(a, b *record.Event) int { return edtf.Compare(a.Date, b.Date) })
	for _, e := range events {
		y := strconv.Itoa(e.Date.Min().Year())
		if n := len(d.Years); n == 0 || d.Years[n-1].Year != y {
			d.Years = append(d.Years, year{Year: y})
		}
		last := &d.Years[len(d.Years)-1]
		last.Events = append(last.Events, e.ID)
		d.ByID[e.ID] = l.eventRow(e)
	}
	f := l.filters(events, d.Years)
	d.Filters = f.list
	d.Lanes, d.Scale = l.lanes(f, events)
	for id, marks := range f.marks {
		row := d.ByID[id]
		row.Filters = strings.Join(marks, " ")
		d.ByID[id] = row
	}
	return d
}

func (l *language) eventRow(e *record.Event) eventRow {
	title, titleState := l.fieldState("events", e.ID, "title", e.Title)
	text, textState := l.fieldState("events", e.ID, "text", e.Text)
	row := eventRow{
		Date: l.date(e.Date, e.DatePart), DateEDTF: e.Date.Raw(), Shape: shape(e.Date), Title: title, TitleState: string(titleState),
		Text: text, TextState: string(textState), Weight: strconv.Itoa(e.Weight), Later: strconv.FormatBool(e.Later),
		Sources: e.Sources, Figures: e.Figures, Claims: l.concerns(e.ID, claimEvents), Uses: l.linksTo("event", e.ID),
	}
	for _, id := range e.Actors {
		row.Actors = append(row.Actors, l.actorLabel(id))
	}
	row.Place, row.Theme = l.placeLabel(e.Place), l.themeLabel(e.Theme)
	return row
}

// shape draws how exactly a date is known.
func shape(d edtf.Date) string {
	switch {
	case d.Approximate() || d.Uncertain():
		return "when-about"
	case !d.IsInterval() && d.Precision() == edtf.ToDay:
		return "when-point"
	}
	return "when-span"
}

// termData is data/LANG/terms.toml.
type termData struct {
	Order order              `json:"order"`
	ByID  map[string]termRow `json:"by_id"`
}

type termRow struct {
	Term       string  `json:"term"`
	Definition string  `json:"definition"`
	State      string  `json:"state"`
	Uses       []place `json:"uses"`
}

func (l *language) termData() termData {
	d := termData{Order: order{List: []string{}}, ByID: map[string]termRow{}}
	for _, t := range l.project.Records.Terms {
		definition, state := l.fieldState("terms", t.ID, "definition", t.Definition)
		d.Order.List = append(d.Order.List, t.ID)
		d.ByID[t.ID] = termRow{
			Term: l.field("terms", t.ID, "term", t.Term), Definition: definition, State: string(state), Uses: l.linksTo("term", t.ID),
		}
	}
	return d
}
