package main

import (
	"cmp"
	"slices"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/exchange"
	"dossier/tools/internal/project"
)

// byImport is how a translation came to be that came home from a file.
const byImport = "import"

// handover is a language of the dossier as a document to exchange, with all that
// there is. Obsolete translations whose German nobody knows any more are not in
// it; lost counts them. They stay in the catalog.
func handover(p *project.Project, lang project.Language) (d *exchange.Document, lost int) {
	d = &exchange.Document{
		Name: p.Language().Title, Source: p.Language().Tag, Target: lang.Tag, Date: buildDate(p.Root),
		Concepts: concepts(p, lang.Tag),
	}
	for _, t := range p.Translations(lang.Tag) {
		if t.Source == "" {
			lost++
			continue
		}
		d.Units = append(d.Units, unit(p, lang.Tag, t))
	}
	for _, w := range p.Words(lang.Tag) {
		d.Units = append(d.Units, wordUnit(w))
	}
	return d, lost
}

// wordUnit is a word of the interface.
func wordUnit(w project.Word) exchange.Unit {
	t := w.Translation()
	u := exchange.Unit{
		ID: t.Key, File: t.Catalog, Context: w.Where, Form: w.Form, Numbers: w.Numbers, Source: t.Source, Target: t.Text, Previous: t.Previous,
		State: state(t), Class: string(t.Change), Diff: diffLine(t), Comments: t.Comments,
	}
	u.Base = exchange.Fingerprint(u.State, u.Target)
	return u
}

func unit(p *project.Project, lang string, t project.Translation) exchange.Unit {
	u := exchange.Unit{
		ID: t.Key, File: t.Catalog, Context: t.Where, Address: t.URL, Source: t.Source, Target: t.Text, Previous: t.Previous,
		State: state(t), Obsolete: t.State == catalog.Obsolete, Class: string(t.Change), Diff: diffLine(t), Comments: t.Comments,
	}
	if strings.HasPrefix(t.Catalog, "i18n/pages/") {
		u.File = "content/" + t.Page + ".md"
		if !t.Kind.Inline() { // a title and a summary have no anchor
			u.Address, _, _ = strings.Cut(u.Address, "#")
		}
	} else if u.Address == "" && !u.Obsolete {
		u.Address = recordAddress(p, lang, t)
	}
	if t.Part != "" {
		u.Part = "split off " + t.Whole + "; the translation of both is: " + t.Part
	}
	if t.Provenance.How == byImport {
		u.By = t.Provenance.By
	}
	u.Base = exchange.Fingerprint(u.State, u.Target)
	return u
}

// diffLine is what changed in a text, word by word, in one line.
func diffLine(t project.Translation) string {
	line := ""
	for _, piece := range t.Diff() {
		switch text := strings.ReplaceAll(piece.Text, "\n", "↵"); piece.Op {
		case catalog.Gone:
			line += "[-" + text + "-]"
		case catalog.Come:
			line += "{+" + text + "+}"
		default:
			line += text
		}
	}
	return line
}

func state(t project.Translation) exchange.State {
	switch {
	case t.Text == "":
		return exchange.Missing
	case t.State == catalog.Outdated:
		return exchange.Outdated
	case t.Provenance.Reviewed:
		return exchange.Reviewed
	}
	return exchange.Translated
}

// recordPages are the layouts on whose page a kind of record is shown, and what
// its id has before it there.
var recordPages = map[string]struct{ layout, prefix string }{
	"figures": {"figures", ""}, "events": {"timeline", ""}, "sources": {"sources", ""}, "terms": {"sources", "term-"},
}

// recordAddress returns where a record's text can be seen. Labels of measures,
// actors and the like stand in many places; they are found on the page of figures.
func recordAddress(p *project.Project, lang string, t project.Translation) string {
	place, ok := recordPages[t.Page]
	if !ok {
		place.layout = "figures"
	}
	address := strings.TrimSuffix(p.Config.BaseURL, "/") + "/" + lang + "/" + place.layout + "/"
	for _, page := range p.Pages {
		if page.Layout == place.layout {
			address = p.Address(page, lang)
		}
	}
	if !ok {
		return address
	}
	id, _, _ := strings.Cut(t.ID, ".")
	return address + "#" + place.prefix + id
}

// concepts returns the glossary.
func concepts(p *project.Project, lang string) []exchange.Concept {
	texts := map[string]project.Translation{}
	for _, t := range p.Translations(lang) {
		texts[t.Key] = t
	}
	base, _, _ := strings.Cut(lang, "-")
	var out []exchange.Concept
	for _, t := range p.Records.Terms {
		out = append(out, exchange.Concept{
			ID: t.ID, Term: t.Term, Definition: t.Definition, Target: texts["terms/"+t.ID+".term"].Text,
			TargetDef: texts["terms/"+t.ID+".definition"].Text,
			Forbidden: slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(t.Forbidden[lang]), t.Forbidden[base]...)))),
		})
	}
	return out
}

// spoken finds the target language that a tag from elsewhere means: en-GB, en_gb
// and en are one where the site has one kind of English.
func spoken(p *project.Project, tag string) (project.Language, bool) {
	tag = strings.ReplaceAll(tag, "_", "-")
	var near []project.Language
	for _, l := range p.Targets() {
		if strings.EqualFold(tag, l.Tag) || strings.EqualFold(tag, l.Locale.Tag()) {
			return l, true
		}
		if strings.EqualFold(before(tag), before(l.Tag)) {
			near = append(near, l)
		}
	}
	if len(near) == 1 {
		return near[0], true
	}
	return project.Language{}, false
}

func before(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return cmp.Or(base, tag)
}
