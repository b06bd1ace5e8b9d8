package stage

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/tools/internal/project"
)

// TestPicturesAreDrawnOnce stages a dossier twice: what the first time drew is kept
// as it is the second time, because its name follows from what it shows.
func TestPicturesAreDrawnOnce(t *testing.T) {
	p, findings := project.Load(filepath.Join("..", "..", "dossier", "testdata", "hafen"))
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	build := func(have func(string) bool) *Tree {
		tree, findings := Build(p, Options{Date: time.Unix(1700000000, 0), Have: have})
		if findings.HasErrors() {
			t.Fatal(findings)
		}
		return tree
	}
	pictures := func(t *Tree) (names []string) {
		for _, name := range t.plan.Names() {
			if strings.HasSuffix(name, ".png") {
				names = append(names, strings.TrimPrefix(name, ".dossier/"))
			}
		}
		return names
	}
	first := pictures(build(nil))
	if len(first) == 0 {
		t.Fatal("no picture was drawn")
	}
	second := build(func(name string) bool { return slices.Contains(first, name) })
	if again := pictures(second); len(again) > 0 {
		t.Errorf("drawn again: %q", again)
	}
	for _, name := range first {
		if !second.names[".dossier/"+name] {
			t.Errorf("%s would be deleted", name)
		}
	}
	if got := pictures(build(func(name string) bool { return name != first[0] })); !slices.Equal(got, first[:1]) {
		t.Errorf("drew %q, want only %q", got, first[:1])
	}
}
