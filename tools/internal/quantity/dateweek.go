package quantity

import (
	"strings"
	"time"
)

// Weeks and weekdays within a month or year: "the last week of July", "the week of
// 6 March", "the third Tuesday of March 2023", "in der ersten Juliwoche".
//
// The weeks of a month or year are those of ISO 8601: a week belongs to where its
// Thursday is. Without a year the document's date decides, and without that "the
// first week of July" is early July.

// weekOf reads a week by its number in a month or year, or by a day in it.
func (p *parser) weekOf(i int) point {
	none := point{next: i}
	if p.at(i).is(cTime) && p.at(i).kind == wordToken && p.at(i).as(cTime).name == "week" {
		return p.weekOfDay(i)
	}
	n, k := p.nth(i)
	if k == i {
		return none
	}
	if m := p.monthWeek(k); m > 0 { // ersten Juliwoche
		d := point{month: m, next: k + 1}
		return p.inWeek(p.yearBehind(d), n, i)
	}
	if u := p.at(k); u.kind != wordToken || !u.is(cTime) || u.as(cTime).name != "week" {
		return none
	}
	d := p.within(k + 1)
	if d.next == k+1 {
		return none
	}
	d.article = true
	return p.inWeek(d, n, i)
}

// nth reads "third", "3.", "last" before a week or weekday: -1 is the last.
func (p *parser) nth(i int) (int, int) {
	if t := p.at(i); t.kind == wordToken {
		switch w := strings.ToLower(p.text(i)); {
		case p.x.lang == "en" && (w == "last" || w == "final"), p.x.lang == "de" && strings.HasPrefix(w, "letzte"):
			return -1, i + 1
		case p.x.lang == "en" && w == "opening":
			return 1, i + 1
		}
	}
	n, k := p.shortOrdinal(i)
	if k == i || n < 1 || n > 53 {
		return 0, i
	}
	return n, k
}

// monthWeek returns the month of "Juliwoche", or 0.
func (p *parser) monthWeek(i int) int {
	if p.x.lang != "de" || p.at(i).kind != wordToken {
		return 0
	}
	head, ok := strings.CutSuffix(p.text(i), "woche")
	if !ok {
		return 0
	}
	w := p.x.find(foldString(head))
	if w == nil || !w.is.has(cMonth) || len(head) < 3 {
		return 0
	}
	return w.sense(cMonth).n
}

// within reads the month or year that a week or weekday is one of: "of July", "in
// March 2023", "of the month", "im Juli", "des Jahres 2022".
func (p *parser) within(i int) point {
	none := point{next: i}
	k := i
	for n := 0; n < 2 && p.at(k).kind == wordToken && (p.is(k, cOf) || p.is(k, cThe) || p.is(k, cIn)); n++ {
		k++
	}
	if k == i && !(p.is(k, cRelative) && p.is(k+1, cTime)) {
		return none
	}
	if d := p.monthAlone(k); d.next > k {
		return d
	}
	if y, next := p.plainYear(k); next > k {
		return point{year: y, dated: true, next: next}
	}
	if y, next := p.spokenYearAfter(k); next > k && p.x.lang == "en" {
		return point{year: y, dated: true, next: next}
	}
	if t := p.at(k); t.kind == wordToken && t.is(cRelative) {
		if d := p.relativeUnit(k); d.next > k && d.day == 0 && d.from == "" && d.digits == 0 && d.code == 0 {
			return d
		}
		return none
	}
	if t := p.at(k); t.kind == wordToken && t.is(cTime) && p.is(k-1, cThe) || p.is(k, cYearWord) && p.at(k+1).kind == numberToken {
		if unit := t.as(cTime).name; unit == "month" || unit == "year" {
			return p.unitNow(k)
		}
	}
	return none
}

// inWeek makes the seven days of a week within a month or year.
func (p *parser) inWeek(d point, n, i int) point {
	if d.month == 0 && !d.dated && !d.open || n > 5 && d.month > 0 {
		return point{next: i}
	}
	if d = p.yearNearby(d); !d.dated {
		d.mod = [...]string{"late", "", "early", "mid", "mid", "late", "late"}[min(n, 5)+1]
		return d
	}
	thursday := weekdayIn(d.year, d.month, 4, n)
	if thursday.IsZero() {
		return point{next: i}
	}
	return d.days(thursday.AddDate(0, 0, -3), 7)
}

