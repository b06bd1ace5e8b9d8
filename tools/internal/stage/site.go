package stage

import (
	"strconv"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/project"
	"dossier/tools/internal/record"
)

// siteData is data/LANG/site.toml: what a page says about the whole dossier.
// Templates read it instead of looping over all pages.
type siteData struct {
	Direction      string             `toml:"direction"`
	SourceLanguage string             `toml:"source_language"`
	Chapters       []pageRow          `toml:"chapters"`
	Pages          map[string]pageRow `toml:"pages"` // by layout
	Stats          stats              `toml:"stats"`
	StatusCounts   map[string]string  `toml:"status_counts"`
	Statuses       []statusRow        `toml:"statuses"`
	Imprint        project.Imprint    `toml:"imprint"`
	Privacy        project.Privacy    `toml:"privacy"`
	License        project.License    `toml:"license"`
	Generated      generatedOn        `toml:"generated"`
}

type stats struct {
	Chapters string `toml:"chapters"`
	Figures  string `toml:"figures"`
	Bound    string `toml:"bound"` // uses of figures in the prose
	Sources  string `toml:"sources"`
	Events   string `toml:"events"`
	Terms    string `toml:"terms"`
}

// pageRow is a page in the table of contents.
type pageRow struct {
	N            string `toml:"n"`
	Sign         string `toml:"sign"`
	Title        string `toml:"title"`
	TitleState   string `toml:"title_state"`
	URL          string `toml:"url"`
	Summary      string `toml:"summary"`
	SummaryState string `toml:"summary_state"`
	Minutes      string `toml:"minutes"`
	Figures      string `toml:"figures"`
}

// statusRow counts the figures of one status, in the order of the legend.
type statusRow struct {
	ID    string `toml:"id"`
	Word  string `toml:"word"`
	Count string `toml:"count"`
}

type generatedOn struct {
	Date     string `toml:"date"`
	DateEDTF string `toml:"date_edtf"`
}

func (l *language) siteData(pages []stagedPage) siteData {
	set, config := l.project.Records, l.project.Config
	d := siteData{
		Direction: l.Locale.Dir(), SourceLanguage: l.source().Locale.Tag(), Pages: map[string]pageRow{},
		Imprint: config.Settings.Imprint, Privacy: config.Settings.Privacy, License: config.Settings.License,
		StatusCounts: map[string]string{},
		Stats: stats{
			Chapters: strconv.Itoa(l.chapters()), Figures: strconv.Itoa(len(set.Figures)), Bound: strconv.Itoa(l.uses.bound),
			Sources: strconv.Itoa(len(set.Sources)), Events: strconv.Itoa(len(set.Events)), Terms: strconv.Itoa(len(set.Terms)),
		},
	}
	for _, p := range pages {
		row := p.row()
		if p.front.Params.Kind == "chapter" {
			row.N = p.front.Params.Number
			d.Chapters = append(d.Chapters, row)
			continue
		}
		row.Sign = p.front.Params.Number
		d.Pages[p.front.Params.Kind] = row
	}
	counts := map[record.Status]int{}
	for _, f := range set.Figures {
		counts[set.Status(f)]++
	}
	for _, s := range record.Statuses {
		d.StatusCounts[string(s)] = strconv.Itoa(counts[s])
		d.Statuses = append(d.Statuses, statusRow{string(s), l.say("status_" + string(s)), strconv.Itoa(counts[s])})
	}
	if date, err := edtf.Parse(day(l.options.Date)); err == nil {
		d.Generated = generatedOn{l.date(date, edtf.Whole), date.Raw()}
	}
	return d
}

// row lists a page in the contents; reading time only of what is read.
func (p stagedPage) row() pageRow {
	f := p.front
	row := pageRow{
		Title: f.Title, TitleState: f.Params.TitleState, URL: p.url, Summary: f.Params.Summary, SummaryState: f.Params.SummaryState,
	}
	if f.Params.Kind == "chapter" {
		row.Minutes, row.Figures = f.Params.Minutes, strconv.Itoa(len(f.Params.Figures))
	}
	return row
}

func (l *language) chapters() int {
	n := 0
	for _, p := range l.project.Pages {
		if p.Layout == "chapter" {
			n++
		}
	}
	return n
}
