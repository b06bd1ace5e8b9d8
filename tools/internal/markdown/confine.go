package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// falseMarks returns where goldmark takes something for a footnote mark that is none:
// an exclamation mark, any byte, a caret, and a bracket somewhere behind. One may stand
// in another, "!a^! ^b]".
func falseMarks(text string) (at []int) {
	last := strings.LastIndexByte(text, ']')
	for i := range max(0, last-2) {
		if text[i] == '!' && text[i+1] != '[' && text[i+2] == '^' {
			at = append(at, i)
		}
	}
	return at
}

// noMark escapes them.
func noMark(text string) string {
	found := falseMarks(text)
	if found == nil {
		return text
	}
	code, src := codeSpans(text), []byte(text)
	for _, at := range slices.Backward(found) {
		if covered(code, at) < 0 && (at == 0 || !escapes(src, at-1)) {
			text = text[:at] + `\` + text[at:]
		}
	}
	return text
}

// confine escapes what would break the lines of a text out of their unit.
func confine(u Unit, lines []string) []string {
	for i, l := range lines {
		lines[i] = noMark(l)
	}
	switch u.Kind {
	case TableCell:
		lines = []string{confineCell(lines[0])}
		if u.edgeRight && strings.HasSuffix(lines[0], "|") {
			lines[0] += " |" // goldmark takes even an escaped one for the row's
		}
	case Alt:
		return []string{endSafely(confineAlt(lines[0]))}
	case Caption:
		set := string(u.delimiter)
		if u.delimiter == '(' {
			set = "()"
		}
		return []string{endSafely(escapeBytes(lines[0], set, nil))}
	}
	if !risky(u, lines) || holds(u, lines) {
		return lines
	}
	for _, escaped := range escapedEnds(lines) {
		if holds(u, escaped) {
			return escaped
		}
	}
	return lines
}

// confineCell escapes the pipes of a table cell. Goldmark takes a pipe as
// escaped if the byte before it is a backslash, even an escaped one, and does
// so inside code as well. A backslash at the end would escape the cell's own.
func confineCell(text string) string {
	tags, _ := scanTags([]byte(text), 0)
	spans := masked(tags)
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '|' && (i == 0 || text[i-1] != '\\') && covered(spans, i) < 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
	}
	if strings.HasSuffix(text, `\`) {
		b.WriteByte(' ')
	}
	return b.String()
}

// confineAlt escapes the square brackets of an alternative text if they do not
// match, and the backticks that are not around code: they would seek their
// other half outside of the image.
func confineAlt(text string) string {
	set := ""
	if !balanced(text) {
		set = "[]"
	}
	if !strings.Contains(text, "`") {
		return escapeBytes(text, set, nil)
	}
	return escapeBytes(text, set+"`", codeSpans(text))
}

// codeSpans returns where a text has code.
func codeSpans(text string) []Span {
	in := parseText(text)
	var code []Span
	in.walk(func(n ast.Node, entering bool) ast.WalkStatus {
		if entering && n.Kind() == ast.KindCodeSpan {
			e := in.extent(n)
			code = append(code, Span{e.start, e.end})
		}
		return ast.WalkContinue
	})
	return code
}

// escapeBytes puts a backslash before each byte of the set that has none, but
// not inside a shortcode or one of the spans.
func escapeBytes(text, set string, except []Span) string {
	src := []byte(text)
	tags, _ := scanTags(src, 0)
	tagged := masked(tags)
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if covered(tagged, i) < 0 && covered(except, i) < 0 {
			if escapes(src, i) {
				b.WriteByte(text[i])
				i++
			} else if strings.IndexByte(set, text[i]) >= 0 {
				b.WriteByte('\\')
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

func balanced(text string) bool {
	open, src := 0, []byte(text)
	for i := 0; i < len(src) && open >= 0; i++ {
		switch {
		case escapes(src, i):
			i++
		case src[i] == '[':
			open++
		case src[i] == ']':
			open--
		}
	}
	return open == 0
}

// endSafely doubles a last backslash that would escape the delimiter behind it.
func endSafely(text string) string {
	if n := len(text) - len(strings.TrimRight(text, `\`)); n%2 == 1 {
		return text + `\`
	}
	return text
}

// startsBlock reports whether a line may begin a block of its own, or an
// attribute line, or underline a heading: by its first byte, to be quick.
func startsBlock(l string) bool {
	return l != "" && (strings.IndexByte("-+*_#>~`=|:{[<", l[0]) >= 0 || l[0] >= '0' && l[0] <= '9')
}

// risky reports whether a text may begin like another block, or end like the
// attributes or the closing marks of a heading. Where it is, the parser is asked.
func risky(u Unit, lines []string) bool {
	first, last := lines[0], lines[len(lines)-1]
	if u.Kind == Heading && strings.HasSuffix(last, "}") {
		return true
	}
	if u.Kind == Heading && !u.setext {
		return strings.HasPrefix(first, "#") || strings.HasSuffix(last, "#")
	}
	if u.Kind == TableCell && !u.edgeLeft {
		return false
	}
	return startsBlock(first) && (!u.shielded || first[0] == '[')
}

// holds reports whether lines, alone on a page, are one block of the unit's
// kind with nothing cut off. A definition is the one block that depends on what
// stands above it.
func holds(u Unit, lines []string) bool {
	if u.definable && !u.shielded && (u.Kind != Heading || u.setext) && strings.HasPrefix(lines[0], ": ") {
		return false
	}
	text := strings.Join(lines, "\n")
	before, after, kind := "", "", ast.KindParagraph
	if u.shielded && lines[0][0] != '[' { // nothing shields from a link definition
		before = "x " // anything that lets no block begin
	}
	switch {
	case u.setext:
		after, kind = "\n===", ast.KindHeading
	case u.Kind == Heading:
		before, kind = "# ", ast.KindHeading
	case u.Kind == ListItem:
		if u.boxed {
			before = "[ ] " + before
		}
		before, kind = "- "+before, ast.KindTextBlock
		text = strings.Join(lines, "\n  ")
	}
	tags, _ := scanTags([]byte(text), 0)
	doc, _ := parseWith(pageParser(), []byte(before+string(mask([]byte(text), tags))+after))
	n := doc.FirstChild()
	if u.Kind == ListItem && n != nil && n.Kind() == ast.KindList && n.NextSibling() == nil {
		n = n.FirstChild().FirstChild() // the item's text
	}
	if n == nil || n.NextSibling() != nil || n.Kind() != kind || len(n.Attributes()) > 0 {
		return false
	}
	if c := n.FirstChild(); u.boxable && c != nil && c.Kind() == east.KindTaskCheckBox {
		return false
	}
	ls := n.Lines()
	return ls.Len() > 0 && ls.At(0).Start <= len(before) &&
		(ls.Len() > 1 || ls.At(0).Stop >= len(before)+len(text))
}

// escapedEnds proposes lines with one backslash more, at the start of the first
// or near the end of the last.
func escapedEnds(lines []string) [][]string {
	var out [][]string
	propose := func(i int, l string) {
		p := slices.Clone(lines)
		p[i] = l
		out = append(out, p)
	}
	first, end := lines[0], len(lines)-1
	rest := strings.TrimLeft(first, "0123456789")
	if n := len(first) - len(rest); n > 0 && rest != "" && (rest[0] == '.' || rest[0] == ')') {
		propose(0, first[:n]+`\`+rest)
	}
	if util.IsPunct(first[0]) {
		propose(0, `\`+first)
	}
	if i := strings.LastIndexByte(lines[end], '{'); i >= 0 {
		propose(end, lines[end][:i]+`\`+lines[end][i:])
	}
	if t := strings.TrimRight(lines[end], "#"); t != lines[end] {
		propose(end, t+`\`+lines[end][len(t):])
	}
	return out
}
