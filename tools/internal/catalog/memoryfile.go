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
	at := inLanguage{l.ID, l.Lang}
	switch {
	case l.Retired:
		m.retired[l.ID] = true
	case l.Also != "":
		m.Absorb(l.ID, l.Also)
	case l.Split != "":
		m.split[l.ID] = l.Split
	case l.Text != "":
		m.Remember(l.ID, l.Text)
	case l.Lang == "":
	case l.Seen != "":
		m.seen[at] = l.Seen
	case l.Ignore != "":
		m.Ignore(l.ID, l.Lang, Ignored{l.Ignore, l.Reason, l.By, l.On})
	default:
		p := Provenance{l.Target, l.Origin, l.Reviewed, l.How, l.By, l.On, l.Change}
		if had, twice := m.origins[at]; !twice || had.On <= p.On {
			m.origins[at] = p
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
	for id, texts := range m.earlier {
		for hash, text := range texts {
			ls = append(ls, memoryLine{ID: id, Hash: hash, Text: text})
		}
	}
	for at, hash := range m.seen {
		ls = append(ls, memoryLine{ID: at.id, Lang: at.lang, Seen: hash})
	}
	for at, p := range m.origins {
		ls = append(ls, memoryLine{
			ID: at.id, Lang: at.lang, Target: p.Target, Origin: p.Origin, Reviewed: p.Reviewed,
			How: p.How, By: p.By, On: p.On, Change: p.Change,
		})
	}
	for at, codes := range m.ignored {
		for _, i := range codes {
			ls = append(ls, memoryLine{ID: at.id, Lang: at.lang, Ignore: i.Code, Reason: i.Reason, By: i.By, On: i.On})
		}
	}
	for id, others := range m.also {
		for other := range others {
			ls = append(ls, memoryLine{ID: id, Also: other})
		}
	}
	for id, whole := range m.split {
		ls = append(ls, memoryLine{ID: id, Split: whole})
	}
	for id := range m.retired {
		ls = append(ls, memoryLine{ID: id, Retired: true})
	}
	slices.SortFunc(ls, func(a, b memoryLine) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Lang, b.Lang),
			cmp.Compare(a.Seen, b.Seen), cmp.Compare(a.Ignore, b.Ignore), cmp.Compare(a.Also, b.Also), cmp.Compare(a.Split, b.Split))
	})
	return ls
}
