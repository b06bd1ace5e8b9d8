package quantity

import (
	"time"

	"dossier/tools/internal/edtf"
)

// dates reads a date or a span of two: "zwischen dem 15. November und dem 19.
// Dezember", "2016–2019", "from May 2015 to June 2018".
func (p *parser) dates(q *Quantity, i int) int {
	t := p.at(i)
	if t.kind == wordToken && (t.is(cBetween) || t.is(cFrom)) {
		at := p.pastArticle(i + 1)
		if d := p.fromPoint(at); d.next > at {
			if next := p.span2(q, i, d, at); next > i {
				return next
			}
		}
	}
	d := p.point(i)
	if d.next == i {
		return i
	}
	if next := p.span2(q, i, d, i); next > i {
		return next
	}
	if d.dayOnly && !p.dayAlone(d) {
		return i
	}
	*q = p.dateOf(d, point{}, i, d.next)
	return d.next
}

// fromPoint reads the beginning of a span, which may be now.
func (p *parser) fromPoint(i int) point {
	if w := p.text2(i); w != "now" && w != "jetzt" {
		return p.point(i)
	}
	d := point{first: i, next: i + 1, relative: true, open: p.date.IsZero()}
	if !d.open {
		d = d.civil(p.date)
	}
	return d
}

// pastArticle passes over the article before an end of a range: "zwischen dem 15.".
func (p *parser) pastArticle(i int) int {
	if p.is(i, cThe) && p.at(i).kind == wordToken {
		return i + 1
	}
	return i
}

// span2 reads two points with a joiner between; at is where the first begins.
func (p *parser) span2(q *Quantity, i int, a point, at int) int {
	between := i != at && p.is(i, cBetween)
	k, ok := p.dateJoiner(a.next, between)
	if !ok {
		return i
	}
	k = p.pastArticle(k)
	b := p.point(k)
	if b.next <= k {
		if b = p.secondDay(a, k); b.next <= k {
			return i
		}
	}
	a, b, ok = p.complete(a, b)
	if !ok {
		return i
	}
	*q = p.dateOf(a, b, i, b.next)
	return b.next
}

// dateJoiner returns where the second point of a span begins.
func (p *parser) dateJoiner(i int, between bool) (int, bool) {
	t := p.at(i)
	switch {
	case t.is(cTo) && t.kind == wordToken:
		if u := p.at(i + 1); u.kind == wordToken && (p.text2(i+1) == "zum" || p.text2(i+1) == "einschließlich" || p.text2(i+1) == "zu") {
			return i + 2, true
		}
		return i + 1, true
	case t.is(cTo), p.sign(i, "-"):
		return i + 1, p.glued(i) == p.glued(i+1) || p.at(i).is(cTo)
	case t.is(cAnd):
		return i + 1, between
	}
	return i, false
}

// secondDay reads the bare day at the end of "January 1–6, 1987".
func (p *parser) secondDay(a point, i int) point {
	d := point{first: i, next: i}
	t := p.at(i)
	if a.day == 0 || a.month == 0 || t.kind != numberToken || t.num.n != 1 || t.num.whole > 2 {
		return d
	}
	d.day, d.month, d.next = int(t.num.parts[0]), a.month, i+1
	if u := p.at(d.next); p.glued(d.next) && u.is(cSuffix) && u.as(cSuffix).name == "ordinal" {
		d.next++
	}
	d = p.yearBehind(d)
	if !d.valid() || d.day <= a.day {
		d.next = i
	}
	return d
}

