package chart

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"time"
)

// Event is one mark of a timeline's overview.
type Event struct {
	ID       string
	From, To time.Time // first and last day that its date can mean
	About    bool      // the date is about, or doubtful
	Weight   int       // 1 to 3
	Title    string    // date and title, for the pointer
	Filters  string    // what it is shown by, words with spaces
}

// Timeline is the scale of time that the lanes of an overview share: whole years.
type Timeline struct{ span span }

// NewTimeline returns the scale that holds all events; ok is false if there are
// none.
func NewTimeline(events []Event) (t Timeline, ok bool) {
	if len(events) == 0 {
		return Timeline{}, false
	}
	points := make([]Point, len(events))
	for i, e := range events {
		points[i] = Point{From: e.From, To: e.To}
	}
	return Timeline{spanOf(points)}, true
}

// The lanes' own measures, in pixels. A mark keeps its distance on a telephone; on a
// wide page the same rows look like columns, whose height is how much happened.
const (
	rowHeight = 10.0
	markWidth = 5.0
	laneAbove = 4.0
)

// Lane draws one lane. Each event is a mark of its own: those that would touch stand
// on one another, so that a dense time is a high one. A date that is not known to the
// day is as long as what is not known. The drawing is for the eye and the pointer; it
// is no list, and a page hides it from who listens.
func (t Timeline) Lane(events []Event) string {
	events = slices.Clone(events)
	sortByDate(events)
	rows := t.rows(events)
	high := laneAbove + rowHeight*float64(1+slices.Max(append([]int{0}, rows...)))
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="lane-svg" height="%s" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">`+"\n", pixels(high))
	for _, y := range Years(t.span.from, t.span.to.AddDate(0, 0, -1), 30) {
		x := percent(100 * t.span.at(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)))
		fmt.Fprintf(&b, `<line class="grid" x1="%s" x2="%s" y1="0" y2="100%%"/>`, x, x)
	}
	b.WriteString("\n")
	for i, e := range events {
		b.WriteString(t.mark(e, high-rowHeight*float64(rows[i]+1)))
	}
	b.WriteString("</svg>")
	return b.String()
}

func sortByDate(events []Event) {
	slices.SortStableFunc(events, func(a, b Event) int { return a.From.Compare(b.From) })
}

// ends are where an event begins and ends, from 0 to 1, and the room it takes.
func (t Timeline) ends(e Event) (from, to, left, right float64) {
	from, to = t.span.at(e.From), t.span.at(e.To.AddDate(0, 0, 1))
	const room = (markWidth + 1) / narrow
	middle, half := (from+to)/2, max((to-from)/2+1/narrow, room/2)
	return from, to, middle - half, middle + half
}

// rows gives each event the lowest row in which it meets no other.
func (t Timeline) rows(events []Event) []int {
	rows := make([]int, len(events))
	var ends []float64 // of the last mark in each row
	for i, e := range events {
		_, _, left, right := t.ends(e)
		row := slices.IndexFunc(ends, func(end float64) bool { return end <= left })
		if row < 0 {
			row = len(ends)
			ends = append(ends, 0)
		}
		ends[row] = right
		rows[i] = row
	}
	return rows
}

// mark draws an event: an upright stroke for a day, a bracket for a span, dots for
// what is about.
func (t Timeline) mark(e Event, top float64) string {
	from, to, _, _ := t.ends(e)
	class := fmt.Sprintf("stroke weight-%d", e.Weight)
	x1, x2, y1, y2 := percent(50*(from+to)), percent(50*(from+to)), top+1, top+rowHeight-1
	if e.To.Sub(e.From) > 24*time.Hour {
		class += " long"
		x1, x2, y1, y2 = percent(100*from), percent(100*to), top+rowHeight-3, top+rowHeight-3
	}
	if e.About {
		class += " about"
	}
	return fmt.Sprintf(`<a href="#%s" tabindex="-1" data-f="%s"><title>%s</title><line class="%s" x1="%s" x2="%s" y1="%s" y2="%s"/></a>`+"\n",
		html.EscapeString(e.ID), html.EscapeString(e.Filters), html.EscapeString(e.Title), class, x1, x2, pixels(y1), pixels(y2))
}

// yearWidth is how wide a year is written, in pixels.
const yearWidth = 34

// Scale draws the years below the lanes, on a telephone those for which there is room.
func (t Timeline) Scale() string {
	var b strings.Builder
	b.WriteString(`<svg class="lane-scale" height="22" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">`)
	last := t.span.to.AddDate(0, 0, -1)
	kept := Years(t.span.from, last, 8)
	for _, y := range Years(t.span.from, last, 20) {
		at := t.span.at(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC))
		class := ""
		if !slices.Contains(kept, y) || narrow*(1-at) < yearWidth {
			class = ` class="minor"`
		}
		x := percent(100 * at)
		fmt.Fprintf(&b, `<line class="base" x1="%s" x2="%s" y1="0" y2="5"/><text%s x="%s" y="17" dx="2">%d</text>`, x, x, class, x, y)
	}
	b.WriteString("</svg>")
	return b.String()
}

// pixels writes pixels.
func pixels(v float64) string { return strings.TrimSuffix(percent(v), "%") }
