package project

import (
	"strings"

	"dossier/tools/internal/catalog"
)

// What a sync keeps in i18n/state, beside the catalogs.

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
	here, ids := map[string]bool{}, make([]string, 0, len(messages))
	for _, m := range messages {
		here[m.ID] = true
		ids = append(ids, m.ID)
	}
	pages := strings.HasPrefix(base, pagesDir+"/")
	stood := s.stoodHere(base)
	for id := range stood {
		if !here[id] && !s.living[key(base, id)] {
			ids = append(ids, id)
		}
	}
	m := s.memoryOf(base).Of(ids...)
	if old := s.memories[memoryName(base)]; old != nil && pages {
		// Of ids that no catalog here has any more it keeps what it says itself: the
		// rest is said where their translations are.
		for _, id := range old.Retired() {
			if !here[id] && !stood[id] && !s.living[id] {
				m.Add(old.Of(id))
			}
		}
	}
	for id := range stood {
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

// stoodHere returns the ids that stood in a group at the last sync, in any catalog.
func (s syncer) stoodHere(base string) map[string]bool {
	was := map[string]bool{}
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

func memoryName(base string) string {
	return stateDir + strings.TrimPrefix(base, "i18n") + ".jsonl"
}
