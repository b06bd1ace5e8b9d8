package exchange

import (
	"strconv"
	"strings"
)

// inlineReader turns the content of source and target elements back into
// Markdown. natives holds the Markdown of codes by their id, as the source
// has it, for programs that hand a code back empty.
type inlineReader struct {
	*reader
	unit    *Unit
	natives map[string]string
	data    map[string]string // XLIFF 2: originalData by id
}

// text returns the Markdown of an element, which may be nil. learn is set for
// a source, from which the ids are learned.
func (in inlineReader) text(e *element, learn bool) string {
	if e == nil {
		return ""
	}
	var b strings.Builder
	in.write(&b, e, learn)
	return b.String()
}

func (in inlineReader) write(b *strings.Builder, e *element, learn bool) {
	for _, c := range e.children {
		switch c := c.(type) {
		case string:
			b.WriteString(c)
		case *element:
			in.code(b, c, learn)
		}
	}
}

// code writes one inline element.
func (in inlineReader) code(b *strings.Builder, e *element, learn bool) {
	switch e.name {
	case "ph", "bpt", "ept", "it", "sc", "ec":
		b.WriteString(in.native(e, e.name, e.plain(), e.attr("dataRef"), learn))
	case "x", "bx", "ex":
		b.WriteString(in.native(e, map[string]string{"x": "ph", "bx": "bpt", "ex": "ept"}[e.name], "", "", learn))
	case "g":
		b.WriteString(in.native(e, "bpt", "", "", learn))
		in.write(b, e, learn)
		b.WriteString(in.native(e, "ept", "", "", learn))
	case "pc":
		b.WriteString(in.native(e, "bpt", "", e.attr("dataRefStart"), learn))
		in.write(b, e, learn)
		b.WriteString(in.native(e, "ept", "", e.attr("dataRefEnd"), learn))
	case "cp":
		if n, err := strconv.ParseUint(e.attr("hex"), 16, 32); err == nil && n <= 0x10FFFF {
			b.WriteRune(rune(n))
		}
	case "mrk", "sm", "em", "hi", "sub", "ut":
		in.write(b, e, learn)
	default:
		in.unknown(e)
	}
}

// native returns the Markdown of a code: its own, that which it refers to, or
// that of the source's code of the same id and kind.
func (in inlineReader) native(e *element, kind, own, ref string, learn bool) string {
	id := e.attr("id")
	if id == "" {
		id = e.attr("startRef")
	}
	if id == "" {
		id = e.attr("i")
	}
	key := kind + " " + id
	s, ok := own, own != ""
	if ref != "" {
		s, ok = in.data[ref]
	}
	switch {
	case ok && learn:
		in.natives[key] = s
	case !ok:
		if s, ok = in.natives[key]; !ok {
			in.unknown(e)
		}
	}
	return s
}

// unknown refuses a unit whose codes cannot be restored: it gets no text, and so
// is never taken for translated.
func (in inlineReader) unknown(e *element) {
	if in.unit.broken {
		return // one finding a unit is enough
	}
	in.errorf(e.offset, "exchange-code", "%s holds a code <%s id=%q> that has no Markdown", in.unit.ID, e.name, e.attr("id")).
		hint("the program made the code; put the source's codes into the translation instead")
	in.unit.broken = true
}
