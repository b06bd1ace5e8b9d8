package stage

import (
	"maps"
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"dossier/tools/internal/parts"
	"dossier/tools/internal/project"
)

// What is shown in the source language on the pages of another one, for nobody has
// translated it yet, is marked as such: see package parts, which turns the marks
// into elements when the pages are made.

// addressWord begins the keys of words that become parts of addresses.
const addressWord = "slug_"

// lacks reports whether a word is said in the source language for want of a
// translation.
func (w *interfaceWords) lacks(lang, key string) bool {
	return lang != w.source && w.known[lang][key] == nil && w.known[w.source][key] != nil && !strings.HasPrefix(key, addressWord)
}

// lacking returns the words that a language lacks, for Hugo, in every plural form
// that it may ask for.
func (w *interfaceWords) lacking(lang string) []*i18n.Message {
	var messages []*i18n.Message
	for _, key := range slices.Sorted(maps.Keys(w.known[w.source])) {
		if !w.lacks(lang, key) {
			continue
		}
		m := inEveryForm(w.known[w.source][key])
		for _, form := range []*string{&m.Zero, &m.One, &m.Two, &m.Few, &m.Many, &m.Other} {
			*form = parts.Mark(*form)
		}
		messages = append(messages, m)
	}
	return messages
}

// foreign is the source language as a page in this one has to name it.
func (l *language) foreign() parts.Language {
	return parts.Language{Tag: l.source().Locale.Tag(), Dir: l.otherWay()}
}

// Foreign returns, by language, what stands on its pages for want of a
// translation; on those of the source language too, whose parallel views have
// another language beside it.
func (t *Tree) Foreign() parts.Foreign {
	languages := parts.Foreign{}
	as := func(lang project.Language) parts.Language {
		return (&language{Language: lang, project: t.project}).foreign()
	}
	for _, lang := range t.project.Targets() {
		languages[lang.Tag] = as(lang)
	}
	if targets := t.project.Targets(); len(targets) > 0 {
		languages[t.project.Language().Tag] = as(targets[0]) // as partner chooses
	}
	return languages
}
