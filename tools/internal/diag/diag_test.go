package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPosAt(t *testing.T) {
	src := []byte("eins\nzwei\n\ndrei")
	lines := NewLines("f", src)
	for offset, want := range map[int]string{0: "f:1:1", 3: "f:1:4", 4: "f:1:5", 5: "f:2:1", 10: "f:3:1", 11: "f:4:1", 15: "f:4:5"} {
		if got := PosAt("f", src, offset).String(); got != want {
			t.Errorf("PosAt(%d) = %s, want %s", offset, got, want)
		}
		if got := lines.Pos(offset).String(); got != want {
			t.Errorf("Lines.Pos(%d) = %s, want %s", offset, got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	ids := []string{"mau-welt-2021", "mau-welt-2022", "mau-usa-2020", "umsatz"}
	for want, got := range map[string]string{
		"mau-wetl-2021": "mau-welt-2021", // two neighbours swapped
		"mau-welt-202":  "mau-welt-2021",
		"umsätze":       "umsatz",
		"völlig-anders": "",
		"x":             "",
	} {
		if s := Suggest(want, ids); s != got {
			t.Errorf("Suggest(%q) = %q, want %q", want, s, got)
		}
	}
	if got := DidYouMean("umsatzz", ids, "none"); got != `did you mean "umsatz"?` {
		t.Error(got)
	}
	if got := DidYouMean("völlig-anders", ids, "none"); got != "none" {
		t.Error(got)
	}
}

func TestPrinter(t *testing.T) {
	l := List{
		Errorf(Pos{File: "content/b.md", Line: 12, Col: 3}, "figure-unknown", "no figure %q", "x").WithHint("did you mean %q?", "y"),
		Warnf(Pos{File: "config.toml"}, "imprint-missing", "no imprint"),
		Errorf(Pos{}, "hugo", "100%% wrong: a, b\nc"),
		Warnf(Pos{File: "config.toml"}, "imprint-missing", "no imprint"),
	}
	for name, tc := range map[string]struct {
		printer Printer
		want    string
	}{
		"text": {Printer{}, "dossier: error[hugo]: 100% wrong: a, b\nc\n" +
			"config.toml: warning[imprint-missing]: no imprint\n" +
			"content/b.md:12:3: error[figure-unknown]: no figure \"x\"\n  hint: did you mean \"y\"?\n"},
		"json": {Printer{Format: JSON}, `{"file":"","severity":"error","code":"hugo","message":"100% wrong: a, b\nc"}` + "\n" +
			`{"file":"config.toml","severity":"warning","code":"imprint-missing","message":"no imprint"}` + "\n" +
			`{"file":"content/b.md","line":12,"col":3,"severity":"error","code":"figure-unknown","message":"no figure \"x\"","hint":"did you mean \"y\"?"}` + "\n"},
		"annotations": {Printer{Format: Annotations}, "::error file=,line=0,col=0,title=hugo::100%25 wrong%3A a%2C b%0Ac\n" +
			"::warning file=config.toml,line=0,col=0,title=imprint-missing::no imprint\n" +
			"::error file=content/b.md,line=12,col=3,title=figure-unknown::no figure \"x\" (hint%3A did you mean \"y\"?)\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			tc.printer.W = &b
			if err := tc.printer.Print(l); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tc.want, b.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := Summary(l); got != "2 errors, 2 warnings" {
		t.Errorf("Summary: %s", got)
	}
}

func TestColourOnlyWhenAsked(t *testing.T) {
	var b strings.Builder
	_ = Printer{W: &b, Color: true}.Print(List{Errorf(Pos{File: "f"}, "c", "m")})
	if b.String() != "f: \x1b[31merror[c]\x1b[0m: m\n" {
		t.Errorf("%q", b.String())
	}
}

func TestClip(t *testing.T) {
	for _, c := range [][2]string{{"", ""}, {"äöü", "äöü"}, {"äöüß", "äöü…"}, {"𝄞𝄞𝄞𝄞", "𝄞𝄞𝄞…"}, {"a\xffbc", "a\ufffdb…"}} {
		if got := Clip(c[0], 3); got != c[1] {
			t.Errorf("%q: %q", c[0], got)
		}
	}
}
