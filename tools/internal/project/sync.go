package project

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/cores"
	"dossier/tools/internal/disk"
)

// Sync returns the plans, to be applied one after the other, that bring the
// catalogs up to date with the German. Catalogs with findings are left as they
// are.
//
// Between any two writes nothing may be lost that the next sync needs. So the
// first plan only adds: earlier German texts to the state, then every message to
// the catalog where it belongs now. The second takes messages away from where
// they no longer belong, and last of all writes the source catalogs, by which the
// next sync recognises the units.
func (p *Project) Sync() []*disk.Plan {
	add, settle := &disk.Plan{Durable: true}, &disk.Plan{Durable: true}
	s := syncer{p, add, settle, &disk.Plan{}, p.living(), map[string]*Page{}}
	for _, page := range p.Pages {
		s.page[pagesDir+"/"+page.Name] = page
	}
	s.groups()
	s.planInterface()
	for _, name := range s.sources.Names() {
		data, _ := s.sources.Get(name)
		settle.Write(name, data)
	}
	p.expect(add, settle)
	return []*disk.Plan{add, settle}
}

// expect holds the plans to the files as they were loaded: what somebody saved
// since then is not to be overwritten. What would stay as it is is not planned.
func (p *Project) expect(add, settle *disk.Plan) {
	after := map[string][]byte{} // what the first plan leaves, if it is another text
	for _, name := range add.Names() {
		data, _ := add.Get(name)
		if was, ok := p.files[name]; ok && bytes.Equal(data, was) {
			add.Forget(name)
		} else {
			after[name] = data
		}
	}
	for _, name := range settle.Names() {
		data, _ := settle.Get(name)
		was, ok := after[name]
		if !ok {
			was, ok = p.files[name]
		}
		if ok && bytes.Equal(data, was) {
			settle.Forget(name)
		}
	}
	for _, plan := range []*disk.Plan{add, settle} {
		for _, name := range slices.Concat(plan.Names(), plan.Deletes()) {
			plan.Expect(name, p.files[name])
		}
	}
	for name, data := range after {
		settle.Expect(name, data)
	}
}

// syncer plans the catalogs of one page or one kind of record after the other.
type syncer struct {
	*Project
	add, settle *disk.Plan
	sources     *disk.Plan // source catalogs, to be written last
	living      map[string]bool
	page        map[string]*Page // by base
}

func pageMessages(page *Page) []catalog.Message {
	messages := make([]catalog.Message, 0, len(page.Units))
	for _, u := range page.Units {
		messages = append(messages, catalog.Message{ID: u.ID, Text: u.Text, Where: u.Where, Also: u.Also})
	}
	return messages
}

func recordMessages(t *Texts) []catalog.Message {
	messages := make([]catalog.Message, 0, len(t.Fields))
	for _, f := range t.Fields {
		messages = append(messages, catalog.Message{ID: FieldID(f), Text: f.Text, Where: f.ID + " · " + f.Field})
	}
	return messages
}

// groups plans the catalogs of every page and kind of record, side by side, and of
// those that are gone.
func (s syncer) groups() {
	type group struct {
		base     string
		messages []catalog.Message
	}
	var all []group
	done := map[string]bool{}
	s.visit(func(_, base string, messages []catalog.Message) {
		all = append(all, group{base, messages})
		done[base] = true
	})
	for _, base := range s.orphans(done) {
		all = append(all, group{base, nil})
	}
	s.lookUp()
	for _, g := range all {
		s.memoryOf(g.base)
	}
	parts := make([]syncer, len(all))
	cores.Each(len(all), func(i int) {
		parts[i] = s
		parts[i].add, parts[i].settle, parts[i].sources = &disk.Plan{}, &disk.Plan{}, &disk.Plan{}
		parts[i].group(all[i].base, all[i].messages)
	})
	for _, part := range parts {
		s.add.Join(part.add)
		s.settle.Join(part.settle)
		s.sources.Join(part.sources)
	}
}

// lookUp makes what is made at its first use, so that groups can be planned side by
// side.
func (s syncer) lookUp() {
	s.wholes()
	s.pageMemory()
	s.message("")
}

