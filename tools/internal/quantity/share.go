package quantity

import "strings"

// shares reads fractions, multiples, ordinals and adjectives that hold a number:
// zwei Drittel, one in five, verdreifacht, die dritte, fünfjährig.
func (p *parser) shares(q *Quantity, i int) int {
	if !p.at(i).in(shareStarts) && !(p.mayNumber(i) && p.sharesBehind(i)) {
		return i
	}
	for _, assemble := range [...]func(*parser, *Quantity, int) int{
		(*parser).cutShort, (*parser).every, (*parser).outOf, (*parser).over, (*parser).fraction, (*parser).multiple, (*parser).ordinal, (*parser).adjective,
	} {
		if next := assemble(p, q, i); next > i {
			p.span(q, i, next)
			p.approximate(q, i, next)
			return next
		}
	}
	return i
}

// sharesBehind reports whether what stands behind the number at a token can make a
// share, a multiple, an ordinal or an adjective of it. Most numbers of prose end
// here.
func (p *parser) sharesBehind(i int) bool {
	if p.shareFollows(i + 1) {
		return true
	}
	n := p.number(i).next
	return n > i+1 && p.shareFollows(n)
}

func (p *parser) shareFollows(i int) bool {
	t := p.at(i)
	return t.kind == signToken && t != none || t.in(shareFollowers) || len(t.word.before) > 0 || p.glued(i) || p.x.lang == "en" && (p.text2(i) == "out" || p.text2(i) == "over")
}

// cutShort reads a range whose lower end leaves its ending to the upper one: "fünf-
// bis sechsmal", "14- bis 29-Jährige", "five to six times".
func (p *parser) cutShort(q *Quantity, i int) int {
	a := p.number(i)
	k := a.next
	if k == i || a.article || a.fraction || p.changes(i) {
		return i
	}
	if p.sign(k, "-") && p.glued(k) && !p.glued(k+1) {
		k++
	}
	if !p.is(k, cTo) || p.at(k).kind != wordToken {
		return i
	}
	next := p.multiple(q, k+1)
	if next == k+1 {
		next = p.adjective(q, k+1)
	}
	if next == k+1 || q.Kind == Count || q.Value.Cmp(a.value) <= 0 {
		return i
	}
	q.Max, q.MaxStep = q.Value, q.Step
	q.Value, q.Step = a.value, a.step
	return next
}

// every reads "jeder fünfte": a fifth.
func (p *parser) every(q *Quantity, i int) int {
	if !p.is(i, cEach) || p.at(i).kind != wordToken {
		return i
	}
	n, next := p.ordinalAt(i + 1)
	if next == i+1 || n.Cmp(whole(1)) <= 0 || p.is(next, cTime) {
		return i
	}
	if p.x.lang == "en" && p.is(i+1, cTime) && !strings.EqualFold(p.text(i), "every") { // one second
		return i
	}
	*q = Quantity{Kind: Fraction, Value: whole(1).over(n.whole())}
	return next
}

// outOf reads "vier von zehn", "one in five", "two out of three": of ten, a hundred
// and the like, so that "150 von 193 Staaten" stays two counts.
func (p *parser) outOf(q *Quantity, i int) int {
	a := p.number(i)
	if a.next == i || a.power > 0 || a.fraction || a.article || p.yearLike(a) {
		return i
	}
	k := a.next
	if p.text2(k) == "out" && p.is(k+1, cOutOf) {
		k++
	}
	if !p.is(k, cOutOf) || p.at(k).kind != wordToken {
		return i
	}
	one := p.x.lang == "en" && p.text2(k) == "in" && a.value.Cmp(whole(1)) == 0 // one in 11
	b := p.number(k + 1)
	if b.next == k+1 || b.fraction || b.article || b.spelled != a.spelled && !one || a.value.Cmp(b.value) >= 0 || a.value.Sign() <= 0 {
		return i
	}
	switch n := b.value.whole(); {
	case one && !p.yearLike(b):
	case n < 2 || n > 10 && n != 12 && n != 20 && n != 100 && n != 1000:
		return i
	}
	if !p.withUnit(measured{number: b, next: b.next}).bare {
		return i
	}
	*q = Quantity{Kind: Fraction, Value: a.value.over(b.value.whole())}
	return b.next
}

