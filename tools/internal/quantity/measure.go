package quantity

import "strings"

// measured is a number with what it counts, before ranges are joined.
type measured struct {
	number
	kind     Kind
	unit     string
	currency string
	scale    int // of the unit against its currency or percent: cents, per mille
	bare     bool
	tolerant bool // 5 ± 1
	first    int  // tokens, sign of the currency included
	next     int
}

// measures reads an amount of anything, a range of amounts, and what is said about
// them: approximators before, rates and nouns behind.
func (p *parser) measures(q *Quantity, i int) int {
	if !p.mayNumber(i) && p.currencySign(i).class == cNone {
		return i
	}
	a := p.measure(i)
	if a.next == i {
		return i
	}
	if a.article && (a.bare || p.commonNoun(a)) || p.pronoun(a) {
		return i
	}
	first, next := a.first, a.next
	if b, joined := p.rangeEnd(a, next); joined {
		a, next = p.share2(a, b), b.next
		p.amount(q, &a)
		p.withMax(q, a, b)
	} else if e, ok := p.elided(a, next); ok {
		p.amount(q, &e)
		q.Elided = true
	} else {
		p.amount(q, &a)
	}
	if p.pointBefore(first) {
		first--
	}
	p.span(q, first, next)
	next = p.aged(q, first, next)
	next = p.rate(q, next)
	p.approximate(q, first, next)
	if a.tolerant && q.Approx == Exact {
		q.Approx = About
	}
	if q.Kind == Count {
		q.Noun = p.noun(next)
	}
	return max(next, i+1)
}

// another reports whether "a second" is one more: "a second phone rang", "for a second
// time"; but it takes a second, a second later.
func (p *parser) another(a measured) bool {
	if p.x.lang != "en" || p.text(a.next-1) != "second" || a.next-a.first != 2 || p.at(a.next).kind != wordToken {
		return false
	}
	return !behindASecond[p.text(a.next)]
}

// behindASecond are the words that stand behind a second that lasts: adverbs of time,
// prepositions, conjunctions and auxiliaries.
var behindASecond = words("later ago before after earlier sooner longer shorter more less off apart too or and but to in at for of on with " +
	"without than as when while until till from by per if so that is was has had will would can could may might must passes passed")

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// commonNoun reports whether a unit behind an article is another word: a mark, a
// bit, a degree, "ein Grad an"; so is every code of a currency, "a BSD kernel".
func (p *parser) commonNoun(a measured) bool {
	if a.kind == Money && p.at(a.next-1).caps == allCaps || p.another(a) {
		return true
	}
	switch a.currency {
	case "DEM", "KRW", "ZAR", "BRL", "ATS":
		return true
	}
	switch a.unit {
	case "bit", "degree", "revolution", "bar", "stone", "yard", "foot":
		return true
	}
	return false
}

// amount makes the finding of one amount.
func (p *parser) amount(q *Quantity, a *measured) {
	*q = Quantity{
		Kind: a.kind, Value: a.value.Shift(a.scale), Step: a.step.Shift(a.scale), Unit: a.unit, Currency: a.currency,
		Notation: a.notation, Magnitude: a.power,
	}
	if a.other.Given() {
		q.Other = a.other.Shift(a.scale)
	}
	if q.Kind == Count && a.number.fraction {
		q.Kind = Fraction
	}
}

func (p *parser) withMax(q *Quantity, a, b measured) {
	q.Max, q.MaxStep = b.value.Shift(b.scale), b.step.Shift(b.scale)
	if q.Max.Cmp(q.Value) < 0 {
		q.Value, q.Max, q.Step, q.MaxStep = q.Max, q.Value, q.MaxStep, q.Step
	}
	if q.Notation == Either {
		q.Notation = b.notation
	}
}

// measure reads one amount: a number with the unit before or behind it.
func (p *parser) measure(i int) measured {
	m := measured{first: i, next: i}
	if s := p.currencySign(i); s.class != cNone {
		return p.moneyAfterSign(m, s, i)
	}
	m.number = p.number(i)
	if m.number.next == i {
		return m
	}
	m.next = m.number.next
	return p.tolerance(p.withUnit(m))
}

// vulgarAt returns the length of the vulgar fraction at a token, or 0.
func vulgarAt(p *parser, i int) int {
	if t := p.at(i); t.kind == signToken && t != none {
		return vulgar(p.src[t.start:])
	}
	return 0
}

// withUnit reads what stands behind a number.
func (p *parser) withUnit(m measured) measured {
	i := m.next
	if p.is(i, cDash) && p.at(i).kind == signToken && p.glued(i) && p.glued(i+1) && !p.is(i, cTo) { // 5-year, 34-Milliarden-Dollar
		if k := p.unitBehind(m, i+1); k.next > i+1 {
			return k
		}
	}
	if i < len(p.toks) && (p.sign(i, "[") || p.sign(i, "{") || p.sign(i, "(")) && (p.sign(i+2, "]") || p.sign(i+2, "}")) {
		if k := p.unitBehind(m, i+1); k.next == i+2 {
			k.next++
			return k
		}
	}
	if k := p.unitBehind(m, i); k.next > i {
		return p.withInches(k)
	}
	if k := p.feetMark(m); k.next > i {
		return k
	}
	m.bare = true
	return m
}

