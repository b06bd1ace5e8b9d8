package prose

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzCompare holds, for any two texts: no panic; a text is no different from
// itself; places lie in the text; and quotations do not overlap.
func FuzzCompare(f *testing.F) {
	for _, pair := range rowsOf("faithful.txt") {
		f.Add(pair[0], pair[1])
	}
	f.Add("[54](fig:a) bis [3 Mrd.](fig:b) „5 %“ `7`", "1e999999999 ((((  ‘’“”«» 1.500.000,00")
	f.Add("zwölf\u200bhundert \u202e12", "½ 2½ 10\u00a0000 1'000")
	f.Fuzz(func(t *testing.T, german, english string) {
		if !utf8.ValidString(german) || !utf8.ValidString(english) || len(german)+len(english) > 4000 {
			return
		}
		de, en := Read(german, "de", true, published), Read(english, "en-GB", true, published)
		Compare(&de, &en, nil, nil)
		for _, text := range []*Text{&de, &en} {
			if d := Compare(text, text, nil, nil); len(d) > 0 {
				t.Errorf("%q differs from itself: %+v", text.Text, d[0])
			}
			last := 0
			for _, s := range text.Quoted() {
				if s.Start < last || s.End > len(text.Text) || s.Start >= s.End {
					t.Errorf("quotation %v of %q", s, text.Text)
				}
				last = s.End
			}
			for _, r := range text.Refs {
				text.Tell(r, Told{Value: "54000000", Unit: "person", Counted: true})
			}
			for _, q := range text.Figures {
				text.Foreign(q)
			}
		}
	})
}

// TestManyNumbers holds that a long paragraph of numbers is compared in time, also
// with one that has nothing to do with it.
func TestManyNumbers(t *testing.T) {
	var a, b strings.Builder
	for i := range 700 {
		fmt.Fprintf(&a, "Es waren %d Kräne und %d Euro. ", i+3, 7*i+11)
		fmt.Fprintf(&b, "There were %d cranes and %d euros. ", 20011+i, 90001+13*i)
	}
	de, en := Read(a.String(), "de", false, published), Read(b.String(), "en-GB", false, published)
	start := time.Now()
	if len(Compare(&de, &de, nil, nil)) != 0 {
		t.Error("a text differs from itself")
	}
	if len(Compare(&de, &en, nil, nil)) == 0 {
		t.Error("texts without a number in common are the same")
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}
