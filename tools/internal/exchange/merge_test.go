package exchange

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// home is a document of one unit as it would be exported today.
func home(state State, target string) *Document {
	u := Unit{ID: "p-1", Source: "Der neue [Satz](fig:a).", State: state, Target: target}
	if state == Outdated {
		u.Previous = "Der alte [Satz](fig:a)."
	}
	u.Base = Fingerprint(state, target)
	return &Document{Units: []Unit{u}}
}

// imported is a home whose translation came from a file of somebody.
func imported(d *Document, by string) *Document {
	d.Units[0].By = by
	return d
}

// tell says what an outcome holds, one line a thing.
func tell(o Outcome) string {
	var b strings.Builder
	for _, t := range o.Taken {
		fmt.Fprintf(&b, "take %q from %q", t.Text, t.Source)
		if len(t.Comments) > 0 {
			fmt.Fprintf(&b, " comments %q", t.Comments)
		}
		if t.Reviewed {
			b.WriteString(" reviewed")
		}
		if t.Replaces != "" {
			fmt.Fprintf(&b, " for %q", t.Replaces)
		}
		b.WriteByte('\n')
	}
	for _, f := range o.Findings {
		fmt.Fprintf(&b, "%s %s\n", f.Severity, f.Code)
	}
	if b.Len() == 0 {
		return "nothing"
	}
	return strings.TrimSuffix(b.String(), "\n")
}

const (
	old   = "The old [sentence](fig:a)."
	fresh = "The new [sentence](fig:a)."
)

