package exchange

import (
	"strings"
)

// xmlWriter writes indented XML. encoding/xml's encoder cannot be used: it
// repeats namespaces at every element (golang/go issues 9519 and 13400).
type xmlWriter struct {
	b     strings.Builder
	depth int
}

// inXML reports whether XML 1.0 (2.2, Char) has the character.
func inXML(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

var (
	textEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	attrEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")
)

// tag writes a start tag without its indentation. attrs are names and values by
// turns; those with an empty value are left out, but for a name that ends in "!".
func (w *xmlWriter) tag(name, end string, attrs ...string) {
	w.b.WriteString("<" + name)
	for i := 0; i < len(attrs); i += 2 {
		key, must := strings.CutSuffix(attrs[i], "!")
		if attrs[i+1] != "" || must {
			w.b.WriteString(" " + key + `="` + attrEscape.Replace(attrs[i+1]) + `"`)
		}
	}
	w.b.WriteString(end)
}

func (w *xmlWriter) indent() { w.b.WriteString(strings.Repeat("  ", w.depth)) }

// open begins an element whose children stand on lines of their own.
func (w *xmlWriter) open(name string, attrs ...string) {
	w.indent()
	w.tag(name, ">\n", attrs...)
	w.depth++
}

func (w *xmlWriter) close(name string) {
	w.depth--
	w.indent()
	w.b.WriteString("</" + name + ">\n")
}

// line writes an element with text on one line, or nothing if there is none.
func (w *xmlWriter) line(name, text string, attrs ...string) {
	if text != "" {
		w.content(name, func() { w.text(text) }, attrs...)
	}
}

// empty writes an element without content.
func (w *xmlWriter) empty(name string, attrs ...string) {
	w.indent()
	w.tag(name, "/>\n", attrs...)
}

// content writes an element whose content is written as it is.
func (w *xmlWriter) content(name string, f func(), attrs ...string) {
	w.indent()
	w.tag(name, ">", attrs...)
	f()
	w.b.WriteString("</" + name + ">\n")
}

func (w *xmlWriter) text(s string) { _, _ = textEscape.WriteString(&w.b, s) }
