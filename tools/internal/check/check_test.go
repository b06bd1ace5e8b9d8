package check

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dossier/tools/internal/disk"
	"dossier/tools/internal/project"
)

// dossier is a small one on disk, sound until a test changes it.
type dossier struct {
	*testing.T
	dir string
}

func newDossier(t *testing.T) dossier {
	d := untranslated(t)
	d.sync()
	return d
}

// untranslated is one without catalogs.
func untranslated(t *testing.T) dossier {
	d := dossier{t, t.TempDir()}
	if err := os.CopyFS(d.dir, os.DirFS(filepath.Join("..", "..", "dossier", "testdata", "hafen"))); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d dossier) sync() {
	d.Helper()
	p, findings := project.Load(d.dir)
	if findings.HasErrors() {
		d.Fatal(findings)
	}
	folder, err := disk.Open(d.dir)
	if err != nil {
		d.Fatal(err)
	}
	defer folder.Close()
	for _, plan := range p.Sync() {
		if _, err := folder.Apply(plan); err != nil {
			d.Fatal(err)
		}
	}
}

// change replaces text in a file; the text must be there.
func (d dossier) change(name, old, text string) dossier {
	d.Helper()
	name = filepath.Join(d.dir, name)
	data, err := os.ReadFile(name)
	if err != nil {
		d.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		d.Fatalf("%s does not hold %q", name, old)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(data), old, text, 1)), 0o644); err != nil {
		d.Fatal(err)
	}
	return d
}

// translate writes the English of the unit whose German begins as given.
func (d dossier) translate(german, english string) dossier {
	d.Helper()
	name := filepath.Join("i18n", "pages", "kran.en.toml")
	data, err := os.ReadFile(filepath.Join(d.dir, name))
	if err != nil {
		d.Fatal(err)
	}
	at := strings.Index(string(data), "#: "+german)
	if at < 0 {
		d.Fatalf("no German %q", german)
	}
	empty := strings.Index(string(data[at:]), `other = ""`)
	block := string(data[at : at+empty])
	return d.change(name, block+`other = ""`, block+"other = '"+english+"'")
}

func (d dossier) findings() []string {
	d.Helper()
	p, findings := project.Load(d.dir)
	if p == nil {
		d.Fatal(findings)
	}
	findings.Add(Project(p)...)
	var lines []string
	for _, f := range findings.Sorted() {
		lines = append(lines, f.String()+" | "+f.Hint)
	}
	return lines
}

func (d dossier) expect(want string) {
	d.Helper()
	lines := d.findings()
	if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, want) }) {
		d.Errorf("no finding %q among\n%s", want, strings.Join(lines, "\n"))
	}
}

func (d dossier) expectNone(code string) {
	d.Helper()
	for _, l := range d.findings() {
		if strings.Contains(l, code) {
			d.Errorf("unexpected: %s", l)
		}
	}
}

const gear = "Umgeschlagen wurden"

func TestTranslations(t *testing.T) {
	const good = `Handled: [more than 1.5 million](fig:umschlag-2022), after the [opening](event:eroeffnung). [Gear](term:ladegeschirr).`
	t.Run("links in another order are fine", func(t *testing.T) {
		newDossier(t).translate(gear, `[Gear](term:ladegeschirr) and the [opening](event:eroeffnung): [1.5 million](fig:umschlag-2022).`).expectNone("translation-link")
	})
	t.Run("a lost link", func(t *testing.T) {
		newDossier(t).translate(gear, strings.ReplaceAll(good, "[Gear](term:ladegeschirr)", "Gear")).
			expect("error[translation-link]: the translation of p-fa1427 lost term:ladegeschirr | the German reads: Umgeschlagen")
	})
	t.Run("a link too many", func(t *testing.T) {
		newDossier(t).translate(gear, good+`[](src:amt-2023)`).expect("has src:amt-2023, the German has not")
	})
	t.Run("an unknown link has its column", func(t *testing.T) {
		newDossier(t).translate("Der Umschlag", "[Turnover](fig:umsatz)").expect(`:27:21: error[figure-unknown]: no figure "umsatz"`)
	})
	t.Run("a lost code span", func(t *testing.T) {
		d := newDossier(t).change("content/kran.md", "Der zweite nennt nichts.", "Der zweite nennt `nichts`.")
		d.sync()
		d.translate("Der zweite", "The second names nothing.").expect("error[translation-placeholder]")
	})
	t.Run("a link to the page in the other language", func(t *testing.T) {
		linked := func() dossier {
			d := newDossier(t).change("content/kran.md", "Der zweite nennt nichts.", "Der [zweite](https://de.wikipedia.org/wiki/Kran) nennt nichts.")
			d.sync()
			return d
		}
		linked().translate("Der [zweite]", "The [second](https://fr.wikipedia.org/wiki/Grue) names nothing.").expect("error[translation-placeholder]")
		linked().translate("Der [zweite]", "The [second](https://en.wikipedia.org/wiki/Crane_(machine)) names nothing.").expectNone("translation-placeholder")
	})
	t.Run("an outdated one is held to nothing but its ids", func(t *testing.T) {
		d := newDossier(t).translate(gear, good)
		d.change("content/kran.md", " Ein [Ladegeschirr](term:ladegeschirr) gehörte dazu.", "")
		d.expectNone("translation-link")
		d.expect("warning[translation-outdated]: 1 of 12")
	})
}

func TestCompleteness(t *testing.T) {
	newDossier(t).expect(`i18n/pages/kran.en.toml: warning[translation-missing]: 12 of 12 texts have no translation into "en" | dossier status en lists them`)
	newDossier(t).change("config.toml", `slug = "hafen"`, "slug = \"hafen\"\nrequire = [\"en\"]").expect("i18n/pages/kran.en.toml: error[translation-missing]")
	newDossier(t).expectNone("catalog-behind")
	newDossier(t).change("content/kran.md", "am Kai", "am langen Kai").expect("i18n/pages/kran.de.toml: warning[catalog-behind]: is behind the German | run dossier sync")
}

func TestUnused(t *testing.T) {
	newDossier(t).expectNone("-unused")
	d := newDossier(t).change("content/kran.md", " Ein [Ladegeschirr](term:ladegeschirr) gehörte dazu.", "")
	d.expect(`content/records.toml:51:1: warning[term-unused]: nothing refers to the term "ladegeschirr"`)
	d = newDossier(t).change("content/records.toml", "[[actor]]\nid = \"amt\"", "[[actor]]\nid = \"niemand\"\nlabel = \"Niemand\"\n\n[[actor]]\nid = \"amt\"")
	d.expect(`warning[actor-unused]: nothing refers to the actor "niemand"`)
}

func TestImprint(t *testing.T) {
	newDossier(t).expectNone("imprint-missing") // .example is reserved
	public := `baseURL = "https://hafen.de/"`
	newDossier(t).change("config.toml", `baseURL = "https://hafen.example/"`, public).expect("config.toml: warning[imprint-missing]")
	newDossier(t).change("config.toml", `baseURL = "https://hafen.example/"`, public).
		change("config.toml", `slug = "hafen"`, "slug = \"hafen\"\nimprint.name = \"Erika Musterfrau\"").expectNone("imprint-missing")
}