// group plans the catalogs base.LANG.toml and the state file beside them.
func (s syncer) group(base string, messages []catalog.Message) {
	memory := s.memory(base, messages)
	for _, lang := range s.Targets() {
		for i, m := range messages {
			messages[i] = s.against(base, lang.Tag, m)
			s.see(memory, lang.Tag, messages[i])
		}
		s.target(base, lang.Tag, messages)
	}
	s.state(base, messages, memory)
	sourceName := base + "." + s.Language().Tag + ".toml"
	if len(messages) == 0 {
		s.settle.Delete(sourceName)
	} else {
		s.sources.Write(sourceName, catalog.Source(origin(base), messages))
	}
}

// target plans one translator's catalog: first with all that it has, then
// without what lives on another page now.
func (s syncer) target(base, lang string, messages []catalog.Message) {
	name := base + "." + lang + ".toml"
	if s.broken[name] {
		return
	}
	here := map[string]bool{}
	for _, m := range messages {
		here[m.ID] = true
	}
	old := s.catalogs[name]
	final := catalog.Target(origin(base), lang, old, messages, func(id string) bool { return s.kept(lang, key(base, id)) })
	whole := final
	if s.leaves(base, lang, old, here) {
		whole = catalog.Target(origin(base), lang, old, messages, func(id string) bool { return here[id] })
	}
	s.add.Write(name, whole)
	s.settle.Write(name, final)
	if len(messages) == 0 {
		if f, _ := catalog.Parse(name, final); len(f.Entries) == 0 {
			s.settle.Drop(name)
		}
	}
}

// leaves reports whether a message of a catalog lives on another page now, or under
// another id.
func (s syncer) leaves(base, lang string, old *catalog.File, here map[string]bool) bool {
	return old != nil && slices.ContainsFunc(old.Entries, func(e *catalog.Entry) bool {
		return !here[e.ID] && s.kept(lang, key(base, e.ID))
	})
}

// against fills in what one language's catalog knows of a message.
func (s syncer) against(base, lang string, m catalog.Message) catalog.Message {
	k := key(base, m.ID)
	m.Entry, m.Before, m.Change, m.Seen = s.entries[lang][k], "", "", s.german[k]
	if catalog.StateOf(m.Entry, m.Text) == catalog.Outdated {
		m.Before = s.before(s.memoryOf(base), base, m.ID, m.Entry.Hash)
		m.Change = s.change(m.ID, m.Before, m.Text)
	}
	m.Joined = slices.DeleteFunc(slices.Clone(m.Also), func(id string) bool {
		e := s.entries[lang][id]
		return e == nil || e.Other == ""
	})
	m.Whole, m.WholeSays = "", ""
	if strings.HasPrefix(base, pagesDir+"/") {
		m.Whole, m.WholeSays = s.part(lang, m.ID, m.Text)
	}
	return m
}

// orphans returns the bases of the catalogs whose page or kind of record is gone:
// translations stay, as obsolete; empty files go.
func (s syncer) orphans(done map[string]bool) (bases []string) {
	for _, name := range sortedNames(s.catalogs) {
		base := baseOf(name)
		if !done[base] && !s.broken[name] && s.hasLanguage(catalogLanguage(name)) {
			bases = append(bases, base)
			done[base] = true
		}
	}
	return bases
}

// living returns the keys of every unit and field that the dossier has today; of a
// part, what is loaded: what else lives, no file of it mentions.
func (p *Project) living() map[string]bool {
	living := map[string]bool{}
	for _, page := range p.Pages {
		for _, u := range page.Units {
			living[u.ID] = true
		}
	}
	for _, t := range p.Texts {
		for _, f := range t.Fields {
			living[t.Kind+"/"+FieldID(f)] = true
		}
	}
	return living
}

// origin names, for the catalog's head, what it is made from.
func origin(base string) string {
	if page, ok := strings.CutPrefix(base, pagesDir+"/"); ok {
		return contentDir + "/" + page + ".md"
	}
	return "the " + path.Base(base) + " in " + contentDir + "/"
}
