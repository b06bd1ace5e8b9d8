package record

import "dossier/tools/internal/diag"

// Node is a TOML table that somebody wrote: where it stands, and where each of
// its keys does.
type Node struct {
	Pos diag.Pos // of its header, or of its key if it is an inline table

	lines  *diag.Lines
	places []place
	cut    bool // the file ends in a fault somewhere below
}

// place is where a key and its value begin, in bytes. The items of a list follow
// their key under the same name.
type place struct {
	key       string
	at, value uint32
	faulty    bool // what was written could not be used, and was reported
}

// located is anything that has a place.
type located interface{ node() *Node }

func (n *Node) node() *Node { return n }

// At returns the place of a key, or of the table if it has no such key.
func (n *Node) At(key string) diag.Pos {
	if i := n.find(key); i >= 0 {
		return n.lines.Pos(int(n.places[i].at))
	}
	return n.Pos
}

// atValue returns the place of a key's value.
func (n *Node) atValue(key string) diag.Pos {
	if i := n.find(key); i >= 0 {
		return n.lines.Pos(int(n.places[i].value))
	}
	return n.Pos
}

// atItem returns the place of an item of a list.
func (n *Node) atItem(key string, item int) diag.Pos {
	i := n.find(key) + 1 + item
	if i > item && i < len(n.places) && n.places[i].key == key {
		return n.lines.Pos(int(n.places[i].value))
	}
	return n.atValue(key)
}

// has reports whether the key was written, even if its value was no good.
func (n *Node) has(key string) bool { return n.find(key) >= 0 }

// faulty reports whether the key's value was no good.
func (n *Node) faulty(key string) bool {
	i := n.find(key)
	return i >= 0 && n.places[i].faulty
}

func (n *Node) find(key string) int {
	for i := range n.places {
		if n.places[i].key == key {
			return i
		}
	}
	return -1
}

func (n *Node) mark(key string, at, value int) {
	if n.places == nil {
		n.places = make([]place, 0, 12)
	}
	n.places = append(n.places, place{key, uint32(at), uint32(value), false}) //nolint:gosec // files are read whole, and small
}
