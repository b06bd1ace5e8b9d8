package parts

import (
	"bytes"
	"strings"
	"testing"
)

// In the cases, « and » stand for the marks.
var marks = strings.NewReplacer("«", begin, "»", end)

func TestPage(t *testing.T) {
	german, beside := Language{"de-DE", "ltr"}, Language{"de", ""}
	for _, c := range []struct {
		what string
		in   Language
		page string
		want string
	}{
		{"nothing marked", german, `<p title="a">b</p>`, `<p title="a">b</p>`},
		{"a word in a text", german, `<p>x «Zum Inhalt» y</p>`, `<p>x <span lang="de-DE" dir="ltr">Zum Inhalt</span> y</p>`},
		{"written the same way", beside, `<p>«Register»</p>`, `<p><span lang="de">Register</span></p>`},
		{"an attribute", german, `<nav aria-label="«Register»">a</nav>`, "<nav aria-label=\"\u2068Register\u2069\">a</nav>"},
		{"an attribute, the same way", beside, `<input placeholder="«Suchen»">`, `<input placeholder="Suchen">`},
		{"a title is no place for elements", beside, `<title>«Suche» – X</title>`, `<title>Suche – X</title>`},
		{"a drawing has its own", beside, `<svg><title>«Linie»</title><text>«Wert»</text></svg>«neben»`, `<svg><title>Linie</title><text>Wert</text></svg><span lang="de">neben</span>`},
		{"a choice has the language itself", german, `<option value="a">«Wert»</option>`, `<option value="a" lang="de-DE" dir="ltr">Wert</option>`},
		{"a choice of two languages", beside, `<option>2 «Werte»</option>`, `<option>2 Werte</option>`},
		{"markup in a word", beside, `<p>«<b>Noch nicht.</b> Folgt.»</p>`, `<p><span lang="de"><b>Noch nicht.</b> Folgt.</span></p>`},
		{"a word in a word", beside, `<p>«Zitieren: «Kapitel» 2»</p>`, `<p><span lang="de">Zitieren: <span lang="de">Kapitel</span> 2</span></p>`},
		{"said already", german, `<h1 lang="de-DE"><i>«Titel»</i><small lang="ar">«fehlt»</small></h1>`, `<h1 lang="de-DE"><i>Titel</i><small lang="ar"><span lang="de-DE" dir="ltr">fehlt</span></small></h1>`},
		{"said, then not any more", beside, `<b lang="de">«a»</b><br>«b»`, `<b lang="de">a</b><br><span lang="de">b</span>`},
		{"a beginning without an end", beside, `<p>a «b</p>`, `<p>a b</p>`},
		{"an end without a beginning", beside, `<p>a» b</p>`, `<p>a b</p>`},
	} {
		if got := string(c.in.Page([]byte(marks.Replace(c.page)))); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.what, got, c.want)
		}
	}
}

func TestBare(t *testing.T) {
	if got := (Language{"de", ""}).Bare(Mark("a") + " b"); got != "a b" {
		t.Errorf("got %q", got)
	}
	if got, want := (Language{"de", "ltr"}).Bare("1 "+Mark("a")), "1 "+(Language{"de", "ltr"}).Isolate("a"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Whatever the page, no mark is left, and one without marks is what it was.
func FuzzPage(f *testing.F) {
	for _, s := range []string{`<p>«a»</p>`, `<option>«a»</option>`, `<p>«a`, `<svg>«<title>»`, `<!--«-->»<a b='«'>`} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, page string, otherWay bool) {
		l := Language{Tag: "de"}
		if otherWay {
			l.Dir = "ltr"
		}
		marked := []byte(marks.Replace(page))
		got := l.Page(marked)
		if bytes.ContainsAny(got, begin+end) {
			t.Fatalf("%q keeps a mark: %q", page, got)
		}
		if again := l.Page(got); !bytes.Equal(again, got) {
			t.Fatalf("%q becomes %q, then %q", page, got, again)
		}
	})
}
