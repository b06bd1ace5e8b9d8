package quantity

// Numbers of digits and words in turn: "4 thousand 3 hundred and 21", "one over
// three", "5 ± 1 m".

// mixed goes on behind a whole number of digits with its magnitude: with smaller
// magnitudes, and with what is below a hundred.
func (p *parser) mixed(n number) number {
	if p.x.lang != "en" || n.power == 0 || n.fraction || n.mantissa.exp < 0 || n.mantissa.den > 1 || !p.multiplier(n.next-1) {
		return n
	}
	for {
		t := p.at(n.next)
		if t.kind != numberToken || t.num.n != 1 || t.num.whole > 3 || t.num.zero {
			break
		}
		m := p.digits(number{first: n.next, next: n.next})
		if m.power == 0 || m.power >= n.power || m.fraction || !p.multiplier(m.next-1) {
			break
		}
		n.value, n.step, n.power, n.next = n.value.sum(m.value), m.step, m.power, m.next
		n.mantissa = n.value.Shift(-n.power)
	}
	return p.belowHundred(n)
}

// belowHundred reads the "and 21" behind hundreds.
func (p *parser) belowHundred(n number) number {
	if !p.is(n.next-1, cHundred) || !p.is(n.next, cAnd) || p.at(n.next).kind != wordToken || p.andFraction(n.next+1) {
		return n
	}
	m := p.readNumber(n.next + 1)
	if m.next == n.next+1 || m.article || m.fraction || m.power != 0 || m.step.Cmp(whole(1)) != 0 || m.value.Sign() <= 0 || m.value.Cmp(whole(100)) >= 0 {
		return n
	}
	n.value, n.step, n.next, n.power = n.value.sum(m.value), whole(1), m.next, 0
	n.mantissa = n.value
	return n
}

// over reads "one over three" at the end of a clause: what lies over a time or an
// amount has a word behind it, and a blood pressure has the greater number first.
func (p *parser) over(q *Quantity, i int) int {
	if p.x.lang != "en" {
		return i
	}
	a := p.number(i)
	if a.next == i || a.article || a.fraction || a.power > 0 || a.value.exp != 0 || p.text2(a.next) != "over" {
		return i
	}
	b := p.number(a.next + 1)
	if b.next == a.next+1 || b.article || b.fraction || b.power > 0 || b.value.exp != 0 || a.value.Sign() <= 0 || a.value.Cmp(b.value) >= 0 || !p.ends(b.next) {
		return i
	}
	*q = Quantity{Kind: Fraction, Value: a.value.over(b.value.whole())}
	return b.next
}

// tolerance reads "± 1" behind an amount, with the unit of both: the amount is then
// about that.
func (p *parser) tolerance(m measured) measured {
	if !p.sign(m.next, "±") {
		return m
	}
	t := p.readNumber(m.next + 1)
	if t.next == m.next+1 || t.value.Sign() < 0 {
		return m
	}
	u := p.withUnit(measured{number: t, next: t.next})
	switch {
	case m.bare:
		m.kind, m.unit, m.currency, m.scale, m.bare = u.kind, u.unit, u.currency, u.scale, u.bare
	case !u.bare && (u.kind != m.kind || u.unit != m.unit || u.currency != m.currency):
		return m
	}
	m.next, m.tolerant = max(u.next, t.next), true
	return m
}
