package project

import (
	"cmp"
	"strings"

	"dossier/tools/internal/catalog"
)

// The German of the interface is the theme's, and the theme comes with the program:
// what it said before is nowhere, once there is a newer one. So a sync keeps in
// i18n/state/site.jsonl every German word that a translation was made from, also
// today's. A catalog has one hash for all forms of a word, that of its form "other";
// what its form "one" said then is kept under that hash:
//
//	{"id":"minutes","hash":"sha1-…","text":"{{ .Count }} Minuten"}
//	{"id":"minutes.one sha1-…","hash":"sha1-…","text":"{{ .Count }} Minute"}
//
// What an outdated word said at the last sync and who confirmed one is kept as for
// texts.

const wordsBase = "i18n/" + WordsPage

// oneThen is the id of what the form "one" said when "other" had the hash.
func oneThen(id, hash string) string { return id + ".one " + hash }

// compare says how a translated form stands to its German.
func (p *Project) compare(w *Word, e, there *catalog.Entry) {
	switch {
	case w.Text == "":
		return
	case there.Hash == "" || there.Hash == catalog.Hash(e.Other):
		w.State = catalog.Current
		return
	}
	w.State = catalog.Outdated
	memory := p.memoryOf(wordsBase)
	w.Previous = memory.Earlier(w.id, there.Hash)
	if w.form == "one" {
		w.Previous = cmp.Or(firstText(memory, oneThen(w.id, there.Hash)), w.Previous)
	}
	if w.Previous != "" {
		w.Change = catalog.Classify(w.Previous, w.Source)
	}
}

// germanWords returns the German of the interface as it is today, by id.
func (p *Project) germanWords() map[string]*catalog.Entry {
	words := map[string]*catalog.Entry{}
	own, _ := catalog.Parse("", p.wordsAt(wordsFile(p.Language().Tag)))
	for _, f := range []*catalog.File{p.wordsOf(p.Language().Tag), own} {
		if f == nil {
			continue
		}
		for _, e := range f.Entries {
			if e.Other != "" {
				words[e.ID] = e
			}
		}
	}
	return words
}

// madeFrom returns the hash of the German that a word was translated from, and
// remembers that. A word has one hash for all its forms: it is today's only if every
// form that came home is of today.
func (p *Project) madeFrom(w Word, r Returned) string {
	key := w.Catalog + " " + w.id
	was, late := p.late[key]
	if r.Text != "" && (r.Draft || r.Source != "" && r.Source != w.Source) {
		if src, _ := catalog.Parse("", p.wordsAt(w.Catalog)); !late { // a draft of an outdated one
			if e, ok := src.Get(w.id); ok && outdatedWord(e, p.germanWords()[w.id]) {
				was.hash = e.Hash
			}
		}
		late = true
		if w.form == "one" {
			was.one = r.Source
		} else {
			was.other = cmp.Or(r.Source, was.other)
		}
	}
	if !late {
		return catalog.Hash(p.germanWords()[w.id].Form("other"))
	}
	if p.late == nil {
		p.late = map[string]german{}
	}
	p.late[key] = was
	return was.remember(p.memoryOf(wordsBase), w.id)
}

// german is what a word said when it was translated, as far as that came back; else
// the hash of what it said is what it was.
type german struct{ one, other, hash string }

func (g german) remember(memory *catalog.Memory, id string) string {
	hash := cmp.Or(g.hash, catalog.Hash(g.other))
	if g.other != "" {
		memory.Remember(id, g.other)
		hash = catalog.Hash(g.other)
	}
	if g.one != "" {
		memory.Remember(oneThen(id, hash), g.one)
	}
	return hash
}

// planWordMemory plans the state file of the words. It is written before a catalog
// can change.
func (s syncer) planWordMemory(today map[string]*catalog.Entry) {
	memory, had := catalog.NewMemory(), s.memoryOf(wordsBase)
	for _, lang := range s.Targets() {
		f, findings := catalog.Parse("", s.wordsAt(wordsFile(lang.Tag)))
		if findings.HasErrors() {
			return
		}
		for _, e := range f.Entries {
			if e.Hash == "" || strings.Trim(said(e), "\x00") == "" {
				continue
			}
			g := german{one: firstText(had, oneThen(e.ID, e.Hash)), other: cmp.Or(had.Earlier(e.ID, e.Hash), above(e))}
			if now := today[e.ID]; now != nil && catalog.Hash(now.Other) == e.Hash {
				g = german{one: now.Form("one"), other: now.Other}
			}
			if g.other != "" || e.Hash == catalog.Hash("") {
				g.remember(memory, e.ID)
			}
			if outdatedWord(e, today[e.ID]) {
				memory.See(e.ID, lang.Tag, catalog.Hash(said(e)))
			}
			if by, ok := had.Provenance(e.ID, lang.Tag, catalog.Hash(said(e))); ok {
				memory.Note(e.ID, lang.Tag, by)
			}
		}
	}
	if data := memory.Bytes(); len(data) > 0 {
		s.add.WriteFirst(memoryName(wordsBase), data)
	} else {
		s.settle.Delete(memoryName(wordsBase))
	}
}

// above returns the German that stands above a word in its catalog, if it is what the
// hash is of: there it was read by somebody who translates in a text editor.
func above(e *catalog.Entry) string {
	if text := e.German(); catalog.Hash(text) == e.Hash {
		return text
	}
	return ""
}

func firstText(memory *catalog.Memory, id string) string {
	if texts := memory.Texts(id); len(texts) > 0 {
		return texts[0]
	}
	return ""
}
