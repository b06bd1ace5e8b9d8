package catalog

import (
	"maps"
	"slices"
)

// Memory is what go-i18n has no field for, kept in i18n/state/ as JSON Lines,
// one file a page. A line says one thing of one unit; lines are sorted, so that
// git merges the work of two people line by line:
//
//	{"id":"p-7f3a9c","hash":"sha1-…","text":"Seit 2020 nutzen …"}
//	{"id":"p-7f3a9c","lang":"en","seen":"sha1-…"}
//	{"id":"p-7f3a9c","lang":"en","target":"sha1-…","how":"ack","by":"Ada","on":"2026-11-25","change":"markup"}
//	{"id":"p-7f3a9c","lang":"en","ignore":"translation-length","reason":"a list of names","by":"Ada"}
//	{"id":"p-7f3a9c","also":"p-0c11de"}
//	{"id":"p-51b2aa","split":"p-7f3a9c"}
//	{"id":"p-90ab12","retired":true}
//
// That is: an earlier German text that some translation was made from; the hash
// of an outdated translation at the last sync, by which an edit of it is
// recognised; where a translation comes from; a check that is switched off for
// it; an id that this unit answers to as well, since it absorbed another; the
// unit that this one was a part of; an id that was given once and must not be
// given again.
type Memory struct {
	earlier map[string]map[string]string // id, hash: text
	seen    map[inLanguage]string
	origins map[inLanguage]Provenance
	ignored map[inLanguage]map[string]Ignored // by code
	also    map[string]map[string]bool
	split   map[string]string
	retired map[string]bool
}

// inLanguage is a unit in a language.
type inLanguage struct{ id, lang string }

// Provenance says where a translation comes from. Target is the hash of the
// translation of which that is true: of another text it is not.
type Provenance struct {
	Target   string `json:"target,omitempty"`
	Origin   string `json:"origin,omitempty"` // human, machine, or "" if nobody said
	Reviewed bool   `json:"reviewed,omitempty"`
	How      string `json:"how,omitempty"` // ack, edit, import
	By       string `json:"by,omitempty"`
	On       string `json:"on,omitempty"`     // day, as 2026-11-25
	Change   Change `json:"change,omitempty"` // that was acknowledged
}

// The origins of a translation.
const (
	Human   = "human"
	Machine = "machine"
)

// Ignored is a check that does not apply to a translation.
type Ignored struct {
	Code   string `json:"ignore,omitempty"`
	Reason string `json:"reason,omitempty"`
	By     string `json:"by,omitempty"`
	On     string `json:"on,omitempty"`
}

// NewMemory returns one that remembers nothing.
func NewMemory() *Memory {
	return &Memory{
		earlier: map[string]map[string]string{}, seen: map[inLanguage]string{}, origins: map[inLanguage]Provenance{},
		ignored: map[inLanguage]map[string]Ignored{}, also: map[string]map[string]bool{}, split: map[string]string{},
		retired: map[string]bool{},
	}
}

// Remember keeps an earlier German text of a unit.
func (m *Memory) Remember(id, text string) {
	if m.earlier[id] == nil {
		m.earlier[id] = map[string]string{}
	}
	m.earlier[id][Hash(text)] = text
}

// Earlier returns the German text with the hash, if it is remembered.
func (m *Memory) Earlier(id, hash string) string { return m.earlier[id][hash] }

// See keeps the hash of an outdated translation as it stands now; "" forgets it.
func (m *Memory) See(id, lang, hash string) {
	if hash == "" {
		delete(m.seen, inLanguage{id, lang})
		return
	}
	m.seen[inLanguage{id, lang}] = hash
}

// Seen returns the hash that an outdated translation had at the last sync, or "".
func (m *Memory) Seen(id, lang string) string { return m.seen[inLanguage{id, lang}] }

// Note keeps where a translation comes from.
func (m *Memory) Note(id, lang string, p Provenance) { m.origins[inLanguage{id, lang}] = p }

// Provenance returns where the translation with the hash comes from, as far as
// anybody said.
func (m *Memory) Provenance(id, lang, hash string) (Provenance, bool) {
	p, ok := m.origins[inLanguage{id, lang}]
	return p, ok && p.Target == hash
}

// Noted returns what was said last of a unit's translation, whatever it is now.
func (m *Memory) Noted(id, lang string) (Provenance, bool) {
	p, ok := m.origins[inLanguage{id, lang}]
	return p, ok
}

// Ignore switches a check off for a translation.
func (m *Memory) Ignore(id, lang string, i Ignored) {
	at := inLanguage{id, lang}
	if m.ignored[at] == nil {
		m.ignored[at] = map[string]Ignored{}
	}
	m.ignored[at][i.Code] = i
}

// Heed switches a check on again.
func (m *Memory) Heed(id, lang, code string) { delete(m.ignored[inLanguage{id, lang}], code) }

// Ignored returns the checks that are switched off for a translation, by code.
func (m *Memory) Ignored(id, lang string) []Ignored {
	codes := m.ignored[inLanguage{id, lang}]
	var out []Ignored
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		out = append(out, codes[code])
	}
	return out
}

// Absorb notes that a unit answers to another id as well.
func (m *Memory) Absorb(id, other string) {
	if m.also[id] == nil {
		m.also[id] = map[string]bool{}
	}
	m.also[id][other] = true
}

// Absorbed returns the other ids that a unit answers to.
func (m *Memory) Absorbed(id string) []string { return slices.Sorted(maps.Keys(m.also[id])) }

// PartOf notes that a unit was split off another; "" forgets it.
func (m *Memory) PartOf(id, whole string) {
	if whole == "" {
		delete(m.split, id)
		return
	}
	m.split[id] = whole
}

// Whole returns the unit that this one was split off, or "".
func (m *Memory) Whole(id string) string { return m.split[id] }

// Retire notes that an id is no longer in use.
func (m *Memory) Retire(id string) { m.retired[id] = true }

// Revive notes that a retired id is in use again.
func (m *Memory) Revive(id string) {
	delete(m.retired, id)
	for _, others := range m.also {
		delete(others, id)
	}
}

// Retired returns the ids that must not be given again.
func (m *Memory) Retired() []string { return slices.Sorted(maps.Keys(m.retired)) }

// Keep forgets the earlier texts that no translation points to any more.
func (m *Memory) Keep(needed func(id, hash string) bool) {
	for id, texts := range m.earlier {
		for hash := range texts {
			if !needed(id, hash) {
				delete(texts, hash)
			}
		}
	}
}

// Add takes over all that another memory holds.
func (m *Memory) Add(other *Memory) {
	for _, l := range other.lines() {
		m.take(l)
	}
}

// Only returns what is remembered of the units that are wanted.
func (m *Memory) Only(wanted func(id string) bool) *Memory {
	part := NewMemory()
	for _, l := range m.lines() {
		if wanted(l.ID) {
			part.take(l)
		}
	}
	return part
}

// Mentions returns every id that is spoken of, some more than once.
func (m *Memory) Mentions() []string {
	var ids []string
	for _, l := range m.lines() {
		ids = append(ids, l.ID)
		if l.Also != "" {
			ids = append(ids, l.Also)
		}
		if l.Split != "" {
			ids = append(ids, l.Split)
		}
	}
	return ids
}
