package project

import (
	"maps"
	"path"
	"slices"
	"strings"

	"dossier/tools/internal/catalog"
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
	files := map[string][]byte{}
	for name, data := range p.files {
		if strings.HasPrefix(name, contentDir+"/") && path.Ext(name) == ".toml" && path.Base(name) != "exempt.toml" {
			files[name] = data
		}
	}
	set, findings := record.Load(files)
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
	var findings diag.List
	for _, name := range sortedNames(p.files) {
		switch {
		case strings.HasPrefix(name, stateDir+"/") && path.Ext(name) == ".jsonl":
			m, more := catalog.ParseMemory(name, p.files[name])
			findings.Add(more...)
			p.memories[name] = m
		case strings.HasPrefix(name, pagesDir+"/"), strings.HasPrefix(name, recordsDir+"/"):
			f, more := catalog.Parse(name, p.files[name])
			findings.Add(more...)
			p.catalogs[name] = f
			p.broken[name] = more.HasErrors()
			findings.Add(p.index(f)...)
		}
	}
	return findings
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
		// translation is settled: the one with a text counts.
		if have, ok := p.entries[lang][k]; !ok || have.Other == "" {
			p.entries[lang][k] = e
		}
	}
	return nil
}

func (p *Project) hasLanguage(tag string) bool {
	return slices.ContainsFunc(p.Config.Languages, func(l Language) bool { return l.Tag == tag })
}

// align carries the units' ids over from the source catalogs of the last sync.
func (p *Project) align() {
	var old []catalog.Old
	source := p.Language().Tag
	for _, name := range sortedNames(p.catalogs) {
		if catalogLanguage(name) != source || !strings.HasPrefix(name, pagesDir+"/") {
			continue
		}
		for _, e := range p.catalogs[name].Entries {
			kind, _, _ := strings.Cut(e.ID, "-")
			old = append(old, catalog.Old{Page: pageOf(name), ID: e.ID, Kind: kind, Text: e.Other})
		}
	}
	var units []catalog.New
	for _, page := range p.Pages {
		for _, u := range page.Units {
			units = append(units, catalog.New{Page: page.Name, Kind: string(u.Kind), Text: u.Text, Fixed: u.FixedID})
		}
	}
	carried := catalog.Align(old, units, p.taken())
	for _, page := range p.Pages {
		for i := range page.Units {
			page.Units[i].ID = carried[0].ID
			carried = carried[1:]
		}
	}
}

// taken returns the ids that are or were in use beside those of the source
// catalogs, with the hash of the German that a translation was made from.
func (p *Project) taken() map[string]string {
	taken := map[string]string{}
	for _, m := range p.memories {
		for _, id := range m.Retired() {
			taken[id] = ""
		}
	}
	for _, entries := range p.entries {
		for id, e := range entries {
			taken[id] = e.Hash
		}
	}
	return taken
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
