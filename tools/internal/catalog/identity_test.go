package catalog

import (
	"slices"
	"strings"
	"testing"
)

// pageOf makes units of one page from lines "kind text".
func pageOf(lines string) []New {
	var units []New
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		kind, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		units = append(units, New{Page: "x", Kind: kind, Text: text})
	}
	return units
}

// born gives units their first ids.
func born(units []New) []Old {
	var old []Old
	for i, id := range ids(Align(nil, units, none)) {
		old = append(old, Old{Page: units[i].Page, ID: id, Kind: units[i].Kind, Text: units[i].Text})
	}
	return old
}

func ids(carried []Carried) []string {
	var out []string
	for _, c := range carried {
		out = append(out, c.ID)
	}
	return out
}

// carried lists, for each new unit, the index of the old one whose id it has,
// or -1.
func carried(t *testing.T, old []Old, units []New) []int {
	t.Helper()
	ids := ids(Align(old, units, none))
	from := make([]int, len(ids))
	for i, id := range ids {
		from[i] = slices.IndexFunc(old, func(o Old) bool { return o.ID == id })
	}
	if len(slices.Compact(slices.Sorted(slices.Values(ids)))) != len(ids) {
		t.Errorf("an id was given twice: %v", ids)
	}
	return from
}

func TestAlign(t *testing.T) {
	const before = "h Eins\np alpha\np beta\np Quelle\nh Zwei\np gamma\np Quelle"
	for name, tc := range map[string]struct {
		after string
		want  []int
	}{
		"nothing changed":           {before, []int{0, 1, 2, 3, 4, 5, 6}},
		"one edited between others": {"h Eins\np ALPHA\np beta\np Quelle\nh Zwei\np gamma\np Quelle", []int{0, 1, 2, 3, 4, 5, 6}},
		"two edited side by side":   {"h Eins\np A\np B\np Quelle\nh Zwei\np gamma\np Quelle", []int{0, 1, 2, 3, 4, 5, 6}},
		"one inserted":              {"h Eins\np neu\np alpha\np beta\np Quelle\nh Zwei\np gamma\np Quelle", []int{0, -1, 1, 2, 3, 4, 5, 6}},
		"one deleted":               {"h Eins\np beta\np Quelle\nh Zwei\np gamma\np Quelle", []int{0, 2, 3, 4, 5, 6}},
		"reordered":                 {"h Zwei\np gamma\nh Eins\np beta\np alpha\np Quelle\np Quelle", []int{4, 5, 0, 2, 1, 3, 6}},
		"a paragraph became a list": {"h Eins\nli alpha\np beta\np Quelle\nh Zwei\np gamma\np Quelle", []int{0, 1, 2, 3, 4, 5, 6}},
		"edited and inserted": {
			"h Eins\np neu\np ALPHA\np beta\np Quelle\nh Zwei\np gamma\np Quelle", []int{0, -1, 1, 2, 3, 4, 5, 6},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := carried(t, born(pageOf(before)), pageOf(tc.after)); !slices.Equal(got, tc.want) {
				t.Errorf("got %v, want %v", got, tc.want)
			}
		})
	}
}

func TestAUnitMovesToAnotherPage(t *testing.T) {
	old := born(pageOf("p alpha\np beta"))
	units := append(pageOf("p alpha"), New{Page: "y", Kind: "p", Text: "beta"})
	if got := carried(t, old, units); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("got %v", got)
	}
}

func TestAnAuthorsIDWins(t *testing.T) {
	old := born(pageOf("p alpha\np beta"))
	units := pageOf("p alpha\np ganz anders")
	units[1].Fixed = "mein-absatz"
	if ids := ids(Align(old, units, none)); ids[0] != old[0].ID || ids[1] != "mein-absatz" {
		t.Errorf("got %v", ids)
	}
}

