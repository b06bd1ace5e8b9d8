package stage

import (
	"maps"
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"dossier/tools/internal/project"
)

// A word of the interface that nobody has translated yet is said in the source
// language. Where that is written the other way round, the word's full stop and its
// numbers would come to stand on the wrong side of it. Words get into attributes and
// titles, where no element can say which way they go, so the characters that
// Unicode has for it do (UAX #9, "Explicit Directional Isolates").
const (
	firstStrongIsolate    = "\u2068"
	popDirectionalIsolate = "\u2069"
)

// addressWord begins the keys of words that become parts of addresses.
const addressWord = "slug_"

// isolate adds, in languages that are written the other way than the source
// language, the words that they lack.
func (w *interfaceWords) isolate(p *project.Project, words map[string]map[string]*i18n.Message) error {
	source := p.Language()
	for _, lang := range p.Targets() {
		if lang.Locale.Dir() == source.Locale.Dir() {
			continue
		}
		var lacking []*i18n.Message
		for _, id := range slices.Sorted(maps.Keys(words[source.Tag])) {
			if words[lang.Tag][id] == nil && !strings.HasPrefix(id, addressWord) {
				lacking = append(lacking, isolated(words[source.Tag][id]))
			}
		}
		w.isolated[lang.Tag] = lacking
		if err := w.bundle.AddMessages(tagOf(lang.Tag), lacking...); err != nil {
			return err
		}
	}
	return nil
}

// isolated returns a message of the source language for another one, in every
// plural form that a language may ask for.
func isolated(m *i18n.Message) *i18n.Message {
	apart := func(text string) string { return firstStrongIsolate + text + popDirectionalIsolate }
	other := apart(m.Other)
	one := other
	if m.One != "" {
		one = apart(m.One)
	}
	return &i18n.Message{ID: m.ID, Zero: other, One: one, Two: other, Few: other, Many: other, Other: other}
}
