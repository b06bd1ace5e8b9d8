package record

import "testing"

// What was checked is as much as the best of the supporting evidence.
func TestCheck(t *testing.T) {
	quote := "More than 1 billion people"
	found := &Passage{}
	for _, c := range []struct {
		name string
		e    Evidence
		want string
	}{
		{"nothing", Evidence{}, Unchecked},
		{"found", Evidence{Quote: quote, passage: found}, Located},
		{"confirmed", Evidence{Quote: quote, Supported: &Support{By: "N. N."}}, Supported},
		{"confirmed, with nothing to confirm", Evidence{Supported: &Support{By: "N. N."}}, Unchecked},
	} {
		if got := c.e.Check(); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
	f := Figure{Evidence: []Evidence{{Relation: "supports"}, {Relation: "supports", Quote: quote, passage: found}, {Relation: "disputes", Quote: quote, Supported: &Support{By: "N. N."}}}}
	if got := f.Check(); got != Located {
		t.Errorf("figure: %s", got)
	}
}
