package project

import (
	"path"
	"slices"
	"strings"

	"dossier/tools/internal/diag"
)

// After an edit most pages are as the last sync left them, and a sync of them
// would change nothing. They need not even be parsed: units that are carried on by
// themselves take no part in the alignment of others, and what else a page needs to
// know of them is which ids they have.
//
// So a sync with a [Ledger] loads a part of the dossier: the pages of which any
// file has changed, and every page whose files mention an id that the files of one
// of those mention. Where the part alone cannot tell (see [Project.reaches]), the
// whole is loaded, as it is where anything but pages has changed.

// rest is what a part has to know of the pages that are not loaded.
type rest struct {
	groups   map[string]*settled
	findings diag.List // of files that are not loaded
}

// LoadPart loads the part of a dossier that a sync has to look at. ok is false
// where the whole has to be loaded, to be synced or to be told what is wrong.
func LoadPart(dir string, files map[string][]byte, sums Sums, l *Ledger) (p *Project, findings diag.List, ok bool) {
	changed, ok := l.changed(sums)
	if !ok || len(changed) > len(l.groups)/2 {
		return nil, nil, false
	}
	for name := range files {
		if foreign(name) {
			return nil, nil, false
		}
	}
	l.spread(changed)
	part := map[string][]byte{}
	for name, data := range files {
		if base, page := groupOf(name); page && changed[base] || !page && !aboutRecords(name) {
			part[name] = data
		}
	}
	p, findings = load(dir, part, l.without(changed, part))
	if p == nil || findings.HasErrors() || p.reaches() {
		return nil, nil, false
	}
	return p, slices.Concat(findings, p.rest.findings), true
}

// aboutRecords reports whether a file has to do with records alone.
func aboutRecords(name string) bool {
	return strings.HasPrefix(name, contentDir+"/") || strings.HasPrefix(name, recordsDir+"/") || strings.HasPrefix(name, stateDir+"/")
}

// changed returns the groups of which a file is not as the sync left it. ok is
// false if another file is not.
func (l *Ledger) changed(sums Sums) (groups map[string]bool, ok bool) {
	if l == nil {
		return nil, false
	}
	groups = map[string]bool{}
	mark := func(name string) bool {
		base, page := groupOf(name)
		groups[base] = true
		return page
	}
	for name, sum := range sums {
		if was, same := l.sums[name]; (!same || was != sum) && !mark(name) {
			return nil, false
		}
	}
	for name := range l.sums {
		if _, there := sums[name]; !there && !mark(name) {
			return nil, false
		}
	}
	return groups, true
}

// spread adds to groups those that mention an id which one of them mentions. Mostly
// there is none, which one look at all of them tells; where there is, they are looked
// up by id, so that a long chain of them takes no longer.
func (l *Ledger) spread(groups map[string]bool) {
	ids := map[string]bool{}
	for base := range groups {
		if g := l.groups[base]; g != nil { // a new page has none
			for _, m := range g.mentions {
				ids[m.id] = true
			}
		}
	}
	reached := false
	for base, g := range l.groups {
		reached = reached || !groups[base] && slices.ContainsFunc(g.mentions, func(m mention) bool { return ids[m.id] })
	}
	if reached {
		l.follow(groups)
	}
}

func (l *Ledger) follow(groups map[string]bool) {
	by := map[string][]string{}
	for base, g := range l.groups {
		for _, m := range g.mentions {
			by[m.id] = append(by[m.id], base)
		}
	}
	for next := sortedNames(groups); len(next) > 0; next = next[1:] {
		g := l.groups[next[0]]
		if g == nil {
			continue
		}
		for _, m := range g.mentions {
			for _, base := range by[m.id] {
				if !groups[base] {
					groups[base] = true
					next = append(next, base)
				}
			}
			delete(by, m.id)
		}
	}
}

// without returns the rest beside the groups that are loaded, and what was said of
// files that are not part of them.
func (l *Ledger) without(loaded map[string]bool, part map[string][]byte) *rest {
	r := &rest{groups: map[string]*settled{}}
	for base, g := range l.groups {
		if !loaded[base] {
			r.groups[base] = g
		}
	}
	for _, f := range l.findings {
		if _, here := part[f.File]; !here && !loaded[baseAt(f.File)] {
			r.findings.Add(f)
		}
	}
	return r
}

// each calls f for every mention of an id, and of those of the same id with the one
// that counts last: where it lives, else where it has a text.
func (r *rest) each(f func(mention)) {
	if r == nil {
		return
	}
	for _, counts := range []func(m mention) bool{
		func(m mention) bool { return !m.living && m.hash == "" },
		func(m mention) bool { return !m.living && m.hash != "" },
		func(m mention) bool { return m.living },
	} {
		for _, base := range sortedNames(r.groups) {
			for _, m := range r.groups[base].mentions {
				if counts(m) {
					f(m)
				}
			}
		}
	}
}

func baseAt(name string) string {
	base, _ := groupOf(name)
	return base
}

// reaches reports whether a part has to do with pages that are not loaded: a unit
// has an id that they mention, since its text was deleted there once or since its
// author wrote it; a page has the address of one of them; or a text that is lost
// may stand there.
func (p *Project) reaches() bool {
	if p.unsure {
		return true
	}
	ids, addresses := map[string]bool{}, map[string]bool{}
	for _, page := range p.Pages {
		for _, u := range page.Units {
			ids[u.ID] = true
			for _, id := range u.Also { // its own former one, which its author has replaced
				ids[id] = true
			}
		}
		for _, a := range p.addresses(page) {
			addresses[a] = true
		}
	}
	for _, g := range p.rest.groups {
		if slices.ContainsFunc(g.addresses, func(a string) bool { return addresses[a] }) ||
			slices.ContainsFunc(g.mentions, func(m mention) bool { return ids[m.id] }) {
			return true
		}
	}
	return false
}

// addresses returns where a page is in each language.
func (p *Project) addresses(page *Page) []string {
	var out []string
	for _, lang := range p.Config.Languages {
		out = append(out, lang.Tag+"/"+path.Join(path.Dir(page.Name), page.Slug(lang.Tag)))
	}
	return out
}
