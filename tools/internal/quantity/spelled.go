package quantity

import "strings"

// Number words. German writes what is below a million as one word (compound.go),
// English as several; from there on both multiply and add: two hundred and six
// thousand, zwei Millionen dreihunderttausend.

// spelling is a number of words while it is being read.
type spelling struct {
	total, part Decimal // what is complete, and what may still be multiplied
	last        class   // of the last word
	tens        bool    // the last word was twenty to ninety, so that a unit may follow
	power       int     // of the last magnitude
	next        int
	mantissa    Decimal
	implied     bool // the magnitude had no number before it
}

// spelled reads number words that begin at n.next.
func (p *parser) spelled(n number) number {
	i := n.next
	if m := p.halved(n, i); m.next > i {
		return m
	}
	s := spelling{next: i}
	if p.is(i, cArticle) {
		if !p.multiplier(i+1) && p.at(i+1).made.class != cNumeral && !p.wholeDozen(i+1) {
			n.value, n.step, n.spelled, n.article, n.next = whole(1), whole(1), true, true, i+1
			return n
		}
		s.next++
		if p.at(i+1).made.class != cNumeral {
			s.part = whole(1)
		}
	} else if p.x.lang == "en" && p.multiplier(i) && p.at(i).is(cHundred) && i > 0 && p.is(i-1, cSeveral) {
		return n
	}
	for p.word(&s) {
	}
	if s.last == cNone {
		return n
	}
	n.spelled, n.value = true, s.value()
	n.next, n.power, n.mantissa = s.next, s.power, s.mantissa
	if s.part.Given() || s.power == 0 {
		n.power = 0
	}
	if p.x.lang == "de" && p.is(n.next, cHalf) && n.power == 0 && n.next == i+1 { // drei halbe
		n.value, n.step, n.next, n.fraction = n.value.over(2), tenth(5), n.next+1, true
		return n
	}
	if !n.mantissa.Given() {
		n.mantissa = n.value
	}
	n.step = whole(1).Shift(n.power + int(min(0, n.mantissa.exp)))
	return p.andAHalf(p.spokenDecimals(n))
}

func (s *spelling) value() Decimal {
	switch {
	case !s.total.Given():
		return s.part
	case !s.part.Given():
		return s.total
	}
	return s.total.sum(s.part)
}

// multiplier reports whether a token is hundert, Million or a dozen.
func (p *parser) multiplier(i int) bool {
	return p.is(i, cHundred) || p.is(i, cMagnitude)
}

func (p *parser) wholeDozen(i int) bool { return p.is(i, cDozen) }

// word takes the next word into the number; false if it does not belong to it.
func (p *parser) word(s *spelling) bool {
	i := s.next
	if s.last != cNone && p.joint(s, i) {
		if p.is(i, cArticle) { // eine Milliarde eine Million
			s.part = whole(1)
		}
		i++
	}
	t := p.at(i)
	switch {
	case t.kind != wordToken:
		return false
	case t.is(cCard) || t.made.class == cNumeral:
		return p.cardinalWord(s, t, i)
	case t.is(cHundred):
		if s.part.Given() && s.last != cCard && s.last != cArticle && s.last != cNone {
			return false
		}
		if !s.part.Given() {
			if s.last == cMagnitude && p.x.lang == "en" {
				return false
			}
			s.part = whole(1)
		}
		s.part, s.last, s.tens = s.part.Shift(2), cHundred, false
	case t.is(cDozen) && s.part.Given() && t.as(cDozen).n > 0:
		s.part, s.last = s.part.times(whole(uint64(t.as(cDozen).n))), cDozen
	case t.is(cMagnitude) || t.is(cMagnitudes) && s.part.Given():
		return p.magnitudeWord(s, t, i)
	default:
		return false
	}
	s.next = i + 1
	return true
}

