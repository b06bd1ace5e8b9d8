package stage

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"dossier/tools/internal/disk"
	"dossier/tools/internal/project"
)

const probe = `+++
title = "Probe"
+++

Eins mit [40](fig:kraene-2022).[](src:hafen-2022)
{#p-fest}

## Kopf

- ein Punkt
- [40](fig:kraene-2022)

> Zitat

| a | b |
|---|---|
| 1 | 2 |

Zwei.
`

// parallelOf stages the parallel view of a chapter of which some texts are
// translated.
func parallelOf(t *testing.T, translations map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "dossier", "testdata", "hafen"))); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("content/probe.md", probe)
	synced(t, dir)
	name := filepath.Join(dir, "i18n", "pages", "probe.en.toml")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for german, english := range translations {
		entry := regexp.MustCompile(`(?m)(#: ` + regexp.QuoteMeta(german) + `[^\n]*\n(?:[^\n]*\n)*?)other = ""`)
		if !entry.MatchString(text) {
			t.Fatalf("no entry for %q in\n%s", german, text)
		}
		text = entry.ReplaceAllString(text, `${1}other = "`+english+`"`)
	}
	write("i18n/pages/probe.en.toml", text)
	synced(t, dir)
	p, findings := project.Load(dir)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	tree, findings := Build(p, Options{Date: time.Unix(1700000000, 0)})
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	folder, err := disk.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	if _, err := tree.Apply(folder); err != nil {
		t.Fatal(err)
	}
	staged, _ := os.ReadFile(filepath.Join(dir, disk.Work, "content", "en", "dossier-parallel-probe", "index.md"))
	return string(staged)
}

func synced(t *testing.T, dir string) {
	t.Helper()
	p, findings := project.Load(dir)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	folder, err := disk.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	for _, plan := range p.Sync() {
		if _, err := folder.Apply(plan); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheParallelViewPairsTheBlocks(t *testing.T) {
	got := parallelOf(t, map[string]string{
		"Zwei.": "Two.", "ein Punkt": "a point", "Kopf": "Head",
	})
	if n := strings.Count(got, "{{< pair "); n != 6 {
		t.Errorf("%d pairs, want 6 in\n%s", n, got)
	}
	sides := regexp.MustCompile(`(?s)\{\{< side lang="([^"]*)" label="[^"]*"([^>]*) >\}\}\n\n(.*?)\n\n\{\{< side-end`).FindAllStringSubmatch(got, -1)
	if len(sides) != 12 {
		t.Fatalf("%d sides, want 12", len(sides))
	}
	for i, want := range []string{"Eins", "Eins", "## Kopf", "## Head", "- ein Punkt", "- a point", "> Zitat", "Zitat", "| a |", "| a |", "Zwei.", "Two."} {
		if text := sides[i][3]; !strings.Contains(strings.ReplaceAll(strings.ReplaceAll(text, `{{< part lang="de" state="missing" >}}`, ""), "{{< part-end >}}", ""), want) {
			t.Errorf("side %d: no %q in %q", i, want, text)
		}
	}
	if !strings.Contains(sides[1][2], `state="missing"`) || strings.Contains(sides[0][2]+sides[11][2], "missing") {
		t.Errorf("the states are wrong: %q %q %q", sides[0][2], sides[1][2], sides[11][2])
	}
	ids := regexp.MustCompile(`\{\{< pair id="([^"]*)"`).FindAllStringSubmatch(got, -1)
	if len(ids) != 3 || ids[0][1] != "p-fest" || strings.Contains(got, "{#") {
		t.Errorf("the addresses are %v in\n%s", ids, got)
	}
}

func TestWhatIsNotTranslatedAtAllHasNoParallelView(t *testing.T) {
	if got := parallelOf(t, nil); got != "" {
		t.Errorf("there is one:\n%s", got)
	}
}
