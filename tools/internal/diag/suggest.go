package diag

import "slices"

// Suggest returns the candidate a person most likely meant by want, or "". It
// allows one slip (optimal string alignment: insertion, deletion, substitution
// or swap of neighbours) for every three characters, and at most three.
func Suggest(want string, candidates []string) string {
	best, bestDist := "", min(3, max(1, len(want)/3))+1
	sorted := slices.Sorted(slices.Values(candidates))
	for _, c := range sorted {
		if abs(len(c)-len(want)) >= bestDist {
			continue
		}
		if d := distance(want, c); d < bestDist {
			best, bestDist = c, d
		}
	}
	return best
}

// DidYouMean returns "did you mean …?" for the nearest candidate, or fallback.
func DidYouMean(want string, candidates []string, fallback string) string {
	if s := Suggest(want, candidates); s != "" {
		return "did you mean " + quote(s) + "?"
	}
	return fallback
}

func quote(s string) string { return `"` + s + `"` }

func abs(n int) int { return max(n, -n) }

// distance is the optimal string alignment distance in runes.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	prev2, prev, cur := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(s); i++ {
		cur[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(t)]
}
