package catalog

import (
	"crypto/sha1" //nolint:gosec // an id, not a security measure
	"encoding/hex"
	"fmt"
)

// A unit keeps its id for life. It is minted once, from what the unit was at
// birth, and from then on carried: by comparing the German of today with the
// German of the last sync. Alignment here uses exact text and order only.

// Old is a unit as the source catalog remembers it.
type Old struct {
	Page, ID, Kind, Text string
}

// New is a unit as it stands in the German source. Fixed is an id that the
// author wrote, or "".
type New struct {
	Page, Kind, Text, Fixed string
}

// Align returns the ids of the new units, in their order: carried from an old
// unit where one is the same, else minted. taken holds every id that is or was
// in use besides those of old, with the hash of the German it stands for, if that
// is known. No minted id is among them, unless it stands for just that German: a
// sync that was cut short gave it to this unit.
func Align(old []Old, units []New, taken map[string]string) []string {
	a := aligner{old: old, units: units, ids: make([]string, len(units)), from: make([]int, len(units)), used: make([]bool, len(old))}
	for i := range a.from {
		a.from[i] = -1
	}
	a.fixed()
	a.exact(func(page, kind, text string) string { return page + "\x00" + kind + "\x00" + text })
	a.exact(func(page, _, text string) string { return page + "\x00" + text })
	a.gaps()
	a.exact(func(_, kind, text string) string { return kind + "\x00" + text })
	a.exact(func(_, _, text string) string { return text })
	a.mint(taken)
	return a.ids
}

type aligner struct {
	old   []Old
	units []New
	ids   []string
	from  []int // index of the old unit that a new one carries on, or -1
	used  []bool
}

func (a *aligner) pair(i, j int) {
	a.from[i], a.used[j] = j, true
	a.ids[i] = a.old[j].ID
}

// fixed gives the units that an author named their names.
func (a *aligner) fixed() {
	byID := map[string]int{}
	for j, o := range a.old {
		byID[o.ID] = j
	}
	for i, u := range a.units {
		if u.Fixed == "" {
			continue
		}
		a.ids[i] = u.Fixed
		if j, ok := byID[u.Fixed]; ok && !a.used[j] {
			a.pair(i, j)
		}
	}
}

// exact pairs units with the same key: the first with the first, and so on.
func (a *aligner) exact(key func(page, kind, text string) string) {
	free := map[string][]int{}
	for j, o := range a.old {
		if !a.used[j] {
			k := key(o.Page, o.Kind, o.Text)
			free[k] = append(free[k], j)
		}
	}
	for i, u := range a.units {
		if a.ids[i] != "" {
			continue
		}
		k := key(u.Page, u.Kind, u.Text)
		if js := free[k]; len(js) > 0 {
			a.pair(i, js[0])
			free[k] = js[1:]
		}
	}
}

// gaps pairs what is left between two neighbours that are paired, where as many
// old units of the same kinds were left there as new ones are.
func (a *aligner) gaps() {
	for i := 0; i < len(a.units); {
		if a.ids[i] != "" {
			i++
			continue
		}
		end := i
		for end < len(a.units) && a.ids[end] == "" && a.units[end].Page == a.units[i].Page {
			end++
		}
		if js := a.oldGap(i, end); len(js) == end-i && a.sameKinds(i, js) {
			for n, j := range js {
				a.pair(i+n, j)
			}
		}
		i = end
	}
}

// oldGap returns the unpaired old units that stood where units[i:end] stand.
func (a *aligner) oldGap(i, end int) []int {
	page := a.units[i].Page
	lo, hi := -1, len(a.old)
	if i > 0 && a.units[i-1].Page == page {
		if lo = a.from[i-1]; lo < 0 {
			return nil
		}
	}
	if end < len(a.units) && a.units[end].Page == page {
		if hi = a.from[end]; hi < 0 {
			return nil
		}
	}
	var js []int
	for j := lo + 1; j < hi; j++ {
		if a.old[j].Page != page {
			continue
		}
		if a.used[j] {
			return nil // something moved across: order says nothing here
		}
		js = append(js, j)
	}
	return js
}

func (a *aligner) sameKinds(i int, js []int) bool {
	for n, j := range js {
		if a.units[i+n].Kind != a.old[j].Kind {
			return false
		}
	}
	return true
}

// mint makes an id of kind and a hash of page, kind, text and occurrence: six
// hexadecimal digits, more where they are taken.
func (a *aligner) mint(taken map[string]string) {
	busy := map[string]bool{}
	for _, o := range a.old {
		busy[o.ID] = true
	}
	for _, u := range a.units {
		busy[u.Fixed] = true
	}
	seen := map[string]int{}
	for i, u := range a.units {
		if a.ids[i] != "" {
			continue
		}
		key := u.Page + "\x00" + u.Kind + "\x00" + u.Text
		sum := sha1.Sum(fmt.Appendf(nil, "%s\x00%d", key, seen[key])) //nolint:gosec // see the import
		seen[key]++
		hash := hex.EncodeToString(sum[:])
		n := 6
		for n < len(hash) && (busy[u.Kind+"-"+hash[:n]] || another(taken, u.Kind+"-"+hash[:n], u.Text)) {
			n++
		}
		a.ids[i] = u.Kind + "-" + hash[:n]
		busy[a.ids[i]] = true
	}
}

// another reports whether an id is taken by another text.
func another(taken map[string]string, id, text string) bool {
	hash, ok := taken[id]
	return ok && hash != Hash(text)
}
