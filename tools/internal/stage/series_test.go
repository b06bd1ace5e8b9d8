package stage

import (
	"fmt"
	"testing"

	"dossier/tools/internal/record"
)

// TestLongSeriesAreDrawnOnce holds that a page does not grow with a series: a figure
// of a long one knows its neighbours, but its page does not draw all of them.
func TestLongSeriesAreDrawnOnce(t *testing.T) {
	for n, want := range map[int]string{drawn: "menge--welt", drawn + 1: ""} {
		s := record.Series{Measure: "menge", Scope: "welt"}
		for i := range n {
			f := &record.Figure{}
			f.ID = fmt.Sprint("f", i)
			s.Figures = append(s.Figures, f)
		}
		p := places([]record.Series{s})["f1"]
		if p.Panel != want || p.N != "2" || p.Of != fmt.Sprint(n) || p.Previous != "f0" || p.Next != "f2" {
			t.Errorf("of %d figures: %+v", n, p)
		}
	}
}