// fraction reads zwei Drittel, drei viertel, two-thirds, a quarter, die Hälfte.
func (p *parser) fraction(q *Quantity, i int) int {
	if s := p.at(i).made; s.class == cShare {
		*q = Quantity{Kind: Fraction, Value: s.value}
		return i + 1
	}
	top, k := p.numerator(i)
	if k == i {
		return i
	}
	near, start := Exact, 0
	if p.is(i, cArticle) { // ein knappes Fünftel
		if near, start = p.phraseBefore(k); start == k && near != Exact {
			k++
		}
	}
	if p.is(k, cDash) && p.glued(k) && p.glued(k+1) {
		k++
	}
	den, next := p.denominator(k, top)
	if next == k || p.is(next, cTime) && p.x.lang == "de" {
		return i
	}
	*q = Quantity{Kind: Fraction, Value: top.over(den), Approx: near}
	if den > 1<<31 { // a trillionth
		q.Value = top.Shift(-p.at(next - 1).as(cOrdMagnitude).n)
	}
	if p.is(next, cOf) && p.is(next+1, cArticle) && p.is(next+2, cMagnitude) { // two thirds of a million
		q.Kind, q.Value, next = Count, q.Value.Shift(p.at(next+2).as(cMagnitude).n), next+3
	}
	return next
}

// numerator reads what can stand before a denominator; an article is one.
func (p *parser) numerator(i int) (Decimal, int) {
	if p.is(i, cArticle) && p.at(i).kind == wordToken {
		return whole(1), i + 1
	}
	if p.at(i).kind == numberToken && p.at(i).num.n == 1 && p.at(i).num.whole <= 3 {
		return p.at(i).num.value, i + 1
	}
	if p.at(i).kind != wordToken {
		return Decimal{}, i
	}
	n := p.spelled(number{first: i, next: i})
	if n.next == i || n.article || n.fraction || n.value.den > 1 || n.value.exp < 0 {
		return Decimal{}, i
	}
	return n.value, n.next
}

// denominator reads Drittel, third(s), hundredth(s); after a numerator other than
// one English has the plural.
func (p *parser) denominator(i int, top Decimal) (uint64, int) {
	t := p.at(i)
	one := top.Cmp(whole(1)) == 0
	if t.is(cFraction) && (p.x.lang == "de" || !one || !p.is(i-1, cNotOneAfter)) {
		if p.x.lang == "en" && (p.is(i+1, cOf) && p.is(i+2, cYearPrep) || p.at(i+1).kind == numberToken) {
			return 0, i
		}
		return fractionOf(t), i + 1
	}
	if p.x.lang == "de" {
		return 0, i
	}
	switch {
	case t.is(cOrdinals):
		return uint64(t.as(cOrdinals).n), i + 1
	case t.is(cHalf) && !one:
		return 2, i + 1
	case t.is(cOrdinal) && one && t.as(cOrdinal).n > 2 && (p.is(i+1, cOf) && p.text2(i+1) == "of" || p.ends(i+1) || p.aShare(i)):
		return uint64(t.as(cOrdinal).n), i + 1
	case t.is(cOrdHundred) && one:
		return 100, i + 1
	case t.is(cOrdMagnitude) && one && t.as(cOrdMagnitude).n <= 18:
		return whole(1).Shift(t.as(cOrdMagnitude).n).whole(), i + 1
	}
	return 0, i
}

// aShare reports whether "a fifth" is a share where more words follow: "about a
// fifth for", "a fifth less"; "a third in Norway" is one more.
func (p *parser) aShare(i int) bool {
	switch p.text2(i + 1) {
	case "less", "more", "fewer", "higher", "lower":
		return true
	}
	a, start := p.phraseBefore(i - 2)
	return start <= i-2 && a != Exact
}

