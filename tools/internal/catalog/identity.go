package catalog

import "slices"

// A unit keeps its id for life. It is minted once, from what the unit was at
// birth, and from then on carried: by comparing the German of today with the
// German of the last sync.
//
// The comparison goes from the certain to the likely, and each step leaves to
// the next only what it could not settle:
//
//  1. the id that an author wrote, if it is not new; the one title of a page;
//  2. the same text at the same place in the order of the page, or elsewhere on
//     it: first where it stands once only, then beside those, for a text that
//     stands often stays with its neighbours (moved.go), then in what lies between
//     (anchors.go);
//  3. the same on another page, if it stands once only or beside such a one;
//  4. between two neighbours that are settled, together or in the order of the
//     page, the likeness of the words in
//     their order, and the place alone where a text is short (gaps.go);
//  5. the same text on another page; likeness out of order on the page, then on
//     another page (moved.go);
//  6. a text that was deleted once and is there again;
//  7. what remains is new. Of a text that was split, the part that is not the
//     larger one says where it comes from; a text that was absorbed by its
//     neighbour leaves its id to it (parts.go).
//
// Every step is linear in the number of units, but for a logarithm, whatever the
// pages look like: likeness is only asked of candidates that share a rare word
// or stand at about the same place.

// Old is a unit as the source catalog remembers it. Of one that its author named
// nobody knows the kind, which is "" then.
type Old struct {
	Page, ID, Kind, Text string
}

// New is a unit as it stands in the German source. Fixed is an id that the
// author wrote, or "".
type New struct {
	Page, Kind, Text, Fixed string
}

// Carried is the identity of a new unit.
type Carried struct {
	ID       string
	Renamed  string   // the id that it had before its author gave it this one, or ""
	Old      int      // index of the old unit that it carries on, or -1
	Split    string   // the id of the unit that this one was a part of, if it is new, or ""
	Absorbed []string // the ids of old units that are part of this one now
}

// Align returns the identities of the new units, in their order: carried from an
// old unit where there is one, else minted. taken returns every id that is or was
// in use besides those of old, with the hash of the German it stands for, if
// that is known: a unit with just that German gets the id back. No minted id is
// among them otherwise. It is only asked if some unit is not an old one.
func Align(old []Old, units []New, taken func() map[string]string) []Carried {
	a := newAligner(old, units)
	a.align(taken)
	return a.result
}

func (a *aligner) align(taken func() map[string]string) {
	a.carry()
	if !slices.ContainsFunc(a.allNew, func(i int) bool { return !a.settled(i) }) {
		a.allParts()
		a.named()
		return
	}
	others := taken()
	a.revive(others)
	a.allParts()
	a.named()
	a.mint(others)
}

// carry carries the ids of old units over, by what the texts are and where they stand.
func (a *aligner) carry() {
	a.fixed()
	a.sole()
	for _, p := range a.pages {
		a.landmarks(a.freeOld(p.old), a.freeNew(p.units))
	}
	a.spread()
	for _, p := range a.pages {
		a.unique(a.freeOld(p.old), a.freeNew(p.units))
	}
	a.spread()
	for _, p := range a.pages {
		a.between(p, func(js, is []int) { a.anchors(js, is, 0) })
	}
	for _, p := range a.pages {
		a.exact(a.freeOld(p.old), a.freeNew(p.units))
	}
	a.unique(a.freeOld(a.allOld), a.freeNew(a.allNew))
	a.spread()
	a.holes(inGap)
	for _, p := range a.pages {
		a.gaps(p, inGap)
	}
	a.exact(a.freeOld(a.allOld), a.freeNew(a.allNew))
	for _, p := range a.pages {
		a.alike(a.freeOld(p.old), a.freeNew(p.units), onPage)
	}
	for _, p := range a.pages {
		a.gaps(p, weakly)
	}
	a.alike(a.freeOld(a.allOld), a.freeNew(a.allNew), acrossPages)
}

// aligner pairs new units, named by i, with old ones, named by j.
type aligner struct {
	old    []Old
	units  []New
	result []Carried
	by     []int // the new unit that carries an old one on, or -1
	pages  []pagePair

	allOld, allNew   []int
	oldBags, newBags []*bag
	compared         int // likenesses asked for, which is what takes time
}

// pagePair is a page of today with the page that it was: the one of its name,
// or the one that was renamed.
type pagePair struct {
	old, units []int
}

