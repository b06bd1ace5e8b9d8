package quantity

// Dates that lie so many units from the document's: "vor gut zehn Jahren", "two years,
// one month and 21 days ago".

// vor reads "vor gut zehn Jahren", "vor einem Jahr".
func (p *parser) vor(i int) point {
	d := point{next: i}
	k := i + 1
	for n := 0; n < 4 && p.at(k).kind == wordToken && !p.startsNumber(k); n++ {
		k++
	}
	return p.countBack(d, k, i+1, -1, func(next int) int { return next })
}

func (p *parser) startsNumber(i int) bool {
	t := p.at(i)
	return t.is(cCard) || t.is(cArticle) || t.is(cHundred) || t.is(cMagnitude) || t.made.class == cNumeral || t.is(cHalf) || t.is(cHalves) || t.is(cFew) && p.x.lang == "de" || t.made.class == cSpan
}

// ago reads "three years ago", "a few days ago", "two weeks from now".
func (p *parser) ago(i int) point {
	d := point{next: i}
	if !p.startsNumber(i) && p.at(i).kind != numberToken && !p.is(i, cFew) {
		return d
	}
	return p.countBack(d, i, i, -1, func(next int) int {
		if p.text2(next) == "ago" {
			return next + 1
		}
		return 0
	})
}

// countBack reads a number of units from k on and goes back so many. Approximators
// may stand from the token start on.
func (p *parser) countBack(d point, k, start, sign int, end func(int) int) point {
	count, half, next := 0, false, k
	var more []stride
	about := false
	switch m := p.number(k); {
	case p.is(k, cArticle) && p.is(k+1, cFew):
		count, next, about = 3, k+2, true
	case m.next == k && p.is(k, cFew):
		count, next, about = 3, k+1, true
	case m.next == k:
		return d
	default:
		n := m.value
		if half = n.exp < 0; half {
			n = n.Shift(0)
		}
		count, next = int(floor(n)), m.next
		if count > 100000 {
			return d
		}
	}
	u := p.at(next)
	if u.kind != wordToken || !u.is(cTime) {
		return d
	}
	unit := u.as(cTime).name
	if unit == "hour" || unit == "minute" || unit == "second" || unit == "millisecond" {
		return d
	}
	next++
	if more, next = p.smaller(next, unit); len(more) > 0 && half {
		return d
	}
	after := end(next)
	if after == 0 {
		return d
	}
	if k > start {
		a, first := p.phraseBefore(k - 1)
		if first > k-1 || first > start || a == Exact && first != start {
			return d
		}
		about = about || a != Exact
	}
	d.next, d.relative, d.about = after, true, about
	if d.open = p.date.IsZero(); d.open {
		return d
	}
	if len(more) > 0 {
		return p.resolveAll(d, append([]stride{{count, unit}}, more...), sign)
	}
	return p.resolve(d, unit, sign*count, half)
}

// stride is a number of units of the calendar.
type stride struct {
	n    int
	unit string
}

// smaller reads the other parts of "2 years, 1 month and 21 days".
func (p *parser) smaller(i int, unit string) ([]stride, int) {
	var more []stride
	for len(more) < 3 {
		k := i
		if p.sign(k, ",") {
			k++
		}
		if p.is(k, cAnd) && p.at(k).kind == wordToken {
			k++
		}
		n := p.number(k)
		if n.next == k || n.article || n.value.exp != 0 || n.value.Cmp(whole(1000)) > 0 || !p.is(n.next, cTime) || p.at(n.next).kind != wordToken {
			break
		}
		u := p.at(n.next).as(cTime).name
		if !calendar[u] || u == unit {
			break
		}
		more, i = append(more, stride{int(n.value.whole()), u}), n.next+1
	}
	return more, i
}

// calendar are the units whose steps are counted on a calendar.
var calendar = map[string]bool{"year": true, "month": true, "week": true, "day": true}

// resolveAll goes all the steps, and is as exact as the smallest of their units.
func (p *parser) resolveAll(d point, steps []stride, sign int) point {
	t, days := p.date, false
	for _, s := range steps {
		t = add(t, s.unit, sign*s.n)
		days = days || s.unit == "day" || s.unit == "week"
	}
	if d = d.civil(t); !days {
		d.day = 0
	}
	return d
}

// resolve goes to the date, as exactly as the unit is.
func (p *parser) resolve(d point, unit string, n int, half bool) point {
	t := add(p.date, unit, n)
	if half && unit == "year" {
		t = months(t, -6)
	}
	switch {
	case unit == "year" && half, unit == "month", unit == "quarter", unit == "halfyear":
		d.year, d.month, d.dated = t.Year(), int(t.Month()), true
	case unit == "year":
		d.year, d.dated = t.Year(), true
	case unit == "decade":
		d.year, d.dated, d.about = t.Year(), true, true
	case unit == "century":
		d.year, d.dated, d.digits = t.Year(), true, 2
	default:
		return d.civil(t)
	}
	return d
}

// floor returns the whole part of a small number.
func floor(d Decimal) uint64 {
	n := d.lo
	for e := d.exp; e < 0; e++ {
		n /= 10
	}
	if d.exp >= 0 {
		return d.whole()
	}
	return n
}
