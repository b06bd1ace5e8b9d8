package chart

import (
	"fmt"
	"html"
	"strconv"
	"time"
)

func (d *drawing) write(format string, args ...any) { fmt.Fprintf(&d.b, format, args...) }

// percent writes a length with two decimals at most.
func percent(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	if s == "-0" {
		s = "0"
	}
	return s + "%"
}

func (d *drawing) open() {
	id := html.EscapeString(d.panel.ID)
	class := "chart-svg"
	if d.dense() {
		class += " dense"
	}
	d.write(`<svg class="%s" role="group" aria-labelledby="%s-t" aria-describedby="%s-d" xmlns="http://www.w3.org/2000/svg">`, class, id, id)
	d.write("\n<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>\n", id, html.EscapeString(d.panel.Title), id, html.EscapeString(d.panel.Desc))
}

// grid draws the ticks above zero, and zero as the base.
func (d *drawing) grid() {
	for _, t := range d.ticks[1:] {
		y := percent(d.y(number(t)))
		d.write(`<line class="grid" x1="0" x2="100%%" y1="%s" y2="%s"/>`+"\n", y, y)
	}
	base := percent(d.y(0))
	d.write(`<line class="base" x1="0" x2="100%%" y1="%s" y2="%s"/>`+"\n", base, base)
}

// values writes what the ticks stand for, over the lines, which may pass there; on a
// telephone only where they do not.
func (d *drawing) values() {
	lines := d.along(narrow)
	for _, t := range d.ticks[1:] {
		class := "tick"
		if lines.meet(d.tick(t)) {
			class += " minor"
		}
		d.write(`<text class="%s" x="0" y="%s" dy="-4" aria-hidden="true">%s</text>`+"\n", class, percent(d.y(number(t))), html.EscapeString(d.scale.Print(t)))
	}
}

// years marks the scale of time: up to twelve years where there is room, of which a
// narrow page keeps up to five.
func (d *drawing) years() {
	last := d.span.to.AddDate(0, 0, -1)
	kept := map[int]bool{}
	for _, y := range Years(d.span.from, last, 5) {
		kept[y] = true
	}
	base := percent(d.y(0))
	for _, y := range Years(d.span.from, last, 12) {
		class := "year-tick"
		if !kept[y] {
			class += " minor"
		}
		x := percent(100 * d.span.at(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)))
		d.write(`<line class="base" x1="%s" x2="%s" y1="%s" y2="%s"/><text class="%s" x="%s" y="%s" dx="3" dy="16" aria-hidden="true">%d</text>`+"\n",
			x, x, base, percent(d.y(0)+2.5), class, x, base, y)
	}
}

// lines joins the points in the order of their dates. What leads to a forecast has
// not happened.
func (d *drawing) lines() {
	for i := 1; i < len(d.panel.Points); i++ {
		a, b := d.panel.Points[i-1], d.panel.Points[i]
		class := "path"
		if b.Kind == "forecast" {
			class += " ahead"
		}
		d.write(`<line class="%s" x1="%s" y1="%s" x2="%s" y2="%s"/>`+"\n", class,
			percent(d.x(a)), percent(d.y(d.mid(a))), percent(d.x(b)), percent(d.y(d.mid(b))))
	}
}

// point draws what is not known of a figure, its mark as a link, and its label.
func (d *drawing) point(p Point, l label) {
	d.spread(p)
	name, status := html.EscapeString(p.Name), html.EscapeString(p.Status)
	d.write(`<svg class="point" data-id="%s" x="%s" y="%s" overflow="visible"><a href="%s" aria-label="%s"><circle class="hit" r="12"/>%s%s</a>`,
		html.EscapeString(p.ID), percent(d.x(p)), percent(d.y(d.mid(p))), html.EscapeString(p.URL), name, mark(p.Kind), caret(p.Bound))
	if l.shown {
		class := "value line"
		if l.minor {
			class += " minor"
		}
		d.write(`<text class="%s" data-status="%s" x="%d" y="%d" text-anchor="%s" aria-hidden="true">%s</text>`,
			class, status, l.dx, l.dy, l.anchor, html.EscapeString(p.Label))
	}
	d.write("</svg>\n")
}

// spread draws a date that is a span of more than a month, a range of values, and
// the tenth either way that "about" allows.
func (d *drawing) spread(p Point) {
	if p.Spans() {
		y := percent(d.y(d.mid(p)))
		d.write(`<line class="when-bar" x1="%s" x2="%s" y1="%s" y2="%s"/>`,
			percent(100*d.span.at(p.From)), percent(100*d.span.at(p.To.AddDate(0, 0, 1))), y, y)
	}
	low, high, class := number(p.Low), number(p.High), "range-bar"
	if p.Bound == About {
		low, high, class = 0.9*low, 1.1*high, "about-bar"
	}
	if high > low {
		x := percent(d.x(p))
		d.write(`<line class="%s" x1="%s" x2="%s" y1="%s" y2="%s"/>`, class, x, x, percent(d.y(low)), percent(d.y(high)))
	}
}

func mark(kind string) string {
	switch kind {
	case "estimate":
		return `<path class="diamond" d="M0-6 6 0 0 6-6 0z"/>`
	case "forecast":
		return `<circle class="ring" r="4.5"/>`
	}
	return `<circle class="dot" r="4.5"/>`
}

func caret(b Bound) string {
	switch b {
	case Above:
		return `<path class="caret" d="M-5-9 0-14 5-9"/>`
	case Below:
		return `<path class="caret" d="M-5 9 0 14 5 9"/>`
	}
	return ""
}
