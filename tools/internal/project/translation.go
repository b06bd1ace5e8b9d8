package project

import (
	"cmp"
	"path"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/markdown"
)

// Translation is a unit or a record's field in one language, with all that a
// translator should see of it.
type Translation struct {
	Key     string // names it in the whole dossier: "p-7f3a9c", "figures/mau-welt-2021.label"
	ID      string // in its catalog
	Page    string // below content/, without .md; of a record's field its kind: "figures"
	Catalog string // the file
	Kind    markdown.Kind
	Where   string   // "§ Aufstieg · Absatz 2"
	URL     string   // where it can be seen on the site; "" if nowhere
	Pos     diag.Pos // of the message in the catalog

	Source   string // today's German; of an obsolete one the last, if known
	Previous string // the German that an outdated translation was made from, if known
	Text     string // the translation; "" if missing
	Hash     string // of the German it was made from

	State    catalog.State // Current, Missing, Outdated, Unconfirmed, Obsolete
	Change   catalog.Change
	Whole    string   // id of the unit that this one was a part of, or ""
	Part     string   // of a missing part: the translation of the whole, from which it can be taken
	Also     []string // ids of units that are part of this one now
	Comments []string // the translator's own

	Provenance catalog.Provenance // zero if nobody said
	Ignored    []catalog.Ignored  // checks that are switched off for it
}

// Diff compares the German that the translation was made from with today's. It
// is nil if there is nothing to compare.
func (t Translation) Diff() []catalog.Piece {
	if t.Previous == "" || t.Previous == t.Source {
		return nil
	}
	return catalog.Diff(t.Previous, t.Source)
}

// Fits reports whether a translation has the links and placeholders of today's
// German.
func (p *Project) Fits(lang string, t Translation) bool { return p.carries(lang, t.Source, t.Text) }

// carries reports whether a translation has the links and placeholders of a German
// text, links in its own language.
func (p *Project) carries(lang, german, translation string) bool {
	lost, added := markdown.CarriedInto(german, translation, p.Language().Tag, lang)
	return len(lost)+len(added) == 0
}

// Translations returns everything that can be translated into a language: pages
// in their order, then records, then what is obsolete.
func (p *Project) Translations(lang string) []Translation {
	var out []Translation
	pages := map[string]*Page{}
	units := map[string]Unit{}
	for _, page := range p.Pages {
		pages[page.Name] = page
		for _, u := range page.Units {
			units[u.ID] = u
		}
	}
	p.visit(func(name, base string, messages []catalog.Message) {
		for _, m := range messages {
			t := p.translation(lang, name, base, m)
			if u, ok := units[m.ID]; ok && strings.HasPrefix(base, pagesDir+"/") {
				t.Kind, t.Also, t.Whole = u.Kind, u.Also, p.split[u.ID]
				_, t.Part = p.part(lang, m.ID, m.Text)
				t.URL = p.Address(pages[name], lang) + "#" + u.ID
			}
			out = append(out, t)
		}
	})
	return append(out, p.obsolete(lang)...)
}

func (p *Project) translation(lang, name, base string, m catalog.Message) Translation {
	k := key(base, m.ID)
	file := base + "." + lang + ".toml"
	t := Translation{
		Key: k, ID: m.ID, Page: name, Catalog: file, Where: m.Where, Source: m.Text,
		State: catalog.Missing, Pos: diag.Pos{File: file},
	}
	e := p.entries[lang][k]
	if e == nil {
		return t
	}
	memory := p.memoryOf(base)
	t.Text, t.Hash, t.Pos, t.Comments = e.Other, e.Hash, e.Pos, e.Comments()
	t.State = catalog.StateOf(e, m.Text)
	t.Provenance, _ = memory.Provenance(m.ID, lang, catalog.Hash(e.Other))
	t.Ignored = memory.Ignored(m.ID, lang)
	switch {
	case t.State == catalog.Current && e.Hash == "":
		t.State = catalog.Unconfirmed
	case t.State == catalog.Outdated:
		t.Previous = p.before(memory, base, m.ID, e.Hash)
		t.Change = p.change(m.ID, t.Previous, m.Text)
	}
	return t
}

// obsolete returns the translations whose German is gone.
func (p *Project) obsolete(lang string) []Translation {
	var out []Translation
	living := p.living()
	for _, name := range sortedNames(p.catalogs) {
		if catalogLanguage(name) != lang {
			continue
		}
		base := baseOf(name)
		for _, e := range p.catalogs[name].Entries {
			k := key(base, e.ID)
			if living[k] || p.left[lang][k] || e.Other == "" {
				continue
			}
			page := pageOf(name)
			if !strings.HasPrefix(base, pagesDir+"/") {
				page = path.Base(base)
			}
			out = append(out, Translation{
				Key: k, ID: e.ID, Page: page, Catalog: name, Pos: e.Pos, Text: e.Other, Hash: e.Hash, State: catalog.Obsolete,
				Source:   cmp.Or(p.before(p.memoryOf(base), base, e.ID, e.Hash), p.german[k], e.German()),
				Comments: e.Comments(), Ignored: p.memoryOf(base).Ignored(e.ID, lang),
			})
		}
	}
	return out
}

// before returns the German with the hash, from what is remembered or from the
// last sync, or "".
func (p *Project) before(memory *catalog.Memory, base, id, hash string) string {
	if text := memory.Earlier(id, hash); text != "" {
		return text
	}
	if text := p.german[key(base, id)]; text != "" && catalog.Hash(text) == hash {
		return text
	}
	return ""
}

// change classifies what happened to a unit's German.
func (p *Project) change(id, before, now string) catalog.Change {
	if before == "" {
		return catalog.Unchanged
	}
	c := catalog.Classify(before, now)
	if p.wholes()[id] && (c == catalog.Small || c == catalog.Large || c == catalog.Rewritten) {
		return catalog.Split
	}
	return c
}

// Address returns where a page is on the published site in a language.
func (p *Project) Address(page *Page, lang string) string {
	base := strings.TrimSuffix(p.Config.BaseURL, "/") + "/" + lang + "/"
	if page.Layout == "home" {
		return base
	}
	return base + strings.TrimPrefix(path.Join(path.Dir(page.Name), page.Slug(lang)), "/") + "/"
}
