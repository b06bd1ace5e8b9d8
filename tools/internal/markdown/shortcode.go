package markdown

import (
	"bytes"
	"slices"
	"sort"
)

// A tag is one shortcode tag in the source: {{< name … >}}, {{% /name %}}, or
// the escaped {{</* name */>}}, which the site prints. Hugo finds them before
// it looks at any Markdown, code included, and so does this file.
type tag struct {
	Span
	name    string // "" if escaped
	closing bool   // {{< /name >}}
	mate    int    // index of its other half, or -1
}

// verbatim names the shortcode of Hugo whose inner text is code.
const verbatim = "highlight"

// scanTags finds the shortcode tags from offset on. broken is where a tag opens
// that never closes, or -1; what follows it is not looked at, as Hugo would not.
func scanTags(src []byte, from int) (tags []tag, broken int) {
	for i := from; ; {
		n := bytes.Index(src[i:], []byte("{{"))
		if n < 0 || i+n+2 >= len(src) {
			break
		}
		i += n
		if c := src[i+2]; c != '<' && c != '%' {
			i++
			continue
		}
		end := tagEnd(src, i)
		if end < 0 {
			pair(tags)
			return tags, i
		}
		t := tag{Span: Span{i, end}, mate: -1}
		t.name, t.closing = tagName(src[i+3 : end-3])
		tags = append(tags, t)
		i = end
	}
	pair(tags)
	return tags, -1
}

// tagEnd returns the offset after the tag that opens at start, or -1. What is
// quoted cannot close it.
func tagEnd(src []byte, start int) int {
	closer := []byte(">}}")
	if src[start+2] == '%' {
		closer = []byte("%}}")
	}
	start += 3
	if bytes.HasPrefix(src[start:], []byte("/*")) {
		if n := bytes.Index(src[start:], append([]byte("*/"), closer...)); n >= 0 {
			return start + n + 5
		}
		return -1
	}
	for i := start; i < len(src); i++ {
		switch c := src[i]; {
		case c == closer[0] && bytes.HasPrefix(src[i:], closer):
			return i + 3
		case c == '{' && src[i-1] == '{': // another one opens
			return -1
		case c == '"' || c == '`':
			n := quoteEnd(src[i+1:], c)
			if n < 0 {
				return -1
			}
			i += n
		}
	}
	return -1
}

// quoteEnd returns the length up to and including the closing quote, or -1.
func quoteEnd(s []byte, quote byte) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == quote:
			return i + 1
		case s[i] == '\\' && quote == '"':
			i++
		case s[i] == '\n' && quote == '"':
			return -1
		}
	}
	return -1
}

func tagName(inner []byte) (name string, closing bool) {
	inner = bytes.TrimSpace(inner)
	if bytes.HasPrefix(inner, []byte("/*")) {
		return "", false
	}
	if bytes.HasPrefix(inner, []byte("/")) {
		closing, inner = true, bytes.TrimSpace(inner[1:])
	}
	if i := bytes.IndexAny(inner, " \t\r\n/"); i >= 0 {
		inner = inner[:i]
	}
	return string(inner), closing
}

// pair joins each closing tag with the nearest open one of its name.
func pair(tags []tag) {
	open := map[string][]int{}
	for i, t := range tags {
		stack := open[t.name]
		switch {
		case t.name == "":
		case !t.closing:
			open[t.name] = append(stack, i)
		case len(stack) > 0:
			last := stack[len(stack)-1]
			tags[i].mate, tags[last].mate = last, i
			open[t.name] = stack[:len(stack)-1]
		}
	}
}

// masked returns the ranges that are no text: the tags, and the whole of each
// verbatim pair.
func masked(tags []tag) []Span {
	spans := make([]Span, 0, len(tags))
	until := 0
	for _, t := range tags {
		if t.Start < until {
			continue
		}
		s := t.Span
		if t.name == verbatim && t.mate >= 0 {
			s.End = max(s.End, tags[t.mate].End)
		}
		spans, until = append(spans, s), s.End
	}
	return spans
}

// mask returns a copy of src in which each tag is one word of as many bytes.
// Inside a verbatim pair line breaks stay, so that it remains several lines.
func mask(src []byte, tags []tag) []byte {
	if len(tags) == 0 {
		return src
	}
	m := slices.Clone(src)
	for _, t := range tags {
		if t.name == verbatim && t.mate >= 0 && !t.closing {
			for i := t.End; i < tags[t.mate].Start; i++ {
				if m[i] != '\n' && m[i] != '\r' {
					m[i] = 'X'
				}
			}
		}
		for i := t.Start; i < t.End; i++ {
			m[i] = 'X'
		}
	}
	return m
}

// covered returns the end of the span that holds offset, or -1.
func covered(spans []Span, offset int) int {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > offset })
	if i < len(spans) && spans[i].Start <= offset {
		return spans[i].End
	}
	return -1
}
