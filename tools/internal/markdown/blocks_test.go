package markdown

import (
	"strings"
	"testing"
)

func TestBlocksBeginWhereTheirFirstLineDoes(t *testing.T) {
	src := "+++\ntitle = \"T\"\n+++\n\nEins\nzwei.\n{#x}\n\n## Kopf\n\n- a\n\n  b\n- c\n\n> q\n> - r\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n---\n\nUnter\n=====\n\nEnde.\n- dicht\n"
	p, found := Parse("t.md", []byte(src))
	if found.HasErrors() {
		t.Fatal(found)
	}
	var got []string
	for _, at := range p.Blocks {
		line, _, _ := strings.Cut(src[at:], "\n")
		got = append(got, line)
	}
	if want := "Eins/## Kopf/- a/> q/| a | b |/```/---/Unter/Ende./- dicht"; strings.Join(got, "/") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "/"), want)
	}
	for _, u := range p.Units {
		if u.Text == "c" && p.Block(u.LineStart) != 2 {
			t.Errorf("the item is said to belong to block %d", p.Block(u.LineStart))
		}
	}
}
