package bundle

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// attribute is where an attribute stands in the bytes of a start tag.
type attribute struct {
	name       string // in lower case
	from, to   int    // all of it, with the white space before it
	start, end int    // its value, without quotes; both zero if it has none
	quote      byte   // 0 if there is none
}

// attributes finds the attributes of a start tag, as HTML (13.2.5.32 and the
// following states) reads them. The tokenizer says what a tag holds, but not
// where; and a bundle changes no byte but those of an address.
func attributes(raw []byte) []attribute {
	i := 1
	for i < len(raw) && !space(raw[i]) && raw[i] != '/' && raw[i] != '>' {
		i++
	}
	var list []attribute
	for i < len(raw) {
		from := i
		for i < len(raw) && (space(raw[i]) || raw[i] == '/') {
			i++
		}
		if i >= len(raw) || raw[i] == '>' {
			break
		}
		a := attribute{from: from}
		nameAt := i
		for i < len(raw) && !space(raw[i]) && raw[i] != '/' && raw[i] != '>' && (raw[i] != '=' || i == nameAt) {
			i++
		}
		a.name = strings.ToLower(string(raw[nameAt:i]))
		a.to = i
		i = a.value(raw, i)
		list = append(list, a)
	}
	return list
}

// value reads what follows an attribute's name.
func (a *attribute) value(raw []byte, i int) int {
	for i < len(raw) && space(raw[i]) {
		i++
	}
	if i >= len(raw) || raw[i] != '=' {
		return a.to
	}
	for i++; i < len(raw) && space(raw[i]); {
		i++
	}
	if i < len(raw) && (raw[i] == '"' || raw[i] == '\'') {
		a.quote = raw[i]
		a.start = i + 1
		n := bytes.IndexByte(raw[a.start:], a.quote)
		if n < 0 {
			n = len(raw) - a.start
		}
		a.end = a.start + n
		a.to = min(a.end+1, len(raw))
		return a.to
	}
	a.start = i
	for i < len(raw) && !space(raw[i]) && raw[i] != '>' {
		i++
	}
	a.end, a.to = i, i
	return i
}

func space(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' || b == '\f' }

// tag is a start tag with its bytes.
type tag struct {
	name string
	at   int // its offset in the page
	raw  []byte
	list []attribute
}

// newTag reads a start tag; raw must not change afterwards.
func newTag(name string, at int, raw []byte) *tag { return &tag{name, at, raw, attributes(raw)} }

// get returns the value of an attribute; the first one counts, as in browsers.
func (t *tag) get(name string) (string, bool) {
	for _, a := range t.list {
		if a.name == name {
			return a.text(t.raw), true
		}
	}
	return "", false
}

func (t *tag) value(name string) string {
	v, _ := t.get(name)
	return v
}

func (a attribute) text(raw []byte) string { return html.UnescapeString(string(raw[a.start:a.end])) }

// change is a new value for an attribute, or that it goes.
type change struct {
	attribute
	value string
	drop  bool
}

// write appends the tag with its changes, which are in order.
func (t *tag) write(out *bytes.Buffer, changes []change) {
	at := 0
	for _, c := range changes {
		if c.drop {
			out.Write(t.raw[at:c.from])
			at = c.to
			continue
		}
		out.Write(t.raw[at:c.start])
		if c.quote == 0 {
			out.WriteString(`"` + html.EscapeString(c.value) + `"`)
		} else {
			out.WriteString(html.EscapeString(c.value))
		}
		at = c.end
	}
	out.Write(t.raw[at:])
}
