package quantity

// number is a bare number of one or more tokens: a numeral or number words with
// their magnitudes.
type number struct {
	value, step Decimal
	other       Decimal
	first, next int // its tokens
	power       int // of the last magnitude word; 0 without one
	mantissa    Decimal
	spelled     bool
	article     bool // no more than ein or a
	plain       bool // digits only, without separators or magnitude
	fraction    bool // 1/2, ½
	notation    Notation
	digits      int // before the decimal separator
}

// number reads the number that begins at a token; next is i if there is none.
func (p *parser) number(i int) number {
	if !p.mayNumber(i) {
		return number{first: i, next: i}
	}
	r := &p.read[i%remembered]
	if r.round != p.round || r.at != i {
		n := p.readNumber(i)
		r.round, r.at, r.number = p.round, i, n
	}
	return r.number
}

// remembered is how many numbers are kept: several assemblers ask for the same one,
// and for that behind it.
const remembered = 4

func (p *parser) readNumber(i int) number {
	n := number{first: i, next: i}
	negative := false
	if p.minus(i) {
		negative = true
		n.next++
	}
	switch t := p.at(n.next); {
	case t.kind == numberToken:
		n = p.mixed(p.digits(n))
	case vulgarAt(p, n.next) > 0:
		n.value, n.step, n.fraction = vulgarValue(p.src[t.start:]), whole(0), true
		n.next++
		n = p.scaled(n)
	default:
		n = p.spelled(n)
	}
	if n.next <= i || !n.value.Given() || negative && n.next == i+1 {
		return number{first: i, next: i}
	}
	if negative {
		n.value = n.value.Neg()
	}
	return n
}

// minus reports whether a token is the sign of the number behind it.
func (p *parser) minus(i int) bool {
	if p.is(i, cMinus) {
		return true
	}
	if !p.sign(i, "-") && !p.sign(i, "−") || p.at(i+1).kind != numberToken || !p.glued(i+1) {
		return false
	}
	before := p.at(i - 1)
	return i == 0 || p.at(i).space || before.kind == signToken && !before.is(cTo) && !p.sign(i-1, ")")
}

// digits reads a numeral, a fraction behind it, and its magnitude.
func (p *parser) digits(n number) number {
	t := p.at(n.next)
	m := t.num
	if m.dotted || !m.value.Given() {
		return number{}
	}
	n.value, n.step, n.other, n.notation = m.value, m.step(), m.other, m.notation
	if p.pointBefore(n.next) && m.n == 1 { // .25
		n.value, n.step, n.notation = m.value.Shift(-m.whole), whole(1).Shift(-m.whole), Point
	}
	n.plain, n.digits = !m.grouped && m.places == 0, m.whole
	n.next++
	if v, next := p.slash(n.next - 1); next > 0 {
		n.value, n.next, n.fraction, n.step, n.plain = v, next, true, whole(0), false
		return p.scaled(n)
	}
	if n.plain {
		if v, next := p.slash(n.next); next > 0 && p.at(n.next).space && v.Cmp(whole(1)) < 0 { // 3 1/2
			n.value, n.next, n.plain = n.value.sum(v), next, false
		} else if vulgarAt(p, n.next) > 0 { // 2½
			n.value, n.plain = n.value.sum(vulgarValue(p.src[p.at(n.next).start:])), false
			n.next++
		}
	}
	if e, next := p.exponent(n.next); next > 0 {
		n.value, n.step, n.next, n.plain = n.value.Shift(e), n.step.Shift(e), next, false
		return n
	}
	return p.scaled(n)
}

// pointBefore reports whether a decimal point without a nought stands before a
// numeral; it belongs to the number before a word.
func (p *parser) pointBefore(i int) bool {
	return p.sign(i-1, ".") && p.glued(i) && (i == 1 || p.at(i-1).space) && p.at(i-1).start >= p.done
}

// exponent reads e9 and ×10^9 behind a numeral. One that no Decimal takes makes
// the value none.
func (p *parser) exponent(i int) (int, int) {
	switch {
	case p.glued(i) && p.glued(i+1) && (p.text(i) == "e" || p.text(i) == "E") && p.at(i+1).kind == numberToken:
		return small10(p.at(i + 1).num), i + 2
	case p.glued(i) && p.glued(i+1) && p.glued(i+2) && (p.text(i) == "e" || p.text(i) == "E") && (p.sign(i+1, "-") || p.sign(i+1, "+")) && p.at(i+2).kind == numberToken:
		e := small10(p.at(i + 2).num)
		if p.sign(i+1, "-") {
			e = -e
		}
		return e, i + 3
	case (p.sign(i, "×") || p.sign(i, "·") || p.text(i) == "x") && p.text(i+1) == "10" && p.sign(i+2, "^") && p.at(i+3).kind == numberToken:
		return small10(p.at(i + 3).num), i + 4
	}
	return 0, 0
}

