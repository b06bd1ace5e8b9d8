package quantity

// Ranges and shared words. "2,5 bis 3 Milliarden" is 2.5 to 3 billion, because the
// magnitude belongs to both; "von 54 auf 271 Millionen" is two figures, of which
// the first leaves its magnitude out.

// rangeEnd reads the second amount of a range behind the first.
func (p *parser) rangeEnd(a measured, i int) (measured, bool) {
	k, ok := p.joiner(a, i)
	if !ok {
		return a, false
	}
	if p.text2(k) == "plus" && p.at(k+1).kind == numberToken { // minus 3 und plus 5 Grad
		k++
	}
	b := p.measure(k)
	if b.next == k || b.article || !p.compatible(a, b) || p.at(k).breaks && p.at(k).kind == signToken {
		return a, false
	}
	if a.kind == Count && b.kind == Count && p.yearLike(a.number) && p.yearLike(b.number) && !p.nounBehind(b.next) && !p.is(b.next, cCounted) {
		return a, false
	}
	if a.bare && b.bare && a.power == 0 && b.power == 0 && b.value.Cmp(a.value) < 0 {
		return a, false // 352 to 65, 352–65: votes
	}
	return b, true
}

// joiner returns the token at which the second amount would begin.
func (p *parser) joiner(a measured, i int) (int, bool) {
	t := p.at(i)
	word := t.kind == wordToken
	switch {
	case t.is(cTo) && word:
		if p.x.lang == "en" && p.changes(a.first) {
			return i, false
		}
		if p.text(i) == "bis" && p.text2(i+1) == "zu" || p.text(i) == "till" || p.text(i) == "until" || p.text(i) == "through" {
			return i + 1, p.text(i) != "bis"
		}
		return i + 1, true
	case t.is(cTo): // a dash
		return i + 1, p.glued(i) == p.glued(i+1) || p.glued(i+1)
	case p.sign(i, "-"):
		if p.glued(i) && p.is(i+1, cTo) && p.at(i+1).kind == wordToken { // 8- to 16-meter
			return i + 2, true
		}
		return i + 1, p.glued(i) == p.glued(i+1) && !a.spelled && (p.at(i+1).kind == numberToken || p.currencySign(i+1).class != cNone && p.at(i+2).kind == numberToken)
	case t.is(cAnd) && p.betweenBefore(a.first):
		return i + 1, true
	}
	return i, false
}

// betweenBefore reports whether "zwischen" or "between" stands before an amount,
// perhaps with an approximator.
func (p *parser) betweenBefore(first int) bool {
	return p.is(first-1, cBetween) || p.at(first-1).kind == wordToken && p.is(first-2, cBetween) || p.is(first-3, cBetween) && p.at(first-2).kind == wordToken
}

// changes reports whether the amount is where a change starts from: "rose from 54
// to 271 million".
func (p *parser) changes(first int) bool {
	if !p.is(first-1, cFrom) {
		return false
	}
	for k := first - 2; k >= 0 && k >= first-8; k-- {
		if p.is(k, cChange) {
			return true
		}
		if p.sign(k, ".") {
			return false
		}
	}
	return false
}

// compatible reports whether two amounts can be the ends of one range.
func (p *parser) compatible(a, b measured) bool {
	switch {
	case a.number.fraction && a.spelled && !b.number.fraction && (b.kind == Money || b.kind == Count): // "by half to $18bn"
		return false
	case a.bare:
		if a.power > 0 && b.power == 0 && b.bare {
			return false
		}
		if b.kind == Duration && p.at(b.next-1).is(cMonth) {
			return false
		}
		return a.kind == Count
	case b.bare:
		return a.kind == Money && p.currencySign(a.first).class != cNone && b.power >= a.power
	}
	return a.kind == b.kind && a.unit == b.unit && a.currency == b.currency
}