// joint reports whether a token only joins two parts of a number: the hyphen of
// twenty-five, the and of two hundred and six, the comma after thousand.
func (p *parser) joint(s *spelling, i int) bool {
	next := p.at(i + 1)
	small := next.is(cCard) || next.made.class == cNumeral
	switch {
	case p.is(i, cDash) && p.at(i).kind == signToken:
		return s.tens && small && next.as(cCard).n < 10 || p.glued(i) && p.glued(i+1) && (p.multiplier(i+1) || s.last == cHundred && small)
	case p.x.lang != "en":
		return p.is(i, cArticle) && p.is(i+1, cMagnitude) && s.last == cMagnitude && p.at(i+1).as(cMagnitude).n < s.power && p.at(i).kind == wordToken
	case p.is(i, cAnd):
		return small && (s.last == cHundred || s.last == cMagnitude) && !p.andFraction(i+1)
	case p.sign(i, ","):
		return small && s.last == cMagnitude && (p.multiplier(i+2) || p.is(i+2, cDash) && p.is(i+4, cHundred) || p.is(i+2, cDash) && p.is(i+4, cMagnitude) || p.is(i+2, cAnd) && p.multiplier(i+3) || p.is(i+2, cDash) && p.is(i+3, cCard))
	}
	return false
}

// andFraction reports whether a share follows: "two hundred and two thirds".
func (p *parser) andFraction(i int) bool {
	return p.is(i+1, cFraction) || p.is(i+1, cOrdinals)
}

func (p *parser) cardinalWord(s *spelling, t *token, i int) bool {
	v := whole(uint64(t.as(cCard).n))
	if t.made.class == cNumeral {
		v = t.made.value
	}
	switch {
	case !s.part.Given():
		if s.implied && p.x.lang == "de" { // "bis zur Milliarde vier Jahre"
			return false
		}
		if s.last == cMagnitude && v.Cmp(whole(1).Shift(s.power)) >= 0 {
			return false
		}
		s.part = v
	case s.tens && v.Cmp(whole(10)) < 0 && v.Sign() > 0, s.last == cHundred && v.Cmp(whole(100)) < 0:
		s.part = s.part.sum(v)
	default:
		return false
	}
	s.last, s.next = cCard, i+1
	s.tens = p.x.lang == "en" && v.Cmp(whole(20)) >= 0 && v.Cmp(whole(90)) <= 0 && t.as(cCard).n%10 == 0
	return true
}

func (p *parser) magnitudeWord(s *spelling, t *token, i int) bool {
	power := t.as(cMagnitude).n
	if t.is(cMagnitudes) && !t.is(cMagnitude) {
		power = t.as(cMagnitudes).n
	}
	switch {
	case s.last == cMagnitude && s.power+power > 36:
		return false // nobody means it
	case s.last == cMagnitude && !s.part.Given(): // hundred thousand million
		s.total = s.total.Shift(power)
		s.power += power
		s.last, s.next = cMagnitude, i+1
		return true
	case !s.part.Given():
		if s.last != cNone {
			return false
		}
		if t.start >= 0 && t.caps == initial && p.x.lang == "de" && power == 3 {
			return false // the surname Tausend, and the noun alone
		}
		s.part, s.implied = whole(1), true
	case s.power > 0 && power >= s.power:
		return false
	}
	s.mantissa = s.part
	block := s.part.Shift(power)
	if s.total.Given() {
		block = s.total.sum(block)
		s.mantissa = Decimal{}
	}
	s.total, s.part, s.last, s.power, s.next, s.tens = block, Decimal{}, cMagnitude, power, i+1, false
	return true
}

// spokenDecimals reads what stands behind a spoken point: "zwölf Komma zwei fünf".
func (p *parser) spokenDecimals(n number) number {
	if !p.is(n.next, cPoint) || n.power > 0 {
		return n
	}
	i, v, places := n.next+1, n.value, 0
	for p.at(i).kind == wordToken && (p.is(i, cCard) || p.at(i).made.class == cNumeral) && places < 12 {
		digits := p.at(i).as(cCard).n
		width := 1
		if digits >= 10 {
			width = 2
		}
		v = v.Shift(width).sum(whole(uint64(digits)))
		places, i = places+width, i+1
	}
	if places == 0 {
		return n
	}
	n.value, n.step, n.next = v.Shift(-places), whole(1).Shift(-places), i
	return p.scaled(n)
}