// multiple reads verdoppelt, dreifach, dreimal, 20-fach, three times, twofold.
func (p *parser) multiple(q *Quantity, i int) int {
	t := p.at(i)
	if t.is(cMultiple) && t.kind == wordToken {
		s := t.as(cMultiple)
		v := s.value
		if !v.Given() {
			v = whole(uint64(s.n))
		}
		if p.text(i) == "halves" {
			return i
		}
		*q = Quantity{Kind: Multiple, Value: v}
		return i + 1
	}
	n := p.number(i)
	if n.next == i || n.article || p.yearLike(n) && !p.glued(n.next) {
		return i
	}
	k := n.next
	hyphen := p.is(k, cDash) && p.at(k).kind == signToken && p.glued(k) && p.glued(k+1)
	if hyphen {
		k++
	}
	u := p.at(k)
	attached := hyphen || p.glued(k)
	switch {
	case u.is(cSuffix) && attached && (u.as(cSuffix).name == "fold" || u.as(cSuffix).name == "times"):
		*q = Quantity{Kind: Multiple, Value: n.value, Step: n.step}
		return k + 1
	case u.is(cTimes) && p.by(k) && p.at(k+1).kind == numberToken && p.sides(n, k+1):
		return i
	case u.is(cFold) && attached, u.is(cTimes):
		*q = Quantity{Kind: Multiple, Value: n.value, Step: n.step}
		return k + 1
	case p.sign(k, "×") && p.glued(k):
		*q = Quantity{Kind: Multiple, Value: n.value, Step: n.step}
		return k + 1
	}
	return i
}

// sides reports whether two numbers with "mal" between are the sides of an area, which
// have a unit of length behind them.
func (p *parser) sides(n number, i int) bool {
	b := p.measure(i)
	return n.plain && !b.bare && b.kind == Amount
}

// adjective reads fünfjährig, 80-jährige, 16-Jährige, zehnprozentig, Viertelstunde.
func (p *parser) adjective(q *Quantity, i int) int {
	t := p.at(i)
	switch s := t.made; s.class {
	case cLasts:
		*q = Quantity{Kind: Duration, Value: s.value, Step: whole(1), Unit: s.name}
		p.lasting(q, i, i+1)
		return i + 1
	case cSpan:
		*q = Quantity{Kind: Duration, Value: s.value, Step: tenth(1), Unit: s.name}
		return i + 1
	case cPercentWord:
		*q = Quantity{Kind: Percent, Value: s.value, Step: whole(1)}
		return i + 1
	case cHeads:
		*q = Quantity{Kind: Count, Value: s.value, Step: whole(1)}
		return i + 1
	}
	n := p.number(i)
	if n.next == i || n.article {
		return i
	}
	k := n.next
	hyphen := p.sign(k, "-") && p.glued(k) && p.glued(k+1)
	if hyphen {
		k++
	}
	u := p.at(k)
	if !(hyphen || p.glued(k)) || !u.is(cSuffix) || u.kind != wordToken {
		return i
	}
	*q = Quantity{Value: n.value, Step: n.step}
	switch name := u.as(cSuffix).name; name {
	case "percent":
		q.Kind = Percent
	case "heads":
	case "year", "month", "week", "day", "hour", "minute", "second":
		q.Kind, q.Unit = Duration, name
		p.lasting(q, k, k+1)
	default:
		return i
	}
	return k + 1
}

// lasting decides whether -jährig is an age: a person's, unless it stands before a
// noun that lasts.
func (p *parser) lasting(q *Quantity, i, next int) {
	switch {
	case q.Unit != "year" && q.Unit != "month":
	case p.at(i).caps == initial && !p.is(next, cLasting):
		q.Kind = Age
	case p.at(next).kind == wordToken && !p.is(next, cLasting) && q.Unit == "year":
		q.Kind = Age
	}
}
