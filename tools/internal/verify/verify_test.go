package verify

import (
	"strings"
	"testing"
	"testing/fstest"
)

const head = `<link rel="alternate" hreflang="de" href="/de/"><link rel="alternate" hreflang="en-GB" href="/en/">`

func TestSite(t *testing.T) {
	for name, tc := range map[string]struct {
		body string
		want string // code and message of the only finding; "" is none
	}{
		"sound":              {`<p id="a"><a href="#a">x</a> <a href="/en/#z">y</a> <a href="../en/">z</a>`, ""},
		"own address":        {`<a href="https://d.example/en/#z">y</a>`, ""},
		"outside link":       {`<a href="https://elsewhere.example/x">y</a><a href="mailto:a@b.example">m</a>`, ""},
		"text is no markup":  {`<pre>&lt;a href="/gone/"&gt;</pre><!-- <a href="/gone/"> -->`, ""},
		"dead link":          {`<a href="/de/gone/">x</a>`, "error[site-link]: links to /de/gone/"},
		"dead fragment":      {`<a href="/en/#nowhere">x</a>`, `error[site-fragment]: links to /en/#nowhere, but that page has no element "nowhere"`},
		"foreign request":    {`<img src="https://elsewhere.example/x.png">`, "error[site-request]"},
		"foreign srcset":     {`<img srcset="https://elsewhere.example/x.png 2x">`, "error[site-request]"},
		"inline style":       {`<p style="color:red">`, "error[site-inline]: holds a style attribute on <p>"},
		"inline script":      {`<script>1</script>`, "error[site-inline]: holds an inline <script>"},
		"data is no script":  {`<script type="application/ld+json">{}</script>`, ""},
		"event handler":      {`<p onclick="x()">`, "error[site-inline]: holds the event handler onclick"},
		"id twice":           {`<p id="a"><p id="a">`, `error[site-id]: the id "a" stands twice`},
		"missing stylesheet": {`<link rel="stylesheet" href="/css/gone.css">`, "error[site-link]"},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := fstest.MapFS{
				"de/index.html": {Data: []byte(head + tc.body)},
				"en/index.html": {Data: []byte(head + `<p id="z">`)},
			}
			got, err := Site(fsys, Options{BaseURL: "https://d.example/", Prefix: "public", Languages: []string{"de", "en"}})
			if err != nil {
				t.Fatal(err)
			}
			if tc.want == "" && len(got) > 0 || tc.want != "" && (len(got) != 1 || !strings.Contains(got[0].String(), tc.want)) {
				t.Errorf("got %v, want %q", got, tc.want)
			}
		})
	}
}

func TestSiteBelowAPath(t *testing.T) {
	fsys := fstest.MapFS{
		"de/index.html": {Data: []byte(head2 + `<a href="/sub/en/">x</a><a href="../en/">x</a>`)},
		"en/index.html": {Data: []byte(head2 + `<a href="/en/">outside of the site</a>`)},
	}
	got, err := Site(fsys, Options{BaseURL: "https://d.example/sub/", Languages: []string{"de", "en"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || !strings.Contains(got[0].String(), "en/index.html: error[site-link]: links to /en/") {
		t.Errorf("got %v", got)
	}
}

const head2 = `<link rel="alternate" hreflang="de" href="/sub/de/"><link rel="alternate" hreflang="en" href="/sub/en/">`

func TestPageWithoutPartner(t *testing.T) {
	fsys := fstest.MapFS{"de/index.html": {Data: []byte(`<link rel="alternate" hreflang="de" href="/de/">`)}}
	got, err := Site(fsys, Options{Languages: []string{"de", "en"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].Code != "site-language" {
		t.Errorf("got %v", got)
	}
}
