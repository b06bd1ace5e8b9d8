package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSourcesCheck asks a server on this machine.
func TestSourcesCheck(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/archive":
			_, _ = w.Write([]byte(`{"archived_snapshots": {"closest": {"available": true, "url": "https://web.archive.org/web/2022/x"}}}`))
		case r.URL.Path != "/umschlag":
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	defer server.Close()
	dir := t.TempDir()
	must(t, os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "hafen"))))
	name := filepath.Join(dir, "content/records.toml")
	data, err := os.ReadFile(name)
	must(t, err)
	data = bytes.ReplaceAll(data, []byte("https://betrieb.example"), []byte(server.URL))
	data = bytes.ReplaceAll(data, []byte("https://amt.example"), []byte(server.URL))
	must(t, os.WriteFile(name, data, 0o644))

	check := func(args ...string) (int, string, string) {
		var stdout, stderr bytes.Buffer
		code := run(append([]string{"-C", dir, "sources", "check", "--pause", "1ms", "--archive-api", server.URL + "/archive"}, args...), &stdout, &stderr)
		return code, stdout.String(), stderr.String()
	}
	code, out, said := check()
	if code != 1 || !strings.Contains(out, "content/records.toml:7:1: dead hafen-2022: Not Found\n  url_status = \"dead\"\n  archive = { url = \"https://web.archive.org/web/2022/x\" }\n") {
		t.Errorf("exit status %d\n%s%s", code, out, said)
	}
	if !strings.Contains(said, "1 live, 0 moved, 1 dead, 0 unclear") {
		t.Errorf("%s", said)
	}
	after, err := os.ReadFile(name)
	if must(t, err); !bytes.Equal(after, data) {
		t.Error("the records were changed")
	}
	code, out, _ = check("amt-2023", "--json")
	var r map[string]any
	if err := json.Unmarshal([]byte(out), &r); code != 0 || err != nil || r["source"] != "amt-2023" || r["state"] != "live" {
		t.Errorf("exit status %d: %s", code, out)
	}
	if code, _, said = check("no-such"); code != 2 || !strings.Contains(said, `no source "no-such"`) {
		t.Errorf("exit status %d: %s", code, said)
	}
}
