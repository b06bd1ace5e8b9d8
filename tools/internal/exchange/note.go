package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Generated notes are lines "key: value". A translator reads them, programs keep
// them, and Read takes from them what the format has no place for.

// The keys of notes, in the order in which they are written.
const (
	noteFile   = "file"
	notePlace  = "place"
	noteForm   = "form"
	noteForms  = "forms" // of a message that has them all
	notePage   = "page"
	noteChange = "change"
	noteDiff   = "diff"
	notePart   = "part"
	noteState  = "state"
	noteBase   = "base"
)

type note struct{ key, value string }

// notes returns what is said of a unit beside its texts.
func (u *Unit) notes() []note {
	all := []note{
		{notePlace, u.Context}, {noteForm, u.form()}, {notePage, u.Address}, {noteChange, u.Class}, {noteDiff, u.Diff}, {notePart, u.Part}, {noteBase, u.Base},
	}
	if u.State == Reviewed {
		all = append(all, note{noteState, string(Reviewed)})
	}
	some := all[:0]
	for _, n := range all {
		if n.value != "" {
			some = append(some, n)
		}
	}
	return some
}

// form says which plural form a text is: "few: 3, 4, 5, 6 …".
func (u *Unit) form() string {
	switch {
	case u.Form == "":
		return ""
	case u.Numbers == "":
		return u.Form
	}
	return u.Form + ": " + u.Numbers
}

func (n note) String() string { return n.key + ": " + n.value }

// takeNote reads one line of generated notes. It reports whether it was one.
func (u *Unit) takeNote(line string) bool {
	key, value, ok := strings.Cut(line, ": ")
	if !ok {
		return false
	}
	return u.set(key, value)
}

// set takes a value by the key of its note.
func (u *Unit) set(key, value string) bool {
	switch key {
	case noteFile:
		u.File = value
	case notePlace:
		u.Context = value
	case noteForm:
		u.Form, u.Numbers, _ = strings.Cut(value, ": ")
	case notePage:
		u.Address = value
	case noteChange:
		u.Class = value
	case noteDiff:
		u.Diff = value
	case notePart:
		u.Part = value
	case noteBase:
		u.Base = value
	case noteState:
		u.State = State(value)
	default:
		return false
	}
	return true
}

// Fingerprint names a translation as it was given away: its state's first letter
// and eight digits of a hash of its text. It is enough to tell whether a text
// was changed, and short enough not to be in a translator's way.
func Fingerprint(state State, target string) string {
	if state == Reviewed {
		state = Translated
	}
	sum := sha256.Sum256([]byte(target))
	return string(state[:1]) + "-" + hex.EncodeToString(sum[:4])
}

// unchanged reports whether a text is the one with the fingerprint, and ok
// whether there is one.
func unchanged(base, target string) (same, ok bool) {
	_, hash, ok := strings.Cut(base, "-")
	if !ok || len(hash) != 8 {
		return false, false
	}
	_, now, _ := strings.Cut(Fingerprint(Translated, target), "-")
	return hash == now, true
}
