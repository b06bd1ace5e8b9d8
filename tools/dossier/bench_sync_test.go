package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/disk"
	"dossier/tools/internal/project"
)

// BenchmarkSync syncs the pages of Comprehensive Rust: for the first time, with
// nothing changed, and after 50 edits; the same with each page ten times.
// tools/bench-sync measures the whole process, beside po4a.
//
//	go test ./tools/dossier -bench Sync -run '^$'
func BenchmarkSync(b *testing.B) {
	for _, times := range []int{1, 10} {
		dir := b.TempDir()
		pages := comprehensiveRust(b, dir, times)
		b.Run(fmt.Sprintf("pages=%d/first", pages), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				must2(b, os.RemoveAll(filepath.Join(dir, "i18n")))
				b.StartTimer()
				syncOnce(b, dir)
			}
		})
		b.Run(fmt.Sprintf("pages=%d/unchanged", pages), func(b *testing.B) {
			a := &app{dir: dir, quiet: true, stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}}
			must2(b, a.sync(b.Context()))
			for b.Loop() {
				must2(b, a.sync(b.Context()))
			}
		})
		b.Run(fmt.Sprintf("pages=%d/edited", pages), func(b *testing.B) {
			for n := 0; b.Loop(); n++ {
				b.StopTimer()
				editPages(b, dir, pages, n)
				b.StartTimer()
				syncOnce(b, dir)
			}
		})
	}
}

func must2(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

func syncOnce(b *testing.B, dir string) {
	b.Helper()
	p, findings := project.Load(dir)
	if p == nil || findings.HasErrors() {
		b.Fatalf("%d errors", findings.Count(diag.Error))
	}
	folder, err := disk.Open(dir)
	must2(b, err)
	defer folder.Close()
	for _, plan := range p.Sync() {
		_, err := folder.Apply(plan)
		must2(b, err)
	}
}

var openShortcode = regexp.MustCompile(`{{([%<])`)

// fixedID is an id that an author gave, which no two copies of a page can have.
var fixedID = regexp.MustCompile(`(?m)\{[^{}\n]*#[^{}\n]*\}[ \t]*$`)

// comprehensiveRust makes a dossier of the pages and returns how many there are.
func comprehensiveRust(b *testing.B, dir string, times int) int {
	b.Helper()
	const corpus = "../../../shared/corpora/translation/comprehensive-rust/src"
	if _, err := os.Stat(corpus); err != nil {
		b.Fatalf("needs ../shared/corpora: nothing at %s", corpus)
	}
	write(b, filepath.Join(dir, "config.toml"), "baseURL = \"https://bench.example/\"\ndefaultContentLanguage = \"en\"\n"+
		"[languages.en]\nweight = 1\ntitle = \"Bench\"\n[languages.de]\nweight = 2\ntitle = \"Bench\"\n")
	n := 0
	must2(b, fs.WalkDir(os.DirFS(corpus), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".md" {
			return err
		}
		src, err := os.ReadFile(filepath.Join(corpus, name))
		text := fixedID.ReplaceAllString(openShortcode.ReplaceAllString(string(src), "{ {$1"), "")
		if rest, ok := strings.CutPrefix(text, "---\n"); ok {
			_, text, _ = strings.Cut(rest, "\n---\n")
		}
		for range times {
			n++
			write(b, filepath.Join(dir, "content", fmt.Sprintf("page-%d.md", n)), fmt.Sprintf("+++\ntitle = \"Page %d\"\n+++\n\n%s", n, text))
		}
		return err
	}))
	return n
}

var sentence = regexp.MustCompile(`(?m)^([A-Z][a-z].*)\.$`)

// editPages adds a word to a paragraph of 50 pages.
func editPages(b *testing.B, dir string, pages, n int) {
	b.Helper()
	for k := range 50 {
		name := filepath.Join(dir, "content", fmt.Sprintf("page-%d.md", 1+(k*pages/50+n)%pages))
		src, err := os.ReadFile(name)
		must2(b, err)
		if m := sentence.FindSubmatchIndex(src); m != nil {
			src = append(src[:m[3]:m[3]], append([]byte(fmt.Sprintf(" word%d", n)), src[m[3]:]...)...)
		} else {
			src = append(src, fmt.Sprintf("\nWord %d.\n", n)...)
		}
		must2(b, os.WriteFile(name, src, 0o644))
	}
}