// small10 returns a numeral as an exponent; one beyond all bounds if it is no
// small whole number.
func small10(m *numeral) int {
	if m.n != 1 || m.whole > 3 {
		return furthest * 3
	}
	return int(m.parts[0])
}

// slash reads 1/2: two plain numerals around a slash.
func (p *parser) slash(i int) (Decimal, int) {
	a, b := p.at(i), p.at(i+2)
	if a.kind != numberToken || b.kind != numberToken || p.at(i+1).kind != signToken || !p.glued(i+1) || !p.glued(i+2) {
		return Decimal{}, 0
	}
	if s := p.text(i + 1); s != "/" && s != "⁄" {
		return Decimal{}, 0
	}
	if a.num.n != 1 || b.num.n != 1 || b.num.parts[0] == 0 || a.num.zero || b.num.zero || p.sign(i+3, "/") && p.glued(i+3) {
		return Decimal{}, 0
	}
	if a.num.parts[0] > 999 || b.num.parts[0] > 1000 {
		return Decimal{}, 0
	}
	return a.num.value.over(uint64(b.num.parts[0])), i + 3
}

// scaled reads the magnitudes behind a number: "2,5 Milliarden", "10 thousand
// million", "1.5bn".
func (p *parser) scaled(n number) number {
	n.mantissa = n.value
	for range 3 {
		i := n.next
		if p.is(i, cDash) && p.at(i).kind == signToken && p.glued(i) && p.glued(i+1) && p.is(i+1, cMagnitude) || p.is(i, cDash) && p.glued(i) && p.glued(i+1) && p.is(i+1, cMagnitudes) {
			i++ // 34-Milliarden-Dollar
		}
		power, next := p.magnitude(i, n)
		if next == i {
			break
		}
		n.value, n.step, n.other = n.value.Shift(power), n.step.Shift(power), Decimal{}
		if n.fraction {
			n.step = whole(0)
		}
		if n.notation == Unclear {
			n.notation = Either
		}
		n.power, n.next, n.plain = n.power+power, next, false
	}
	return n
}

// magnitude reads one magnitude word behind a number.
func (p *parser) magnitude(i int, n number) (int, int) {
	t := p.at(i)
	switch {
	case t.is(cMagnitude):
		return t.as(cMagnitude).n, i + 1
	case t.is(cMagnitudes) && (p.x.lang == "de" || !p.is(i+1, cOf)):
		return t.as(cMagnitudes).n, i + 1
	case t.is(cHundred) && !n.spelled:
		return 2, i + 1
	case t.is(cMagShort) && t.kind == wordToken && n.power == 0 && p.shortMagnitude(i):
		next := i + 1
		if p.sign(next, ".") && p.glued(next) && p.abbreviated(next, t) {
			next++
		}
		return t.as(cMagShort).n, next
	}
	return 0, i
}

// abbreviated reports whether the point behind a short magnitude is part of it: of
// the German ones, which are written with it, and not that of a sentence's end
// behind "bn".
func (p *parser) abbreviated(i int, t *token) bool {
	return p.x.lang == "de" && t.end-t.start > 1
}

// shortMagnitude decides whether a letter is a magnitude: an m may be a metre.
func (p *parser) shortMagnitude(i int) bool {
	t, w := p.at(i), p.text(i)
	if len(w) > 1 {
		return w != "Bill" && w != "Md" || p.glued(i) || p.sign(i+1, ".")
	}
	money := p.moneyBefore(i)
	switch w {
	case "k", "K":
		return p.glued(i) || money || p.x.lang == "en" && t.space
	case "m", "M":
		return p.x.lang == "en" && (money || w == "M" || !p.metre(i)) || money
	case "b", "B", "t", "T":
		return money || p.x.lang == "en" && p.glued(i)
	}
	return false
}

// moneyBefore reports whether a currency sign stands before the number before i.
func (p *parser) moneyBefore(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if p.currencySign(k).class != cNone {
			return true
		}
	}
	return p.currencySign(i+1).class != cNone
}

// metre reports whether an m behind a number measures: something is 3 m tall, or
// the number has no noun.
func (p *parser) metre(i int) bool {
	t := p.at(i + 1)
	if t.kind != wordToken {
		return !p.glued(i)
	}
	switch p.text(i + 1) {
	case "tall", "high", "long", "wide", "deep", "away", "from", "above", "below", "of", "in", "is", "to", "x", "by", "and", "or", "north", "south", "east", "west", "apart", "thick", "down", "up", "race", "final", "freestyle", "m":
		return true
	}
	return false
}
