package record

import (
	"strconv"

	"dossier/tools/internal/diag"
)

// Text is a field that is translated.
type Text struct {
	Kind  string // names the catalog, in the plural: "figures"
	ID    string
	Field string // "label", "lowered.reason", "history.1.why"
	Text  string // in the language of the records, German
	Pos   diag.Pos
}

// Texts lists every text that is translated: kind by kind, the records in the
// order of files and lines, the fields of a record in the order of its table. A
// text that is the same in every language, such as a name, is listed too. Titles
// of sources are not: they are quoted as they are. Entries of a history are
// numbered from 1, the oldest first, as they stand in the file.
func (s *Set) Texts() []Text {
	var l []Text
	s.each(func(kind *key, r identified) {
		if r.base().ID != "" {
			l = appendTexts(l, Text{Kind: kind.name + "s", ID: r.base().ID}, kind.nested, r, "")
		}
	})
	return l
}

// appendTexts adds the texts of one table, whose fields are named with a prefix.
func appendTexts(l []Text, like Text, t *table, r located, prefix string) []Text {
	for i := range t.keys {
		k := &t.keys[i]
		if k.translated && *k.text(r) != "" {
			like.Field, like.Text, like.Pos = prefix+k.name, *k.text(r), r.node().At(k.name)
			l = append(l, like)
		}
		if k.nested == nil {
			continue
		}
		n := 0
		k.all(r, func(inner located) {
			n++
			name := prefix + k.name + "."
			if k.many {
				name += strconv.Itoa(n) + "."
			}
			l = appendTexts(l, like, k.nested, inner, name)
		})
	}
	return l
}
