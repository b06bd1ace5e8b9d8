package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// laws checks on one source what has to hold for every source, and says which
// law it breaks.
func laws(src []byte) string {
	p, found := Parse("page.md", src)
	for _, f := range found {
		if f.Line < 1 || f.Line > len(p.lines) || f.Col < 1 {
			return fmt.Sprintf("finding out of bounds: %v", f)
		}
	}
	if s := lawOfSpans(p); s != "" {
		return s
	}
	if s := lawOfBytes(p); s != "" {
		return s
	}
	for _, u := range p.Units {
		if s := lawOfRefs(u.Text); s != "" {
			return s
		}
	}
	return lawOfShape(p)
}

// Spans lie in the source in the order of the units and do not overlap.
func lawOfSpans(p *Page) string {
	last := 0
	for _, u := range p.Units {
		if u.Offset != u.Spans[0].Start || u.LineStart > u.Offset || u.LineEnd < u.span().End || u.Text == "" {
			return fmt.Sprintf("lines or offset of %+v", u)
		}
		for _, s := range u.Spans {
			if s.Start < last || s.Len() < 0 || s.End > len(p.Source) {
				return fmt.Sprintf("span %v of %+v overlaps or leaves the source", s, u)
			}
			last = s.End
		}
	}
	return ""
}

// Splicing nothing, or each unit's own text, gives the same bytes.
func lawOfBytes(p *Page) string {
	if got := p.Rewrite(func(int, Unit) (string, bool) { return "", false }); !bytes.Equal(got, p.Source) {
		return "splicing nothing changes bytes"
	}
	if got := p.Rewrite(func(_ int, u Unit) (string, bool) { return u.Text, true }); !bytes.Equal(got, p.Source) {
		return "splicing a unit's own text changes bytes"
	}
	return ""
}

