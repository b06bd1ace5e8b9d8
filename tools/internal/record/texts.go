package record

import "dossier/tools/internal/diag"

// Text is a field that is translated.
type Text struct {
	Kind  string // plural, names the catalog: "figures"
	ID    string
	Field string // "label", "note", "lowered.reason"
	Text  string // German
	Pos   diag.Pos
}

// Texts lists every translatable field, kind by kind in the order of the
// records. Titles of sources are quoted as they are and not translated.
func (s *Set) Texts() []Text {
	var t texts
	for _, f := range s.Figures {
		t.add("figures", &f.Base, "label", f.Label, "note", f.Note)
		if f.Lowered != nil {
			t.add("figures", &f.Base, "lowered.reason", f.Lowered.Reason)
		}
		if f.Refuted != nil {
			t.add("figures", &f.Base, "refuted.reason", f.Refuted.Reason)
		}
	}
	for _, e := range s.Events {
		t.add("events", &e.Base, "title", e.Title, "text", e.Text)
	}
	for _, x := range s.Sources {
		t.add("sources", &x.Base, "note", x.Note)
	}
	for _, c := range s.Claims {
		t.add("claims", &c.Base, "text", c.Text, "assessment", c.Assessment, "searched", c.Searched)
	}
	for _, x := range s.Terms {
		t.add("terms", &x.Base, "term", x.Term, "definition", x.Definition)
	}
	for _, k := range []struct {
		kind string
		list []*Labelled
	}{{"actors", s.Actors}, {"places", s.Places}, {"themes", s.Themes}, {"measures", s.Measures}, {"scopes", s.Scopes}, {"units", s.Units}} {
		for _, l := range k.list {
			t.add(k.kind, &l.Base, "label", l.Label, "one", l.One, "description", l.Description)
		}
	}
	return t
}

type texts []Text

// add appends pairs of field and text that are not empty.
func (t *texts) add(kind string, b *Base, pairs ...string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			*t = append(*t, Text{kind, b.ID, pairs[i], pairs[i+1], b.At(pairs[i])})
		}
	}
}
