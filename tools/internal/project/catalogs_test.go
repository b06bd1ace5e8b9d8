package project

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dossier/tools/internal/catalog"
)

func TestALostSourceCatalogIsFoundAgain(t *testing.T) {
	for name, damage := range map[string]func(dossier){
		"gone": func(d dossier) { d.must(os.Remove(filepath.Join(d.dir, "i18n/pages/prosa.de.toml"))) },
		"half": func(d dossier) {
			s := d.read("i18n/pages/prosa.de.toml")
			d.write("i18n/pages/prosa.de.toml", s[:len(s)/2])
		},
		"conflicted": func(d dossier) {
			s := d.read("i18n/pages/prosa.de.toml")
			d.write("i18n/pages/prosa.de.toml", "<<<<<<< HEAD\n"+s+"=======\n"+strings.ReplaceAll(s, "Wetter", "Himmel")+">>>>>>> other\n")
		},
		"empty":     func(d dossier) { d.write("i18n/pages/prosa.de.toml", "") },
		"not UTF-8": func(d dossier) { d.write("i18n/pages/prosa.de.toml", "\xff\xfe\x00") },
		"and without comments": func(d dossier) {
			d.must(os.Remove(filepath.Join(d.dir, "i18n/pages/prosa.de.toml")))
			d.write("i18n/pages/prosa.en.toml", regexp.MustCompile(`(?m)^#.*\n`).ReplaceAllString(d.read("i18n/pages/prosa.en.toml"), ""))
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := written(t)
			// One unit is edited, so that its id does not follow from its text.
			d.change("content/prosa.md", "die Zahl der Boote", "die Anzahl der Boote")
			d.sync()
			d.change("i18n/pages/prosa.en.toml", "translation 3", "the new one")
			d.sync()
			ids := strings.Join(d.ids(), " ")
			source, english := d.read("i18n/pages/prosa.de.toml"), d.read("i18n/pages/prosa.en.toml")
			damage(d)
			if got := strings.Join(d.ids(), " "); got != ids {
				t.Errorf("ids were %s\n  and are %s", ids, got)
			}
			d.sync()
			if d.read("i18n/pages/prosa.de.toml") != source || d.read("i18n/pages/prosa.en.toml") != english {
				t.Errorf("not as it was:\n%s\n%s", d.read("i18n/pages/prosa.de.toml"), d.read("i18n/pages/prosa.en.toml"))
			}
		})
	}
}

func TestAReturnedTranslation(t *testing.T) {
	d := written(t)
	p := d.load()
	now := d.of("Der zweite")
	d.must(p.Take("en", Returned{Key: now.Key, Text: `of "an earlier" German`, Source: "Der zweite Absatz, früher.", Comments: []string{"checked\ntwice", ":odd"}, Provenance: catalog.Provenance{Origin: catalog.Machine, How: "import"}}))
	if err := p.Take("en", Returned{Key: "p-000000", Text: "x"}); err == nil {
		t.Error("an unknown unit was taken")
	}
	d.apply(p)
	got := d.expect("Der zweite", `of "an earlier" German`, catalog.Outdated, catalog.Rewritten)
	if got.Previous != "Der zweite Absatz, früher." || got.Provenance.Origin != catalog.Machine || strings.Join(got.Comments, "|") != "checked|twice|:odd" {
		t.Errorf("%+v", got)
	}
	if r := d.sync(); r.Changed() {
		t.Errorf("not settled: %v", r)
	}
	// A person corrects the machine.
	d.change("i18n/pages/prosa.en.toml", "an earlier", "a former")
	d.sync()
	if got := d.of("Der zweite"); got.Provenance.Origin != catalog.Human {
		t.Errorf("%+v", got.Provenance)
	}
}

