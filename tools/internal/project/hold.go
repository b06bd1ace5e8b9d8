package project

import "dossier/tools/internal/catalog"

// Held reports whether a chapter is kept back in a language, because the
// dossier's policy holds back what is outdated or missing and it has some of
// that. Readers of that language are led to the source language's page. Only
// chapters are held, those that check claims among them: a site needs its home
// page, its figures and its imprint, and what is missing there is marked.
func (p *Project) Held(page *Page, lang string) bool {
	policy := p.Config.Settings
	if policy.Outdated != "hold" && policy.Missing != "hold" || !page.Chapter() || lang == p.Language().Tag {
		return false
	}
	for _, u := range page.Units {
		switch catalog.StateOf(p.entries[lang][u.ID], u.Text) {
		case catalog.Outdated:
			if policy.Outdated == "hold" {
				return true
			}
		case catalog.Missing:
			if policy.Missing == "hold" {
				return true
			}
		}
	}
	return false
}
