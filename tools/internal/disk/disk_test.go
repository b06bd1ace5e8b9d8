package disk

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func open(t *testing.T) (*Folder, string) {
	t.Helper()
	dir := t.TempDir()
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f, dir
}

func apply(t *testing.T, f *Folder, p *Plan) Result {
	t.Helper()
	r, err := f.Apply(p)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestApplyWritesOnlyWhatChanges(t *testing.T) {
	f, dir := open(t)
	var p Plan
	p.Write("a/b.txt", []byte("one"))
	p.Write("c.txt", []byte("two"))
	if got := apply(t, f, &p); !cmp.Equal(got.Written, []string{"a/b.txt", "c.txt"}) {
		t.Errorf("first run wrote %v", got.Written)
	}
	if got := apply(t, f, &p); got.Changed() {
		t.Errorf("second run changed %v", got)
	}
	p.Write("c.txt", []byte("TWO"))
	p.Delete("a/b.txt")
	p.Delete("never-there")
	p2 := Plan{Durable: true}
	p2.Write("c.txt", []byte("TWO"))
	p2.Delete("a/b.txt")
	if got := apply(t, f, &p2); !cmp.Equal(got, Result{Written: []string{"c.txt"}, Deleted: []string{"a/b.txt"}}) {
		t.Errorf("third run %v", got)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "c.txt")); string(got) != "TWO" {
		t.Errorf("c.txt holds %q", got)
	}
}

func TestApplyStaysInsideTheFolder(t *testing.T) {
	f, dir := open(t)
	outside := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"../escape", "link/escape", "/etc/escape"} {
		var p Plan
		p.Write(name, []byte("x"))
		if _, err := f.Apply(&p); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	if left, _ := os.ReadDir(outside); len(left) > 0 {
		t.Errorf("outside holds %v", left)
	}
}

func TestLeftoversAreSwept(t *testing.T) {
	f, dir := open(t)
	var p Plan
	p.Write("a", []byte("x"))
	apply(t, f, &p)
	left := filepath.Join(dir, scratch, "1-1")
	if err := os.MkdirAll(filepath.Dir(left), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(left, []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := f.Sweep(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); err == nil {
		t.Error("temporary file is still there")
	}
}

func TestLockWaitsForTheOther(t *testing.T) {
	dir := t.TempDir()
	unlock, err := Lock(context.Background(), dir, func() { t.Error("waited without need") })
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	waited := false
	if _, err := Lock(ctx, dir, func() { waited = true }); err == nil || !waited {
		t.Errorf("second lock: err %v, waited %v", err, waited)
	}
	unlock()
	again, err := Lock(context.Background(), dir, func() {})
	if err != nil {
		t.Fatal(err)
	}
	again()
}

func TestSwapReplacesAWholeFolder(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	next, public := filepath.Join(dir, "next"), filepath.Join(dir, "public")
	write("next/a", "1")
	for _, stale := range []string{"", "public/stale"} {
		if stale != "" {
			write(stale, "old")
			write("next/a", "2")
		}
		if err := Swap(next, public); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(filepath.Join(public, "stale")); err == nil {
		t.Error("a stale file survived")
	}
	if got, _ := os.ReadFile(filepath.Join(public, "a")); string(got) != "2" {
		t.Errorf("public/a holds %q", got)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "next*")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

func TestWhatSomebodySavedMeanwhileIsKept(t *testing.T) {
	dir := t.TempDir()
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a", "read")
	write("b", "read")
	for name, act := range map[string]func(p *Plan){
		"write":  func(p *Plan) { p.Write("a", []byte("planned")) },
		"delete": func(p *Plan) { p.Delete("a") },
	} {
		p := &Plan{Durable: true}
		act(p)
		p.Expect("a", []byte("read"))
		write("a", "saved meanwhile")
		var changed *ChangedError
		if _, err := f.Apply(p); !errors.As(err, &changed) || changed.Name != "a" {
			t.Errorf("%s: %v", name, err)
		}
		if data, _ := os.ReadFile(filepath.Join(dir, "a")); string(data) != "saved meanwhile" {
			t.Errorf("%s: now %q", name, data)
		}
		p.Expect("a", []byte("saved meanwhile"))
		if _, err := f.Apply(p); err != nil {
			t.Errorf("%s, as expected: %v", name, err)
		}
		write("a", "read")
	}
	p := &Plan{Durable: true}
	p.Write("b", []byte("planned"))
	p.Expect("b", nil) // not there yet
	if _, err := f.Apply(p); err == nil {
		t.Error("a file that came meanwhile was replaced")
	}
}