func TestMintedIDsAreNewAndRepeatable(t *testing.T) {
	units := pageOf("p twin\np twin")
	first := func(taken map[string]string) []string {
		return ids(Align(nil, units, func() map[string]string { return taken }))
	}
	ids := first(nil)
	if !slices.Equal(ids, first(nil)) {
		t.Error("not repeatable")
	}
	if ids[0] == ids[1] || !strings.HasPrefix(ids[0], "p-") || len(ids[0]) != len("p-7f3a9c") {
		t.Errorf("ids %v", ids)
	}
	if again := first(map[string]string{ids[0]: "sha1-of-something-else"}); again[0] == ids[0] || !strings.HasPrefix(again[0], ids[0]) {
		t.Errorf("a taken id was given again: %v", again)
	}
	if again := first(map[string]string{ids[0]: Hash("twin")}); again[0] != ids[0] {
		t.Errorf("a sync that was cut short gave %s, the next one %s", ids[0], again[0])
	}
}

// In a table of cells that all say the same, those that are changed keep their
// places, and so do the others.
func TestCellsOfATableOfTwins(t *testing.T) {
	cells := func(says string) []New { return pageOf("td " + strings.ReplaceAll(says, " ", "\ntd ")) }
	old := born(cells("ja ja ja ja ja ja nein ja"))
	for after, want := range map[string][]int{
		"ja nein ja nein ja ja nein ja":             {0, 1, 2, 3, 4, 5, 6, 7},
		"nein ja nein ja ja ja nein nein":           {0, 1, 2, 3, 4, 5, 6, 7},
		"ja ja nein ja vielleicht ja ja ja nein ja": {0, 1, -1, 2, -1, 3, 4, 5, 6, 7},
		"kaum kaum kaum kaum kaum kaum kaum kaum":   {0, 1, 2, 3, 4, 5, 6, 7},
	} {
		if got := carried(t, old, cells(after)); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", after, got, want)
		}
	}
}

// The same, of a table too large to compare every cell with every other.
func TestCellsOfALargeTableOfTwins(t *testing.T) {
	const n = 3000
	before, after := strings.Repeat("td ja\n", n), strings.Repeat("td ja\ntd nein\ntd ja\n", n/3)
	for i, from := range carried(t, born(pageOf(before)), pageOf(after)) {
		if from != i {
			t.Fatalf("cell %d has the id of cell %d", i, from)
		}
	}
}

// none are the ids taken beside those of the last sync, where there are none.
func none() map[string]string { return nil }

// on puts units on a page.
func on(page string, units []New) []New {
	for i := range units {
		units[i].Page = page
	}
	return units
}

// Texts that stand often know where they belong by those beside them, wherever
// those have gone.
func TestTwinsMoveWithTheirNeighbours(t *testing.T) {
	section := func(name string) string {
		return "h " + name + "\np Quelle\np über " + name + "\nli ja\nli nein\nli vielleicht"
	}
	a, b, c := section("Alster"), section("Bille"), section("Chemnitz")
	old := born(pageOf(a + "\n" + b + "\n" + c))
	span := func(from, to int) (is []int) {
		for i := from; i < to; i++ {
			is = append(is, i)
		}
		return is
	}
	for name, tc := range map[string]struct {
		units []New
		want  []int
	}{
		"within the page": {pageOf(c + "\n" + b + "\n" + a), slices.Concat(span(12, 18), span(6, 12), span(0, 6))},
		"to another page, and another section takes its place": {
			append(pageOf(a+"\nh Dove\np Quellen\np über Dove\nli je\nli nie\n"+c), on("y", pageOf(b))...),
			slices.Concat(span(0, 6), []int{-1, -1, -1, -1, -1}, span(12, 18), span(6, 12)),
		},
		"with a change": {
			append(pageOf(a), on("y", pageOf(strings.Replace(b+"\n"+c, "über Bille", "über die Bille", 1)))...),
			span(0, 18),
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := carried(t, old, tc.units); !slices.Equal(got, tc.want) {
				t.Errorf("got  %v\nwant %v", got, tc.want)
			}
		})
	}
}
