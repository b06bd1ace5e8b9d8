package bundle

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

// small is a site with a file for every address of the tests.
func small(t testing.TB, extra map[string]string) *Site {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, name := range strings.Fields("index.html de/index.html de/a/index.html de/b/index.html img/x.png img/y.png css/s.css js/s.js de/ä/ö%20ü.html") {
		fsys[name] = &fstest.MapFile{Data: []byte("x")}
	}
	for name, text := range extra {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, findings, err := open(fsys, "https://d.example/", "public", "download")
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	return s
}

// TestAddresses rewrites one tag at a time, as it stands in de/a/index.html.
func TestAddresses(t *testing.T) {
	s := small(t, nil)
	for _, tc := range [][2]string{
		{`<a href="/de/b/">`, `<a href="../b/index.html">`},
		{`<a href='/de/b/#p-1'>`, `<a href='../b/index.html#p-1'>`},
		{`<a href=/de/b/>`, `<a href="../b/index.html">`},
		{`<A HREF = "/de/b/" CLASS=x>`, `<A HREF = "../b/index.html" CLASS=x>`},
		{`<a href="/">`, `<a href="../../index.html">`},
		{`<a href="../b">`, `<a href="../b/index.html">`},
		{`<a href="/de/b/?q=1&amp;r=2#x%20y">`, `<a href="../b/index.html?q=1&amp;r=2#x%20y">`},
		{`<a href="https://d.example/de/b/">`, `<a href="../b/index.html">`},
		{`<a href="//d.example/">`, `<a href="../../index.html">`},
		{`<a href="/de/%C3%A4/%C3%B6%2520%C3%BC.html">`, `<a href="../%C3%A4/%C3%B6%2520%C3%BC.html">`},
		{`<a href="https://elsewhere.example/de/b/">`, `<a href="https://elsewhere.example/de/b/">`},
		{`<a href="#p-1">`, `<a href="#p-1">`},
		{`<a href="mailto:a@b.example">`, `<a href="mailto:a@b.example">`},
		{`<a href="javascript:void(0)">`, `<a href="javascript:void(0)">`},
		{`<a href="/download/x.zip">`, `<a href="https://d.example/download/x.zip">`},
		{`<a href="" title="/de/b/">`, `<a href="" title="/de/b/">`},
		{`<img src="/img/x.png" alt="src=/img/x.png">`, `<img src="../../img/x.png" alt="src=/img/x.png">`},
		{`<img srcset="/img/x.png 1x,/img/y.png 2x">`, `<img srcset="../../img/x.png 1x,../../img/y.png 2x">`},
		{"<img srcset=\"\n /img/x.png 1x, /img/y.png 2x\">", "<img srcset=\"\n ../../img/x.png 1x, ../../img/y.png 2x\">"},
		{`<source srcset="/img/x.png, /img/y.png 800w">`, `<source srcset="../../img/x.png, ../../img/y.png 800w">`},
		{`<video poster="/img/x.png" src="/img/y.png">`, `<video poster="../../img/x.png" src="../../img/y.png">`},
		{`<object data="/img/x.png">`, `<object data="../../img/x.png">`},
		{`<form action="/de/b/">`, `<form action="../b/index.html">`},
		{`<form data-src="/js/s.js" data-other="/js/s.js">`, `<form data-src="../../js/s.js" data-other="/js/s.js">`},
		{`<p style="background: url(/img/x.png)">`, `<p style="background: url(&#34;../../img/x.png&#34;)">`},
		{`<svg><use xlink:href="/img/x.png#a"/><rect fill="url(#g)"/></svg>`, `<svg><use xlink:href="../../img/x.png#a"/><rect fill="url(#g)"/></svg>`},
		{`<meta http-equiv="refresh" content="0; url=/de/b/">`, `<meta http-equiv="refresh" content="0; url=../b/index.html">`},
		{`<meta http-equiv=Refresh content="0;URL='/de/b/'">`, `<meta http-equiv=Refresh content="0;URL=&#39;../b/index.html&#39;">`},
		{`<meta property="og:image" content="https://d.example/img/x.png">`, `<meta property="og:image" content="https://d.example/img/x.png">`},
		{`<link rel="canonical" href="https://d.example/de/a/">`, `<link rel="canonical" href="https://d.example/de/a/">`},
		{`<link rel="alternate" hreflang="de" href="https://d.example/de/a/">`, `<link rel="alternate" hreflang="de" href="https://d.example/de/a/">`},
		{`<link rel="stylesheet" href="/css/s.css" integrity="sha256-x" crossorigin>`, `<link rel="stylesheet" href="../../css/s.css">`},
		{`<link rel="preload" href="/css/s.css" as="style">`, ``},
		{`<link rel="manifest" href="/gone.json">`, ``},
		{`<script src="/js/s.js" crossorigin="anonymous" defer></script>`, `<script src="../../js/s.js" defer></script>`},
		{`<style>a{background:url( '/img/x.png' )} /* url(/z) */ b{content:"url(/z)"} @import "/css/s.css";</style>`, `<style>a{background:url("../../img/x.png")} /* url(/z) */ b{content:"url(/z)"} @import "../../css/s.css";</style>`},
		{`<noscript><img src="/img/x.png"></noscript>`, `<noscript><img src="../../img/x.png"></noscript>`},
		{`<a href="/de/b/" href="/gone/">`, `<a href="../b/index.html" href="/gone/">`},
	} {
		got, findings := s.offline("de/a/index.html", []byte(tc[0]))
		if string(got) != tc[1] || len(findings) > 0 {
			t.Errorf("%s\n got  %s\n want %s\n %v", tc[0], got, tc[1], findings)
		}
	}
}

// TestSrcset holds the candidates of HTML's own algorithm.
func TestSrcset(t *testing.T) {
	upper := func(s string) string { return strings.ToUpper(s) }
	for _, tc := range [][2]string{
		{"", ""}, {"a", "A"}, {" a , b 2x", " A , B 2x"}, {"a 1x,b 2x", "A 1x,B 2x"}, {"a, b", "A, B"}, {"a,b", "A,B"},
		{"data:,a 1x, b", "DATA:,A 1x, B"}, {"a 1x (x, y), b", "A 1x (x, y), B"}, {",,a,", ",,A,"}, {"a,, b", "A,, B"},
	} {
		if got := rewriteSrcset(tc[0], upper); got != tc[1] {
			t.Errorf("%q: %q, want %q", tc[0], got, tc[1])
		}
	}
}

// TestProseStays copies texts that are full of what looks like addresses.
func TestProseStays(t *testing.T) {
	files, err := filepath.Glob("testdata/prose/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	s := small(t, nil)
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got, findings := s.offline("de/a/index.html", src)
		if !bytes.Equal(got, src) || len(findings) > 0 {
			t.Errorf("%s was changed: %v\n%s", file, findings, got)
		}
	}
}

// TestFindings holds what cannot be taken along to its place.
func TestFindings(t *testing.T) {
	for name, tc := range map[string]struct{ file, text, want string }{
		"missing page":        {"de/a/index.html", "<p>\n <a href=\"/gone/\">", `public/de/a/index.html:2:11: error[bundle-link]: leads to "/gone/", which is not in the site`},
		"missing picture":     {"de/a/index.html", `<img src="x.png">`, `public/de/a/index.html:1:11: error[bundle-link]: leads to "x.png", which is not in the site`},
		"missing in a style":  {"css/t.css", "a{}\nb{background:url(x.png)}", `public/css/t.css:2:18: error[bundle-link]: leads to "x.png", which is not in the site`},
		"out of the site":     {"de/a/index.html", `<a href="../../../etc/passwd">`, `error[bundle-link]: leads to "../../../etc/passwd", which lies outside of the site`},
		"out by the root":     {"de/a/index.html", `<a href="/../x">`, `which lies outside of the site`},
		"no address":          {"de/a/index.html", `<a href="http://[">`, `which is no address`},
		"base":                {"de/a/index.html", `<base href="/de/">`, `error[bundle-base]`},
		"module":              {"de/a/index.html", `<script type="module" src="/js/s.js"></script>`, `public/de/a/index.html:1:15: error[bundle-script]: a module does not load from a disk`},
		"a script that asks":  {"js/t.js", "// fetch(\nvar s = 'fetch(';\nfetch('/x')", `public/js/t.js:3:1: error[bundle-script]: a script uses fetch, which a page opened from a disk may not`},
		"an inline script":    {"de/a/index.html", "<script>\nnew XMLHttpRequest()</script>", `public/de/a/index.html:2:1: error[bundle-script]`},
		"a worker":            {"js/t.js", "x = new Worker('w.js')", "error[bundle-script]: a script uses new Worker"},
		"a service worker":    {"js/t.js", "navigator.serviceWorker.register('w.js')", "error[bundle-script]: a script uses navigator.serviceWorker"},
		"an import":           {"js/t.js", "import x from './y.js'", "error[bundle-script]: a script uses import"},
		"words about scripts": {"js/t.js", "var r = /fetch(x)/, t = `fetch(${a})`; o.fetch(1); prefetch(2); /* new Worker( */ a / fetched / b", ""},
		"data is no script":   {"de/a/index.html", `<script type="application/json">{"a": "fetch("}</script>`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, findings := small(t, nil).offline(tc.file, []byte(tc.text))
			if tc.want == "" && len(findings) > 0 || tc.want != "" && (len(findings) != 1 || !strings.Contains(findings[0].String(), tc.want)) {
				t.Errorf("got %v, want %s", findings, tc.want)
			}
		})
	}
}