func TestMerge(t *testing.T) {
	today := "Der neue [Satz](fig:a)."
	for _, c := range []struct {
		name     string
		home     *Document
		returned func(u *Unit)
		prefer   bool
		text     bool // TextDecides
		want     string

		translator string // of the file that comes back
	}{
		{name: "a new translation", home: home(Missing, ""), returned: func(u *Unit) { u.Target, u.State = fresh, Translated },
			want: `take "The new [sentence](fig:a)." from "Der neue [Satz](fig:a)."`},
		{name: "nothing was done", home: home(Outdated, old), returned: func(*Unit) {}, want: "nothing"},
		{name: "nothing was done to a current one", home: home(Translated, fresh), returned: func(*Unit) {}, want: "nothing"},
		{name: "an outdated one corrected", home: home(Outdated, old), returned: func(u *Unit) { u.Target, u.State = fresh, Translated },
			want: `take "The new [sentence](fig:a)." from "Der neue [Satz](fig:a)."`},
		{name: "an outdated one confirmed as it is", home: home(Outdated, old), returned: func(u *Unit) { u.State = Translated },
			want: `take "The old [sentence](fig:a)." from "Der neue [Satz](fig:a)."`},
		{name: "changed, but still marked fuzzy", home: home(Outdated, old), returned: func(u *Unit) { u.Target = fresh },
			want: `take "The new [sentence](fig:a)." from ""` + "\nwarning import-draft"},
		{name: "changed by a program that leaves the state", home: home(Outdated, old), returned: func(u *Unit) { u.Target = fresh }, text: true,
			want: `take "The new [sentence](fig:a)." from "Der neue [Satz](fig:a)."`},
		{name: "reviewed there", home: home(Translated, fresh), returned: func(u *Unit) { u.State = Reviewed },
			want: `take "The new [sentence](fig:a)." from "Der neue [Satz](fig:a)." reviewed`},
		{name: "reviewed here", home: home(Reviewed, fresh), returned: func(u *Unit) { u.State = Translated }, want: "nothing"},
		{name: "a current one doubted", home: home(Translated, fresh), returned: func(u *Unit) { u.State = Outdated },
			want: `take "The new [sentence](fig:a)." from ""` + "\nwarning import-draft"},
		{name: "the source moved on while the translator worked", home: home(Missing, ""),
			returned: func(u *Unit) { u.Source, u.Target, u.State = "Der alte [Satz](fig:a).", old, Translated },
			want:     `take "The old [sentence](fig:a)." from "Der alte [Satz](fig:a)."` + "\nwarning import-late"},
		{name: "lines wrapped by a program", home: home(Missing, ""),
			returned: func(u *Unit) {
				u.Source, u.Target, u.State = "Der neue\n  [Satz](fig:a).", " The new\r\n[sentence](fig:a).\n", Translated
			},
			want: `take "The new [sentence](fig:a)." from "Der neue [Satz](fig:a)."`},
		{name: "changed here alone", home: home(Translated, fresh), returned: func(u *Unit) { u.Target, u.Base = old, Fingerprint(Outdated, old) }, want: "nothing"},
		{name: "changed here and there", home: home(Translated, fresh),
			returned: func(u *Unit) { u.Target, u.Base = "Another [sentence](fig:a).", Fingerprint(Outdated, old) },
			want:     "error import-conflict"},
		{name: "changed again by the translator of a file that came home before", home: imported(home(Translated, old), "Ada"), translator: "Ada",
			returned: func(u *Unit) { u.Target, u.Base = fresh, Fingerprint(Missing, "") },
			want:     `take "The new [sentence](fig:a)." from "Der neue [Satz](fig:a)."` + "\nnote import-again"},
		{name: "changed by another translator than the one whose file came home before", home: imported(home(Translated, old), "Ada"), translator: "Bo",
			returned: func(u *Unit) { u.Target, u.Base = fresh, Fingerprint(Missing, "") }, want: "error import-conflict"},
		{name: "changed by nobody knows whom after a file came home", home: imported(home(Translated, old), ""),
			returned: func(u *Unit) { u.Target, u.Base = fresh, Fingerprint(Missing, "") }, want: "error import-conflict"},
		{name: "changed here and there, the file preferred", home: home(Translated, fresh), prefer: true,
			returned: func(u *Unit) { u.Target, u.Base = "Another [sentence](fig:a).", Fingerprint(Outdated, old) },
			want:     `take "Another [sentence](fig:a)." from "Der neue [Satz](fig:a)." for "The new [sentence](fig:a)."`},
		{name: "without a fingerprint over an outdated one", home: home(Outdated, old),
			returned: func(u *Unit) { u.Target, u.Base, u.State = fresh, "", Translated },
			want:     `take "The new [sentence](fig:a)." from "Der neue [Satz](fig:a)."`},
		{name: "without a fingerprint over a current one", home: home(Translated, old),
			returned: func(u *Unit) { u.Target, u.Base = fresh, "" }, want: "error import-conflict"},
		{name: "a lost link", home: home(Missing, ""), returned: func(u *Unit) { u.Target, u.State = "The new sentence.", Translated }, want: "error import-placeholder"},
		{name: "a link too many", home: home(Missing, ""), returned: func(u *Unit) { u.Target, u.State = fresh+"[](src:b)", Translated }, want: "error import-placeholder"},
		{name: "raw HTML", home: home(Missing, ""), returned: func(u *Unit) { u.Target, u.State = "<b>The</b> new [sentence](fig:a).", Translated }, want: "error import-markup"},
		{name: "a script", home: home(Missing, ""), returned: func(u *Unit) { u.Target, u.State = "[x](javascript:a) [sentence](fig:a).", Translated }, want: "error import-markup"},
		{name: "emptied", home: home(Translated, fresh), returned: func(u *Unit) { u.Target, u.State = "", Missing }, want: "warning import-emptied"},
		{name: "an unknown id", home: home(Missing, ""), returned: func(u *Unit) { u.ID, u.Source, u.Target = "p-9", "Anders", "x" }, want: "error import-unknown"},
		{name: "an unknown id of a known source", home: home(Missing, ""), returned: func(u *Unit) { u.ID, u.Target, u.State = "2", fresh, Translated },
			want: `take "The new [sentence](fig:a)." from "Der neue [Satz](fig:a)."`},
		{name: "a comment", home: home(Translated, fresh), returned: func(u *Unit) { u.Comments = []string{"asked the author"} },
			want: `take "" from "" comments ["asked the author"]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			back := &Document{TextDecides: c.text, Translator: c.translator, Units: append([]Unit(nil), c.home.Units...)}
			c.returned(&back.Units[0])
			o := Merge(c.home, back, c.prefer)
			if got := tell(o); got != c.want {
				t.Fatalf("got\n%s\nwant\n%s", got, c.want)
			}
			if n := o.Confirmed + o.Late + o.Drafts + o.Commented; n != len(o.Taken) {
				t.Errorf("%d counted, %d taken", n, len(o.Taken))
			}
			// Once it is taken, the same file means nothing more.
			after := applied(c.home, o, today)
			if got := Merge(after, back, c.prefer); len(got.Taken) > 0 {
				t.Errorf("a second import: %s", tell(got))
			}
		})
	}
}

// applied is home after an import.
func applied(d *Document, o Outcome, today string) *Document {
	u := d.Units[0]
	for _, t := range o.Taken {
		u.Comments = append(u.Comments, t.Comments...)
		if t.Text == "" {
			continue
		}
		u.Target, u.State = t.Text, Translated
		if t.Reviewed {
			u.State = Reviewed
		}
		if t.Source != today {
			u.State, u.Previous = Outdated, t.Source
		}
		u.Base = Fingerprint(u.State, u.Target)
	}
	return &Document{Units: []Unit{u}}
}

func TestMergeTwice(t *testing.T) {
	h := home(Missing, "")
	back := &Document{Units: []Unit{h.Units[0], h.Units[0]}}
	back.Units[0].Target, back.Units[0].State = fresh, Translated
	back.Units[1].ID, back.Units[1].Target, back.Units[1].State = "", old, Translated
	if o := Merge(h, back, false); len(o.Taken) != 1 || len(o.Findings) != 1 || o.Findings[0].Code != "import-duplicate" {
		t.Error(tell(o))
	}
}

// Whatever was done here and there, no text is lost, and a second import finds
// nothing to do.
func TestMergeLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	texts := []string{"", old, fresh, "Third [sentence](fig:a).", "No link."}
	states := []State{Outdated, Translated, Reviewed}
	for range 20000 {
		exported := home(Missing, "")
		h := &exported.Units[0]
		h.Target = texts[r.IntN(4)]
		if h.Target != "" {
			h.State = states[r.IntN(3)]
		}
		h.Base = Fingerprint(h.State, h.Target)
		back := &Document{TextDecides: r.IntN(2) == 0, Units: []Unit{*h}}
		u := &back.Units[0]
		if r.IntN(2) == 0 { // worked on there
			u.Target, u.State = texts[r.IntN(len(texts))], states[r.IntN(3)]
		}
		if r.IntN(8) == 0 {
			u.Base = ""
		}
		if r.IntN(2) == 0 { // and here
			h.Target, h.State = texts[r.IntN(4)], states[r.IntN(3)]
			if h.Target == "" {
				h.State = Missing
			}
			h.Base = Fingerprint(h.State, h.Target)
		}
		if r.IntN(4) == 0 {
			h.Source = "Der neueste [Satz](fig:a)."
		}
		before, prefer := *h, r.IntN(4) == 0
		o := Merge(exported, back, prefer)
		after := applied(exported, o, h.Source).Units[0]
		said := len(o.Findings) > 0
		switch {
		case after.Target != before.Target && after.Target != tidy(u.Target):
			t.Fatalf("%q came from nowhere: %+v %+v", after.Target, before, *u)
		case after.Target == "" && before.Target != "":
			t.Fatalf("emptied: %+v %+v", before, *u)
		case before.Target != "" && after.Target != before.Target && u.Base != "" && !strings.HasSuffix(u.Base, Fingerprint(Missing, before.Target)[1:]) && (!prefer || o.Taken[0].Replaces != before.Target):
			t.Fatalf("what was written here is gone: %+v %+v\n%s", before, *u, tell(o))
		case u.Target != "" && u.Target != before.Target && after.Target != u.Target && !said && !strings.HasSuffix(u.Base, Fingerprint(Missing, u.Target)[1:]):
			t.Fatalf("what was written there was dropped without a word: %+v %+v\n%s", before, *u, tell(o))
		}
		second := Merge(&Document{Units: []Unit{after}}, back, prefer)
		if len(second.Taken) > 0 {
			t.Fatalf("a second import: %s\nfirst: %s\n%+v %+v", tell(second), tell(o), before, *u)
		}
	}
}
