package project

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"dossier/tools/internal/catalog"
)

// The cases in testdata/edits are edits with a known outcome: sections
// NAME/before/PAGE.md, NAME/after/PAGE.md (with NAME/between/PAGE.md, what was
// synchronised in the meantime), and NAME/want. Before the edit every text is
// translated. What is not in want has to have the translation of just its own
// text; a line there says where another one comes from, each text by its
// beginning:
//
//	new text <- earlier text     its translation is kept, as outdated
//	new text                     it has none
//
// A ␍ at the end of a line stands for a carriage return.
func TestEditsWithAKnownOutcome(t *testing.T) {
	files, err := filepath.Glob("testdata/edits/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		cases := map[string]map[string]string{}
		for _, f := range a.Files {
			name, section, _ := strings.Cut(f.Name, "/")
			if cases[name] == nil {
				cases[name], names = map[string]string{}, append(names, name)
			}
			cases[name][section] = string(f.Data)
		}
		for _, name := range names {
			t.Run(name, func(t *testing.T) { edited(t, cases[name]) })
		}
	}
}

func edited(t *testing.T, sections map[string]string) {
	d := newDossier(t)
	d.pages("before", sections)
	d.sync()
	for _, tr := range d.load().Translations("en") {
		if tr.Text == "" {
			d.translate(tr.Catalog, tr.ID, "EN "+tr.Source)
		}
	}
	d.sync()
	had := map[string]bool{}
	for _, tr := range d.load().Translations("en") {
		had[tr.Text] = true
	}
	if d.pages("between", sections) {
		d.sync()
	}
	d.pages("after", sections)
	loaded := d.load().Translations("en")
	d.sync()
	d.outcome(sections["want"], loaded)
	d.outcome(sections["want"], d.load().Translations("en"))
	for _, tr := range d.load().Translations("en") {
		delete(had, tr.Text)
	}
	for text := range had {
		t.Errorf("the translation %q is lost", text)
	}
}

// pages writes the pages of a stage, and no others of those the case has.
func (d dossier) pages(stage string, sections map[string]string) (any bool) {
	for name := range sections {
		if _, page, ok := strings.Cut(name, "/"); ok {
			d.must(os.RemoveAll(filepath.Join(d.dir, "content", page)))
		}
	}
	for name, text := range sections {
		if page, ok := strings.CutPrefix(name, stage+"/"); ok {
			d.write("content/"+page, "+++\ntitle = \"Seite "+page+"\"\n+++\n"+strings.ReplaceAll(text, "␍\n", "\r\n"))
			any = true
		}
	}
	return any
}

// outcome compares the translations with what is wanted.
func (d dossier) outcome(want string, got []Translation) {
	d.Helper()
	from := map[string]string{}
	for line := range strings.Lines(want) {
		now, then, _ := strings.Cut(strings.TrimSpace(line), " <- ")
		from[now] = then
	}
	used := map[string]bool{}
	for _, tr := range got {
		if !strings.HasPrefix(tr.Page, "kap") || tr.State == catalog.Obsolete {
			continue
		}
		then, edited, said := tr.Source, false, ""
		for now, text := range from {
			if strings.HasPrefix(tr.Source, now) && len(now) > len(said) {
				then, edited, said = text, true, now
			}
		}
		used[said] = true
		switch {
		case !edited && (tr.Text != "EN "+then || tr.State != catalog.Current):
			d.Errorf("%s %q is unchanged and has %q (%s)", tr.ID, tr.Source, tr.Text, tr.State)
		case edited && then == "" && tr.Text != "":
			d.Errorf("%s %q is new and has %q", tr.ID, tr.Source, tr.Text)
		case edited && then != "" && (!strings.HasPrefix(tr.Text, "EN "+then) || tr.State != catalog.Outdated):
			d.Errorf("%s %q was edited and has %q (%s)", tr.ID, tr.Source, tr.Text, tr.State)
		}
	}
	for now := range from {
		if !used[now] {
			d.Errorf("no text begins %q", now)
		}
	}
}

// translate writes a translation into a catalog.
func (d dossier) translate(file, id, text string) {
	d.Helper()
	message := regexp.MustCompile(`(?m)^\[` + regexp.QuoteMeta(id) + `\]\n(hash = .*\n)?other = ""`)
	old := message.FindString(d.read(file))
	d.change(file, old, strings.TrimSuffix(old, `""`)+strconv.Quote(text))
}
