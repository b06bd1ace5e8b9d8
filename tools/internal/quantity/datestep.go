package quantity

import "time"

// Steps along the calendar.

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