// share2 gives the first amount of a range what the second has and it has not.
func (p *parser) share2(a, b measured) measured {
	if a.bare {
		a.kind, a.unit, a.currency, a.scale, a.bare = b.kind, b.unit, b.currency, b.scale, b.bare
	}
	if n := cutOff(p, a, b); n > 0 { // drei- bis viertausend
		a.value, a.step = a.value.Shift(n), a.step.Shift(n)
		return a
	}
	if a.power == 0 && b.power > 0 && b.mantissa.Given() && a.value.Cmp(b.mantissa) < 0 {
		a.value, a.step, a.power, a.other = a.value.Shift(b.power), a.step.Shift(b.power), b.power, Decimal{}
	}
	return a
}

// cutOff returns the power of ten that a number of words left to a compound behind
// it: the thousand of "drei- bis viertausend".
func cutOff(p *parser, a, b measured) int {
	i := a.next - 1
	if p.x.lang != "de" || !a.spelled || !b.spelled || !a.bare && a.kind != b.kind {
		return 0
	}
	for i < b.first && !(p.sign(i, "-") && p.glued(i) && !p.glued(i+1)) {
		i++
	}
	va, vb := a.value.whole(), b.value.whole()
	switch {
	case i == b.first || va == 0 || va >= vb:
	case vb >= 1000 && vb%1000 == 0 && va*1000 < vb:
		return 3
	case vb >= 100 && vb < 1000 && vb%100 == 0 && va*100 < vb:
		return 2
	}
	return 0
}

// elided gives an amount the magnitude or unit of its neighbour: "von 54 auf 271
// Millionen", "5 oder 6 Prozent", "45 and 50 mg".
func (p *parser) elided(a measured, i int) (measured, bool) {
	if !a.bare && !(a.kind == Money && a.power == 0) || a.power > 0 && !a.bare {
		return a, false
	}
	onto := p.is(i, cOnto) && (p.is(a.first-1, cFrom) || p.is(a.first-2, cFrom) && p.at(a.first-1).kind == wordToken) || p.x.lang == "en" && p.is(i, cTo) && p.changes(a.first)
	by := p.by(i) // 5 × 3 m
	if !by && (!onto && !p.is(i, cOr) && !p.is(i, cAnd) || p.at(i).kind != wordToken || p.yearLike(a.number) && !onto) {
		return a, false
	}
	k := i + 1
	if p.is(i, cAnd) && p.at(k).kind == numberToken && p.yearLike(p.number(k)) && a.first > 0 && p.text2(k+1) == p.text2(a.first-1) && p.at(k+1).kind == wordToken { // "um 0,2 und 2024 um 1,3 Prozent"
		k += 2
	}
	b := p.measure(k)
	if b.next == k { // "von 54 auf mehr als 271 Millionen"
		for k < i+4 && b.next == k && p.at(k).kind == wordToken {
			k++
			b = p.measure(k)
		}
	}
	if b.next == k || b.article || b.bare && b.power == 0 {
		return a, false
	}
	e := a
	unit := a.bare && !b.bare && (b.kind != Duration || onto || p.is(i, cOr)) && (!by || b.kind == Amount)
	scale := a.power == 0 && b.power > 0 && (onto || p.is(i, cOr)) && a.value.Cmp(whole(1000)) < 0 && b.mantissa.Given()
	if !unit && !scale {
		return a, false
	}
	if unit {
		e.kind, e.unit, e.currency, e.scale, e.bare = b.kind, b.unit, b.currency, b.scale, false
	}
	if scale {
		e.value, e.step, e.power, e.other = a.value.Shift(b.power), a.step.Shift(b.power), b.power, Decimal{}
	}
	return e, true
}

// by reports whether a token joins the two sides of an area: "5 × 3 m", "30 mal 20 cm",
// "10 by 12 feet".
func (p *parser) by(i int) bool {
	switch p.text2(i) {
	case "×", "x", "mal":
		return true
	case "by":
		return p.x.lang == "en"
	}
	return false
}

// yearLike reports whether a number looks like a year.
func (p *parser) yearLike(n number) bool {
	return n.plain && n.digits == 4 && n.value.Cmp(whole(1000)) >= 0 && n.value.Cmp(whole(2100)) <= 0
}
