package catalog

import (
	"cmp"
	"slices"
)

// unique pairs texts that are gone from one place and have come to another, if
// there is only one of each: of several, one may have been edited instead.
func (a *aligner) unique(js, is []int) {
	type count struct{ old, units, j, i int }
	texts := map[string]count{}
	for _, j := range js {
		c := texts[a.old[j].Text]
		c.old, c.j = c.old+1, j
		texts[a.old[j].Text] = c
	}
	for _, i := range is {
		if c, ok := texts[a.units[i].Text]; ok {
			c.units, c.i = c.units+1, i
			texts[a.units[i].Text] = c
		}
	}
	for _, c := range texts {
		if c.old == 1 && c.units == 1 {
			a.pair(c.i, c.j)
		}
	}
}

// spread pairs equal texts that stand beside texts that belong together, one after
// the other, as Heckel's diff does ("A technique for isolating differences between
// files", 1978, passes 4 and 5).
func (a *aligner) spread() {
	for i := range a.units {
		a.beside(i, +1)
	}
	for i := range slices.Backward(a.units) {
		a.beside(i, -1)
	}
}

func (a *aligner) beside(i, step int) {
	j := a.result[i].Old
	if x, y := i+step, j+step; j >= 0 && x >= 0 && y >= 0 && x < len(a.units) && y < len(a.old) &&
		!a.settled(x) && a.by[y] < 0 && a.units[x].Text == a.old[y].Text && !front(a.units[x].Kind) && !front(a.old[y].Kind) &&
		a.units[x].Page == a.units[i].Page && a.old[y].Page == a.old[j].Page {
		a.pair(x, y)
	}
}

// index finds texts that share rare words with another.
type index struct {
	postings map[uint64][]int32
	tally    map[int]int
}

// The bounds that keep a look-up from growing with the number of texts.
const (
	rareWords = 8  // how many words of a text are looked up, the rarest first
	mostTexts = 32 // in how many texts a word may stand to be looked up as a whole
	mostNear  = 8  // how many texts are proposed
)

func newIndex(n int, at func(int) bag) *index {
	ix := &index{map[uint64][]int32{}, map[int]int{}}
	for j := range n {
		last := uint64(0)
		for k, w := range at(j).words {
			if k > 0 && w.hash == last {
				continue
			}
			last = w.hash
			ix.postings[w.hash] = append(ix.postings[w.hash], int32(j)) //nolint:gosec // a number of texts
		}
	}
	return ix
}

// near returns the texts that have most in common with b, as far as its rarest
// words tell.
func (ix *index) near(b bag) []int {
	var known []word
	for k, w := range b.words {
		if len(ix.postings[w.hash]) > 0 && (k == 0 || b.words[k-1].hash != w.hash) {
			known = append(known, w)
		}
	}
	slices.SortFunc(known, func(x, y word) int {
		return cmp.Or(cmp.Compare(len(ix.postings[x.hash]), len(ix.postings[y.hash])), cmp.Compare(x.hash, y.hash))
	})
	clear(ix.tally)
	for _, w := range known[:min(len(known), rareWords)] {
		for _, j := range ix.postings[w.hash][:min(len(ix.postings[w.hash]), mostTexts)] {
			ix.tally[int(j)] += w.weight
		}
	}
	found := make([]int, 0, len(ix.tally))
	for j := range ix.tally {
		found = append(found, j)
	}
	slices.SortFunc(found, func(x, y int) int {
		return cmp.Or(cmp.Compare(ix.tally[y], ix.tally[x]), cmp.Compare(x, y))
	})
	return found[:min(len(found), mostNear)]
}

// fewWords is the number of words below which likeness out of order proves
// nothing: "Konto A" and "Konto D".
const fewWords = 5

// surely is the likeness of a typo, which proves something even then.
const surely = 0.85

// alike pairs units that are at least so alike, the most alike first.
func (a *aligner) alike(js, is []int, least float64) {
	if len(js) == 0 || len(is) == 0 {
		return
	}
	ix := newIndex(len(js), func(n int) bag { return a.oldBag(js[n]) })
	var found []candidate
	for n, i := range is {
		for _, m := range ix.near(a.newBag(i)) {
			if s := a.likeness(js[m], i); s >= least && (s >= surely || a.oldBag(js[m]).count >= fewWords && a.newBag(i).count >= fewWords) {
				found = append(found, candidate{place{m, n}, s})
			}
		}
	}
	slices.SortStableFunc(found, func(x, y candidate) int { return cmp.Compare(y.score, x.score) })
	for _, c := range found {
		if i, j := is[c.i], js[c.j]; !a.settled(i) && a.by[j] < 0 {
			a.pair(i, j)
		}
	}
}
