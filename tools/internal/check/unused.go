package check

import (
	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
	"dossier/tools/internal/record"
)

// unused finds records that no page and no other record refers to: leftovers,
// or a link that was forgotten.
func unused(p *project.Project) diag.List {
	u := usage{}
	for _, page := range p.Pages {
		for _, unit := range page.Units {
			for _, r := range unit.Refs {
				u.add(r.Scheme, r.ID)
			}
		}
	}
	u.records(p.Records)
	var l diag.List
	for _, f := range p.Records.Figures {
		l.Add(u.missing("fig", "figure", f.ID, f.Pos, "no sentence names it: bind a number with [words](fig:"+f.ID+")")...)
	}
	for _, s := range p.Records.Sources {
		l.Add(u.missing("src", "source", s.ID, s.Pos, "cite it with [](src:"+s.ID+"), or as evidence of a figure or event")...)
	}
	for _, a := range p.Records.Actors {
		l.Add(u.missing("actor", "actor", a.ID, a.Pos, "it is neither an origin nor an actor of an event")...)
	}
	for _, t := range p.Records.Terms {
		l.Add(u.missing("term", "term", t.ID, t.Pos, "link its first mention with [word](term:"+t.ID+")")...)
	}
	return l
}

// usage is the set of records that something refers to, by scheme and id.
type usage map[string]map[string]bool

func (u usage) add(scheme string, ids ...string) {
	if u[scheme] == nil {
		u[scheme] = map[string]bool{}
	}
	for _, id := range ids {
		u[scheme][id] = true
	}
}

func (u usage) records(set *record.Set) {
	for _, f := range set.Figures {
		u.add("fig", f.DerivedFrom...)
		u.add("fig", f.SupersededBy)
		for _, e := range f.Evidence {
			u.add("src", e.Source)
			u.add("actor", e.Origin)
		}
	}
	for _, e := range set.Events {
		u.add("fig", e.Figures...)
		u.add("src", e.Sources...)
		u.add("actor", e.Actors...)
	}
	for _, s := range set.Sources {
		u.add("src", s.DerivesFrom...)
	}
	for _, c := range set.Claims {
		u.add("src", c.Evidence...)
		u.add("src", c.Source)
		u.add("fig", c.Figures...)
		u.add("actor", c.Who)
	}
}

func (u usage) missing(scheme, noun, id string, pos diag.Pos, hint string) diag.List {
	if u[scheme][id] {
		return nil
	}
	return diag.List{diag.Warnf(pos, noun+"-unused", "nothing refers to the %s %q", noun, id).WithHint("%s", hint)}
}
