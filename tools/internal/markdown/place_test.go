package markdown

import (
	"strings"
	"testing"
)

func TestPlace(t *testing.T) {
	src := "+++\ntitle = \"Zahl 12\"\n+++\n\n> Erste Zeile\n> und [zwölf](fig:a)  \n> dann dreizehn.\n\n- Punkt vierzehn\n  und fünfzehn\n"
	p, _ := Parse("x.md", []byte(src))
	for _, word := range []string{"12", "Erste", "[zwölf]", "dann", "dreizehn", "Punkt", "vierzehn", "fünfzehn"} {
		found := false
		for _, u := range p.Units {
			i := strings.Index(u.Text, word)
			if i < 0 {
				continue
			}
			found = true
			if at := p.Place(u, i); !strings.HasPrefix(src[at:], word) {
				t.Errorf("%q is said to be at %q", word, src[at:])
			}
		}
		if !found {
			t.Errorf("no unit holds %q", word)
		}
	}
}
