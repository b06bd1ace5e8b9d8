package project

import (
	"path"
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
	s := syncer{p, add, settle, &disk.Plan{}, p.living(), map[string]bool{}}
	p.visit(func(_, base string, messages []catalog.Message) { s.group(base, messages) })
	s.orphans()
	for _, name := range s.sources.Names() {
		data, _ := s.sources.Get(name)
		settle.Write(name, data)
	}
	return []*disk.Plan{add, settle}
}

// syncer plans the catalogs of one page or one kind of record after the other.
type syncer struct {
	*Project
	add, settle *disk.Plan
	sources     *disk.Plan // source catalogs, to be written last
	living      map[string]bool
	done        map[string]bool // bases that have been planned
}

func pageMessages(page *Page) []catalog.Message {
	messages := make([]catalog.Message, 0, len(page.Units))
	for _, u := range page.Units {
		messages = append(messages, catalog.Message{ID: u.ID, Text: u.Text, Where: u.Where})
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
	sourceName := base + "." + s.Language().Tag + ".toml"
	memory := s.memory(base, s.catalogs[sourceName])
	for _, lang := range s.Targets() {
		for i, m := range messages {
			messages[i] = s.against(m, s.entries[lang.Tag][key(base, m.ID)], s.catalogs[sourceName], memory)
		}
		s.target(base, lang.Tag, messages)
	}
	s.state(base, messages, memory)
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
	whole := catalog.Target(origin(base), lang, old, messages, func(id string) bool { return here[id] })
	final := catalog.Target(origin(base), lang, old, messages, func(id string) bool { return s.living[key(base, id)] })
	s.add.Write(name, whole)
	s.settle.Write(name, final)
	if f, _ := catalog.Parse(name, final); len(f.Entries) == 0 && len(messages) == 0 {
		s.settle.Drop(name)
	}
}

// state plans the state file: the earlier German texts that some translation
// still points to. It is written before the catalogs that no longer hold them.
func (s syncer) state(base string, messages []catalog.Message, memory *catalog.Memory) {
	today := map[string]string{}
	for _, m := range messages {
		today[m.ID] = catalog.Hash(m.Text)
	}
	memory.Keep(func(id, hash string) bool {
		return today[id] != "" && today[id] != hash && s.pointsTo(key(base, id), hash)
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
func (s syncer) against(m catalog.Message, e *catalog.Entry, source *catalog.File, memory *catalog.Memory) catalog.Message {
	m.Entry, m.Before, m.Seen = e, "", ""
	if old, ok := source.Get(m.ID); ok {
		m.Seen = old.Other
	}
	if m.Entry != nil && m.Entry.Hash != "" {
		m.Before = memory.Earlier(m.ID, m.Entry.Hash)
	}
	return m
}

// memory returns the state of a group with the German of the last sync added,
// so that no text that a translation was made from is forgotten.
func (s syncer) memory(base string, source *catalog.File) *catalog.Memory {
	old := s.memories[memoryName(base)]
	m, _ := catalog.ParseMemory("", nil)
	if old != nil {
		m, _ = catalog.ParseMemory("", old.Bytes())
	}
	if source == nil {
		return m
	}
	for _, e := range source.Entries {
		m.Remember(e.ID, e.Other)
		if s.living[key(base, e.ID)] {
			m.Revive(e.ID)
		} else if strings.HasPrefix(base, pagesDir) {
			m.Retire(e.ID)
		}
	}
	return m
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
