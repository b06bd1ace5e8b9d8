package exchange

import (
	"archive/zip"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// The programs that translators work with, on files as exported. ./tools/test
// installs them.

// sample is a document with everything that a dossier has.
func sample() *Document {
	d := &Document{Name: "Häfen & Kräne", Source: "de", Target: "en", Date: time.Unix(1700000000, 0), Units: []Unit{
		{ID: "title-a1", File: "content/kran.md", Source: "Der Kran", Target: "The crane", State: Translated, Context: "Titel", Address: "https://hafen.example/en/crane/#title-a1"},
		{ID: "p-b2", File: "content/kran.md", Source: "Über den Kai gingen [mehr als 1,6 Millionen](fig:umschlag) Container.[](src:amt \"S. 3\")",
			Target:   "More than [1.5 million](fig:umschlag) containers were handled.[](src:amt \"S. 3\")",
			Previous: "Über den Kai gingen [mehr als 1,5 Millionen](fig:umschlag) Container.[](src:amt \"S. 3\")",
			State:    Outdated, Class: "figure", Diff: "Über den Kai gingen mehr als [-1,5-]{+1,6+} Millionen", Context: "§ Der Umschlag · Absatz 2", Comments: []string{"asked the author"}},
		{ID: "p-c3", File: "content/kran.md", Source: "Siehe `git log` und {{< kbd \"q\" >}}, „so“ & <https://a.example/?b&c>.\\\nNeue Zeile.", State: Missing, Context: "§ Der Umschlag · Absatz 3"},
		{ID: "figures/umschlag.label", File: "i18n/records/figures.en.toml", Source: "Umschlag", Target: "Turnover", State: Reviewed},
		{ID: "site/places.one", File: "i18n/site.en.toml", Form: "one", Numbers: "1", Source: "{{ .Count }} Stelle", Target: "{{ .Count }} place", State: Translated},
		{ID: "site/places.other", File: "i18n/site.en.toml", Form: "other", Numbers: "0, 2, 3, 4 …", Source: "{{ .Count }} Stellen", Target: "{{ .Count }} places", State: Translated},
		{ID: "p-d4", File: "content/kran.md", Source: "Ein Satz, den es nicht mehr gibt.", Target: "A sentence that is gone.", State: Translated, Obsolete: true},
	}, Concepts: []Concept{
		{ID: "ladegeschirr", Term: "Ladegeschirr", Definition: "Was <hebt> & senkt", Target: "cargo gear", TargetDef: "what lifts", Forbidden: []string{"loading dishes"}},
		{ID: "kai", Term: "Kai"},
	}}
	for i := range d.Units {
		d.Units[i].Base = Fingerprint(d.Units[i].State, d.Units[i].Target)
	}
	d.Normalize()
	return d
}

// client returns a function that runs a program in a folder of its own.
func client(t *testing.T, name string) (dir string, run func(args ...string) string) {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed; ./tools/test brings it", name)
	}
	dir = t.TempDir()
	return dir, func(args ...string) string {
		t.Helper()
		cmd := exec.Command(path, args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "HOME="+dir)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
		}
		return string(out)
	}
}

func save(t *testing.T, d *Document, f Format, name string) []byte {
	t.Helper()
	data, findings := Write(d, f)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return data
}

func load(t *testing.T, name, lang string) *Document {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	d, findings := Read(filepath.Base(name), data, lang)
	if findings.HasErrors() {
		t.Fatalf("%v\n%s", findings, data)
	}
	return d
}

