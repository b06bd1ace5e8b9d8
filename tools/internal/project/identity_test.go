package project

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dossier/tools/internal/catalog"
)

// threeUnits is a page of a few paragraphs that nothing else refers to.
const threeUnits = `+++
title = "Prosa"
+++

Der erste Absatz erzählt von den Schleusen, die im Frühjahr geöffnet wurden.

Der zweite Absatz nennt die Zahl der Boote. Er sagt auch, woher sie kamen und wohin sie fuhren.

Der dritte Absatz handelt vom Wetter und von sonst gar nichts.
`

// written makes a dossier with the page and a translation of each of its units.
func written(t *testing.T) dossier {
	d := newDossier(t)
	d.write("content/prosa.md", threeUnits)
	d.sync()
	n := 0
	d.write("i18n/pages/prosa.en.toml", regexp.MustCompile(`other = ""`).ReplaceAllStringFunc(d.read("i18n/pages/prosa.en.toml"), func(string) string {
		n++
		return `other = "translation ` + string(rune('0'+n)) + `"`
	}))
	d.sync()
	return d
}

// of returns the translation that a text of the page has, and its state.
func (d dossier) of(start string) Translation {
	d.Helper()
	for _, t := range d.load().Translations("en") {
		if strings.HasPrefix(t.Source, start) {
			return t
		}
	}
	d.Fatalf("no unit begins %q", start)
	return Translation{}
}

func (d dossier) expect(start, text string, state catalog.State, change catalog.Change) Translation {
	d.Helper()
	t := d.of(start)
	if t.Text != text || t.State != state || t.Change != change {
		d.Errorf("%q has %q (%s, %s), want %q (%s, %s)", start, t.Text, t.State, t.Change, text, state, change)
	}
	return t
}

func TestAReportTellsWhatATranslatorNeeds(t *testing.T) {
	d := written(t)
	d.change("i18n/pages/prosa.en.toml", "[p-", "# ask Ada\n[p-")
	d.change("content/prosa.md", "die Zahl der Boote", "die Anzahl der Boote")
	d.change("content/prosa.md", "Der erste Absatz", "Der *erste* Absatz")
	got := d.expect("Der zweite", "translation 3", catalog.Outdated, catalog.Small)
	if !strings.HasPrefix(got.Previous, "Der zweite Absatz nennt die Zahl") || got.URL != "https://hafen.example/en/prosa/#"+got.ID || got.Where != "Absatz 2" {
		t.Errorf("%+v", got)
	}
	if d := got.Diff(); len(d) < 3 || d[1].Op != catalog.Gone {
		t.Errorf("diff %v", d)
	}
	if c := d.expect("Der *erste*", "translation 2", catalog.Outdated, catalog.Markup).Comments; len(c) != 1 || c[0] != "ask Ada" {
		t.Errorf("comments %q", c)
	}
	before := d.of("Der zweite")
	d.sync()
	after := d.of("Der zweite")
	if before.Previous != after.Previous || before.State != after.State || before.Change != after.Change {
		t.Errorf("before sync %+v\nafter %+v", before, after)
	}
}

func TestAnEditInATool(t *testing.T) {
	d := written(t)
	d.change("content/prosa.md", "die Zahl der Boote", "die Anzahl der Boote")
	d.sync()
	// A tool that knows nothing of hashes writes the new translation.
	d.change("i18n/pages/prosa.en.toml", "translation 3", "the new one")
	d.expect("Der zweite", "the new one", catalog.Current, "")
	d.sync()
	got := d.expect("Der zweite", "the new one", catalog.Current, "")
	if got.Hash != catalog.Hash(got.Source) || got.Provenance.How != "edit" || got.Provenance.Origin != catalog.Human {
		t.Errorf("%+v", got)
	}
	if r := d.sync(); r.Changed() {
		t.Errorf("not settled: %v", r)
	}
}

func TestAnEditThatDoesNotFitStaysOutdated(t *testing.T) {
	d := written(t)
	d.change("content/prosa.md", "die Zahl der Boote", "[rund 40](fig:kraene-2022) Boote")
	d.sync()
	d.change("i18n/pages/prosa.en.toml", "translation 3", "without the figure")
	d.expect("Der zweite", "without the figure", catalog.Outdated, catalog.Small)
}