// weekdayOf reads "third Tuesday of March 2023", "letzten Freitag im Mai". Without
// a year it is a day of that month.
func (p *parser) weekdayOf(i int) point {
	none := point{next: i}
	n, k := p.nth(i)
	t := p.at(k)
	if k == i || n > 5 || t.kind != wordToken || !t.is(cWeekday) || t.caps == small && p.x.lang == "de" {
		return none
	}
	d := p.within(k + 1)
	if d.next == k+1 || d.month == 0 && !d.open {
		return none
	}
	d.article = true
	if d = p.yearNearby(d); !d.dated {
		return d
	}
	day := weekdayIn(d.year, d.month, t.as(cWeekday).n, n)
	if day.IsZero() {
		return none
	}
	return d.civil(day)
}

// weekdayIn returns the nth such weekday (ISO number) of a month, or of a year if
// the month is 0; of the last ones if n is -1. Zero if there are not so many.
func weekdayIn(year, month, weekday, n int) time.Time {
	first := time.Date(year, time.Month(max(1, month)), 1, 0, 0, 0, 0, time.UTC)
	end := first.AddDate(0, 1, 0)
	if month == 0 {
		end = first.AddDate(1, 0, 0)
	}
	if n < 0 {
		last := end.AddDate(0, 0, -1)
		return last.AddDate(0, 0, -(int(last.Weekday())+7-weekday%7)%7)
	}
	day := first.AddDate(0, 0, (weekday%7+7-int(first.Weekday()))%7+7*(n-1))
	if !day.Before(end) {
		return time.Time{}
	}
	return day
}

// weekOfDay reads "week of 6 March", "week beginning on 4 February", "week ending 11
// June 2023", "Woche vom 6. März", "Woche ab dem 6. März".
func (p *parser) weekOfDay(i int) point {
	none := point{next: i}
	k, first := i+1, -1 // days from the day named to the first; -1: its Monday
	switch w := p.text2(k); {
	case p.x.lang == "de" && w == "vom":
	case p.x.lang == "de" && w == "ab", w == "starting", w == "beginning", w == "commencing":
		first = 0
	case w == "ending", w == "ended":
		first = -6
	case p.x.lang == "en" && w == "of":
	default:
		return none
	}
	k++
	for n := 0; n < 2 && p.at(k).kind == wordToken && (p.is(k, cOn) || p.is(k, cThe) || p.text2(k) == "dem"); n++ {
		k++
	}
	d := p.datedDay(k)
	if day, next, bare := p.dayNumber(k); d.next == k && next > k && !bare && p.x.lang == "en" && p.text2(k-1) == "the" {
		if d = p.dayNamed(point{day: day, next: next}, k); d.month == 0 {
			d.relative, d.open = true, true
		}
	}
	if d.next == k || d.month == 0 && !d.open {
		return none
	}
	if _, joined := p.dateJoiner(d.next, false); joined {
		return none // the week of 6 to 12 March says its days itself
	}
	d.article, d.weekday = true, 0
	if d = p.yearNearby(d); !d.dated {
		d.about = !d.open
		return d
	}
	day := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	if first == -1 {
		first = -(int(day.Weekday()) + 6) % 7
	}
	return d.days(day.AddDate(0, 0, first), 7)
}

// datedDay reads a day with its month.
func (p *parser) datedDay(i int) point {
	for _, read := range [...]func(*parser, int) point{(*parser).withWeekday, (*parser).numericDate, (*parser).dayMonth, (*parser).monthDay} {
		if d := read(p, i); d.next > i && d.valid() && d.day > 0 && d.month > 0 && !d.relative {
			return d
		}
	}
	return point{next: i}
}

// yearNearby gives a date without a year the one that is nearest to the document's
// date, if that is known.
func (p *parser) yearNearby(d point) point {
	if d.dated || p.date.IsZero() || d.month == 0 {
		return d
	}
	d.relative, d.dated, d.year = true, true, p.date.Year()
	switch away := d.month - int(p.date.Month()); {
	case away > 6:
		d.year--
	case away < -6:
		d.year++
	}
	return d
}

// days makes a point the span of so many days.
func (d point) days(first time.Time, n int) point {
	d.from, d.to = iso(first), iso(first.AddDate(0, 0, n-1))
	return d
}
