package quantity

// Parts of a year that have a name: seasons, quarters, halves.

// partYear reads quarters, halves and seasons: "drittes Quartal 2022", "Q3 2016",
// "first half of 2023", "Sommer 2023", "Winter 2022/23".
func (p *parser) partYear(i int) point {
	d := point{next: i}
	t := p.at(i)
	if y, next := p.plainYear(i); next > i && (p.x.lang == "en" || p.sign(next, "-") && p.glued(next)) { // 2016 the third quarter, 2016-Q3
		k := next
		if p.text2(k) == "the" || p.sign(k, "-") && p.glued(k) && p.glued(k+1) {
			k++
		}
		if code, after := p.partCode(k); after > k {
			return point{year: y, dated: true, code: code, next: after}
		}
		return d
	}
	if t.kind != wordToken && t.kind != numberToken {
		return d
	}
	code, k := p.partCode(i)
	if k == i || p.falls(i) {
		return d
	}
	d.code, d.next, d.article = code, k, true
	return p.partYearBehind(d, i)
}

// partYearBehind reads the year of a quarter or season.
func (p *parser) partYearBehind(d point, i int) point {
	k := d.next
	for p.is(k, cOf) && p.at(k).kind == wordToken || p.is(k, cThe) && p.at(k).kind == wordToken || p.is(k, cIn) || p.is(k, cYearWord) && p.at(k+1).kind == numberToken || p.sign(k, ",") && p.at(k+1).kind == numberToken || p.sign(k, "/") && p.glued(k) && p.at(k+1).num.whole == 4 {
		k++
	}
	if y, next := p.plainYear(k); next > k {
		d.year, d.dated, d.next = y, true, next
		if p.sign(next, "/") && p.glued(next) && p.at(next+1).kind == numberToken && p.glued(next+1) && d.code == 24 { // Winter 2022/23
			d.next = next + 2
		}
		return d
	}
	if y, next := p.spokenYearAfter(k); next > k {
		d.year, d.dated, d.next = y, true, next
		return d
	}
	if r, next := p.relativeYear(k); next > k {
		d.relative, d.next = true, next
		if p.date.IsZero() {
			d.open = true
			return d
		}
		d.year, d.dated = p.date.Year()+r, true
		return d
	}
	if next := p.ofTheYear(d.next, k); next > k && d.code >= 33 {
		d.next = next
		return p.nearPart(d)
	}
	seasonAlone := d.code <= 24
	lower := p.x.lang == "en" && seasonAlone
	if lower && (p.text(i) == "fall" || p.text(i) == "spring" || p.text(i) == "Spring" || p.text(i) == "Fall" || p.text(i) == "falls") && !p.is(i-1, cRelative) && !p.is(i-1, cFrom) && !p.text3(i-1, "in", "the", "In") {
		d.next = i
		return d
	}
	if !seasonAlone && d.code >= 40 && !p.is(i-1, cIn) && p.x.lang == "en" {
		d.next = i
		return d
	}
	if !seasonAlone && p.text2(i) != "Q1" && p.x.lang == "de" && p.at(i).kind == wordToken && p.at(i).as(cOrdinal).class == cNone && p.at(i).kind == wordToken && !p.glued(i+1) {
		d.next = i
	}
	if d.next > i && d.code >= 33 {
		return p.nearPart(d)
	}
	return d
}

// ofTheYear returns the token behind "of the year", "of the fiscal year", "des Jahres",
// whose own words begin at k; k if that is not said.
func (p *parser) ofTheYear(i, k int) int {
	next := k
	if p.text3(k, "fiscal", "financial", "calendar") {
		next++
	}
	if k > i && p.is(k-1, cThe) && p.is(next, cYearWord) && p.at(next).kind == wordToken {
		return next + 1
	}
	return k
}

// nearPart gives a quarter or half without a year the one nearest to the document's
// date.
func (p *parser) nearPart(d point) point {
	d.relative = true
	if d.open = p.date.IsZero(); d.open {
		return d
	}
	from, to := 1+3*(d.code-33), 3+3*(d.code-33)
	if d.code >= 40 {
		from, to = 1+6*(d.code-40), 6+6*(d.code-40)
	}
	d.year, d.dated = p.date.Year(), true
	switch away := (from + to - 2*int(p.date.Month())); {
	case away > 12:
		d.year--
	case away < -12:
		d.year++
	}
	return d
}

// text3 reports whether a token is one of three words.
func (p *parser) text3(i int, a, b, c string) bool {
	w := p.text2(i)
	return w == a || w == b || w == c
}

// partCode reads the quarter, half or season at a token as its EDTF code.
func (p *parser) partCode(i int) (int, int) {
	t := p.at(i)
	if t.kind == wordToken && t.is(cSeason) && !(p.x.lang == "de" && t.caps == small) {
		return t.as(cSeason).n, i + 1
	}
	if t.kind == wordToken && p.glued(i+1) && p.at(i+1).kind == numberToken && p.at(i+1).num.n == 1 && p.at(i+1).num.whole == 1 { // Q3, H1
		n := int(p.at(i + 1).num.parts[0])
		switch w := p.text(i); {
		case (w == "Q" || w == "q") && n >= 1 && n <= 4:
			return 32 + n, i + 2
		case w == "H" && n >= 1 && n <= 2:
			return 39 + n, i + 2
		}
	}
	n, k := p.shortOrdinal(i)
	if k == i {
		return 0, i
	}
	u := p.at(k)
	switch {
	case u.is(cQuarter) && u.kind == wordToken && n >= 1 && n <= 4:
		return 32 + n, k + 1
	case n > 2 || n < 1:
	case u.is(cHalfWord) && u.kind == wordToken && (p.x.lang == "de" || p.text2(k+1) == "of"):
		if p.x.lang == "en" {
			if _, next := p.plainYear(k + 2); next == k+2 && !p.is(k+2, cRelative) && !p.is(k+2, cThe) {
				return 0, i
			}
			if p.is(k+2, cThe) && !p.is(k+3, cYearWord) && !(p.text3(k+3, "fiscal", "financial", "calendar") && p.is(k+4, cYearWord)) {
				return 0, i
			}
		}
		return 39 + n, k + 1
	case p.x.lang == "de" && p.text2(k) == "Hälfte":
		if _, next := p.plainYear(k + 1); next > k+1 || p.is(k+1, cOf) && p.is(k+2, cYearWord) && p.at(k+3).kind == numberToken {
			return 39 + n, k + 1
		}
	}
	return 0, i
}

// shortOrdinal reads first to fourth, also the German "3." and "ersten".
func (p *parser) shortOrdinal(i int) (int, int) {
	t := p.at(i)
	if t.kind == numberToken && p.x.lang == "de" && p.sign(i+1, ".") && p.glued(i+1) && t.num.n == 1 {
		return int(t.num.parts[0]), i + 2
	}
	v, next := p.ordinalAt(i)
	if next == i {
		return 0, i
	}
	return int(v.whole()), next
}