func TestAnEditOfAnEarlierGermanStaysOutdated(t *testing.T) {
	d := written(t)
	d.change("content/prosa.md", "die Zahl der Boote", "die Anzahl der Boote")
	d.sync()
	d.change("i18n/pages/prosa.en.toml", "translation 3", "of the second German")
	d.change("content/prosa.md", "die Anzahl der Boote", "die Anzahl der Kähne")
	got := d.expect("Der zweite", "of the second German", catalog.Outdated, catalog.Small)
	if !strings.Contains(got.Previous, "Anzahl der Boote") {
		t.Errorf("made from %q", got.Previous)
	}
}

func TestChangesOfMarkupAreAcknowledgedIfTheAuthorSaysSo(t *testing.T) {
	d := written(t)
	d.change("config.toml", "[params.dossier]", "[params.dossier]\nacknowledge = [\"markup\", \"link\"]")
	d.change("content/prosa.md", "Der erste Absatz", "Der *erste* Absatz")
	d.change("content/prosa.md", "die Zahl der Boote", "die Anzahl der Boote")
	d.change("content/prosa.md", "gar nichts.", "gar nichts.[](src:hafen-2022)")
	d.sync()
	got := d.expect("Der *erste*", "translation 2", catalog.Current, "")
	if got.Provenance.How != "automatic" || got.Provenance.Change != catalog.Markup {
		t.Errorf("%+v", got.Provenance)
	}
	d.expect("Der zweite", "translation 3", catalog.Outdated, catalog.Small)
	d.expect("Der dritte", "translation 4", catalog.Outdated, catalog.Link) // the citation is missing in it
	d.change("config.toml", `"markup", "link"`, `"spelling"`)
	if _, findings := Load(d.dir); !findings.HasErrors() {
		t.Error("a change of spelling may be acknowledged without a person looking")
	}
}

func TestATextThatIsBackHasItsTranslation(t *testing.T) {
	d := written(t)
	third := "\nDer dritte Absatz handelt vom Wetter und von sonst gar nichts.\n"
	id := d.of("Der dritte").ID
	d.change("content/prosa.md", third, "")
	d.sync()
	var gone []Translation
	for _, t := range d.load().Translations("en") {
		if t.State == catalog.Obsolete {
			gone = append(gone, t)
		}
	}
	if len(gone) != 1 || gone[0].ID != id || gone[0].Source != strings.TrimSpace(third) || gone[0].Text != "translation 4" {
		t.Errorf("obsolete %+v", gone)
	}
	d.sync()
	d.write("content/prosa.md", d.read("content/prosa.md")+third)
	if got := d.expect("Der dritte", "translation 4", catalog.Current, ""); got.ID != id {
		t.Errorf("the id was %s, is %s", id, got.ID)
	}
	d.sync()
	if got := d.read("i18n/pages/prosa.en.toml"); strings.Contains(got, "obsolete") {
		t.Errorf("still obsolete:\n%s", got)
	}
}

func TestASplitAndAJoin(t *testing.T) {
	d := written(t)
	id := d.of("Der zweite").ID
	d.change("content/prosa.md", "Boote. Er sagt auch", "Boote.\n\nEr sagt auch")
	kept, part := d.of("Er sagt auch"), d.of("Der zweite")
	if kept.ID != id {
		kept, part = part, kept
	}
	if kept.ID != id || kept.Change != catalog.Split || part.Whole != id || part.State != catalog.Missing {
		t.Errorf("kept %+v\npart %+v", kept, part)
	}
	d.sync()
	if again := d.of("Er sagt auch"); again.Whole == "" && d.of("Der zweite").Whole == "" {
		t.Error("forgotten after a sync")
	}
	// Whoever translates the part sees the translation of the whole; nobody else does.
	shown := d.read("i18n/pages/prosa.en.toml")
	if part = d.of(part.Source[:10]); part.Part != "translation 3" || strings.Count(shown, "#: split off "+id+"; the translation of both is:\n#: translation 3\n["+part.ID+"]") != 1 {
		t.Errorf("part %+v in\n%s", part, shown)
	}
	if kept = d.of(kept.Source[:10]); kept.Part != "" {
		t.Errorf("kept %+v", kept)
	}
	// Joined again: the part leaves its id to the whole, for whoever links to it.
	d.change("content/prosa.md", "Boote.\n\nEr sagt auch", "Boote. Er sagt auch")
	whole := d.of("Der zweite")
	if whole.ID != id || len(whole.Also) != 1 || whole.Also[0] != part.ID || whole.State != catalog.Current {
		t.Errorf("joined %+v", whole)
	}
	d.sync()
	d.sync()
	if whole := d.of("Der zweite"); len(whole.Also) != 1 || whole.Also[0] != part.ID {
		t.Errorf("forgotten: %+v", whole)
	}
}

