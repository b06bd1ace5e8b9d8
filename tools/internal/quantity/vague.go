package quantity

// vagueOnes reads magnitudes without a number: Millionen Menschen, mehrere hundert
// Millionen, Milliardenumsatz, hundreds of thousands. They have a magnitude and no
// value.
func (p *parser) vagueOnes(q *Quantity, i int) int {
	if !p.at(i).in(vagueStarts) {
		return i
	}
	k, power := i, 0
	if p.is(k, cSeveral) && p.at(k).kind == wordToken {
		k++
		if p.x.lang == "en" && (p.text2(k) == "of" || p.text2(k) == "dozen") {
			k++
		}
	}
	if p.is(k, cArticle) && p.is(k+1, cSeveral) {
		k += 2
	}
	from := k
	for p.at(k).kind == wordToken {
		n, ok := p.vagueWord(k, k > from || from > i)
		if !ok {
			break
		}
		power += n
		k++
		if p.x.lang == "en" && p.text2(k) == "of" && (p.is(k+1, cMagnitudes) || p.is(k+1, cMagnitude)) || p.is(k, cOutOf) && p.text2(k) == "von" && p.is(k+1, cMagnitudes) {
			k++
		}
	}
	if k == from {
		return i
	}
	*q = Quantity{Kind: Vague, Magnitude: power}
	m := p.unitBehind(measured{}, k)
	if m.next > k && (m.kind == Money || m.kind == Amount || m.kind == Duration) {
		q.Currency, q.Unit, k = m.currency, m.unit, m.next
	}
	p.span(q, i, k)
	q.Noun = p.noun(k)
	return k
}

// vagueWord returns the power of ten of a word that is vague by itself, or that is
// after another such word.
func (p *parser) vagueWord(i int, after bool) (int, bool) {
	t := p.at(i)
	switch {
	case t.is(cVague):
		return t.as(cVague).n, true
	case t.is(cMagnitudes) && (p.x.lang == "de" || t.as(cMagnitudes).n > 0):
		return t.as(cMagnitudes).n, true
	case t.is(cDozens):
		return 1, true
	case !after:
		return 0, false
	case t.is(cHundred):
		return 2, true
	case t.is(cMagnitude):
		return t.as(cMagnitude).n, true
	case t.is(cDozen):
		return 1, true
	}
	return 0, false
}
