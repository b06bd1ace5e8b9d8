package quantity

import "time"

// Dates counted from the document's that take several words: "later this month",
// "three weeks from now", "Tuesday next week", "Sonntag in 2 Wochen", "the week
// after next", "the rest of the year".

// withinNow reads "later this month", "earlier this year", "rest of the week", which
// are the whole month, year or week: where in it the day lies is not said.
func (p *parser) withinNow(i int) point {
	none := point{next: i}
	t := p.at(i)
	if t.kind != wordToken || !t.is(cLater) && !t.is(cRest) {
		return none
	}
	k := i + 1
	if p.x.lang == "de" && t.is(cLater) && p.is(k, cIn) {
		k++
	}
	if t.is(cRest) {
		for n := 0; n < 2 && (p.is(k, cOf) || p.is(k, cThe)) && p.at(k).kind == wordToken; n++ {
			k++
		}
		if u := p.at(k); k > i+1 && u.kind == wordToken && u.is(cTime) {
			return p.restOf(p.unitNow(k), k)
		}
	}
	u, v := p.at(k), p.at(k+1)
	if u.kind != wordToken || !u.is(cRelative) || u.as(cRelative).n != 0 || v.kind != wordToken || !v.is(cTime) && !v.is(cSeason) {
		return none
	}
	d := p.relativeUnit(k)
	if d.next == k {
		return none
	}
	d.article = false
	return p.restOf(d, k)
}

// restOf leaves out what is no part of a calendar: the rest of the day.
func (p *parser) restOf(d point, k int) point {
	if d.next > k && p.is(d.next-1, cTime) && p.at(d.next-1).as(cTime).name == "day" {
		d.next = k
	}
	if d.next <= k {
		d.next = 0
	}
	return d
}

// fromNow reads "three weeks from now", "2 days hence", "in two weeks' time".
func (p *parser) fromNow(i int) point {
	d := point{next: i}
	if p.x.lang != "en" || !p.startsNumber(i) && p.at(i).kind != numberToken && !p.is(i, cFew) {
		return d
	}
	d = p.countBack(d, i, i, 1, func(next int) int {
		switch w, after := p.text2(next), p.text2(next+1); {
		case (w == "from" || w == "after") && p.is(next+1, cDay) && p.at(next+1).kind == wordToken:
			return next + 2
		case w == "from" && (after == "now" || after == "today"):
			return next + 2
		case w == "hence":
			return next + 1
		case w == "time" && p.is(i-1, cHence):
			return next + 1
		case (w == "'" || w == "’") && after == "time" && p.is(i-1, cHence):
			return next + 2
		}
		return 0
	})
	if last := p.at(d.next - 1); d.next > i && last.is(cDay) && d.day > 0 { // from tomorrow
		d = d.civil(time.Date(d.year, time.Month(d.month), d.day+last.as(cDay).n, 0, 0, 0, 0, time.UTC))
	}
	return d
}

// weekdayOfWeek reads a weekday with its week: "Tuesday next week", "Friday of last
// week", "Sonntag in 2 Wochen", "Freitag kommender Woche".
func (p *parser) weekdayOfWeek(i int) point {
	none := point{next: i}
	t := p.at(i)
	if t.kind != wordToken || !t.is(cWeekday) || t.end-t.start < 6 {
		return none
	}
	if p.x.lang == "de" && p.text2(i+1) == "in" {
		return p.weekdayAhead(i, t.as(cWeekday).n)
	}
	k := i + 1
	if p.is(k, cOf) && p.at(k).kind == wordToken {
		k++
	}
	u := p.at(k)
	if u.kind != wordToken || !u.is(cRelative) || !p.is(k+1, cTime) || p.at(k+1).as(cTime).name != "week" {
		return none
	}
	d := point{next: k + 2, relative: true, weekday: t.as(cWeekday).n}
	return p.step(d, "week", u.as(cRelative).n, i)
}

// weekdayAhead reads "Sonntag in 2 Wochen": that day of the week that comes then.
func (p *parser) weekdayAhead(i, weekday int) point {
	m := p.number(i + 2)
	u := p.at(m.next)
	if m.next == i+2 || u.kind != wordToken || !u.is(cTime) || u.as(cTime).name != "week" || m.value.exp != 0 || m.value.Cmp(whole(52)) > 0 {
		return point{next: i}
	}
	return p.step(point{next: m.next + 1, relative: true, weekday: weekday}, "week", int(m.value.whole()), i)
}

// afterNext reads "week after next", "month before last".
func (p *parser) afterNext(i int) point {
	none := point{next: i}
	t := p.at(i)
	if p.x.lang != "en" || t.kind != wordToken || !t.is(cTime) {
		return none
	}
	n, k := 0, i+2
	switch p.text2(i + 1) {
	case "after":
		n = 2
	case "before":
		n = -2
	}
	if p.text2(k) == "the" {
		k++
	}
	if w := p.text2(k); n == 0 || n > 0 && w != "next" || n < 0 && w != "last" || p.is(k+1, cTime) {
		return none
	}
	switch unit := t.as(cTime).name; unit {
	case "week", "month", "year", "weekend":
		return p.step(point{next: k + 1, article: true}, unit, n, i)
	}
	return none
}

// pastUnit reads "the past decade", "the past year": so long back from now, and not
// the calendar's last.
func (p *parser) pastUnit(i int) point {
	none := point{next: i}
	u := p.at(i + 1)
	if p.text2(i) != "past" || p.text2(i-1) != "the" || u.kind != wordToken || !u.is(cTime) || u.is(cPlural) {
		return none
	}
	d := point{next: i + 2, relative: true, article: true, open: p.date.IsZero()}
	switch unit := u.as(cTime).name; {
	case unit != "week" && unit != "month" && unit != "year" && unit != "decade" && unit != "century":
		return none
	case !d.open:
		d.from, d.to = iso(add(p.date, unit, -1)), iso(p.date.AddDate(0, 0, -1))
	}
	return d
}
