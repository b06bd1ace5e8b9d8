package quantity

import (
	"slices"
	"time"
)

// parser makes findings of the tokens of a cluster. It goes from left to right; at
// each token the assemblers are asked in turn, the most particular first: what is
// no figure at all (veto.go), dates (date*.go), multiples, shares and ordinals
// (share.go), amounts of money and of everything else (measure.go), vague
// magnitudes (vague.go). An assembler fills the finding that it is given and returns
// the token behind it, or leaves both as they are.
type parser struct {
	x          *lexicon
	src        string
	date       time.Time
	monthFirst bool
	toks       []token
	found      Quantity // what is being assembled
	out        []Quantity
	before     int // how many it had before
	done       int // the end of the last finding

	now    int     // the token at which something may begin,
	rank   Decimal // the ordinal there, once it was read, with the token behind it
	behind int
	ranked bool
	read   [remembered]struct { // the last numbers that were read, by their token
		round, at int
		number
	}
	round int // changes with whatever a number may depend on
}

var none = &token{word: unknown, made: unmade, num: noNumeral, kind: signToken}

// at returns the token at an index, also beyond the ends.
func (p *parser) at(i int) *token {
	if i < 0 || i >= len(p.toks) {
		return none
	}
	return &p.toks[i]
}

func (p *parser) is(i int, c class) bool { return p.at(i).is(c) }

// text returns a token as written.
func (p *parser) text(i int) string {
	t := p.at(i)
	return p.src[t.start:t.end]
}

// sign reports whether a token is this very sign.
func (p *parser) sign(i int, s string) bool {
	t := p.at(i)
	return t.kind == signToken && p.src[t.start:t.end] == s
}

// glued reports whether no white space stands before a token.
func (p *parser) glued(i int) bool {
	return i > 0 && i < len(p.toks) && p.toks[i].start == p.toks[i-1].end
}

// parse reads the cluster.
func (p *parser) parse() {
	first := 0
	for first < len(p.toks) && p.toks[first].start < p.done {
		first++
	}
	for i := first; i < len(p.toks); {
		if next := p.one(i); next > i {
			i = next
			continue
		}
		i++
	}
}

// one reads what begins at a token and returns the token behind it; i if nothing
// does.
func (p *parser) one(i int) int {
	if !p.begins(i) {
		return i
	}
	p.now, p.ranked = i, false
	p.round++
	if next := p.veto(i); next > i {
		return next
	}
	q := &p.found
	next := p.dates(q, i)
	if next == i {
		next = p.shares(q, i)
	}
	if next == i {
		next = p.measures(q, i)
	}
	if next == i {
		next = p.vagueOnes(q, i)
	}
	if next == i {
		return i
	}
	p.put(q)
	if end := p.toks[min(next, len(p.toks))-1].end; p.done == q.End && end > p.done {
		p.done = end // "a month" of a rate is not found again
	}
	return next
}

// begins reports whether anything can begin at a token. Most words around a figure
// are ruled out here.
func (p *parser) begins(i int) bool {
	t := p.at(i)
	switch t.kind {
	case numberToken:
		return true
	case wordToken:
		if t.made.class != cNone || t.word.is.meets(starters) || p.glued(i+1) && p.at(i+1).kind != wordToken {
			return true
		}
		return p.x.mayCode(p.src[t.start], t.end-t.start) && p.currencySign(i).class != cNone
	}
	c := p.src[t.start]
	return c == '-' || c == '+' || c == '@' || c == '#' || c == '\'' || t.word != unknown || vulgar(p.src[t.start:]) > 0 || c == 0xE2
}

// put adds a finding, if it does not overlap the last.
func (p *parser) put(q *Quantity) {
	if q.From == q.To {
		q.From, q.To = q.Start, q.End
	}
	if q.Start < p.done {
		return
	}
	if len(p.out) == cap(p.out) {
		p.out = slices.Grow(p.out, p.toCome(q.Start))
	}
	p.out = append(p.out, *q)
	p.done = q.End
}

// toCome estimates how many findings there are still to come, from those before an
// offset: a list that doubles again and again would cost a long text more time than
// its reading. It is never more than 64 times as many as there are.
func (p *parser) toCome(read int) int {
	n := len(p.out) - p.before
	rest := float64(n+1) / float64(read+1) * float64(len(p.src)-read)
	return int(min(1.05*rest, float64(63*n))) + 4
}

// span sets where a finding stands: from one token to before another.
func (p *parser) span(q *Quantity, first, next int) {
	q.Start, q.End = p.toks[first].start, p.toks[min(next, len(p.toks))-1].end
}