// halved reads a half or a quarter of a magnitude: half a million, eine halbe
// Milliarde, three quarters of a billion; and a half or anderthalb alone.
func (p *parser) halved(n number, i int) number {
	k := i
	if p.is(k, cArticle) {
		k++
	} else if p.x.lang == "en" && strings.EqualFold(p.text2(k), "one") { // one half, one-half
		if k++; p.is(k, cDash) && p.glued(k) && p.glued(k+1) {
			k++
		}
		if !p.is(k, cHalf) || p.text(k) != "half" {
			return n
		}
	}
	var v Decimal
	switch t := p.at(k); {
	case t.is(cHalves):
		v = t.as(cHalves).value
	case t.is(cHalf):
		if p.is(k-1, cOrdinal) { // the first half
			return n
		}
		v = tenth(5)
	case p.is(k, cFraction) && p.x.lang == "en" && (p.is(k+1, cMagnitude) || p.is(k+1, cArticle) && p.is(k+2, cMagnitude)):
		v = whole(1).over(uint64(t.as(cFraction).n))
	default:
		return n
	}
	k++
	if p.is(k, cArticle) && p.x.lang == "en" { // half a million, half an hour
		k++
	}
	n.value, n.step, n.fraction, n.spelled, n.next = v, tenth(1), true, true, k
	if p.is(k, cDash) && p.glued(k) && p.glued(k+1) {
		k++
	}
	if power, next := p.magnitude(k, n); next > k {
		n.value, n.step, n.power, n.next, n.mantissa, n.fraction = v.Shift(power), tenth(1).Shift(power), power, next, v, false
	} else if d := p.at(k); d.is(cDozen) {
		n.value, n.next, n.fraction = v.times(whole(uint64(d.as(cDozen).n))), k+1, false
	}
	return n
}

// andAHalf reads a fraction that is added to a number, and the magnitude of both:
// two and a half million, five and three quarters, "fünf und drei Viertel
// Milliarde", "a million and a half".
func (p *parser) andAHalf(n number) number {
	if !p.is(n.next, cAnd) || p.at(n.next).kind != wordToken {
		return n
	}
	v, next := p.added(n.next + 1)
	if next == 0 {
		return n
	}
	if power, after := p.magnitude(next, n); after > next {
		if n.power > 0 { // one billion and a half million
			n.value = n.value.sum(v.Shift(power))
		} else {
			n.value, n.mantissa = n.value.sum(v).Shift(power), n.value.sum(v)
			n.power = power
		}
		n.step, n.next = tenth(1).Shift(power), after
		return n
	}
	n.value, n.next = n.value.sum(v.Shift(n.power)), next
	n.step = tenth(1).Shift(n.power)
	return n
}

// added reads the fraction after and: a half, a quarter, three quarters, zwei
// Drittel.
func (p *parser) added(i int) (Decimal, int) {
	top := uint64(0)
	switch t := p.at(i); {
	case t.is(cArticle):
		top = 1
	case t.is(cCard):
		top = uint64(t.as(cCard).n)
	}
	d := p.at(i + 1)
	switch {
	case top == 1 && d.is(cHalf):
		return tenth(5), i + 2
	case top > 0 && d.is(cFraction) && (p.x.lang == "de" || !p.is(i+2, cTime)):
		return whole(top).over(fractionOf(d)), i + 2
	case top > 1 && d.is(cOrdinals):
		return whole(top).over(uint64(d.as(cOrdinals).n)), i + 2
	case top == 1 && d.is(cOrdinal) && p.x.lang == "en" && d.as(cOrdinal).n > 2:
		return whole(1).over(uint64(d.as(cOrdinal).n)), i + 2
	}
	return Decimal{}, 0
}

// fractionOf returns the denominator that a token names.
func fractionOf(t *token) uint64 {
	s := t.as(cFraction)
	if s.n > 0 {
		return uint64(s.n)
	}
	return s.value.Shift(0).whole()
}
