package catalog

import (
	"bytes"

	"dossier/tools/internal/diag"
)

// ParseSource reads a source catalog, which only sync writes. Of one that is
// damaged (git could not merge it, it is half a file, somebody edited it) it
// takes what can be had, of both sides of a conflict, and reports damage: the
// rest is found in the catalogs of the translators, and the next sync writes the
// file anew.
func ParseSource(name string, src []byte) (f *File, damage diag.List) {
	f, findings := Parse(name, src)
	if !findings.HasErrors() {
		return f, findings
	}
	first := findings[0]
	warning := diag.Warnf(first.Pos, "catalog-damaged", "the source catalog cannot be read: %s", first.Message).
		WithHint("nothing is lost: dossier sync writes it anew from the German and the translations")
	f, _ = Parse(name, withoutMarks(src))
	return f, diag.List{warning}
}

// withoutMarks leaves out the lines that git writes where it cannot merge.
func withoutMarks(src []byte) []byte {
	var b bytes.Buffer
	for line := range bytes.Lines(src) {
		if !conflictMark(line) {
			b.Write(line)
		}
	}
	return b.Bytes()
}
