package check

import (
	"slices"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
)

// Ignorable are the codes that a person may switch off for one translation, with
// a reason (dossier ack --ignore): rules that can be wrong. What would break a
// page or let a stranger's script in is not among them.
var Ignorable = []string{
	"translation-doubled", "translation-inconsistent", "translation-leftover", "translation-length", "translation-link",
	"translation-placeholder", "translation-quotes", "translation-shape", "translation-term", "translation-term-forbidden",
	"translation-unchanged", "number-notation", "number-translation",
}

// heeded returns the findings about a translation that nobody has switched off.
func heeded(p *project.Project, lang, key string, l diag.List) diag.List {
	if len(l) == 0 {
		return l
	}
	ignored := p.Ignored(lang, key)
	return slices.DeleteFunc(l, func(f diag.Finding) bool {
		for _, i := range ignored {
			if i.Code == f.Code && slices.Contains(Ignorable, f.Code) {
				return true
			}
		}
		return false
	})
}
