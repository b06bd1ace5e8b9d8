package quantity

// Months with or without their year: "März 2023", "the month of January".

// monthAlone reads a month with or without its year: "März 2023", "im Monat
// Januar", "May 2015", "2018 June".
func (p *parser) monthAlone(i int) point {
	d := point{next: i}
	k := i
	switch { // im Monat Januar, the month of January
	case p.is(k, cIn) && p.is(k+1, cMonthWord) && p.is(k+2, cMonth):
		k += 2
	case p.is(k, cMonthWord) && p.text2(k+1) == "of" && p.is(k+2, cMonth):
		k += 2
		d.article = true
	}
	if k == i && p.x.lang == "en" {
		if y, next := p.plainYear(k); next > k && p.is(skipComma(p, next), cMonth) {
			m, after := p.monthAt(skipComma(p, next))
			d.year, d.dated, d.month, d.next = y, true, m, after
			return d
		}
	}
	m, next := p.monthAt(k)
	if next == k || p.at(k).caps == small && (p.x.lang == "de" || !clearMonth(p.text(k)) && p.at(next).kind != numberToken && !p.isRelativeYear(next)) {
		return d
	}
	d.month, d.next = m, next
	d = p.yearBehind(d)
	if d.dated || d.open || k > i {
		return d
	}
	if p.sign(next, "-") && p.glued(next) && p.glued(next+1) { // Mai-Umfrage
		if y, after := p.plainYear(next + 1); after > next+1 {
			d.year, d.dated, d.next = y, true, after
			return d
		}
	}
	if !p.monthContext(k) && !p.monthBeside(next, 1) {
		d.next = i
	}
	return d
}

func skipComma(p *parser, i int) int {
	if p.sign(i, ",") {
		return i + 1
	}
	return i
}

// monthContext reports whether a month's name alone is meant as one: abbreviations
// and English names that are other words too need a preposition.
func (p *parser) monthContext(i int) bool {
	t, before := p.at(i), p.at(i-1)
	if p.x.lang == "de" {
		if p.firstName(i) {
			return false
		}
		short := t.end-t.start <= 4 && t.as(cMonth).n != 3 && t.as(cMonth).n != 5 && t.as(cMonth).n != 6 && t.as(cMonth).n != 7
		return !short && !(p.text(i) == "Jun" || p.text(i) == "Jul" || p.text(i) == "Mrz") || p.is(i-1, cIn) && !short
	}
	if clearMonth(p.text(i)) && t.end-t.start > 3 {
		return true
	}
	if p.monthBeside(i-1, -1) || p.monthBeside(i+1, 1) {
		return true
	}
	if p.sign(i-1, "-") && p.glued(i) && p.is(i-2, cPart) { // mid-March
		return true
	}
	return before.kind == wordToken && (before.is(cAt) || before.is(cYearPrep) || before.is(cRelative) || before.is(cFrom) || before.is(cTo) || before.is(cOf) || before.is(cBetween) || before.is(cPart)) || before.is(cTo)
}

// firstName reports whether a German month is a name: August Strindberg, Juli Zeh.
func (p *parser) firstName(i int) bool {
	after, before := p.at(i+1), p.at(i-1)
	return (p.text(i) == "August" || p.text(i) == "Juli" || p.text(i) == "April") &&
		after.kind == wordToken && after.caps == initial && after.word.id == 0 && !after.breaks &&
		(before.kind == wordToken && before.word.id == 0 || i == 0 || before.kind == signToken || before.is(cAnd))
}

// monthBeside reports whether another month stands behind an "and", a comma or a
// dash: "April, June and September", "Sept.–Dez. 2021".
func (p *parser) monthBeside(i, step int) bool {
	return (p.is(i, cAnd) || p.is(i, cOr) || p.is(i, cTo) || p.sign(i, ",")) && p.is(i+step, cMonth)
}
