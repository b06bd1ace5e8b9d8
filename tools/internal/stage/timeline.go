package stage

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dossier/tools/internal/chart"
	"dossier/tools/internal/record"
)

// The timeline can be narrowed down to an actor, a region, a theme and a period.
// Each choice has a short id ("a3"), every event lists those that it belongs to, and
// the style sheet that the theme makes of the choices hides what does not: no script
// is needed. Choices are made from the records, and are the same in every language.

// filter is one question that the timeline can be asked.
type filter struct {
	ID      string   `json:"id"` // actor place theme period
	Options []option `json:"options"`
}

type option struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Count string `json:"count"`

	record string
}

// lane is a row of the overview: a region, or all the small ones together.
type lane struct {
	Label string `json:"label"`
	Count string `json:"count"`
	SVG   string `json:"svg"`
}

// few is the number of events from which on an actor or a region is offered by
// itself, and most how many are.
const (
	few  = 3
	most = 10
)

// filters are the questions, and for each event the ids of its answers.
type filters struct {
	list  []filter
	marks map[string][]string // by event
}

func (l *language) filters(events []*record.Event, years []year) filters {
	f := filters{marks: map[string][]string{}}
	set := l.project.Records
	f.ask(events, "actor", few, func(e *record.Event) []string { return e.Actors }, l.actorLabel, "")
	f.ask(events, "place", few, func(e *record.Event) []string {
		if p, ok := set.Region(e.Place); ok {
			return []string{p.ID}
		}
		return nil
	}, l.placeLabel, l.say("other_places"))
	f.ask(events, "theme", 1, func(e *record.Event) []string {
		if e.Theme == "" {
			return nil
		}
		return []string{e.Theme}
	}, l.themeLabel, "")
	f.periods(years)
	return f
}

// ask adds a question. What fewer events share is offered together as others, if
// that has a name, or not at all.
func (f *filters) ask(events []*record.Event, id string, least int, of func(*record.Event) []string, label func(string) string, others string) {
	counts, order := map[string]int{}, []string{}
	for _, e := range events {
		for _, answer := range of(e) {
			if counts[answer] == 0 {
				order = append(order, answer)
			}
			counts[answer]++
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(counts[b], counts[a]) })
	q := filter{ID: id}
	ids := map[string]string{}
	for _, answer := range order {
		if counts[answer] < least || len(q.Options) == most {
			continue
		}
		o := option{ID: id[:1] + strconv.Itoa(len(q.Options)+1), Label: label(answer), Count: strconv.Itoa(counts[answer]), record: answer}
		ids[answer] = o.ID
		q.Options = append(q.Options, o)
	}
	rest := 0
	for _, e := range events {
		answers := of(e)
		for _, answer := range answers {
			if ids[answer] != "" {
				f.marks[e.ID] = append(f.marks[e.ID], ids[answer])
			}
		}
		if others != "" && (len(answers) == 0 || ids[answers[0]] == "") {
			f.marks[e.ID] = append(f.marks[e.ID], id[:1]+"0")
			rest++
		}
	}
	if rest > 0 {
		q.Options = append(q.Options, option{ID: id[:1] + "0", Label: others, Count: strconv.Itoa(rest)})
	}
	if len(q.Options) > 1 {
		f.list = append(f.list, q)
	}
}

// periods joins years with few events to those that follow, so that each period has
// something to show.
func (f *filters) periods(years []year) {
	q := filter{ID: "period"}
	for i := 0; i < len(years); {
		first, n := i, 0
		for ; i < len(years) && n < few+1; i++ {
			n += len(years[i].Events)
		}
		id := "y" + strconv.Itoa(len(q.Options)+1)
		label := years[first].Year
		if i-1 > first {
			label += "–" + years[i-1].Year
		}
		for _, y := range years[first:i] {
			for _, e := range y.Events {
				f.marks[e] = append(f.marks[e], id)
			}
		}
		q.Options = append(q.Options, option{ID: id, Label: label, Count: strconv.Itoa(n)})
	}
	if len(q.Options) > 1 {
		f.list = append(f.list, q)
	}
}

// lanes draws the overview, a lane for each region that can be asked for.
func (l *language) lanes(f filters, events []*record.Event) (lanes []lane, scale string) {
	all := make([]chart.Event, len(events))
	for i, e := range events {
		title := l.field("events", e.ID, "title", e.Title)
		all[i] = chart.Event{
			ID: e.ID, From: e.Date.Min(), To: e.Date.Max(), About: e.Date.Approximate() || e.Date.Uncertain(), Weight: max(e.Weight, 1),
			Title: fmt.Sprintf("%s: %s", l.date(e.Date, e.DatePart), title), Filters: strings.Join(f.marks[e.ID], " "),
		}
	}
	t, ok := chart.NewTimeline(all)
	if !ok {
		return nil, ""
	}
	for _, o := range f.options("place") {
		var of []chart.Event
		for i, e := range events {
			if o.ID == "" || slices.Contains(f.marks[e.ID], o.ID) {
				of = append(of, all[i])
			}
		}
		lanes = append(lanes, lane{Label: o.Label, Count: strconv.Itoa(len(of)), SVG: t.Lane(of)})
	}
	return lanes, t.Scale()
}

// options returns the answers to a question; one without a name, for everything, if
// it cannot be asked.
func (f filters) options(id string) []option {
	for _, q := range f.list {
		if q.ID == id {
			return q.Options
		}
	}
	return []option{{}}
}

func (l *language) placeLabel(id string) string {
	if p, ok := l.project.Records.Place(id); ok {
		return l.field("places", p.ID, "label", p.Label)
	}
	return ""
}

func (l *language) themeLabel(id string) string {
	if t, ok := l.project.Records.Theme(id); ok {
		return l.field("themes", t.ID, "label", t.Label)
	}
	return ""
}
