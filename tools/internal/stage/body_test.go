package stage

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/tools/internal/project"
)

// staged returns a page of one chapter, as staged in German.
func staged(t *testing.T, text string) *body {
	t.Helper()
	dir := t.TempDir()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "dossier", "testdata", "hafen"))))
	must(os.WriteFile(filepath.Join(dir, "content", "probe.md"), []byte("+++\ntitle = \"Probe\"\n+++\n"+text), 0o644))
	p, findings := project.Load(dir)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	say := func(key string) string { return "<" + key + ">" }
	l := &language{Language: p.Language(), project: p, say: say, urls: map[string]string{}, uses: collect(p), base: "/"}
	for _, page := range p.Pages {
		if page.Name == "probe" {
			return l.body(page)
		}
	}
	t.Fatal("no page")
	return nil
}

// A row of hyphens ends a table without a blank line, and is a paragraph: what is
// put around it must not become a row.
func TestAParagraphRightBelowATable(t *testing.T) {
	b := staged(t, "| a |\n|---|\n| b |\n--\nfoo\n")
	if !strings.Contains(b.text, "|\n\n{{< unit ") || !strings.Contains(b.text, "--\nfoo\n\n{{< unit-end") {
		t.Errorf("staged as\n%s", b.text)
	}
}

func TestSectionsCountTheirParagraphs(t *testing.T) {
	b := staged(t, "Eins.\n\n## A\n\nZwei.\n\n### A1\n\nDrei.\n\nVier.\n\n## B\n\n- ein Punkt\n\n## C\n\nFünf.\n")
	var got []string
	for _, s := range b.sections {
		got = append(got, fmt.Sprintf("%s %s–%s", s.Title, s.From, s.To))
	}
	if want := "A 2–4, A1 3–4, B 5–4, C 5–5"; strings.Join(got, ", ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestCitationsAndFiguresAreNumberedInReadingOrder(t *testing.T) {
	b := staged(t, "A[](src:amt-2023), [40](fig:kraene-2022).\n\n> B [rund 40](fig:kraene-2022)[](src:hafen-2022 \"S. 3\")\n\nC [](fig:umschlag-2022)[Amt](src:amt-2023)\n")
	for _, want := range []string{
		"A[](src:amt-2023?n=1), [40](fig:kraene-2022?k=1).", "B [rund 40](fig:kraene-2022?k=2)[](src:hafen-2022?n=2)",
		"[Amt](src:amt-2023?n=3)", "C [<comparator\\_more-than> 1,5\u00a0Millionen](fig:umschlag-2022?k=1)",
	} {
		if !strings.Contains(b.text, strings.ReplaceAll(want, "<", "\\<")) {
			t.Errorf("no %s in\n%s", want, b.text)
		}
	}
	if len(b.notes) != 3 || b.notes[1].Locator != "S. 3" || fmt.Sprint(b.figures) != "[kraene-2022 umschlag-2022]" {
		t.Errorf("notes %+v, figures %v", b.notes, b.figures)
	}
}

func TestAnAuthorsIDStaysAndIsGivenOnce(t *testing.T) {
	b := staged(t, "## Titel {#mein-titel}\n\nEin Absatz.\n{#mein-absatz}\n\n- Punkt\n")
	for id, want := range map[string]int{"mein-titel": 1, "mein-absatz": 2} { // a paragraph's opens and closes
		if got := strings.Count(b.text, id); got != want {
			t.Errorf("%s stands %d times in\n%s", id, got, b.text)
		}
	}
}

func TestFiguresInListsQuotesAndTablesHaveALedgerBeforeTheBlock(t *testing.T) {
	for name, text := range map[string]string{
		"list":  "Vor.\n\n- eins\n- [40](fig:kraene-2022)\n  - [mehr als 1,5 Millionen](fig:umschlag-2022)\n",
		"quote": "Vor.\n\n> [40](fig:kraene-2022)\n>\n> [mehr als 1,5 Millionen](fig:umschlag-2022), [40](fig:kraene-2022)\n",
		"table": "Vor.\n\n| a | b |\n|---|---|\n| [40](fig:kraene-2022) | [mehr als 1,5 Millionen](fig:umschlag-2022) |\n",
	} {
		b := staged(t, text)
		ledger := `{{< ledger figures="kraene-2022 umschlag-2022" >}}`
		if strings.Count(b.text, ledger) != 1 {
			t.Errorf("%s: not one ledger in\n%s", name, b.text)
			continue
		}
		before, after, _ := strings.Cut(b.text, ledger)
		if !strings.Contains(before, "Vor.") || strings.Contains(before, "kraene") || !strings.Contains(after, "kraene-2022?k=1") {
			t.Errorf("%s: the ledger stands at the wrong place in\n%s", name, b.text)
		}
	}
}
