package main

import (
	"bytes"
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

	s.edit("content/kran.md", "standen am Kai", "standen einmal am Kai")
	s.shows("/de/kran/", "standen einmal am Kai")
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

func serveHafen(t *testing.T) *served {
	t.Helper()
	dir := t.TempDir()
	must(t, os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "hafen"))))
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
	s.until(want+" in "+path, func() bool {
		resp, err := http.Get(s.base + path)
		if err != nil {
			return false
		}
		defer resp.Body.Close()
		body, _ := io.ReadAll(resp.Body)
		return bytes.Contains(body, []byte(want))
	})
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
