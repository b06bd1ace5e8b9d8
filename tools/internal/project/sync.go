package project

import (
	"path"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/disk"
)

// Sync returns the plan that brings the catalogs up to date with the German.
// Catalogs with findings are left as they are.
func (p *Project) Sync() *disk.Plan {
	plan := &disk.Plan{Durable: true}
	s := syncer{p, plan, p.living(), map[string]bool{}}
	p.visit(func(_, base string, messages []catalog.Message) { s.group(base, messages) })
	s.orphans()
	return plan
}

// syncer plans the catalogs of one page or one kind of record after the other.
type syncer struct {
	*Project
	plan   *disk.Plan
	living map[string]bool
	done   map[string]bool // bases that have been planned
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
	from := origin(base)
	s.done[base] = true
	source := s.catalogs[base+"."+s.Language().Tag+".toml"]
	memory := s.memory(base, source)
	var files []*catalog.File
	for _, lang := range s.Targets() {
		name := base + "." + lang.Tag + ".toml"
		old := s.catalogs[name]
		if s.broken[name] {
			files = append(files, old)
			continue
		}
		for i, m := range messages {
			messages[i] = s.against(m, s.entries[lang.Tag][key(base, m.ID)], source, memory)
		}
		data := catalog.Target(from, lang.Tag, old, messages, func(id string) bool { return s.living[key(base, id)] })
		f, _ := catalog.Parse(name, data)
		files = append(files, f)
		s.plan.Write(name, data)
	}
	today := map[string]string{}
	for _, m := range messages {
		today[m.ID] = catalog.Hash(m.Text)
	}
	memory.Keep(func(id, hash string) bool { return today[id] != "" && today[id] != hash && pointsTo(files, id, hash) })
	s.writeMemory(base, memory)
	if name := base + "." + s.Language().Tag + ".toml"; len(messages) == 0 {
		s.plan.Delete(name)
	} else {
		s.plan.Write(name, catalog.Source(from, messages))
	}
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

func (s syncer) writeMemory(base string, m *catalog.Memory) {
	if data := m.Bytes(); len(data) > 0 {
		s.plan.Write(memoryName(base), data)
	} else {
		s.plan.Delete(memoryName(base))
	}
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
		for _, lang := range s.Targets() {
			target := base + "." + lang.Tag + ".toml"
			if data, ok := s.plan.Get(target); ok {
				if f, _ := catalog.Parse(target, data); len(f.Entries) == 0 {
					s.plan.Drop(target)
				}
			}
		}
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

func pointsTo(files []*catalog.File, id, hash string) bool {
	for _, f := range files {
		if e, ok := f.Get(id); ok && e.Hash == hash {
			return true
		}
	}
	return false
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
