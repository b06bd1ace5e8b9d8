package catalog

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClassify(t *testing.T) {
	for _, tc := range []struct {
		before, after string
		want          Change
	}{
		{"Das gilt.", "Das gilt.", Unchanged},
		{"Das gilt *heute*.", "Das gilt **heute**.", Markup},
		{"Erste Zeile\\\nzweite", "Erste Zeile zweite", Markup},
		{"3 \\* 4", "3 * 4", Markup},
		{"Siehe [Bericht](https://a.example/1).", "Siehe [Bericht](https://a.example/2).", Link},
		{"Das gilt.", "Das gilt.[](src:a)", Link},
		{"Das gilt.", "Das gilt.[^1]", Link},
		{"Die Kräne stehen still.", "Die Kräne, stehen still!", Spelling},
		{"Die Konfernz begann.", "Die Konferenz begann.", Spelling},
		{"Das daß ist alt.", "Das dass ist alt.", Spelling},
		{"er war Zuhause", "er war zu Hause", Spelling},
		{"Das ist ein Erfolg.", "Das ist kein Erfolg.", Small},
		{"Das ist möglich und wurde geprüft.", "Das ist unmöglich und wurde geprüft.", Small},
		{"Es gilt für alle Länder.", "Es gilt nicht für alle Länder.", Small},
		{"Es waren 1.250 Kräne.", "Es waren 1.350 Kräne.", Figure},
		{"Rund 2 Millionen Menschen kamen.", "Rund 3 Milliarden Menschen kamen.", Figure},
		{"Rund zwei Millionen Menschen kamen.", "Rund drei Millionen Menschen kamen.", Figure},
		{"Am 3. Mai 2021 waren es 12,5 Prozent.", "Am 4. Mai 2021 waren es 12,6 Prozent.", Figure},
		{"Es waren 12 Kräne im Hafen und 3 davon standen still.", "Es waren 13 Kräne im Hafen, und 3 davon standen jetzt still.", Small},
		{
			"Die Behörde prüft den Antrag innerhalb von vier Wochen und teilt das Ergebnis schriftlich mit.",
			"Die Behörde prüft den Antrag innerhalb von vier Wochen und teilt das Ergebnis per Brief schriftlich mit.", Small,
		},
		{
			"Die Behörde prüft den Antrag innerhalb von vier Wochen und teilt das Ergebnis schriftlich mit.",
			"Die Behörde prüft den Antrag gründlich. Das Ergebnis erfährt der Antragsteller später schriftlich.", Large,
		},
		{
			"Die Behörde prüft den Antrag innerhalb von vier Wochen und teilt das Ergebnis schriftlich mit.",
			"Wer nichts hört, sollte nachfragen: Oft liegt es an fehlenden Unterlagen.", Rewritten,
		},
	} {
		if got := Classify(tc.before, tc.after); got != tc.want {
			t.Errorf("%q to %q is %q, want %q", tc.before, tc.after, got, tc.want)
		}
	}
}

func TestOnlyMarkupAndLinkAreAutomatic(t *testing.T) {
	for _, c := range Changes {
		if c.Automatic() != (c == Markup || c == Link) {
			t.Errorf("%s: %v", c, c.Automatic())
		}
	}
}

// marked writes a diff as git does with --word-diff=plain.
func marked(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch p.Op {
		case Gone:
			b.WriteString("[-" + p.Text + "-]")
		case Come:
			b.WriteString("{+" + p.Text + "+}")
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestDiff(t *testing.T) {
	for _, tc := range []struct{ before, after, want string }{
		{"a b c", "a b c", "a b c"},
		{"", "neu", "{+neu+}"},
		{"alt", "", "[-alt-]"},
		{"Es waren 1.250 Kräne.", "Es waren 1.350 Kräne.", "Es waren [-1.250-]{+1.350+} Kräne."},
		{"eins\\\nzwei", "eins zwei", "eins[-\\\n-]{+ +}zwei"},
		{"Kräne stehen", "Kräne, die stehen", "Kräne{+, die+} stehen"},
	} {
		if got := marked(Diff(tc.before, tc.after)); got != tc.want {
			t.Errorf("%q to %q gives %q, want %q", tc.before, tc.after, got, tc.want)
		}
	}
}

// FuzzDiff holds a diff to what its pieces promise, on any bytes.
func FuzzDiff(f *testing.F) {
	f.Add("a b\nc", "a c")
	f.Add("\x00\xff 1.2", "[x](y:z) 1.3")
	f.Fuzz(func(t *testing.T, before, after string) {
		var old, now strings.Builder
		for _, p := range Diff(before, after) {
			if p.Op != Come {
				old.WriteString(p.Text)
			}
			if p.Op != Gone {
				now.WriteString(p.Text)
			}
		}
		if old.String() != before || now.String() != after {
			t.Errorf("%q to %q: %q and %q", before, after, old.String(), now.String())
		}
		if c := Classify(before, after); (c == Unchanged) != (before == after) {
			t.Errorf("%q to %q is %q", before, after, c)
		}
		if utf8.ValidString(before) && Classify(before, before+" ") == Rewritten && len(before) > 0 {
			t.Errorf("a blank rewrites %q", before)
		}
	})
}
