package markdown

import (
	"bytes"
	"errors"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"

	"dossier/tools/internal/diag"
)

// readYAML decodes the front matter and finds its units. The decoder's tokens
// count in characters and know no ends, so the values are looked up in the
// source line by line. To be sure, each place is tested: the bytes there, decoded
// alone, have to give the value that the decoder gave.
func (p *Page) readYAML(found *diag.List) []field {
	inner := p.Source[p.Front.Inner.Start:p.Front.Inner.End]
	p.Front.Values = map[string]any{}
	if err := yaml.Unmarshal(inner, &p.Front.Values); err != nil {
		line, col, message := 1, 1, err.Error()
		var ye yaml.Error
		if errors.As(err, &ye) {
			message = ye.GetMessage()
			if t := ye.GetToken(); t != nil && t.Position != nil {
				line = t.Position.Line
				col = byteCol(inner, line, t.Position.Column)
			}
		}
		p.broken(found, line, col, yamlPlace.ReplaceAllString(firstLine(message), ""))
		return nil
	}
	p.yamlKeys(inner)
	var fields []field
	for _, key := range []string{"title", "summary", "description"} {
		value, ok := p.Front.Values[key].(string)
		if !ok || strings.TrimSpace(value) == "" {
			continue
		}
		at, known := p.Front.Keys[key]
		span, ok := Span{}, false
		if known {
			span, ok = yamlValue(inner, at-p.Front.Inner.Start, value)
		}
		if !ok {
			found.Add(diag.Warnf(p.Pos(max(at, p.Front.Inner.Start)), "front-matter-value",
				"the %s cannot be translated in this notation", key).
				WithHint("write it as %s: \"…\" on one line", key))
			continue
		}
		span.Start, span.End = span.Start+p.Front.Inner.Start, span.End+p.Front.Inner.Start
		fields = append(fields, field{key: key, value: value, span: span})
	}
	return fields
}

// yamlPlace is a place in a message, which counts from the wrong line.
var yamlPlace = regexp.MustCompile(` at \[\d+:\d+\]`)

var yamlKey = regexp.MustCompile(`(?m)^(["']?)([A-Za-z_][\w-]*)(["']?)[ \t]*:(?:[ \t\r]|$)`)

func (p *Page) yamlKeys(inner []byte) {
	p.Front.Keys = map[string]int{}
	for _, m := range yamlKey.FindAllSubmatchIndex(inner, -1) {
		key := string(inner[m[4]:m[5]])
		if _, seen := p.Front.Keys[key]; !seen {
			p.Front.Keys[key] = m[0] + p.Front.Inner.Start
		}
	}
}

// yamlValue returns the range of the value whose key stands at offset at,
// trying the notations of YAML one after the other.
func yamlValue(inner []byte, at int, value string) (Span, bool) {
	colon := bytes.IndexByte(inner[at:], ':')
	start := at + colon + 1
	start = skipBlanks(inner, start)
	if start == len(inner) || strings.IndexByte("&*!", inner[start]) >= 0 {
		return Span{}, false // what refers to it would be lost
	}
	for _, end := range yamlEnds(inner, start) {
		span := Span{start, end}
		for span.End > span.Start && strings.IndexByte(blanks, inner[span.End-1]) >= 0 {
			span.End--
		}
		var got map[string]any
		alone := append([]byte("k: "), inner[span.Start:span.End]...)
		if yaml.Unmarshal(append(alone, '\n'), &got) == nil && got["k"] == value {
			return span, true
		}
		if s, ok := got["k"].(string); ok && strings.TrimRight(s, "\n") == strings.TrimRight(value, "\n") {
			return span, true
		}
	}
	return Span{}, false
}

// yamlEnds proposes where a value ends: at its closing quote, at a comment, or
// before the next line that is not indented.
func yamlEnds(inner []byte, start int) []int {
	end := start
	for {
		n := bytes.IndexByte(inner[end:], '\n')
		if n < 0 {
			end = len(inner)
			break
		}
		end += n + 1
		if end >= len(inner) || strings.IndexByte(blanks, inner[end]) < 0 {
			break
		}
	}
	var ends []int
	if start < end && (inner[start] == '"' || inner[start] == '\'') {
		for i := start + 1; i < end; i++ {
			if inner[i] == inner[start] {
				ends = append(ends, i+1)
			}
		}
		return ends
	}
	if i := bytes.Index(inner[start:end], []byte(" #")); i >= 0 {
		ends = append(ends, start+i)
	}
	return append(ends, end)
}

// byteCol turns a column in characters into one in bytes, both counted from 1.
func byteCol(src []byte, line, col int) int {
	for ; line > 1; line-- {
		src = src[bytes.IndexByte(src, '\n')+1:]
	}
	n := 0
	for i := range string(src) {
		if n++; n == col {
			return i + 1
		}
	}
	return col
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