// TestABadCatalogStopsASyncAndStaysAsItIs holds for whatever an editor, a merge
// or a disk may leave behind.
func TestABadCatalogStopsASyncAndStaysAsItIs(t *testing.T) {
	for name, tc := range map[string]struct{ code, text string }{
		"empty":         {"catalog-empty", ""},
		"conflicted":    {"merge-conflict", "<<<<<<< HEAD\n[p-1]\nother = \"a\"\n=======\n[p-1]\nother = \"b\"\n>>>>>>> theirs\n"},
		"half":          {"toml-syntax", "[p-1]\nother = \"a"},
		"Latin-1":       {"encoding-utf8", "[p-1]\nother = \"\xe4\"\n"},
		"UTF-16":        {"encoding-utf8", "\xff\xfe[\x00p\x00"},
		"a foreign key": {"catalog-key", "[p-1]\nsource = \"a\"\n"},
		"twice":         {"catalog-duplicate", "[p-1]\nother = \"a\"\n[p-1]\nother = \"b\"\n"},
	} {
		t.Run(name, func(t *testing.T) {
			d := written(t)
			d.write("i18n/pages/prosa.en.toml", tc.text)
			_, findings := Load(d.dir)
			found := false
			for _, f := range findings {
				found = found || f.Code == tc.code && f.File == "i18n/pages/prosa.en.toml" && f.Hint != ""
			}
			if !found || !findings.HasErrors() {
				t.Errorf("findings %v", findings)
			}
		})
	}
}

func TestAnUnknownIDInACatalogIsObsolete(t *testing.T) {
	d := written(t)
	d.write("i18n/pages/prosa.en.toml", d.read("i18n/pages/prosa.en.toml")+"\n[p-nobody]\nhash = \"sha1-00\"\nother = \"somebody's work\"\n")
	d.sync()
	if got := d.read("i18n/pages/prosa.en.toml"); !strings.Contains(got, "#: obsolete: the German text no longer has this\n[p-nobody]") {
		t.Errorf("lost:\n%s", got)
	}
}

func TestAHugeFileIsNotRead(t *testing.T) {
	d := newDossier(t)
	name := filepath.Join(d.dir, "i18n/pages/kran.en.toml")
	d.write("i18n/pages/kran.en.toml", "")
	d.must(os.Truncate(name, 200<<20)) // a sparse file
	_, findings := Load(d.dir)
	if len(findings) != 1 || findings[0].Code != "file-large" || findings[0].File != "i18n/pages/kran.en.toml" {
		t.Errorf("findings %v", findings)
	}
}

// A translator confirms or corrects a text in the catalog of a page that the author
// renames meanwhile; git keeps both catalogs.
func TestATranslationInTwoCatalogs(t *testing.T) {
	for _, c := range []struct{ name, in, text, comment string }{
		{"confirmed", "translation 3", "translation 3", ""},
		{"corrected", "the corrected one", "the corrected one", "in another catalog: translation 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := written(t)
			d.change("content/prosa.md", "die Zahl der Boote", "die Anzahl der Boote")
			d.sync()
			theirs := d.read("i18n/pages/prosa.en.toml")
			d.must(os.Rename(filepath.Join(d.dir, "content/prosa.md"), filepath.Join(d.dir, "content/anders.md")))
			d.sync()
			d.write("i18n/pages/prosa.en.toml", theirs)
			d.change("i18n/pages/prosa.en.toml", "translation 3", c.in)
			at := strings.Index(theirs, "["+d.of("Der zweite").ID+"]")
			hash := regexp.MustCompile(`hash = .*\n`).FindString(theirs[at:])
			d.change("i18n/pages/prosa.en.toml", hash, "hash = \""+catalog.Hash(d.of("Der zweite").Source)+"\"\n")
			d.sync()
			got := d.expect("Der zweite", c.text, catalog.Current, "")
			if strings.Join(got.Comments, "|") != c.comment {
				t.Errorf("comments %q", got.Comments)
			}
			if r := d.sync(); r.Changed() {
				t.Errorf("not settled: %v", r)
			}
		})
	}
}
