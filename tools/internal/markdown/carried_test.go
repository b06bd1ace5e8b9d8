package markdown

import (
	"slices"
	"testing"
)

func TestCarried(t *testing.T) {
	for _, c := range []struct {
		text, translation string
		lost, added       []string
	}{
		{"[zwei](fig:a) und [drei](fig:b)", "[three](fig:b) and [two](fig:a)", nil, nil},
		{"`x`, noch einmal `x`", "`x`", []string{"`x`"}, nil},
		{"[zwei](fig:a)", "[two](fig:b)", []string{"fig:a"}, []string{"fig:b"}},
		{"zwei", "two", nil, nil},
	} {
		lost, added := Carried(c.text, c.translation)
		if !slices.Equal(lost, c.lost) || !slices.Equal(added, c.added) {
			t.Errorf("%q, %q: lost %q, added %q", c.text, c.translation, lost, added)
		}
		if Carries(c.text, c.translation) != (len(c.lost)+len(c.added) == 0) {
			t.Errorf("%q, %q: Carries and Carried differ", c.text, c.translation)
		}
	}
}
