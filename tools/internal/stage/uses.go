package stage

import (
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
)

// uses are the back-links of a dossier: which unit of which page mentions a
// record. They follow from the German source; units have the same ids in every
// language, so they hold for all of them.
type uses struct {
	byRecord map[string]map[string][]use // scheme, id
	bound    int                         // figures in the prose, each use counted
}

// use is one mention.
type use struct {
	page *project.Page
	unit string
	n    int    // the unit's paragraph number, 0 if it has none
	at   string // of a citation: the locator
}

func collect(p *project.Project) *uses {
	u := &uses{byRecord: map[string]map[string][]use{}}
	for _, page := range p.Pages {
		paragraph := 0
		for _, unit := range page.Units {
			n := 0
			if unit.Kind == markdown.Paragraph && unit.Top {
				paragraph++
				n = paragraph
			}
			for _, r := range unit.Refs {
				u.add(r, use{page, unit.ID, n, r.Title})
			}
		}
	}
	return u
}

func (u *uses) add(r markdown.Ref, at use) {
	if !records[r.Scheme] {
		return
	}
	if r.Scheme == "fig" {
		u.bound++
	}
	if u.byRecord[r.Scheme] == nil {
		u.byRecord[r.Scheme] = map[string][]use{}
	}
	list := u.byRecord[r.Scheme][r.ID]
	if len(list) > 0 && list[len(list)-1].unit == at.unit && list[len(list)-1].at == at.at {
		return // once a unit
	}
	u.byRecord[r.Scheme][r.ID] = append(list, at)
}

// records are the schemes of links to records.
var records = map[string]bool{"fig": true, "src": true, "event": true, "term": true}

// place is a use as the templates see it.
type place struct {
	Page    string `json:"page"`
	Title   string `json:"title"`
	URL     string `json:"url"`
	Unit    string `json:"unit"`
	N       string `json:"n"`
	Locator string `json:"locator"`
}

// links returns where a record is mentioned.
func (l *language) linksTo(scheme, id string) []place {
	list := []place{}
	for _, u := range l.uses.byRecord[scheme][id] {
		list = append(list, place{
			Page: u.page.Name, Title: l.pageTitle(u.page), URL: l.url(u.page) + "#" + u.unit, Unit: u.unit, N: ordinal(u.n), Locator: u.at,
		})
	}
	return list
}
