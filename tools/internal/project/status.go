package project

import (
	"dossier/tools/internal/catalog"
	"dossier/tools/internal/markdown"
)

// StatusRow counts the units of one page, or one kind of record, in a language.
type StatusRow struct {
	Language   string `json:"language"`
	Page       string `json:"page"`
	Catalog    string `json:"catalog"` // the file to translate in
	Translated int    `json:"translated"`
	Outdated   int    `json:"outdated"`
	Missing    int    `json:"missing"`
	Words      int    `json:"words"` // German words of what is outdated or missing
}

// Target returns a language of the site that is translated into.
func (p *Project) Target(tag string) (Language, bool) {
	for _, l := range p.Targets() {
		if l.Tag == tag {
			return l, true
		}
	}
	return Language{}, false
}

// Status counts, language by language, page by page, then the records, then the
// words of the interface, where there are some to translate; of these each form.
func (p *Project) Status(languages []Language) []StatusRow {
	var rows []StatusRow
	for _, lang := range languages {
		p.visit(func(page, base string, messages []catalog.Message) {
			row := StatusRow{Language: lang.Tag, Page: page, Catalog: base + "." + lang.Tag + ".toml"}
			for _, m := range messages {
				row.add(catalog.StateOf(p.entries[lang.Tag][key(base, m.ID)], m.Text), m.Text)
			}
			rows = append(rows, row)
		})
		if words := p.Words(lang.Tag); len(words) > 0 {
			row := StatusRow{Language: lang.Tag, Page: WordsPage, Catalog: wordsFile(lang.Tag)}
			for _, w := range words {
				row.add(w.State, w.Source)
			}
			rows = append(rows, row)
		}
	}
	return rows
}

func (r *StatusRow) add(state catalog.State, text string) {
	switch state {
	case catalog.Current:
		r.Translated++
		return
	case catalog.Outdated:
		r.Outdated++
	case catalog.Missing:
		r.Missing++
	}
	r.Words += markdown.Words(text)
}

// visit calls f for each page and each kind of record with its messages.
func (p *Project) visit(f func(name, base string, messages []catalog.Message)) {
	for _, page := range p.Pages {
		f(page.Name, pagesDir+"/"+page.Name, pageMessages(page))
	}
	for _, t := range p.Texts {
		f(t.Kind, recordsDir+"/"+t.Kind, recordMessages(t))
	}
}

// Behind lists the catalogs that sync would have to bring up to date: source
// catalogs that do not say today's German, and catalogs without a place for
// some unit.
func (p *Project) Behind() []string {
	var names []string
	p.visit(func(_, base string, messages []catalog.Message) {
		source := base + "." + p.Language().Tag + ".toml"
		if !p.says(source, messages) {
			names = append(names, source)
		}
		for _, lang := range p.Targets() {
			if !p.hasPlaces(lang.Tag, base, messages) {
				names = append(names, base+"."+lang.Tag+".toml")
			}
		}
	})
	return names
}

// says reports whether a source catalog holds just these messages.
func (p *Project) says(name string, messages []catalog.Message) bool {
	f := p.catalogs[name]
	if f == nil || len(f.Entries) != len(messages) {
		return false
	}
	for i, m := range messages {
		if e := f.Entries[i]; e.ID != m.ID || e.Other != m.Text {
			return false
		}
	}
	return true
}

func (p *Project) hasPlaces(lang, base string, messages []catalog.Message) bool {
	for _, m := range messages {
		if p.entries[lang][key(base, m.ID)] == nil {
			return false
		}
	}
	return true
}
