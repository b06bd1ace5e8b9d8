package search

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// asker is the script that runs the query code outside of a browser.
const asker = "../../browser/search.mjs"

// readUnits reads testdata/text.LANG.tsv.
func readUnits(t testing.TB, lang string) ([]Page, []Unit) {
	t.Helper()
	var pages []Page
	var units []Unit
	for _, row := range readTable(t, "text."+lang+".tsv") {
		n := slices.IndexFunc(pages, func(p Page) bool { return p.Title == row[0] })
		if n < 0 {
			n, pages = len(pages), append(pages, Page{Path: lang + "/" + row[0] + "/", Title: row[0]})
		}
		units = append(units, Unit{Page: n, ID: row[1], Kind: row[2], Text: row[3]})
	}
	return pages, units
}

func readTable(t testing.TB, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
		}
	}
	return rows
}

// write puts an index on disk and returns its folder.
func write(t testing.TB, x *Index) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range x.Files() {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// ask runs the script; it skips where there is no Node.
func ask(t testing.TB, dir, lang, what string, input, output any) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node")
	}
	in, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, asker, dir, lang, what)
	cmd.Stdin = bytes.NewReader(in)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	if err := json.Unmarshal(out, output); err != nil {
		t.Fatal(err)
	}
}

// answers is what the script says to "find".
type answers struct {
	Loaded  float64 // milliseconds
	Bytes   int
	Answers []struct {
		Units []int
		MS    float64
	}
}

// TestGolden asks what readers ask: of the paragraphs they expect, at least 98 in
// a hundred are among the first twenty results, and all that MiniSearch finds.
func TestGolden(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		t.Run(lang, func(t *testing.T) {
			golden := readTable(t, "golden."+lang+".tsv")
			pages, units := readUnits(t, lang)
			x := New(lang, pages, units)
			dir := write(t, x)
			var queries []string
			for _, row := range golden {
				queries = append(queries, row[0])
			}
			var ours, theirs answers
			ask(t, dir, lang, "find", queries, &ours)
			recall := recalled(t, golden, units, ours, true)
			if recall < 0.98 {
				t.Errorf("recall %.3f", recall)
			}
			if _, err := os.Stat("../../browser/node_modules/minisearch"); err != nil {
				t.Skip("MiniSearch is not installed: ./tools/test tools brings it")
			}
			ask(t, dir, lang, "peer", queries, &theirs)
			size := len(x.Files()[lang+".js"])
			peer := recalled(t, golden, units, theirs, false)
			t.Logf("recall %.3f, MiniSearch %.3f; index %d bytes, MiniSearch %d", recall, peer, size, theirs.Bytes)
			if size*2 > theirs.Bytes {
				t.Errorf("the index has %d bytes, more than half of MiniSearch's %d", size, theirs.Bytes)
			}
			if peer > recall {
				t.Errorf("recall %.3f, below MiniSearch's %.3f", recall, peer)
			}
		})
	}
}

// recalled is the share of expected units among the first twenty of each answer.
func recalled(t *testing.T, golden [][]string, units []Unit, a answers, tell bool) float64 {
	t.Helper()
	wanted, found := 0, 0
	for i, row := range golden {
		got := a.Answers[i].Units
		first := map[string]bool{}
		for _, u := range got[:min(20, len(got))] {
			first[units[u].ID] = true
		}
		for want := range strings.FieldsSeq(row[1]) {
			wanted++
			switch {
			case want == "NONE" && len(got) == 0, first[want]:
				found++
			case tell:
				t.Logf("%q (%s): %s is not among the first 20 of %d", row[0], row[2], want, len(got))
			}
		}
	}
	return float64(found) / float64(wanted)
}
