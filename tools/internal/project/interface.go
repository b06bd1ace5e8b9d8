package project

import (
	"io/fs"

	"dossier/site"
	"dossier/tools/internal/catalog"
)

// The words of the interface are the theme's, and a theme speaks few languages. A
// language that it does not speak gets a file to translate them in,
// i18n/site.LANG.toml.

// planInterface plans these files.
func (s syncer) planInterface() {
	words := s.themeWords(s.Language().Tag)
	if words == nil {
		words = s.themeWords("en")
	}
	if words == nil {
		return
	}
	theme, findings := catalog.Parse("site/i18n", words)
	if findings.HasErrors() {
		return // a build says what is wrong
	}
	if s.rest != nil {
		return // nothing but pages has changed
	}
	today := s.germanWords()
	s.settleWords(today)
	for _, lang := range s.Targets() {
		name := wordsFile(lang.Tag)
		if s.themeWords(lang.Tag) != nil {
			if data, ok := s.words[name]; ok {
				s.add.Write(name, data)
			}
			continue
		}
		var old *catalog.File
		data := s.wordsAt(name)
		if data != nil {
			f, findings := catalog.Parse(name, data)
			if findings.HasErrors() {
				continue
			}
			old = f
		}
		s.setWords(name, catalog.Interface(lang.Tag, old, data, theme, today, lang.Plurals().Categories()))
		s.add.Write(name, s.words[name])
	}
	s.planWordMemory(today)
}

// themeWords returns the theme's words in a language, or nil: of the dossier's
// own theme, if it has one, else of the one built into the program.
func (p *Project) themeWords(lang string) []byte {
	name := "i18n/" + lang + ".toml"
	if data, ok := p.files["site/"+name]; ok {
		return data
	}
	data, err := fs.ReadFile(site.Files, name)
	if err != nil {
		return nil
	}
	return data
}
