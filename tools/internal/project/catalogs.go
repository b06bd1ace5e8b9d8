package project

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/cores"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/record"
)

// Texts are the translatable fields of one kind of record, in the order of the
// records.
type Texts struct {
	Kind   string // "figures"
	Fields []record.Text
}

// FieldID names a record's field in its catalog, as go-i18n joins nested tables.
func FieldID(t record.Text) string { return t.ID + "." + t.Field }

// key tells the messages of all catalogs apart. Units have ids that are their
// own in the whole dossier; an actor and a place may have the same.
func key(base, id string) string {
	if kind, ok := strings.CutPrefix(base, recordsDir+"/"); ok {
		return kind + "/" + id
	}
	return id
}

// baseOf returns i18n/pages/NAME of i18n/pages/NAME.LANG.toml.
func baseOf(name string) string {
	stem := strings.TrimSuffix(name, ".toml")
	return strings.TrimSuffix(stem, path.Ext(stem))
}

func (p *Project) loadRecords() diag.List {
	set, findings := record.Load(p.RecordFiles())
	p.Records = set
	byKind := map[string]*Texts{}
	for _, t := range set.Texts() {
		group := byKind[t.Kind]
		if group == nil {
			group = &Texts{Kind: t.Kind}
			byKind[t.Kind] = group
			p.Texts = append(p.Texts, group)
		}
		group.Fields = append(group.Fields, t)
	}
	return findings
}

// loadCatalogs reads every catalog and state file, and indexes the translations
// of each language by id.
func (p *Project) loadCatalogs() diag.List {
	var names []string
	for _, name := range sortedNames(p.files) {
		if isState(name) || path.Ext(name) == ".toml" && (foreign(name) && !strings.HasPrefix(name, contentDir+"/") ||
			strings.HasPrefix(name, pagesDir+"/") || strings.HasPrefix(name, recordsDir+"/")) {
			names = append(names, name)
		}
	}
	memories, catalogs, found := make([]*catalog.Memory, len(names)), make([]*catalog.File, len(names)), make([]diag.List, len(names))
	cores.Each(len(names), func(i int) {
		switch name := names[i]; {
		case isState(name):
			memories[i], found[i] = catalog.ParseMemory(name, p.files[name])
		case !foreign(name):
			catalogs[i], found[i] = p.parseCatalog(name)
		}
	})
	var findings diag.List
	for i, name := range names {
		findings.Add(found[i]...)
		switch {
		case memories[i] != nil:
			p.memories[name] = memories[i]
		case catalogs[i] != nil:
			findings.Add(p.addCatalog(catalogs[i], found[i])...)
		case foreign(name):
			findings.Add(p.foreignCatalog(name)...)
		}
	}
	return findings
}

// isState reports whether a file is kept beside the catalogs, in i18n/state.
func isState(name string) bool {
	return strings.HasPrefix(name, stateDir+"/") && path.Ext(name) == ".jsonl"
}

func (p *Project) isSource(name string) bool { return catalogLanguage(name) == p.Language().Tag }

func (p *Project) parseCatalog(name string) (*catalog.File, diag.List) {
	parse := catalog.Parse
	if p.isSource(name) {
		parse = catalog.ParseSource
	}
	f, findings := parse(name, p.files[name])
	if len(bytes.TrimSpace(p.files[name])) == 0 {
		findings.Add(emptyCatalog(name, p.isSource(name)))
	}
	return f, findings
}

// addCatalog adds a catalog; found is what was found in it.
func (p *Project) addCatalog(f *catalog.File, found diag.List) diag.List {
	p.catalogs[f.Name] = f
	p.broken[f.Name] = found.HasErrors()
	if !p.isSource(f.Name) {
		return p.index(f)
	}
	p.damaged[f.Name] = len(found) > 0
	for _, e := range f.Entries {
		p.german[key(baseOf(f.Name), e.ID)] = e.Other
	}
	return nil
}

// emptyCatalog reports a catalog without a byte: many editors write one before
// they write the text. It is not to be taken for one without translations.
func emptyCatalog(name string, source bool) diag.Finding {
	if source {
		return diag.Warnf(diag.Pos{File: name}, "catalog-damaged", "the source catalog is empty").
			WithHint("nothing is lost: dossier sync writes it anew from the German and the translations")
	}
	return diag.Errorf(diag.Pos{File: name}, "catalog-empty", "the catalog is empty").
		WithHint("if a program is saving it, run the command again; if it was emptied by mistake, take it from git; to begin anew, delete it")
}

func (p *Project) index(f *catalog.File) diag.List {
	lang := catalogLanguage(f.Name)
	if !p.hasLanguage(lang) {
		return diag.List{diag.Warnf(diag.Pos{File: f.Name}, "catalog-language", "the site has no language %q", lang).
			WithHint("a catalog is named NAME.LANGUAGE.toml; languages stand in config.toml")}
	}
	if p.entries[lang] == nil {
		p.entries[lang] = map[string]*catalog.Entry{}
	}
	base := baseOf(f.Name)
	for _, e := range f.Entries {
		k := key(base, e.ID)
		// A unit that moved to another page may stand in two catalogs until its
		// translation is settled: the one with a text counts, and of two with a text
		// what settleRivals says.
		switch have, ok := p.entries[lang][k]; {
		case !ok || have.Other == "":
			p.entries[lang][k] = e
		case e.Other != "":
			p.rivals = append(p.rivals, rival{lang, k, e})
		}
	}
	return nil
}

func (p *Project) hasLanguage(tag string) bool {
	return slices.ContainsFunc(p.Config.Languages, func(l Language) bool { return l.Tag == tag })
}

// catalogLanguage returns LANG of …/NAME.LANG.toml.
func catalogLanguage(name string) string {
	stem := strings.TrimSuffix(path.Base(name), ".toml")
	return strings.TrimPrefix(path.Ext(stem), ".")
}

// pageOf returns the page that a catalog in i18n/pages belongs to.
func pageOf(name string) string {
	return strings.TrimPrefix(baseOf(name), pagesDir+"/")
}

func sortedNames[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
