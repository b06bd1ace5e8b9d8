package catalog

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"

	"dossier/tools/internal/diag"
)

// memoryLine is a line of a state file: exactly one of its groups is filled in.
type memoryLine struct {
	ID   string `json:"id"`
	Lang string `json:"lang,omitempty"`
	Hash string `json:"hash,omitempty"`
	Text string `json:"text,omitempty"`
	Seen string `json:"seen,omitempty"`

	Target   string `json:"target,omitempty"`
	Origin   string `json:"origin,omitempty"`
	Reviewed bool   `json:"reviewed,omitempty"`
	How      string `json:"how,omitempty"`
	Ignore   string `json:"ignore,omitempty"`
	Reason   string `json:"reason,omitempty"`
	By       string `json:"by,omitempty"`
	On       string `json:"on,omitempty"`
	Change   Change `json:"change,omitempty"`

	Also    string `json:"also,omitempty"`
	Split   string `json:"split,omitempty"`
	Retired bool   `json:"retired,omitempty"`
}

// ParseMemory reads a state file; src may be empty. Of a file that git could not
// merge it takes both sides: each line stands for itself.
func ParseMemory(name string, src []byte) (*Memory, diag.List) {
	m := NewMemory()
	var findings diag.List
	if f, bad := diag.NotUTF8(name, src); bad {
		findings.Add(f)
		return m, findings
	}
	n := 0
	for line := range bytes.Lines(src) {
		n++
		if len(bytes.TrimSpace(line)) == 0 || conflictMark(line) {
			continue
		}
		var l memoryLine
		if err := json.Unmarshal(line, &l); err != nil || l.ID == "" {
			findings.Add(diag.Errorf(diag.Pos{File: name, Line: n, Col: 1}, "state-syntax", "not a line of state").
				WithHint("take the file from git again; dossier sync writes it, nobody else needs to"))
			continue
		}
		m.take(l)
	}
	return m, findings
}

func (m *Memory) take(l memoryLine) {
	switch {
	case l.Retired:
		m.Retire(l.ID)
	case l.Also != "":
		m.Absorb(l.ID, l.Also)
	case l.Split != "":
		m.PartOf(l.ID, l.Split)
	case l.Text != "":
		m.Remember(l.ID, l.Text)
	case l.Lang == "":
	case l.Seen != "":
		m.See(l.ID, l.Lang, l.Seen)
	case l.Ignore != "":
		m.Ignore(l.ID, l.Lang, Ignored{l.Ignore, l.Reason, l.By, l.On})
	default:
		p := Provenance{l.Target, l.Origin, l.Reviewed, l.How, l.By, l.On, l.Change}
		if had, twice := m.Noted(l.ID, l.Lang); !twice || had.On <= p.On {
			m.Note(l.ID, l.Lang, p)
		}
	}
}

// Bytes writes the state; it is empty where there is nothing to keep.
func (m *Memory) Bytes() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, l := range m.lines() {
		_ = e.Encode(l)
	}
	return b.Bytes()
}

// lines returns all that is remembered, sorted.
func (m *Memory) lines() []memoryLine {
	var ls []memoryLine
	for id, u := range m.units {
		ls = append(ls, u.lines(id)...)
	}
	slices.SortFunc(ls, func(a, b memoryLine) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Lang, b.Lang),
			cmp.Compare(a.Seen, b.Seen), cmp.Compare(a.Ignore, b.Ignore), cmp.Compare(a.Also, b.Also), cmp.Compare(a.Split, b.Split))
	})
	return ls
}

// lines returns what is remembered of a unit, in any order.
func (u *past) lines(id string) []memoryLine {
	var ls []memoryLine
	for hash, text := range u.earlier {
		ls = append(ls, memoryLine{ID: id, Hash: hash, Text: text})
	}
	for lang, l := range u.langs {
		if l.seen != "" {
			ls = append(ls, memoryLine{ID: id, Lang: lang, Seen: l.seen})
		}
		if p := l.origin; p != nil {
			ls = append(ls, memoryLine{
				ID: id, Lang: lang, Target: p.Target, Origin: p.Origin, Reviewed: p.Reviewed,
				How: p.How, By: p.By, On: p.On, Change: p.Change,
			})
		}
		for _, i := range l.ignored {
			ls = append(ls, memoryLine{ID: id, Lang: lang, Ignore: i.Code, Reason: i.Reason, By: i.By, On: i.On})
		}
	}
	for other := range u.also {
		ls = append(ls, memoryLine{ID: id, Also: other})
	}
	if u.split != "" {
		ls = append(ls, memoryLine{ID: id, Split: u.split})
	}
	if u.retired {
		ls = append(ls, memoryLine{ID: id, Retired: true})
	}
	return ls
}