func TestGettext(t *testing.T) {
	dir, msgfmt := client(t, "msgfmt")
	d := sample()
	data := save(t, d, PO, filepath.Join(dir, "en.po"))
	if strings.Contains(string(data), "#| msgctxt") {
		t.Error("Poedit shows an earlier msgctxt as part of the earlier text")
	}
	if out := msgfmt("-c", "--statistics", "-o", "/dev/null", "en.po"); out != "3 translated messages, 1 fuzzy translation, 1 untranslated message.\n" {
		t.Error(out)
	}
	t.Run("msgcat leaves the file as it is", func(t *testing.T) {
		in, msgcat := client(t, "msgcat")
		save(t, d, PO, filepath.Join(in, "en.po"))
		if got := msgcat("--no-wrap", "en.po"); got != string(data) {
			t.Error(cmp.Diff(string(data), got))
		}
		msgcat("-o", "wrapped.po", "en.po")
		if o := Merge(d, load(t, filepath.Join(in, "wrapped.po"), ""), false); len(o.Taken)+len(o.Findings) > 0 {
			t.Error(tell(o))
		}
	})
	t.Run("msgmerge by mistake breaks nothing", func(t *testing.T) {
		in, msgmerge := client(t, "msgmerge")
		save(t, d, PO, filepath.Join(in, "en.po"))
		later := sample() // the source has changed, and msgmerge guesses
		later.Units[0].Source, later.Units[2].Source = "Der alte Kran", "Über den Kai gingen 7 Container."
		for i := range later.Units {
			later.Units[i].Target, later.Units[i].Previous, later.Units[i].State = "", "", Missing
		}
		save(t, later, PO, filepath.Join(in, "new.pot"))
		msgmerge("-o", "merged.po", "en.po", "new.pot")
		today := sample()
		today.Units[0].Source, today.Units[2].Source = later.Units[0].Source, later.Units[2].Source
		today.Units[0].State = Outdated
		o := Merge(today, load(t, filepath.Join(in, "merged.po"), ""), false)
		if o.Confirmed > 0 || o.Findings.HasErrors() {
			t.Error(tell(o))
		}
	})
}

func TestToolkit(t *testing.T) {
	d := sample()
	t.Run("pofilter", func(t *testing.T) {
		dir, pofilter := client(t, "pofilter")
		save(t, d, PO, filepath.Join(dir, "en.po"))
		pofilter("--language=en", "-t", "urls", "-t", "unchanged", "en.po", "out.po")
		if _, err := os.Stat(filepath.Join(dir, "out.po")); err == nil {
			out, _ := os.ReadFile(filepath.Join(dir, "out.po"))
			t.Errorf("it flags\n%s", out)
		}
	})
	t.Run("xliff2po reads states, codes and texts", func(t *testing.T) {
		dir, xliff2po := client(t, "xliff2po")
		save(t, d, XLIFF1, filepath.Join(dir, "en.xlf"))
		xliff2po("en.xlf", "en.po")
		back := load(t, filepath.Join(dir, "en.po"), "en")
		got := map[string]Unit{}
		for _, u := range back.Units {
			got[u.Source] = u
		}
		for _, u := range d.Units {
			g, ok := got[u.Source]
			if !ok || g.Target != u.Target || (g.State == Outdated) != (u.State == Outdated) {
				t.Errorf("%s: %q → %q (%s), was %q (%s)", u.ID, g.Source, g.Target, g.State, u.Target, u.State)
			}
		}
		if o := Merge(d, back, false); len(o.Taken) > 0 || o.Findings.HasErrors() { // without ids, by source
			t.Error(tell(o))
		}
	})
	t.Run("po2xliff", func(t *testing.T) {
		dir, po2xliff := client(t, "po2xliff")
		save(t, d, PO, filepath.Join(dir, "en.po"))
		po2xliff("en.po", "en.xlf")
		if o := Merge(d, load(t, filepath.Join(dir, "en.xlf"), "en"), false); o.Confirmed+o.Late > 0 {
			t.Error(tell(o))
		}
	})
	t.Run("po2tmx", func(t *testing.T) {
		dir, po2tmx := client(t, "po2tmx")
		save(t, d, PO, filepath.Join(dir, "en.po"))
		po2tmx("--source-language=de", "-l", "en", "en.po", "en.tmx")
		back := load(t, filepath.Join(dir, "en.tmx"), "en") // its header says that the source is English
		if o := Merge(d, back, false); back.Source != "de" || o.BySource == 0 || len(o.Taken) > 0 || o.Findings.HasErrors() {
			t.Errorf("%q, %d by source: %s", back.Source, o.BySource, tell(o))
		}
	})
	t.Run("tbx2po", func(t *testing.T) {
		dir, tbx2po := client(t, "tbx2po")
		save(t, d, TBX, filepath.Join(dir, "en.tbx"))
		tbx2po("en.tbx", "en.po")
		out, _ := os.ReadFile(filepath.Join(dir, "en.po"))
		if !strings.Contains(string(out), `msgid "Ladegeschirr"`) {
			t.Errorf("%s", out)
		}
	})
}

const omegatJar = "/usr/share/omegat/OmegaT.jar"

