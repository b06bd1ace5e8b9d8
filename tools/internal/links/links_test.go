package links

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// impatient are options for a server on this machine.
func impatient(server *httptest.Server) Options {
	return Options{Agent: "test", Timeout: 300 * time.Millisecond, Pause: time.Millisecond, Hosts: 4, Retries: 2, Longest: 20 * time.Millisecond, Archive: server.URL + "/archive"}
}

// web is a small web with everything that can go wrong.
func web(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	var busyOnce atomic.Int32
	handle := func(path string, f http.HandlerFunc) { mux.HandleFunc(path, f) }
	handle("/live", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v1"`)
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
		}
	})
	handle("/nohead", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusMethodNotAllowed)
		}
	})
	handle("/gone", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) })
	handle("/forbidden", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	handle("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/live", http.StatusMovedPermanently)
	})
	handle("/meanwhile", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/live", http.StatusFound) })
	handle("/circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/circle2", http.StatusFound) })
	handle("/circle2", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/circle", http.StatusFound) })
	handle("/maze", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/maze?n="+r.URL.Query().Get("n")+"x", http.StatusFound)
	})
	handle("/nowhere", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", "javascript:alert(1)")
		w.WriteHeader(http.StatusFound)
	})
	handle("/busy", func(w http.ResponseWriter, _ *http.Request) {
		if busyOnce.Add(1) == 1 {
			w.Header().Set("Retry-After", "86400")
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	handle("/slow", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	})
	handle("/endless", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		for r.Context().Err() == nil {
			if _, err := fmt.Fprint(w, strings.Repeat("x", 1<<16)); err != nil {
				return
			}
		}
	})
	handle("/archive", func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Query().Get("url"), "/gone") {
			fmt.Fprint(w, `{"archived_snapshots": {"closest": {"available": true, "url": "http://web.archive.org/web/2022/x"}}}`)
			return
		}
		fmt.Fprint(w, `{"archived_snapshots": {}}`)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func TestCheck(t *testing.T) {
	server := web(t)
	want := map[string]Result{
		"/live":      {State: Live, Status: 200},
		"/nohead":    {State: Live, Status: 200},
		"/gone":      {State: Dead, Status: 410, Reason: "Gone", Archived: "https://web.archive.org/web/2022/x"},
		"/missing":   {State: Dead, Status: 404, Reason: "Not Found"},
		"/forbidden": {State: Unclear, Status: 403, Reason: "the server does not answer programs (403); look with a browser"},
		"/moved":     {State: Moved, Status: 200, Location: server.URL + "/live"},
		"/meanwhile": {State: Live, Status: 200},
		"/circle":    {State: Dead, Status: 302, Reason: "redirects in a circle"},
		"/maze":      {State: Dead, Status: 302, Reason: "redirects more than 10 times"},
		"/nowhere":   {State: Dead, Status: 302, Reason: "redirects to no address"},
		"/busy":      {State: Live, Status: 200},
		"/slow":      {State: Unclear, Reason: "no answer in time"},
		"/endless":   {State: Live, Status: 200},
	}
	var addresses []string
	for p := range want {
		addresses = append(addresses, server.URL+p)
	}
	cache := Cache{}
	var done atomic.Int32
	o := impatient(server)
	o.Done = func(Result) { done.Add(1) }
	start := time.Now()
	for i, got := range Check(context.Background(), addresses, cache, o) {
		w := want[strings.TrimPrefix(addresses[i], server.URL)]
		w.URL = addresses[i]
		if got != w {
			t.Errorf("got  %+v\nwant %+v", got, w)
		}
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
	if int(done.Load()) != len(want) {
		t.Errorf("progress was told of %d", done.Load())
	}
	if cache[server.URL+"/live"].ETag != `"v1"` {
		t.Errorf("cache %v", cache)
	}
	again := Check(context.Background(), []string{server.URL + "/live"}, ReadCache(cache.Bytes()), impatient(server))
	if again[0].State != Live || again[0].Status != http.StatusNotModified {
		t.Errorf("asked again: %+v", again[0])
	}
}

// To one host there is one request at a time, with a pause between them.
func TestOneRequestAtATime(t *testing.T) {
	var mu sync.Mutex
	var open, most int
	var last time.Time
	gap := time.Hour
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		mu.Lock()
		open++
		most = max(most, open)
		if !last.IsZero() {
			gap = min(gap, time.Since(last))
		}
		mu.Unlock()
		time.Sleep(2 * time.Millisecond)
		mu.Lock()
		open--
		last = time.Now()
		mu.Unlock()
	}))
	defer s.Close()
	o := impatient(s)
	o.Pause = 20 * time.Millisecond
	var addresses []string
	for i := range 5 {
		addresses = append(addresses, fmt.Sprint(s.URL, "/", i))
	}
	Check(context.Background(), addresses, nil, o)
	if most != 1 || gap < 15*time.Millisecond {
		t.Errorf("%d at a time, %v apart", most, gap)
	}
}

func TestStops(t *testing.T) {
	server := web(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, r := range Check(ctx, []string{server.URL + "/live", server.URL + "/slow"}, nil, impatient(server)) {
		if r.State != Unclear {
			t.Errorf("%+v", r)
		}
	}
}

func TestNoSuchHost(t *testing.T) {
	o := Defaults
	o.Pause, o.Retries, o.Archive, o.Timeout = 0, 0, "", 2*time.Second
	for _, address := range []string{"https://no-such-host.invalid/", "nonsense"} {
		if r := Check(context.Background(), []string{address}, nil, o)[0]; r.State == Live || r.Reason == "" {
			t.Errorf("%+v", r)
		}
	}
}
