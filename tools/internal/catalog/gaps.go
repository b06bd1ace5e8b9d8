package catalog

import (
	"cmp"
	"slices"
)

// How alike two texts have to be, tried out on real edits and on planted ones
// (TestLabelledPairs, TestPlantedEdits).
const (
	inGap       = 0.45 // between two settled neighbours
	weakly      = 0.3  // the same, where nothing else there is more alike
	onPage      = 0.5  // out of order on the page
	acrossPages = 0.75 // on another page
	inPlace     = 0.25 // alone between two settled neighbours, and of one kind
	otherKind   = 0.2  // what is taken off where a heading became a list item
	partOf      = 0.8  // of a text that is in the other as a whole
)

// gaps pairs what is left between neighbours that are settled, by likeness and
// in order. It is called twice: for what is alike, and at the end, with less to
// choose from, for what is weakly so.
func (a *aligner) gaps(p pagePair, least float64) {
	a.between(p, func(js, is []int) { a.gap(js, is, least) })
}

// between calls f with what is left between any two neighbours that are settled.
func (a *aligner) between(p pagePair, f func(js, is []int)) {
	var places []place
	position := map[int]int{}
	for n, j := range p.old {
		position[j] = n
	}
	for n, i := range p.units {
		j := a.result[i].Old
		if at, here := position[j]; j >= 0 && here {
			places = append(places, place{at, n})
		}
	}
	fromJ, fromI := 0, 0
	for _, c := range append(rising(places), place{len(p.old), len(p.units)}) {
		f(a.freeOld(p.old[fromJ:c.j]), a.freeNew(p.units[fromI:c.i]))
		fromJ, fromI = c.j+1, c.i+1
	}
}

// holes pairs what is left between neighbours that belong together: they stood beside
// just as little that is left. Unlike a gap a hole may be in a section that has moved.
func (a *aligner) holes(least float64) {
	for from := 1; from < len(a.units); from++ {
		to := from
		for to < len(a.units) && !a.settled(to) && a.units[to].Page == a.units[from-1].Page && !front(a.units[to].Kind) {
			to++
		}
		if to == from || to == len(a.units) || a.units[to].Page != a.units[from-1].Page {
			continue
		}
		if j, last := a.result[from-1].Old, a.result[to].Old; j >= 0 && j+1 < last && a.old[j].Page == a.old[last].Page {
			if js := a.freeOld(a.allOld[j+1 : last]); len(js) == last-j-1 {
				a.gap(js, a.allNew[from:to], least)
			}
		}
		from = to
	}
}

// gap pairs the units of one gap that are at least so alike, then what that
// leaves between the pairs, by its place.
func (a *aligner) gap(js, is []int, least float64) {
	if len(js) == 0 || len(is) == 0 {
		return
	}
	fromJ, fromI := 0, 0
	for _, c := range append(a.chain(js, is, least), place{len(js), len(is)}) {
		a.inPlace(js[fromJ:c.j], is[fromI:c.i])
		if c.j < len(js) {
			a.pair(is[c.i], js[c.j])
		}
		fromJ, fromI = c.j+1, c.i+1
	}
}

// inPlace pairs as many old units with as many new ones of the same kinds at
// the same place. A heading or a cell of a word or two needs no other evidence: it
// said 12 and says 15. A longer text has to have a few words left of what it was.
func (a *aligner) inPlace(js, is []int) {
	if len(js) != len(is) {
		return
	}
	for n := range js {
		if !a.sameKind(js[n], is[n]) {
			return
		}
	}
	for n := range js {
		if a.placed(js[n], is[n]) || a.likeness(js[n], is[n]) >= inPlace {
			a.pair(is[n], js[n])
		}
	}
}

// placed reports whether texts are so short that their place says which they are.
func (a *aligner) placed(j, i int) bool {
	longest := max(a.oldBag(j).count, a.newBag(i).count)
	return longest <= 2 || longest < shortText && a.units[i].Kind == "h"
}

// candidate is a pair that may belong together, by position in the gap.
type candidate struct {
	place
	score float64
}

// chain returns the pairs of a gap whose likenesses add up to the most, in the
// order of both lists.
func (a *aligner) chain(js, is []int, least float64) []place {
	candidates := a.candidates(js, is, least)
	slices.SortFunc(candidates, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(x.i, y.i), cmp.Compare(y.j, x.j))
	})
	best := newRanks(len(js))
	before := make([]int, len(candidates))
	sums := make([]float64, len(candidates))
	last, most := -1, 0.0
	for n, c := range candidates {
		sum, from := best.below(c.j)
		sums[n], before[n] = sum+c.score, from
		best.put(c.j, sums[n], n)
		if sums[n] > most {
			last, most = n, sums[n]
		}
	}
	var chain []place
	for n := last; n >= 0; n = before[n] {
		chain = append(chain, candidates[n].place)
	}
	slices.Reverse(chain)
	return chain
}

// small is the size of a gap in which every pair is compared.
const small = 1024

// around is how far from its own place a unit of a larger gap is looked for.
const around = 2

func (a *aligner) candidates(js, is []int, least float64) []candidate {
	var out []candidate
	try := func(j, i int) {
		if s := a.score(js[j], is[i], least); s > 0 {
			out = append(out, candidate{place{j, i}, s * s}) // rather one that is sure than two that may be
		}
	}
	if len(js)*len(is) <= small {
		for i := range is {
			for j := range js {
				try(j, i)
			}
		}
		return out
	}
	ix := newIndex(len(js), func(j int) bag { return a.oldBag(js[j]) })
	for i := range is {
		near := ix.near(a.newBag(is[i]))
		for j := i - around; j <= i+around; j++ {
			if j >= 0 && j < len(js) && !slices.Contains(near, j) {
				near = append(near, j)
			}
		}
		for _, j := range near {
			try(j, i)
		}
	}
	return out
}

// score rates a pair within a gap; 0 says that it is none. A text that is in the
// other as a whole counts as well: one of many parts that it was split into.
func (a *aligner) score(j, i int, least float64) float64 {
	s := a.likeness(j, i)
	if !a.sameKind(j, i) {
		s -= otherKind
	}
	if s < least {
		x, y := a.oldBag(j), a.newBag(i)
		if x.count < shortText || y.count < shortText || max(x.within(y), y.within(x)) < partOf {
			return 0
		}
		s /= 2
	}
	return s
}

// ranks answers which of the sums put in below a position is the greatest: a
// Fenwick tree of maxima.
type ranks struct {
	sum []float64
	of  []int
}

func newRanks(n int) *ranks {
	r := &ranks{make([]float64, n+1), make([]int, n+1)}
	for i := range r.of {
		r.of[i] = -1
	}
	return r
}

func (r *ranks) put(at int, sum float64, of int) {
	for at++; at < len(r.sum); at += at & -at {
		if sum > r.sum[at] {
			r.sum[at], r.of[at] = sum, of
		}
	}
}

func (r *ranks) below(at int) (sum float64, of int) {
	of = -1
	for ; at > 0; at -= at & -at {
		if r.sum[at] > sum {
			sum, of = r.sum[at], r.of[at]
		}
	}
	return sum, of
}
