// Package catalog reads and writes the message catalogs that translators work
// in, and keeps a unit's identity while the German around it changes.
//
// A catalog is a go-i18n message file in TOML. go-i18n decides what is valid: a
// table whose keys are message fields ([fields]) is a message, a table of other
// keys is a group, and a mixture is refused. This package reads the same
// language with byte ranges, because a catalog is edited by splicing: what a
// translator wrote, comments and spelling included, is carried over as bytes.
//
//	#: § Aufstieg · Absatz 2
//	#: Seit 2021 nutzen [mehr als eine Milliarde](fig:mau-welt-2021) Menschen …
//	# a translator's own remark
//	[p-7f3a9c]
//	hash = "sha1-…"
//	other = "…"
//
// Lines that begin "#:" are generated and may be replaced; all other comments
// belong to the translator and stay with the message that follows them.
package catalog

import (
	"crypto/sha1" //nolint:gosec // go-i18n's format, not a security measure
	"encoding/hex"

	"dossier/tools/internal/diag"
)

// fields are the keys that go-i18n (v2, internal.Message) knows in a message.
// Beside them no other key may stand. Upper and lower case are the same.
var fields = map[string]bool{
	"id": true, "hash": true, "description": true, "leftdelim": true, "rightdelim": true,
	"zero": true, "one": true, "two": true, "few": true, "many": true, "other": true,
}

// File is one catalog.
type File struct {
	Name    string // relative to the project's folder
	Entries []*Entry
	head    []byte // a translator's comments before the first message's own
	tail    []byte // comments after the last message
	byID    map[string]*Entry
	windows bool // most lines end in CR LF
}

// Entry is one message.
type Entry struct {
	ID       string   // dotted keys joined, as go-i18n joins them
	Hash     string   // of the German text it was translated from; "" is unconfirmed
	Other    string   // the translation; "" is missing
	Pos      diag.Pos // of the message
	OtherPos diag.Pos // of the first byte inside the quotes of other
	Literal  bool     // other stands in the file byte for byte, on one line
	Obsolete bool     // its generated comment says that the German no longer has it

	comments []byte // the translator's, with line ends
	german   string // as the generated comments have it: what the translator read
	group    bool   // a table without a field: no message, but others may stand below it
	body     []byte // from the header to the last value, with line ends
	hashAt   span   // of the value of hash in body, quotes included; empty if there is none
	otherAt  span   // of the value of other
	forms    []form // its plural forms but other, of a word of the interface
	at       int    // where the body begins in the file
}

// span is a range of bytes in an entry's body.
type span struct{ start, end int }

// Get returns the message with the id.
func (f *File) Get(id string) (*Entry, bool) {
	if f == nil {
		return nil, false
	}
	e, ok := f.byID[id]
	return e, ok
}

// Hash returns go-i18n's hash of a message that has this text and no
// description: "sha1-" and 40 hexadecimal digits.
func Hash(text string) string {
	sum := sha1.Sum([]byte(text)) //nolint:gosec // see the import
	return "sha1-" + hex.EncodeToString(sum[:])
}

// State says how a translation stands to today's German.
type State string

// The states of a translation.
const (
	Current  State = ""         // translated from today's German, or unconfirmed
	Missing  State = "missing"  // no translation
	Outdated State = "outdated" // translated from an earlier German text

	// The following are told to translators only; a reader sees a current text,
	// or none.
	Unconfirmed State = "unconfirmed" // a text without a hash: nobody said which German it is of
	Obsolete    State = "obsolete"    // the German no longer has this
)

// StateOf returns the state of a translation of source.
func StateOf(e *Entry, source string) State {
	switch {
	case e == nil || e.Other == "":
		return Missing
	case e.Hash != "" && e.Hash != Hash(source):
		return Outdated
	}
	return Current
}