func TestBelowAPath(t *testing.T) {
	fsys := fstest.MapFS{"de/index.html": {Data: []byte("x")}, "index.html": {Data: []byte("x")}}
	s, _, _ := open(fsys, "https://d.example/sub/dir/", "public")
	for _, tc := range [][2]string{
		{`<a href="/sub/dir/">`, `<a href="../index.html">`},
		{`<a href="/sub/dir">`, `<a href="../index.html">`},
		{`<a href="../de/">`, `<a href="index.html">`},
		{`<a href="https://d.example/other/">`, `<a href="https://d.example/other/">`},
	} {
		if got, findings := s.offline("de/index.html", []byte(tc[0])); string(got) != tc[1] || len(findings) > 0 {
			t.Errorf("%s: %s %v", tc[0], got, findings)
		}
	}
	if _, findings := s.offline("de/index.html", []byte(`<a href="/other/">`)); !findings.HasErrors() {
		t.Error("a link beside the site is not found")
	}
}

// FuzzAttributes compares with the tokenizer: the same attributes, the same values.
func FuzzAttributes(f *testing.F) {
	for _, s := range []string{`<a href="x" b='y' c=z d>`, "<a\n=b ==c d = e/f='>", `<a/b/c="d"e>`, `<a b=c"d x='`, `<img src=a/>`, `<a A=1 a=2>`, "<a b=\x00>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		z := html.NewTokenizer(strings.NewReader(src))
		for {
			kind := z.Next()
			if kind == html.ErrorToken {
				return
			}
			if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
				continue
			}
			raw := slices.Clone(z.Raw())
			name, more := z.TagName()
			tag := newTag(string(name), 0, raw)
			i := 0
			for more {
				var k, v []byte
				k, v, more = z.TagAttr()
				if len(k) == 0 {
					continue
				}
				if i >= len(tag.list) {
					t.Fatalf("%q: no attribute %q", raw, k)
				}
				a := tag.list[i]
				i++
				if a.name != string(k) && !strings.ContainsAny(a.name, "\x00\r") && asciiOnly(a.name) {
					t.Fatalf("%q: attribute %q, the tokenizer has %q", raw, a.name, k)
				}
				if got := a.text(raw); got != string(v) && !strings.Contains(got, "\r") && !strings.Contains(got, "\x00") {
					t.Fatalf("%q: value %q, the tokenizer has %q", raw, got, v)
				}
			}
		}
	})
}

func asciiOnly(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
}

// FuzzCopy holds that a page without addresses of the site stays as it is, byte by
// byte, whatever it holds.
func FuzzCopy(f *testing.F) {
	f.Add([]byte(`<p>a<!-- b --><script>c</script><style>d{}</style>&amp; <x y=z>`))
	f.Add([]byte("<noscript><p></noscript><textarea><a href=/x>"))
	f.Fuzz(func(t *testing.T, src []byte) {
		r := rewriter{address: func(_ *tag, _ kind, _, raw string, _ int) string { return raw }}
		lower := bytes.ToLower(src)
		for _, k := range []string{"integrity", "crossorigin", "ping"} {
			if bytes.Contains(lower, []byte(k)) {
				return
			}
		}
		if got := r.page(src); !bytes.Equal(got, src) {
			t.Errorf("%q became %q", src, got)
		}
	})
}
