package project

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/disk"
)

// Sync returns the plans, to be applied one after the other, that bring the
// catalogs up to date with the German. Catalogs with findings are left as they
// are.
//
// Between any two writes nothing may be lost that the next sync needs. So the
// first plan only adds: earlier German texts to the state, then every message to
// the catalog where it belongs now. The second takes messages away from where
// they no longer belong, and last of all writes the source catalogs, by which the
// next sync recognises the units.
func (p *Project) Sync() []*disk.Plan {
	add, settle := &disk.Plan{Durable: true}, &disk.Plan{Durable: true}
	s := syncer{p, add, settle, &disk.Plan{}, p.living(), map[string]bool{}, map[string]*Page{}}
	for _, page := range p.Pages {
		s.page[pagesDir+"/"+page.Name] = page
	}
	p.visit(func(_, base string, messages []catalog.Message) { s.group(base, messages) })
	s.orphans()
	s.planInterface()
	for _, name := range s.sources.Names() {
		data, _ := s.sources.Get(name)
		settle.Write(name, data)
	}
	p.expect(add, settle)
	return []*disk.Plan{add, settle}
}

// expect holds the plans to the files as they were loaded: what somebody saved
// since then is not to be overwritten. What would stay as it is is not planned.
func (p *Project) expect(add, settle *disk.Plan) {
	after := map[string][]byte{} // what the first plan leaves, if it is another text
	for _, name := range add.Names() {
		data, _ := add.Get(name)
		if was, ok := p.files[name]; ok && bytes.Equal(data, was) {
			add.Forget(name)
		} else {
			after[name] = data
		}
	}
	for _, name := range settle.Names() {
		data, _ := settle.Get(name)
		was, ok := after[name]
		if !ok {
			was, ok = p.files[name]
		}
		if ok && bytes.Equal(data, was) {
			settle.Forget(name)
		}
	}
	for _, plan := range []*disk.Plan{add, settle} {
		for _, name := range slices.Concat(plan.Names(), plan.Deletes()) {
			plan.Expect(name, p.files[name])
		}
	}
	for name, data := range after {
		settle.Expect(name, data)
	}
}

// syncer plans the catalogs of one page or one kind of record after the other.
type syncer struct {
	*Project
	add, settle *disk.Plan
	sources     *disk.Plan // source catalogs, to be written last
	living      map[string]bool
	done        map[string]bool  // bases that have been planned
	page        map[string]*Page // by base
}

func pageMessages(page *Page) []catalog.Message {
	messages := make([]catalog.Message, 0, len(page.Units))
	for _, u := range page.Units {
		messages = append(messages, catalog.Message{ID: u.ID, Text: u.Text, Where: u.Where, Joined: u.Also})
	}
	return messages
}

func recordMessages(t *Texts) []catalog.Message {
	messages := make([]catalog.Message, 0, len(t.Fields))
	for _, f := range t.Fields {
		messages = append(messages, catalog.Message{ID: FieldID(f), Text: f.Text, Where: f.ID + " · " + f.Field})
	}
	return messages
}

// group plans the catalogs base.LANG.toml and the state file beside them.
func (s syncer) group(base string, messages []catalog.Message) {
	s.done[base] = true
	memory := s.memory(base, messages)
	for _, lang := range s.Targets() {
		for i, m := range messages {
			messages[i] = s.against(base, lang.Tag, m)
			s.see(memory, lang.Tag, messages[i])
		}
		s.target(base, lang.Tag, messages)
	}
	s.state(base, messages, memory)
	sourceName := base + "." + s.Language().Tag + ".toml"
	if len(messages) == 0 {
		s.settle.Delete(sourceName)
	} else {
		s.sources.Write(sourceName, catalog.Source(origin(base), messages))
	}
}

// target plans one translator's catalog: first with all that it has, then
// without what lives on another page now.
func (s syncer) target(base, lang string, messages []catalog.Message) {
	name := base + "." + lang + ".toml"
	if s.broken[name] {
		return
	}
	here := map[string]bool{}
	for _, m := range messages {
		here[m.ID] = true
	}
	old := s.catalogs[name]
	final := catalog.Target(origin(base), lang, old, messages, func(id string) bool { return s.living[key(base, id)] })
	whole := final
	if s.leaves(base, old, here) {
		whole = catalog.Target(origin(base), lang, old, messages, func(id string) bool { return here[id] })
	}
	s.add.Write(name, whole)
	s.settle.Write(name, final)
	if len(messages) == 0 {
		if f, _ := catalog.Parse(name, final); len(f.Entries) == 0 {
			s.settle.Drop(name)
		}
	}
}

// leaves reports whether a message of a catalog lives on another page now.
func (s syncer) leaves(base string, old *catalog.File, here map[string]bool) bool {
	return old != nil && slices.ContainsFunc(old.Entries, func(e *catalog.Entry) bool {
		return !here[e.ID] && s.living[key(base, e.ID)]
	})
}

// state plans the state file: the earlier German texts that some translation
// still points to, and what people said of translations. It is written before
// the catalogs that no longer hold them.
func (s syncer) state(base string, messages []catalog.Message, memory *catalog.Memory) {
	today := map[string]string{}
	for _, m := range messages {
		today[m.ID] = catalog.Hash(m.Text)
	}
	memory.Keep(func(id, hash string) bool {
		return today[id] != hash && s.pointsTo(key(base, id), hash)
	})
	if data := memory.Bytes(); len(data) > 0 {
		s.add.WriteFirst(memoryName(base), data)
	} else {
		s.settle.Delete(memoryName(base))
	}
}

