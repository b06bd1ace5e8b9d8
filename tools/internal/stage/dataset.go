package stage

import (
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"dossier/tools/internal/dataset"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
)

// What is published for machines is staged as static files; the pages get a list
// of them, and their linked data.

// stageDataset writes data/ of the site, and for each language what its pages say
// about it.
func (t *Tree) stageDataset(languages []*language) {
	d := &dataset.Dossier{Project: t.project, BaseURL: t.BaseURL, Date: languages[0].options.Date, Uses: languages[0].mentions}
	for _, l := range languages {
		d.Editions = append(d.Editions, l.edition())
	}
	files := d.Files()
	for name, data := range files {
		t.write("static/"+name, data)
	}
	for i, l := range languages {
		data := "data/" + l.Tag + "/"
		t.write(data+"linked.json", encodeJSON(l.linked(d, &d.Editions[i])))
		t.write(data+"files.json", encodeJSON(l.files(files)))
	}
}

func (l *language) mentions(scheme, id string) []dataset.Use {
	var list []dataset.Use
	for _, u := range l.uses.byRecord[scheme][id] {
		list = append(list, dataset.Use{Page: u.page, Unit: u.unit})
	}
	return list
}

// edition is the language as the dataset sees it.
func (l *language) edition() dataset.Edition {
	return dataset.Edition{
		Tag: l.Tag, Title: l.Title, Tagline: l.Tagline, Locale: l.Locale, Say: l.say, Page: l.url, Layout: l.layoutURL, Record: l.recordURL,
		Value: l.words,
		When:  func(d dataset.Dated) string { return l.date(d.Date, d.Part) },
		Text: func(p *project.Page, k dataset.Kind) string {
			if k == dataset.PageSummary {
				return l.frontText(p, markdown.Summary)
			}
			return l.frontText(p, markdown.Title)
		},
	}
}

// frontText returns a text of a page's front matter in the language.
func (l *language) frontText(p *project.Page, kind markdown.Kind) string {
	for i, u := range p.Units {
		if u.Kind == kind {
			text, _ := l.project.Published(p, i, l.Tag)
			return text
		}
	}
	return ""
}

// recordURL is the path of a record in the language: figures and sources have
// pages of their own, the others a place on the page of their kind.
func (l *language) recordURL(kind, id string) string {
	switch kind {
	case "figure", "source":
		url, _ := l.address(kind+"s", id)
		return url
	case "event":
		return l.layoutURL("timeline") + "#" + id
	case "term":
		return l.layoutURL("sources") + "#" + id
	case "claim":
		return l.layoutURL("claims") + "#" + id
	}
	return ""
}

// linked returns the JSON-LD of each page by its translation key.
func (l *language) linked(d *dataset.Dossier, e *dataset.Edition) map[string]string {
	pages := map[string]string{}
	have := map[string]bool{}
	for _, p := range l.project.Pages {
		have[p.Layout] = true
		if data := d.Linked(e, p.Layout, p); data != nil {
			pages[p.Name] = string(data)
		}
	}
	for _, layout := range generated {
		if data := d.Linked(e, layout, nil); !have[layout] && data != nil {
			pages[layout] = string(data)
		}
	}
	for _, f := range l.project.Records.Figures {
		pages[figurePage+f.ID] = string(d.LinkedFigure(e, f))
	}
	for _, s := range l.project.Records.Sources {
		pages[sourcePage+s.ID] = string(d.LinkedSource(e, s))
	}
	return pages
}

// fileRow is a file on the data page.
type fileRow struct {
	Name  string `json:"name"`
	URL   string `json:"url"`
	Group string `json:"group"` // of fileGroups
	Size  string `json:"size"`  // in words
	Lang  string `json:"lang"`  // the language it is in, or none
}

// fileGroups are what the data page tells apart, by the ends of names.
var fileGroups = []struct{ group, suffix string }{
	{"schema", ".schema.json"}, {"sources", ".csl.json"}, {"sources", ".bib"}, {"sources", ".ris"}, {"calendar", ".ics"},
	{"calendar", ".timelinejs.json"}, {"feeds", ".xml"}, {"tables", "datapackage.json"}, {"tables", ".csv"}, {"json", ".json"},
}

// files lists what is published, each under the first group whose ending fits,
// files in other languages left out.
func (l *language) files(files map[string][]byte) []fileRow {
	var rows []fileRow
	for _, name := range slices.Sorted(maps.Keys(files)) {
		row := fileRow{Name: strings.TrimPrefix(name, dataset.Dir+"/"), URL: l.base + name, Size: l.size(len(files[name])), Lang: l.languageOf(name)}
		if row.Lang != "" && row.Lang != l.Tag {
			continue
		}
		for _, g := range fileGroups {
			if strings.HasSuffix(name, g.suffix) {
				row.Group = g.group
				break
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// languageOf returns the language in a file's name: "timeline.de.ics".
func (l *language) languageOf(name string) string {
	for _, other := range l.project.Config.Languages {
		if strings.Contains(path.Base(name), "."+other.Tag+".") {
			return other.Tag
		}
	}
	return ""
}

// size words a number of bytes in kilobytes of a thousand (IEC 80000-13).
func (l *language) size(bytes int) string {
	kilobytes := strconv.Itoa(max(1, (bytes+500)/1000))
	if text, ok := l.Locale.Unit(kilobytes, "kilobyte", locale.Short); ok {
		return text
	}
	return l.Locale.Decimal(kilobytes) + "\u00a0kB"
}

// changeRow is a correction on the page of corrections.
type changeRow struct {
	change
	Name string `json:"name"`
	URL  string `json:"url"`
}

// changes lists every change of a record, the newest first.
func (l *language) changes() []changeRow {
	rows := []changeRow{}
	for _, c := range dataset.Changes(l.project.Records) {
		rows = append(rows, changeRow{
			l.change(c.Kind, c.ID, c.N, c.Change), l.field(c.Kind, c.ID, c.NameField, c.Name), l.recordURL(strings.TrimSuffix(c.Kind, "s"), c.ID),
		})
	}
	return rows
}
