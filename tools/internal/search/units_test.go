package search

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

func TestUnits(t *testing.T) {
	for name, tc := range map[string]struct{ page, want string }{
		"marked": {
			`<body><p>outside</p><main><h1>Der <em>Titel</em></h1><p>Vorspann.</p><div id="p-1" data-search="paragraph" data-n="3"><a data-search="off" href="#p-1">3</a><p>Ein Satz<a data-search="off">7</a>.</p><p>Noch&nbsp;einer &amp; mehr.</p></div></main><p>outside</p>`,
			"Der Titel | page/// Der Titel Vorspann. | paragraph/p-1/3/ Ein Satz. Noch\u00a0einer & mehr.",
		},
		"a unit in a unit":    {`<main><ul><li id="a" data-search="event">one <p id="b" data-search="paragraph">two</p> three</li></ul></main>`, " | event/a// one three | paragraph/b// two"},
		"not marked":          {`<main><h1>T</h1><h2 id="x">Head</h2><p id="y">Text <a id="z" href="#">link</a></p></main>`, "T | page/// T | heading/x// Head | paragraph/y// Text link"},
		"what is not text":    {`<main>a<script>b</script><style>c</style><nav>d</nav><svg><text>e</text></svg><p hidden>f</p><p aria-hidden="true">g</p><div popover>h</div><template>i</template>j</main>`, " | page/// a j"},
		"words at block ends": {`<main><table><tr><td>1</td><td>2</td></tr></table>a<br>b<b>c</b></main>`, " | page/// 1 2 a bc"},
		"not to be indexed":   {`<head><meta name="robots" content="noindex"></head><main><p>x</p></main>`, ""},
		"no main":             {`<body><p id="a">x</p></body>`, ""},
		"broken":              {`<main><p id="a">x</div></p></p>y<`, " | page/// y< | paragraph/a// x"},
		"markup as text":      {`<main>&lt;p id="a"&gt; <pre>&lt;main&gt;</pre></main>`, ` | page/// <p id="a"> <main>`},
	} {
		t.Run(name, func(t *testing.T) {
			title, units := Units([]byte(tc.page))
			var got []string
			if len(units) > 0 {
				got = append(got, title)
			}
			for _, u := range units {
				got = append(got, fmt.Sprintf("%s/%s/%s/ %s", u.Kind, u.ID, u.N, u.Text))
			}
			if s := strings.Join(got, " | "); s != tc.want {
				t.Errorf("got  %s\nwant %s", s, tc.want)
			}
		})
	}
}

func TestSite(t *testing.T) {
	site := fstest.MapFS{
		"de/index.html":    {Data: []byte(`<main><h1>Start</h1></main>`)},
		"de/a/index.html":  {Data: []byte(`<main><h1>Wasser</h1><p id="p" data-search="paragraph">Der Rohrbruch.</p></main>`)},
		"de/404.html":      {Data: []byte(`<head><meta name="robots" content="noindex"></head><main>nichts</main>`)},
		"en/index.html":    {Data: []byte(`<main><h1>Start</h1></main>`)},
		"assets/other.txt": {Data: []byte("x")},
	}
	files, err := Site(site, []string{"de", "en"})
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Site(site, []string{"de", "en"})
	for name, data := range files {
		if string(again[name]) != string(data) {
			t.Errorf("%s differs from run to run", name)
		}
	}
	text := string(files["search/de-0.js"])
	if !strings.Contains(text, `"de/a/","Wasser"`) || !strings.Contains(text, "Der Rohrbruch.") || strings.Contains(text, "nichts") {
		t.Error(text)
	}
	if len(files) != 4 {
		t.Errorf("%d files", len(files))
	}
}

// FuzzUnits reads any bytes as a page.
func FuzzUnits(f *testing.F) {
	f.Add([]byte(`<main><h1>a</h1><p id="x" data-search="paragraph">b<br>c</p></main>`))
	f.Add([]byte(`<main><li id=a><li id=b></ul></main></main>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, units := Units(data)
		for _, u := range units {
			if u.Text == "" || u.Kind == "" {
				t.Errorf("%q: an empty unit", data)
			}
		}
	})
}
