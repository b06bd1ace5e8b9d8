package quantity

// Years: "2023", "2022/23", "2014–18", "nineteen eighty-four", "44 v. Chr."; and which
// four digits are none.

// spokenYear reads "nineteen eighty-four", "twenty ten", "nineteen oh five".
func (p *parser) spokenYear(i int) (int, int) {
	a, b := p.at(i), p.at(i+1)
	if p.x.lang == "en" && a.is(cCard) && a.as(cCard).n >= 10 && a.as(cCard).n <= 20 && p.text3(i+1, "oh", "o", "zero") { // nineteen oh-five
		k := i + 2
		if p.is(k, cDash) {
			k++
		}
		if c := p.at(k); c.kind == wordToken && c.is(cCard) && c.as(cCard).n > 0 && c.as(cCard).n < 10 {
			return a.as(cCard).n*100 + c.as(cCard).n, k + 1
		}
		return 0, i
	}
	if p.x.lang != "en" || !a.is(cCard) || !b.is(cCard) || a.kind != wordToken || b.kind != wordToken {
		return 0, i
	}
	century, n, next := a.as(cCard).n, b.as(cCard).n, i+2
	if century < 10 || century > 20 || n < 10 {
		return 0, i
	}
	if n >= 20 && p.is(next, cDash) && p.glued(next) && p.is(next+1, cCard) && p.at(next+1).as(cCard).n < 10 {
		return century*100 + n + p.at(next+1).as(cCard).n, next + 2
	}
	if c := p.at(next); n >= 20 && c.is(cCard) && c.kind == wordToken && c.as(cCard).n < 10 && c.as(cCard).n > 0 {
		return century*100 + n + c.as(cCard).n, next + 1
	}
	return century*100 + n, next
}

// spokenYearAfter reads a spoken year where one has to stand, behind a month or a
// quarter: also "two thousand and eighteen", which elsewhere counts something.
func (p *parser) spokenYearAfter(i int) (int, int) {
	if y, next := p.spokenYear(i); next > i || p.x.lang != "en" || p.text2(i) != "two" {
		return y, next
	}
	n := p.number(i)
	if v := n.value.whole(); n.spelled && !n.fraction && v >= 2000 && v < 2100 && p.withUnit(measured{number: n, next: n.next}).bare && !p.nounBehind(n.next) {
		return int(v), n.next
	}
	return 0, i
}

// yearAlone reads a year by itself, two of them joined by a slash, and years before
// the common era.
func (p *parser) yearAlone(i int) point {
	d := point{next: i}
	if e := p.spanOfEra(i); e.next > i {
		return e
	}
	if n, next := p.commonEra(i); next > i {
		d.year, d.dated, d.next = n, true, next
		return d
	}
	if y, next := p.spokenYear(i); next > i {
		if p.is(next, cHundred) || p.is(next, cMagnitude) {
			return d
		}
		d.year, d.dated, d.next = y, true, next
		return d
	}
	k := i
	y, next := p.plainYear(k)
	if next == k || p.glued(k) && (p.sign(k-1, "/") || p.sign(k-1, ".") || p.sign(k-1, "-") && p.glued(k-1) && !p.is(k-2, cPart) && p.at(k-2).kind == wordToken) {
		return d
	}
	if b := p.at(next + 1); p.sign(next, "/") && p.glued(next) && p.glued(next+1) && b.kind == numberToken && b.num.n == 1 { // 2022/23
		if second := int(b.num.parts[0]); b.num.whole == 2 && second == (y+1)%100 || b.num.whole == 4 && second == y+1 {
			d.from, d.to = string(appendFour(nil, y)), string(appendFour(nil, y+1))
			d.next, d.dated, d.year = next+2, true, y
			return d
		}
		return d
	}
	if b := p.at(next + 1); (p.sign(next, "-") || p.sign(next, "–")) && p.glued(next) && p.glued(next+1) && b.kind == numberToken && b.num.n == 1 && b.num.whole == 2 && int(b.num.parts[0]) > y%100 && !(p.sign(next, "-") && b.num.parts[0] <= 12) { // 2014–18
		if p.glued(next+2) && p.at(next+2).kind == wordToken {
			return d
		}
		d.from, d.to = string(appendFour(nil, y)), string(appendFour(nil, y/100*100+int(b.num.parts[0])))
		d.next, d.dated, d.year = next+2, true, y
		return d
	}
	if !p.isYear(i, next, y) {
		return d
	}
	d.year, d.dated, d.next = y, true, next
	return d
}

