package cores

import (
	"slices"
	"testing"
)

// Every number has its turn, and just one.
func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 1000} {
		turns := make([]int, n)
		Each(n, func(i int) { turns[i]++ })
		if slices.ContainsFunc(turns, func(k int) bool { return k != 1 }) {
			t.Errorf("of %d: %v", n, turns)
		}
	}
}
