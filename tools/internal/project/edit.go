package project

import (
	"fmt"
	"slices"
	"strings"

	"dossier/tools/internal/catalog"
)

// What a command changes in the catalogs it changes in the loaded project;
// [Project.Sync] then says what is to be written.

// Returned is a translation that comes home from a translator's tool.
type Returned struct {
	Key    string // of a [Translation]
	Text   string
	Source string // the German that the tool showed, by which a slow translator's text is found to be outdated; "" is today's
	Draft  bool   // marked as needing work: it stays outdated, or becomes so

	Comments   []string // the translator's own; nil leaves those that are there
	Provenance catalog.Provenance
}

// Take puts a returned translation in its place. It fails if the dossier has no
// such unit or field today and no obsolete one either.
func (p *Project) Take(lang string, r Returned) error {
	m, base, ok := p.message(r.Key)
	if !ok {
		return fmt.Errorf("the dossier has no text %q", r.Key)
	}
	german := r.Source
	if german == "" {
		german = m.Text
	}
	hash := catalog.Hash(german)
	if r.Draft && german == m.Text {
		hash = draftHash(p.entries[lang][r.Key], m.Text)
	}
	e := p.entries[lang][r.Key].With(m.ID, hash, r.Text)
	if r.Comments != nil {
		e = e.Commented(r.Comments)
	}
	p.put(lang, r.Key, e)
	memory := p.memoryOf(base)
	if german != m.Text {
		memory.Remember(m.ID, german)
	}
	r.Provenance.Target = catalog.Hash(r.Text)
	memory.Note(m.ID, lang, r.Provenance)
	return nil
}

// draftHash returns the hash of a German text that is not today's: the one that
// an outdated translation has, else that of no text at all.
func draftHash(e *catalog.Entry, german string) string {
	if catalog.StateOf(e, german) == catalog.Outdated {
		return e.Hash
	}
	return catalog.Hash("")
}

// Comment replaces the translator's comments of a translation. It does nothing
// where there is none.
func (p *Project) Comment(lang, key string, comments []string) {
	if e := p.entries[lang][key]; e != nil {
		p.put(lang, key, e.Commented(comments))
	}
}

// Acknowledge says that a translation still holds for today's German. It fails
// if there is no such text, no translation, or nothing to acknowledge; with
// minor also if the change is one of more than markup or a link.
func (p *Project) Acknowledge(lang, key string, minor bool, by catalog.Provenance) (catalog.Change, error) {
	if strings.HasPrefix(key, WordsPage+"/") {
		return p.acknowledgeWord(lang, key, minor, by)
	}
	m, base, ok := p.message(key)
	if !ok {
		return "", fmt.Errorf("the dossier has no text %q", key)
	}
	e := p.entries[lang][key]
	if e == nil || e.Other == "" {
		return "", fmt.Errorf("%s has no translation into %q", key, lang)
	}
	memory := p.memoryOf(base)
	change := p.change(m.ID, p.before(memory, base, m.ID, e.Hash), m.Text)
	if minor && !change.Automatic() && catalog.StateOf(e, m.Text) == catalog.Outdated {
		return change, fmt.Errorf("the change of %s is no minor one (%s)", key, changeWord(change))
	}
	by.Target, by.Change = catalog.Hash(e.Other), change
	was, _ := memory.Provenance(m.ID, lang, by.Target)
	if by.Origin == "" {
		by.Origin = was.Origin
	}
	by.Reviewed = by.Reviewed || was.Reviewed
	p.put(lang, key, e.With(m.ID, catalog.Hash(m.Text), e.Other))
	memory.Note(m.ID, lang, by)
	return change, nil
}

func changeWord(c catalog.Change) string {
	if c == catalog.Unchanged {
		return "of unknown size"
	}
	return string(c)
}

// Ignore switches a check off for a translation, or on again if reason is "".
func (p *Project) Ignore(lang, key string, i catalog.Ignored) error {
	m, base, ok := p.message(key)
	if !ok {
		return fmt.Errorf("the dossier has no text %q", key)
	}
	if i.Reason == "" {
		p.memoryOf(base).Heed(m.ID, lang, i.Code)
		return nil
	}
	p.memoryOf(base).Ignore(m.ID, lang, i)
	return nil
}

// Ignored returns the checks that are switched off for a translation.
func (p *Project) Ignored(lang, key string) []catalog.Ignored {
	m, base, ok := p.message(key)
	if !ok {
		return nil
	}
	return p.memoryOf(base).Ignored(m.ID, lang)
}

// message finds a message of today by its key.
func (p *Project) message(k string) (found catalog.Message, base string, ok bool) {
	if p.messages == nil {
		p.messages = map[string]located{}
		p.visit(func(_, base string, messages []catalog.Message) {
			for _, m := range messages {
				p.messages[key(base, m.ID)] = located{m, base}
			}
		})
	}
	l, ok := p.messages[k]
	return l.message, l.base, ok
}

// located is a message with the base of its catalogs.
type located struct {
	message catalog.Message
	base    string
}

// Has reports whether there is a message with the key, and its German.
func (p *Project) Has(key string) (german string, ok bool) {
	m, _, ok := p.message(key)
	return m.Text, ok
}

// Keys returns the keys of all messages, for advice.
func (p *Project) Keys() []string {
	living := p.living()
	keys := make([]string, 0, len(living))
	for k := range living {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// wholes returns the ids of the units that others were split off.
func (p *Project) wholes() map[string]bool {
	if p.whole == nil {
		p.whole = map[string]bool{}
		for _, id := range p.split {
			p.whole[id] = true
		}
	}
	return p.whole
}
