package markdown

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestView(t *testing.T) {
	const text = `Von [54](fig:a "x") auf **[271&nbsp;Mio\.](fig:b)**[](src:s "S. 7") in ` + "`v1.2`" + ` und {{< x y="3" >}} 9.`
	v := ViewOf(text)
	if want := "Von 54 auf 271\u00a0Mio. in v1.2 und  9."; v.Text != want {
		t.Fatalf("seen is %q, want %q", v.Text, want)
	}
	for _, seen := range []string{"Von", "54", "auf", "271", "Mio", " in", "v1.2", "und", "9."} {
		at := strings.Index(v.Text, seen)
		if got := v.Written(at); !strings.HasPrefix(text[got:], seen) {
			t.Errorf("%q is said to be written at %q", seen, text[got:])
		}
		if got := v.Seen(v.Written(at)); got != at {
			t.Errorf("%q is seen at %d, said to be at %d", seen, at, got)
		}
	}
	var words []string
	for _, r := range v.Refs {
		s := v.Words(r)
		words = append(words, v.Text[s.Start:s.End])
	}
	if got := strings.Join(words, "|"); got != "54|271\u00a0Mio.|" {
		t.Errorf("the links' words are %q", got)
	}
	if len(v.Code) != 1 || v.Text[v.Code[0].Start:v.Code[0].End] != "v1.2" {
		t.Errorf("code spans are %v", v.Code)
	}
}

// FuzzView holds that places go there and back, on borders of characters.
func FuzzView(f *testing.F) {
	for _, s := range []string{"", " a ", `\*a&amp;b\`, "[a](b) `c` <d> https://e.example", "a\\\nb", "![alt 5](x.png)", "&;\\", "{{< a >}}b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		v := ViewOf(text)
		last := 0
		for i := range v.Text {
			at := v.Written(i)
			if at < last || at > len(text) {
				t.Fatalf("byte %d of %q is said to be written at %d", i, v.Text, at)
			}
			last = at
		}
		for _, r := range v.Refs {
			if w := v.Words(r); w.Start > w.End || w.End > len(v.Text) {
				t.Fatalf("words %v of %q", w, r.Source)
			}
		}
	})
}
