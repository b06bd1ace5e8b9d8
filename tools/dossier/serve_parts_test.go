package main

import (
	"bufio"
	"bytes"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestServeNamesPartsAtOnce corrects a label that nobody has translated and asks for
// the English page over and over: the first one that has it says that it is German.
func TestServeNamesPartsAtOnce(t *testing.T) {
	s := serveHafen(t)
	label := "Musterhafen"
	for _, next := range []string{"Musterhafen Nord", "Musterhafen Süd", "Musterhafen West"} {
		s.edit("content/figures.toml", fmt.Sprintf("label = %q", label), fmt.Sprintf("label = %q", next))
		label = next
		s.until(label+" on the English page", func() bool {
			page := s.get("/en/figures/")
			if bytes.ContainsAny(page, marks) {
				t.Fatal("a page arrived with its marks")
			}
			if bytes.Contains(page, []byte(label)) && !bytes.Contains(page, []byte(`<span lang="de">`+label+`</span>`)) {
				t.Fatalf("a page arrived that does not say that %q is German", label)
			}
			return bytes.Contains(page, []byte(label))
		})
	}
	s.shows("/search/en-0.js", "Musterhafen West")
	if bytes.ContainsAny(s.get("/search/en-0.js"), marks) {
		t.Error("the search has learned marks")
	}
}

// marks are what package parts stages such words between.
const marks = "\U000E0001\U000E0002"

// TestServeDelivers asks as browsers and their caches do.
func TestServeDelivers(t *testing.T) {
	s := serveHafen(t)
	s.shows("/en/figures/", `<span lang="de">Musterhafen</span>`)
	page := s.get("/en/figures/")

	resp := s.ask(t, "GET", "/en/figures/", "Range", "bytes=0-9")
	if resp.StatusCode != http.StatusOK || resp.ContentLength != int64(len(page)) {
		t.Errorf("a part of a page: %s, %d bytes of %d", resp.Status, resp.ContentLength, len(page))
	}
	if resp = s.ask(t, "HEAD", "/en/figures/"); resp.StatusCode != http.StatusOK {
		t.Error("HEAD answers", resp.Status)
	}
	s.shows("/search/en.js", "dossierSearch")
	if resp = s.ask(t, "GET", "/search/en.js", "Range", "bytes=0-9"); resp.StatusCode != http.StatusPartialContent {
		t.Error("a part of a file answers", resp.Status)
	}
	if resp = s.ask(t, "GET", "/en/nowhere/"); resp.StatusCode != http.StatusNotFound {
		t.Error("a page that is not there answers", resp.Status)
	}
	if resp = s.ask(t, "GET", "/en/figures"); resp.Request.URL.Path != "/en/figures/" || resp.Request.URL.Host != strings.TrimPrefix(s.base, "http://") {
		t.Error("without its slash it forwards to", resp.Request.URL)
	}
}

// TestServeReloads listens as the script in a page does.
func TestServeReloads(t *testing.T) {
	s := serveHafen(t)
	host := strings.TrimPrefix(s.base, "http://")
	_, port, err := net.SplitHostPort(host)
	must(t, err)
	s.shows("/de/kran/", "/livereload.js?mindelay=10&amp;v=2&amp;port="+port)
	s.shows("/de/kran/", s.base+"/de/kran/")
	if resp := s.ask(t, "GET", "/livereload.js"); resp.StatusCode != http.StatusOK {
		t.Error("the script answers", resp.Status)
	}

	conn, err := net.Dial("tcp", host)
	must(t, err)
	defer conn.Close()
	fmt.Fprintf(conn, "GET /livereload HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"+
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n", host, s.base)
	must(t, conn.SetReadDeadline(time.Now().Add(10*time.Second)))
	said := bufio.NewReader(conn)
	if line, err := said.ReadString('\n'); err != nil || !strings.Contains(line, "101") {
		t.Fatal("live reload answers", line, err)
	}
	s.edit("content/kran.md", "standen am Kai", "standen einmal am Kai")
	for {
		line, err := said.ReadString('}')
		if strings.Contains(line, `"command":"reload"`) {
			return
		}
		if err != nil {
			t.Fatal("no word of the edit: ", err)
		}
	}
}

// ask returns what an address answers, with one header or none.
func (s *served) ask(t *testing.T, method, path string, header ...string) *http.Response {
	t.Helper()
	req, err := http.NewRequest(method, s.base+path, nil)
	must(t, err)
	if len(header) == 2 {
		req.Header.Set(header[0], header[1])
	}
	resp, err := http.DefaultClient.Do(req)
	must(t, err)
	must(t, resp.Body.Close())
	return resp
}
