package quantity

// Amounts of money: the sign or code before or behind the number, names of currencies,
// cents.

// moneyAfterSign reads "$ 5 million", "EUR 12", "US$-5".
func (p *parser) moneyAfterSign(m measured, s *sense, i int) measured {
	k := i + 1
	if s.class == cCurrencyCode && p.sign(k, ".") && p.glued(k) {
		k++
	}
	if p.sign(k, "-") && p.glued(k) && p.at(k+1).kind != numberToken {
		return m
	}
	if t := p.at(k); t.kind != numberToken && vulgarAt(p, k) == 0 && !p.sign(k, "-") && !p.sign(k, "−") {
		return m
	}
	if s.class == cCurrencyCode && p.model(k, s.name) {
		return m
	}
	n := p.number(k)
	if n.next == k && (p.sign(k, "-") || p.sign(k, "−")) && p.glued(k) {
		n = p.number(k + 1)
		n.value = n.value.Neg()
	}
	if n.next <= k || p.at(k).breaks || !n.value.Given() {
		return m
	}
	m.number, m.kind, m.currency, m.scale, m.next = n, Money, s.name, s.n, n.next
	if c := p.currencySign(m.next); c.class != cNone && c.name == s.name { // "$ 10 dollars" is said twice
		return m
	}
	if c, next := p.currencyName(m.next); next > m.next && c.n == 0 && (c.name == s.name || s.name == "USD") {
		m.next, m.currency = next, c.name
	}
	return m
}

// model reports whether a number behind a code is that of a thing: AMD64, AMD 64-Bit.
func (p *parser) model(i int, code string) bool {
	return p.glued(i) && !smallCodes[code] || p.sign(i+1, "-") && p.glued(i+1) && p.glued(i+2) && p.is(i+2, cUnit)
}

// currencySign returns the currency that a token is the sign or code of. Codes are
// capitals; a few are so well known that small letters do beside a number.
func (p *parser) currencySign(i int) *sense {
	t := p.at(i)
	if t.kind == signToken {
		return t.as(cCurrencySign)
	}
	if t.kind != wordToken {
		return unmade
	}
	w := p.text(i)
	if !p.x.mayCode(w[0], len(w)) {
		return unmade
	}
	if s := p.x.signs.get(w); s != nil {
		if c := s.sense(cCurrencyCode); c.class != cNone {
			return c
		}
		if c := s.sense(cCurrencySign); c.class != cNone {
			return c
		}
	}
	if len(w) == 3 && t.caps != allCaps {
		if up := upper3(w); smallCodes[up] {
			if s := p.x.signs.get(up); s != nil {
				return s.sense(cCurrencyCode)
			}
		}
	}
	return unmade
}

// smallCodes are the currency codes that are known in small letters too.
var smallCodes = map[string]bool{
	"USD": true, "EUR": true, "GBP": true, "CHF": true, "JPY": true, "CNY": true, "AUD": true, "CAD": true, "NZD": true, "MXN": true, "RMB": true,
}

func upper3(w string) string {
	b := [3]byte{w[0] &^ 0x20, w[1] &^ 0x20, w[2] &^ 0x20}
	return string(b[:])
}

// signOfNext reports whether a currency sign stands before the number it belongs
// to: "15 $20 bills".
func (p *parser) signOfNext(i int) bool {
	t := p.at(i)
	return t.kind == signToken && t.space && p.at(i+1).kind == numberToken && (p.glued(i+1) || p.at(i-1).kind == wordToken || p.number(i+1).next > i+2)
}

func (p *parser) millionsOf(w string) *sense {
	if len(w) == 4 && w[0] == 'M' {
		if s := p.x.signs.get(w[1:]); s != nil {
			return s.sense(cCurrencyCode)
		}
	}
	return unmade
}

// weighs reports whether English pounds are those of a scale: they are unless there
// are very many, or the word for them is that of the money alone.
func (p *parser) weighs(m measured, next int) bool {
	w := p.text(next - 1)
	if p.x.lang != "en" || w != "pounds" && w != "pound" || p.at(next-2).word.id != 0 && p.at(next-2).kind == wordToken && p.at(next-2).word == p.x.find("british") {
		return false
	}
	return m.power < 3 && m.value.Cmp(whole(10000)) < 0
}

// currencyName reads the name of a currency, of one word or several.
func (p *parser) currencyName(i int) (*sense, int) {
	if s, next := p.several(i, cCurrency); next > i {
		return s, next
	}
	if s := p.at(i).as(cCurrency); s.class != cNone && p.at(i).kind == wordToken {
		return s, i + 1
	}
	return unmade, i
}

// withCents reads the smaller coin behind the greater: "15 Dollar und 15 Cent",
// "zwei Euro fünfzig", "15 dollars 50".
func (p *parser) withCents(m measured) measured {
	if m.scale != 0 || m.power != 0 || m.places() > 0 {
		return m
	}
	i := m.next
	if p.is(i, cAnd) && p.at(i).kind == wordToken {
		i++
	}
	n := p.number(i)
	if n.next == i || n.value.Sign() < 0 || n.value.Cmp(whole(100)) >= 0 || n.article || n.step.Cmp(whole(1)) != 0 || p.at(i).breaks {
		return m
	}
	c, next := p.currencyName(n.next)
	switch {
	case next > n.next && c.n == -2:
	case next == n.next && (i == m.next || p.ends(n.next)) && p.ends(n.next) && p.currencySign(n.next).class == cNone && n.spelled == m.spelled && (p.glued(i) || p.at(i).space):
		next = n.next
		if q, k := p.percentAt(next); k > next || q.kind != Count {
			return m
		}
	default:
		return m
	}
	m.value, m.step, m.next = m.value.sum(n.value.Shift(-2)), whole(1).Shift(-2), next
	return m
}
