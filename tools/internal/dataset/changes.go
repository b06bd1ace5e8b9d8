package dataset

import (
	"cmp"
	"slices"
	"strconv"

	"dossier/tools/internal/record"
)

// change is an entry of some record's history.
type change struct {
	record.Change
	Kind, ID string // the table of the record, and the record
	n        int    // place in its history, from 1, as its texts are numbered
}

// changes returns the histories of all records, the newest first.
func (d *Dossier) changes() []change {
	var all []change
	set := d.Project.Records
	add := func(kind string, b *record.Base) {
		for i, c := range b.History {
			all = append(all, change{c, kind, b.ID, i + 1})
		}
	}
	for _, f := range set.Figures {
		add("figures", &f.Base)
	}
	for _, e := range set.Events {
		add("events", &e.Base)
	}
	for _, c := range set.Claims {
		add("claims", &c.Base)
	}
	for _, s := range set.Sources {
		add("sources", &s.Base)
	}
	for _, t := range set.Terms {
		add("terms", &t.Base)
	}
	slices.SortStableFunc(all, func(a, b change) int {
		return cmp.Or(-a.Date.Max().Compare(b.Date.Max()), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID), -cmp.Compare(a.n, b.n))
	})
	return all
}

// why is the reason of a change in each language.
func (d *Dossier) why(c change) texts {
	return d.texts(c.Kind, c.ID, "history."+strconv.Itoa(c.n)+".why", c.Why)
}

func (d *Dossier) history(kind string, b *record.Base) []changeJSON {
	var list []changeJSON
	for i, c := range b.History {
		list = append(list, changeJSON{c.Date.Raw(), c.Field, c.Old, c.New, d.why(change{c, kind, b.ID, i + 1})})
	}
	return list
}
