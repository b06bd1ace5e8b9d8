package bundle

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/flate"
)

// BenchmarkBundle writes the zip of a site of 1,000 pages in each of two
// languages, 20 kB a page with some 60 links, beside copying and deflating the
// same files in the same run ("of-copying" is the ratio; the bar is 2), and
// reports how much memory the bundle needs at most above what was there before.
//
//	go test ./tools/internal/bundle -bench Bundle -benchtime 1x -run '^$'
func BenchmarkBundle(b *testing.B) {
	site := filepath.Join(b.TempDir(), "public")
	generate(b, site, 1000)
	for b.Loop() {
		b.StopTimer()
		start := time.Now()
		copyAndDeflate(b, site)
		plain := time.Since(start)
		runtime.GC()
		var before runtime.MemStats
		runtime.ReadMemStats(&before)
		peak, stop := watchMemory()
		b.StartTimer()
		start = time.Now()
		s, findings, err := open(os.DirFS(site), "https://d.example/", "public")
		if err != nil || len(findings) > 0 {
			b.Fatal(err, findings)
		}
		s.langs = []string{"de", "en"}
		f, err := os.Create(filepath.Join(b.TempDir(), "x.zip"))
		if err != nil {
			b.Fatal(err)
		}
		a := newArchive(f, time.Unix(1700000000, 0))
		if findings, err := s.writeZip(context.Background(), a, "dossier", b.TempDir(), func() {}); err != nil || len(findings) > 0 {
			b.Fatal(err, findings)
		}
		if err := a.close(); err != nil {
			b.Fatal(err)
		}
		took := time.Since(start)
		_ = f.Close()
		stop()
		b.ReportMetric(took.Seconds(), "zip-s")
		b.ReportMetric(plain.Seconds(), "copying-s")
		b.ReportMetric(took.Seconds()/plain.Seconds(), "of-copying")
		b.ReportMetric(float64(*peak-min(*peak, before.HeapInuse))/1e6, "peak-MB")
	}
}

// copyAndDeflate is the least that a zip costs: read, copy, deflate at the same
// level, one file after the other.
func copyAndDeflate(b *testing.B, site string) {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "plain.zip"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	w := zip.NewWriter(f)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, level) })
	err = fs.WalkDir(os.DirFS(site), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(site, name))
		if err != nil {
			return err
		}
		out, err := w.Create(name)
		if err == nil {
			_, err = out.Write(data)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
}

func generate(b *testing.B, site string, pages int) {
	b.Helper()
	put := func(name, text string) {
		file := filepath.Join(site, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	put("index.html", "<body>")
	put("s.css", "a{}")
	for _, lang := range []string{"de", "en"} {
		for i := range pages {
			var t strings.Builder
			fmt.Fprintf(&t, `<!doctype html><html lang="%s"><head><title>%d</title><link rel="stylesheet" href="/s.css"></head><body><main>`, lang, i)
			for p := range 60 {
				to := (i*7 + p*13) % pages
				fmt.Fprintf(&t, `<p id="p-%d-%d">Absatz %d von Seite %d erzählt, was in jenem Jahr geschah und wer davon wusste; <a href="/%s/seite-%d/#p-%d-%d">Seite %d</a> führt es aus. Gezählt wurden %d Stück, und seither wurde das nicht berichtigt.</p>`,
					i, p, p, i, lang, to, to, p, to, (i*p*2654435761)%1000003)
			}
			t.WriteString("</main></body></html>")
			put(fmt.Sprintf("%s/seite-%d/index.html", lang, i), t.String())
		}
	}
}

// watchMemory keeps the largest heap that it sees.
func watchMemory() (peak *uint64, stop func()) {
	peak = new(uint64)
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			*peak = max(*peak, m.HeapInuse)
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return peak, func() { close(done); <-ended }
}
