package quantity

// Spans of a year and longer: years, seasons, quarters, halves, decades, centuries.

// monthAlone reads a month with or without its year: "März 2023", "im Monat
// Januar", "May 2015", "2018 June".
func (p *parser) monthAlone(i int) point {
	d := point{next: i}
	k := i
	switch { // im Monat Januar, the month of January
	case p.is(k, cIn) && p.is(k+1, cMonthWord) && p.is(k+2, cMonth):
		k += 2
	case p.is(k, cMonthWord) && p.text2(k+1) == "of" && p.is(k+2, cMonth):
		k += 2
		d.article = true
	}
	if k == i && p.x.lang == "en" {
		if y, next := p.plainYear(k); next > k && p.is(skipComma(p, next), cMonth) {
			m, after := p.monthAt(skipComma(p, next))
			d.year, d.dated, d.month, d.next = y, true, m, after
			return d
		}
	}
	m, next := p.monthAt(k)
	if next == k || p.at(k).caps == small && (p.x.lang == "de" || !clearMonth(p.text(k)) && p.at(next).kind != numberToken && !p.isRelativeYear(next)) {
		return d
	}
	d.month, d.next = m, next
	d = p.yearBehind(d)
	if d.dated || d.open || k > i {
		return d
	}
	if p.sign(next, "-") && p.glued(next) && p.glued(next+1) { // Mai-Umfrage
		if y, after := p.plainYear(next + 1); after > next+1 {
			d.year, d.dated, d.next = y, true, after
			return d
		}
	}
	if !p.monthContext(k) && !p.monthBeside(next, 1) {
		d.next = i
	}
	return d
}

func skipComma(p *parser, i int) int {
	if p.sign(i, ",") {
		return i + 1
	}
	return i
}

// monthContext reports whether a month's name alone is meant as one: abbreviations
// and English names that are other words too need a preposition.
func (p *parser) monthContext(i int) bool {
	t, before := p.at(i), p.at(i-1)
	if p.x.lang == "de" {
		short := t.end-t.start <= 4 && t.as(cMonth).n != 3 && t.as(cMonth).n != 5 && t.as(cMonth).n != 6 && t.as(cMonth).n != 7
		return !short && !(p.text(i) == "Jun" || p.text(i) == "Jul" || p.text(i) == "Mrz") || p.is(i-1, cIn) && !short
	}
	if clearMonth(p.text(i)) && t.end-t.start > 3 {
		return true
	}
	if p.monthBeside(i-1, -1) || p.monthBeside(i+1, 1) {
		return true
	}
	if p.sign(i-1, "-") && p.glued(i) && p.is(i-2, cPart) { // mid-March
		return true
	}
	return before.kind == wordToken && (before.is(cAt) || before.is(cYearPrep) || before.is(cRelative) || before.is(cFrom) || before.is(cTo) || before.is(cOf) || before.is(cBetween) || before.is(cPart)) || before.is(cTo)
}

