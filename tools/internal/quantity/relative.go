package quantity

import "time"

// Dates that are counted from the document's: gestern, letzte Woche, vor zehn
// Jahren, next spring, the last three months.

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

// relativeDate reads everything that is counted from today.
func (p *parser) relativeDate(i int) point {
	t := p.at(i)
	d := point{next: i}
	if t.kind == signToken {
		return d
	}
	switch {
	case t.is(cDay) && t.kind == wordToken:
		return p.dayWord(i)
	case t.is(cRelative) && t.kind == wordToken:
		if e := p.relativeUnit(i); e.next > i {
			return e
		}
	case t.is(cAgo) && p.x.lang == "de" && t.kind == wordToken:
		return p.vor(i)
	}
	if p.x.lang == "en" {
		if e := p.dayBeside(i); e.next > i {
			return e
		}
		if e := p.fromNow(i); e.next > i {
			return e
		}
		return p.ago(i)
	}
	return d
}

// dayBeside reads "day after tomorrow" and "day before yesterday".
func (p *parser) dayBeside(i int) point {
	d := point{next: i, article: true, relative: true}
	if p.text2(i) != "day" || !p.is(i+2, cDay) {
		return d
	}
	n := p.at(i + 2).as(cDay).n
	switch p.text2(i + 1) {
	case "after":
		n++
	case "before":
		n--
	default:
		return d
	}
	d.next = i + 3
	if d.open = p.date.IsZero(); !d.open {
		d = d.civil(p.date.AddDate(0, 0, n))
	}
	return d
}

// dayWord reads gestern, heute, tomorrow. A German "morgen" in capitals is the
// morning, and so is one after another such word.
func (p *parser) dayWord(i int) point {
	d := point{next: i}
	t := p.at(i)
	n := t.as(cDay).n
	if p.x.lang == "de" && n == 1 && (t.caps != small && i > 0 && !p.sign(i-1, ".") || p.is(i-1, cDay) || p.is(i-1, cWeekday) || p.is(i-1, cThe)) {
		return d
	}
	d.next, d.relative, d.open = i+1, true, p.date.IsZero()
	if !d.open {
		d = d.civil(p.date.AddDate(0, 0, n))
	}
	return d
}

// relativeUnit reads "letzte Woche", "diesen Januar", "next spring", "die letzten
// drei Jahre", "kommenden Freitag".
func (p *parser) relativeUnit(i int) point {
	n := p.at(i).as(cRelative).n
	d := point{next: i, relative: true}
	k := i + 1
	u := p.at(k)
	switch {
	case u.kind == wordToken && u.is(cTime):
		unit := u.as(cTime).name
		if unit == "hour" || unit == "minute" || unit == "second" || unit == "millisecond" {
			return d
		}
		d.next, d.article = k+1, unit == "weekend" || unit == "decade" || unit == "century"
		return p.step(d, unit, n, i)
	case u.kind == wordToken && u.is(cWeekday):
		d.next, d.weekday = k+1, u.as(cWeekday).n
		return p.nearestWeekday(d, n)
	case u.kind == wordToken && u.is(cMonth) && (u.caps != small || p.x.lang == "en"):
		return p.relativeMonth(d, n, k)
	case u.kind == wordToken && u.is(cSeason) && (u.caps != small || p.x.lang == "en"):
		d.next, d.code = k+1, u.as(cSeason).n
		if d.open = p.date.IsZero(); !d.open {
			d.year, d.dated = p.seasonYear(d.code, n), true
		}
		return d
	}
	return p.lastUnits(d, n, k)
}

// relativeMonth resolves the last or next month of a name.
func (p *parser) relativeMonth(d point, n, k int) point {
	m, next := p.monthAt(k)
	d.next, d.month = next, m
	if y, after := p.plainYear(next); after > next {
		d.year, d.dated, d.relative, d.next = y, true, false, after
		return d
	}
	if d.open = p.date.IsZero(); d.open {
		return d
	}
	d.year, d.dated = p.date.Year(), true
	now := int(p.date.Month())
	switch {
	case n < 0 && m >= now:
		d.year--
	case n > 0 && m <= now:
		d.year++
	}
	return d
}

// seasonYear returns the year of the last, present or next season.
func (p *parser) seasonYear(code, n int) int {
	y, m := p.date.Year(), int(p.date.Month())
	start := 3 + (code-21)*3
	switch {
	case n < 0 && m < start+3 && code != 24:
		return y - 1
	case n < 0 && code == 24:
		return y - 1
	case n > 0 && m >= start:
		return y + 1
	}
	return y
}

// lastUnits reads "letzten drei Jahre", "next 3 days", "past few weeks".
func (p *parser) lastUnits(d point, n, k int) point {
	count := 0
	next := k
	switch {
	case p.is(k, cFew) || p.is(k, cSeveral):
		count, next = 3, k+1
	default:
		m := p.number(k)
		if m.next == k || m.article || m.value.whole() == 0 || m.value.Cmp(whole(1000)) > 0 {
			return d
		}
		count, next = int(m.value.whole()), m.next
	}
	u := p.at(next)
	if n == 0 || u.kind != wordToken || !u.is(cTime) {
		return d
	}
	unit := u.as(cTime).name
	if unit == "hour" || unit == "minute" || unit == "second" || unit == "millisecond" {
		return d
	}
	d.next, d.article, d.open = next+1, true, p.date.IsZero()
	if d.open {
		return d
	}
	now := p.date
	if n < 0 {
		d.from, d.to = iso(add(now, unit, -count)), iso(now.AddDate(0, 0, -1))
	} else {
		d.from, d.to = iso(now.AddDate(0, 0, 1)), iso(add(now, unit, count))
	}
	return d
}

