package quantity

import "strings"

// Parts, turns, ends and feasts: "Anfang März 2023", "late last year", "year-end 2023",
// "the turn of the year", "Christmas Eve 2021".

// unitPart reads a German compound of a unit and its part: "Jahresende 2023",
// "Monatsanfang", "Jahresmitte".
func (p *parser) unitPart(i int) point {
	none := point{next: i}
	t := p.at(i)
	if t.kind != wordToken || !t.is(cUnitPart) || t.caps == small && p.x.lang == "de" {
		return none
	}
	unit, mod, _ := strings.Cut(t.as(cUnitPart).name, "-")
	if unit == "turn" {
		return p.turn(i + 1)
	}
	d := point{next: i + 1}
	if y, next := p.plainYear(i + 1); next > i+1 && unit == "year" {
		d.year, d.dated, d.next = y, true, next
	} else if m := p.monthAlone(i + 1); m.next > i+1 && unit == "month" {
		d = m
	} else {
		d = p.step(d, unit, 0, i)
	}
	d.mod = mod
	return d
}

// yearEnd reads "year-end 2023", "year's end": the late year.
func (p *parser) yearEnd(i int) point {
	none := point{next: i}
	if p.x.lang != "en" || !p.is(i, cTime) || p.at(i).as(cTime).name != "year" || p.at(i).kind != wordToken {
		return none
	}
	k := i + 1
	switch {
	case p.sign(k, "-") && p.glued(k) && p.glued(k+1):
		k++
	case strings.HasSuffix(p.text(i), "s"): // year's end
	default:
		if _, next := p.plainYear(k + 1); next <= k+1 { // year end 2023
			return none
		}
	}
	if p.text2(k) != "end" || p.sign(k+1, "-") && p.glued(k+1) {
		return none
	}
	d := point{next: k + 1}
	if y, next := p.plainYear(k + 1); next > k+1 {
		d.year, d.dated, d.next = y, true, next
	} else if p.sign(k-1, "-") && p.at(k+1).kind == wordToken && !p.clauseEnds(k+1) { // year-end results
		return none
	} else {
		d = p.step(d, "year", 0, i)
	}
	d.mod = "late"
	return d
}

// turnOfYear reads "turn of the year", "turn of 2022/23".
func (p *parser) turnOfYear(i int) point {
	if p.x.lang != "en" || p.text2(i) != "turn" || p.text2(i+1) != "of" {
		return point{next: i}
	}
	k := i + 2
	if p.text2(k) == "the" && p.text2(k+1) == "year" {
		k += 2
	}
	d := p.turn(k)
	d.article = true
	if k == i+2 && d.next == k { // the turn of 2023, of events
		d.next = i
	}
	return d
}

// turn makes a turn of the year: December of one and January of the next. Without
// both years it is the one nearest to the document's date.
func (p *parser) turn(k int) point {
	d := point{next: k}
	year, next := p.plainYear(k)
	if b := p.at(next + 1); next > k && (p.sign(next, "/") || p.sign(next, "–") || p.sign(next, "-")) && b.kind == numberToken && b.num.n == 1 {
		if second := int(b.num.parts[0]); second == (year+1)%100 || second == year+1 {
			d.next = next + 2
			return d.between(year)
		}
	}
	d.relative = true
	if d.open = p.date.IsZero(); d.open {
		return d
	}
	year = p.date.Year()
	if p.date.Month() <= 6 {
		year--
	}
	return d.between(year)
}

func (d point) between(year int) point {
	d.from, d.to = string(appendFour(nil, year))+"-12", string(appendFour(nil, year+1))+"-01"
	return d
}

// holiday reads a feast with a fixed day: "Christmas Eve 2021", "on New Year's Day",
// "Silvester 2022". A feast that is a season too ("Christmas 2021") is about its day,
// and needs its year.
func (p *parser) holiday(i int) point {
	none := point{next: i}
	s, k := p.several(i, cHoliday)
	season := false
	if k == i {
		if t := p.at(i); t.kind == wordToken && t.is(cHoliday) && t.caps != small {
			s, k, season = t.as(cHoliday), i+1, t.as(cHoliday).name[0] == '0'
		}
	}
	if k == i || s.n == 0 {
		return none
	}
	d := point{month: s.n / 100, day: s.n % 100, next: k}
	if y, next := p.plainYear(k); next > k {
		d.year, d.dated, d.next, d.about = y, true, next, season
		return d
	}
	if season || !p.is(i-1, cOn) && !p.is(i-1, cYearPrep) {
		return none
	}
	return d
}

// fiscal reads "FY2022" and "FY22", the year that a firm calls so.
func (p *parser) fiscal(i int) point {
	none := point{next: i}
	t := p.at(i + 1)
	if p.text2(i) != "FY" || t.kind != numberToken || t.num.n != 1 {
		return none
	}
	if p.glued(i+1) && t.num.whole == 2 && !(p.glued(i+2) && p.at(i+2).kind == wordToken) {
		return point{year: 2000 + int(t.num.parts[0]), dated: true, next: i + 2}
	}
	if y, next := p.plainYear(i + 1); next > i+1 {
		return point{year: y, dated: true, next: next}
	}
	return none
}

// partOf reads "Anfang März 2023", "mid-2023", "Ende der 1990er", "late last year".
func (p *parser) partOf(i int) point {
	d := point{next: i}
	t := p.at(i)
	if t.kind != wordToken || !t.is(cPart) {
		return d
	}
	k := i + 1
	if p.sign(k, "-") && p.glued(k) && p.glued(k+1) || (p.sign(k, "'") || p.sign(k, "’")) && p.glued(k+1) {
		k++
	}
	for n := 0; n < 2 && p.at(k).kind == wordToken && (p.is(k, cOf) || p.is(k, cThe)); n++ {
		k++
	}
	e := point{next: k}
	for _, read := range [...]func(*parser, int) point{
		(*parser).monthAlone, (*parser).partYear, (*parser).decade, (*parser).century, (*parser).relativeDate, (*parser).yearAlone,
	} {
		if e = read(p, k); e.next > k {
			break
		}
	}
	if e.next <= k && k > i+1 && p.at(k).kind == wordToken && p.is(k, cTime) { // Ende des Jahres
		e = p.unitNow(k)
	}
	if e.next <= k && p.is(k, cYearWord) && p.x.lang == "de" {
		if y, next := p.plainYear(k + 1); next > k+1 {
			e = point{year: y, dated: true, next: next}
		}
	}
	if e.next <= k || e.day > 0 && e.from == "" {
		return d
	}
	e.mod = t.as(cPart).name
	return e
}

// unitNow reads "des Jahres", "der Woche" as the present one.
func (p *parser) unitNow(i int) point {
	unit := p.at(i).as(cTime).name
	if unit == "year" {
		if y, next := p.plainYear(i + 1); next > i+1 {
			return point{year: y, dated: true, next: next}
		}
	}
	return p.step(point{next: i + 1}, unit, 0, i)
}
