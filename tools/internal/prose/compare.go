package prose

import (
	"math/big"
	"slices"
	"strings"

	"dossier/tools/internal/quantity"
)

// Difference is a figure or date that a translation has otherwise than its source,
// or that only one of them has.
type Difference struct {
	Fault          Fault
	FalseFriend    bool               // a Thousandfold by a word that both languages have
	Source, Target *quantity.Quantity // nil where there is none
}

// Optional are the parts of a text whose numbers the other text need not have.
type Optional = []Span

// Compare holds a translation against its source.
//
// Each figure of the one is matched with one of the other: first those that say
// the same, then those that are a slip away from it, then what is left. What a
// faithful translation may do is no difference: name a thing again that the source
// calls "es", so that its number or date is there twice; split "von 2 auf 3
// Millionen" into two numbers or join it; say "one of them" for "einer".
func Compare(source, target *Text, mayLack, mayAdd Optional) []Difference {
	m := matcher{source: source, target: target}
	m.a, m.b = pick(source, target, mayLack), pick(target, source, mayAdd)
	m.index()
	m.round(Agrees)
	m.ranges()
	m.kinds()
	m.asWritten()
	m.drop()
	for _, f := range slips {
		m.round(f)
	}
	m.rest()
	return m.found
}

// slips are the near misses, in the order in which they are looked for.
var slips = []Fault{
	LostApprox, AddedApprox, OtherApprox, OtherPart, OtherRate, OtherCurrency,
	Percentage, Separators, Thousandfold,
}

// item is a finding to be matched.
type item struct {
	quantity.Quantity
	optional bool
	matched  bool

	base, raw string // its value in the base of what it measures, and as it is
}

// pick lists what a text has; other is the text that it is held against.
func pick(t, other *Text, optional Optional) []item {
	items := make([]item, 0, len(t.Figures))
	for _, q := range t.Figures {
		i := item{Quantity: q, optional: within(optional, q) || t.Trivial(q) || t.double(q) || t.pair(q) && both(other.Text)}
		if q.Value.Given() {
			low, high := ends(q)
			factor := measureFor(q).factor
			i.raw = key(low, high)
			if i.base = i.raw; factor != one {
				i.base = key(in(low, factor), in(high, factor))
			}
		}
		items = append(items, i)
	}
	return items
}

func key(low, high *big.Rat) string {
	if low == high {
		return low.RatString()
	}
	return low.RatString() + " " + high.RatString()
}

// may reports, at the price of two comparisons, whether two findings can say the
// same.
func (i *item) may(j *item) bool { return i.base == j.base || i.raw == j.raw }

// mostSlips bounds the search for slips of magnitude among numbers that have none
// like them. Texts with so many that differ have nothing to do with each other.
const mostSlips = 40000

// pair reports whether a finding is the word for two, which the other language may
// have in "beide" or "both".
func (t *Text) pair(q quantity.Quantity) bool {
	return q.Kind == quantity.Count && !q.Max.Given() && q.Value.String() == "2" && !strings.ContainsAny(t.Of(q), "0123456789")
}

// both reports whether a text speaks of two without the number.
func both(text string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool {
		return strings.HasPrefix(w, "beid") || slices.Contains(twoWords, strings.Trim(w, ".,;:!?"))
	})
}

var twoWords = strings.Fields("both either neither couple pair twin paar weder zweierlei")

// matcher pairs the findings of two texts.
type matcher struct {
	source, target *Text
	a, b           []item
	found          []Difference

	same map[string][]int // indices in b, by value
	all  []int
}

// round matches what stands in one relation, in the order of the texts.
func (m *matcher) round(fault Fault) {
	if fault != Separators && fault != Thousandfold {
		for i := range m.a {
			m.match(&m.a[i], m.same[m.a[i].base], fault)
			m.match(&m.a[i], m.same[m.a[i].raw], fault)
		}
		return
	}
	if open(m.a)*open(m.b) > mostSlips {
		return
	}
	for i := range m.a {
		m.match(&m.a[i], m.all, fault)
	}
}

