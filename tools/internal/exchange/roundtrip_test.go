package exchange

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossier/tools/internal/locale"
)

// words are what random texts are made of: Markdown, codes, and whatever a format
// could stumble over.
var words = []string{
	"Seit", "2021", "nutzen", "Menschen", "ü", "„Zitat“", "“quote”", "12,5", "%", "&", "&amp;", "<b>", "</b>", "]]>", "<![CDATA[",
	"[mehr als eine Milliarde](fig:mau)", "[](src:a)", "[](src:b \"S. 3\")", "[x](term:y)", "`code <&>`", "{{< kbd \"a\" >}}", "![alt](b.png)",
	"[![in](i.png)](u)", "<https://a.example/?b&c>", "*em*", "**strong**", "\\[kein Link\\]", "\\\n", "\n", "\t", "  ", "\"", "'", "\\", "\\\\", "\\n",
	"=1+1", "-5", "+49", "@a", ";", ",", "#", "#~", "msgid", "\u00a0", "\u2028", "\u200f", "😀", "עברית", "</source>", "%s", "{0}", "<g id=\"1\">",
}

func randomText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range 1 + r.IntN(n) {
		b.WriteString(words[r.IntN(len(words))])
		if r.IntN(3) > 0 {
			b.WriteByte(' ')
		}
	}
	if b.Len() == 0 {
		return "x"
	}
	return b.String()
}

func randomDocument(r *rand.Rand) *Document {
	targets := []string{"en-GB", "en-GB", "pl", "ar", "fr", "cs", "ja", "tlh"}
	d := &Document{Name: "Häfen & Kräne", Source: "de", Target: targets[r.IntN(len(targets))], Date: time.Unix(1700000000, 0)}
	for i := range 1 + r.IntN(5) {
		u := Unit{
			ID: fmt.Sprintf("p-%06d", i), File: []string{"content/kran.md", "content/zwei worte.md"}[r.IntN(2)], Source: randomText(r, 9),
			State: []State{Missing, Outdated, Translated, Reviewed}[r.IntN(4)], Obsolete: r.IntN(6) == 0,
			Part: "split off p-1; the translation of both is: x: y", Context: "§ Der Umschlag · Absatz 2: x", Address: "https://hafen.example/en/cranes/#p-1?a&b",
		}
		if r.IntN(4) == 0 {
			u.ID = "figures/a-b." + fmt.Sprint(i)
		}
		if u.State != Missing {
			u.Target = randomText(r, 9)
		}
		if u.State == Outdated && r.IntN(3) > 0 {
			u.Previous, u.Class, u.Diff = randomText(r, 9), "figure", "[-a: b-] {+c+} [x](y)"
		}
		for range r.IntN(3) {
			u.Comments = append(u.Comments, strings.TrimSpace("x "+randomText(r, 3)))
		}
		u.Base = Fingerprint(u.State, u.Target)
		d.Units = append(d.Units, u)
	}
	for range r.IntN(3) {
		d.Units = append(d.Units, randomForms(r, fmt.Sprintf("site/word%d", len(d.Units)), d.Target)...)
	}
	d.Normalize()
	return d
}

// randomForms returns a word in the forms of its language; they agree in their
// state or not.
func randomForms(r *rand.Rand, word, target string) []Unit {
	rules, _ := locale.PluralRulesOf(target)
	one, other, previousOne, previous := randomText(r, 4), randomText(r, 4), randomText(r, 4), randomText(r, 4)
	state := []State{Missing, Outdated, Translated}[r.IntN(3)]
	var units []Unit
	for i, c := range rules.Categories() {
		u := Unit{ID: word + "." + c, Form: c, Numbers: []string{"", "3, 4, 5 …"}[r.IntN(2)], File: "i18n/site.toml", Context: "Oberfläche", Source: other, State: state}
		if r.IntN(9) == 0 {
			u.State = []State{Missing, Outdated, Translated}[r.IntN(3)]
		}
		if u.State != Missing {
			u.Target = randomText(r, 4)
		}
		if u.State == Outdated && r.IntN(9) > 0 {
			u.Previous, u.Class, u.Diff = previous, "figure", "[-a: b-] {+c+} [x](y)"
		}
		if c == "one" {
			u.Source = one
			if u.Previous != "" {
				u.Previous, u.Class, u.Diff = previousOne, "small", ""
			}
		}
		if i == 0 && r.IntN(2) == 0 {
			u.Comments = []string{"asked"}
		}
		u.Base = Fingerprint(u.State, u.Target)
		units = append(units, u)
	}
	return units
}

