package project

import (
	"path"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
)

// goi18n merge, run over the catalogs by mistake, writes what it makes of all of
// them to active.LANG.toml and translate.LANG.toml: without comments, without
// outdated translations, without order. Such files are no catalogs of a dossier,
// and no page may have their names.

// goi18nNames are the files that goi18n merge writes.
var goi18nNames = []string{"active", "translate"}

func foreign(name string) bool {
	base := path.Base(baseOf(name))
	return path.Ext(name) == ".toml" && (base == goi18nNames[0] || base == goi18nNames[1])
}

// foreignCatalog leaves a file of goi18n alone, but for texts that stand in no
// catalog: a translator may have filled in the wrong file.
func (p *Project) foreignCatalog(name string) diag.List {
	f, _ := catalog.Parse(name, p.files[name])
	lang := catalogLanguage(name)
	p.strays = append(p.strays, stray{lang, f})
	return diag.List{diag.Warnf(diag.Pos{File: name}, "catalog-goi18n", "was written by goi18n merge and is no catalog of this dossier").
		WithHint("the catalogs are as they were; texts that only this file has are taken home by dossier sync; then delete it")}
}

// stray is a file of goi18n.
type stray struct {
	lang string
	file *catalog.File
}

// adopt takes the texts of stray files for units that have none.
func (p *Project) adopt() {
	for _, s := range p.strays {
		if s.lang == p.Language().Tag || !p.hasLanguage(s.lang) {
			continue
		}
		for _, e := range s.file.Entries {
			k, known := p.keyOf(e.ID)
			if german, _ := p.Has(k); !known || e.Other == "" || e.Other == german {
				continue // goi18n puts the German where a translation is to come
			}
			if have := p.entries[s.lang][k]; have == nil || have.Other == "" {
				p.put(s.lang, k, have.With(e.ID, e.Hash, e.Other))
			}
		}
	}
}

// keyOf returns the key of a message by its id alone, if only one message of
// today has it.
func (p *Project) keyOf(id string) (string, bool) {
	found, n := "", 0
	for k := range p.living() {
		if k == id || strings.HasSuffix(k, "/"+id) {
			found, n = k, n+1
		}
	}
	return found, n == 1
}

// checkNames refuses pages whose catalogs goi18n would overwrite.
func (p *Project) checkNames() diag.List {
	var findings diag.List
	for _, page := range p.Pages {
		if b := path.Base(page.Name); b == goi18nNames[0] || b == goi18nNames[1] {
			findings.Add(diag.Errorf(diag.Pos{File: page.File}, "page-name", "a page cannot be named %q", b).
				WithHint("goi18n writes files of that name; give the file another one (slug = %q keeps its address)", b))
		}
	}
	return findings
}