// match looks for a partner of a finding among some of the other text's.
func (m *matcher) match(a *item, among []int, fault Fault) {
	for _, j := range among {
		b := &m.b[j]
		if a.matched {
			return
		}
		if !b.matched && comparable(a.Quantity, b.Quantity) && beside(a.Quantity, b.Quantity) == fault {
			m.pair(a, b, fault)
		}
	}
}

// index lists the other text's findings by their value; dates and vague magnitudes
// have none.
func (m *matcher) index() {
	m.same = map[string][]int{}
	for j, b := range m.b {
		m.all = append(m.all, j)
		m.same[b.base] = append(m.same[b.base], j)
		if b.raw != b.base {
			m.same[b.raw] = append(m.same[b.raw], j)
		}
	}
}

// open counts what is not matched yet.
func open(side []item) (n int) {
	for i := range side {
		if !side[i].matched {
			n++
		}
	}
	return n
}

func (m *matcher) pair(a, b *item, fault Fault) {
	a.matched, b.matched = true, true
	if fault != Agrees && !(fault == OtherCurrency && coins(m.source.Of(a.Quantity)) && coins(m.target.Of(b.Quantity))) {
		m.found = append(m.found, Difference{fault, fault == Thousandfold && m.friends(a, b), &a.Quantity, &b.Quantity})
	}
}

// coins reports whether an amount is in cents, which are those of many currencies.
func coins(words string) bool { return strings.Contains(strings.ToLower(words), "cent") }

// comparable keeps ordinals, vague magnitudes and dates among their own.
func comparable(a, b quantity.Quantity) bool {
	return a.Kind == b.Kind || IsFigure(a) && IsFigure(b)
}

// friends reports whether both name their magnitude by the same word: a Billion is
// no billion.
func (m *matcher) friends(a, b *item) bool {
	for _, word := range []string{"trillion", "billion"} {
		if strings.Contains(strings.ToLower(m.source.Of(a.Quantity)), word) {
			return strings.Contains(strings.ToLower(m.target.Of(b.Quantity)), word)
		}
	}
	return false
}

// ranges matches a range with the two numbers or dates that it joins.
func (m *matcher) ranges() {
	joined(m.a, m.b)
	joined(m.b, m.a)
}

func joined(whole, parts []item) {
	for i := range whole {
		w := &whole[i]
		low, high, ok := split(w.Quantity)
		if w.matched || !ok {
			continue
		}
		first, second := -1, -1
		for j := range parts {
			switch p := &parts[j]; {
			case p.matched || p.Kind == quantity.Date != (w.Kind == quantity.Date):
			case first < 0 && sameValue(p.Quantity, low):
				first = j
			case second < 0 && sameValue(p.Quantity, high):
				second = j
			}
		}
		if first >= 0 && second >= 0 {
			w.matched, parts[first].matched, parts[second].matched = true, true, true
		}
	}
}

// kinds matches what the two languages take for different kinds: a year that is
// read as a number, a span of time that is a date in the other ("vor zehn Jahren"),
// one of three that is three, of which one.
func (m *matcher) kinds() {
	for i := range m.a {
		for j := range m.b {
			a, b := &m.a[i], &m.b[j]
			if !a.matched && !b.matched && (kin(a.Quantity, b.Quantity) || kin(b.Quantity, a.Quantity)) {
				a.matched, b.matched = true, true
			}
		}
	}
}

// rest pairs what is left by kind, in order, and reports what stands alone.
func (m *matcher) rest() {
	for i := range m.a {
		for j := range m.b {
			a, b := &m.a[i], &m.b[j]
			if a.matched || b.matched || !comparable(a.Quantity, b.Quantity) {
				continue
			}
			m.pair(a, b, beside(a.Quantity, b.Quantity))
			break
		}
	}
	for i := range m.a {
		if !m.a[i].matched {
			m.found = append(m.found, Difference{Fault: OtherValue, Source: &m.a[i].Quantity})
		}
	}
	for i := range m.b {
		if !m.b[i].matched {
			m.found = append(m.found, Difference{Fault: OtherValue, Target: &m.b[i].Quantity})
		}
	}
}
