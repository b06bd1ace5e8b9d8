package dataset

import (
	"dossier/tools/internal/cite"
	"dossier/tools/internal/record"
)

// references writes the sources for reference managers.
func (d *Dossier) references() map[string][]byte {
	items := References(d.Project.Records)
	return map[string][]byte{
		"sources.csl.json": cite.Write("csl", items), "sources.bib": cite.Write("bibtex", items), "sources.ris": cite.Write("ris", items),
	}
}

// References returns the sources as CSL items, in their order.
func References(set *record.Set) []cite.Item {
	items := make([]cite.Item, len(set.Sources))
	for i, s := range set.Sources {
		items[i] = s.Item()
	}
	return items
}
