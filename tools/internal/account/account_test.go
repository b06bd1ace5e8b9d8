package account

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/tools/internal/project"
)

// of draws up the account of the small dossier, with a paragraph added to it.
func of(t *testing.T, paragraph, exempt string) *Account {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "dossier", "testdata", "hafen"))); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "content", "kran.md")
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(string(page)+"\n"+paragraph+"\n{#p-neu}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if exempt != "" {
		exempt = "[[exempt]]\nunit = \"p-neu\"\ntext = \"" + exempt + "\"\nreason = \"x\"\n"
		if err := os.WriteFile(filepath.Join(dir, "content", "exempt.toml"), []byte(exempt), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, findings := project.Load(dir)
	if p == nil || findings.HasErrors() {
		t.Fatal(findings)
	}
	return Of(p)
}

// last words the figures of the paragraph that was added.
func last(a *Account) string {
	var words []string
	for _, f := range a.Figures {
		if u := f.Page.Units[f.Unit]; strings.HasPrefix(u.ID, "p-neu") || strings.Contains(u.Text, "Neu:") {
			words = append(words, f.Words+"="+string(f.State)+f.Record)
		}
	}
	return strings.Join(words, " ")
}

func TestStates(t *testing.T) {
	for _, c := range []struct{ paragraph, exempt, want string }{
		{"Neu: [rund 40](fig:kraene-2022) und 7.", "", "40=boundkraene-2022 7=unbound"},
		{"Neu: rund [40](fig:kraene-2022), [](fig:umschlag-2022).", "", "40=boundkraene-2022 =boundumschlag-2022"},
		{"Neu: „7 Kräne“, sagt er.[](src:amt-2023)", "", "7=quoted"},
		{"Neu: „7 Kräne“, sagt er.", "", "7=unbound"},
		{"Neu: 7 Kräne und 8 Boote.", "7 Kräne", "7=listed 8=unbound"},
		{"Neu: [einige](fig:umschlag-2022), ein [Millionengeschäft](fig:umschlag-2022), seit 2019, zum dritten Mal.", "", ""},
		{"Neu: von [40](fig:kraene-2022) auf [50 Kräne](fig:kraene-2022).", "", "40=boundkraene-2022 50=boundkraene-2022"},
	} {
		if got := last(of(t, c.paragraph, c.exempt)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.paragraph, got, c.want)
		}
	}
}

func TestCoverage(t *testing.T) {
	c := of(t, "Neu: [rund 40](fig:kraene-2022), „7“,[](src:amt-2023) 8 und 9.", "8").Coverage()
	if c.Figures != 9 || c.By[Bound] != 6 || c.By[Quoted] != 1 || c.By[Listed] != 1 || c.By[Unbound] != 1 || len(c.Records) != 6 {
		t.Errorf("got %+v", c)
	}
	if c.Dates == 0 {
		t.Error("the year 2022 is not counted among the dates")
	}
}
