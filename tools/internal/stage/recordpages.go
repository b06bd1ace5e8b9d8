package stage

import (
	_ "embed"
	"fmt"
	"path"
	"strings"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/record"
)

// Every figure and every source has a page of its own. There may be many more of
// them than pages that somebody wrote, and all that they say stands in the data
// already: so Hugo makes them from it, by a content adapter, and no file is
// staged for any of them.

//go:embed pages.gotmpl
var adapter []byte

// adapterName is where Hugo looks for a content adapter.
const adapterName = "_content.gotmpl"

// address returns where a record's page is: below the list of its kind; and the
// same without the path of the site on its server, for Hugo, which adds it.
func (l *language) address(layout, id string) (url, own string) {
	url = l.layoutURL(layout) + id + "/"
	return url, "/" + strings.TrimPrefix(url, l.base)
}

// change is one entry of a record's history, as the templates see it.
type change struct {
	Date     string `json:"date"`
	DateEDTF string `json:"date_edtf"`
	Field    string `json:"field"`
	Old      string `json:"old"`
	New      string `json:"new"`
	Why      string `json:"why"`
}

func (l *language) history(kind string, r *record.Base) []change {
	var list []change
	for i, c := range r.History {
		list = append(list, change{
			Date: l.date(c.Date, edtf.Whole), DateEDTF: c.Date.Raw(), Field: c.Field, Old: c.Old, New: c.New,
			Why: l.field(kind, r.ID, fmt.Sprintf("history.%d.why", i+1), c.Why),
		})
	}
	return list
}

// layoutURL returns the address of the page of a layout that a dossier has once.
func (l *language) layoutURL(layout string) string {
	if url, ok := l.urls[layout]; ok {
		return url
	}
	url := l.base + path.Join(l.Tag, l.say("slug_"+layout)) + "/"
	for _, p := range l.project.Pages {
		if p.Layout == layout {
			url = l.url(p)
			break
		}
	}
	l.urls[layout] = url
	return url
}
