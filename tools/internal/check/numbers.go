package check

import (
	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
	"dossier/tools/internal/prose"
)

// The rules about numbers look at every text from all sides: what binds its figures, what their records say,
// what the text says that it was translated from, how it is written.

// numbering applies them.
type numbering struct {
	*readings
	texts map[string]*prose.Text // in the source language, by id
	found diag.List
}

// numbers applies all of them.
func numbers(read *readings) diag.List {
	r := &numbering{readings: read, texts: map[string]*prose.Text{}}
	r.unbound()
	for _, page := range r.Pages {
		for i := range page.Units {
			t := &r.account.Texts[page][i]
			r.texts[page.Units[i].ID] = t
			at := r.sourcePlace(page, i, t)
			r.text(t, at, r.Language())
			r.found.Add(notation(t, at)...)
		}
	}
	for _, lang := range r.Targets() {
		r.translated(lang)
	}
	r.recordTexts()
	r.exemptions()
	return r.found
}

// place turns a byte of what a reader sees into a place in a file.
type place func(seen int) diag.Pos

func (r *numbering) sourcePlace(page *project.Page, i int, t *prose.Text) place {
	return func(seen int) diag.Pos {
		return page.Doc.Pos(page.Doc.Place(page.Units[i].Unit, t.Written(seen)))
	}
}

func entryPlace(e *catalog.Entry, t *prose.Text) place {
	return func(seen int) diag.Pos { return inside(e, t.Written(seen)) }
}

// text applies the rules that need one text only, and the records.
func (r *numbering) text(t *prose.Text, at place, lang project.Language) {
	if !t.Known {
		return
	}
	r.told(r.Contradictions(t), t, at, lang)
	r.events(t, at, lang)
}

// translated applies them to the translations into one language, and holds each
// against its source.
func (r *numbering) translated(lang project.Language) {
	texts := r.targets[lang.Tag]
	for _, page := range r.Pages {
		for i, u := range page.Units {
			t, e := &texts[page][i], r.Entry(lang.Tag, u.ID)
			switch catalog.StateOf(e, u.Text) {
			case catalog.Current:
				r.written(u.ID, t, e, lang)
				left := r.compare(u.ID, &r.account.Texts[page][i], t, e, lang)
				r.told(left, t, entryPlace(e, t), lang)
				r.events(t, entryPlace(e, t), lang)
			case catalog.Outdated:
				r.outdated(t, e, lang)
			}
		}
	}
}

// written applies the rule about notation to a translation.
func (r *numbering) written(id string, t *prose.Text, e *catalog.Entry, lang project.Language) {
	r.found.Add(heeded(r.Project, lang.Tag, id, notation(t, entryPlace(e, t)))...)
}

// recordTexts holds the translations of labels, notes and events against their
// sources. Their numbers need no records: they belong to one.
func (r *numbering) recordTexts() {
	for i := range r.fields {
		f := &r.fields[i]
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
	r.eventTexts()
}