// monthBeside reports whether another month stands behind an "and", a comma or a
// dash: "April, June and September", "Sept.–Dez. 2021".
func (p *parser) monthBeside(i, step int) bool {
	return (p.is(i, cAnd) || p.is(i, cOr) || p.is(i, cTo) || p.sign(i, ",")) && p.is(i+step, cMonth)
}

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
			if p.is(k+2, cThe) && !p.is(k+3, cYearWord) {
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

// spokenYear reads "nineteen eighty-four", "twenty ten", "nineteen oh five".
func (p *parser) spokenYear(i int) (int, int) {
	a, b := p.at(i), p.at(i+1)
	if p.x.lang == "en" && a.is(cCard) && a.as(cCard).n >= 10 && a.as(cCard).n <= 20 && p.text3(i+1, "oh", "o", "zero") { // nineteen oh-five
		k := i + 2
		if p.is(k, cDash) {
			k++
		}
		if c := p.at(k); c.kind == wordToken && c.is(cCard) && c.as(cCard).n > 0 && c.as(cCard).n < 10 {
			return a.as(cCard).n*100 + c.as(cCard).n, k + 1
		}
		return 0, i
	}
	if p.x.lang != "en" || !a.is(cCard) || !b.is(cCard) || a.kind != wordToken || b.kind != wordToken {
		return 0, i
	}
	century, n, next := a.as(cCard).n, b.as(cCard).n, i+2
	if century < 10 || century > 20 || n < 10 {
		return 0, i
	}
	if n >= 20 && p.is(next, cDash) && p.glued(next) && p.is(next+1, cCard) && p.at(next+1).as(cCard).n < 10 {
		return century*100 + n + p.at(next+1).as(cCard).n, next + 2
	}
	if c := p.at(next); n >= 20 && c.is(cCard) && c.kind == wordToken && c.as(cCard).n < 10 && c.as(cCard).n > 0 {
		return century*100 + n + c.as(cCard).n, next + 1
	}
	return century*100 + n, next
}

// spokenYearAfter reads a spoken year where one has to stand, behind a month or a
// quarter: also "two thousand and eighteen", which elsewhere counts something.
func (p *parser) spokenYearAfter(i int) (int, int) {
	if y, next := p.spokenYear(i); next > i || p.x.lang != "en" || p.text2(i) != "two" {
		return y, next
	}
	n := p.number(i)
	if v := n.value.whole(); n.spelled && !n.fraction && v >= 2000 && v < 2100 && p.withUnit(measured{number: n, next: n.next}).bare && !p.nounBehind(n.next) {
		return int(v), n.next
	}
	return 0, i
}

// yearAlone reads a year by itself, two of them joined by a slash, and years before
// the common era.
func (p *parser) yearAlone(i int) point {
	d := point{next: i}
	if n, next := p.commonEra(i); next > i {
		d.year, d.dated, d.next = n, true, next
		return d
	}
	if y, next := p.spokenYear(i); next > i {
		if p.is(next, cHundred) || p.is(next, cMagnitude) {
			return d
		}
		d.year, d.dated, d.next = y, true, next
		return d
	}
	k := i
	y, next := p.plainYear(k)
	if next == k || p.glued(k) && (p.sign(k-1, "/") || p.sign(k-1, ".") || p.sign(k-1, "-") && p.glued(k-1) && !p.is(k-2, cPart) && p.at(k-2).kind == wordToken) {
		return d
	}
	if b := p.at(next + 1); p.sign(next, "/") && p.glued(next) && p.glued(next+1) && b.kind == numberToken && b.num.n == 1 { // 2022/23
		if second := int(b.num.parts[0]); b.num.whole == 2 && second == (y+1)%100 || b.num.whole == 4 && second == y+1 {
			d.from, d.to = string(appendFour(nil, y)), string(appendFour(nil, y+1))
			d.next, d.dated, d.year = next+2, true, y
			return d
		}
		return d
	}
	if b := p.at(next + 1); (p.sign(next, "-") || p.sign(next, "–")) && p.glued(next) && p.glued(next+1) && b.kind == numberToken && b.num.n == 1 && b.num.whole == 2 && int(b.num.parts[0]) > y%100 && !(p.sign(next, "-") && b.num.parts[0] <= 12) { // 2014–18
		if p.glued(next+2) && p.at(next+2).kind == wordToken {
			return d
		}
		d.from, d.to = string(appendFour(nil, y)), string(appendFour(nil, y/100*100+int(b.num.parts[0])))
		d.next, d.dated, d.year = next+2, true, y
		return d
	}
	if !p.isYear(i, next, y) {
		return d
	}
	d.year, d.dated, d.next = y, true, next
	return d
}

// commonEra reads "44 v. Chr.", "500 BC", "AD 79".
func (p *parser) commonEra(i int) (int, int) {
	t := p.at(i)
	if t.kind != numberToken || t.num.n != 1 || t.num.whole > 4 {
		return 0, i
	}
	y, k := int(t.num.parts[0]), i+1
	switch w := p.text2(k); {
	case (w == "v" || w == "n") && p.sign(k+1, ".") && p.text2(k+2) == "Chr":
		k += 3
		if p.sign(k, ".") && p.glued(k) {
			k++
		}
		if w == "v" {
			y = 1 - y
		}
		return y, k
	case w == "BC" || w == "BCE":
		return 1 - y, k + 1
	case w == "CE" || w == "AD":
		return y, k + 1
	}
	return 0, i
}

// isYear decides whether four digits are a year or count something. Years of our
// time are taken for years unless a counted noun follows or an approximator stands
// before them; round and older ones need a word that goes with years.
func (p *parser) isYear(i, next, y int) bool {
	m := p.withUnit(measured{number: p.number(i), next: next})
	if !m.bare && m.unit != "quarter" || m.number.power > 0 || p.sign(next, "+") && p.glued(next) {
		return false
	}
	if p.at(i-1).kind == signToken && p.currencySign(i-1).class != cNone || p.sign(i-1, "-") && p.glued(i) && !p.is(i-2, cPart) && !p.earlierYear(i-2, y) {
		return false
	}
	strong, weak := p.yearContext(i)
	if p.is(next, cCounted) && p.at(next).kind == wordToken && !p.is(i-1, cYearWord) {
		return p.x.lang == "en" && strong && weak
	}
	noun := p.nounBehind(next)
	if a, start := p.phraseBefore(i - 1); start <= i-1 && a != Exact && (noun || a != About) && !p.is(i-1, cYearPrep) {
		if noun || y%100 == 0 || p.done == 0 || p.at(start-1).end != p.done && p.at(start-2).end != p.done { // "2,6 Millionen mehr als 2021"
			return false
		}
	}
	if p.sign(next, "-") && p.glued(next) && p.at(next+1).kind == wordToken && p.glued(next+1) { // 2000-Watt-Gesellschaft
		return y%100 != 0 && y >= 1900
	}
	if y >= 1900 && y <= 2099 && y%100 != 0 {
		return !(p.x.lang == "de" && p.text2(i-1) == "in" && noun)
	}
	if p.is(i-1, cYearWord) || p.is(i-1, cSeason) || p.is(i-1, cMonth) {
		return true
	}
	return strong && !noun
}

// earlierYear reports whether the token before a hyphen is the year that a span
// begins with: "2014-2018".
func (p *parser) earlierYear(i, y int) bool {
	first, next := p.plainYear(i)
	return next > i && p.glued(next) && first < y
}

// yearContext reports whether the word before is one that stands before years, and
// whether it does before other numbers too.
func (p *parser) yearContext(i int) (strong, weak bool) {
	t := p.at(i - 1)
	switch {
	case t.kind == wordToken && (t.is(cYearPrep) || t.is(cHence) || t.is(cIn) || t.is(cSince) || t.is(cPart) || t.is(cSeason) || t.is(cBetween) || t.is(cFrom) || t.is(cTo) || t.is(cOf) || t.is(cThe)):
		return true, t.is(cHence) || t.is(cSince) || t.is(cYearPrep)
	case p.sign(i-1, "("), t.is(cTo), p.sign(i-1, ",") && p.is(i-2, cCity), p.sign(i-1, "*"), p.sign(i-1, "†"):
		return true, false
	case t.is(cAnd) && p.at(i-2).kind == numberToken && p.at(i-2).num.whole == 4:
		return true, false
	case i == 0 || p.sign(i-1, "."):
		return p.x.lang == "de" && p.at(i+1).kind == wordToken && p.at(i+1).caps == small, true
	}
	return false, false
}

// nounBehind reports whether what follows looks like a thing that is counted.
func (p *parser) nounBehind(i int) bool {
	t := p.at(i)
	if t.kind != wordToken {
		return false
	}
	if p.x.lang == "de" {
		return t.caps != small && !t.is(cMonth)
	}
	w := p.text(i)
	return t.is(cCounted) || len(w) > 3 && w[len(w)-1] == 's' && t.caps == small && w[len(w)-2] != 's' && w != "was"
}
