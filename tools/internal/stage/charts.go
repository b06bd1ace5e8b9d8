package stage

import (
	"strconv"
	"strings"

	"dossier/tools/internal/chart"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/record"
)

// chartData is data/LANG/charts.json: one chart a measure, in it one panel for each
// scope of which there is a series.
type chartData struct {
	List      []string            `json:"list"`
	ByMeasure map[string]chartRow `json:"by_measure"`
	Panels    map[string]panelRow `json:"panels"`
}

type chartRow struct {
	Title  string   `json:"title"`
	Unit   string   `json:"unit"`
	Text   string   `json:"text"`   // what exactly is measured
	Panels []string `json:"panels"` // by id
}

type panelRow struct {
	Measure string   `json:"measure"`
	Scope   string   `json:"scope"` // in words
	Desc    string   `json:"desc"`
	SVG     string   `json:"svg"`
	Figures []string `json:"figures"`
	Signs   []string `json:"signs"` // the marks that need a word: estimate forecast above below about range span
}

func (l *language) chartData() chartData {
	d := chartData{List: []string{}, ByMeasure: map[string]chartRow{}, Panels: map[string]panelRow{}}
	all := l.project.Records.Series()
	points := map[string][]chart.Point{} // of a measure
	for _, s := range all {
		for _, f := range s.Figures {
			points[s.Measure] = append(points[s.Measure], l.point(f))
		}
	}
	for _, s := range all {
		row, known := d.ByMeasure[s.Measure]
		if !known {
			d.List = append(d.List, s.Measure)
			row = chartRow{Title: l.measureLabel(s.Measure), Text: l.measureText(s.Measure), Unit: l.chartUnit(s.Figures[0])}
		}
		id := panelID(s)
		row.Panels = append(row.Panels, id)
		d.ByMeasure[s.Measure] = row
		d.Panels[id] = l.panel(s, points[s.Measure])
	}
	return d
}

// panelID names a series; measures and scopes have ids without double hyphens only
// by custom, so the same name for two of them would be a strange dossier's doing.
func panelID(s record.Series) string {
	if s.Scope == "" {
		return s.Measure
	}
	return s.Measure + "--" + s.Scope
}

func (l *language) panel(s record.Series, all []chart.Point) panelRow {
	f := s.Figures[0]
	row := panelRow{Measure: s.Measure, Scope: l.scopeLabel(s.Scope), Desc: l.seriesWords(s)}
	p := chart.Panel{ID: "c-" + panelID(s), Title: l.measureLabel(s.Measure), Desc: row.Desc}
	if row.Scope != "" {
		p.Title += ", " + row.Scope
	}
	for _, f := range s.Figures {
		row.Figures = append(row.Figures, f.ID)
		p.Points = append(p.Points, l.point(f))
		row.Signs = addSigns(row.Signs, p.Points[len(p.Points)-1])
	}
	scale := chart.Scale{Points: all, Print: func(v string) string { return l.short(v, "", "", f.Unit, f.Currency) }}
	row.SVG = scale.SVG(p)
	return row
}

var bounds = map[record.Comparator]chart.Bound{
	record.About: chart.About, record.MoreThan: chart.Above, record.AtLeast: chart.Above, record.JustOver: chart.Above,
	record.LessThan: chart.Below, record.AtMost: chart.Below, record.JustUnder: chart.Below,
}

func (l *language) point(f *record.Figure) chart.Point {
	p := chart.Point{
		ID: f.ID, From: f.AsOf.Min(), To: f.AsOf.Max(), Low: f.Value, High: f.Value,
		Bound: bounds[f.Comparator], Kind: f.Kind, Status: string(l.project.Records.Status(f)),
		Label: l.short(f.Value, f.Min, f.Max, f.Unit, f.Currency),
	}
	p.URL, _ = l.address("figures", f.ID)
	if f.Value == "" {
		p.Low, p.High = f.Min, f.Max
	}
	if sign := signs[f.Comparator]; sign != "" {
		p.Label = sign + "\u00a0" + p.Label
	}
	p.Name = strings.Join([]string{l.date(f.AsOf, f.DatePart) + ": " + l.words(f), l.say("status_" + p.Status)}, ", ")
	return p
}

// short writes a value for a drawing.
func (l *language) short(value, low, high, unit, currency string) string {
	return l.quantity(value, low, high, unit, currency, locale.Short)
}

// chartUnit names what the scale counts; a currency or a measure stands in the
// labels already.
func (l *language) chartUnit(f *record.Figure) string { return l.noun(f) }

// seriesWords says in a sentence what a series does, for who cannot see it.
func (l *language) seriesWords(s record.Series) string {
	first, last := s.Figures[0], s.Figures[len(s.Figures)-1]
	return l.tell("chart_desc", map[string]any{
		"N": strconv.Itoa(len(s.Figures)), "First": l.words(first), "FirstDate": l.date(first.AsOf, first.DatePart),
		"Last": l.words(last), "LastDate": l.date(last.AsOf, last.DatePart),
	})
}

// addSigns keeps the marks of a point that the key has to explain, each once, in the
// order of the key.
func addSigns(signs []string, p chart.Point) []string {
	has := map[string]bool{
		"estimate": p.Kind == "estimate", "forecast": p.Kind == "forecast", "above": p.Bound == chart.Above, "below": p.Bound == chart.Below,
		"about": p.Bound == chart.About, "range": p.Low != p.High, "span": p.Spans(),
	}
	for _, s := range signs {
		has[s] = true
	}
	var all []string
	for _, s := range []string{"estimate", "forecast", "above", "below", "about", "range", "span"} {
		if has[s] {
			all = append(all, s)
		}
	}
	return all
}