// Writing each unit of several lines anew, as if its text were another, keeps
// blocks and texts.
func lawOfShape(p *Page) string {
	written := rewritten(p, func(u Unit) (string, bool) { return u.Text, len(u.Spans) > 1 || !u.Kind.Inline() })
	if a, b := Shape(p.Source), Shape(written); untight(a) != untight(b) {
		return fmt.Sprintf("shape changes:\n%s\n%s\nin %q", a, b, written)
	}
	q, _ := Parse("page.md", written)
	if len(p.Units) != len(q.Units) {
		return fmt.Sprintf("%d units become %d in %q", len(p.Units), len(q.Units), written)
	}
	for i, u := range p.Units {
		v := q.Units[i]
		if u.Kind != v.Kind || u.Level != v.Level || u.FixedID != v.FixedID || u.Path != v.Path || u.Top != v.Top {
			return fmt.Sprintf("unit changes:\n%+v\n%+v\nin %q", u, v, written)
		}
		if u.Text != v.Text && `\`+u.Text != v.Text && (!u.Kind.Inline() || Plain(u.Text) != Plain(v.Text)) {
			return fmt.Sprintf("text %q becomes %q in %q", u.Text, v.Text, written)
		}
	}
	return ""
}

// Whatever a translator writes, it stays in its unit: the page keeps its blocks,
// and the reader reads what was written.
func lawOfTranslation(p *Page, text string) string {
	if Words(text) == 0 || bytes.Contains(p.Source, []byte("[^")) {
		return "" // says nothing, or takes away the marks that footnotes need
	}
	written := rewritten(p, func(Unit) (string, bool) { return text, true })
	if a, b := Shape(p.Source), Shape(written); untight(a) != untight(b) {
		return fmt.Sprintf("translating to %q changes the shape:\n%s\n%s\nin %q", text, a, b, written)
	}
	q, _ := Parse("page.md", written)
	if len(p.Units) != len(q.Units) {
		return fmt.Sprintf("translating to %q makes %d units of %d in %q", text, len(q.Units), len(p.Units), written)
	}
	for i, u := range q.Units {
		got, want := Plain(u.Text), Plain(text)
		if !u.Kind.Inline() {
			got, want = u.Text, text
		}
		if u.Kind == TableCell { // in code the backslash is the table's
			got = strings.ReplaceAll(got, `\|`, "|")
		}
		if strings.HasPrefix(u.Text, `\`) {
			continue // a footnote mark or a tag has become text
		}
		if collapse(got) != collapse(want) {
			return fmt.Sprintf("%s %d: translating to %q gives %q in %q", p.Units[i].Kind, i, text, u.Text, written)
		}
	}
	return ""
}

// untight makes one of loose and tight items. Goldmark takes a list for loose if
// a paragraph follows a link definition in one item, unless a line "===" stands
// between, and joining lines makes that line part of the paragraph.
func untight(shape string) string {
	return strings.NewReplacer("(t ", "(p ", "(t)", "(p)", " t ", " p ", " t)", " p)").Replace(shape)
}

func rewritten(p *Page, text func(u Unit) (string, bool)) []byte {
	var edits []Edit
	for _, u := range p.Units {
		if t, ok := text(u); ok {
			edits = append(edits, Edit{u.replaced(), p.encode(u, t)})
		}
	}
	return apply(p.Source, edits)
}

// Offsets of links cut out what they say they do.
func lawOfRefs(text string) string {
	for _, r := range Refs(text) {
		whole := "[" + r.Text + "]("
		if r.Image {
			whole = "!" + whole
		}
		if r.Source != text[r.Start:r.End] || r.Text != text[r.TextStart:r.TextEnd] ||
			!bytes.HasPrefix([]byte(r.Source), []byte(whole)) || r.Source[len(r.Source)-1] != ')' ||
			r.DestStart < r.TextEnd+2 || r.DestEnd >= r.End || r.DestEnd < r.DestStart {
			return fmt.Sprintf("link %+v of %q", r, text)
		}
	}
	if got := RewriteRefs(text, func(r Ref) string { return r.Source }); got != text {
		return fmt.Sprintf("rewriting links to themselves turns %q into %q", text, got)
	}
	return ""
}

func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if problem := laws([]byte(src)); problem != "" {
			t.Error(problem)
		}
	})
}

// FuzzFront is FuzzParse for what stands before the text, in each of its formats.
func FuzzFront(f *testing.F) {
	for _, s := range []string{
		"title = 'A'\nsummary = \"\"\"\nb\nc\"\"\"\n[params]\ntitle = \"n\"", "title: \"A\"\nsummary: >-\n  b\n  c\n", "title: a # b\nweight: 1",
		`"title": "a \" b", "summary": "\u00e4", "params": {"title": "n"}`, "description = \"\\u00E4\"\ntitle = \"\"", "title: |\n  a\n\n  b\nsummary: 'it''s'",
		"title: &x a\nsummary: *x", "\"title\" = 'q'\r\ndate = 2026-11-25", "? title\n: a", "title.a = 1",
	} {
		f.Add(s, "Text\n")
	}
	f.Fuzz(func(t *testing.T, front, body string) {
		for _, form := range []string{"+++\n%s\n+++\n%s", "---\n%s\n---\n%s", "{%s}\n\n%s", "\uFEFF+++ \r\n%s\r\n+++\r\n%s"} {
			if problem := laws(fmt.Appendf(nil, form, front, body)); problem != "" {
				t.Error(problem)
			}
		}
	})
}

// FuzzText holds the functions on texts to their promises on any string.
func FuzzText(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if problem := lawOfRefs(text); problem != "" {
			t.Error(problem)
		}
		if bare(text) && (InlineShape(text) != "" || len(Placeholders(text+"\\")) > 0) {
			t.Errorf("%q is not bare", text)
		}
		for _, p := range Placeholders(text) {
			if !strings.Contains(text, p) {
				t.Errorf("placeholder %q is not in %q", p, text)
			}
		}
		Words(text)
	})
}

// seeds hold at least one of each thing that a page can be made of.
var seeds = []string{
	"---\ntitle: \"A\"\nsummary: >-\n  b\n  c\n---\n\n# H {#id}\n\np1  \nq\\\nr\n{#x}\n",
	"+++\ntitle = 'A'\nsummary = \"\"\"\nb\nc\"\"\"\n[params]\ntitle = \"n\"\n+++\r\n\r\n- a\r\n  b\r\n\r\n- [x] c\r\n",
	"| a |\n|---|\n| b |\n--\nfoo\n", "> | a |\n> |---|\n> ==\n> x\\\n> y\n", "- | a |\n  |---|\n  -\n  x  \n  y\n", "a\r\n-|\r\n--\r\n\r\nb\r\n",
	"b c\n    |-|\n: x\\\ny\n", "a\n\t|-|\n===\nx\n", "> a\n>     :-\n> :\n> x\n", "| a |\n|---|\n: b\\\nc\n", "| a |\n|---|\n# H\n", "y  \n|-|\n=\n\t>\n=\n",
	"[^a]\n\n> [^a]: > x\\\n> y\n\n- b[^b]\n\n  [^b]: - c\\\n    d\n",
	"> quote\n> - item\n>   1. deep\n>\n>      more\n\n| a | b |\n|---|:-:|\n| `x\\|y` | ![i](s) |\n| 1 | 2 | 3 |\n",
	"![alt *x*](src 'title \"q\"')\n\ntext[^1] [](fig:a \"b\") [l](<u v> (t)) [![i](s)](t)\n\n[^1]: note\n\n    more\n[^2]: unused\n",
	"Term\n: desc\n\n    more\n\n{{% note a=\"b c\" %}}\ninner\n{{% /note %}}\n\n{{< x >}}\n\n<div>\nhtml\n</div>\n\nSet\next\n===\n",
	"a\tb\n-\tc\n\n\td\n\n1. x\n\t- y\n\n\tz\n\n_ _\n_\n\n14. a\n\n\\# b ~~c~~ www.example.org <http://a.b> &amp; ``c ` d``\n",
	"- [ ] [^1]: a\n  b\n\n[^1]: c\n", "* [X]\v&\n0", "!0^!\n^0]\n[^0]:", "\uFEFFa | b\n-|-\nc | d\n", "{} | a | b |\n|-|-|\n", "{\"title\": \"a\"} b\n===\n",
	"\uFEFF{\n \"title\": \"a \\\" b\"\n}\n\ntext\n[ref]: /u \"t\"\n[foo][ref]\n",
}
