package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// asProgram makes the test binary be the program, for tests that need to kill it.
const asProgram = "DOSSIER_TEST_AS_PROGRAM"

func program(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], append([]string{"-C", dir}, args...)...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "SOURCE_DATE_EPOCH=1700000000")
	return cmd
}

func runProgram(t *testing.T, dir string, args ...string) time.Duration {
	t.Helper()
	start := time.Now()
	if out, err := program(dir, args...).CombinedOutput(); err != nil {
		t.Fatalf("dossier %v: %v\n%s", args, err, out)
	}
	return time.Since(start)
}

// TestKilledAtAnyPoint kills sync and build at random moments. Afterwards each
// catalog is the old or the new one, the site is the old or the new one as a
// whole, and the next run finishes the work.
func TestKilledAtAnyPoint(t *testing.T) {
	const kills = 8
	for _, command := range []struct {
		name  string
		files string // what the command writes
	}{{"sync", "i18n"}, {"build", "public"}} {
		t.Run(command.name, func(t *testing.T) {
			old, edited := t.TempDir(), t.TempDir()
			hafen := os.DirFS(filepath.Join("testdata", "hafen"))
			must(t, os.CopyFS(old, hafen))
			runProgram(t, old, "sync")
			runProgram(t, old, command.name)
			must(t, os.CopyFS(edited, os.DirFS(old)))
			edit(t, edited)
			fresh := t.TempDir()
			must(t, os.CopyFS(fresh, os.DirFS(edited)))
			took := runProgram(t, fresh, command.name)
			before, after := hashes(t, old, command.files), hashes(t, fresh, command.files)
			for range kills {
				dir := t.TempDir()
				must(t, os.CopyFS(dir, os.DirFS(edited)))
				kill(t, program(dir, command.name), rand.N(took+took/4))
				oldOrNew(t, command.files, hashes(t, dir, command.files), before, after)
				runProgram(t, dir, command.name)
				if got := hashes(t, dir, command.files); fmt.Sprint(got) != fmt.Sprint(after) {
					t.Fatal("the next run did not finish the work")
				}
			}
		})
	}
}

// oldOrNew holds every file to one of its two states; a site, which is swapped
// as a whole, all files to the same.
func oldOrNew(t *testing.T, files string, got, before, after map[string]string) {
	t.Helper()
	if files == "public" {
		if s := fmt.Sprint(got); s != fmt.Sprint(before) && s != fmt.Sprint(after) {
			t.Error("the site is neither the old one nor the new one")
		}
		return
	}
	for name, hash := range got {
		if hash != before[name] && hash != after[name] {
			t.Errorf("%s is neither old nor new", name)
		}
	}
	for name := range before {
		if _, kept := got[name]; !kept && after[name] != "" {
			t.Errorf("%s is gone", name)
		}
	}
}

func edit(t *testing.T, dir string) {
	t.Helper()
	name := filepath.Join(dir, "content", "kran.md")
	data, err := os.ReadFile(name)
	must(t, err)
	must(t, os.WriteFile(name, []byte(strings.ReplaceAll(string(data), "Im Jahr 2022", "Anno 2022")+"\nNoch ein Absatz.\n"), 0o644))
}

func kill(t *testing.T, cmd *exec.Cmd, after time.Duration) {
	t.Helper()
	must(t, cmd.Start())
	time.Sleep(after)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}

func hashes(t *testing.T, dir, sub string) map[string]string {
	t.Helper()
	m := map[string]string{}
	root := os.DirFS(dir)
	must(t, fs.WalkDir(root, sub, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		sum := sha256.Sum256(data)
		m[name] = hex.EncodeToString(sum[:])
		return err
	}))
	return m
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
