package chart

import (
	"strconv"
	"strings"
	"time"
)

// Bound says how a value is inexact.
type Bound int

// The bounds.
const (
	Exact Bound = iota
	About
	Above // more than, at least, just over
	Below // less than, at most, just under
)

// Point is one figure of a series.
type Point struct {
	ID       string
	URL      string    // of the figure's page
	From, To time.Time // first and last day that its date can mean
	Low      string    // decimals; the same unless it is a range
	High     string
	Bound    Bound
	Kind     string // actual estimate forecast
	Status   string
	Label    string // printed short, with its sign: "> 1 Mrd."
	Name     string // for who listens: date, value, status
}

// Spans reports whether the date is known to less than a month: it is drawn as long
// as what is not known.
func (p Point) Spans() bool { return p.To.Sub(p.From) > 31*24*time.Hour }

// Panel is one series, drawn.
type Panel struct {
	ID     string // unique on every page that shows it
	Title  string // for who listens
	Desc   string
	Points []Point
}

// Scale is what the panels of one chart share, and how to print a value on it.
type Scale struct {
	Points []Point // of all panels: their dates give the scale of time
	Print  func(value string) string
}

// The drawing's own measures. The labels are laid out for a column of text and for
// a telephone; between the two the wider layout holds.
const (
	top, bottom = 14.0, 90.0 // per cent of the height: the highest tick, and zero
	height      = 240.0      // pixels that the style sheet gives a panel
	wide        = 592.0
	narrow      = 288.0
	markRoom    = 12.0 // a mark with some air around it
)

// SVG draws a panel.
func (s Scale) SVG(p Panel) string {
	d := drawing{scale: s, panel: p, span: spanOf(s.Points), ticks: Ticks(highest(p.Points), 4)}
	d.max = number(d.ticks[len(d.ticks)-1])
	d.open()
	d.grid()
	d.years()
	d.lines()
	if !d.dense() {
		d.values()
	}
	labels := d.labels()
	for i, point := range p.Points {
		d.point(point, labels[i])
	}
	if d.dense() { // marks would hide them
		d.values()
	}
	d.b.WriteString("</svg>")
	return d.b.String()
}

type drawing struct {
	scale Scale
	panel Panel
	span  span
	ticks []string
	max   float64
	b     strings.Builder
}

// dense reports whether the points stand so close that their marks would run into one
// another.
func (d *drawing) dense() bool { return float64(len(d.panel.Points))*markRoom > wide }

func highest(points []Point) float64 {
	most := 0.0
	for _, p := range points {
		high := number(p.High)
		if p.Bound == About {
			high *= 1.1
		}
		most = max(most, high)
	}
	return most
}

// number is a decimal as a length on paper, which is all that is made of it here.
func number(s string) float64 {
	f, _ := strconv.ParseFloat(s, 64)
	return f
}

// x and y are where a point stands, in per cent.
func (d *drawing) x(p Point) float64       { return 100 * d.span.at(middle(p)) }
func (d *drawing) y(value float64) float64 { return bottom - (bottom-top)*value/d.max }
func (d *drawing) mid(p Point) float64     { return (number(p.Low) + number(p.High)) / 2 }
