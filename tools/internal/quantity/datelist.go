package quantity

// Days that leave their month to another date of the sentence: "27 and 28 February",
// "February 27 and 28", "on 3 March … and on the 27th".

// listedDay reads a day before others of the same month: "27 and 28 February", "am
// 3., 4. und 5. Mai". Each is a date of its own.
func (p *parser) listedDay(i int) point {
	d := point{next: i}
	day, next, _ := p.dayNumber(i)
	if next == i || p.at(i).kind != numberToken || p.is(i-1, cBetween) || p.is(i-2, cBetween) {
		return d
	}
	k := next
	for range 6 {
		if !p.sign(k, ",") && !p.is(k, cAnd) && !p.is(k, cOr) {
			return d
		}
		k = p.pastArticle(k + 1)
		if p.is(k, cAnd) { // a comma before it
			k++
		}
		e := p.dayMonth(k)
		if e.next > k && e.valid() && e.month > 0 && p.at(k).kind == numberToken {
			if e.day <= day {
				return d
			}
			e.day, e.next, e.article = day, next, false
			if !e.valid() {
				return d
			}
			return e
		}
		_, after, _ := p.dayNumber(k)
		if after == k || p.at(k).kind != numberToken {
			return d
		}
		k = after
	}
	return d
}

// furtherDay reads a day behind others of its month: the 28 of "February 27 and 28",
// where the sentence does not go on with something that is counted.
func (p *parser) furtherDay(i int) point {
	none := point{next: i}
	if p.x.lang != "en" || p.at(i).kind != numberToken || !p.is(i-1, cAnd) && !p.sign(i-1, ",") {
		return none
	}
	day, next, _ := p.dayNumber(i)
	if next == i || !p.ends(next) && !p.is(next, cAt) && !p.is(next, cAnd) {
		return none
	}
	k := i - 1
	for range 6 {
		if p.is(k, cAnd) {
			k--
		}
		if p.sign(k, ",") {
			k--
		}
		if p.is(k, cSuffix) && p.glued(k) {
			k--
		}
		if p.at(k).kind != numberToken {
			return none
		}
		if m, after := p.monthAt(k - 1); after == k && m > 0 && !p.dayBefore(k-1) {
			first, _, _ := p.dayNumber(k)
			d := p.yearBehind(point{month: m, day: day, next: next})
			if first == 0 || first >= day || !d.valid() {
				return none
			}
			return d
		}
		k--
	}
	return none
}

// yearOfList gives the first day of "February 27 and 28, 2023" its year.
func (p *parser) yearOfList(d point) point {
	if k := d.next + 1; !d.dated && p.is(k-1, cAnd) && p.at(k).kind == numberToken {
		day, next, _ := p.dayNumber(k)
		if e := p.yearBehind(point{month: d.month, day: day, next: next}); day > d.day && p.sign(next, ",") && e.dated && e.valid() {
			d.year, d.dated = e.year, true
		}
	}
	return d
}

// dayBefore reports whether the month at a token has its day before it: "3 March".
func (p *parser) dayBefore(i int) bool {
	return p.at(i-1).kind == numberToken || p.is(i-1, cSuffix) && p.at(i-2).kind == numberToken || p.text2(i-1) == "of"
}

// dayOfMonth reads "on the 27th" where no noun follows that it would count: a day
// of the month that was named before it, or else of the document's.
func (p *parser) dayOfMonth(i int) point {
	none := point{next: i}
	if p.x.lang != "en" || p.at(i).kind != numberToken || p.text2(i-1) != "the" {
		return none
	}
	day, next, bare := p.dayNumber(i)
	if next == i || bare {
		return none
	}
	if r := p.within(next); r.next > next && r.relative && (r.month > 0 || r.open && p.text2(r.next-1) == "month") && r.mod == "" { // the 20th of next month
		r.day, r.article = day, true
		return r
	}
	if !p.beforeDays(i-2) || !p.clauseEnds(next) {
		return none
	}
	return p.dayNamed(point{day: day, next: next, article: true}, i)
}

// dayNamed gives a day the month that was named before it, or else the document's.
func (p *parser) dayNamed(d point, i int) point {
	if m, ok := p.monthNamed(i - 1); ok {
		if m.day <= d.day {
			d.month, d.year, d.dated = m.month, m.year, m.dated
		}
		return d
	}
	if !p.date.IsZero() {
		d.relative, d.month, d.year, d.dated = true, int(p.date.Month()), p.date.Year(), true
	}
	return d
}

// beforeDays reports whether a word stands before days: on, since, until the 27th.
func (p *parser) beforeDays(i int) bool {
	switch p.text2(i) {
	case "on", "On", "since", "Since", "until", "Until", "by", "By", "from", "From", "for", "For":
		return true
	}
	return false
}

// clauseEnds reports whether no noun can follow: a sign, a conjunction or
// preposition, or the end of the text.
func (p *parser) clauseEnds(i int) bool {
	if p.ends(i) {
		return true
	}
	switch p.text2(i) {
	case "and", "but", "or", "when", "after", "before", "at", "in", "with", "because", "as", "to", "that", "for", "of":
		return p.text(i) != "of" || p.is(i+1, cRelative)
	}
	return false
}

// monthNamed returns the nearest date with a month before a token of the cluster.
func (p *parser) monthNamed(i int) (point, bool) {
	for k := i - 1; k >= max(0, i-25); k-- {
		m, next := p.monthAt(k)
		if next == k || p.at(k).caps == small {
			continue
		}
		d := point{month: m, next: next}
		for back := 1; back <= 3 && back <= k; back++ {
			if e := p.dayMonth(k - back); e.next > k && e.valid() {
				d.day = e.day
			}
		}
		if e := p.monthDay(k); d.day == 0 && e.next > k {
			return e, true
		}
		return p.yearBehind(d), true
	}
	return point{}, false
}
