package record

import (
	"bytes"
	"fmt"
	"strings"

	"dossier/tools/internal/cite"
)

// writeSource writes a new source in the order of the documentation.
func writeSource(b *bytes.Buffer, id string, it cite.Item, grade string) {
	b.WriteString("\n[[source]]\n")
	writeKey(b, "id", id)
	writeKey(b, "type", it.Type)
	for _, f := range (&Source{}).against(it) {
		writeKey(b, f.key, f.there)
	}
	if it.Language == "" {
		writeKey(b, "language", "und")
	}
	writeKey(b, "grade", grade)
	b.WriteString("seen = false\n")
	writeKey(b, "note", it.Note)
}

// writeKey writes a text, or a list of texts that list1 has joined.
func writeKey(b interface{ WriteString(string) (int, error) }, key, value string) {
	if value == "" {
		return
	}
	text := tomlString(value)
	if key == "author" || key == "editor" {
		var items []string
		for _, v := range strings.Split(value, joint) {
			items = append(items, tomlString(v))
		}
		text = "[" + strings.Join(items, ", ") + "]"
	}
	_, _ = b.WriteString(key + " = " + text + "\n") // to a buffer
}

// joint joins the items of a list for comparison; no name holds it.
const joint = "\x00"

func list1(items []string) string { return strings.Join(items, joint) }

func recordNames(names []cite.Name) []string {
	var list []string
	for _, n := range names {
		list = append(list, n.Record())
	}
	return list
}

// checkedDOI drops what passes for a DOI in an export and is none.
func checkedDOI(s string) string {
	if s == "" || doi(s) != "" {
		return ""
	}
	return s
}

// tomlString writes a basic string of TOML.
func tomlString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
