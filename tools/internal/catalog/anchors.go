package catalog

import "slices"

// anchors pairs units that say the same in the same order, as patience diff
// does: what both ends have in common first, then the texts that stand once on
// either side and in the same order, then the same again between those. Texts
// that stand often (cells that say "ja") find their places by their neighbours.
func (a *aligner) anchors(js, is []int, depth int) {
	js, is = a.ends(js, is)
	if len(js) == 0 || len(is) == 0 {
		return
	}
	chain := a.once(js, is)
	if len(chain) == 0 || depth > deepest {
		a.twins(js, is)
		return
	}
	fromJ, fromI := 0, 0
	for _, c := range chain {
		a.anchors(js[fromJ:c.j], is[fromI:c.i], depth+1)
		a.pair(is[c.i], js[c.j])
		fromJ, fromI = c.j+1, c.i+1
	}
	a.anchors(js[fromJ:], is[fromI:], depth+1)
}

// landmarks pairs the texts that stand once on either side and in the same order.
func (a *aligner) landmarks(js, is []int) {
	for _, c := range a.once(js, is) {
		a.pair(is[c.i], js[c.j])
	}
}

// deepest bounds the recursion of anchors. A level settles at least one unit of
// each of its parts, and as a rule most of them.
const deepest = 64

// ends pairs what both lists have in common at their ends, and returns the rest.
func (a *aligner) ends(js, is []int) (restJ, restI []int) {
	for len(js) > 0 && len(is) > 0 && a.old[js[0]].Text == a.units[is[0]].Text {
		a.pair(is[0], js[0])
		js, is = js[1:], is[1:]
	}
	for len(js) > 0 && len(is) > 0 && a.old[js[len(js)-1]].Text == a.units[is[len(is)-1]].Text {
		a.pair(is[len(is)-1], js[len(js)-1])
		js, is = js[:len(js)-1], is[:len(is)-1]
	}
	return js, is
}

// place is a pair of positions in the two lists.
type place struct{ j, i int }

// once returns the longest chain, in order, of texts that stand once in either
// list.
func (a *aligner) once(js, is []int) []place {
	type count struct{ old, units, j int }
	texts := map[string]count{}
	for n, j := range js {
		c := texts[a.old[j].Text]
		c.old, c.j = c.old+1, n
		texts[a.old[j].Text] = c
	}
	for _, i := range is {
		if c, ok := texts[a.units[i].Text]; ok {
			c.units++
			texts[a.units[i].Text] = c
		}
	}
	var places []place
	for n, i := range is {
		if c := texts[a.units[i].Text]; c.old == 1 && c.units == 1 {
			places = append(places, place{c.j, n})
		}
	}
	return rising(places)
}

// rising returns a longest part of places, which are in the order of i, in which
// j rises as well.
func rising(places []place) []place {
	var tails []int // index of the place that ends the best chain of each length
	before := make([]int, len(places))
	for n, p := range places {
		at, _ := slices.BinarySearchFunc(tails, p.j, func(t, j int) int { return places[t].j - j })
		before[n] = -1
		if at > 0 {
			before[n] = tails[at-1]
		}
		if at == len(tails) {
			tails = append(tails, n)
		} else {
			tails[at] = n
		}
	}
	if len(tails) == 0 {
		return nil
	}
	chain := make([]place, 0, len(tails))
	for n := tails[len(tails)-1]; n >= 0; n = before[n] {
		chain = append(chain, places[n])
	}
	slices.Reverse(chain)
	return chain
}

// mostTwins bounds the table of twins: beyond it texts are only compared with those
// that stand as far from the beginning.
const mostTwins = 1 << 18

// What the steps from one list of twins to another cost. To change one is dearer
// than to delete it or to write it anew, and cheaper than both: a cell that says
// something else is still that cell.
const (
	alone   = 2
	changed = 3
)

// twins pairs equal texts of two lists whose texts all stand more than once, or on
// one side only, so that the fewest steps lead from one list to the other.
func (a *aligner) twins(js, is []int) {
	same := func(n, m int) bool { return a.old[js[n]].Text == a.units[is[m]].Text }
	if len(js)*len(is) > mostTwins {
		for n := range min(len(js), len(is)) {
			if same(n, n) {
				a.pair(is[n], js[n])
			}
		}
		return
	}
	width := len(is) + 1
	cost := make([]int32, (len(js)+1)*width)
	for n := len(js); n >= 0; n-- {
		for m := len(is); m >= 0; m-- {
			at := n*width + m
			switch {
			case n == len(js):
				cost[at] = int32(alone * (len(is) - m)) //nolint:gosec // see mostTwins
			case m == len(is):
				cost[at] = int32(alone * (len(js) - n)) //nolint:gosec // see mostTwins
			case same(n, m):
				cost[at] = cost[at+width+1]
			default:
				cost[at] = min(alone+cost[at+width], alone+cost[at+1], changed+cost[at+width+1])
			}
		}
	}
	for n, m := 0, 0; n < len(js) && m < len(is); {
		at := n*width + m
		switch {
		case same(n, m):
			a.pair(is[m], js[n])
			n, m = n+1, m+1
		case cost[at] == alone+cost[at+width]:
			n++
		case cost[at] == alone+cost[at+1]:
			m++
		default:
			n, m = n+1, m+1
		}
	}
}
