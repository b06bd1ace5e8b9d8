package stage

import (
	"strconv"

	"dossier/tools/internal/cite"
	"dossier/tools/internal/edtf"
	"dossier/tools/internal/record"
)

// sourceData is data/LANG/sources.json.
type sourceData struct {
	Order order                `json:"order"`
	ByID  map[string]sourceRow `json:"by_id"`
}

type sourceRow struct {
	N           string   `json:"n"`
	PageURL     string   `json:"page_url"`
	Path        string   `json:"path"` // of its page, without the server's own path
	Citation    string   `json:"citation"`
	Coins       string   `json:"coins"` // for reference managers
	Title       string   `json:"title"`
	Publisher   string   `json:"publisher"`
	Author      string   `json:"author"`
	Issued      string   `json:"issued"`
	URL         string   `json:"url"`
	Language    string   `json:"language"`
	Grade       string   `json:"grade"`
	Seen        string   `json:"seen"`
	ArchiveURL  string   `json:"archive_url"`
	ArchiveDate string   `json:"archive_date"`
	URLStatus   string   `json:"url_status"`
	Note        string   `json:"note"`
	NoteState   string   `json:"note_state"`
	Uses        []place  `json:"uses"`
	Accessed    string   `json:"accessed"`
	Figures     []string `json:"figures"`
	Events      []string `json:"events"`
	DerivesFrom []string `json:"derives_from"`
	History     []change `json:"history"`
	Claims      []string `json:"claims"`
}

func (l *language) sourceData() sourceData {
	d := sourceData{Order: order{List: []string{}}, ByID: map[string]sourceRow{}}
	figures, events := l.citedBy()
	for i, s := range l.project.Records.Sources {
		d.Order.List = append(d.Order.List, s.ID)
		row := l.sourceRow(s)
		row.N = strconv.Itoa(i + 1)
		row.Figures, row.Events, row.Claims = figures[s.ID], events[s.ID], l.concerns(s.ID, claimEvidence)
		d.ByID[s.ID] = row
	}
	return d
}

func (l *language) sourceRow(s *record.Source) sourceRow {
	note, state := l.fieldState("sources", s.ID, "note", s.Note)
	item := s.Item()
	row := sourceRow{
		Citation: cite.Format(item, l.Locale), Coins: cite.COinS(item), Title: s.Title, Publisher: s.Publisher, Author: cite.Names(s.Author, l.Locale),
		Issued: l.date(s.Issued, edtf.Whole), URL: s.URL, Language: s.Language, Grade: string(s.Grade), Seen: strconv.FormatBool(s.Seen),
		Accessed: l.date(s.Accessed, edtf.Whole), DerivesFrom: s.DerivesFrom, URLStatus: string(s.URLStatus), Note: note, NoteState: string(state), Uses: l.linksTo("src", s.ID),
	}
	row.History = l.history("sources", &s.Base)
	row.PageURL, row.Path = l.address("sources", s.ID)
	if s.Archive != nil {
		row.ArchiveURL, row.ArchiveDate = s.Archive.URL, l.date(s.Archive.Date, edtf.Whole)
	}
	return row
}

// citedBy returns, for each source, the figures and events that rest on it.
func (l *language) citedBy() (figures, events map[string][]string) {
	figures, events = map[string][]string{}, map[string][]string{}
	for _, f := range l.project.Records.Figures {
		for _, e := range f.Evidence {
			if list := figures[e.Source]; len(list) == 0 || list[len(list)-1] != f.ID {
				figures[e.Source] = append(list, f.ID)
			}
		}
	}
	for _, e := range l.project.Records.Events {
		for _, s := range e.Sources {
			events[s] = append(events[s], e.ID)
		}
	}
	return figures, events
}
