package dataset

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"
	"github.com/mmcdole/gofeed"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"dossier/tools/internal/cite"
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
	"dossier/tools/internal/record"
)

var update = flag.Bool("update", false, "rewrite testdata/golden; read the difference before you believe it")

// hafen loads the dossier of testdata/hafen.txtar, with addresses of its own.
func hafen(t testing.TB) *Dossier {
	t.Helper()
	a, err := txtar.ParseFile("testdata/hafen.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range a.Files {
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, findings := project.Load(dir)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	return of(p)
}

// of makes a dossier of a project, with plain addresses and words.
func of(p *project.Project) *Dossier {
	d := &Dossier{Project: p, BaseURL: p.Config.BaseURL, Date: time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)}
	for _, l := range p.Config.Languages {
		root := "/d/" + l.Tag + "/"
		d.Editions = append(d.Editions, Edition{
			Tag: l.Tag, Title: l.Title, Tagline: l.Tagline, Locale: l.Locale, Say: func(key string) string { return "[" + key + "]" },
			Page:   func(p *project.Page) string { return root + p.Slug(l.Tag) + "/" },
			Layout: func(layout string) string { return root + layout + "/" },
			Record: func(kind, id string) string { return root + kind + "s/#" + id },
			Value:  func(f *record.Figure) string { return l.Locale.Decimal(f.Value + f.Min) },
			When:   func(d Dated) string { return d.Date.Words(l.Locale, d.Part) },
			Text: func(p *project.Page, k Kind) string {
				for i, u := range p.Units {
					if k == PageTitle && u.Kind == markdown.Title || k == PageSummary && u.Kind == markdown.Summary {
						s, _ := d.Project.Published(p, i, l.Tag)
						return s
					}
				}
				return ""
			},
		})
	}
	d.Uses = func(scheme, id string) []Use {
		var list []Use
		for _, page := range p.Pages {
			for _, u := range page.Units {
				for _, r := range u.Refs {
					if r.Scheme == scheme && r.ID == id {
						list = append(list, Use{page, u.ID})
					}
				}
			}
		}
		return list
	}
	return d
}

// TestFiles holds every published file, byte for byte.
func TestFiles(t *testing.T) {
	files := hafen(t).Files()
	if *update {
		if err := os.RemoveAll("testdata/golden"); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, Dir+"/schema/") {
			continue // as they are embedded
		}
		golden := filepath.Join("testdata/golden", path.Base(name))
		if *update {
			if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(golden, files[name], 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Errorf("%v; -update writes it", err)
			continue
		}
		if d := cmp.Diff(string(want), string(files[name])); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
	again := hafen(t).Files()
	for name := range files {
		if !bytes.Equal(files[name], again[name]) {
			t.Errorf("%s differs from run to run", name)
		}
	}
}

// TestDocumentsFollowTheirSchemas validates with a validator that is not ours,
// and shows that it can fail.
func TestDocumentsFollowTheirSchemas(t *testing.T) {
	files := hafen(t).Files()
	for _, name := range []string{"figures", "events", "claims"} {
		schema := compile(t, files[Dir+"/schema/"+name+".schema.json"])
		var doc map[string]any
		if err := json.Unmarshal(files[Dir+"/"+name+".json"], &doc); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(any(doc)); err != nil {
			t.Errorf("%s.json: %v", name, err)
		}
		for _, key := range []string{"id", "url"} {
			list := doc[name].([]any)
			first := maps.Clone(list[0].(map[string]any))
			delete(first, key)
			if schema.Validate(any(map[string]any{"$schema": "x", "dossier": map[string]any{}, "homepage": "https://x.example/", "date": "2024-01-02", name: []any{first}})) == nil {
				t.Errorf("%s without %s passes", name, key)
			}
		}
	}
}

func compile(t *testing.T, data []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestTablesAreInert: no text begins with a sign that a spreadsheet runs, and
// the documents have it unchanged.
func TestTablesAreInert(t *testing.T) {
	files := hafen(t).Files()
	for name, data := range files {
		if path.Ext(name) != ".csv" {
			continue
		}
		rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r|%") {
					t.Errorf("%s: %q would run", name, cell)
				}
			}
		}
	}
	if !bytes.Contains(files[Dir+"/figures.json"], []byte(`"=cmd|' /C calc'!A0"`)) {
		t.Error("figures.json has not the text as it is")
	}
	if !bytes.Contains(files[Dir+"/scopes.csv"], []byte(`'=cmd|`)) {
		t.Error("scopes.csv has lost the text")
	}
}

// TestOthersReadIt gives calendar, feeds and sources to readers of others.
func TestOthersReadIt(t *testing.T) {
	files := hafen(t).Files()
	cal, err := ics.ParseCalendar(bytes.NewReader(files[Dir+"/timeline.de.ics"]))
	if err != nil || len(cal.Events()) != 2 {
		t.Fatalf("calendar: %v", err)
	}
	end, err := cal.Events()[0].GetAllDayEndAt()
	if err != nil || end.Format(time.DateOnly) != "2023-05-05" {
		t.Errorf("an event of one day ends on %v: %v", end, err)
	}
	for line := range strings.Lines(string(files[Dir+"/timeline.de.ics"])) {
		if !strings.HasSuffix(line, "\r\n") || len(line) > 77 {
			t.Errorf("%q is no line of RFC 5545", line)
		}
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(files[Dir+"/changes.de.xml"]))
	if err != nil || len(feed.Items) != 1 || !strings.Contains(feed.Items[0].Description, "&lt;doppelt&gt;") || !strings.Contains(feed.Items[0].Description, "<del>41</del> → <ins>40</ins>") {
		t.Errorf("changes: %v %+v", err, feed)
	}
	for _, format := range []struct{ name, file string }{{"csl", "sources.csl.json"}, {"bibtex", "sources.bib"}, {"ris", "sources.ris"}} {
		items, findings := cite.Read(format.name, format.file, files[Dir+"/"+format.file])
		if len(items) != 1 || len(findings) > 0 || items[0].Title != "@SUM(1+1) Annual report" || items[0].Number != "R-7" || items[0].URL != "https://betrieb.example/report?a=1&b=2" {
			t.Errorf("%s: %+v %v", format.file, items, findings)
		}
	}
}

// TestLinkedDataIsSafeInScript: nothing in it can end the script element.
func TestLinkedDataIsSafeInScript(t *testing.T) {
	d := hafen(t)
	for i := range d.Editions {
		for _, layout := range []string{"chapter", "home", "figures", "timeline", "claims"} {
			data := d.Linked(&d.Editions[i], layout, d.Project.Pages[0])
			if len(data) == 0 || bytes.ContainsAny(data, "<>&") || !json.Valid(data) {
				t.Errorf("%s: %s", layout, data)
			}
		}
		if d.Linked(&d.Editions[i], "imprint", nil) != nil {
			t.Error("the imprint says something")
		}
	}
}