// add goes a number of units forward or back.
func add(t time.Time, unit string, n int) time.Time {
	switch unit {
	case "day":
		return t.AddDate(0, 0, n)
	case "week", "weekend":
		return t.AddDate(0, 0, 7*n)
	case "fortnight":
		return t.AddDate(0, 0, 14*n)
	case "month":
		return months(t, n)
	case "quarter":
		return months(t, 3*n)
	case "halfyear":
		return months(t, 6*n)
	case "decade":
		return months(t, 120*n)
	case "century":
		return months(t, 1200*n)
	}
	return months(t, 12*n)
}

// months goes months forward or back, and stays in the month: 31 March less one is
// 28 February.
func months(t time.Time, n int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}

// step makes the point of the unit that lies n before or after the present one.
func (p *parser) step(d point, unit string, n, i int) point {
	d.relative = true
	if unit == "year" {
		d = p.inYear(d)
	}
	if unit == "week" { // übernächste Woche am Freitag, next week on Friday
		k := d.next
		if p.is(k, cOn) && p.at(k).kind == wordToken {
			k++
		}
		if u := p.at(k); u.kind == wordToken && u.is(cWeekday) {
			d.weekday, d.next = u.as(cWeekday).n, k+1
		}
	}
	if d.open = p.date.IsZero(); d.open {
		return d
	}
	t := add(p.date, unit, n)
	switch unit {
	case "day":
		return d.civil(t)
	case "week":
		monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
		if d.weekday > 0 {
			return d.civil(monday.AddDate(0, 0, d.weekday-1))
		}
		d.from, d.to = iso(monday), iso(monday.AddDate(0, 0, 6))
	case "weekend":
		saturday := t.AddDate(0, 0, 5-(int(t.Weekday())+6)%7)
		d.from, d.to = iso(saturday), iso(saturday.AddDate(0, 0, 1))
	case "month":
		d.year, d.month, d.dated = t.Year(), int(t.Month()), true
	case "quarter":
		d.year, d.code, d.dated = t.Year(), 33+(int(t.Month())-1)/3, true
	case "halfyear":
		d.year, d.code, d.dated = t.Year(), 40+(int(t.Month())-1)/6, true
	case "decade":
		d.year, d.digits, d.dated = t.Year(), 3, true
	case "century":
		d.year, d.digits, d.dated = t.Year(), 2, true
	case "year":
		d.year, d.dated = t.Year(), true
	default:
		d.next = i
	}
	return d
}

// inYear reads the season or month that follows a relative year: "nächstes Jahr im
// Sommer".
func (p *parser) inYear(d point) point {
	if p.x.lang == "de" && p.is(d.next, cIn) && p.is(d.next+1, cSeason) {
		d.code = p.at(d.next + 1).as(cSeason).n
		d.next += 2
	} else if p.x.lang == "de" && p.is(d.next, cIn) && p.is(d.next+1, cMonth) {
		d.month = p.at(d.next + 1).as(cMonth).n
		d.next += 2
	}
	return d
}

// relativeYear reads "letzten Jahres", "this year", "next year" behind a part of it.
func (p *parser) relativeYear(i int) (int, int) {
	k := i
	if p.at(k).kind == wordToken && (p.is(k, cOf) || p.is(k, cThe)) {
		k++
	}
	t, u := p.at(k), p.at(k+1)
	if t.kind == wordToken && t.is(cRelative) && u.kind == wordToken && u.is(cTime) && u.as(cTime).name == "year" {
		return t.as(cRelative).n, k + 2
	}
	return 0, i
}

func (p *parser) isRelativeYear(i int) bool {
	_, next := p.relativeYear(i)
	return next > i
}

// nearestWeekday resolves a weekday: the last one before the document's date or on
// it, as news means it, unless "next" stands before it.
func (p *parser) nearestWeekday(d point, n int) point {
	d.relative = true
	if d.open = p.date.IsZero(); d.open {
		return d
	}
	back := (int(p.date.Weekday()) + 6 - (d.weekday - 1)) % 7
	switch {
	case n < 0 && back == 0:
		back = 7
	case n > 0:
		back -= 7
		if n > 1 {
			back -= 7
		}
	}
	return d.civil(p.date.AddDate(0, 0, -back))
}

// dayOfWeekday resolves "Thursday the 21st": the nearest month in which it is one.
func (p *parser) dayOfWeekday(d point) point {
	d.relative = true
	if d.open = p.date.IsZero(); d.open {
		return d
	}
	for _, n := range [...]int{0, -1, 1, -2, 2, 3, -3, 4, -4, 5, -5, 6} {
		t := time.Date(p.date.Year(), p.date.Month()+time.Month(n), d.day, 0, 0, 0, 0, time.UTC)
		if t.Day() == d.day && (int(t.Weekday())+6)%7 == d.weekday-1 {
			return d.civil(t)
		}
	}
	d.month = int(p.date.Month())
	return d
}

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