func TestWhatWasSaidOfAUnitMovesWithIt(t *testing.T) {
	d := written(t)
	d.change("content/prosa.md", "die Zahl der Boote", "die Anzahl der Boote")
	d.sync()
	before := d.of("Der zweite")
	second := "Der zweite Absatz nennt die Anzahl der Boote. Er sagt auch, woher sie kamen und wohin sie fuhren.\n"
	d.change("content/prosa.md", second, "")
	d.write("content/neu.md", "+++\ntitle = \"Neu\"\n+++\n"+second)
	d.sync()
	after := d.of("Der zweite")
	if after.ID != before.ID || after.State != catalog.Outdated || after.Previous != before.Previous || after.Page != "neu" {
		t.Errorf("before %+v\nafter  %+v", before, after)
	}
	if r := d.sync(); r.Changed() {
		t.Errorf("not settled: %v", r)
	}
}

// TestAPageIsRenamedAndEditedAtOnce is what an author does before the first sync
// after it: nothing of what a translator needs may stay behind.
func TestAPageIsRenamedAndEditedAtOnce(t *testing.T) {
	d := written(t)
	before := d.of("Der zweite")
	d.must(os.Rename(filepath.Join(d.dir, "content/prosa.md"), filepath.Join(d.dir, "content/dichtung.md")))
	d.change("content/dichtung.md", "die Zahl der Boote", "die Anzahl der Boote")
	for range 2 {
		d.sync()
		after := d.expect("Der zweite", "translation 3", catalog.Outdated, catalog.Small)
		if after.ID != before.ID || after.Previous != before.Source || after.Page != "dichtung" {
			t.Errorf("%+v", after)
		}
	}
	if r := d.sync(); r.Changed() {
		t.Errorf("not settled: %v", r)
	}
}

