package main

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// served is a running preview of the small dossier.
type served struct {
	*testing.T
	dir, base string
	log       *lockedBuffer
}

// TestServe writes as an author does and looks at the page as a browser does.
func TestServe(t *testing.T) {
	s := serveHafen(t)
	s.shows("/de/kran/", "standen am Kai")
	s.shows("/search/de.js", "dossierSearch")
	s.shows("/search/de-0.js", "standen am Kai")

	s.edit("content/kran.md", "standen am Kai", "standen einmal am Kai")
	s.shows("/de/kran/", "standen einmal am Kai")
	s.shows("/search/de-0.js", "standen einmal am Kai")
	s.edit("content/figures.toml", `label = "Kräne am Kai"`, `label = "Kräne am langen Kai"`)
	s.shows("/de/zahlen/", "Kräne am langen Kai")
	s.edit("i18n/pages/kran.en.toml", `other = ""`, `other = "The cranes in English"`)
	s.shows("/en/cranes/", "The cranes in English")

	// A mistake is told and does not end it; the last good state stays up.
	s.edit("content/kran.md", "(fig:umschlag-2022)", "(fig:umschlag-2020)")
	s.logs(`no figure "umschlag-2020"`)
	s.shows("/de/kran/", "standen einmal am Kai")
	s.edit("content/kran.md", "(fig:umschlag-2020)", "(fig:umschlag-2022)")
	s.logs("no errors any more")
	s.edit("content/kran.md", "standen einmal", "standen wieder")
	s.shows("/de/kran/", "standen wieder am Kai")
}

// TestServeForgets deletes a page and renames another: their addresses are gone, and
// the search knows nothing of the one.
func TestServeForgets(t *testing.T) {
	s := serveHafen(t, func(dir string) {
		for i, page := range []string{"mole", "werft"} {
			text := fmt.Sprintf("+++\ntitle = \"%s\"\nweight = %d\n+++\n\nWer sucht das Schlepperballett?\n", page, i+2)
			must(t, os.WriteFile(filepath.Join(dir, "content", page+".md"), []byte(text), 0o644))
		}
	})
	s.shows("/search/de-0.js", "Schlepperballett")
	must(t, os.Remove(filepath.Join(s.dir, "content", "mole.md")))
	must(t, os.Rename(filepath.Join(s.dir, "content", "werft.md"), filepath.Join(s.dir, "content", "dock.md")))
	s.shows("/de/dock/", "Schlepperballett")
	s.until("end of /de/mole/ and /de/werft/", func() bool { return s.get("/de/mole/") == nil && s.get("/de/werft/") == nil })
	s.hides("/search/de-0.js", "de/mole/")
	s.shows("/search/de-0.js", "de/dock/")
}

// TestServeShowsEveryPageThatChanged saves three pages at once, as a checkout
// does: none is shown as it was, nor cut where its paragraphs once began.
func TestServeShowsEveryPageThatChanged(t *testing.T) {
	pages := []string{"mole", "werft", "speicher"}
	s := serveHafen(t, func(dir string) {
		for i, page := range pages {
			text := fmt.Sprintf("+++\ntitle = \"Am Hafen\"\nweight = %d\n+++\n\nDort standen [rund 40](fig:kraene-2022) Kräne.\n", i+2)
			must(t, os.WriteFile(filepath.Join(dir, "content", page+".md"), []byte(text), 0o644))
		}
	})
	for range 2 { // the second time all of Hugo's caches are warm
		for _, page := range pages {
			s.edit("content/"+page+".md", "+++\n\nDort", "+++\n\nEin neuer Satz davor, der alles Weitere verschiebt.\n\nDort")
		}
		for _, page := range pages {
			s.shows("/de/"+page+"/", "alles Weitere verschiebt.")
		}
		for _, page := range pages {
			s.edit("content/"+page+".md", "Ein neuer Satz davor, der alles Weitere verschiebt.\n\n", "")
		}
		for _, page := range pages {
			s.hides("/de/"+page+"/", "alles Weitere verschiebt.")
			s.shows("/de/"+page+"/", "Dort standen <")
		}
	}
	if strings.Contains(s.log.String(), "error[") {
		t.Error(s.log)
	}
}

// serveHafen serves a copy of the small dossier, after the changes to it.
func serveHafen(t *testing.T, change ...func(dir string)) *served {
	t.Helper()
	dir := t.TempDir()
	must(t, os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "hafen"))))
	for _, c := range change {
		c(dir)
	}
	runProgram(t, dir, "sync")
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	addr := l.Addr().String()
	must(t, l.Close())
	s := &served{t, dir, "http://" + addr, &lockedBuffer{}}
	cmd := program(dir, "serve", "--addr", addr)
	cmd.Stdout, cmd.Stderr = s.log, s.log
	must(t, cmd.Start())
	t.Cleanup(func() {
		must(t, cmd.Process.Signal(syscall.SIGINT))
		if err := cmd.Wait(); err != nil {
			t.Errorf("stopped by Ctrl-C it says %v\n%s", err, s.log)
		}
	})
	return s
}

// shows waits until a page holds the text.
func (s *served) shows(path, want string) {
	s.Helper()
	s.until(want+" in "+path, func() bool { return bytes.Contains(s.get(path), []byte(want)) })
}

// hides waits until a page does not hold the text any more.
func (s *served) hides(path, text string) {
	s.Helper()
	s.until(path+" without "+text, func() bool {
		body := s.get(path)
		return body != nil && !bytes.Contains(body, []byte(text))
	})
}

// get returns what an address answers, nothing if it is not there.
func (s *served) get(path string) []byte {
	resp, err := http.Get(s.base + path)
	if err != nil {
		return nil
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil
	}
	body, _ := io.ReadAll(resp.Body)
	return body
}

func (s *served) logs(want string) {
	s.Helper()
	s.until(want+" on the terminal", func() bool { return strings.Contains(s.log.String(), want) })
}

// until waits ten seconds, twenty times as long as it takes: the machine may be
// busy.
func (s *served) until(what string, ok func() bool) {
	s.Helper()
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if ok() {
			return
		}
	}
	s.Fatalf("no %s\n%s", what, s.log)
}

func (s *served) edit(name, old, text string) {
	s.Helper()
	name = filepath.Join(s.dir, name)
	data, err := os.ReadFile(name)
	must(s.T, err)
	if !strings.Contains(string(data), old) {
		s.Fatalf("%s does not hold %q", name, old)
	}
	must(s.T, os.WriteFile(name, []byte(strings.Replace(string(data), old, text, 1)), 0o644))
}

// lockedBuffer is written by the program and read by the test.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
