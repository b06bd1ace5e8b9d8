package catalog

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
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

// TestAlignmentGrowsWithThePage compares pages of 1,500 and 6,000 units, each
// of which was edited: four times the units take four times as long, not sixteen.
func TestAlignmentGrowsWithThePage(t *testing.T) {
	for name, vocabulary := range map[string]int{"many words": 5000, "few words": 40} {
		t.Run(name, func(t *testing.T) {
			took := func(n int) time.Duration {
				best := time.Hour
				for range 2 {
					old, units := edited(n, vocabulary)
					start := time.Now()
					carried := Align(old, units, nil)
					best = min(best, time.Since(start))
					lost := 0
					for i, c := range carried {
						if c.Old != i {
							lost++
						}
					}
					if lost*100 > n {
						t.Errorf("of %d units %d are not themselves", n, lost)
					}
				}
				return best
			}
			small, large := took(1500), took(6000)
			t.Logf("1,500 units: %v, 6,000 units: %v", small, large)
			if large > 9*small {
				t.Errorf("four times the units take %.1f times as long", float64(large)/float64(small))
			}
		})
	}
}
