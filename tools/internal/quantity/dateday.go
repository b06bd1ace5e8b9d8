package quantity

import "math/bits"

// Days with their month in words: "15. November 2011", "the 22nd of June", "January
// 12, 2016".

// point reads one date that begins at a token; next is i if there is none.
// A day alone ("3.") is one if nothing longer begins there ("3. Quartal").
func (p *parser) point(i int) point {
	alone := point{first: i, next: i}
	for may := p.readersAt(i); may != 0; may &= may - 1 {
		if d := dateReaders[bits.TrailingZeros32(uint32(may))].read(p, i); d.next > i && d.valid() {
			d.first = i
			if !d.dayOnly {
				return d
			}
			alone = d
		}
	}
	return alone
}

// dayPreposition reports whether a word stands before days: am, vom, bis; on.
func (p *parser) dayPreposition(i int) bool {
	t := p.at(i)
	return t.kind == wordToken && (t.is(cAt) && p.text(i) != "in" || t.is(cFrom) || t.is(cSince) || t.is(cTo) || p.x.lang == "de" && t.is(cThe) && p.text(i) == "den" || t.is(cWeekday))
}

// dayNumber reads the number of a day: 3., 22nd, dritten, twenty-second.
func (p *parser) dayNumber(i int) (day, next int, bare bool) {
	t := p.at(i)
	if t.kind == numberToken {
		if t.num.n != 1 || t.num.whole > 2 || t.num.parts[0] == 0 || t.num.parts[0] > 31 {
			return 0, i, false
		}
		next = i + 1
		if u := p.at(next); p.glued(next) && u.is(cSuffix) && u.as(cSuffix).name == "ordinal" {
			return int(t.num.parts[0]), next + 1, false
		}
		if p.sign(next, ".") && p.glued(next) && p.x.lang == "de" {
			return int(t.num.parts[0]), next + 1, false
		}
		return int(t.num.parts[0]), next, true
	}
	if t.kind != wordToken {
		return 0, i, false
	}
	if v, next := p.ordinalAt(i); next > i && v.Cmp(whole(31)) <= 0 {
		return int(v.whole()), next, false
	}
	return 0, i, false
}

// dayMonth reads "3. März 2023", "3 March 2023", "the third of March".
func (p *parser) dayMonth(i int) point {
	d := point{next: i}
	day, k, bare := p.dayNumber(i)
	if k == i {
		return d
	}
	d.day = day
	d.article = p.x.lang == "en" && !bare
	of, hyphen := k, false
	switch {
	case p.x.lang == "en" && p.text2(k) == "of", p.x.lang == "en" && bare && p.sign(k, ".") && p.glued(k) && p.at(k+1).caps != small:
		of++
	case bare && p.sign(k, "-") && p.glued(k) && p.glued(k+1): // 28-Nov-2016
		of, hyphen = k+1, true
	}
	if m, next := p.monthAt(of); next > of && !(bare && p.x.lang == "de" && p.at(of).caps == small) {
		d.month, d.next = m, next
		if p.glued(of) && !(p.sign(of-1, ".") || !bare || hyphen) {
			d.next = i
			return d
		}
		if y, after := p.plainYear(next + 1); hyphen && p.sign(next, "-") && p.glued(next) && p.glued(next+1) && after > next+1 {
			d.year, d.dated, d.next = y, true, after
			return d
		}
		return p.yearBehind(d)
	}
	return d
}

// bareDay reads a day without its month, which another may follow: "3." of "3. bis
// 12. Mai".
func (p *parser) bareDay(i int) point {
	d := point{next: i}
	day, k, bare := p.dayNumber(i)
	if k == i {
		return d
	}
	if p.x.lang == "de" && !bare && p.at(i).kind == numberToken || p.x.lang == "en" && p.dayFirst(i, k) {
		d.day, d.dayOnly, d.next = day, true, k
	}
	return d
}

// dayFirst reports whether a bare English day begins a range of days: "1–6 January",
// "1st to 6th of May".
func (p *parser) dayFirst(i, k int) bool {
	n, ok := p.dateJoiner(k, p.is(i-1, cBetween) || p.is(i-2, cBetween))
	if !ok {
		return false
	}
	_, after, _ := p.dayNumber(p.pastArticle(n))
	if after <= n {
		return false
	}
	if p.text2(after) == "of" {
		after++
	}
	_, m := p.monthAt(after)
	return m > after
}

// monthAt reads a month's name, with the point of an abbreviation.
func (p *parser) monthAt(i int) (int, int) {
	t := p.at(i)
	if t.kind != wordToken || !t.is(cMonth) {
		return 0, i
	}
	next := i + 1
	if p.sign(next, ".") && p.glued(next) && t.end-t.start <= 4 && p.text(i) != "Mai" && p.text(i) != "May" && p.text(i) != "June" && p.text(i) != "Juni" && p.text(i) != "Juli" && p.text(i) != "July" && p.text(i) != "März" {
		next++
	}
	return t.as(cMonth).n, next
}

