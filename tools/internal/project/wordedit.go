package project

import (
	"fmt"
	"slices"
	"strings"

	"dossier/tools/internal/catalog"
)

// acknowledgeWord confirms a word of the interface, in all its forms: its hash is
// that of today's German. The key is the word's or that of one of its forms.
func (p *Project) acknowledgeWord(lang, key string, minor bool, by catalog.Provenance) (catalog.Change, error) {
	words := p.Words(lang)
	i := slices.IndexFunc(words, func(w Word) bool { return w.Key == key || WordsPage+"/"+w.id == key })
	if i < 0 {
		return "", fmt.Errorf("the interface has no word %q to translate into %q", key, lang)
	}
	id := words[i].id
	forms := slices.DeleteFunc(words, func(w Word) bool { return w.id != id || w.Text == "" })
	if len(forms) == 0 {
		return "", fmt.Errorf("%s has no translation into %q", key, lang)
	}
	change := forms[len(forms)-1].Change
	for _, w := range forms {
		if minor && w.State == catalog.Outdated && !w.Change.Automatic() {
			return w.Change, fmt.Errorf("the change of %s is no minor one (%s)", key, changeWord(w.Change))
		}
	}
	p.confirmWord(forms[0].Catalog, id)
	src, _ := catalog.Parse("", p.wordsAt(forms[0].Catalog))
	e, _ := src.Get(id)
	by.Target, by.Change = catalog.Hash(said(e)), change
	p.memoryOf(wordsBase).Note(id, lang, by)
	return change, nil
}

// confirmWord gives a word of a catalog the hash of today's German.
func (p *Project) confirmWord(name, id string) {
	src, _ := catalog.Parse("", p.wordsAt(name))
	e, ok := src.Get(id)
	if !ok {
		return
	}
	form := "other"
	for _, f := range []string{"zero", "one", "two", "few", "many"} {
		if e.Other == "" && e.Form(f) != "" {
			form = f
		}
	}
	w := catalog.Word{ID: id, Form: form, Text: e.Form(form), Hash: catalog.Hash(p.germanWords()[id].Form("other"))}
	p.setWords(name, catalog.Say(p.wordsAt(name), w))
}

func (p *Project) setWords(name string, data []byte) {
	if p.words == nil {
		p.words = map[string][]byte{}
	}
	p.words[name] = data
}

// said is what a word says in all its forms, as one text.
func said(e *catalog.Entry) string {
	var forms []string
	for _, f := range []string{"zero", "one", "two", "few", "many", "other"} {
		forms = append(forms, e.Form(f))
	}
	return strings.Join(forms, "\x00")
}

// settleWords recognises the outdated words that somebody has corrected in a
// catalog since the last sync, and so confirmed.
func (s syncer) settleWords(today map[string]*catalog.Entry) {
	memory := s.memoryOf(wordsBase)
	for _, lang := range s.Targets() {
		name := wordsFile(lang.Tag)
		f, findings := catalog.Parse("", s.wordsAt(name))
		if findings.HasErrors() {
			continue
		}
		for _, e := range f.Entries {
			seen := memory.Seen(e.ID, lang.Tag)
			_, late := s.late[name+" "+e.ID]
			if seen != "" && !late && outdatedWord(e, today[e.ID]) && seen != catalog.Hash(said(e)) {
				s.confirmWord(name, e.ID)
			}
		}
	}
}

// outdatedWord reports whether a word was translated from another German.
func outdatedWord(e, today *catalog.Entry) bool {
	return e.Hash != "" && today != nil && e.Hash != catalog.Hash(today.Other)
}
