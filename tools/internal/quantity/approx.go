package quantity

import "strings"

// approximate looks for what is said about a figure: before it ("mehr als", "just
// under") and behind it ("oder mehr", "+"). The longest phrase counts. An article
// or "von" may stand between, and so may a currency sign.
func (p *parser) approximate(q *Quantity, first, next int) {
	q.From, q.To = q.Start, q.End
	if q.Kind == Ordinal { // unter den ersten sieben, keine erste Liebe
		return
	}
	if (p.sign(next, "+") || strings.EqualFold(p.text2(next), "plus")) && p.at(next+1).kind != signToken && p.mayNumber(next+1) {
		return // 1+1, zwei plus zwei
	}
	if p.sign(next, "+") && p.glued(next) {
		q.Approx, q.To = AtLeast, p.at(next).end
		return
	}
	if a, end := p.phraseAfter(next); end > next {
		q.Approx, q.To = a, p.at(end-1).end
		return
	}
	k := first - 1
	for range 2 {
		if p.sign(k, ">") && p.glued(k) && p.at(k-1).kind == signToken { // an arrow
			return
		}
		if a, start := p.phraseBefore(k); start <= k {
			if k < first-1 && start == k && strings.EqualFold(p.text2(k), "bis") { // "bis zur Milliarde" is until
				return
			}
			if p.x.lang == "de" && p.text(start) == "über" && p.is(start-1, cOverNoun) { // ein Vertrag über 3 Millionen Euro
				return
			}
			if q.Kind == Multiple && strings.HasPrefix(strings.ToLower(p.text(start)), "kein") { // kein doppelter Name
				return
			}
			if a == AtMost && p.summedUp(start) || k < first-1 && (p.nearsMark(start, next) || p.beneath(*q, start, next)) {
				return
			}
			q.From = p.at(start).start
			q.Approx = a
			if a == Exact {
				q.From = q.Start
				k = start - 1
				continue
			}
			p.strengthen(q, start-1)
			return
		}
		if !p.is(k, cThe) && !p.is(k, cArticle) && !p.is(k, cFrom) && !p.is(k, cBetween) && !(p.is(k, cEvery) && q.Kind == Duration) {
			return
		}
		k--
	}
}

// nearsMark reports whether "close to" belongs to a noun behind the figure: "close to
// a 50-year low".
func (p *parser) nearsMark(i, next int) bool {
	return p.text2(i) == "close" && p.at(next).kind == wordToken && p.sign(next-2, "-")
}

// beneath reports whether "under the" says where something is and not how much: "under
// the two roofs", but not "under the two million mark".
func (p *parser) beneath(q Quantity, i, next int) bool {
	return p.text2(i) == "under" && q.Kind == Count && q.Unit == "" && !p.is(next-1, cMagnitude)
}

// summedUp reports whether "up to" belongs to a verb before it: "rounded up to",
// "brought the number up to".
func (p *parser) summedUp(i int) bool {
	if p.x.lang != "en" || p.text2(i) != "up" {
		return false
	}
	for k := i - 1; k >= max(0, i-4) && p.at(k).kind == wordToken; k-- {
		if verbsOfUp[p.text(k)] {
			return true
		}
	}
	return false
}

var verbsOfUp = map[string]bool{
	"rounded": true, "rounding": true, "add": true, "adds": true, "added": true, "adding": true, "bring": true, "brings": true,
	"brought": true, "bringing": true, "push": true, "pushed": true, "pushes": true, "sum": true, "sums": true,
}

// strengthen reads a second approximator before the first: "deutlich mehr als", "gut
// und gerne".
func (p *parser) strengthen(q *Quantity, k int) {
	if a, start := p.phraseBefore(k); start <= k && a != Exact && q.Approx == About {
		q.Approx, q.From = a, p.at(start).start
	}
}

// phraseBefore returns the class of the longest approximator that ends at a token
// and its first token, which is behind k if there is none.
func (p *parser) phraseBefore(k int) (Approx, int) {
	best, start := Exact, k+1
	if p.sign(k, ".") && p.glued(k) && p.at(k-1).kind == wordToken && p.at(k-1).end-p.at(k-1).start <= 6 { // ca.
		k--
		start = k + 1
	}
	longest := 0
	phrases := p.at(k).word.before
	for i := range phrases {
		ph := &phrases[i]
		n := len(ph.ids)
		if n <= longest || k-n+1 < 0 {
			continue
		}
		match := true
		for j, id := range ph.ids {
			if p.toks[k-n+1+j].word.id != id {
				match = false
				break
			}
		}
		if match && p.toks[k-n+1].start >= p.done {
			best, start, longest = ph.approx, k-n+1, n
		}
	}
	if longest == 0 {
		return Exact, k + 2
	}
	return best, start
}

func (p *parser) phraseAfter(i int) (Approx, int) {
	best, end := Exact, i
	phrases := p.at(i).word.after
	for k := range phrases {
		ph := &phrases[k]
		match := true
		for j, id := range ph.ids {
			if p.at(i+j).word.id != id {
				match = false
				break
			}
		}
		if match && i+len(ph.ids) > end {
			best, end = ph.approx, i+len(ph.ids)
		}
	}
	return best, end
}
