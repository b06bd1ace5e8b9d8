package bundle

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"aead.dev/minisign"

	"dossier/tools/internal/edtf"
)

var langs = []Language{{Tag: "de", Label: "Deutsch", Title: "Das Dossier", Subtitle: "Vom Hafen"}, {Tag: "en", Label: "English", Title: "The dossier"}}

// harbour is a small site with all that a bundle has to see to.
func harbour() fstest.MapFS {
	page := func(lang, title, head, main string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(`<!doctype html><html lang="` + lang + `" data-kind="chapter"><head><title>` + title +
			`</title><link rel="stylesheet" href="/css/s.css">` + head + `</head><body><nav><a href="/` + lang + `/">home</a> <a href="/` + lang +
			`/kran/">kran</a></nav><main class="frame" id="main">` + main + `</main></body></html>`)}
	}
	card := `<section popover id="k-1"><h2 id="t-1">Karte</h2></section>`
	site := fstest.MapFS{
		"index.html":  {Data: []byte(`<!doctype html><html><head><link rel="stylesheet" href="/css/s.css"></head><body><a href="de/">Deutsch</a></body></html>`)},
		"css/s.css":   {Data: []byte(`body{background:url(/img/x.png)}`)},
		"js/s.js":     {Data: []byte(`document.title += "</script>"`)},
		"img/x.png":   {Data: []byte("\x89PNG")},
		"data/x.csv":  {Data: []byte("a,b\n")},
		"download/me": {Data: []byte("not in the bundle")},
	}
	for _, lang := range []string{"de", "en"} {
		other := map[string]string{"de": "en", "en": "de"}[lang]
		site[lang+"/index.html"] = page(lang, "Start", "", `<h1>Start</h1><p id="top">Text</p><a href="/download/me">x</a><a href="/data/x.csv">data</a>`+card+`<button popovertarget="k-1">1</button>`)
		site[lang+"/kran/index.html"] = page(lang, "Kran", `<script src="/js/s.js" defer></script>`,
			`<h1>Kran</h1><h2 id="h-1">Eins</h2><p id="p-1">Satz<a role="doc-noteref" id="r-1" href="#q-1"><span>Anmerkung </span>1</a> <a href="/`+other+`/kran/#p-1" hreflang="`+other+`">x</a>`+
				`<img src="/img/x.png" srcset="/img/x.png 2x" alt="Kran"></p><p id="top">x <a href="#top">y</a> <a href="/`+lang+`/zahlen/f1/">f</a></p><button popovertarget="k-1">1</button>`+card+
				`<section role="doc-endnotes"><h2 id="notes">Anmerkungen</h2><ol><li id="q-1">Quelle <a href="#r-1">1</a></li></ol></section>`)
		site[lang+"/zahlen/index.html"] = page(lang, "Zahlen", "", `<h1>Zahlen</h1><ul><li id="f1">Eins <a href="/`+lang+`/zahlen/f1/">mehr</a></li></ul>`)
		site[lang+"/zahlen/f1/index.html"] = page(lang, "F1", "", `<h1>Eins</h1>`)
	}
	return site
}

func options(site fs.FS) Options {
	return Options{Site: site, Prefix: "public", BaseURL: "https://d.example/", Slug: "hafen", Languages: langs,
		Date: time.Date(2026, 3, 11, 12, 30, 0, 0, time.UTC), Publisher: "Amt & Co.", License: "https://l.example/", Online: []string{"download"}}
}

func make1(t testing.TB, o Options) (string, []File) {
	t.Helper()
	dir := t.TempDir()
	files, findings, err := Make(context.Background(), o, dir)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	return dir, files
}

func read(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// unzip returns the files of a zip, by name.
func unzip(t testing.TB, name string) map[string]string {
	t.Helper()
	r, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	files := map[string]string{}
	for _, f := range r.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(data)
	}
	return files
}

func TestZip(t *testing.T) {
	dir, files := make1(t, options(harbour()))
	if len(files) != 6 {
		t.Errorf("%d files", len(files))
	}
	got := unzip(t, filepath.Join(dir, "dossier-hafen.zip"))
	for name := range got {
		if !strings.HasPrefix(name, "dossier-hafen/") || strings.Contains(name, "..") || !fs.ValidPath(name) {
			t.Errorf("the zip holds %q", name)
		}
	}
	if _, ok := got["dossier-hafen/download/me"]; ok {
		t.Error("the zip holds the folder of bundles")
	}
	page := got["dossier-hafen/de/index.html"]
	for _, want := range []string{`href="../css/s.css"`, `href="kran/index.html"`, `href="https://d.example/download/me"`, `href="../data/x.csv"`, `href="../unpacked.css"`, "Bitte zuerst entpacken"} {
		if !strings.Contains(page, want) {
			t.Errorf("de/index.html has no %s\n%s", want, page)
		}
	}
	if s := got["dossier-hafen/de/kran/index.html"]; strings.Contains(s, "entpacken") {
		t.Error("the note stands on every page")
	}
	if s := got["dossier-hafen/css/s.css"]; s != `body{background:url("../img/x.png")}` {
		t.Error(s)
	}
	if s := got["dossier-hafen/index.html"]; !strings.Contains(s, "Please unpack first") || !strings.Contains(s, "entpacken") {
		t.Error(s)
	}
}

