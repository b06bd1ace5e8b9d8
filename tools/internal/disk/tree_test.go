package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A tree is read as it is: folders in folders, an empty file, a link to a file of
// the folder; hidden files and what is not wanted stay out.
func TestReadATree(t *testing.T) {
	dir := t.TempDir()
	want := map[string][]byte{"a.md": []byte("one"), "in/b.md": {}, "in/deep/c.md": []byte(strings.Repeat("x", 100_000)), "in/link.md": {}}
	for name, data := range want {
		place(t, dir, name, data)
	}
	place(t, dir, "in/.hidden", []byte("no"))
	place(t, dir, "in/skip/d.md", []byte("no"))
	if err := os.Remove(filepath.Join(dir, "in/link.md")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("b.md", filepath.Join(dir, "in/link.md")); err != nil {
		t.Fatal(err)
	}
	got, err := Read(dir, everything(), "a.md", "in", "nowhere")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// What cannot be read is named as its owner knows it.
func TestReadSaysWhatItCannotRead(t *testing.T) {
	outside := t.TempDir()
	place(t, outside, "secret", []byte("s"))
	for what, prepare := range map[string]func(dir string) error{
		"a link to the outside": func(dir string) error {
			return os.Symlink(filepath.Join(outside, "secret"), filepath.Join(dir, "in/x.md"))
		},
		"a link to nowhere":    func(dir string) error { return os.Symlink("gone", filepath.Join(dir, "in/x.md")) },
		"a file that is large": func(dir string) error { place(t, dir, "in/x.md", make([]byte, 1<<20+1)); return nil },
		"a link to a large one": func(dir string) error {
			place(t, dir, "large", make([]byte, 1<<20+1))
			return os.Symlink("../large", filepath.Join(dir, "in/x.md"))
		},
	} {
		dir := t.TempDir()
		place(t, dir, "in/good.md", []byte("good"))
		if err := prepare(dir); err != nil {
			t.Fatal(err)
		}
		_, err := Read(dir, everything(), "in")
		var large *LargeError
		var broken *fs.PathError
		if errors.As(err, &large) && large.Name == "in/x.md" || errors.As(err, &broken) && broken.Path == "in/x.md" {
			continue
		}
		t.Errorf("%s: %v", what, err)
	}
}

func everything() Selection {
	return Selection{
		Skip: func(name string) bool { return name == "in/skip/" },
		Most: func(string) int64 { return 1 << 20 },
	}
}

func place(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}
