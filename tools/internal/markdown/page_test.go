package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"
)

func parse(t *testing.T, src string) *Page {
	t.Helper()
	p, found := Parse("page.md", []byte(src))
	if found.HasErrors() {
		t.Fatal(found)
	}
	return p
}

func TestEncoding(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"latin-1", "# Gr\xfc\xdfe\n", "page.md:1:5: error[encoding-utf8]: byte 0xfc is not UTF-8"},
		{"later line", "a\näö \xe4\n", "page.md:2:6: error[encoding-utf8]: byte 0xe4 is not UTF-8"},
		{"cut rune", "a\xc3", "page.md:1:2: error[encoding-utf8]: byte 0xc3 is not UTF-8"},
		{"surrogate", "\xed\xa0\x80", "page.md:1:1: error[encoding-utf8]: byte 0xed is not UTF-8"},
		{"utf-16", "\xff\xfea\x00", "page.md:1:1: error[encoding-utf8]: byte 0xff is not UTF-8"},
		{"replacement character", "a \uFFFD b", ""},
		{"byte order mark", "\uFEFF# a", ""},
		{"nul", "a\x00b", "page.md:1:2: warning[control-character]: an invisible control character stands here, U+0000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, found := Parse("page.md", []byte(c.src))
			got := ""
			if len(found) > 0 {
				got = found[0].String()
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if (len(p.Units) == 0) != found.HasErrors() {
				t.Errorf("%d units", len(p.Units))
			}
		})
	}
}

func TestByteOrderMark(t *testing.T) {
	p := parse(t, "\uFEFF+++\ntitle = \"a\"\n+++\n- b\n")
	if len(p.Units) != 2 || p.Units[1].Kind != ListItem {
		t.Errorf("units %+v", p.Units)
	}
	if u := parse(t, "\uFEFF- b\n  c").Units[0]; u.Prefix != "  " || u.Text != "b c" {
		t.Errorf("without front matter: %+v", u)
	}
	if u := parse(t, "\uFEFFa | b\n-|-\n").Units[0]; u.LineStart != 3 {
		t.Errorf("a line begins before the mark: %+v", u)
	}
}

// A caller wraps paragraphs in lines and gives headings an attribute block.
func TestRewrite(t *testing.T) {
	p := parse(t, "## Eins {.x}\r\n\r\nZwei\r\ndrei\r\n{#id}\r\n\r\nVier\r\n===\r\n\r\n## Fünf ##  \r\nSechs")
	var edits []Edit
	for _, u := range p.Units {
		switch u.Kind {
		case Heading:
			edits = append(edits, Edit{u.Attr, "{#h}"})
			if u.Attr.Len() == 0 {
				edits[len(edits)-1].Text = " {#h}"
			}
		case Paragraph:
			edits = append(edits, Edit{Span{u.LineStart, u.LineStart}, "<<" + p.EOL()},
				Edit{Span{u.LineEnd, u.LineEnd}, p.EOL() + ">>"})
		}
	}
	got := p.Rewrite(func(_ int, u Unit) (string, bool) { return strings.ToUpper(u.Text), true }, edits...)
	want := "## EINS {#h}\r\n\r\n<<\r\nZWEI DREI\r\n{#id}\r\n>>\r\n\r\nVIER {#h}\r\n===\r\n\r\n## FÜNF ## {#h}  \r\n<<\r\nSECHS\r\n>>"
	if string(got) != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestRewriteOverlap(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("overlapping edits went through")
		}
	}()
	p := parse(t, "Eins")
	p.Rewrite(func(int, Unit) (string, bool) { return "One", true }, Edit{Span{1, 2}, "x"})
}

func TestPlaces(t *testing.T) {
	src := "> - eins\n>   zwei\n\n1.  drei\n\n[^a]: vier\n\n: x[^a]\n\n---\nfünf\n: sechs\n  - sieben\n"
	p := parse(t, src)
	want := []string{
		`0-17 prefix ">   " "eins zwei"`,
		`19-27 prefix "    " "drei"`,
		`29-39 prefix "    " "vier"`,
		`41-48 prefix "" ": x[^a]"`,
		`54-59 prefix "" "fünf"`,
		`60-67 prefix "  " "sechs"`,
		`68-78 prefix "    " "sieben"`,
	}
	for i, u := range p.Units {
		got := fmt.Sprintf("%d-%d prefix %q %q", u.LineStart, u.LineEnd, u.Prefix, u.Text)
		if i >= len(want) || got != want[i] {
			t.Errorf("unit %d: %s", i, got)
		}
	}
}