// monthDay reads "March 3, 2023", "Oct-2", "April 22nd".
func (p *parser) monthDay(i int) point {
	d := point{next: i}
	m, k := p.monthAt(i)
	if k == i || p.x.lang != "en" || p.at(i).caps == small && !clearMonth(p.text(i)) && p.at(k).kind != numberToken {
		return d
	}
	if p.sign(k, "-") && p.glued(k) && p.glued(k+1) || p.sign(k, ",") && p.at(k+1).kind == numberToken && p.at(k+1).num.whole <= 2 {
		k++
	} else if p.text2(k) == "the" {
		k++
	}
	day, next, bare := p.dayNumber(k)
	if next == k {
		day, next = p.spokenDay(k)
	}
	if next == k || bare && (p.sign(next, ".") && p.glued(next) && p.at(next+1).kind == numberToken && p.glued(next+1)) || p.at(k).num.n == 1 && p.at(k).num.whole > 2 {
		return d
	}
	if bare && (p.is(next, cPercent) || p.is(next, cMagnitude) || p.sign(next, ":") && p.glued(next) || p.is(next, cTime)) {
		return d
	}
	d.month, d.day, d.next = m, day, next
	return p.yearOfList(p.yearBehind(d))
}

// spokenDay reads the "twenty-one" of "May twenty-one", where a clause ends or a year
// follows: in "in May twenty people" it counts.
func (p *parser) spokenDay(i int) (int, int) {
	if p.x.lang != "en" || p.at(i).kind != wordToken || !p.is(i, cCard) {
		return 0, i
	}
	n := p.number(i)
	if v := n.value.whole(); n.spelled && !n.fraction && n.power == 0 && v >= 1 && v <= 31 && p.ends(n.next) {
		return int(v), n.next
	}
	return 0, i
}

// yearBehind reads the year behind a day or month: ", 2016", "of 2016", "'16".
func (p *parser) yearBehind(d point) point {
	k := d.next
	for p.sign(k, ",") || p.text2(k) == "of" && p.x.lang == "en" {
		k++
	}
	if p.is(k, cYearWord) && p.x.lang == "de" && p.at(k+1).kind == numberToken {
		k++
	} else if p.text2(k) == "des" && p.is(k+1, cYearWord) && p.at(k+2).kind == numberToken {
		k += 2
	}
	if y, next := p.plainYear(k); next > k {
		if k > d.next && p.sign(k-1, ",") && p.x.lang == "de" {
			return d
		}
		d.year, d.dated, d.next = y, true, next
	} else if y, next := p.spokenYearAfter(k); next > k && p.x.lang == "en" {
		d.year, d.dated, d.next = y, true, next
	} else if r, next := p.relativeYear(k); next > k {
		d.relative, d.next = true, next
		if p.date.IsZero() {
			d.open = true
		} else {
			d.year, d.dated = p.date.Year()+r, true
		}
	}
	return d
}

// plainYear reads four digits that stand where a year has to.
func (p *parser) plainYear(i int) (int, int) {
	t := p.at(i)
	if t.kind != numberToken || t.num.n != 1 || t.num.whole != 4 || t.num.zero || t.num.parts[0] < 1000 || t.num.parts[0] > 2200 {
		return 0, i
	}
	if p.glued(i+1) && p.at(i+1).kind == wordToken {
		return 0, i
	}
	if p.number(i).power > 0 {
		return 0, i
	}
	return int(t.num.parts[0]), i + 1
}

// clearMonth reports whether an English month's name is no other word.
func clearMonth(w string) bool {
	switch w {
	case "may", "march", "august", "mar", "dec", "jan", "jun", "sep", "sept", "april", "june", "May", "March", "Mar", "August", "Jan", "Jun", "Dec", "Sep", "April", "June":
		return false
	}
	return true
}

// withWeekday reads a weekday with the day it falls on, or alone.
func (p *parser) withWeekday(i int) point {
	t := p.at(i)
	d := point{next: i}
	if t.kind != wordToken || !t.is(cWeekday) {
		return d
	}
	k := i + 1
	short := t.end-t.start <= 5 && (p.x.lang == "de" && t.end-t.start == 2 || p.x.lang == "en" && t.as(cWeekday).n > 0 && t.end-t.start < 6)
	if p.sign(k, ".") && p.glued(k) && short {
		k++
	}
	if p.sign(k, ",") {
		k++
	}
	at := k
	if p.is(at, cThe) && p.at(at).kind == wordToken {
		at++
	}
	for _, read := range [...]func(*parser, int) point{(*parser).numericDate, (*parser).dayMonth, (*parser).monthDay} {
		if e := read(p, at); e.next > at && e.valid() && (!e.dayOnly || p.x.lang == "en") && e.day > 0 {
			e.weekday = t.as(cWeekday).n
			e.dayOnly = false
			return e
		}
	}
	if day, next, bare := p.dayNumber(at); next > at && !bare && at > k && p.at(at).kind == numberToken || next > at && !bare && at > k && p.x.lang == "en" { // Thursday the 21st, Freitag, dem 13.
		return p.dayOfWeekday(point{day: day, weekday: t.as(cWeekday).n, next: next})
	}
	if p.x.lang == "de" && t.end-t.start == 2 || t.caps == small && p.x.lang == "en" && short {
		return d
	}
	if short && p.x.lang == "en" && !p.dayPreposition(i-1) && !p.is(i-1, cRelative) && !(p.is(i-1, cTo)) {
		return d
	}
	d.weekday, d.next = t.as(cWeekday).n, i+1
	return p.nearestWeekday(d, 0)
}
