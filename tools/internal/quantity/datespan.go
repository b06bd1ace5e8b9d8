package quantity

import "time"

// Months at an end of a year: "the first nine months of 2022", "in den letzten drei
// Monaten des Jahres 2021".

// endMonths reads them. The year may be the document's: "of the year".
func (p *parser) endMonths(i int) point {
	none := point{next: i}
	first, k := p.nth(i)
	if k == i || first != 1 && first != -1 {
		return none
	}
	n, next := p.fewMonths(k)
	if next == k || !p.is(next, cTime) || p.at(next).kind != wordToken || p.at(next).as(cTime).name != "month" {
		return none
	}
	next++
	d := p.within(next)
	if y, after := p.plainYear(next); d.next == next && after > next && p.x.lang == "de" { // ersten neun Monaten 2022
		d = point{year: y, dated: true, next: after}
	}
	if d.next <= next || d.month > 0 || d.from != "" || d.digits > 0 || d.code > 0 {
		return none
	}
	d.article = true
	if d.open {
		return d
	}
	from, to := 1, n
	if first == -1 {
		from, to = 13-n, 12
	}
	d.from = civilMonth(d.year, from)
	d.to = civilMonth(d.year, to)
	return d
}

// fewMonths reads how many they are: two to eleven, or both.
func (p *parser) fewMonths(i int) (int, int) {
	if p.is(i, cBoth) {
		return 2, i + 1
	}
	n := p.number(i)
	if v := n.value.whole(); n.next > i && !n.article && !n.fraction && v >= 2 && v <= 11 {
		return int(v), n.next
	}
	return 0, i
}

func civilMonth(year, month int) string {
	return time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
}