func newAligner(old []Old, units []New) *aligner {
	a := &aligner{
		old: old, units: units, result: make([]Carried, len(units)), by: make([]int, len(old)),
		oldBags: make([]*bag, len(old)), newBags: make([]*bag, len(units)),
	}
	for i := range a.result {
		a.result[i].Old = -1
		a.allNew = append(a.allNew, i)
	}
	for j := range a.by {
		a.by[j] = -1
		a.allOld = append(a.allOld, j)
	}
	a.pairPages()
	return a
}

func (a *aligner) pair(i, j int) {
	a.result[i].ID, a.result[i].Old, a.by[j] = a.old[j].ID, j, i
}

func (a *aligner) settled(i int) bool { return a.result[i].ID != "" }

// freeOld returns those of the old units that nothing carries on yet. Front
// matter is not among them: see sole.
func (a *aligner) freeOld(js []int) []int {
	var free []int
	for _, j := range js {
		if a.by[j] < 0 && !front(a.old[j].Kind) {
			free = append(free, j)
		}
	}
	return free
}

func (a *aligner) freeNew(is []int) []int {
	var free []int
	for _, i := range is {
		if !a.settled(i) && !front(a.units[i].Kind) {
			free = append(free, i)
		}
	}
	return free
}

func (a *aligner) oldBag(j int) bag {
	if a.oldBags[j] == nil {
		b := newBag(a.old[j].Text)
		a.oldBags[j] = &b
	}
	return *a.oldBags[j]
}

func (a *aligner) newBag(i int) bag {
	if a.newBags[i] == nil {
		b := newBag(a.units[i].Text)
		a.newBags[i] = &b
	}
	return *a.newBags[i]
}

// shortText is the number of words below which letters are compared as well.
const shortText = 8

// likeness returns how alike an old and a new text are, from 0 to 1.
func (a *aligner) likeness(j, i int) float64 {
	a.compared++
	x, y := a.oldBag(j), a.newBag(i)
	s := x.similar(y)
	if x.count <= shortText && y.count <= shortText {
		letters := trigrams(a.old[j].Text, a.units[i].Text)
		if x.otherNumbers(y) {
			letters -= 0.15 // "Konto A: 12" and "Konto B: 15" differ in what counts
		}
		s = max(s, letters)
	}
	return s
}

// sameKind reports whether an old and a new unit are of one kind, as far as is known.
func (a *aligner) sameKind(j, i int) bool {
	return a.old[j].Kind == a.units[i].Kind || a.old[j].Kind == ""
}

// front reports whether units of a kind stand in the front matter, where each
// kind stands once.
func front(kind string) bool {
	return kind == "title" || kind == "summary" || kind == "description"
}

// fixed pairs the units that have the ids that their author gave them already.
func (a *aligner) fixed() {
	byID := map[string]int{}
	for j, o := range a.old {
		byID[o.ID] = j
	}
	for i, u := range a.units {
		if j, ok := byID[u.Fixed]; ok && u.Fixed != "" && a.by[j] < 0 {
			a.pair(i, j)
		}
	}
}

// named gives the other units that an author named their names. Until then they are
// units like any other, that may have been there without a name.
func (a *aligner) named() {
	names := map[string]string{}
	for i, u := range a.units {
		if r := &a.result[i]; u.Fixed != "" && r.ID != u.Fixed {
			names[r.ID] = u.Fixed
			r.Renamed, r.ID = r.ID, u.Fixed
		}
	}
	for i := range a.result {
		if name := names[a.result[i].Split]; name != "" {
			a.result[i].Split = name
		}
	}
}

// sole pairs the title of a page with its title, whatever it says, and so on.
func (a *aligner) sole() {
	for _, p := range a.pages {
		byKind := map[string]int{}
		for _, j := range p.old {
			if front(a.old[j].Kind) && a.by[j] < 0 {
				byKind[a.old[j].Kind] = j
			}
		}
		for _, i := range p.units {
			if j, ok := byKind[a.units[i].Kind]; ok && !a.settled(i) && a.by[j] < 0 {
				a.pair(i, j)
			}
		}
	}
}

// exact pairs units with the same text, whatever their order: first those of
// the same kind, the first with the first.
func (a *aligner) exact(js, is []int) {
	for _, key := range []func(kind, text string) string{
		func(kind, text string) string { return kind + "\x00" + text },
		func(_, text string) string { return text },
	} {
		free := map[string][]int{}
		for _, j := range js {
			if a.by[j] < 0 {
				k := key(a.old[j].Kind, a.old[j].Text)
				free[k] = append(free[k], j)
			}
		}
		for _, i := range is {
			if a.settled(i) {
				continue
			}
			k := key(a.units[i].Kind, a.units[i].Text)
			if same := free[k]; len(same) > 0 {
				a.pair(i, same[0])
				free[k] = same[1:]
			}
		}
	}
}
