package dataset

import (
	"net/url"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/record"
)

// Dated is a date as a record has it.
type Dated struct {
	Date edtf.Date
	Part edtf.Part
}

// calendar writes the timeline as iCalendar (RFC 5545): each event as days, from
// the first that its date can mean to the last (DTEND is the day after). A date
// that is no day says so in words, and exactly in X-EDTF.
func (d *Dossier) calendar(e *Edition) []byte {
	cal := ics.NewCalendar()
	cal.SetMethod(ics.MethodPublish)
	cal.SetProductId("-//dossier//timeline//" + strings.ToUpper(e.Tag))
	cal.SetName(e.Title)
	cal.SetXWRCalName(e.Title)
	for _, ev := range d.Project.Records.Events {
		d.calendarEvent(cal, e, ev)
	}
	return []byte(cal.Serialize(ics.WithNewLineWindows))
}

func (d *Dossier) calendarEvent(cal *ics.Calendar, e *Edition, ev *record.Event) {
	title, body := d.inOne(e, "events", ev.ID, "title", ev.Title), d.inOne(e, "events", ev.ID, "text", ev.Text)
	out := cal.AddEvent(ev.ID + "@" + d.host())
	out.SetDtStampTime(d.Date.UTC())
	start, end := span(ev.Date)
	out.SetAllDayStartAt(start)
	out.SetAllDayEndAt(end.AddDate(0, 0, 1))
	out.SetSummary(title)
	when := e.When(Dated{ev.Date, ev.DatePart})
	out.SetDescription(strings.TrimSpace(when + "\n\n" + body))
	out.SetURL(d.absolute(e.Record("event", ev.ID)))
	out.SetProperty(ics.ComponentProperty(ics.PropertyTransp), "TRANSPARENT")
	if t, ok := d.Project.Records.Theme(ev.Theme); ok {
		out.SetProperty(ics.ComponentPropertyCategories, d.inOne(e, "themes", t.ID, "label", t.Label))
	}
	if p, ok := d.Project.Records.Place(ev.Place); ok {
		out.SetLocation(d.inOne(e, "places", p.ID, "label", p.Label))
	}
	out.SetProperty("X-EDTF", ev.Date.Raw())
}

// span returns the first and last day of a date. A calendar has no open ends:
// there it is the day that is known.
func span(date edtf.Date) (start, end time.Time) {
	start, end = date.Min(), date.Max()
	if date.OpenStart() {
		start = end
	}
	if date.OpenEnd() {
		end = start
	}
	return start, end
}

// inOne returns a text in one language, or in the source language where that has
// none: calendars and feeds show one text.
func (d *Dossier) inOne(e *Edition, kind, id, field, source string) string {
	if s := d.field(e.Tag, kind, id, field, source); s != "" {
		return s
	}
	return source
}

func (d *Dossier) host() string {
	if u, err := url.Parse(d.BaseURL); err == nil && u.Hostname() != "" {
		return u.Hostname()
	}
	return "dossier.invalid"
}