// unitBehind reads percent, a currency, a unit of time or another unit at i. The
// result's next is beyond i if there is one.
func (p *parser) unitBehind(m measured, i int) measured {
	t := p.at(i)
	m.next = i
	if t == none {
		return m
	}
	if s, next := p.percentAt(i); next > i {
		m.kind, m.scale, m.next = s.kind, s.scale, next
		return m
	}
	if s := p.currencySign(i); s.class != cNone && !p.signOfNext(i) {
		m.kind, m.currency, m.scale, m.next = Money, s.name, s.n, i+1
		if power, next := p.magnitude(i+1, number{spelled: true}); next > i+1 && p.at(i+1).is(cMagnitude) { // 75 USD million
			m.value, m.step, m.next = m.value.Shift(power), m.step.Shift(power), next
		}
		return p.withCents(m)
	}
	if t.kind == wordToken && t.caps == allCaps { // 30 MUSD
		if s := p.millionsOf(p.text(i)); s.class != cNone {
			m.value, m.step = m.value.Shift(6), m.step.Shift(6)
			m.kind, m.currency, m.next = Money, s.name, i+1
			return m
		}
	}
	if s, next := p.currencyName(i); next > i && !(s.name == "GBP" && p.weighs(m, next)) {
		m.kind, m.currency, m.scale, m.next = Money, s.name, s.n, next
		return p.withCents(m)
	}
	if t.is(cTime) && !p.clockTime(i) {
		m.kind, m.unit, m.next = Duration, t.as(cTime).name, i+1
		if p.sign(i+1, ".") && p.glued(i+1) && t.end-t.start == 3 && p.x.lang == "de" && len(p.text(i)) == 3 { // Std. Min.
			m.next++
		}
		return p.unitAndAHalf(m)
	}
	if id, next := p.unitAt(i, m); next > i {
		m.kind, m.unit, m.next = Amount, id, next
		if timeUnits[id] {
			m.kind = Duration
		}
		if id == "pound" && p.x.lang == "de" && m.power >= 6 { // nobody weighs millions of pounds
			m.kind, m.unit, m.currency = Money, "", "GBP"
		}
	}
	return m
}

// unitAndAHalf reads the fraction behind a unit: "a year and a half".
func (p *parser) unitAndAHalf(m measured) measured {
	if p.x.lang != "en" || !p.is(m.next, cAnd) || p.at(m.next).kind != wordToken || !m.spelled || m.number.fraction {
		return m
	}
	if v, next := p.added(m.next + 1); next > 0 && !p.is(next, cMagnitude) {
		m.value, m.next = m.value.sum(v), next
	}
	return m
}

var timeUnits = map[string]bool{"hour": true, "minute": true, "second": true, "millisecond": true}

// percentKind is what a percent word makes of a number.
type percentKind struct {
	kind  Kind
	scale int
}

// percentAt reads percent, per cent, percentage points, basis points.
func (p *parser) percentAt(i int) (percentKind, int) {
	t := p.at(i)
	switch {
	case t.is(cPP) && p.sign(i+1, ".") && p.glued(i+1) && p.at(i+2).kind == numberToken: // vol. 1 pp. 152-6
		return percentKind{}, i
	case t.is(cPP):
		return percentKind{PercentPoint, t.as(cPP).n}, i + 1
	case t.is(cBps):
		return percentKind{PercentPoint, -2}, i + 1
	case t.is(cBasis) && p.is(i+1, cPoints):
		return percentKind{PercentPoint, -2}, i + 2
	case t.is(cPercentOf) && p.is(i+1, cCent):
		return p.pointsAfter(percentKind{Percent, 0}, i+2)
	case t.is(cPercent):
		return p.pointsAfter(percentKind{Percent, t.as(cPercent).n}, i+1)
	}
	return percentKind{}, i
}

func (p *parser) pointsAfter(k percentKind, i int) (percentKind, int) {
	if p.is(i, cPoints) {
		return percentKind{PercentPoint, k.scale}, i + 1
	}
	if p.is(i, cDash) && p.is(i+1, cPoints) || p.sign(i, "-") && p.glued(i) && p.is(i+1, cPP) {
		return percentKind{PercentPoint, k.scale}, i + 2
	}
	if p.sign(i, ".") && p.glued(i) && p.text(i-1) == "Proz" {
		i++
	}
	return k, i
}

// several matches the longest sequence of words of a class at a token. Hyphens
// between them do not matter.
func (p *parser) several(i int, c class) (*sense, int) {
	best, end := unmade, i
	phrases := p.at(i).word.sequence
	for k := range phrases {
		ph := &phrases[k]
		if ph.class != c {
			continue
		}
		k := i
		for n, id := range ph.ids {
			if n > 0 && p.sign(k, "-") && p.glued(k) && p.glued(k+1) {
				k++
			}
			if p.at(k).word.id != id {
				k = -1
				break
			}
			k++
		}
		if k > end {
			best, end = &ph.sense, k
		}
	}
	return best, end
}

func (m measured) places() int { return int(-m.step.exp) }

// ends reports whether a sentence or clause ends at a token.
func (p *parser) ends(i int) bool {
	t := p.at(i)
	return t == none || t.kind == signToken && p.src[t.start] < 0x80 && (p.src[t.start] == '.' || p.src[t.start] == ',' || p.src[t.start] == ';' || p.src[t.start] == ')' || p.src[t.start] == '!' || p.src[t.start] == '?')
}

// pronoun reports whether an English "one" stands for a noun, or a German article
// was taken for a number.
func (p *parser) pronoun(a measured) bool {
	if !a.bare || a.next != a.number.first+1 || p.x.lang != "en" || p.text(a.number.first) != "one" && p.text(a.number.first) != "One" {
		return false
	}
	i := a.number.first
	if p.is(i+1, cNotOneBefore) || i > 0 && p.is(i-1, cNotOneAfter) {
		return true
	}
	return false
}

// noun returns the word that follows a bare number.
func (p *parser) noun(i int) string {
	t := p.at(i)
	if t.kind != wordToken || t.breaks && paragraph(p.src[p.at(i-1).end:t.start]) {
		return ""
	}
	return p.text(i)
}
