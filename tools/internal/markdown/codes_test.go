package markdown

import (
	"strings"
	"testing"
)

func TestCodes(t *testing.T) {
	for text, want := range map[string]string{
		"nothing":                                "nothing",
		"[a billion](fig:x) people[](src:y).":    "«1[»a billion«/1](fig:x)» people«[](src:y)».",
		"`a [b](c)` and [`d` e](f \"g\")":        "«`a [b](c)`» and «1[»«`d`» e«/1](f \"g\")»",
		"[![alt](i.png)](u)":                     "«1[»«2![»alt«/2](i.png)»«/1](u)»",
		"one\\\ntwo":                             "one«\\\n»two",
		"{{< ref \"x\" >}} and [t]({{< r >}}) .": "«{{< ref \"x\" >}}» and «1[»t«/1]({{< r >}})» .",
		"<https://a.b> <i>x</i>":                 "«<https://a.b>» «<i>»x«</i>»",
		"*em* stays \\[as it is\\]":              "*em* stays \\[as it is\\]",
	} {
		var b strings.Builder
		at := 0
		for _, c := range Codes(text) {
			b.WriteString(text[at:c.Start] + "«")
			if c.Close {
				b.WriteString("/")
			}
			if c.Pair > 0 {
				b.WriteByte(byte('0' + c.Pair))
			}
			b.WriteString(text[c.Start:c.End] + "»")
			at = c.End
		}
		b.WriteString(text[at:])
		if b.String() != want {
			t.Errorf("%q:\n got %q\nwant %q", text, b.String(), want)
		}
	}
}

func FuzzCodes(f *testing.F) {
	f.Add("[a](b)[](c)`d`\\\n{{< e >}}")
	f.Add("[![a](b)](c) <http://d.e>")
	f.Fuzz(func(t *testing.T, text string) {
		end, open := 0, map[int]int{}
		for _, c := range Codes(text) {
			if c.Start < end || c.End <= c.Start || c.End > len(text) {
				t.Fatalf("%q: span %v after %d", text, c.Span, end)
			}
			end = c.End
			if c.Pair > 0 {
				open[c.Pair]++
			}
		}
		for pair, n := range open {
			if n != 2 {
				t.Fatalf("%q: pair %d has %d ends", text, pair, n)
			}
		}
	})
}
