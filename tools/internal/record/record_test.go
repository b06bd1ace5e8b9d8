package record

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func load(t *testing.T, src string) *Set {
	t.Helper()
	base, err := os.ReadFile("testdata/base.toml")
	if err != nil {
		t.Fatal(err)
	}
	set, findings := Load(map[string][]byte{"base.toml": base, "case.toml": []byte(src)})
	for _, f := range findings {
		t.Errorf("%s (%s)", f, f.Hint)
	}
	return set
}

// supported is evidence without a fault, for a figure of the given value.
func supported(value string) string {
	return fmt.Sprintf("[[figure.evidence]]\nsource = \"amt\"\norigin = \"institut\"\nvalue = %q\nrelation = \"supports\"\nbasis = \"reporting\"\n", value)
}

func TestTextsAreListedInOrder(t *testing.T) {
	set := load(t, `
[[figure]]
id = "x"
value = "5"
note = "Eine Anmerkung"
label = "Fünf"
as_of = "2021"
lowered = { status = "disputed", reason = "Weil" }
[[figure.history]]
date = "2024-01-02"
field = "value"
old = "4"
new = "5"
why = "Verzählt"
[[figure.history]]
date = "2024-01-03"
why = "Noch einmal nachgezählt"
`+supported("5")+`
[[event]]
id = "e"
date = "2021"
title = "Etwas geschieht"
text = "So war es."
sources = ["amt"]
[[source]]
id = "s"
type = "book"
title = "Wird nicht übersetzt"
issued = "2021"
language = "de"
grade = "A"
note = "Wird übersetzt"
[[claim]]
id = "c"
text = "Behauptung"
who = "institut"
locator = "Abs. 3"
quote = "Im Wortlaut"
verdict = "unsupported"
assessment = "Einschätzung"
searched = "Gesucht"
[[term]]
id = "t"
term = "Begriff"
definition = "Erklärung"
[[measure]]
id = "m"
label = "Maß"
description = "Beschreibung"
[[unit]]
id = "u"
label = "Dinge"
one = "Ding"
`)
	var got []string
	for _, x := range set.Texts() {
		if x.Pos.File == "case.toml" {
			got = append(got, fmt.Sprintf("%s %s.%s = %s (%d:%d)", x.Kind, x.ID, x.Field, x.Text, x.Pos.Line, x.Pos.Col))
		}
	}
	want := []string{
		"figures x.label = Fünf (6:1)",
		"figures x.note = Eine Anmerkung (5:1)",
		"figures x.lowered.reason = Weil (8:34)",
		"figures x.history.1.why = Verzählt (14:1)",
		"figures x.history.2.why = Noch einmal nachgezählt (17:1)",
		"events e.title = Etwas geschieht (28:1)",
		"events e.text = So war es. (29:1)",
		"sources s.note = Wird übersetzt (38:1)",
		"claims c.text = Behauptung (41:1)",
		"claims c.locator = Abs. 3 (43:1)",
		"claims c.assessment = Einschätzung (46:1)",
		"claims c.searched = Gesucht (47:1)",
		"terms t.term = Begriff (50:1)",
		"terms t.definition = Erklärung (51:1)",
		"measures m.label = Maß (54:1)",
		"measures m.description = Beschreibung (55:1)",
		"units u.label = Dinge (58:1)",
		"units u.one = Ding (59:1)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSeriesRunOverTime(t *testing.T) {
	figure := func(id, asOf, more string) string {
		return fmt.Sprintf("[[figure]]\nid = %q\nlabel = \"X\"\nvalue = \"5\"\nas_of = %q\nmeasure = \"nutzer\"\nscope = \"welt\"\n%s\n", id, asOf, more) + supported("5")
	}
	set := load(t, figure("spaet", "2022-01/2022-03", "")+figure("frueh", "2018", "")+figure("aussicht", "2030", "kind = \"forecast\"")+
		figure("ersetzt", "2022-02", "superseded_by = \"spaet\"")+
		"[[figure]]\nid = \"allein\"\nlabel = \"X\"\nvalue = \"5\"\nas_of = \"2021\"\nmeasure = \"nutzer\"\n"+supported("5"))
	series := set.Series()
	if len(series) != 1 {
		t.Fatalf("%d series, want 1", len(series))
	}
	var ids []string
	for _, f := range series[0].Figures {
		ids = append(ids, f.ID)
	}
	if got, want := strings.Join(ids, " "), "frueh nutzer-2020 spaet aussicht"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for id, want := range map[string]string{"frueh": "spaet", "nutzer-2020": "spaet", "spaet": "", "aussicht": "", "ersetzt": "", "allein": ""} {
		f, _ := set.Figure(id)
		newer, ok := set.NewerSibling(f)
		if got := ""; ok {
			got = newer.ID
			if got != want {
				t.Errorf("the newer sibling of %s is %s, want %q", id, got, want)
			}
		} else if want != "" {
			t.Errorf("%s has no newer sibling, want %s", id, want)
		}
	}
}

func TestRecordsHaveTheirDefaults(t *testing.T) {
	set := load(t, "[[figure]]\nid = \"x\"\nlabel = \"X\"\nvalue = \"5\"\nas_of = \"2021\"\nper = \"day\"\n"+supported("5")+
		"[[event]]\nid = \"e\"\ndate = \"2021\"\ntitle = \"X\"\nsources = \"amt\"\n"+
		"[[term]]\nid = \"t\"\nterm = \"T\"\ndefinition = \"D\"\nforbidden.en = [\"a\"]\nforbidden.fr = [\"b\", \"c\"]\n")
	f, _ := set.Figure("x")
	e, _ := set.Event("e")
	term, _ := set.Term("t")
	if f.Comparator != Exact || f.Kind != "actual" || e.Weight != 1 || f.Per[0] != "day" || e.Sources[0] != "amt" {
		t.Errorf("%+v %+v", f, e)
	}
	if diff := cmp.Diff(map[string][]string{"en": {"a"}, "fr": {"b", "c"}}, term.Forbidden); diff != "" {
		t.Error(diff)
	}
	if got := f.At("per").String() + " " + f.At("unit").String() + " " + f.Evidence[0].At("source").String(); got != "case.toml:6:1 case.toml:1:1 case.toml:8:1" {
		t.Error(got)
	}
	if u, ok := set.Unit("person"); !ok || u.One != "Person" {
		t.Errorf("%+v", u)
	}
	if _, ok := set.Source("nirgends"); ok {
		t.Error("found a source that is none")
	}
}

func TestNotUTF8(t *testing.T) {
	set, findings := Load(map[string][]byte{"a.toml": []byte("[[actor]]\nlabel = \"B\xe4r\"\n"), "b.toml": []byte("[[place]]\nid = \"x\"\nlabel = \"X\"\n")})
	if len(findings) != 1 || findings[0].String() != "a.toml:2:11: error[encoding-utf8]: byte 0xe4 is not UTF-8" {
		t.Error(findings)
	}
	if len(set.Places) != 1 {
		t.Error("the other file was not read")
	}
}

func TestFilesAreReadInTheOrderOfTheirNames(t *testing.T) {
	set, _ := Load(map[string][]byte{
		"b.toml": []byte("[[place]]\nid = \"b\"\nlabel = \"X\"\n"),
		"a.toml": []byte("[[place]]\nid = \"a\"\nlabel = \"X\"\n"),
		"c.toml": []byte("[[place]]\nid = \"c\"\nlabel = \"X\"\n"),
	})
	if got := set.Places[0].ID + set.Places[1].ID + set.Places[2].ID; got != "abc" {
		t.Error(got)
	}
}

// A file in which everything is wrong must not take longer to judge than one can
// wait: the search for what was meant is bounded.
func TestManyFaultsTakeNoLonger(t *testing.T) {
	var b strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&b, "[[place]]\nid = \"ort-%d\"\nlabel = \"X\"\n[[event]]\nid = \"e%d\"\ndate = \"2021\"\ntitle = \"X\"\nplace = \"otr-%d\"\nsources = [\"q%d\"]\n", i, i, i, i)
	}
	start := time.Now()
	_, findings := Load(map[string][]byte{"x.toml": []byte(b.String())})
	if len(findings) != 40_000 {
		t.Errorf("%d findings", len(findings))
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}

// A long chain of figures computed from each other, each from two, is judged in
// linear time.
func TestLongDerivations(t *testing.T) {
	var b strings.Builder
	b.WriteString("[[figure]]\nid = \"f0\"\nlabel = \"X\"\nvalue = \"5\"\nas_of = \"2021\"\n" + supported("5"))
	for i := range 5_000 {
		fmt.Fprintf(&b, "[[figure]]\nid = \"f%d\"\nlabel = \"X\"\nvalue = \"5\"\nas_of = \"2021\"\nderived_from = [\"f%d\", \"f%d\"]\nformula = \"(f%d + f%d) / 2\"\n", i+1, i, max(0, i-1), i, max(0, i-1))
	}
	set := load(t, b.String())
	last, _ := set.Figure("f5000")
	if got := set.Status(last); got != Stated {
		t.Error(got)
	}
}
