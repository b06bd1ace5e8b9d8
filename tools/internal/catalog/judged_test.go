package catalog

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// tally counts, for each kind of edit, how many units there were and how many
// went wrong.
type tally map[string][2]int

func (c tally) count(edit string, wrong bool) {
	n := c[edit]
	n[0]++
	if wrong {
		n[1]++
	}
	c[edit] = n
}

func (c tally) share(edits func(string) bool) (n int, wrong float64) {
	bad := 0
	for edit, k := range c {
		if edits(edit) {
			n, bad = n+k[0], bad+k[1]
		}
	}
	return n, float64(bad) / float64(max(1, n))
}

func (p *planter) judge(t *testing.T, old []Old, c tally) {
	t.Helper()
	var units []New
	var items []item
	for _, page := range p.pages {
		for _, it := range page {
			units, items = append(units, it.New), append(items, it)
		}
	}
	for i, got := range Align(old, units, none) {
		it := items[i]
		wrong := got.Old != max(it.from, -1)
		if it.from >= 0 && got.Old >= 0 && old[got.Old].Text == it.Text && old[it.from].Text == it.Text {
			wrong = false // twins: the same text, and the same translation
		}
		if it.edit == "split, other part" {
			c.count("split, its origin named", got.Split != old[-2-it.from].ID)
		}
		c.count(it.edit, wrong)
		if wrong && os.Getenv("V") != "" {
			from, to := "-", "-"
			if it.from >= 0 {
				from = old[it.from].Text
			}
			if got.Old >= 0 {
				to = old[got.Old].Text
			}
			t.Logf("%s\n now   %s\n truth %s\n got   %s", it.edit, it.Text, from, to)
		}
	}
}

func isNew(edit string) bool { return strings.HasPrefix(edit, "new") || edit == "split, other part" }

func isEdited(edit string) bool {
	switch edit {
	case "", "has a twin now", "reorder", "moved to another page", "split, its origin named":
		return false // says what it said
	}
	return !isNew(edit)
}

func isUnchanged(edit string) bool {
	return edit == "" || edit == "has a twin now" || edit == "reorder" || edit == "moved to another page"
}

func TestPlantedEdits(t *testing.T) {
	c := tally{}
	for _, dir := range []string{"datenanfragen/head/content/de", "datenanfragen/2021-07-01/content/de", "comprehensive-rust/src"} {
		all := corpusPages(t, dir)
		for seed := range uint64(12) {
			p, old := newPlanter(seed, all)
			p.plant(1 + int(seed)%3*2)
			if seed%2 == 0 {
				p.tables()
			}
			if seed >= 3 {
				p.rename()
			}
			p.judge(t, old, c)
		}
	}
	for _, edit := range slices.Sorted(func(yield func(string) bool) {
		for e := range c {
			if !yield(e) {
				return
			}
		}
	}) {
		t.Logf("%-26s %6d, wrong %4d (%.2f %%)", edit, c[edit][0], c[edit][1], 100*float64(c[edit][1])/float64(c[edit][0]))
	}
	if n, wrong := c.share(isUnchanged); n < 10000 || wrong > 0 {
		t.Errorf("of %d unchanged units %.3f %% lose their translation", n, 100*wrong)
	}
	if n, wrong := c.share(isEdited); n < 1000 || wrong > 0.01 {
		t.Errorf("of %d edited units %.2f %% lose their id", n, 100*wrong)
	}
	if n, wrong := c.share(isNew); n < 500 || wrong > 0.005 {
		t.Errorf("of %d new units %.2f %% are given another's id", n, 100*wrong)
	}
}
