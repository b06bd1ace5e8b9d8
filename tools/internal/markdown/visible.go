package markdown

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// Placeholders returns what a translation has to take over unchanged, in the
// order in which it stands: shortcodes, code spans, addresses of links and
// images, bare addresses, raw HTML and footnote marks, each as written.
func Placeholders(text string) []string {
	if bare(text) {
		return nil
	}
	return parseText(text).placeholders()
}

func (in *inline) placeholders() []string {
	var spans []Span
	in.walk(func(n ast.Node, entering bool) ast.WalkStatus {
		if !entering {
			return ast.WalkContinue
		}
		switch n := n.(type) {
		case *ast.Link, *ast.Image:
			r := in.ref(n)
			spans = append(spans, Span{r.DestStart, r.DestEnd})
		case *ast.CodeSpan, *ast.AutoLink, *ast.RawHTML, *footnoteMarkNode:
			e := in.extent(n)
			spans = append(spans, Span{e.start, e.end})
			return ast.WalkSkipChildren
		}
		return ast.WalkContinue
	})
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	spans = in.withShortcodes(spans)
	var out []string
	for _, s := range spans {
		if s.Len() > 0 {
			out = append(out, in.text[s.Start:s.End])
		}
	}
	return out
}

// bare reports whether a text holds no byte that markup, an address or a line
// break needs, so that it need not be parsed.
func bare(text string) bool {
	return !strings.ContainsAny(text, "\\`*_[]<>&~{:@\n") && !strings.Contains(text, "www.")
}

// withShortcodes adds the shortcodes that stand outside of the spans.
func (in *inline) withShortcodes(spans []Span) []Span {
	sorted := len(spans)
	for _, m := range in.mask {
		if covered(spans[:sorted], m.Start) < 0 {
			spans = append(spans, m)
		}
	}
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	return spans
}

// Plain returns what a reader sees of a text: no markup, no addresses, no
// shortcodes, no raw HTML and no footnote marks; escapes and character
// references resolved; code and the alternative text of images kept. A hard
// break is a newline.
func Plain(text string) string { return ViewOf(text).Text }

// Words counts the words that a reader sees: runs between blanks that hold a
// letter or a digit. In scripts that put no blanks between words each ideograph
// or kana counts as one.
func Words(text string) int {
	words, inWord := 0, false
	for _, r := range Plain(text) {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			words, inWord = words+1, false
		case unicode.IsSpace(r):
			inWord = false
		case !inWord && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			words, inWord = words+1, true
		}
	}
	return words
}
