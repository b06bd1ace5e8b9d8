package check

import (
	"dossier/tools/internal/account"
	"dossier/tools/internal/catalog"
	"dossier/tools/internal/cores"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
	"dossier/tools/internal/prose"
	"dossier/tools/internal/record"
)

// The rules about numbers read every text of the dossier once in each language and
// then look at it from all sides: what binds its figures, what their records say,
// what the text says that it was translated from, how it is written.

// readings are the texts of a dossier, read.
type readings struct {
	*project.Project
	account *account.Account
	texts   map[string]*prose.Text // in the source language, by id, if there are exemptions
	found   diag.List
}

// numbers applies all of them.
func numbers(p *project.Project) diag.List {
	r := &readings{Project: p, account: account.Of(p), texts: map[string]*prose.Text{}}
	r.unbound()
	for _, page := range p.Pages {
		for i := range page.Units {
			t := &r.account.Texts[page][i]
			r.texts[page.Units[i].ID] = t
			at := r.sourcePlace(page, i, t)
			r.text(t, at, p.Language())
			r.found.Add(notation(t, at)...)
		}
	}
	for _, lang := range p.Targets() {
		r.translated(lang)
	}
	r.recordTexts()
	r.exemptions()
	return r.found
}

// place turns a byte of what a reader sees into a place in a file.
type place func(seen int) diag.Pos

func (r *readings) sourcePlace(page *project.Page, i int, t *prose.Text) place {
	return func(seen int) diag.Pos {
		return page.Doc.Pos(page.Doc.Place(page.Units[i].Unit, t.Written(seen)))
	}
}

func entryPlace(e *catalog.Entry, t *prose.Text) place {
	return func(seen int) diag.Pos { return inside(e, t.Written(seen)) }
}

// text applies the rules that need one text only, and the records.
func (r *readings) text(t *prose.Text, at place, lang project.Language) {
	if !t.Known {
		return
	}
	r.told(t, at, lang)
	r.events(t, at, lang)
}

// translated applies them to the translations into one language, and holds each
// against its source.
func (r *readings) translated(lang project.Language) {
	texts := account.Read(r.Project, lang.Tag, func(page *project.Page, i int) (string, bool) {
		e := r.Entry(lang.Tag, page.Units[i].ID)
		return entryText(e), catalog.StateOf(e, page.Units[i].Text) != catalog.Missing
	})
	for _, page := range r.Pages {
		for i, u := range page.Units {
			t, e := &texts[page][i], r.Entry(lang.Tag, u.ID)
			switch catalog.StateOf(e, u.Text) {
			case catalog.Current:
				r.text(t, entryPlace(e, t), lang)
				r.written(u.ID, t, e, lang)
				r.compare(u.ID, &r.account.Texts[page][i], t, e, lang)
			case catalog.Outdated:
				r.outdated(t, e, lang)
			}
		}
	}
}

// written applies the rule about notation to a translation.
func (r *readings) written(id string, t *prose.Text, e *catalog.Entry, lang project.Language) {
	r.found.Add(heeded(r.Project, lang.Tag, id, notation(t, entryPlace(e, t)))...)
}

func entryText(e *catalog.Entry) string {
	if e == nil {
		return ""
	}
	return e.Other
}

// field is a text of a record with its translations.
type field struct {
	id string // events/ID.text
	record.Text
	source  prose.Text
	targets []prose.Text // by language; without a text, if it has no current translation
}

// recordTexts holds the translations of labels, notes and events against their
// sources. Their numbers need no records: they belong to one.
func (r *readings) recordTexts() {
	fields := r.readRecords()
	for i := range fields {
		f := &fields[i]
		r.texts[f.id] = &f.source
		r.found.Add(notation(&f.source, func(int) diag.Pos { return f.Pos })...)
		for n, lang := range r.Targets() {
			if t := &f.targets[n]; t.Text != "" {
				e := r.Entry(lang.Tag, f.id)
				r.written(f.id, t, e, lang)
				r.compare(f.id, &f.source, t, e, lang)
			}
		}
	}
	r.eventTexts(fields)
}

// readRecords reads the texts of all records in every language.
func (r *readings) readRecords() []field {
	var fields []field
	for _, texts := range r.Texts {
		for _, t := range texts.Fields {
			fields = append(fields, field{id: texts.Kind + "/" + project.FieldID(t), Text: t})
		}
	}
	tag := r.LocaleTag(r.Language().Tag)
	cores.Each(len(fields), func(i int) {
		f := &fields[i]
		f.source = prose.Read(f.Text.Text, tag, false, project.AnyDay)
		for _, lang := range r.Targets() {
			t := prose.Text{}
			if e := r.Entry(lang.Tag, f.id); catalog.StateOf(e, f.Text.Text) == catalog.Current {
				t = prose.Read(e.Other, lang.Locale.Tag(), false, project.AnyDay)
			}
			f.targets = append(f.targets, t)
		}
	})
	return fields
}
