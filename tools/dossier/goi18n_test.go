package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestGoi18nMergeByMistake runs the real goi18n over the catalogs. It drops what
// is outdated and all comments from what it writes; the catalogs keep both.
func TestGoi18nMergeByMistake(t *testing.T) {
	goi18n := filepath.Join(t.TempDir(), "goi18n")
	if out, err := exec.Command("go", "build", "-o", goi18n, "github.com/nicksnyder/go-i18n/v2/goi18n").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, where := range []string{".", "i18n/pages"} {
		t.Run(where, func(t *testing.T) {
			dir := translatedKran(t)
			edit(t, dir) // one translation is outdated
			runProgram(t, dir, "sync")
			before := hashes(t, dir, "i18n")
			merge := exec.Command(goi18n, append([]string{"merge", "-sourceLanguage", "de"}, catalogs(t, dir)...)...)
			merge.Dir = filepath.Join(dir, where)
			if out, err := merge.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			stray := filepath.Join(dir, where, "translate.en.toml")
			if _, err := os.Stat(stray); err != nil {
				t.Fatal("goi18n did not write what it is said to write")
			}
			out, err := program(dir, "sync").CombinedOutput()
			if err != nil || !strings.Contains(string(out), "warning[catalog-goi18n]") {
				t.Errorf("%v\n%s", err, out)
			}
			after := hashes(t, dir, "i18n")
			for name, hash := range before {
				if after[name] != hash {
					t.Errorf("%s changed:\n%s", name, out)
				}
			}
			// Somebody translates in the wrong file: the text comes home.
			data, err := os.ReadFile(stray)
			must(t, err)
			must(t, os.WriteFile(stray, []byte(strings.Replace(string(data), `other = "Kräne"`, `other = "Cranes"`, 1)), 0o644))
			runProgram(t, dir, "sync")
			home, err := os.ReadFile(filepath.Join(dir, "i18n/pages/kran.en.toml"))
			must(t, err)
			if !strings.Contains(string(home), `other = "Cranes"`) {
				t.Errorf("the text did not come home:\n%s\n%s", data, home)
			}
			if strings.Contains(string(home), `other = "Jahr"`) {
				t.Error("German was taken for a translation")
			}
		})
	}
}

// translatedKran makes a dossier in which all but the table of a page is translated.
func translatedKran(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	must(t, os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "hafen"))))
	runProgram(t, dir, "sync")
	name := filepath.Join(dir, "i18n/pages/kran.en.toml")
	data, err := os.ReadFile(name)
	must(t, err)
	// The German is a sound translation of itself, but for its first word.
	done := regexp.MustCompile(`(?m)^#: (.*)\n(\[(?:p|h|li)-.*\]\nhash = .*)\nother = ""`).
		ReplaceAllString(string(data), "#: $1\n$2\nother = 'Translated: $1'")
	must(t, os.WriteFile(name, []byte(done), 0o644))
	runProgram(t, dir, "sync")
	return dir
}

func catalogs(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "i18n/pages/*.toml"))
	must(t, err)
	return names
}
