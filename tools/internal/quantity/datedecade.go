package quantity

// Decades and centuries.

// decade reads "1990er-Jahre", "die 90er", "neunziger Jahre", "the 1970s", "the
// '40s", "the nineties", "the nineteen seventies".
func (p *parser) decade(i int) point {
	d := point{next: i, article: true}
	t := p.at(i)
	switch {
	case t.kind == numberToken && t.num.n == 1 && p.glued(i+1) && p.at(i+1).is(cSuffix) && p.at(i+1).as(cSuffix).name == "decade" && t.num.parts[0]%10 == 0 && (t.num.whole == 4 || t.num.whole == 2):
		return p.decadeOf(d, int(t.num.parts[0]), t.num.whole, i+2, i)
	case p.oldDecade(i):
		return p.decadeOf(d, int(t.num.parts[0]), t.num.whole, i+3, i)
	case t.is(cDecadeWord) && t.kind == wordToken:
		n := t.as(cDecadeWord).n
		if p.x.lang == "de" && t.caps == small && !p.decadeNoun(i+1) || p.x.lang == "en" && !p.is(i-1, cThe) && !p.is(i-1, cPart) {
			return d
		}
		if p.text(i) == "noughties" {
			return p.decadeOf(d, 2000, 4, i+1, i)
		}
		return p.decadeOf(d, n, 2, i+1, i)
	case p.x.lang == "en" && t.is(cCard) && t.kind == wordToken:
		return p.spokenDecade(d, i)
	}
	return d
}

// decadeNoun reports whether "Jahre" follows, perhaps after a hyphen.
func (p *parser) decadeNoun(i int) bool {
	return p.is(i, cYearWord) || p.sign(i, "-") && p.glued(i) && p.is(i+1, cYearWord)
}

// decadeOf completes a decade of two or four digits. "90er" and "the 90s" are those
// of the last century, "20er" could be either.
func (p *parser) decadeOf(d point, year, digits, next, i int) point {
	if p.decadeNoun(next) {
		if p.sign(next, "-") {
			next++
		}
		next++
	} else if digits == 2 && p.x.lang == "de" && p.at(i).kind == numberToken && !p.is(i-1, cThe) && !p.is(i-1, cPart) && !p.is(i-1, cIn) {
		return d
	}
	d.next, d.dated, d.digits = next, true, 3
	switch {
	case digits == 4:
		d.year = year
	case year >= 30:
		d.year = 1900 + year
	default:
		d.year, d.digits = year, 1
	}
	return d
}

// spokenDecade reads "nineteen seventies", "two thousand and tens", "two thousands".
func (p *parser) spokenDecade(d point, i int) point {
	century := p.at(i).as(cCard).n
	k := i + 1
	if p.is(k, cDash) && p.glued(k) && p.glued(k+1) {
		k++
	}
	switch u := p.at(k); {
	case century >= 11 && century <= 20 && u.is(cDecadeWord):
		d.year, d.dated, d.digits, d.next = century*100+u.as(cDecadeWord).n, true, 3, k+1
	case century >= 17 && century <= 20 && p.text2(k) == "tens": // the twenty-tens
		d.year, d.dated, d.digits, d.next = century*100+10, true, 3, k+1
	case century == 2 && p.text2(k) == "thousands" && p.is(i-1, cThe) && !p.is(k+1, cOf):
		d.year, d.dated, d.digits, d.next = 2000, true, 3, k+1
	}
	return d
}

// century reads "20. Jahrhundert", "the 21st century", "im neunzehnten Jahrhundert".
func (p *parser) century(i int) point {
	d := point{next: i, article: true}
	v, k := p.ordinalAt(i)
	if k == i && p.at(i).kind == numberToken && p.x.lang == "de" && p.sign(i+1, ".") && p.glued(i+1) && p.is(i+2, cCenturies) && p.at(i).num.n == 1 {
		v, k = p.at(i).num.value, i+2
	}
	if p.sign(k, "-") && p.glued(k) && p.glued(k+1) && k > i { // 21st-century
		k++
	}
	if k == i || !p.is(k, cCenturies) || p.at(k).kind != wordToken || v.Cmp(whole(30)) > 0 || v.Sign() == 0 {
		return d
	}
	d.year, d.dated, d.digits, d.next = int(v.whole()-1)*100, true, 2, k+1
	if p.sign(k+1, ".") && p.glued(k+1) && p.text(k) != "Jahrhundert" && p.x.lang == "de" {
		d.next++
	}
	return d
}
