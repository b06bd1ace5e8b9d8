package stage

import (
	"strconv"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/record"
)

// siteData is data/LANG/site.json: what a page says about the whole dossier.
// Templates read it instead of looping over all pages.
type siteData struct {
	Slug           string             `json:"slug"` // names the files of the bundle
	Direction      string             `json:"direction"`
	SourceLanguage string             `json:"source_language"`
	OtherWay       string             `json:"other_way,omitempty"` // direction of the source language, if it is not this one's
	Chapters       []pageRow          `json:"chapters"`
	Pages          map[string]pageRow `json:"pages"` // by layout
	Stats          stats              `json:"stats"`
	Coverage       coverage           `json:"coverage"`
	StatusCounts   map[string]string  `json:"status_counts"`
	Statuses       []statusRow        `json:"statuses"`
	Imprint        imprint            `json:"imprint"`
	Privacy        privacy            `json:"privacy"`
	License        license            `json:"license"`
	Generated      generatedOn        `json:"generated"`
}

// imprint, privacy and license are the settings of these names.
type (
	imprint struct {
		Name        string   `json:"name"`
		Address     []string `json:"address"`
		Email       string   `json:"email"`
		Responsible string   `json:"responsible"`
	}
	privacy struct {
		Host        string   `json:"host"`
		HostAddress []string `json:"host_address"`
	}
	license struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
)

type stats struct {
	Chapters string `json:"chapters"`
	Figures  string `json:"figures"`
	Bound    string `json:"bound"` // uses of figures in the prose
	Sources  string `json:"sources"`
	Events   string `json:"events"`
	Terms    string `json:"terms"`
	Claims   string `json:"claims"`
}

// pageRow is a page in the table of contents.
type pageRow struct {
	N            string `json:"n"`
	Sign         string `json:"sign"`
	Title        string `json:"title"`
	TitleState   string `json:"title_state"`
	URL          string `json:"url"`
	Summary      string `json:"summary"`
	SummaryState string `json:"summary_state"`
	Minutes      string `json:"minutes"`
	Figures      string `json:"figures"`
}

// statusRow counts the figures of one status, in the order of the legend.
type statusRow struct {
	ID    string `json:"id"`
	Word  string `json:"word"`
	Count string `json:"count"`
}

type generatedOn struct {
	Date     string `json:"date"`
	DateEDTF string `json:"date_edtf"`
}

func (l *language) siteData(pages []stagedPage) siteData {
	set, config := l.project.Records, l.project.Config
	d := siteData{
		Slug: config.Settings.Slug, Direction: l.Locale.Dir(), SourceLanguage: l.source().Locale.Tag(), OtherWay: l.otherWay(), Chapters: []pageRow{}, Pages: map[string]pageRow{},
		Imprint: imprint(config.Settings.Imprint), Privacy: privacy(config.Settings.Privacy), License: license(config.Settings.License),
		StatusCounts: map[string]string{}, Coverage: l.coverage(),
		Stats: stats{
			Chapters: strconv.Itoa(l.chapters()), Figures: strconv.Itoa(len(set.Figures)), Bound: strconv.Itoa(l.uses.bound),
			Sources: strconv.Itoa(len(set.Sources)), Events: strconv.Itoa(len(set.Events)), Terms: strconv.Itoa(len(set.Terms)),
			Claims: strconv.Itoa(len(set.Claims)),
		},
	}
	for _, p := range pages {
		row := p.row()
		if p.front.Params.Kind == "chapter" {
			row.N = p.front.Params.Number
			d.Chapters = append(d.Chapters, row)
			continue
		}
		if p.front.Params.Kind == "parallel" {
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
	if date, err := edtf.Parse(day(l.options.Date)); err == nil && edtf.Dated(l.options.Date) {
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
		if p.Chapter() {
			n++
		}
	}
	return n
}
