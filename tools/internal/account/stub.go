package account

import (
	"strings"

	"dossier/tools/internal/quantity"
)

// StubID is an id to begin with, from the page and the figure's words.
func (f Figure) StubID() string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.ReplaceAll(f.Page.Name, "/", "-") + "-" + f.Words) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case german[r] != "":
			b.WriteString(german[r])
		case !strings.HasSuffix(b.String(), "-") && b.Len() > 0:
			b.WriteByte('-')
		}
	}
	id := b.String()
	if len(id) > 48 {
		id = id[:48]
	}
	return strings.Trim(id, "-")
}

var german = map[rune]string{'ä': "ae", 'ö': "oe", 'ü': "ue", 'ß': "ss"}

// Stub is a record for the figure with what its words say filled in. What only a
// person can know is empty, and check names it.
func (f Figure) Stub() string {
	q := f.Found
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			b.WriteString(key + " = \"" + value + "\"\n")
		}
	}
	b.WriteString("[[figure]]\n")
	line("id", f.StubID())
	b.WriteString("label = \"\"\n")
	values := func(indent string) {
		if q.Max.Given() {
			line(indent+"min", q.Value.String())
			line(indent+"max", q.Max.String())
		} else if q.Value.Given() {
			line(indent+"value", q.Value.String())
		}
	}
	values("")
	switch {
	case q.Currency != "":
		line("currency", q.Currency)
	case q.Kind == quantity.Percent:
		line("unit", "percent")
	case q.Unit != "":
		line("unit", q.Unit)
	default:
		b.WriteString("unit = \"\"\n")
	}
	line("per", q.Per)
	if q.Approx != quantity.Exact {
		line("comparator", q.Approx.String())
	}
	b.WriteString("as_of = \"\"\n\n  [[figure.evidence]]\n  source = \"\"\n  origin = \"\"\n")
	values("  ")
	b.WriteString("  relation = \"supports\"\n  basis = \"\"\n")
	return b.String()
}
