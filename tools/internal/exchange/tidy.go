package exchange

import (
	"strings"
)

// tidy makes a returned text one of a unit: programs put line ends where they
// wrap lines, and blanks at the ends.
func tidy(s string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.TrimSpace(normal(s))) {
		line, broken := strings.CutSuffix(line, "\n")
		b.WriteString(line)
		if broken {
			if hardBreak(line) {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

// hardBreak reports whether a line ends in an odd number of backslashes.
func hardBreak(line string) bool {
	return (len(line)-len(strings.TrimRight(line, `\`)))%2 == 1
}

// folded is a text as compared: programs wrap lines and trim ends.
func folded(s string) string { return strings.Join(strings.Fields(s), " ") }

func sameSource(a, b *Unit) bool { return a.Source == b.Source || folded(a.Source) == folded(b.Source) }

// newComments returns those of got that have lacks.
func newComments(have, got []string) []string {
	count := map[string]int{}
	for _, c := range have {
		count[c]++
	}
	var added []string
	for _, c := range got {
		if count[c]--; count[c] < 0 && c != "" {
			added = append(added, c)
		}
	}
	return added
}
