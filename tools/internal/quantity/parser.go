package quantity

import "time"

// parser makes findings of the tokens of a cluster. It goes from left to right; at
// each token the assemblers are asked in turn, the most particular first: what is
// no figure at all (veto.go), dates (date*.go), multiples, shares and ordinals
// (share.go), amounts of money and of everything else (measure.go), vague
// magnitudes (vague.go).
type parser struct {
	x          *lexicon
	src        string
	date       time.Time
	monthFirst bool
	toks       []token
	out        []Quantity
	done       int // the end of the last finding

	now    int     // the token at which something may begin,
	here   number  // the number there, which several assemblers ask for,
	known  bool    // once it was read;
	rank   Decimal // and the ordinal there with the token behind it
	behind int
	ranked bool
}

var none = &token{word: unknown, kind: signToken}

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
	p.now, p.known, p.ranked = i, false, false
	if next := p.veto(i); next > i {
		return next
	}
	for _, assemble := range [...]func(*parser, int) (Quantity, int){
		(*parser).dates, (*parser).shares, (*parser).measures, (*parser).vagueOnes,
	} {
		if q, next := assemble(p, i); next > i {
			p.put(&q)
			if end := p.toks[min(next, len(p.toks))-1].end; p.done == q.End && end > p.done {
				p.done = end // "a month" of a rate is not found again
			}
			return next
		}
	}
	return i
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
		return t.end-t.start <= 4 && p.currencySign(i).class != cNone
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
	p.out = append(p.out, *q)
	p.done = q.End
}

// span sets where a finding stands: from one token to before another.
func (p *parser) span(q *Quantity, first, next int) {
	q.Start, q.End = p.toks[first].start, p.toks[min(next, len(p.toks))-1].end
}