func TestKeys(t *testing.T) {
	for _, src := range []string{
		"+++\ntitle = 'a'\nslugs.en = 'b'\n[params]\nx = 1\n+++\n",
		"---\ntitle: a\nslugs: {en: b}\nparams:\n  x: 1\n---\n",
		"{\"title\": \"a\",\n\"slugs\": {\"en\": \"b\"},\n\"params\": {\"x\": 1}}\n",
	} {
		p := parse(t, src)
		for _, key := range []string{"title", "slugs", "params"} {
			at, ok := p.Front.Keys[key]
			if _, has := p.Front.Values[key]; !has || !ok || !strings.HasPrefix(strings.TrimLeft(src[at:], `"`), key) {
				t.Errorf("%s: key %s at %d (%v)", p.Front.Format, key, at, ok)
			}
		}
		if len(p.Front.Keys) != 3 {
			t.Errorf("%s: keys %v", p.Front.Format, p.Front.Keys)
		}
	}
}

func TestPos(t *testing.T) {
	p := parse(t, "a\r\n\nbc\n")
	for offset, want := range map[int]string{0: "1:1", 1: "1:2", 2: "1:3", 3: "2:1", 4: "3:1", 6: "3:3", 7: "4:1", 99: "4:1", -1: "1:1"} {
		pos := p.Pos(offset)
		if got := fmt.Sprintf("%d:%d", pos.Line, pos.Col); got != want {
			t.Errorf("offset %d at %s, want %s", offset, got, want)
		}
	}
}

