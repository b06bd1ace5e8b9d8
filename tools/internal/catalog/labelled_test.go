package catalog

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestLabelledPairs holds alignment to the judgement of a person on real edits,
// half-years apart: testdata/pairs.txt.
func TestLabelledPairs(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("testdata", "pairs.txt"))
	if err != nil {
		t.Fatal(err)
	}
	short := func(text string) string { return strings.TrimPrefix(Hash(text), "sha1-")[:12] }
	got := map[string]string{} // "from to page new": old
	for _, dates := range [][2]string{{"2021-07-01", "2023-01-01"}, {"2023-01-01", "head"}} {
		before, after := unitsOf(t, dates[0]), unitsOf(t, dates[1])
		old := born(before)
		for i, c := range Align(old, after, none) {
			from := "-"
			if c.Old >= 0 {
				from = short(old[c.Old].Text)
			}
			key := strings.Join([]string{dates[0], dates[1], after[i].Page, short(after[i].Text)}, " ")
			got[key] = strings.TrimSpace(got[key] + " " + from)
		}
	}
	c := tally{}
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		at := strings.LastIndexByte(line, ' ')
		key, want := line[:at], line[at+1:]
		from, known := got[key]
		if !known {
			t.Errorf("no such unit: %s", key)
		}
		edit := "edited"
		if want == "-" {
			edit = "new"
		}
		wrong := !slices.Contains(strings.Fields(from), want)
		if c.count(edit, wrong); wrong {
			t.Logf("%s: want %s, got %s", key, want, from)
		}
	}
	edited, lost := c.share(func(e string) bool { return e == "edited" })
	fresh, foreign := c.share(func(e string) bool { return e == "new" })
	t.Logf("%d edited, %.1f %% lost; %d new, %.1f %% given another's id", edited, 100*lost, fresh, 100*foreign)
	if edited+fresh < 200 || lost > 0.01 || foreign > 0.005 {
		t.Errorf("of %d edited units %.1f %% are lost, of %d new ones %.1f %% are given another's id", edited, 100*lost, fresh, 100*foreign)
	}
}

func unitsOf(t *testing.T, date string) []New {
	t.Helper()
	pages := corpusPages(t, "datenanfragen/"+date+"/content/de")
	var names []string
	for name := range pages {
		names = append(names, name)
	}
	slices.Sort(names)
	var units []New
	for _, name := range names {
		for _, u := range pages[name] {
			u.Page = strings.TrimPrefix(name, "/")
			units = append(units, u)
		}
	}
	return units
}
