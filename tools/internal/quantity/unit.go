package quantity

// Units are combined as CLDR combines them: a power before the unit
// (square-kilometer), "per" between two (kilometer-per-hour).

// unitAt reads the unit at a token: a name of one or more words, or a sign, with
// powers and what it is per.
func (p *parser) unitAt(i int, m measured) (string, int) {
	id, next := p.simpleUnit(i, m)
	if next == i {
		return "", i
	}
	id, next = p.power(id, next)
	if under, after := p.under(id, next); after > next {
		return id + "-per-" + under, after
	}
	return id, next
}

// under reads the unit that another is divided by: "/h", "pro Sekunde", "per hour".
func (p *parser) under(id string, i int) (string, int) {
	t := p.at(i)
	switch {
	case p.sign(i, "/") && p.glued(i) && p.glued(i+1):
	case t.is(cPer) && t.kind == wordToken && (p.text(i) == "pro" || p.text(i) == "per" || p.text(i) == "je"):
	default:
		return "", i
	}
	if u := p.at(i + 1); u.is(cTime) && u.kind == wordToken {
		if per := u.as(cTime).name; per != "year" && per != "month" && per != "week" && per != "day" {
			return per, i + 2
		}
		return "", i
	}
	under, next := p.simpleUnit(i+1, measured{})
	if next == i+1 {
		return "", i
	}
	under, next = p.power(under, next)
	return under, next
}

// simpleUnit reads one unit without powers.
func (p *parser) simpleUnit(i int, m measured) (string, int) {
	t := p.at(i)
	if t == none {
		return "", i
	}
	if s, next := p.several(i, cUnit); next > i {
		return s.name, next
	}
	if s := p.x.signs.get(p.text(i)); s != nil && s.is.has(cSign) && p.signFits(i, m) {
		return s.sense(cSign).name, i + 1
	}
	if t.is(cUnit) {
		s := t.as(cUnit)
		if s.name == "degree" && t.kind == signToken && p.sign(i+1, "C") && p.glued(i+1) {
			return "celsius", i + 2
		}
		return s.name, i + 1
	}
	return "", i
}

// signFits keeps letters that mean other things too from being units: "5 A", "3 B",
// "10 G" only where nothing speaks against it.
func (p *parser) signFits(i int, m measured) bool {
	w := p.text(i)
	if len(w) != 1 || p.at(i).kind == signToken {
		if w == "in" || w == "pm" || w == "am" {
			return w != "in" && !p.glued(i) && m.places() == 1
		}
		return true
	}
	switch w {
	case "m", "g", "t", "l", "L", "h", "s":
		return true
	case "W", "V", "J", "N", "B":
		return p.at(i).space || p.glued(i) && p.at(i-1).kind == numberToken && w == "W"
	case "K":
		return m.power == 0 && p.at(i).space
	}
	return false
}

// power reads ², ^2, "2" behind a unit's sign and squared, cubed behind a name.
func (p *parser) power(id string, i int) (string, int) {
	switch p.text2(i) {
	case "²", "squared":
		return "square-" + id, i + 1
	case "³", "cubed":
		return "cubic-" + id, i + 1
	}
	k := i
	if p.sign(k, "^") && p.glued(k) {
		k++
	}
	if p.glued(k) && p.at(k).kind == numberToken && p.at(k).num.n == 1 && p.at(k).num.whole == 1 {
		switch p.at(k).num.parts[0] {
		case 2:
			return "square-" + id, k + 1
		case 3:
			return "cubic-" + id, k + 1
		}
	}
	return id, i
}

// text2 is text, and empty beyond the ends.
func (p *parser) text2(i int) string {
	if p.at(i) == none {
		return ""
	}
	return p.text(i)
}

// clockTime reports whether a unit of time is part of a clock time or name.
func (p *parser) clockTime(i int) bool { return p.is(i, cClock) }

// rate reads what an amount is per and returns the token behind the amount; the
// rate itself is not part of the finding's text.
func (p *parser) rate(q *Quantity, next int) int {
	if q.Kind == Date || q.Kind == Age {
		return next
	}
	i := next
	switch p.text2(i) {
	case "brutto", "netto", "gross", "net", "before", "pretax":
		if p.is(i+1, cAdverbPer) || p.is(i+1, cPer) || p.is(i+1, cIn) {
			i++
		}
	}
	switch {
	case p.is(i, cArticle) && p.is(i+1, cPerNoun) && p.is(i+2, cCompared) && p.at(i+2).kind == wordToken: // "a year earlier"
		return next
	case p.sign(i, "/") && p.at(i+1).kind == wordToken, p.is(i, cPer) && p.at(i).kind == wordToken:
		if n := p.at(i + 1); n.is(cPerNoun) && n.kind == wordToken {
			q.Per = n.as(cPerNoun).name
			return i + 2
		} else if u, after := p.simpleUnit(i+1, measured{}); after > i+1 && q.Kind == Money && (!p.is(i, cArticle) || p.ends(after) || p.at(after).kind == wordToken && p.at(after).caps == small && !p.is(i+1, cTime)) {
			q.Per = u
			return after
		}
	case p.is(i, cIn) && p.is(i+1, cPerNoun) && p.x.lang == "de" && p.at(i+2).kind != numberToken && q.Kind != Percent:
		q.Per = p.at(i + 1).as(cPerNoun).name
		return i + 2
	case p.is(i, cAdverbPer) && p.at(i).kind == wordToken:
		q.Per = p.at(i).as(cAdverbPer).name
		return i + 1
	}
	return next
}

// aged turns a duration into an age where the words say so: "80 Jahre alt", "im
// Alter von 80 Jahren", "80-year-old", "aged 80".
func (p *parser) aged(q *Quantity, first, next int) int {
	switch {
	case q.Kind == Duration && p.is(next, cOld) && p.ageUnit(q.Unit):
		q.Kind, q.End = Age, p.at(next).end
		return next + 1
	case q.Kind == Duration && p.is(next, cDash) && p.glued(next) && p.is(next+1, cOld):
		q.Kind, q.End = Age, p.at(next+1).end
		return next + 2
	case q.Kind == Duration && p.is(next, cOf) && p.text2(next) == "of" && p.is(next+1, cAgeOf):
		q.Kind, q.End = Age, p.at(next+1).end
		return next + 2
	case q.Kind == Duration && q.Unit == "year" && p.x.lang == "de" && p.text3(first-1, "mit", "Mit", "ab") && q.Value.Cmp(whole(120)) < 0 && !p.nounBehind(next): // starb mit 77 Jahren
		q.Kind = Age
	case q.Kind == Duration && p.is(first-1, cOutOf) && p.is(first-2, cAgeOf), q.Kind == Duration && p.is(first-1, cAgeOf) && p.text2(first-1) == "aged":
		q.Kind = Age
	case q.Kind == Count && p.x.lang == "en" && p.text2(first-1) == "of" && p.text2(first-2) == "age" && q.Value.Cmp(whole(130)) < 0: // at the age of 87
		q.Kind, q.Unit = Age, "year"
	case q.Kind == Count && p.is(first-1, cAgeOf) && p.x.lang == "en" && q.Value.Cmp(whole(130)) < 0:
		q.Kind, q.Unit = Age, "year"
		if p.text2(first-1) == "age" {
			q.Start = p.at(first - 1).start
		}
	}
	return next
}

func (p *parser) ageUnit(u string) bool {
	return u == "year" || u == "month" || u == "week" || u == "day" || u == "hour" || u == "minute"
}