// complete gives each end of a span what it leaves to the other; false if the two
// are no span.
func (p *parser) complete(a, b point) (point, point, bool) {
	switch {
	case a.open != b.open: // "today to October 22" where nobody knows what day it is
		return a, b, !a.dayOnly && !b.dayOnly && (a.day > 0 || b.day > 0)
	case b.dayOnly && a.month == 0 && a.from == "":
		return a, b, false
	case a.from != "" || b.from != "":
		return a, b, a.weekday == 0 || b.weekday > 0
	case a.dayOnly && b.day == 0:
		return a, b, false
	case a.dayOnly:
		a.month, a.year, a.dated, a.dayOnly = b.month, b.year, b.dated, false
		if a.day > b.day {
			return a, b, false
		}
	case b.dayOnly:
		b.month, b.dayOnly = a.month, false
		if !b.dated {
			b.year, b.dated = a.year, a.dated
		}
	}
	if !a.dated && b.dated {
		a.year, a.dated, a.digits = b.year, true, 0
		if a.month > b.month && b.month > 0 {
			a.year--
		}
		if a.month == 0 && a.day == 0 && a.code == 0 {
			return a, b, false
		}
	}
	if a.dated && !b.dated && a.digits == 0 {
		b.year, b.dated = a.year, true
		if b.month < a.month && b.month > 0 {
			b.year++
		}
	}
	if !a.valid() || !b.valid() || a.dated != b.dated {
		return a, b, false
	}
	return a, b, !(a.dated && (a.year > b.year || a.year == b.year && a.month > b.month && b.month > 0))
}

// dateOf makes the finding of one point or of two.
func (p *parser) dateOf(a, b point, first, next int) Quantity {
	q := Quantity{Kind: Date, Mod: a.mod, Relative: a.relative || b.relative}
	if t := p.at(first); (a.digits == 3 || a.digits == 1) && t.kind == numberToken && t.num.whole == 2 && p.glued(first) && (p.sign(first-1, "'") || p.sign(first-1, "’")) {
		first-- // '70s
	}
	if a.article && p.x.lang == "en" && p.is(first-1, cThe) && p.at(first-1).start >= p.done {
		first--
	}
	p.span(&q, first, next)
	q.From, q.To = q.Start, q.End
	if b.next == 0 {
		p.approximateDate(&q, &a, first)
	}
	q.EDTF = a.format()
	if b.next > 0 {
		q.EDTF = joined(q.EDTF, b.format())
		q.Mod = ""
	}
	return q
}

// joined writes an interval of two dates, each of which may be one itself.
func joined(a, b string) string {
	if a == "" || b == "" {
		return ""
	}
	s := before(a) + "/" + after(b)
	if _, err := edtf.Parse(s); err != nil {
		return ""
	}
	return s
}

func before(s string) string {
	for i := range s {
		if s[i] == '/' {
			return s[:i]
		}
	}
	return s
}

func after(s string) string {
	for i := range s {
		if s[i] == '/' {
			return s[i+1:]
		}
	}
	return s
}

// approximateDate reads "um 1850", "etwa 2015", "around March".
func (p *parser) approximateDate(q *Quantity, d *point, first int) {
	if d.day > 0 && d.from == "" || d.relative {
		return
	}
	k := first - 1
	if p.x.lang == "de" && d.dated && d.month == 0 && (p.text2(k) == "um" || p.text2(k) == "Um" || p.text2(k) == "gegen") {
		d.about, q.Approx, q.From = true, About, p.at(k).start
		return
	}
	if a, start := p.phraseBefore(k); start <= k && a == About {
		d.about, q.Approx, q.From = true, a, p.at(start).start
	}
}

// dayAlone reports whether "am 15." means a day of some month.
func (p *parser) dayAlone(d point) bool {
	if p.x.lang == "de" {
		u := p.at(d.next)
		return (p.is(d.first-1, cAt) || p.text2(d.first-1) == "vom") && !(u.kind == wordToken && u.caps != small)
	}
	return false
}

// bounds returns the days that a date and its part span. The parts are thirds of
// the span.
func bounds(s, mod string) (from, to time.Time, ok bool) {
	if s == "" {
		return from, to, false
	}
	d, err := edtf.Parse(s)
	if err != nil {
		return from, to, false
	}
	from, to = d.Min(), d.Max()
	days := int(to.Sub(from).Hours()/24) + 1
	switch mod {
	case "early":
		to = from.AddDate(0, 0, (days+2)/3-1)
	case "mid":
		from, to = from.AddDate(0, 0, days/3), to.AddDate(0, 0, -(days/3))
	case "late":
		from = to.AddDate(0, 0, 1-(days+2)/3)
	}
	return from, to, true
}