func TestSingle(t *testing.T) {
	dir, _ := make1(t, options(harbour()))
	de := read(t, filepath.Join(dir, "dossier-hafen.de.html"))
	for _, want := range []string{
		`default-src &#39;none&#39;`, `style-src &#39;sha256-`, `script-src &#39;sha256-`, // only hashes
		`url("data:image/png;base64,`, `<img src="data:image/png;base64,`, `<\/script>`,
		`<section class="frame" id="kran" data-kind="chapter" aria-label="Kran">`,
		`id="p-1"`, `id="kran--top"`, `href="#kran--top"`, `id="start--top"`, // only what stands twice is renamed
		`href="dossier-hafen.en.html#p-1"`, `href="#f1"`, `href="https://d.example/data/x.csv"`, `<a href="#start">home</a>`,
	} {
		if !strings.Contains(de, want) {
			t.Errorf("no %s\n%s", want, de)
		}
	}
	if n := strings.Count(de, `id="k-1"`); n != 1 {
		t.Errorf("the popover stands %d times", n)
	}
	for _, no := range []string{"srcset", `src="/`, `href="/`, "f1/", `id="zahlen-f1"`} {
		if strings.Contains(de, no) {
			t.Errorf("it holds %s", no)
		}
	}
}

func TestEPUB(t *testing.T) {
	dir, _ := make1(t, options(harbour()))
	name := filepath.Join(dir, "dossier-hafen.de.epub")
	r, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if f := r.File[0]; f.Name != "mimetype" || f.Method != zip.Store || len(f.Extra) > 0 {
		t.Errorf("the first file is %+v", f.FileHeader)
	}
	got := unzip(t, name)
	for file, wants := range map[string][]string{
		"EPUB/kran.xhtml": {
			`<a href="#q-1" id="r-1" role="doc-noteref" epub:type="noteref" aria-label="Anmerkung 1">1</a>`, `epub:type="endnotes"`, `<li id="q-1" epub:type="endnote">`,
			`<img src="image-1.png" alt="Kran"/>`, `href="zahlen.xhtml#f1"`, `xml:lang="de"`,
		},
		"EPUB/nav.xhtml":   {`<a href="kran.xhtml#h-1">Eins</a>`, `epub:type="landmarks"`},
		"EPUB/package.opf": {`2026-03-11T12:30:00Z`, `Amt &amp; Co.`, `<dc:date>2026-03-11</dc:date>`, `schema:accessMode`, `<dc:language>de</dc:language>`, `urn:uuid:`, `href="cover.png" media-type="image/png" properties="cover-image"`, `<meta name="cover" content="cover"/>`},
		"EPUB/title.xhtml": {`<p>Vom Hafen</p>`, `<p>11. März 2026</p>`},
		"EPUB/image-1.png": {"\x89PNG"},
		"EPUB/cover.png":   {"\x89PNG"},
	} {
		for _, want := range wants {
			if !strings.Contains(got[file], want) {
				t.Errorf("%s has no %s\n%s", file, want, got[file])
			}
		}
	}
	for _, no := range []string{"button", "Karte", `hreflang="en"`, "srcset"} {
		if strings.Contains(got["EPUB/kran.xhtml"], no) {
			t.Errorf("it holds %s", no)
		}
	}
}

// TestSameBytes makes a bundle twice, the second time in another folder, time
// zone and number of processors.
func TestSameBytes(t *testing.T) {
	o := options(harbour())
	one, files := make1(t, o)
	local := time.Local
	time.Local = time.FixedZone("far", 13*3600)
	procs := runtime.GOMAXPROCS(1)
	o.Date = o.Date.In(time.Local)
	two, _ := make1(t, o)
	time.Local = local
	runtime.GOMAXPROCS(procs)
	for _, f := range files {
		if read(t, filepath.Join(one, f.Name)) != read(t, filepath.Join(two, f.Name)) {
			t.Errorf("%s differs", f.Name)
		}
	}
}

// TestNames holds what not every system can unpack.
func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"a\nb.html":                        "holds a control character",
		strings.Repeat("x", 300) + ".html": "has 305 characters",
		"a/CON.txt":                        "Windows keeps for itself",
		"a:b.html":                         "Windows forbids",
		"x.":                               "ends with a point",
		"\xff.html":                        "is not UTF-8",
	} {
		site := harbour()
		site[name] = &fstest.MapFile{Data: []byte("x")}
		_, findings, _ := open(unchecked{site}, "", "public")
		if len(findings) != 1 || !strings.Contains(findings[0].String(), want) || strings.Contains(findings[0].String(), "\n") {
			t.Errorf("%q: %v", name, findings)
		}
	}
	site := harbour()
	site["de/Kran/x.html"] = &fstest.MapFile{Data: []byte("x")}
	if _, findings, _ := open(site, "", "public"); len(findings) != 1 || !strings.Contains(findings[0].String(), `error[bundle-name]: differs from "de/Kran" only in case`) {
		t.Error(findings)
	}
}

