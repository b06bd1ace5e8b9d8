package project

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/disk"
)

// dossier is a small one on disk.
type dossier struct {
	*testing.T
	dir string
}

func newDossier(t *testing.T) dossier {
	d := dossier{t, t.TempDir()}
	d.must(os.CopyFS(d.dir, os.DirFS(filepath.Join("..", "..", "dossier", "testdata", "hafen"))))
	return d
}

func (d dossier) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d dossier) load() *Project {
	d.Helper()
	p, findings := Load(d.dir)
	if p == nil || findings.HasErrors() {
		d.Fatal(findings)
	}
	return p
}

// sync returns what it changed.
func (d dossier) sync() disk.Result {
	d.Helper()
	return d.apply(d.load())
}

func (d dossier) apply(p *Project) disk.Result {
	d.Helper()
	folder, err := disk.Open(d.dir)
	d.must(err)
	defer folder.Close()
	var all disk.Result
	for _, plan := range p.Sync() {
		r, err := folder.Apply(plan)
		d.must(err)
		all.Add(r)
	}
	return all
}

// applyFirst is a sync that is killed after the first of its plans.
func (d dossier) applyFirst() {
	d.Helper()
	folder, err := disk.Open(d.dir)
	d.must(err)
	defer folder.Close()
	_, err = folder.Apply(d.load().Sync()[0])
	d.must(err)
}

func (d dossier) read(name string) string {
	d.Helper()
	data, err := os.ReadFile(filepath.Join(d.dir, name))
	d.must(err)
	return string(data)
}

func (d dossier) write(name, text string) {
	d.Helper()
	d.must(os.MkdirAll(filepath.Dir(filepath.Join(d.dir, name)), 0o755))
	d.must(os.WriteFile(filepath.Join(d.dir, name), []byte(text), 0o644))
}

func (d dossier) change(name, old, text string) {
	d.Helper()
	s := d.read(name)
	if !strings.Contains(s, old) {
		d.Fatalf("%s does not hold %q", name, old)
	}
	d.write(name, strings.Replace(s, old, text, 1))
}

func (d dossier) ids() []string {
	var ids []string
	for _, page := range d.load().Pages {
		for _, u := range page.Units {
			ids = append(ids, u.ID)
		}
	}
	return ids
}

func TestIDsAreTheSameWhetherOrNotSyncHasRun(t *testing.T) {
	d := newDossier(t)
	before := d.ids()
	d.sync()
	if after := d.ids(); !slices.Equal(before, after) {
		t.Errorf("before %v\nafter  %v", before, after)
	}
}

func TestSyncTwiceChangesNothing(t *testing.T) {
	d := newDossier(t)
	if !d.sync().Changed() {
		t.Error("the first sync wrote nothing")
	}
	if r := d.sync(); r.Changed() {
		t.Errorf("the second sync changed %v", r)
	}
}

func TestASyncThatWasCutShortIsFinishedByTheNext(t *testing.T) {
	whole, cut := newDossier(t), newDossier(t)
	for _, d := range []dossier{whole, cut} {
		d.sync()
		d.change("content/kran.md", "> Ein Zitat", "Ein neuer Absatz.\n\n> Ein Zitat")
	}
	whole.sync()
	cut.applyFirst()
	cut.sync()
	for _, name := range []string{"i18n/pages/kran.de.toml", "i18n/pages/kran.en.toml"} {
		if whole.read(name) != cut.read(name) {
			t.Errorf("%s differs:\n%s", name, cut.read(name))
		}
	}
}

func TestAUnitTakesItsTranslationToAnotherPage(t *testing.T) {
	d := newDossier(t)
	d.sync()
	d.change("i18n/pages/kran.en.toml", "[p-2c8452]\nhash", "# mine\n[p-2c8452]\nhash")
	s := d.read("i18n/pages/kran.en.toml")
	at := strings.Index(s, "[p-2c8452]")
	d.write("i18n/pages/kran.en.toml", s[:at]+strings.Replace(s[at:], `other = ""`, `other = 'In 2022 there were [about 40](fig:kraene-2022).[](src:hafen-2022)'`, 1))
	moved := `Im Jahr 2022 standen am Kai [rund 40](fig:kraene-2022) Kräne.[](src:hafen-2022 "S. 3")`
	d.change("content/kran.md", moved+"\n", "")
	d.write("content/neu.md", "+++\ntitle = \"Neu\"\n+++\n"+moved+"\n")
	d.sync()
	if got := d.read("i18n/pages/neu.en.toml"); !strings.Contains(got, "# mine\n[p-2c8452]") || !strings.Contains(got, "In 2022 there were") {
		t.Errorf("the translation did not move:\n%s", got)
	}
	if got := d.read("i18n/pages/kran.en.toml"); strings.Contains(got, "p-2c8452") {
		t.Errorf("it is still where it was:\n%s", got)
	}
	if r := d.sync(); r.Changed() {
		t.Errorf("not settled: %v", r)
	}
}

