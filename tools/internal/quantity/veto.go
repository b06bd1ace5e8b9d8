package quantity

// veto passes over what looks like a number and is none: versions, identifiers,
// telephone numbers, addresses, sections of a law, scores, times of day. It
// returns the token behind it, or i.
func (p *parser) veto(i int) int {
	t := p.at(i)
	if t.start < p.done {
		return i
	}
	if t.kind == wordToken {
		if t.is(cCard) && p.sign(i+1, "-") && p.glued(i+1) && (p.text3(i+2, "figure", "digit", "figures") || p.none(i)) { // a six-figure sum
			return i + 3
		}
		if p.otherWord(i) {
			return i + 1
		}
		return p.identifier(i)
	}
	for _, rule := range [...]func(*parser, int) int{
		(*parser).identifier, (*parser).telephone, (*parser).clock, (*parser).numbering, (*parser).version, (*parser).label, (*parser).address,
	} {
		if next := rule(p, i); next > i {
			return next
		}
	}
	return i
}

// identifier passes over digits that are one word with letters: 5G, GPT-4, A380,
// Covid-19, 3D, @user1, #42.
func (p *parser) identifier(i int) int {
	t := p.at(i)
	if t.kind == signToken {
		if (p.sign(i, "@") || p.sign(i, "#")) && p.glued(i+1) {
			return p.gluedEnd(i + 1)
		}
		return i
	}
	if t.kind == wordToken {
		k := i + 1
		if p.sign(k, "-") && p.glued(k) && !p.is(i, cPart) && !p.is(i, cMonth) {
			k++
		}
		if p.glued(k) && p.at(k).kind == numberToken && !p.numberPrefix(i) {
			return p.gluedEnd(k)
		}
		return i
	}
	next := i + 1
	if t.kind == numberToken && p.sign(next, "-") && p.glued(next) && p.glued(next+1) { // 5-G-Netz, 3-D
		switch p.text2(next + 1) {
		case "G", "D", "K":
			return p.gluedEnd(next + 1)
		}
	}
	if t.kind == numberToken && p.sign(next, ")") && p.glued(next) && p.sign(i-1, "(") && p.glued(i) && p.glued(i-1) && p.at(i-2).kind == wordToken {
		return next // uniq(1), a page of a manual
	}
	if t.kind != numberToken || !p.glued(next) || p.at(next).kind != wordToken {
		return i
	}
	if p.text(i) == "0" && (p.text(next) == "x" || p.text(next) == "X") {
		return p.gluedEnd(next)
	}
	if p.gluedUnit(i) {
		return i
	}
	return p.gluedEnd(next)
}

// numberPrefix reports whether a word may stand directly before digits: a currency
// code, Q for a quarter, a month.
func (p *parser) numberPrefix(i int) bool {
	sign := p.currencySign(i)
	money := sign.class != cNone && !(sign.class == cCurrencyCode && p.model(i+1, sign.name))
	return money || p.is(i, cQuarter) || p.is(i, cHalfWord) || p.is(i, cMonth) || p.is(i, cPart) || p.text(i) == "FY" || p.is(i, cYearPrep) && len(p.text(i)) == 1
}

// gluedUnit reports whether the letters behind a numeral are a unit, a magnitude
// or an ending.
func (p *parser) gluedUnit(i int) bool {
	u := p.at(i + 1)
	if p.at(i+2).kind == numberToken && p.glued(i+2) && !p.exponentAt(i) && !(p.x.signs.get(p.text(i+1)) != nil && p.at(i+2).num.whole == 1) {
		return false
	}
	switch {
	case u.is(cSuffix), u.is(cPercent), u.is(cPP), u.is(cTime), u.is(cMagnitude), u.is(cMagnitudes), u.is(cClock), u.is(cMonth), u.is(cCurrency):
		return true
	case p.exponentAt(i):
		return true
	case p.currencySign(i+1).class != cNone, p.millionsOf(p.text(i+1)).class != cNone:
		return true
	case u.is(cMagShort):
		w := p.text(i + 1)
		return w != "K" && w != "k" && w != "M" || p.x.lang == "en" || p.moneyBefore(i+1)
	}
	id, next := p.simpleUnit(i+1, measured{number: p.number(i)})
	return next > i+1 && id != ""
}

func (p *parser) exponentAt(i int) bool {
	_, next := p.exponent(i + 1)
	return next > 0
}

// gluedEnd returns the token behind everything that hangs together with a token.
func (p *parser) gluedEnd(i int) int {
	for i++; i < len(p.toks) && p.glued(i); i++ {
		if t := p.at(i); t.kind == signToken && (!p.glued(i+1) || !hangs(p.src[t.start])) {
			break
		}
	}
	return i
}

// hangs reports whether a sign joins parts of an identifier.
func hangs(c byte) bool { return c == '-' || c == '.' || c == '_' || c == '/' || c == ':' }

// telephone passes over +49 30 123456, 0800-12345 and codes that begin with a
// nought.
func (p *parser) telephone(i int) int {
	k := i
	if p.sign(k, "+") && p.glued(k+1) {
		k++
		if p.at(k).kind != numberToken || !(p.at(k+1).kind == numberToken || (p.sign(k+1, "-") || p.sign(k+1, "/") || p.sign(k+1, "(")) && p.at(k+2).kind == numberToken || p.sign(k+1, "(")) {
			return i
		}
	} else if t := p.at(i); t.kind != numberToken || !t.num.zero || t.num.places > 0 || t.num.dotted || t.num.whole < 3 {
		return i
	}
	for k++; k < len(p.toks); k++ {
		t := p.at(k)
		if t.kind == numberToken && !t.breaks {
			continue
		}
		if t.kind == signToken && (p.at(k+1).kind == numberToken) && (p.sign(k, "-") || p.sign(k, "/") || p.sign(k, "(") || p.sign(k, ")") || p.sign(k, "–")) {
			continue
		}
		break
	}
	return k
}

