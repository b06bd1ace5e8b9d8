package dataset

import (
	"html"
	"slices"
	"strconv"
	"time"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/record"
)

// The timeline in the JSON of TimelineJS 3 (Knight Lab, "JSON data format"),
// which takes HTML in its texts. A date has the parts that are known, and is
// shown in words.

type timelineDoc struct {
	Title  timelineSlide   `json:"title"`
	Events []timelineSlide `json:"events"`
	Scale  string          `json:"scale"`
}

type timelineSlide struct {
	ID    string        `json:"unique_id,omitempty"`
	Start *timelineDate `json:"start_date,omitempty"`
	End   *timelineDate `json:"end_date,omitempty"`
	When  string        `json:"display_date,omitempty"`
	Group string        `json:"group,omitempty"`
	Text  timelineText  `json:"text"`
}

type timelineDate struct {
	Year  string `json:"year"`
	Month string `json:"month,omitempty"`
	Day   string `json:"day,omitempty"`
}

type timelineText struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

func (d *Dossier) timelineJS(e *Edition) []byte {
	doc := timelineDoc{Scale: "human", Events: []timelineSlide{}, Title: timelineSlide{
		Text: timelineText{html.EscapeString(e.Title), html.EscapeString(e.Tagline)},
	}}
	events := slices.Clone(d.Project.Records.Events)
	slices.SortStableFunc(events, func(a, b *record.Event) int { return edtf.Compare(a.Date, b.Date) })
	for _, ev := range events {
		doc.Events = append(doc.Events, d.slide(e, ev))
	}
	return encode(doc)
}

func (d *Dossier) slide(e *Edition, ev *record.Event) timelineSlide {
	address := d.absolute(e.Record("event", ev.ID))
	body := "<p>" + html.EscapeString(d.inOne(e, "events", ev.ID, "text", ev.Text)) + "</p>"
	start, end := span(ev.Date)
	s := timelineSlide{
		ID: ev.ID, When: e.When(Dated{ev.Date, ev.DatePart}), Start: dateParts(start, ev.Date.Precision()),
		Text: timelineText{html.EscapeString(d.inOne(e, "events", ev.ID, "title", ev.Title)), body + `<p><a href="` + html.EscapeString(address) + `">` + html.EscapeString(e.Title) + "</a></p>"},
	}
	if ev.Date.IsInterval() && !ev.Date.OpenEnd() && !ev.Date.OpenStart() {
		s.End = dateParts(end, ev.Date.Precision())
	}
	if t, ok := d.Project.Records.Theme(ev.Theme); ok {
		s.Group = html.EscapeString(d.inOne(e, "themes", t.ID, "label", t.Label))
	}
	return s
}

func dateParts(t time.Time, p edtf.Precision) *timelineDate {
	parts := &timelineDate{Year: strconv.Itoa(t.Year())}
	if p >= edtf.ToSeason {
		parts.Month = strconv.Itoa(int(t.Month()))
	}
	if p == edtf.ToDay {
		parts.Day = strconv.Itoa(t.Day())
	}
	return parts
}