func TestADeletedPageKeepsItsTranslations(t *testing.T) {
	d := newDossier(t)
	d.sync()
	d.change("i18n/pages/kran.en.toml", `other = ""`, `other = "The cranes"`)
	d.must(os.Remove(filepath.Join(d.dir, "content", "kran.md")))
	r := d.sync()
	if !slices.Contains(r.Deleted, "i18n/pages/kran.de.toml") {
		t.Errorf("deleted %v", r.Deleted)
	}
	if got := d.read("i18n/pages/kran.en.toml"); !strings.Contains(got, "#: obsolete") || !strings.Contains(got, "The cranes") || strings.Count(got, "\nother = ") != 1 {
		t.Errorf("kept:\n%s", got)
	}
	if again := d.sync(); again.Changed() {
		t.Errorf("not settled: %v", again)
	}
}

func TestANewLanguageIsOneTableAndOneSync(t *testing.T) {
	d := newDossier(t)
	d.sync()
	d.change("config.toml", "[params.dossier]", "[languages.fr]\nlabel = \"Français\"\nlocale = \"fr\"\nweight = 3\ntitle = \"Le port\"\n\n[params.dossier]")
	r := d.sync()
	if len(r.Written) != len(slices.DeleteFunc(slices.Clone(r.Written), func(n string) bool { return !strings.HasSuffix(n, ".fr.toml") })) {
		t.Errorf("more than French was written: %v", r.Written)
	}
	for _, row := range d.load().Status(d.load().Targets()) {
		if row.Language == "fr" && row.Translated > 0 {
			t.Errorf("%+v", row)
		}
	}
	if got := d.read("i18n/site.fr.toml"); strings.Count(got, "\nother = \"\"") < 50 || !strings.Contains(got, "one = \"\"\nmany = \"\"\nother = \"\"") {
		t.Errorf("the words of the interface are not complete:\n%s", got)
	}
	hash := "hash = \"" + catalog.Hash("Zum Inhalt") + "\"\n"
	d.change("i18n/site.fr.toml", "[skip]\n"+hash+"other = \"\"", "# mine\n[skip]\n"+hash+"other = \"Aller au contenu\"")
	d.sync()
	if got := d.read("i18n/site.fr.toml"); !strings.Contains(got, "# mine\n[skip]\n"+hash+"other = \"Aller au contenu\"") || strings.Count(got, "[skip]") != 1 {
		t.Errorf("a translator's words were touched:\n%s", got)
	}
	if got := d.read("i18n/pages/kran.fr.toml"); strings.Count(got, "\nother = \"\"") != 12 {
		t.Errorf("not complete:\n%s", got)
	}
}

func TestRecordsOfOneIDAreToldApart(t *testing.T) {
	d := newDossier(t)
	d.change("content/records.toml", "[[place]]\nid = \"kai\"\nlabel = \"Am Kai\"", "[[place]]\nid = \"kai\"\nlabel = \"Am Kai\"\n\n[[actor]]\nid = \"kai\"\nlabel = \"Kai Muster\"")
	d.sync()
	d.change("i18n/records/actors.en.toml", "[kai.label]\nhash", "[kai.label]\n# the man\nhash")
	s := d.read("i18n/records/actors.en.toml")
	at := strings.Index(s, "[kai.label]")
	d.write("i18n/records/actors.en.toml", s[:at]+strings.Replace(s[at:], `other = ""`, `other = "Kai"`, 1))
	d.sync()
	p := d.load()
	if got, state := p.PublishedField("en", "places", "kai.label", "Am Kai"); state != "missing" || got != "Am Kai" {
		t.Errorf("the place is %q (%s)", got, state)
	}
	if got, state := p.PublishedField("en", "actors", "kai.label", "Kai Muster"); state != "" || got != "Kai" {
		t.Errorf("the actor is %q (%s)", got, state)
	}
}
