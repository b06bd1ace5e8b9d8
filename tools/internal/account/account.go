// Package account is how each figure of the prose is accounted for: bound to a
// record, exempt by one of the rules, or neither.
//
// Units are read whole, in the language that the dossier is written in, and links
// are laid over what was found. A number is exempt that
//
//   - repeats, in a title, heading, caption or alternative text, a figure that is
//     bound on the same page ([Repeated]);
//   - stands in a quotation whose source is cited in the same unit ([Quoted]);
//   - is listed by itself in content/exempt.toml, with a reason ([Listed]).
//
// Dates, years, ordinals and vague magnitudes are no figures, and neither is the
// word for one. Links without a number are mentions, and not counted.
package account

import (
	"dossier/tools/internal/cores"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
	"dossier/tools/internal/prose"
	"dossier/tools/internal/quantity"
)

// State is how a figure is accounted for.
type State string

// The states.
const (
	Bound    State = "bound"
	Repeated State = "repeated"
	Quoted   State = "quoted"
	Listed   State = "listed"
	Unbound  State = "unbound"
)

// Exempt are the states without a record, in the order in which they are named.
var Exempt = []State{Repeated, Quoted, Listed}

// Figure is one number of the prose.
type Figure struct {
	Page   *project.Page
	Unit   int // index in the page's units
	State  State
	Record string            // id of the figure that it is bound to
	Words  string            // as a reader sees them; "" if the record is written out
	Found  quantity.Quantity // zero if the record is written out
}

// Pos returns where a figure of the prose stands.
func (f Figure) Pos(texts Texts) diag.Pos {
	u := f.Page.Units[f.Unit].Unit
	return f.Page.Doc.Pos(f.Page.Doc.Place(u, texts[f.Page][f.Unit].Written(f.Found.Start)))
}

// Texts are the units of each page, read, by index.
type Texts map[*project.Page][]prose.Text

// Account is the account of a dossier.
type Account struct {
	Texts    Texts    // in the source language
	Figures  []Figure // in reading order
	Dates    int      // dates and ordinals, which need no record
	Spent    map[*prose.Exemption]bool
	Listings map[string][]*prose.Exemption // by unit
}

// Of draws up the account.
func Of(p *project.Project) *Account {
	a := &Account{Texts: Read(p, p.Language().Tag, sourceText), Spent: map[*prose.Exemption]bool{}, Listings: listings(p)}
	for _, page := range p.Pages {
		l := ledger{Account: a, project: p, page: page, texts: a.Texts[page], bound: map[string]prose.Told{}}
		l.links()
		l.numbers()
	}
	return a
}

// Read reads the units of every page in a language; text says what unit i has in
// it, or that it has nothing.
func Read(p *project.Project, lang string, text func(page *project.Page, i int) (string, bool)) Texts {
	texts, tag := Texts{}, p.LocaleTag(lang)
	for _, page := range p.Pages {
		texts[page] = make([]prose.Text, len(page.Units))
	}
	units := unitsOf(p)
	cores.Each(len(units), func(n int) {
		page, i := units[n].page, units[n].i
		if s, ok := text(page, i); ok {
			kind := page.Units[i].Kind
			texts[page][i] = prose.Read(s, tag, kind.Inline(), page.Stamp())
			texts[page][i].Cell = kind == markdown.TableCell
		}
	})
	return texts
}

// unit is one of a page's.
type unit struct {
	page *project.Page
	i    int
}

func unitsOf(p *project.Project) []unit {
	var units []unit
	for _, page := range p.Pages {
		for i := range page.Units {
			units = append(units, unit{page, i})
		}
	}
	return units
}

func sourceText(page *project.Page, i int) (string, bool) { return page.Units[i].Text, true }

func listings(p *project.Project) map[string][]*prose.Exemption {
	m := map[string][]*prose.Exemption{}
	for _, e := range p.Exemptions {
		m[e.Unit] = append(m[e.Unit], e)
	}
	return m
}

// repeats are the kinds of unit that may repeat a figure of their page.
var repeats = map[markdown.Kind]bool{
	markdown.Heading: true, markdown.Title: true, markdown.Summary: true, markdown.Description: true,
	markdown.Caption: true, markdown.Alt: true,
}

// Coverage counts a dossier's figures.
type Coverage struct {
	Figures int           // in the prose
	By      map[State]int // how they are accounted for
	Records []string      // of the bound ones, each use
	Dates   int           // dates and ordinals
}

// Coverage counts.
func (a *Account) Coverage() Coverage {
	c := Coverage{Figures: len(a.Figures), By: map[State]int{}, Dates: a.Dates}
	for _, f := range a.Figures {
		c.By[f.State]++
		if f.State == Bound {
			c.Records = append(c.Records, f.Record)
		}
	}
	return c
}
