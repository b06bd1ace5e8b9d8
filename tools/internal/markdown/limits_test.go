package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestAbsurdPages holds a page of any content to a short time, and to a finding where
// it is refused.
func TestAbsurdPages(t *testing.T) {
	stairs := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return b.String()
	}
	bomb := "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'j'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c,", c-1), 9), ","))
	}
	for name, tc := range map[string]struct {
		src     string
		refused bool
	}{
		"quotes":         {strings.Repeat(">", 30000) + " a", true},
		"dashes":         {strings.Repeat("- ", 20000) + "a", true},
		"numbers":        {strings.Repeat("1. ", 20000) + "a", true},
		"mixed":          {strings.Repeat("> - ", 3000) + "a", true},
		"a list, deep":   {stairs(3000), true},
		"links":          {strings.Repeat("[a](", 20000), true},
		"columns":        {strings.Repeat("|a", 5000) + "\n" + strings.Repeat("|-", 5000) + "\n" + strings.Repeat("|x", 5000) + "\n", true},
		"brackets":       {strings.Repeat("[", 50000) + "a", false},
		"images":         {strings.Repeat("![", 20000) + "a", false},
		"emphasis":       {strings.Repeat("**a*", 30000), false},
		"shortcodes":     {strings.Repeat("{{< a >}}", 30000), false},
		"open ones":      {strings.Repeat("{{< a ", 30000), false},
		"tags":           {strings.Repeat("<a ", 50000), false},
		"comments":       {strings.Repeat("<!-- ", 50000), false},
		"one long line":  {strings.Repeat("wort ", 200000), false},
		"many lines":     {strings.Repeat("wort\n", 100000), false},
		"an alias bomb":  {bomb + "title: x\n---\n", false},
		"nothing at all": {"", false},
		"a list, sane":   {stairs(60), false},
		"code":           {"```\n" + strings.Repeat(">", 500) + "\n" + strings.Repeat("|", 2000) + "\n```\n", false},
		"after code":     {"```\nx\n```\n" + strings.Repeat(">", 500), true},
		"quotes, sane":   {strings.Repeat("> ", 60) + "a\n", false},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			p, found := Parse("page.md", []byte(tc.src))
			if took := time.Since(start); took > 20*time.Second { // a hundredth of that on a machine at rest, without the race detector
				t.Errorf("took %v", took)
			}
			refused := false
			for _, f := range found {
				refused = refused || f.Code == "page-nesting" && f.Line > 0 && f.Hint != ""
			}
			if refused != tc.refused {
				t.Errorf("refused: %v; findings %v", refused, found[:min(len(found), 3)])
			}
			if refused && len(p.Units) > 0 {
				t.Errorf("%d units", len(p.Units))
			}
		})
	}
}

// TestCorpusInOtherHands writes the corpus as other editors would: with the line
// ends of Windows, and with tabs for indentation.
func TestCorpusInOtherHands(t *testing.T) {
	n := 0
	eachPage(t, func(path string, src []byte) {
		if n++; n%3 != 0 && !testing.Verbose() {
			return // a third of it each time is enough; -v takes all
		}
		src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		for hand, other := range map[string][]byte{
			"windows": bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n")),
			"tabs":    bytes.ReplaceAll(src, []byte("\n    "), []byte("\n\t")),
		} {
			p, _ := Parse(path, other)
			for _, problem := range []string{lawOfSpans(p), lawOfBytes(p)} {
				if problem != "" {
					t.Errorf("%s, %s: %s", path, hand, problem)
				}
			}
		}
	})
}
