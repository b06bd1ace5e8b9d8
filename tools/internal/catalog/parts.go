package catalog

// What a text must have in common with what its neighbour lost, or gained, to
// have been part of it.
const (
	fromNeighbour = 0.6
	fewestOfPart  = 3 // words
)

func (a *aligner) allParts() {
	for _, p := range a.pages {
		a.parts(p)
	}
}

// parts finds where new units come from that were split off a neighbour, and
// which old ones were joined to a neighbour.
func (a *aligner) parts(p pagePair) {
	if len(p.old) == 0 {
		return
	}
	for n, i := range p.units {
		if a.settled(i) || a.newBag(i).count < fewestOfPart {
			continue
		}
		for _, k := range a.neighbours(p.units, n, a.settled) {
			j := a.result[k].Old
			if j < 0 || a.old[j].Text == a.units[k].Text {
				continue
			}
			if lost := a.oldBag(j).without(a.newBag(k)); a.newBag(i).within(lost) >= fromNeighbour {
				a.result[i].Split = a.old[j].ID
				break
			}
		}
	}
	for n, j := range p.old {
		if a.by[j] >= 0 || a.oldBag(j).count < fewestOfPart {
			continue
		}
		for _, k := range a.neighbours(p.old, n, func(j int) bool { return a.by[j] >= 0 }) {
			i := a.by[k]
			if a.old[k].Text == a.units[i].Text {
				continue
			}
			if gained := a.newBag(i).without(a.oldBag(k)); a.oldBag(j).within(gained) >= fromNeighbour {
				a.result[i].Absorbed = append(a.result[i].Absorbed, a.old[j].ID)
				break
			}
		}
	}
}

// neighbours returns the nearest members of a list, before and after position n,
// that are settled.
func (a *aligner) neighbours(list []int, n int, settled func(int) bool) []int {
	var near []int
	for m := n - 1; m >= max(0, n-reach); m-- {
		if settled(list[m]) {
			near = append(near, list[m])
			break
		}
	}
	for m := n + 1; m < min(len(list), n+1+reach); m++ {
		if settled(list[m]) {
			near = append(near, list[m])
			break
		}
	}
	return near
}

// reach is how many parts of one text are looked at.
const reach = 8
