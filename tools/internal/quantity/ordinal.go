package quantity

import "strings"

// Ordinals in words and digits: der dritte, am 3., twenty-first, 21st.

// ordinal reads die dritte, am 3., the 21st, two hundredth.
func (p *parser) ordinal(q *Quantity, i int) int {
	n, next := p.ordinalAt(i)
	if next == i {
		return i
	}
	*q = Quantity{Kind: Ordinal, Value: n, Step: whole(1)}
	return next
}

// ordinalAt reads an ordinal in words or digits.
func (p *parser) ordinalAt(i int) (Decimal, int) {
	if i != p.now {
		return p.readOrdinal(i)
	}
	if !p.ranked {
		p.rank, p.behind = p.readOrdinal(i)
		p.ranked = true
	}
	return p.rank, p.behind
}

func (p *parser) readOrdinal(i int) (Decimal, int) {
	t := p.at(i)
	switch {
	case t.kind == numberToken:
		return p.digitOrdinal(i)
	case t.kind != wordToken:
		return Decimal{}, i
	case p.x.lang == "de":
		return p.germanOrdinal(i)
	}
	return p.englishOrdinal(i)
}

func (p *parser) germanOrdinal(i int) (Decimal, int) {
	t := p.at(i)
	if t.is(cOrdinal) && !t.is(cCard) {
		return ordinalOf(t), i + 1
	}
	if !t.is(cCard) && !t.is(cHundred) && t.made.class != cNumeral && !(t.is(cArticle) && (p.is(i+1, cMagnitude) || p.at(i+1).made.class == cOrdinal)) {
		return Decimal{}, i
	}
	n := p.spelled(number{first: i, next: i}) // zwei Millionen dritte, einhundert Milliardste
	u := p.at(n.next)
	if n.next == i || n.fraction || n.value.exp < 0 || n.value.den > 1 || !u.is(cOrdinal) || u.is(cCard) || u.kind != wordToken {
		return Decimal{}, i
	}
	o := ordinalOf(u)
	switch {
	case u.made.class == cOrdinal && o.exp >= 6 && n.power == 0:
		return n.value.times(o), n.next + 1
	case n.power > 0 && o.Cmp(whole(1).Shift(n.power)) < 0:
		return n.value.sum(o), n.next + 1
	}
	return Decimal{}, i
}

func ordinalOf(t *token) Decimal {
	s := t.as(cOrdinal)
	if s.value.Given() {
		return s.value
	}
	return whole(uint64(s.n))
}

// englishOrdinal reads first, twenty-first, one hundred and fifth, two millionth.
func (p *parser) englishOrdinal(i int) (Decimal, int) {
	base, k := whole(0), i
	t := p.at(i)
	if t.is(cCard) || t.is(cArticle) && (p.is(i+1, cHundred) || p.is(i+1, cMagnitude)) {
		n := p.spelled(number{first: i, next: i})
		if n.next == i || n.fraction || n.value.exp < 0 || n.value.den > 1 {
			return Decimal{}, i
		}
		base, k = n.value, n.next
		if p.is(k, cAnd) || p.is(k, cDash) && p.glued(k) && p.glued(k+1) {
			k++
		}
	}
	u := p.at(k)
	switch {
	case u.is(cOrdinal) && (k == i || fitsUnder(base, uint64(u.as(cOrdinal).n))):
		if k == i && p.is(k, cTime) && p.text(k) == "second" && (p.at(i-1).kind == numberToken || p.text2(i-1) == "per" || p.text2(i-1) == "split") {
			return Decimal{}, i
		}
		return base.sum(whole(uint64(u.as(cOrdinal).n))), k + 1
	case u.is(cOrdHundred) && u.kind == wordToken:
		if thousands := base.whole() / 1000 * 1000; thousands > 0 { // one thousand two hundredth
			return whole(thousands + max(1, base.whole()%1000)*100), k + 1
		}
		return base.orOne().Shift(2), k + 1
	case u.is(cOrdMagnitude) && u.kind == wordToken:
		return base.orOne().Shift(u.as(cOrdMagnitude).n), k + 1
	}
	return Decimal{}, i
}

func (d Decimal) orOne() Decimal {
	if d.Sign() == 0 {
		return whole(1)
	}
	return d
}

// possessives are the German pronouns before an ordinal: "mein 111. Geburtstag".
var possessives = words("mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen seinem seiner seines " +
	"ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure euren eurem eurer eures")

// fitsUnder reports whether a smaller ordinal can follow a number: twenty and
// first, hundred and twentieth.
func fitsUnder(base Decimal, n uint64) bool {
	b := base.whole()
	switch {
	case n < 10:
		return b >= 20 && b%10 == 0 || b >= 100 && b%100 == 0
	case n < 100:
		return b >= 100 && b%100 == 0
	}
	return false
}

// digitOrdinal reads 21st, and the German 3. where a word of the same sentence
// follows.
func (p *parser) digitOrdinal(i int) (Decimal, int) {
	t := p.at(i)
	if t.num.n != 1 || t.num.zero {
		return Decimal{}, i
	}
	if u := p.at(i + 1); p.glued(i+1) && u.is(cSuffix) && u.as(cSuffix).name == "ordinal" && u.kind == wordToken {
		return t.num.value, i + 2
	}
	if p.x.lang != "de" || t.num.whole > 3 || !p.sign(i+1, ".") || !p.glued(i+1) {
		return Decimal{}, i
	}
	u := p.at(i + 2)
	determined := possessives[strings.ToLower(p.text2(i-1))] || p.is(i-1, cThe) || p.is(i-1, cArticle) || p.is(i-1, cEach) || p.is(i-1, cRelative) || p.is(i-1, cIn)
	if u.kind != wordToken || u.breaks && !determined {
		return Decimal{}, i
	}
	if !determined && u.caps != small {
		return Decimal{}, i
	}
	return t.num.value, i + 2
}
