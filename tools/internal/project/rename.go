package project

import "dossier/tools/internal/catalog"

// A unit that its author gives an id takes along what it had under the one that was
// minted for it: the German of the last sync, its translations, and what people
// said of them. The former id stays an address of the unit.

// rename does that in what is loaded.
func (p *Project) rename(from, to string) {
	if _, known := p.german[to]; !known && p.german[from] != "" {
		p.german[to] = p.german[from]
	}
	p.pageMemory().Rename(from, to)
	for _, lang := range sortedNames(p.entries) {
		p.takeOver(lang, from, to)
	}
}

// takeOver makes a translation of one id one of another. Of two, settleRivals says
// which counts.
func (p *Project) takeOver(lang, from, to string) {
	entries := p.entries[lang]
	e, there := entries[from], entries[to]
	switch {
	case e == nil:
		return
	case there == nil || there.Other == "":
		entries[to] = e.As(to)
	case e.Other != "":
		p.rivals = append(p.rivals, rival{lang, to, e.As(to)})
	}
	delete(entries, from)
	if p.left[lang] == nil {
		p.left[lang] = map[string]bool{}
	}
	p.left[lang][from] = true
}

// formerly brings translations home that were made under former ids of units, on a
// branch on which the author had not given them theirs yet.
func (p *Project) formerly() {
	memory := p.pageMemory()
	for _, page := range p.Pages {
		for _, u := range page.Units {
			for _, id := range u.Also {
				for _, lang := range sortedNames(p.entries) {
					e := p.entries[lang][id]
					if e != nil && e.Other != "" && (e.Hash == catalog.Hash(u.Text) || e.Hash == catalog.Hash(p.german[u.ID]) || memory.Earlier(u.ID, e.Hash) != "") {
						p.takeOver(lang, id, u.ID)
					}
				}
			}
		}
	}
}

// kept reports whether a catalog of a language need not keep what it has under a
// key, since that lives, there or elsewhere.
func (s syncer) kept(lang, key string) bool { return s.living[key] || s.left[lang][key] }