// pointsTo reports whether a translation in some language was made from the text
// with the hash.
func (s syncer) pointsTo(key, hash string) bool {
	for _, entries := range s.entries {
		if e, ok := entries[key]; ok && e.Hash == hash && e.Other != "" {
			return true
		}
	}
	return false
}

// against fills in what one language's catalog knows of a message.
func (s syncer) against(base, lang string, m catalog.Message) catalog.Message {
	k := key(base, m.ID)
	m.Entry, m.Before, m.Change, m.Seen = s.entries[lang][k], "", "", s.german[k]
	if catalog.StateOf(m.Entry, m.Text) == catalog.Outdated {
		m.Before = s.before(s.memoryOf(base), base, m.ID, m.Entry.Hash)
		m.Change = s.change(m.ID, m.Before, m.Text)
	}
	return m
}

// see notes what an outdated translation says now, so that an edit of it is
// recognised, and forgets it of any other.
func (s syncer) see(memory *catalog.Memory, lang string, m catalog.Message) {
	hash := ""
	if catalog.StateOf(m.Entry, m.Text) == catalog.Outdated {
		hash = catalog.Hash(m.Entry.Other)
	}
	memory.See(m.ID, lang, hash)
	if m.Entry == nil {
		return
	}
	// A machine's translation that somebody changed is a person's.
	if was, ok := memory.Noted(m.ID, lang); ok && was.Target != catalog.Hash(m.Entry.Other) && m.Entry.Other != "" {
		memory.Note(m.ID, lang, catalog.Provenance{Target: catalog.Hash(m.Entry.Other), Origin: catalog.Human, How: byEdit})
	}
}

// memory returns the state of a group with the German of the last sync added,
// so that no text that a translation was made from is forgotten.
func (s syncer) memory(base string, messages []catalog.Message) *catalog.Memory {
	here := map[string]bool{}
	for _, m := range messages {
		here[m.ID] = true
	}
	pages := strings.HasPrefix(base, pagesDir+"/")
	was := s.wasHere(base, pages)
	m := s.memoryOf(base).Only(func(id string) bool { return here[id] || was[id] && !s.living[key(base, id)] })
	for id := range was {
		k := key(base, id)
		if pages && !s.living[k] {
			m.Retire(id)
		}
		if text := s.german[k]; text != "" && !s.living[k] {
			m.Remember(id, text)
		}
	}
	for id := range here { // wherever it stood at the last sync
		if text := s.german[key(base, id)]; text != "" {
			m.Remember(id, text)
		}
	}
	s.parts(base, m)
	return m
}

// wasHere returns the ids that stood in a group at the last sync, in any
// catalog, or were gone before that.
func (s syncer) wasHere(base string, pages bool) map[string]bool {
	was := map[string]bool{}
	if old := s.memories[memoryName(base)]; old != nil && pages {
		for _, id := range old.Retired() {
			was[id] = true
		}
	}
	for _, lang := range s.Config.Languages {
		if f := s.catalogs[base+"."+lang.Tag+".toml"]; f != nil {
			for _, e := range f.Entries {
				was[e.ID] = true
			}
		}
	}
	return was
}

// parts notes which units of a page were split and joined. That a unit was split
// is told as long as a translation of the whole is outdated.
func (s syncer) parts(base string, m *catalog.Memory) {
	page := s.page[base]
	if page == nil {
		return
	}
	for _, u := range page.Units {
		m.Revive(u.ID)
		for _, id := range u.Also {
			m.Absorb(u.ID, id)
			m.Retire(id)
		}
		m.PartOf(u.ID, "")
		if whole := s.split[u.ID]; whole != "" && s.outdatedAnywhere(whole) {
			m.PartOf(u.ID, whole)
		}
	}
}

func (s syncer) outdatedAnywhere(key string) bool {
	m, _, ok := s.message(key)
	if !ok {
		return false
	}
	for _, entries := range s.entries {
		if catalog.StateOf(entries[key], m.Text) == catalog.Outdated {
			return true
		}
	}
	return false
}

// orphans plans the catalogs whose page or kind of record is gone: translations
// stay, as obsolete; empty files go.
func (s syncer) orphans() {
	for _, name := range sortedNames(s.catalogs) {
		base := baseOf(name)
		if s.done[base] || s.broken[name] || !s.hasLanguage(catalogLanguage(name)) {
			continue
		}
		s.group(base, nil)
	}
}

// living returns the keys of every unit and field that the dossier has today.
func (p *Project) living() map[string]bool {
	living := map[string]bool{}
	for _, page := range p.Pages {
		for _, u := range page.Units {
			living[u.ID] = true
		}
	}
	for _, t := range p.Texts {
		for _, f := range t.Fields {
			living[t.Kind+"/"+FieldID(f)] = true
		}
	}
	return living
}

// origin names, for the catalog's head, what it is made from.
func origin(base string) string {
	if page, ok := strings.CutPrefix(base, pagesDir+"/"); ok {
		return contentDir + "/" + page + ".md"
	}
	return "the " + path.Base(base) + " in " + contentDir + "/"
}

func memoryName(base string) string {
	return stateDir + strings.TrimPrefix(base, "i18n") + ".jsonl"
}