// commonEra reads "44 v. Chr.", "500 BC", "AD 79".
func (p *parser) commonEra(i int) (int, int) {
	t := p.at(i)
	if t.kind != numberToken || t.num.n != 1 || t.num.whole > 4 {
		return 0, i
	}
	y, k := int(t.num.parts[0]), i+1
	switch w := p.text2(k); {
	case (w == "v" || w == "n") && p.sign(k+1, ".") && p.text2(k+2) == "Chr":
		k += 3
		if p.sign(k, ".") && p.glued(k) {
			k++
		}
		if w == "v" {
			y = 1 - y
		}
		return y, k
	case w == "BC" || w == "BCE":
		return 1 - y, k + 1
	case w == "CE" || w == "AD":
		return y, k + 1
	}
	return 0, i
}

// isYear decides whether four digits are a year or count something. Years of our
// time are taken for years unless a counted noun follows or an approximator stands
// before them; round and older ones need a word that goes with years.
func (p *parser) isYear(i, next, y int) bool {
	m := p.withUnit(measured{number: p.number(i), next: next})
	if !m.bare && m.unit != "quarter" || m.number.power > 0 || p.sign(next, "+") && p.glued(next) {
		return false
	}
	if p.spanOfYears(i, next, y) {
		return true
	}
	if p.at(i-1).kind == signToken && p.currencySign(i-1).class != cNone || p.sign(i-1, "-") && p.glued(i) && !p.is(i-2, cPart) && !p.earlierYear(i-2, y) {
		return false
	}
	strong, weak := p.yearContext(i)
	if p.is(next, cCounted) && p.at(next).kind == wordToken && !p.is(i-1, cYearWord) {
		return p.x.lang == "en" && strong && weak
	}
	if p.x.lang == "en" && y >= 1800 && ofYears[p.text2(next)] { // 40 per cent below 1990 levels
		return true
	}
	noun := p.nounBehind(next)
	if a, start := p.phraseBefore(i - 1); start <= i-1 && a != Exact && (noun || a != About) && !p.is(i-1, cYearPrep) {
		if noun || y%100 == 0 || p.done == 0 || p.at(start-1).end != p.done && p.at(start-2).end != p.done { // "2,6 Millionen mehr als 2021"
			return false
		}
	}
	if p.sign(next, "-") && p.glued(next) && p.at(next+1).kind == wordToken && p.glued(next+1) { // 2000-Watt-Gesellschaft
		return y%100 != 0 && y >= 1900
	}
	if y >= 1900 && y <= 2099 && y%100 != 0 {
		return !(p.x.lang == "de" && p.text2(i-1) == "in" && noun)
	}
	return p.pastYear(i, next, y, strong && !noun)
}

// earlierYear reports whether the token before a hyphen is the year that a span
// begins with: "2014-2018".
func (p *parser) earlierYear(i, y int) bool {
	first, next := p.plainYear(i)
	return next > i && p.glued(next) && first < y
}

// yearContext reports whether the word before is one that stands before years, and
// whether it does before other numbers too.
func (p *parser) yearContext(i int) (strong, weak bool) {
	t := p.at(i - 1)
	switch {
	case t.kind == wordToken && (t.is(cYearPrep) || t.is(cHence) || t.is(cIn) || t.is(cSince) || t.is(cPart) || t.is(cSeason) || t.is(cBetween) || t.is(cFrom) || t.is(cTo) || t.is(cOf) || t.is(cThe)):
		return true, t.is(cHence) || t.is(cSince) || t.is(cYearPrep)
	case p.sign(i-1, "("), t.is(cTo), p.sign(i-1, ",") && p.is(i-2, cCity), p.sign(i-1, "*"), p.sign(i-1, "†"):
		return true, false
	case t.is(cAnd) && p.at(i-2).kind == numberToken && p.at(i-2).num.whole == 4:
		return true, false
	case i == 0 || p.sign(i-1, "."):
		return p.x.lang == "de" && p.at(i+1).kind == wordToken && p.at(i+1).caps == small, true
	}
	return false, false
}

// nounBehind reports whether what follows looks like a thing that is counted.
func (p *parser) nounBehind(i int) bool {
	t := p.at(i)
	if t.kind != wordToken {
		return false
	}
	if p.x.lang == "de" {
		return t.caps != small && !t.is(cMonth)
	}
	w := p.text(i)
	return t.is(cCounted) || len(w) > 3 && w[len(w)-1] == 's' && t.caps == small && w[len(w)-2] != 's' && w != "was"
}
