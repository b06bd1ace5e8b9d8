package dataset

import (
	"cmp"
	"slices"
	"strconv"

	"dossier/tools/internal/record"
)

// Change is an entry of some record's history.
type Change struct {
	record.Change
	Kind, ID        string // the catalog of the record, "figures", and the record
	N               int    // place in its history, from 1, as its texts are numbered
	Name, NameField string // what the record is called, in German, and the field that holds it
}

// Changes returns the histories of all records, the newest first.
func Changes(set *record.Set) []Change {
	var all []Change
	add := func(kind, field, name string, b *record.Base) {
		for i, c := range b.History {
			all = append(all, Change{c, kind, b.ID, i + 1, name, field})
		}
	}
	for _, f := range set.Figures {
		add("figures", "label", f.Label, &f.Base)
	}
	for _, e := range set.Events {
		add("events", "title", e.Title, &e.Base)
	}
	for _, c := range set.Claims {
		add("claims", "text", c.Text, &c.Base)
	}
	for _, s := range set.Sources {
		add("sources", "title", s.Title, &s.Base)
	}
	for _, t := range set.Terms {
		add("terms", "term", t.Term, &t.Base)
	}
	slices.SortStableFunc(all, func(a, b Change) int {
		return cmp.Or(-a.Date.Max().Compare(b.Date.Max()), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID), -cmp.Compare(a.N, b.N))
	})
	return all
}

func (d *Dossier) changes() []Change { return Changes(d.Project.Records) }

// why is the reason of a change in each language.
func (d *Dossier) why(c Change) texts {
	return d.texts(c.Kind, c.ID, "history."+strconv.Itoa(c.N)+".why", c.Why)
}

func (d *Dossier) history(kind string, b *record.Base) []changeJSON {
	var list []changeJSON
	for i, c := range b.History {
		list = append(list, changeJSON{c.Date.Raw(), c.Field, c.Old, c.New, d.why(Change{Change: c, Kind: kind, ID: b.ID, N: i + 1})})
	}
	return list
}
