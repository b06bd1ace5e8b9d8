package stage

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/locale"
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

// How the adapter names the pages of a figure and of a source, before their ids.
const (
	figurePage = "dossier-figure-"
	sourcePage = "dossier-source-"
)

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
	WhyState string `json:"why_state"`
}

func (l *language) history(kind string, r *record.Base) []change {
	var list []change
	for i, c := range r.History {
		list = append(list, l.change(kind, r.ID, i+1, c))
	}
	return list
}

// change words the nth entry of a history.
func (l *language) change(kind, id string, n int, c record.Change) change {
	why, state := l.fieldState(kind, id, fmt.Sprintf("history.%d.why", n), c.Why)
	return change{
		Date: l.date(c.Date, edtf.Whole), DateEDTF: c.Date.Raw(), Field: c.Field, Old: l.changed(kind, id, c.Field, c.Old),
		New: l.changed(kind, id, c.Field, c.New), Why: why, WhyState: string(state),
	}
}

// changed writes what a field was or is: a value of a figure in the numbers of
// the language, anything else as it stands.
func (l *language) changed(kind, id, field, value string) string {
	f, ok := l.project.Records.Figure(id)
	if !ok || kind != "figures" || !slices.Contains([]string{"value", "min", "max"}, field) || !record.IsDecimal(value) {
		return value
	}
	return l.quantity(value, "", "", f.Unit, f.Currency, locale.Full)
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
