package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestSyncWhileOthersWrite lets two commands sync at once, again and again, while
// an author edits and a translator saves. In the end everything that was written
// last is there, and the catalogs are sound.
func TestSyncWhileOthersWrite(t *testing.T) {
	dir := translatedKran(t)
	page, catalog := filepath.Join(dir, "content/kran.md"), filepath.Join(dir, "i18n/pages/kran.en.toml")
	stop := make(chan struct{})
	var syncs sync.WaitGroup
	for range 2 {
		syncs.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if out, err := program(dir, "sync").CombinedOutput(); err != nil {
					t.Errorf("%v\n%s", err, out)
				}
			}
		})
	}
	for n := range 12 {
		save(t, page, func(s string) string { return s + fmt.Sprintf("\nAbsatz %d.\n", n) })
		time.Sleep(30 * time.Millisecond)
		save(t, catalog, func(s string) string {
			return strings.Replace(s, "Translated: Im Jahr", fmt.Sprintf("Saved %d: Im Jahr", n), 1) // the first time only
		})
		save(t, catalog, func(s string) string {
			return strings.Replace(s, fmt.Sprintf("Saved %d: Im Jahr", n-1), fmt.Sprintf("Saved %d: Im Jahr", n), 1)
		})
		time.Sleep(30 * time.Millisecond)
	}
	close(stop)
	syncs.Wait()
	runProgram(t, dir, "sync")
	runProgram(t, dir, "sync", "--check")
	data, err := os.ReadFile(catalog)
	must(t, err)
	if !strings.Contains(string(data), "Saved 11: Im Jahr") {
		t.Errorf("the translator's last text is lost:\n%s", data)
	}
	for n := range 12 {
		if !strings.Contains(string(data), fmt.Sprintf("#: Absatz %d.\n", n)) {
			t.Errorf("the author's paragraph %d is not in the catalog", n)
		}
	}
}

// save edits a file as editors do: the whole text to a file beside, then renamed.
// Where the file changed under the editor's hands it looks again, as people do
// when their editor warns them.
func save(t *testing.T, name string, change func(string) string) {
	t.Helper()
	for range 100 {
		before, err := os.ReadFile(name)
		must(t, err)
		beside := name + "~"
		must(t, os.WriteFile(beside, []byte(change(string(before))), 0o644))
		if now, err := os.ReadFile(name); err == nil && string(now) == string(before) {
			must(t, os.Rename(beside, name))
			return
		}
	}
	t.Fatal("never at rest")
}
