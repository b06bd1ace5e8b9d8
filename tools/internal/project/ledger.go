package project

import (
	"crypto/sha256"
	"slices"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/cores"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/disk"
)

// A Ledger is what a sync leaves for the next one: what every file held when it
// was done, which ids each page's files mention, and what there was to say. It is
// a cache: by it the next sync finds the pages that it has to look at, and
// without it, it looks at all of them. Dates of files play no part in it: git sets
// them as it likes.
type Ledger struct {
	sums     Sums
	groups   map[string]*settled // by the base of their catalogs
	findings diag.List
}

// Sums are the SHA-256 of the files of a dossier (images apart), by name.
type Sums map[string][sha256.Size]byte

// settled is a page as a sync left it.
type settled struct {
	addresses []string // "en/folder/slug"; none of a page that is gone
	mentions  []mention
}

// mention is an id that a page's catalogs or its state name.
type mention struct {
	id     string
	living bool   // the page has the unit
	hash   string // of the German that the translation of a unit which is gone was made from
}

// SumsOf returns the sums of the files of a dossier.
func SumsOf(files map[string][]byte) Sums {
	names := sortedNames(files)
	names = slices.DeleteFunc(names, func(name string) bool { return !readable(name) })
	each := make([][sha256.Size]byte, len(names))
	cores.Each(len(names), func(i int) { each[i] = sha256.Sum256(files[names[i]]) })
	sums := make(Sums, len(names))
	for i, name := range names {
		sums[name] = each[i]
	}
	return sums
}

// Settled reports whether files are as the sync left them, and what it would say
// of them. A ledger may be nil.
func (l *Ledger) Settled(sums Sums) (diag.List, bool) {
	if l == nil || len(l.sums) != len(sums) {
		return nil, false
	}
	for name, sum := range sums {
		if was, ok := l.sums[name]; !ok || was != sum {
			return nil, false
		}
	}
	return l.findings, true
}

// Ledger returns what to leave for the next sync once the plans of [Project.Sync]
// have been applied to the files with the sums. findings are those of loading.
func (p *Project) Ledger(sums Sums, findings diag.List, plans []*disk.Plan) *Ledger {
	l := &Ledger{Sums{}, map[string]*settled{}, nil}
	for name, sum := range sums {
		l.sums[name] = sum
	}
	planned := plannedFiles(plans)
	for name, data := range planned {
		if data == nil {
			delete(l.sums, name)
		} else {
			l.sums[name] = sha256.Sum256(data)
		}
	}
	if p.rest != nil {
		for base, group := range p.rest.groups {
			l.groups[base] = group
		}
	}
	p.settled(l.groups, planned)
	// What was wrong with a file that has been written anew is wrong no more.
	l.findings = slices.DeleteFunc(slices.Clone(findings), func(f diag.Finding) bool { _, again := planned[f.File]; return again })
	return l
}

// plannedFiles returns what plans, applied one after the other, write, and nil for
// what they delete.
func plannedFiles(plans []*disk.Plan) map[string][]byte {
	after := map[string][]byte{}
	for _, plan := range plans {
		for _, name := range plan.Deletes() {
			after[name] = nil
		}
		for _, name := range plan.Names() {
			after[name], _ = plan.Get(name)
		}
	}
	return after
}

// settled adds the groups of the project as they are once planned files are
// written.
func (p *Project) settled(groups map[string]*settled, planned map[string][]byte) {
	files := p.groupFiles(planned)
	bases := sortedNames(files)
	found := make([]*settled, len(bases))
	cores.Each(len(bases), func(i int) { found[i] = p.mentions(files[bases[i]], planned) })
	for i, base := range bases {
		groups[base] = found[i]
	}
	for _, page := range p.Pages {
		g := groups[pagesDir+"/"+page.Name]
		if g == nil {
			g = &settled{}
			groups[pagesDir+"/"+page.Name] = g
		}
		g.addresses = p.addresses(page)
		living := map[string]bool{}
		for _, u := range page.Units {
			living[u.ID] = true
		}
		for i := range g.mentions {
			if m := &g.mentions[i]; living[m.id] {
				m.living, m.hash = true, ""
			}
		}
	}
}

// groupFiles returns the files of each group that mention ids, as they will be:
// catalogs and state.
func (p *Project) groupFiles(planned map[string][]byte) map[string][]string {
	files := map[string][]string{}
	add := func(name string) {
		if base, ok := groupOf(name); ok && !strings.HasPrefix(name, contentDir+"/") {
			files[base] = append(files[base], name)
		}
	}
	for name := range p.files {
		if _, again := planned[name]; !again {
			add(name)
		}
	}
	for name, data := range planned {
		if data != nil {
			add(name)
		}
	}
	for _, names := range files {
		slices.Sort(names)
	}
	return files
}

// mentions returns the ids in the files of a group, sorted.
func (p *Project) mentions(files []string, planned map[string][]byte) *settled {
	hashes := map[string]string{}
	for _, name := range files {
		data, again := planned[name]
		if strings.HasPrefix(name, stateDir+"/") {
			m := p.memories[name]
			if again {
				m, _ = catalog.ParseMemory(name, data)
			}
			if m == nil {
				continue
			}
			for _, id := range m.Mentions() {
				hashes[id] += "" // none
			}
			continue
		}
		f := p.catalogs[name]
		if again {
			f, _ = catalog.Parse(name, data)
		}
		if f == nil {
			continue // of another program
		}
		lang := catalogLanguage(name)
		for _, e := range f.Entries {
			if had := hashes[e.ID]; had == "" && lang != p.Language().Tag && p.hasLanguage(lang) {
				hashes[e.ID] = e.Hash
			} else {
				hashes[e.ID] = had
			}
		}
	}
	s := &settled{mentions: make([]mention, 0, len(hashes))}
	for _, id := range sortedNames(hashes) {
		s.mentions = append(s.mentions, mention{id: id, hash: hashes[id]})
	}
	return s
}

// groupOf returns the base of the catalogs that a file of a page belongs to: its
// Markdown, its catalogs, its state.
func groupOf(name string) (base string, ok bool) {
	switch {
	case strings.HasPrefix(name, contentDir+"/") && strings.HasSuffix(name, ".md"):
		return pagesDir + strings.TrimSuffix(strings.TrimPrefix(name, contentDir), ".md"), true
	case strings.HasPrefix(name, pagesDir+"/") && strings.HasSuffix(name, ".toml"):
		return baseOf(name), true
	case strings.HasPrefix(name, stateDir+"/pages/") && strings.HasSuffix(name, ".jsonl"):
		return "i18n" + strings.TrimSuffix(strings.TrimPrefix(name, stateDir), ".jsonl"), true
	}
	return "", false
}
