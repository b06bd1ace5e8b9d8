package check

import (
	"dossier/tools/internal/account"
	"dossier/tools/internal/catalog"
	"dossier/tools/internal/cores"
	"dossier/tools/internal/project"
	"dossier/tools/internal/prose"
	"dossier/tools/internal/record"
)

// readings are the texts of a dossier, each read once in every language: what is
// seen of it, its links, its figures and dates. All rules about texts look at these.
type readings struct {
	*project.Project
	account *account.Account
	targets map[string]account.Texts // translations of units, by language; empty where missing
	fields  []field
	units   int // of all pages
}

// field is a text of a record with its translations.
type field struct {
	id string // events/ID.text
	record.Text
	source  prose.Text
	targets []prose.Text // by language; without a text, if it has no current translation
}

func read(p *project.Project) *readings {
	r := &readings{Project: p, account: account.Of(p), targets: map[string]account.Texts{}}
	for _, page := range p.Pages {
		r.units += len(page.Units)
	}
	for _, lang := range p.Targets() {
		r.targets[lang.Tag] = account.Read(p, lang.Tag, func(page *project.Page, i int) (string, bool) {
			u := &page.Units[i]
			e := p.Entry(lang.Tag, u.ID)
			return entryText(e), catalog.StateOf(e, u.Text) != catalog.Missing
		})
	}
	r.fields = readRecords(p)
	return r
}

func entryText(e *catalog.Entry) string {
	if e == nil {
		return ""
	}
	return e.Other
}

// readRecords reads the texts of all records in every language.
func readRecords(p *project.Project) []field {
	n := 0
	for _, texts := range p.Texts {
		n += len(texts.Fields)
	}
	fields := make([]field, 0, n)
	for _, texts := range p.Texts {
		for _, t := range texts.Fields {
			fields = append(fields, field{id: texts.Kind + "/" + project.FieldID(t), Text: t})
		}
	}
	tag := p.LocaleTag(p.Language().Tag)
	cores.Each(len(fields), func(i int) {
		f := &fields[i]
		f.source = prose.Read(f.Text.Text, tag, false, project.AnyDay)
		for _, lang := range p.Targets() {
			t := prose.Text{}
			if e := p.Entry(lang.Tag, f.id); catalog.StateOf(e, f.Text.Text) == catalog.Current {
				t = prose.Read(e.Other, lang.Locale.Tag(), false, project.AnyDay)
			}
			f.targets = append(f.targets, t)
		}
	})
	return fields
}
