package catalog

import (
	"cmp"
	"slices"
)

// renamed is the part of a new page's texts that a page which is gone must hold
// for the new one to be that page under another name.
const renamed = 0.3

// pairPages joins each page of today with the old page of its name. A new page
// is joined with a page that is gone if it holds enough of its texts: a file that
// was renamed.
func (a *aligner) pairPages() {
	old, names := map[string][]int{}, []string{}
	units := map[string][]int{}
	for j, o := range a.old {
		old[o.Page] = append(old[o.Page], j)
	}
	for i, u := range a.units {
		if units[u.Page] == nil {
			names = append(names, u.Page)
		}
		units[u.Page] = append(units[u.Page], i)
	}
	was := a.renames(old, units, names)
	for _, name := range names {
		before := name
		if other, ok := was[name]; ok {
			before = other
		}
		a.pages = append(a.pages, pagePair{old[before], units[name]})
	}
}

// renames returns, for new pages, the old page that each was.
func (a *aligner) renames(old, units map[string][]int, names []string) map[string]string {
	where := map[string]string{} // of the texts of pages that are gone
	for page, js := range old {
		if units[page] != nil {
			continue
		}
		for _, j := range js {
			if had, twice := where[a.old[j].Text]; twice && had != page {
				where[a.old[j].Text] = "" // says nothing
			} else {
				where[a.old[j].Text] = page
			}
		}
	}
	if len(where) == 0 {
		return nil
	}
	type vote struct {
		page, was string
		share     float64
	}
	var votes []vote
	for _, name := range names {
		if old[name] != nil {
			continue
		}
		count := map[string]int{}
		for _, i := range units[name] {
			if page := where[a.units[i].Text]; page != "" {
				count[page]++
			}
		}
		for page, n := range count {
			if share := float64(n) / float64(len(units[name])); share >= renamed {
				votes = append(votes, vote{name, page, share})
			}
		}
	}
	slices.SortFunc(votes, func(x, y vote) int {
		return cmp.Or(cmp.Compare(y.share, x.share), cmp.Compare(x.page, y.page), cmp.Compare(x.was, y.was))
	})
	was, given := map[string]string{}, map[string]bool{}
	for _, v := range votes {
		if was[v.page] == "" && !given[v.was] {
			was[v.page], given[v.was] = v.was, true
		}
	}
	return was
}
