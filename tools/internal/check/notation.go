package check

import (
	"dossier/tools/internal/diag"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/prose"
	"dossier/tools/internal/quantity"
)

// notation returns numbers that are written as in the other language. What stands
// in a quotation is left as it was said.
func notation(t *prose.Text, at place) diag.List {
	var l diag.List
	for _, q := range t.Figures {
		foreign, ok := t.Foreign(q)
		if !ok || t.InQuotation(q) {
			continue
		}
		hint := "write it as the language does"
		if l, ok := locale.For(t.Lang); ok && q.Value.Given() && q.Kind != quantity.Date && !q.Max.Given() {
			hint = "write " + l.Compact(q.Value.String())
		}
		l.Add(diag.Errorf(at(q.Start), "number-notation", "%q is written as in %s", t.Of(q), foreign).WithHint("%s", hint))
	}
	return l
}
