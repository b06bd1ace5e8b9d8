package check

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
)

func speak(t *testing.T, tag string) *speech {
	t.Helper()
	l, ok := locale.For(map[string]string{"en": "en-GB", "de": "de-DE"}[tag])
	if !ok {
		if l, ok = locale.For(tag); !ok {
			t.Fatalf("no language %q", tag)
		}
	}
	return speechOf(project.Language{Tag: tag, Locale: l})
}

var testGlossary = glossaryRules{[]termRule{
	{id: "ladegeschirr", source: wordsOf("Ladegeschirr"), target: wordsOf("cargo gear"), rendering: "cargo gear", forbidden: [][]string{wordsOf("loading dishes")}},
	{id: "mau", source: wordsOf("monatlich aktive Nutzer"), target: wordsOf("monthly active users"), rendering: "monthly active users", forbidden: [][]string{wordsOf("active monthly users")}},
	{id: "dsa", source: wordsOf("Gesetz über digitale Dienste"), target: wordsOf("Digital Services Act"), rendering: "Digital Services Act", forbidden: [][]string{wordsOf("digital service act")}},
}}

// judged applies every rule about language to one pair.
func judged(t *testing.T, lang, source, target string, inline bool) diag.List {
	e := &catalog.Entry{ID: "p-1", Other: target, Literal: true, OtherPos: diag.Pos{Line: 1, Col: 1}}
	from, to := speak(t, "de"), speak(t, lang)
	p := newPair(from, to, text{"p-1", e, source, inline, view(source, inline), view(target, inline)})
	p.foreign = to.foreignTo(from)
	var l diag.List
	for _, rule := range pairRules {
		l.Add(rule(p)...)
	}
	l.Add(testGlossary.check(p)...)
	return l
}

func view(s string, inline bool) markdown.View {
	if inline {
		return markdown.ViewOf(s)
	}
	return markdown.PlainView(s)
}

// TestPairs holds the rules to testdata/pairs.txt: every planted fault is found,
// and nothing else.
func TestPairs(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "pairs.txt"))
	if err != nil {
		t.Fatal(err)
	}
	good, bad := 0, 0
	for _, block := range strings.Split(string(data), "\n\n") {
		f, lang, inline := map[string]string{}, "", true
		for line := range strings.Lines(block) {
			line = strings.TrimRight(line, "\n")
			key, value, ok := strings.Cut(line, ": ")
			if !ok {
				key, value, ok = strings.Cut(line, ":")
			}
			switch {
			case line == "plain":
				inline = false
			case !ok || len(f) == 0 && key != "de":
			case key == "de+":
				f["de"] += "\n" + value
			default:
				f[key] = value
				if key != "de" && key != "want" {
					lang = key
				}
			}
		}
		if lang == "" {
			continue
		}
		var got []string
		var lines []string
		for _, finding := range judged(t, lang, f["de"], f[lang], inline) {
			got = append(got, finding.Code)
			lines = append(lines, fmt.Sprintf("%d %s", finding.Col, finding))
		}
		want := strings.Fields(f["want"])
		col := ""
		if n := len(want); n > 0 && want[n-1][0] <= '9' {
			col, want = want[n-1], want[:n-1]
		}
		if len(want) == 0 {
			good++
		} else {
			bad++
		}
		if strings.Join(got, " ") != strings.Join(want, " ") || col != "" && !strings.HasPrefix(lines[0], col+" ") {
			t.Errorf("%s\n%s\nwant %q %s, got\n%s", f["de"], f[lang], want, col, strings.Join(lines, "\n"))
		}
	}
	if good < 25 || bad < 20 {
		t.Errorf("only %d good and %d bad pairs were read", good, bad)
	}
}

func TestInflected(t *testing.T) {
	for _, w := range []string{"nutzer nutzern", "nutzer nutzers", "aktive aktiven", "kran kräne", "company companies", "user users", "act acts", "aktivität aktivitäten", "haus häuser", "apply applied"} {
		a, b, _ := strings.Cut(w, " ")
		if !inflected(fold(a), fold(b)) || !inflected(fold(b), fold(a)) {
			t.Errorf("%s and %s are forms of one word", a, b)
		}
	}
	for _, w := range []string{"nutzen benutzer", "act action", "kran krank", "user usage", "an am"} {
		if a, b, _ := strings.Cut(w, " "); inflected(fold(a), fold(b)) {
			t.Errorf("%s and %s are not", a, b)
		}
	}
}

// TestNoise measures the rules on real translations that nobody made with them
// in mind: German and English pages of datenanfragen.de with the same units.
func TestNoise(t *testing.T) {
	base := filepath.Join("..", "..", "..", "..", "shared", "corpora", "translation", "datenanfragen", "head", "content")
	if _, err := os.Stat(base); err != nil {
		t.Skip("needs ../shared/corpora")
	}
	units, pages, flagged, codes := 0, 0, map[string]bool{}, map[string]int{}
	names, _ := filepath.Glob(filepath.Join(base, "de", "*", "*.md"))
	more, _ := filepath.Glob(filepath.Join(base, "de", "*.md"))
	for _, name := range append(names, more...) {
		rel, _ := filepath.Rel(filepath.Join(base, "de"), name)
		de, en := unitsOf(name), unitsOf(filepath.Join(base, "en", rel))
		if len(de) == 0 || !sameKinds(de, en) {
			continue
		}
		pages++
		for i := range de {
			units++
			for _, f := range judged(t, "en", de[i].Text, en[i].Text, de[i].Kind.Inline()) {
				codes[f.Code]++
				flagged[fmt.Sprint(rel, i)] = true
				t.Logf("%s: %s\n  %s\n  %s", rel, f, excerpt(de[i].Text), cmp.Or(seen(en[i].Text, f.Col), excerpt(en[i].Text)))
			}
		}
	}
	t.Logf("%d units on %d pages, %d flagged: %v", units, pages, len(flagged), codes)
	if units < 500 {
		t.Fatalf("only %d units", units)
	}
	if share := float64(len(flagged)) / float64(units); share > 0.05 {
		t.Errorf("%.1f %% of real translations are flagged", 100*share)
	}
}

func seen(text string, col int) string {
	if col < 2 || col > len(text) {
		return ""
	}
	return "…" + excerpt(strings.ToValidUTF8(text[max(0, col-20):], ""))
}

func unitsOf(name string) []markdown.Unit {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	p, _ := markdown.Parse(name, src)
	return p.Units
}

func sameKinds(a, b []markdown.Unit) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Kind != b[i].Kind {
			return false
		}
	}
	return true
}