const omegatProject = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>DE</source_lang><target_lang>EN</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>
</project></omegat>
`

// TestOmegaT lets OmegaT translate an exported file with the exported memory
// beside it: what is in the memory comes home, and nothing else changes.
//
// That is the PO. OmegaT 3.6 never reads the source of an XLIFF: its XLIFFDialect
// declares <source> an intact tag, whatever its options, and translates what stands
// in <target>. So of our file, which has the translation there or nothing, it
// translates nothing, though its memory has the text; and hands it back whole. Of
// one whose targets repeat their source it does: it is no fault of the file.
func TestOmegaT(t *testing.T) {
	if _, err := os.Stat(omegatJar); err != nil {
		t.Skip("OmegaT is not installed; ./tools/test brings it")
	}
	dir, java := client(t, "java")
	for _, name := range []string{"source", "target", "tm", "glossary", "omegat", "dictionary"} {
		if err := os.MkdirAll(filepath.Join(dir, "p", name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	home := sample()
	memory := sample()
	memory.Units[2].Target, memory.Units[2].State = "See `git log` and {{< kbd \"q\" >}}, “so” & <https://a.example/?b&c>.\\\nA new line.", Translated
	save(t, home, PO, filepath.Join(dir, "p", "source", "kran.po"))
	save(t, home, XLIFF1, filepath.Join(dir, "p", "source", "kran.xlf"))
	save(t, repeated(home), XLIFF1, filepath.Join(dir, "p", "source", "repeated.xlf"))
	save(t, memory, TMX, filepath.Join(dir, "p", "omegat", "project_save.tmx"))
	save(t, home, TBX, filepath.Join(dir, "p", "glossary", "kran.tbx"))
	if err := os.WriteFile(filepath.Join(dir, "p", "omegat.project"), []byte(omegatProject), 0o644); err != nil {
		t.Fatal(err)
	}
	java("-Djava.awt.headless=true", "-Duser.home="+dir, "-jar", omegatJar, filepath.Join(dir, "p"), "--mode=console-translate", "--config-dir="+dir, "--no-team")
	o := Merge(home, load(t, filepath.Join(dir, "p", "target", "kran.po"), ""), false)
	want := `take "See ` + "`git log`" + ` and {{< kbd \"q\" >}}, “so” & <https://a.example/?b&c>.\\\nA new line." from "Siehe ` + "`git log`" + ` und {{< kbd \"q\" >}}, „so“ & <https://a.example/?b&c>.\\\nNeue Zeile."`
	if got := tell(o); got != want {
		t.Errorf("PO: got\n%s\nwant\n%s", got, want)
	}
	back := load(t, filepath.Join(dir, "p", "target", "kran.xlf"), "")
	if diff := cmp.Diff(byID(home), byID(back), cmpopts.IgnoreUnexported(Unit{}), cmpopts.IgnoreFields(Unit{}, "Pos"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("XLIFF: %s", diff)
	}
	units := byID(load(t, filepath.Join(dir, "p", "target", "repeated.xlf"), ""))
	if got := []string{units["title-a1"].Target, units["figures/umschlag.label"].Target}; !slices.Equal(got, []string{"The crane", "Turnover"}) {
		t.Errorf("OmegaT translates what stands in targets: got %q", got)
	}
}

// repeated returns a document whose translations repeat their source, as OmegaT
// would have it.
func repeated(d *Document) *Document {
	c := *d
	c.Units = slices.Clone(d.Units)
	for i := range c.Units {
		u := &c.Units[i]
		u.Target, u.State = u.Source, Translated
	}
	return &c
}

// Schemas of TMX and TBX come with OmegaT.
func TestSchemas(t *testing.T) {
	jar, err := zip.OpenReader(omegatJar)
	if err != nil {
		t.Skip("OmegaT, which has the schemas, is not installed; ./tools/test brings it")
	}
	defer jar.Close()
	dir, xmllint := client(t, "xmllint")
	for _, name := range []string{"tmx14.dtd", "tbx.xsd"} {
		in, err := jar.Open("schemas/" + name)
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), data)
	}
	// tbx.xsd refers to the attributes of the XML namespace.
	write(t, filepath.Join(dir, "xml.xsd"), []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang" type="xs:language"/><xs:attribute name="space" type="xs:NCName"/></xs:schema>`))
	save(t, sample(), TMX, filepath.Join(dir, "a.tmx"))
	save(t, sample(), TBX, filepath.Join(dir, "a.tbx"))
	xmllint("--noout", "--nonet", "--dtdvalid", "tmx14.dtd", "a.tmx")
	xmllint("--noout", "--nonet", "--schema", "tbx.xsd", "a.tbx")
}

// xliffSchemas is where php-symfony-translation keeps those of OASIS.
const xliffSchemas = "/usr/share/php/Symfony/Component/Translation/Resources/schemas/"

