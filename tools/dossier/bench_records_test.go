package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/tools/internal/check"
	"dossier/tools/internal/dataset"
	"dossier/tools/internal/project"
	"dossier/tools/internal/record"
)

// BenchmarkRecords loads and checks n figures with three pieces of evidence each
// and n sources, all used by one page, and makes every published file of them:
// the seconds of each, and how many megabytes the process holds after checking.
//
//	go test ./tools/dossier -bench Records -benchtime 1x -run '^$'
func BenchmarkRecords(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprintf("figures=%d", n), func(b *testing.B) {
			dir := b.TempDir()
			generateRecords(b, dir, n)
			peak := peakMemory(b, dir, "check")
			var load, rules, files time.Duration
			var size int
			for b.Loop() {
				start := time.Now()
				p, findings := project.Load(dir)
				load += time.Since(start)
				start = time.Now()
				findings.Add(check.Project(p)...)
				rules += time.Since(start)
				if findings.HasErrors() {
					b.Fatal(findings.Sorted()[0])
				}
				start = time.Now()
				size = 0
				for _, data := range publish(p).Files() {
					size += len(data)
				}
				files += time.Since(start)
			}
			b.ReportMetric(load.Seconds()/float64(b.N), "load-s")
			b.ReportMetric(rules.Seconds()/float64(b.N), "check-s")
			b.ReportMetric(files.Seconds()/float64(b.N), "publish-s")
			b.ReportMetric(float64(size)/1e6, "published-MB")
			b.ReportMetric(float64(peak)/1e6, "check-peak-MB")
		})
	}
}

// publish is the dataset of a project with plain addresses.
func publish(p *project.Project) *dataset.Dossier {
	d := &dataset.Dossier{Project: p, BaseURL: p.Config.BaseURL, Date: time.Unix(1700000000, 0).UTC(), Uses: func(string, string) []dataset.Use { return nil }}
	for _, l := range p.Config.Languages {
		d.Editions = append(d.Editions, dataset.Edition{
			Tag: l.Tag, Title: l.Title, Tagline: l.Tagline, Locale: l.Locale, Say: func(key string) string { return key },
			Page:   func(p *project.Page) string { return "/" + l.Tag + "/" + p.Slug(l.Tag) + "/" },
			Layout: func(layout string) string { return "/" + l.Tag + "/" + layout + "/" },
			Record: func(kind, id string) string { return "/" + l.Tag + "/" + kind + "/" + id + "/" },
			Value:  func(f *record.Figure) string { return l.Locale.Decimal(f.Value) },
			When:   func(w dataset.Dated) string { return w.Date.Words(l.Locale, w.Part) },
			Text:   func(p *project.Page, _ dataset.Kind) string { return p.Name },
		})
	}
	return d
}

// generateRecords writes the dossier of the benchmark.
func generateRecords(b *testing.B, dir string, n int) {
	b.Helper()
	var figures, sources, page strings.Builder
	page.WriteString("+++\ntitle = \"Zahlen\"\n+++\n")
	for i := range n {
		fmt.Fprintf(&sources, "[[source]]\nid = \"quelle-%[1]d\"\ntype = \"report\"\ntitle = \"Bericht %[1]d\"\npublisher = \"Verlag %[1]d\"\nissued = \"2023-02-03\"\nURL = \"https://quelle.example/%[1]d\"\nlanguage = \"de\"\ngrade = \"A\"\nseen = true\n\n", i)
		fmt.Fprintf(&figures, "[[figure]]\nid = \"zahl-%[1]d\"\nlabel = \"Nutzer im Fall %[1]d\"\nvalue = \"%[2]d\"\nunit = \"person\"\nas_of = \"2022\"\n", i, 1000+i)
		for e := range 3 {
			fmt.Fprintf(&figures, "  [[figure.evidence]]\n  source = \"quelle-%[1]d\"\n  origin = \"zaehler-%[2]d\"\n  value = \"%[3]d\"\n  relation = \"supports\"\n  basis = \"reporting\"\n", (i+e*7)%n, e, 1000+i)
		}
		if i%20 == 0 {
			page.WriteString("\n")
		}
		fmt.Fprintf(&page, "Es waren [%[2]d](fig:zahl-%[1]d).[](src:quelle-%[1]d) ", i, 1000+i)
	}
	for e := range 3 {
		fmt.Fprintf(&figures, "[[actor]]\nid = \"zaehler-%[1]d\"\nlabel = \"Zähler %[1]d\"\n", e)
	}
	figures.WriteString("[[unit]]\nid = \"person\"\nlabel = \"Personen\"\none = \"Person\"\n")
	config := "baseURL = \"https://zahlen.example/\"\ndefaultContentLanguage = \"de\"\n[languages.de]\nlocale = \"de-DE\"\ntitle = \"Zahlen\"\n[languages.en]\nlocale = \"en-GB\"\ntitle = \"Numbers\"\n"
	files := map[string]string{"config.toml": config, "content/zahlen.md": page.String(), "content/figures.toml": figures.String(), "content/sources.toml": sources.String()}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(files[name]), 0o644); err != nil {
			b.Fatal(err)
		}
	}
}
