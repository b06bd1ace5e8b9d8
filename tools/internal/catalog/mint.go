package catalog

import (
	"crypto/sha1" //nolint:gosec // an id, not a security measure
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// revive gives a unit back the id of a text that was deleted once, if a
// translation of just that text is still there.
func (a *aligner) revive(taken map[string]string) {
	byHash := map[string][]string{}
	living := map[string]bool{}
	for _, o := range a.old {
		living[o.ID] = true
	}
	for _, u := range a.units {
		living[u.Fixed] = true
	}
	for _, id := range slices.Sorted(maps.Keys(taken)) {
		if hash := taken[id]; hash != "" && !living[id] {
			byHash[hash] = append(byHash[hash], id)
		}
	}
	if len(byHash) == 0 {
		return
	}
	for i, u := range a.units {
		if a.settled(i) {
			continue
		}
		hash := Hash(u.Text)
		if ids := byHash[hash]; len(ids) > 0 {
			a.result[i].ID = ids[0]
			byHash[hash] = ids[1:]
		}
	}
}

// shortestHash is the number of digits of a hash in an id.
const shortestHash = 6

// mint makes an id of kind and a hash of page, kind, text and occurrence: six
// hexadecimal digits, more where they are taken.
func (a *aligner) mint(taken map[string]string) {
	busy := map[string]bool{}
	for _, o := range a.old {
		busy[o.ID] = true
	}
	for i := range a.units {
		busy[a.result[i].ID] = true
	}
	seen := map[string]int{}
	for i, u := range a.units {
		if a.settled(i) {
			continue
		}
		key := u.Page + "\x00" + u.Kind + "\x00" + u.Text
		sum := sha1.Sum(fmt.Appendf(nil, "%s\x00%d", key, seen[key])) //nolint:gosec // see the import
		seen[key]++
		hash := hex.EncodeToString(sum[:])
		n := shortestHash
		for n < len(hash) && (busy[u.Kind+"-"+hash[:n]] || another(taken, u.Kind+"-"+hash[:n], u.Text)) {
			n++
		}
		a.result[i].ID = u.Kind + "-" + hash[:n]
		busy[a.result[i].ID] = true
	}
}

// KindOf returns the kind of unit that an id was minted for, or "" if nobody minted
// it: an author gave it.
func KindOf(id string) string {
	kind, hash, _ := strings.Cut(id, "-")
	if len(hash) < shortestHash || strings.Trim(hash, "0123456789abcdef") != "" {
		return ""
	}
	return kind
}

// another reports whether an id is taken by another text.
func another(taken map[string]string, id, text string) bool {
	hash, ok := taken[id]
	return ok && hash != Hash(text)
}