// XLIFF 1.2 is held to the strict schema, 2.0 to that of its core.
func TestXLIFFSchemas(t *testing.T) {
	if _, err := os.Stat(xliffSchemas); err != nil {
		t.Skip("the schemas of XLIFF are not installed; ./tools/test brings them")
	}
	dir, xmllint := client(t, "xmllint")
	elsewhere := regexp.MustCompile(`schemaLocation="[^"]*xml\.xsd"`)
	for _, name := range []string{"xliff-core-1.2-strict.xsd", "xliff-core-2.0.xsd", "xml.xsd"} {
		data, err := os.ReadFile(xliffSchemas + name)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), elsewhere.ReplaceAll(data, []byte(`schemaLocation="xml.xsd"`)))
	}
	documents := []*Document{sample()}
	for seed := range uint64(50) {
		documents = append(documents, randomDocument(rand.New(rand.NewPCG(seed, 3))))
	}
	for format, schema := range map[Format]string{XLIFF1: "xliff-core-1.2-strict.xsd", XLIFF2: "xliff-core-2.0.xsd"} {
		args := []string{"--noout", "--nonet", "--schema", schema}
		for i, d := range documents {
			name := fmt.Sprintf("%v-%d.xlf", format, i)
			save(t, d, format, filepath.Join(dir, name))
			args = append(args, name)
		}
		xmllint(args...)
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Words in all their forms are what gettext expects, in each language that CLDR
// has rules for: as many forms as the header counts, and one for every number.
func TestGettextPlurals(t *testing.T) {
	dir, msgfmt := client(t, "msgfmt")
	in, msgcat := client(t, "msgcat")
	for _, tag := range tags(t) {
		said := map[string]string{"zero": "0", "one": "1", "two": "2", "few": "3", "many": "4", "other": "5"}
		d := minutes(tag, Translated, said)
		data := save(t, d, PO, filepath.Join(dir, tag+".po"))
		write(t, filepath.Join(in, tag+".po"), data)
		if out := msgfmt("-c", "--statistics", "-o", "/dev/null", tag+".po"); !strings.HasPrefix(out, "1 translated message") && !strings.HasPrefix(out, "2 translated messages") {
			t.Errorf("%s: %s", tag, out)
		}
		if got := msgcat("--no-wrap", tag+".po"); got != string(data) {
			t.Error(tag, cmp.Diff(string(data), got))
		}
	}
	t.Run("msgmerge keeps them", func(t *testing.T) {
		in, msgmerge := client(t, "msgmerge")
		d := minutes("lt", Outdated, map[string]string{"one": "{{ .Count }} a", "few": "{{ .Count }} b", "other": "{{ .Count }} c"})
		for i := range d.Units {
			d.Units[i].Previous = "{{ .Count }} Min."
		}
		save(t, d, PO, filepath.Join(in, "lt.po"))
		save(t, minutes("lt", Missing, nil), PO, filepath.Join(in, "new.pot"))
		msgmerge("-o", "merged.po", "lt.po", "new.pot")
		if o := Merge(d, load(t, filepath.Join(in, "merged.po"), ""), false); len(o.Taken)+len(o.Findings) > 0 {
			t.Error(tell(o))
		}
	})
}

// polib reads a file as Python's programs do, and writes it in its own way.
func TestPolib(t *testing.T) {
	const debian = "/usr/bin/python3" // the one that Debian's packages are for
	dir, python := client(t, debian)
	if err := exec.Command(debian, "-c", "import polib").Run(); err != nil {
		t.Skip("polib is not installed; ./tools/test brings it")
	}
	d := minutes("pl", Translated, map[string]string{"one": "{{ .Count }} a", "few": "{{ .Count }} b", "many": "{{ .Count }} c"})
	d.Units = append(d.Units, sample().Units[:4]...)
	save(t, d, PO, filepath.Join(dir, "pl.po"))
	out := python("-c", `import polib
p = polib.pofile("pl.po")
print([e.msgstr_plural for e in p if e.msgid_plural])
p.save("back.po")`)
	if want := "[{0: '{{ .Count }} a', 1: '{{ .Count }} b', 2: '{{ .Count }} c'}]\n"; out != want {
		t.Errorf("it reads %s", out)
	}
	if o := Merge(d, load(t, filepath.Join(dir, "back.po"), ""), false); len(o.Taken)+len(o.Findings) > 0 {
		t.Error(tell(o))
	}
}