// clock passes over times of day and scores: 14:30, 2:0, 14 Uhr, 8.15 Uhr, 6pm.
func (p *parser) clock(i int) int {
	if p.at(i).kind != numberToken {
		return i
	}
	k := i + 1
	if p.sign(k, ":") && p.glued(k) && p.glued(k+1) && p.at(k+1).kind == numberToken {
		k += 2
		for p.sign(k, ":") && p.glued(k) && p.at(k+1).kind == numberToken {
			k += 2
		}
		if p.is(k, cClock) {
			k++
		}
		return k
	}
	if p.score(i) {
		return k + 2
	}
	if p.sign(k, "/") && p.glued(k) && p.glued(k+1) && !p.sign(k+2, "/") && (p.text(i) == "24" && p.text2(k+1) == "7" || p.text(i) == "9" && p.text2(k+1) == "11") {
		return k + 2
	}
	if (p.is(k, cTo) || p.sign(k, "-")) && p.at(k+1).kind == numberToken && p.is(k+2, cClock) && p.clockWord(k+2, k+1) {
		return k + 3
	}
	if p.is(k, cClock) && p.clockWord(k, i) {
		return k + 1
	}
	return i
}

// score reports whether two numbers with a hyphen are the score of a game: "won
// 2-0", "a 3-1 defeat". What is counted has a noun behind it.
func (p *parser) score(i int) bool {
	a, b := p.at(i).num, p.at(i+2).num
	if p.x.lang != "en" || !p.sign(i+1, "-") && !p.sign(i+1, "–") || !p.glued(i+1) || !p.glued(i+2) || a.n != 1 || b.n != 1 || a.whole > 2 || b.whole > 2 || p.glued(i+3) && p.at(i+3).kind != signToken {
		return false
	}
	if p.is(i+3, cScore) {
		return true
	}
	if !p.clauseEnds(i+3) && !p.text3(i+3, "against", "over", "away") {
		return false
	}
	for k := i - 1; k >= max(0, i-3) && p.at(k).kind == wordToken; k-- {
		if p.is(k, cScore) {
			return true
		}
	}
	return false
}

// clockWord tells pm from picometres, which nobody counts in hours.
func (p *parser) clockWord(k, i int) bool {
	n := p.at(i).num
	return p.x.lang == "de" || n.whole <= 2 && (n.places == 0 || n.places == 2)
}

// version passes over 1.2.3 and 192.168.0.1, and over the 2.0 of Web 2.0.
func (p *parser) version(i int) int {
	t := p.at(i)
	if t.kind != numberToken {
		return i
	}
	if t.num.dotted {
		if p.dateDotted(i) && !(p.named(i) && t.num.places == 2) {
			return i
		}
		return p.gluedEnd(i)
	}
	if x := i + 2; p.sign(i+1, ".") && p.glued(i+1) && p.glued(x) && (p.text2(x) == "x" || p.text2(x) == "X") { // 5.x
		return p.gluedEnd(x)
	}
	if t.num.n == 2 && t.num.notation == Point && t.num.places <= 2 && p.named(i) && p.withUnit(measured{number: p.number(i), next: i + 1}).bare && !p.is(i+1, cTo) {
		if m := p.number(i); m.power == 0 {
			return i + 1
		}
	}
	return i
}

// named reports whether a name stands before a number: Linux 2.6.30, Web 2.0.
func (p *parser) named(i int) bool {
	before := p.at(i - 1)
	return before.kind == wordToken && before.caps != small && !before.in(numeric) && before.word.id == 0
}

// numeric are the classes that do stand before a figure.
var numeric = set(cMonth, cWeekday, cSeason, cDay, cTime, cCurrency, cCurrencySign, cTo, cFrom, cBetween, cOnto, cPart, cRelative, cYearPrep)

// address passes over house numbers and postcodes: "Clayallee 170, 14191 Berlin",
// "221B Baker Street".
func (p *parser) address(i int) int {
	t := p.at(i)
	if t.kind != numberToken || t.num.grouped || t.num.dotted || t.num.places > 0 {
		return i
	}
	if t.num.whole == 5 && (p.is(i+1, cCity) || p.sign(i-1, "-") && p.glued(i)) && p.at(i+1).caps == initial {
		return i + 1
	}
	if t.num.whole > 4 {
		return i
	}
	if p.x.lang == "de" && p.at(i-1).kind == wordToken && p.at(i-1).caps == initial && p.streetName(i-1) && p.at(i+1).kind != wordToken {
		return i + 1
	}
	if p.x.lang == "en" {
		for k := i + 1; k < i+4 && p.at(k).kind == wordToken && p.at(k).caps == initial; k++ {
			if k > i+1 && p.is(k, cStreet) {
				return k + 1
			}
		}
	}
	return i
}

// streetName reports whether a German word ends as the names of streets do.
func (p *parser) streetName(i int) bool {
	if p.is(i, cStreet) {
		return true
	}
	var buf [longest * 2]byte
	key, ok := fold(buf[:0], p.text(i))
	if !ok {
		return false
	}
	for n := 3; n <= 9 && n+3 <= len(key); n++ {
		if w := p.x.words.getBytes(key[len(key)-n:]); w != nil && w.is.has(cStreet) {
			return true
		}
	}
	return false
}
