package project

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// An author and a translator work on branches of their own, and git merges them.
// Source catalogs and state may have the marks of a conflict: the next sync sees
// through them. Of a translator's catalog that git cannot merge a person takes the
// translator's version and what only the other one has. Nothing is lost, and nobody
// gets a translation of another text.
func TestBranchesAreMerged(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Fatal("git is not installed")
	}
	var r rates
	conflicts := map[string]int{}
	for seed := range 4 * histories() {
		h := newHistory(300 + seed)
		h.write()
		h.sync(t)
		h.translate()
		h.sync(t)
		for range 6 {
			base := maps.Clone(h.files)
			h.translate()
			h.sync(t)
			theirs := h.files
			h.files = maps.Clone(base)
			h.author()
			h.sync(t)
			h.files = merged(t, base, h.files, theirs, conflicts)
			h.sync(t)
			h.judge(t, &r)
		}
	}
	t.Logf("%+v, conflicts %v", r, conflicts)
	if r.broken() {
		t.Errorf("%+v", r)
	}
}

// merged merges trees file by file as git does.
func merged(t *testing.T, base, ours, theirs map[string][]byte, conflicts map[string]int) map[string][]byte {
	t.Helper()
	all := map[string]bool{}
	for _, side := range []map[string][]byte{ours, theirs} {
		for name := range side {
			all[name] = true
		}
	}
	out := map[string][]byte{}
	for name := range all {
		was, there := base[name]
		a, inOurs := ours[name]
		b, inTheirs := theirs[name]
		switch {
		case inOurs && inTheirs && !bytes.Equal(a, was) && !bytes.Equal(b, was) && !bytes.Equal(a, b):
			data, clean := mergeFile(t, a, was, b)
			if !clean {
				conflicts[name[strings.LastIndex(name, "."):]]++
				if strings.HasSuffix(name, ".en.toml") {
					data = both(b, a)
				}
			}
			out[name] = data
		case inTheirs && (!inOurs && !there || !bytes.Equal(b, was)): // new there, or changed there alone; deleted here: git keeps it and asks
			out[name] = b
		case inOurs && (inTheirs || !there || !bytes.Equal(a, was)):
			out[name] = a
		}
	}
	return out
}

var tableHeader = regexp.MustCompile(`(?m)^\[.*\]$`)

// both returns a catalog with the messages that only another version of it has.
func both(one, other []byte) []byte {
	data := bytes.TrimRight(one, "\n")
	for block := range bytes.SplitSeq(bytes.TrimRight(other, "\n"), []byte("\n\n")) {
		if header := tableHeader.Find(block); header != nil && !bytes.Contains(one, header) {
			data = append(append(data, "\n\n"...), block...)
		}
	}
	return append(data, '\n')
}

func mergeFile(t *testing.T, ours, base, theirs []byte) (data []byte, clean bool) {
	t.Helper()
	dir := t.TempDir()
	for name, data := range map[string][]byte{"ours": ours, "base": base, "theirs": theirs} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("git", "merge-file", "-p", "ours", "base", "theirs")
	cmd.Dir = dir
	data, err := cmd.Output()
	var failed *exec.ExitError
	if err != nil && (!errors.As(err, &failed) || failed.ExitCode() > 127) {
		t.Fatal(err)
	}
	return data, err == nil
}