func TestRewriteRefs(t *testing.T) {
	upper := func(r Ref) string {
		if r.Image {
			return "IMG" + r.Text
		}
		return "<" + r.ID + ":" + r.Text + ">"
	}
	for text, want := range map[string]string{
		"a [b](fig:c) d":                   "a <c:b> d",
		"[](fig:c)[](fig:d)":               "<c:><d:>",
		"[a ![b](c) d](src:e) f":           "<e:a IMGb d> f",
		"`[b](fig:c)` \\[b](fig:c) [b][c]": "`[b](fig:c)` \\[b](fig:c) [b][c]",
		"[a](fig:b\\\nc) [d](fig:e)":       "[a](fig:b\\\nc) <e:d>",
		"nothing":                          "nothing",
	} {
		if got := RewriteRefs(text, upper); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	renumbered := RewriteRefs("[a](<fig:b> 'c')", func(r Ref) string {
		at := r.DestEnd - r.Start
		return r.Source[:at] + "?k=2" + r.Source[at:]
	})
	if renumbered != "[a](<fig:b?k=2> 'c')" {
		t.Error(renumbered)
	}
}

func TestShape(t *testing.T) {
	for src, want := range map[string]string{
		"+++\ntitle='x'\n+++\n# a\n\nb\n{#c}\n\n- d\n\n  e\n- f":     "h1 p attr ul(li(p p) li(p))",
		"1. a\n2. b\n\n> c\n\n***\n\n    d\n":                        "ol(li(t) li(t)) quote(p) hr code",
		"| a | b |\n|-|-|\n| c |\n":                                  "table(th(td td) tr(td td))",
		"a[^b]\n\n[^b]: c\n\nd\n: e\n\n<hr>\n\n[f]: g\n":             "p dl(dt dd(t)) html def footnotes(footnote(p))",
		"{{< x >}}\n\n{{< highlight go >}}\n# a\n{{< /highlight >}}": "p p",
		"+++\nno end": "",
	} {
		if got := Shape([]byte(src)); got != want {
			t.Errorf("%q has shape %q, want %q", src, got, want)
		}
	}
}

// In whatever container a page is put, the laws hold.
func TestLaws(t *testing.T) {
	wraps := []struct{ first, next string }{
		{"", ""}, {"> ", "> "}, {"- ", "  "}, {"1.\t", "\t"}, {"a\n: ", "  "}, {"a[^f]\n\n[^f]: ", "    "}, {"> 1. > ", ">    > "},
	}
	for _, src := range seeds {
		for _, w := range wraps {
			for _, eol := range []string{"\n", "\r\n"} {
				s := strings.ReplaceAll(w.first+strings.ReplaceAll(src, "\n", "\n"+w.next), "\n", eol)
				if problem := laws([]byte(s)); problem != "" {
					t.Errorf("%q: %s", s, problem)
				}
			}
		}
	}
}

// Whatever a translator writes, it stays where it belongs.
func TestTranslations(t *testing.T) {
	pages := []string{
		"# a\n\nb\n===\n\nc\n- d\n- e\n\n  f\n", "> a\n>\n> b\n", "| a | b |\n|---|---|\n|c|d|\n",
		"![a](b \"c\")\n\n![d](e 'f')\n\n![g](h (i))\n\n![j]\n\n![k][]\n\n[j]: l\n[k]: l\n",
		"a\n: b\n\n  c\n: d\n", "+++\ntitle = 'a'\n+++\nb\n\n- [ ] c\n", "---\ntitle: a\nsummary: |\n  b\n\n  c\n---\n",
	}
	texts := []string{
		"1. x", "12) x", "- y", "+ x", "* x", "# z", "> q", "a | b", "x \"y", "x 'y", "a\\\nb", "a  \n# b", "x #", "x {#a}",
		"x {.a} #", "[x] y", "[ ] y", "[a]: b", "[^1]: b", "x]", "[x", "x\\", "x\\\\", "x (y", "y) x", "`a|b` c", "```x",
		"~~~ x", "<div>x", "{#a} b", ": x", "x\n\ny", "x\n===", "===x", "--- x", "***x", "* * * x", "| a | b |", "x\r\ny",
		"a\\\n1. b\\\n> c", "a  \n{#b}\n", "a\\\n---", "a\\\n|-|-|", "a\\\n: b", "&amp; x", "*a* {{< x \"a|b\" >}}", "{{< x a=`b\nc` >}} d",
	}
	for _, src := range pages {
		p := parse(t, src)
		for _, text := range texts {
			if problem := lawOfTranslation(p, text); problem != "" {
				t.Error(problem)
			}
		}
	}
}

// The parsers are shared, and pages are parsed side by side.
func TestConcurrentParse(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, src := range seeds {
				if problem := laws([]byte(src)); problem != "" {
					t.Error(problem)
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkParse(b *testing.B) {
	var chapter bytes.Buffer
	chapter.WriteString("+++\ntitle = \"Der Aufstieg\"\nsummary = \"Wie eine App die Welt eroberte.\"\nweight = 1\n+++\n")
	for i := 0; chapter.Len() < 4096; i++ {
		fmt.Fprintf(&chapter, "\n## Abschnitt %d\n\nSeit 2021 nutzen [mehr als eine Milliarde](fig:mau-welt-2021) Menschen\n"+
			"die App, *viele* davon täglich [](src:cnet-2021-09-27 \"S. 3\"). Das `Kürzel` bleibt.\n\n- ein Punkt\n- noch [einer](event:e1)\n", i)
	}
	src := chapter.Bytes()
	b.Run("chapter", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		b.ReportAllocs()
		for b.Loop() {
			Parse("page.md", src)
		}
	})
	p, _ := Parse("page.md", src)
	b.Run("splice", func(b *testing.B) {
		for b.Loop() {
			p.Rewrite(func(_ int, u Unit) (string, bool) { return u.Text + "!", true })
		}
	})
	b.Run("refs", func(b *testing.B) {
		for b.Loop() {
			for _, u := range p.Units {
				Refs(u.Text)
			}
		}
	})
	long := bytes.Repeat(src[p.Body:], 250)
	b.Run("megabyte", func(b *testing.B) {
		b.SetBytes(int64(len(long)))
		for b.Loop() {
			Parse("page.md", long)
		}
	})
}
