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
	units map[string]*past // by id
}

// past is what is remembered of one unit.
type past struct {
	earlier map[string]string // hash: text
	langs   map[string]*pastIn
	also    map[string]bool
	split   string
	retired bool
}

// pastIn is what is remembered of a unit in a language.
type pastIn struct {
	seen    string
	origin  *Provenance
	ignored map[string]Ignored // by code
}

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
func NewMemory() *Memory { return &Memory{map[string]*past{}} }

// of returns what is remembered of a unit, to be added to.
func (m *Memory) of(id string) *past {
	u := m.units[id]
	if u == nil {
		u = &past{earlier: map[string]string{}, langs: map[string]*pastIn{}, also: map[string]bool{}}
		m.units[id] = u
	}
	return u
}

func (m *Memory) in(id, lang string) *pastIn {
	u := m.of(id)
	if u.langs[lang] == nil {
		u.langs[lang] = &pastIn{ignored: map[string]Ignored{}}
	}
	return u.langs[lang]
}

// known returns what is remembered of a unit, to be read.
func (m *Memory) known(id string) past {
	if u := m.units[id]; u != nil {
		return *u
	}
	return past{}
}

func (m *Memory) knownIn(id, lang string) pastIn {
	if l := m.known(id).langs[lang]; l != nil {
		return *l
	}
	return pastIn{}
}

// Remember keeps an earlier German text of a unit.
func (m *Memory) Remember(id, text string) { m.of(id).earlier[Hash(text)] = text }

// Earlier returns the German text with the hash, if it is remembered.
func (m *Memory) Earlier(id, hash string) string { return m.known(id).earlier[hash] }

// Texts returns the earlier German texts of a unit that are remembered, sorted.
func (m *Memory) Texts(id string) []string { return slices.Sorted(maps.Values(m.known(id).earlier)) }

// See keeps the hash of an outdated translation as it stands now; "" forgets it.
func (m *Memory) See(id, lang, hash string) {
	if hash != m.Seen(id, lang) {
		m.in(id, lang).seen = hash
	}
}

// Seen returns the hash that an outdated translation had at the last sync, or "".
func (m *Memory) Seen(id, lang string) string { return m.knownIn(id, lang).seen }

// Note keeps where a translation comes from.
func (m *Memory) Note(id, lang string, p Provenance) { m.in(id, lang).origin = &p }

// Provenance returns where the translation with the hash comes from, as far as
// anybody said.
func (m *Memory) Provenance(id, lang, hash string) (Provenance, bool) {
	p, ok := m.Noted(id, lang)
	return p, ok && p.Target == hash
}

// Noted returns what was said last of a unit's translation, whatever it is now.
func (m *Memory) Noted(id, lang string) (Provenance, bool) {
	if p := m.knownIn(id, lang).origin; p != nil {
		return *p, true
	}
	return Provenance{}, false
}

// Ignore switches a check off for a translation.
func (m *Memory) Ignore(id, lang string, i Ignored) { m.in(id, lang).ignored[i.Code] = i }

// Heed switches a check on again.
func (m *Memory) Heed(id, lang, code string) { delete(m.knownIn(id, lang).ignored, code) }

// Ignored returns the checks that are switched off for a translation, by code.
func (m *Memory) Ignored(id, lang string) []Ignored {
	codes := m.knownIn(id, lang).ignored
	var out []Ignored
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		out = append(out, codes[code])
	}
	return out
}

// Absorb notes that a unit answers to another id as well.
func (m *Memory) Absorb(id, other string) { m.of(id).also[other] = true }

// Absorbed returns the other ids that a unit answers to.
func (m *Memory) Absorbed(id string) []string { return slices.Sorted(maps.Keys(m.known(id).also)) }

// PartOf notes that a unit was split off another; "" forgets it.
func (m *Memory) PartOf(id, whole string) {
	if whole != m.Whole(id) {
		m.of(id).split = whole
	}
}

// Whole returns the unit that this one was split off, or "".
func (m *Memory) Whole(id string) string { return m.known(id).split }

// Retire notes that an id is no longer in use.
func (m *Memory) Retire(id string) { m.of(id).retired = true }

// Revive notes that a retired id is in use again.
func (m *Memory) Revive(id string) {
	if u := m.units[id]; u != nil {
		u.retired = false
	}
	for _, u := range m.units {
		delete(u.also, id)
	}
}

// Retired returns the ids that must not be given again.
func (m *Memory) Retired() []string {
	var ids []string
	for _, id := range slices.Sorted(maps.Keys(m.units)) {
		if m.units[id].retired {
			ids = append(ids, id)
		}
	}
	return ids
}

// Keep forgets the earlier texts that no translation points to any more.
func (m *Memory) Keep(needed func(id, hash string) bool) {
	for id, u := range m.units {
		for hash := range u.earlier {
			if !needed(id, hash) {
				delete(u.earlier, hash)
			}
		}
	}
}

// Add takes over all that another memory holds.
func (m *Memory) Add(other *Memory) {
	for id := range other.units {
		m.copy(id, other)
	}
}

// Rename keeps what is remembered of a unit under another id.
func (m *Memory) Rename(from, to string) {
	u := m.units[from]
	if u == nil {
		return
	}
	delete(m.units, from)
	for _, l := range u.lines(to) {
		m.take(l)
	}
}

func (m *Memory) copy(id string, from *Memory) {
	u := from.units[id]
	if u == nil {
		return
	}
	for _, l := range u.lines(id) {
		m.take(l)
	}
}

// Of returns what is remembered of some units.
func (m *Memory) Of(ids ...string) *Memory {
	part := NewMemory()
	for _, id := range ids {
		part.copy(id, m)
	}
	return part
}

// Mentions returns every id that is spoken of, some more than once.
func (m *Memory) Mentions() []string {
	var ids []string
	for id, u := range m.units {
		ids = append(ids, id)
		for other := range u.also {
			ids = append(ids, other)
		}
		if u.split != "" {
			ids = append(ids, u.split)
		}
	}
	return ids
}
