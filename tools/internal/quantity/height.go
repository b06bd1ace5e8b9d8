package quantity

// Feet and inches: 5'11", 6 ft 2 in., "six feet two inches". They are one length.

// withInches reads the inches behind feet.
func (p *parser) withInches(m measured) measured {
	if m.unit != "foot" || m.number.fraction || m.value.exp != 0 || m.power != 0 {
		return m
	}
	i := m.next
	if p.is(i, cAnd) && p.at(i).kind == wordToken {
		i++
	}
	n := p.readNumber(i)
	if n.next == i || !inchesFit(n) {
		return m
	}
	next, ok := p.inchWord(n.next)
	if !ok || i > m.next && next == n.next {
		return m
	}
	return m.inches(n, next)
}

// inchWord returns the token behind the word for inches; it may be left out where a
// clause ends or "tall" follows. An "in" is the preposition unless it has its point
// or such a word behind it.
func (p *parser) inchWord(i int) (int, bool) {
	switch {
	case p.is(i, cUnit) && p.at(i).as(cUnit).name == "inch", p.sign(i, "″"):
		return i + 1, true
	case p.text2(i) == "in" && p.sign(i+1, ".") && p.glued(i+1) && p.at(i+2).kind == wordToken && p.at(i+2).caps == small:
		return i + 2, true
	case p.text2(i) == "in" && (p.ends(i+1) || p.extent(i+1)):
		return i + 1, true
	}
	return i, p.x.lang == "en" && (p.ends(i) || p.extent(i))
}

// extent reports whether a word says in which direction something was measured.
func (p *parser) extent(i int) bool {
	switch p.text2(i) {
	case "tall", "high", "long", "wide", "deep", "more":
		return true
	}
	return false
}

// feetMark reads 5'11": the mark of feet with that of inches, since either alone may
// be a quotation mark.
func (p *parser) feetMark(m measured) measured {
	i := m.next
	if !p.glued(i) || !p.sign(i, "'") && !p.sign(i, "’") && !p.sign(i, "′") || p.at(i+1).kind != numberToken || m.value.exp != 0 || m.power != 0 || m.number.fraction {
		return m
	}
	n := p.readNumber(i + 1)
	k := n.next
	if !inchesFit(n) || !p.glued(k) || !p.sign(k, `"`) && !p.sign(k, "”") && !p.sign(k, "″") {
		return m
	}
	m.kind, m.unit = Amount, "foot"
	return m.inches(n, k+1)
}

func inchesFit(n number) bool {
	return n.value.Given() && !n.article && !n.fraction && n.value.exp == 0 && n.value.Sign() >= 0 && n.value.Cmp(whole(12)) < 0
}

// inches adds so many inches to feet.
func (m measured) inches(n number, next int) measured {
	m.value, m.step, m.next = whole(m.value.whole()*12+n.value.whole()).over(12), whole(0), next
	return m
}