// unchecked lets any name through, as an operating system does.
type unchecked struct{ fstest.MapFS }

func (u unchecked) ReadDir(name string) ([]fs.DirEntry, error) { return u.MapFS.ReadDir(name) }

// TestUndated makes a book of which nothing tells the date: only the format's own
// stamp, which must be there, has the day that stands for none.
func TestUndated(t *testing.T) {
	o := options(harbour())
	o.Date = edtf.Undated
	dir, _ := make1(t, o)
	book := unzip(t, filepath.Join(dir, "dossier-hafen.de.epub"))
	if s := book["EPUB/package.opf"]; strings.Contains(s, "dc:date") || strings.Count(s, "1980") != 1 {
		t.Error(s)
	}
	if s := book["EPUB/title.xhtml"]; strings.Contains(s, "1980") {
		t.Error(s)
	}
}

func TestSymlink(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "secret"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	site := filepath.Join(dir, "public")
	if err := os.CopyFS(site, harbour()); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../secret", filepath.Join(site, "de", "link.html")); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "dist")
	files, findings, err := Make(context.Background(), options(os.DirFS(site)), out)
	if err != nil || files != nil || len(findings) != 1 || findings[0].Code != "bundle-symlink" || findings[0].File != "public/de/link.html" {
		t.Error(files, findings, err)
	}
	if left, _ := os.ReadDir(out); len(left) > 0 {
		t.Error("something was written", left)
	}
}

// TestFindingsLeaveNothing makes no bundle of a broken site, nor of one that is
// stopped, and leaves the last one alone.
func TestFindingsLeaveNothing(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "dossier-hafen.zip")
	if err := os.WriteFile(old, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	site := harbour()
	site["de/x/index.html"] = &fstest.MapFile{Data: []byte(`<img src="gone.png">`)}
	if _, findings, err := Make(context.Background(), options(site), dir); err != nil || !findings.HasErrors() {
		t.Error(findings, err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, _, err := Make(ctx, options(harbour()), dir); err == nil {
		t.Error("it went on")
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 || read(t, old) != "old" {
		t.Error(left)
	}
}

// TestLargeFiles streams them through a file; the zip is as if it had not.
func TestLargeFiles(t *testing.T) {
	text, noise := bytes.Repeat([]byte("Hafen und Kran. "), large/8), make([]byte, large+5)
	seed := uint32(1)
	for i := range noise {
		seed = seed*1664525 + 1013904223
		noise[i] = byte(seed >> 24)
	}
	site := harbour()
	site["data/text.txt"], site["data/noise.bin"] = &fstest.MapFile{Data: text}, &fstest.MapFile{Data: noise}
	dir, _ := make1(t, options(site))
	got := unzip(t, filepath.Join(dir, "dossier-hafen.zip"))
	if got["dossier-hafen/data/text.txt"] != string(text) || got["dossier-hafen/data/noise.bin"] != string(noise) {
		t.Error("a large file is not what it was")
	}
	if left, _ := os.ReadDir(dir); len(left) != 6 {
		t.Error(left)
	}
}

func TestVerify(t *testing.T) {
	public, secret, err := minisign.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	o := options(harbour())
	o.Key = &Key{secret}
	dir, _ := make1(t, o)
	key, other := &PublicKey{public}, &PublicKey{}
	if p, _, err := minisign.GenerateKey(nil); err == nil {
		other.key = p
	}
	check := func(name string, key *PublicKey, want string) {
		t.Helper()
		files, findings, err := Verify(filepath.Join(dir, name), key)
		got := ""
		for _, f := range findings {
			got += f.Code + " "
		}
		if err != nil || strings.TrimSpace(got) != want || want == "" && len(files) == 0 {
			t.Errorf("%s: %v %v %v", name, files, findings, err)
		}
	}
	check("", key, "")
	check("SHA256SUMS", key, "")
	check("dossier-hafen.zip", key, "")
	check("", nil, "bundle-signature") // a note that it was not checked
	check("", other, "bundle-signature")
	if err := os.WriteFile(filepath.Join(dir, "dossier-hafen.de.html"), []byte("changed"), 0o644); err != nil {
		t.Fatal(err)
	}
	check("", key, "bundle-changed")
	check("dossier-hafen.zip", key, "")
	check("dossier-hafen.de.html", key, "bundle-changed")
	if err := os.WriteFile(filepath.Join(dir, "other"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	check("other", key, "bundle-sums")
	_ = os.Remove(filepath.Join(dir, "dossier-hafen.zip"))
	check("", key, "bundle-missing bundle-changed")
	_ = os.Remove(filepath.Join(dir, SumsName))
	check("", key, "bundle-sums")
}
