package catalog

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// edited makes a page of n units and an edit of each: what is hardest to align.
func edited(n int, vocabulary int) ([]Old, []New) {
	r := rand.New(rand.NewPCG(1, 2))
	var before, after []New
	for range n {
		var words []string
		for range 20 {
			words = append(words, fmt.Sprintf("wort%d", r.IntN(vocabulary)))
		}
		before = append(before, New{"x", "p", strings.Join(words, " "), ""})
		words[r.IntN(20)] = "anders"
		after = append(after, New{"x", "p", strings.Join(words, " "), ""})
	}
	return born(before), after
}

// TestAlignmentGrowsWithThePage compares pages of 1,000 and 4,000 units, each of
// which was edited, by the number of pairs of texts that are compared: four times
// the units take four times as many, not sixteen.
func TestAlignmentGrowsWithThePage(t *testing.T) {
	for name, vocabulary := range map[string]int{"many words": 5000, "few words": 40} {
		t.Run(name, func(t *testing.T) {
			compared := func(n int) int {
				old, units := edited(n, vocabulary)
				a := newAligner(old, units)
				a.align(none)
				lost := 0
				for i, c := range a.result {
					if c.Old != i {
						lost++
					}
				}
				if lost*100 > n {
					t.Errorf("of %d units %d are not themselves", n, lost)
				}
				return a.compared
			}
			small, large := compared(1000), compared(4000)
			t.Logf("1,000 units: %d pairs, 4,000 units: %d", small, large)
			if large > 5*small || large > 40*4000 {
				t.Errorf("1,000 units take %d comparisons, 4,000 take %d", small, large)
			}
		})
	}
}
