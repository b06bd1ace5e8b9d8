package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/project"
	"dossier/tools/internal/record"
)

// The dossier rests on a fact base that stands beside the repository: JSON
// Lines, one file a kind. A record names its fact by id (fact = "F02"). Where
// the fact base is, these tests hold the records against it, so that a fact is
// neither lost on the way nor told differently unnoticed.
const factBase = "../../../shared/facts"

// factFiles are the kinds of facts that have to be told or listed as left out.
var factFiles = []string{"figures.jsonl", "events.jsonl", "claims.jsonl", "sources.jsonl"}

// fact is what these tests read of a line of the fact base.
type fact struct {
	ID            string
	AsOf          string  `json:"as_of"` // of a figure
	Date          string  `json:"edtf"`  // of an event
	Issued        string  // of a source
	Value         float64 // of a figure
	Later         bool    `json:"later_addition"`
	URL, Language string
	Grade         string
	Seen          bool
}

// counts reports whether a source of the fact base can carry anything: somebody
// read it, and it is more than a pointer.
func (f fact) counts() bool { return f.Grade == "" || f.Seen && f.Grade != "D" }

func readFacts(t *testing.T, file string) []fact {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(factBase, file))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("needs ../shared/facts")
	}
	must(t, err)
	var all []fact
	for d := json.NewDecoder(strings.NewReader(string(data))); d.More(); {
		var f fact
		must(t, d.Decode(&f))
		all = append(all, f)
	}
	return all
}

// leftOut reads which facts are not told, and why.
func leftOut(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/facts-left-out.txt")
	must(t, err)
	reasons := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if id, why, _ := strings.Cut(strings.TrimSpace(line), " "); id != "" && id != "#" {
			reasons[id] = strings.TrimSpace(why)
		}
	}
	return reasons
}

func loadRepository(t *testing.T) *project.Project {
	t.Helper()
	p, findings := project.Load(repository)
	for _, f := range findings {
		t.Logf("%s: %s", f.Pos.File, f.Message)
	}
	if p == nil {
		t.Fatal("the dossier does not load")
	}
	return p
}

// tellers returns by fact the records that tell it.
func tellers(set *record.Set) map[string]string {
	by := map[string]string{}
	for _, f := range set.Figures {
		by[f.Fact] = f.ID
	}
	for _, e := range set.Events {
		by[e.Fact] = e.ID
	}
	for _, s := range set.Sources {
		by[s.Fact] = s.ID
	}
	for _, c := range set.Claims {
		by[c.Fact] = c.ID
	}
	delete(by, "")
	return by
}

// TestEveryFactIsTold holds that each fact has a record, or a reason why not.
func TestEveryFactIsTold(t *testing.T) {
	told, reasons := tellers(loadRepository(t).Records), leftOut(t)
	known := map[string]bool{}
	for _, file := range factFiles {
		for _, f := range readFacts(t, file) {
			known[f.ID] = true
			switch why, listed := reasons[f.ID]; {
			case told[f.ID] != "" && listed:
				t.Errorf("%s is told by %q, so it is not left out", f.ID, told[f.ID])
			case listed && why == "":
				t.Errorf("%s is left out without a reason", f.ID)
			case told[f.ID] == "" && !listed && f.counts():
				t.Errorf("%s is told by no record and not listed in testdata/facts-left-out.txt", f.ID)
			}
		}
	}
	for id := range reasons {
		if !known[id] {
			t.Errorf("%s is left out, but there is no such fact", id)
		}
	}
}

// TestRecordsSayWhatTheirFactsSay compares value, date and source. A record may
// be more exact, or less; it may not say something else.
func TestRecordsSayWhatTheirFactsSay(t *testing.T) {
	set := loadRepository(t).Records
	facts := map[string]fact{}
	for _, file := range factFiles {
		for _, f := range readFacts(t, file) {
			facts[f.ID] = f
		}
	}
	for _, r := range set.Figures {
		if f, ok := facts[r.Fact]; ok {
			if !covers(r, f.Value) {
				t.Errorf("%s is %v, and %q says %s%s", f.ID, f.Value, r.ID, r.Value, r.Min)
			}
			meet(t, f.ID, f.AsOf, r.ID, r.AsOf)
		}
	}
	for _, r := range set.Events {
		if f, ok := facts[r.Fact]; ok {
			meet(t, f.ID, f.Date, r.ID, r.Date)
			if f.Later != r.Later {
				t.Errorf("%s, %q: later is %v", f.ID, r.ID, r.Later)
			}
		}
	}
	for _, r := range set.Sources {
		f, ok := facts[r.Fact]
		if !ok {
			continue
		}
		if page(r.URL) != page(f.URL) || r.Language != f.Language || r.Grade != f.Grade || r.Seen != f.Seen {
			t.Errorf("%s, %q: address, language, grade or seen differ", f.ID, r.ID)
		}
		if issued := day(t, f.Issued); r.Issued.Min().After(issued.Max()) {
			t.Errorf("%s is of %s, %q of %s", f.ID, f.Issued, r.ID, r.Issued.Raw())
		}
	}
}

// page returns an address without what only says how somebody came to it.
func page(url string) string {
	url, _, _ = strings.Cut(url, "?")
	return strings.Replace(url, "./", "/", 1) // the dot of the DNS root: en.wikisource.org./wiki
}

// covers reports whether a figure's value is the fact's: but for the third digit,
// or within a tenth if the figure itself claims no more.
func covers(r *record.Figure, value float64) bool {
	low, high := r.Value, r.Value
	if r.Value == "" {
		low, high = r.Min, r.Max
	}
	a, err1 := strconv.ParseFloat(low, 64)
	b, err2 := strconv.ParseFloat(high, 64)
	slack := math.Abs(value) / 1000
	if r.Comparator != "" && r.Comparator != record.Exact {
		slack *= 100
	}
	return err1 == nil && err2 == nil && a-slack <= value && value <= b+slack
}

// meet holds that two dates can be the same.
func meet(t *testing.T, id, want, record string, got edtf.Date) {
	t.Helper()
	if w := day(t, want); w.Min().After(got.Max()) || got.Min().After(w.Max()) {
		t.Errorf("%s is of %s, and %q of %s", id, want, record, got.Raw())
	}
}

func day(t *testing.T, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	must(t, err)
	return d
}
