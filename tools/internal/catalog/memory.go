package catalog

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"dossier/tools/internal/diag"
)

// Memory is what go-i18n has no field for, kept in i18n/state/ as JSON Lines,
// one file a page, sorted by id so that git merges it line by line:
//
//	{"id":"p-7f3a9c","hash":"sha1-…","text":"Seit 2020 nutzen …"}
//	{"id":"p-90ab12","retired":true}
//
// The first kind is an earlier German text that some translation was made from;
// the second an id that was given once and must not be given again.
type Memory struct {
	earlier map[string]map[string]string // id, hash: text
	retired map[string]bool
}

type memoryLine struct {
	ID      string `json:"id"`
	Hash    string `json:"hash,omitempty"`
	Text    string `json:"text,omitempty"`
	Retired bool   `json:"retired,omitempty"`
}

// ParseMemory reads a state file; src may be empty.
func ParseMemory(name string, src []byte) (*Memory, diag.List) {
	m := &Memory{earlier: map[string]map[string]string{}, retired: map[string]bool{}}
	var findings diag.List
	n := 0
	for line := range bytes.Lines(src) {
		n++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var l memoryLine
		if err := json.Unmarshal(line, &l); err != nil || l.ID == "" {
			findings.Add(diag.Errorf(diag.Pos{File: name, Line: n, Col: 1}, "state-syntax", "not a line of state").
				WithHint("take the file from git again; dossier sync writes it, nobody else needs to"))
			continue
		}
		if l.Retired {
			m.Retire(l.ID)
		} else {
			m.Remember(l.ID, l.Text)
		}
	}
	return m, findings
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

// Retire notes that an id is no longer in use.
func (m *Memory) Retire(id string) { m.retired[id] = true }

// Revive notes that a retired id is in use again.
func (m *Memory) Revive(id string) { delete(m.retired, id) }

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

// Bytes writes the state; it is empty where there is nothing to keep.
func (m *Memory) Bytes() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	ids := slices.Collect(maps.Keys(m.earlier))
	ids = slices.Compact(slices.Sorted(slices.Values(append(ids, m.Retired()...))))
	for _, id := range ids {
		for _, hash := range slices.Sorted(maps.Keys(m.earlier[id])) {
			_ = e.Encode(memoryLine{ID: id, Hash: hash, Text: m.earlier[id][hash]})
		}
		if m.retired[id] {
			_ = e.Encode(memoryLine{ID: id, Retired: true})
		}
	}
	return b.Bytes()
}
