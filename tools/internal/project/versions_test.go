package project

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Any pages of which there are several versions are a history: version after
// version is put into a dossier, synchronised and translated. What must become of
// the translations is worked out without asking how alike two texts are:
//
//   - a text that was on a page and still is has its own translation; so has one of
//     more than two words of which all have left their pages, and as many have come
//     to others;
//   - a text between two neighbours that are the same, and stand once, as before, in
//     place of one with which it shares half of its words, is an edited one and keeps
//     its id;
//   - a text that shares less than a fifth of its words with any that is gone is new
//     and has no translation; of short ones the place says more than the words;
//   - nothing that was ever translated disappears from the catalogs.
//
// The histories are those of testdata/edits, and with VERSIONS=FOLDER those in
// FOLDER/NAME/VERSION/**/*.md, for instance packages as npm has them. The rates of
// some are in the package's testdata/README.md.
func TestVersions(t *testing.T) {
	all := map[string][]version{}
	small(t, all)
	if dir := os.Getenv("VERSIONS"); dir != "" {
		found, _ := filepath.Glob(filepath.Join(dir, "*"))
		for _, name := range found {
			all[filepath.Base(name)] = versionsIn(t, name)
		}
	}
	var sum verdicts
	for _, name := range sortedNames(all) {
		var v verdicts
		t.Run(name, func(t *testing.T) { v.follow(t, all[name]) })
		if !strings.Contains(name, ".txt/") {
			fmt.Printf("| %s | %d | %s |\n", name, len(all[name]), v)
		}
		sum.add(v)
	}
	t.Log(sum)
	if sum.gone > 0 || sum.lost > 0 || sum.edited-sum.kept > sum.edited/100 || sum.offered > sum.fresh/200 {
		t.Errorf("%+v", sum)
	}
}

// version is the pages of one version by name, without front matter.
type version map[string]string

// small adds the histories in testdata/edits.
func small(t *testing.T, all map[string][]version) {
	t.Helper()
	files, _ := filepath.Glob("testdata/edits/*.txt")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		stages := map[string]map[string]version{}
		for _, f := range a.Files {
			name, rest, _ := strings.Cut(f.Name, "/")
			if stage, page, ok := strings.Cut(rest, "/"); ok {
				if stages[name] == nil {
					stages[name] = map[string]version{}
				}
				if stages[name][stage] == nil {
					stages[name][stage] = version{}
				}
				stages[name][stage][strings.TrimSuffix(page, ".md")] = string(f.Data)
			}
		}
		for name, s := range stages {
			for _, stage := range []string{"before", "between", "after", "before"} {
				if pages := s[stage]; pages != nil {
					all[filepath.Base(file)+"/"+name] = append(all[filepath.Base(file)+"/"+name], pages)
				}
			}
		}
	}
}

// versionsIn reads the versions in a folder, from the lowest to the highest.
func versionsIn(t *testing.T, dir string) (all []version) {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join(dir, "*"))
	slices.SortFunc(found, func(a, b string) int { return slices.Compare(numbers(filepath.Base(a)), numbers(filepath.Base(b))) })
	for _, root := range found {
		pages := version{}
		_ = filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.EqualFold(filepath.Ext(path), ".md") {
				return err
			}
			src, err := os.ReadFile(path)
			name, _ := filepath.Rel(root, path)
			if len(src) < 400<<10 {
				pages[pageName(name)] = ours(src)
			}
			return err
		})
		if len(pages) > 0 {
			all = append(all, pages)
		}
	}
	return all
}

func numbers(version string) (ns []int) {
	for _, s := range regexp.MustCompile(`\d+`).FindAllString(version, -1) {
		n, _ := strconv.Atoi(s)
		ns = append(ns, n)
	}
	return ns
}

func pageName(file string) string {
	name := strings.ToLower(strings.TrimSuffix(file, filepath.Ext(file)))
	return "p-" + strings.Trim(regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(name, "-"), "-")
}

var foreignFront = regexp.MustCompile(`(?s)\A(?:---|\+\+\+)\r?\n.*?\n(?:---|\+\+\+)\r?\n`)

// fenceLine matches where a block of code begins, with attributes that may be none.
var fenceLine = regexp.MustCompile("(?m)^[ >\\t]*(?:`{3,}|~{3,}).*$")

// ours is a page without what is no Markdown but means something to this program.
func ours(src []byte) string {
	src = bytes.TrimPrefix(bytes.ToValidUTF8(src, []byte("?")), []byte("\uFEFF"))
	src = src[len(foreignFront.Find(src)):]
	body := strings.NewReplacer("{{<", "{ {<", "{{%", "{ {%").Replace(string(src))
	return fenceLine.ReplaceAllStringFunc(body, func(line string) string { return strings.ReplaceAll(line, "{", "") })
}