// TestTwoPeopleMergeInGit edits two pages in two branches: translation,
// acknowledgement and German of each. Git merges them without a conflict.
func TestTwoPeopleMergeInGit(t *testing.T) {
	d := written(t)
	d.write("content/zweite.md", strings.ReplaceAll(strings.ReplaceAll(threeUnits, "Prosa", "Zweite"), "Absatz", "Abschnitt"))
	d.sync()
	d.write("i18n/pages/zweite.en.toml", strings.ReplaceAll(d.read("i18n/pages/zweite.en.toml"), `other = ""`, `other = "first words"`))
	d.sync()
	git := func(args ...string) string {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"}, args...)...)
		cmd.Dir = d.dir
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	git("init", "-q", "-b", "main")
	git("add", "content", "i18n", "config.toml")
	git("commit", "-qm", "start")
	for branch, page := range map[string]struct{ file, german, to string }{
		"ada": {"prosa", "die Zahl der Boote", "die Anzahl der Boote"},
		"bob": {"zweite", "die Zahl der Boote", "die Menge der Boote"},
	} {
		git("checkout", "-q", "-b", branch, "main")
		d.change("content/"+page.file+".md", page.german, page.to)
		d.sync()
		p := d.load()
		for _, u := range p.Translations("en") {
			if strings.Contains(u.Source, page.to) {
				if _, err := p.Acknowledge("en", u.Key, false, catalog.Provenance{How: "ack", By: branch}); err != nil {
					t.Fatal(err)
				}
			}
		}
		d.apply(p)
		git("commit", "-qam", branch)
		git("add", "i18n")
		git("commit", "-q", "--allow-empty", "-m", branch)
	}
	git("checkout", "-q", "main")
	git("merge", "-q", "ada")
	git("merge", "-q", "bob")
	if r := d.sync(); r.Changed() {
		t.Errorf("the merge left something to do: %v", r)
	}
	by := map[string]bool{}
	for _, u := range d.load().Translations("en") {
		by[u.Provenance.By] = true
	}
	if !by["ada"] || !by["bob"] {
		t.Errorf("who said what is lost: %v", by)
	}
}

// TestANewSegmenterOutdatesNothing takes the catalogs for those of another version,
// which wrote a text with other blanks and escapes.
func TestANewSegmenterOutdatesNothing(t *testing.T) {
	older := func(d dossier, head string) {
		second := "Der zweite Absatz nennt die Zahl der Boote. Er sagt"
		d.change("i18n/pages/prosa.de.toml", "\n\n", head+"\n\n")
		for _, name := range []string{"i18n/pages/prosa.de.toml", "i18n/pages/prosa.en.toml"} {
			d.change(name, second, strings.Replace(second, ". Er", ".  Er", 1))
		}
		unit := d.of("Der zweite")
		d.change("i18n/pages/prosa.en.toml", unit.Hash, catalog.Hash(strings.Replace(unit.Source, ". Er", ".  Er", 1)))
	}
	d := written(t)
	older(d, "\n#: Segmenter 0")
	d.expect("Der zweite", "translation 3", catalog.Current, "")
	d.sync()
	d.expect("Der zweite", "translation 3", catalog.Current, "")
	d = written(t)
	older(d, "") // of the same version it is an edit
	d.expect("Der zweite", "translation 3", catalog.Outdated, catalog.Markup)
}

// TestMarkdownEditsKeepIDs edits the page as an author does, in its Markdown.
func TestMarkdownEditsKeepIDs(t *testing.T) {
	const page = "+++\ntitle = \"T\"\n+++\n\n## Die Häfen\n\nEin Satz über die Häfen des Landes.\n\n| Ort | Kräne |\n|---|---|\n| Altstadt | 12 |\n| Neustadt | 15 |\n| Vorstadt | 12 |\n"
	for name, tc := range map[string]struct{ old, now, fresh string }{
		"heading level":   {"## Die", "### Die", ""},
		"a row more":      {"| Neustadt", "| Weststadt | 15 |\n| Neustadt", "Weststadt 15"},
		"a row less":      {"| Neustadt | 15 |\n", "", ""},
		"a column more":   {"| Ort | Kräne |\n|---|---|\n| Altstadt | 12 |\n| Neustadt | 15 |\n| Vorstadt | 12 |", "| Ort | Bau | Kräne |\n|---|---|---|\n| Altstadt | 1901 | 12 |\n| Neustadt | 1950 | 15 |\n| Vorstadt | 1960 | 12 |", "Bau 1901 1950 1960"},
		"a figure":        {"| 15", "| 16", ""},
		"a list of it":    {"Ein Satz über", "- Ein Satz über", ""},
		"line ends":       {"\n", "\r\n", ""},
		"wrapped":         {"Satz über die", "Satz\nüber die", ""},
		"a heading named": {"## Die Häfen", "## Die Häfen {.gross}", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDossier(t)
			d.write("content/neu.md", page)
			d.sync()
			was := map[string]bool{}
			for _, u := range d.load().Translations("en") {
				if u.Page == "neu" {
					was[u.ID] = true
				}
			}
			d.write("content/neu.md", strings.ReplaceAll(page, tc.old, tc.now))
			var fresh []string
			kept := 0
			for _, u := range d.load().Translations("en") {
				switch {
				case u.Page != "neu":
				case was[u.ID]:
					kept++
				default:
					fresh = append(fresh, u.Source)
				}
			}
			want := len(was)
			if tc.now == "" {
				want -= 2
			}
			if strings.Join(fresh, " ") != tc.fresh || kept != want {
				t.Errorf("new: %q; %d of %d ids kept", fresh, kept, len(was))
			}
		})
	}
}