// byID returns the units without their order, which formats group by file.
func byID(d *Document) map[string]Unit {
	m := map[string]Unit{}
	for _, u := range d.Units {
		m[u.ID] = u
	}
	return m
}

// withoutFollowers takes the forms for fractions away that say nothing of their
// own: PO has no place for them.
func (d *Document) withoutFollowers(units map[string]Unit) {
	for id, group := range d.plurals() {
		if group == nil {
			delete(units, id)
		}
	}
}

// What is written comes back as it was, in every format.
func TestRoundTrip(t *testing.T) {
	for _, f := range []Format{PO, XLIFF1, XLIFF2, TMX, CSV} {
		t.Run(string(f), func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 6))
			for range 1000 {
				d := randomDocument(r)
				data, findings := Write(d, f)
				if len(findings) > 0 {
					t.Fatal(findings)
				}
				back, findings := Read("x"+f.Extension(), data, "")
				if len(findings) > 0 {
					t.Fatalf("%v\n%s", findings, data)
				}
				whole := byID(d)
				if f == PO {
					d.withoutFollowers(whole)
				}
				if diff := cmp.Diff(whole, byID(back), cmpopts.IgnoreUnexported(Unit{}), cmpopts.IgnoreFields(Unit{}, "Pos"), cmpopts.EquateEmpty()); diff != "" {
					t.Fatalf("%s\n%s", diff, data)
				}
				if back.Source != "de" || back.Target != d.Target {
					t.Fatalf("languages %q, %q", back.Source, back.Target)
				}
				again, _ := Write(&Document{Name: d.Name, Source: back.Source, Target: back.Target, Date: d.Date, Units: back.Units}, f)
				if string(again) != string(data) {
					t.Fatalf("written again it differs:\n%s\n%s", data, again)
				}
			}
		})
	}
}

func TestRoundTripTBX(t *testing.T) {
	d := &Document{Name: "Häfen", Source: "de", Target: "en", Concepts: []Concept{
		{ID: "ladegeschirr", Term: "Ladegeschirr & Co.", Definition: "Was <hebt>", Target: "cargo gear", TargetDef: "what lifts", Forbidden: []string{"loading dishes", "charging harness"}},
		{ID: "kai", Term: "Kai", Definition: "Ufermauer"},
		{ID: "pier", Term: "Pier", TargetDef: "a quay into the water"},
		{ID: "bad", Term: "Dock", Forbidden: []string{"Dok"}},
	}}
	data, findings := Write(d, TBX)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	back, findings := Read("x.tbx", data, "")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	if diff := cmp.Diff(d.Concepts, back.Concepts, cmpopts.IgnoreFields(Concept{}, "Pos")); diff != "" {
		t.Error(diff, string(data))
	}
}

// XML has no way to write most control characters: that is said, not hidden.
func TestUnwritable(t *testing.T) {
	d := &Document{Source: "de", Target: "en", Units: []Unit{{ID: "p-1", Source: "a\x08b"}}}
	for _, f := range []Format{XLIFF1, XLIFF2, TMX} {
		data, findings := Write(d, f)
		if data != nil || len(findings) != 1 || findings[0].Code != "exchange-character" {
			t.Errorf("%s: %q, %v", f, data, findings)
		}
	}
	for _, f := range []Format{PO, CSV} {
		if _, findings := Write(d, f); len(findings) > 0 {
			t.Error(f, findings)
		}
	}
}

// TestCorpus takes a real catalog of four thousand messages through every format.
func TestCorpus(t *testing.T) {
	name := filepath.Join("..", "..", "..", "..", "shared", "corpora", "translation", "comprehensive-rust", "po", "de.po")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Skip("needs ../shared/corpora")
	}
	d, findings := Read(name, data, "")
	if len(findings) > 0 || len(d.Units) < 4000 {
		t.Fatal(len(d.Units), findings)
	}
	d.Source = "en"
	for i := range d.Units {
		d.Units[i].ID = fmt.Sprint("u-", i) // it has none
	}
	for _, f := range []Format{PO, XLIFF1, XLIFF2, TMX, CSV} {
		out, findings := Write(d, f)
		if len(findings) > 0 {
			t.Fatal(f, findings)
		}
		back, findings := Read("x"+f.Extension(), out, "")
		if len(findings) > 0 {
			t.Fatal(f, findings)
		}
		if diff := cmp.Diff(byID(d), byID(back), cmpopts.IgnoreUnexported(Unit{}), cmpopts.IgnoreFields(Unit{}, "Pos"), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", f, diff)
		}
	}
}
