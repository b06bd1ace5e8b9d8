package quantity

import (
	"strings"
	"time"
)

// Dates that are counted from the document's: gestern, letzte Woche, vor zehn
// Jahren, next spring, the last three months.

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
		if unit == "hour" || unit == "minute" || unit == "second" || unit == "millisecond" || p.some(i, k) {
			return d
		}
		d.next, d.article = k+1, unit == "weekend" || unit == "decade" || unit == "century"
		return p.step(d, unit, n, i)
	case u.kind == wordToken && u.is(cWeekday):
		d.next, d.weekday = k+1, u.as(cWeekday).n
		return p.nearestWeekday(d, n)
	case u.kind == wordToken && u.is(cMonth) && (u.caps != small || p.x.lang == "en" && p.text(k) != "may" && p.text(k) != "march"):
		if _, after, _ := p.dayNumber(k + 1); after > k+1 && p.x.lang == "en" {
			return d // "this July 3, 2015 message" names the day
		}
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

// some reports whether nobody says how many: "in den letzten Jahren", "the past
// months". "Im vorigen Jahre" is one.
func (p *parser) some(relative, unit int) bool {
	if !p.is(unit, cPlural) {
		return false
	}
	switch strings.ToLower(p.text2(relative - 1)) {
	case "im", "am", "vom", "zum", "beim", "dem":
		return strings.HasSuffix(p.text(unit), "n")
	}
	return true
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
