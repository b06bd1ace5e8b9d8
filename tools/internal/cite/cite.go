// Package cite knows sources as CSL items and writes citations of them in the
// language of the page: its quotation marks, its dates, its words for what is
// missing. A title stays in its own language.
//
// An [Item] has the names and the meaning of CSL 1.0.2, so that formats which
// others keep their sources in can be read into it. [Format] is not a CSL
// processor: it has one layout, with small differences between kinds of works
// and between languages, because a dossier has one style.
package cite

import (
	"strings"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/edtf"
	"dossier/tools/internal/locale"
)

// Item is a source, in the variables of CSL 1.0.2.
type Item struct {
	ID             string // citation key
	Type           string // one of Types
	Title          string
	ContainerTitle string // the newspaper, journal, site or book that it stands in
	Author         []Name
	Editor         []Name
	Publisher      string // for what has no container of its own name: the outlet
	PublisherPlace string
	Volume, Issue  string
	Page           string // "12-19"
	Number         string // of a report, bill or patent
	Edition        string
	Issued         edtf.Date
	Accessed       edtf.Date
	URL            string
	DOI            string // without resolver: "10.1000/182"
	ISBN, ISSN     string
	Language       string // BCP 47
	Note           string

	Pos diag.Pos // where it was read
}

// Format writes a citation as one line of plain text, without its address. What
// is not known is left out, except the date.
//
//	Salvador Rodriguez: „TikTok usage topped …“. In: CNBC, 24. August 2020.
//	Salvador Rodriguez, ‘TikTok usage topped …’, CNBC, 24 August 2020.
//	United States Congress: Pub. L. 118-50, 24. April 2024.
func Format(it Item, l *locale.Locale) string {
	lay := layoutOf(l)
	var b sentence
	b.add(Names(texts(it.Author), l), "")
	shape := shapes[it.Type]
	heading := title(it.Title, shape.standalone, l)
	afterTitle := lay.afterTitle
	if strings.HasPrefix(afterTitle, ",") {
		heading = unstopped(heading)
		if strings.HasSuffix(heading, "?") || strings.HasSuffix(heading, "!") {
			afterTitle = strings.TrimPrefix(afterTitle, ",")
		}
	}
	b.add(heading, lay.afterAuthor)
	where := it.where()
	if where != "" && shape.contained {
		where = lay.in + where
	}
	b.add(where, afterTitle)
	b.add(it.part(lay), " ")
	b.add(it.when(l, lay), ", ")
	b.add(it.pages(lay), ", ")
	return b.end()
}

// where names the container and the publisher, each once, and no publisher that
// is the author.
func (it Item) where() string {
	var parts []string
	for _, s := range []string{it.ContainerTitle, it.Publisher} {
		s = apostrophes(strings.TrimSpace(s))
		if s == "" || len(parts) > 0 && strings.EqualFold(parts[0], s) || len(it.Author) == 1 && apostrophes(it.Author[0].String()) == s {
			continue
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, ", ")
}

// part names the volume and issue of a periodical, or the number of a report:
// "12 (3)", "Nr. R-7".
func (it Item) part(lay layout) string {
	switch {
	case it.Volume != "" && it.Issue != "":
		return it.Volume + " (" + it.Issue + ")"
	case it.Volume != "":
		return it.Volume
	case it.Issue != "":
		return lay.number + it.Issue
	case it.Number != "":
		return lay.number + it.Number
	}
	return ""
}

// pages are those of a contribution, as its language abbreviates them.
func (it Item) pages(lay layout) string {
	if it.Page == "" {
		return ""
	}
	word := lay.page
	if strings.ContainsAny(it.Page, "-–,") {
		word = lay.pages
	}
	return word + strings.ReplaceAll(it.Page, "-", "–")
}

// when words the date; for what bears none, the day on which it was read.
func (it Item) when(l *locale.Locale, lay layout) string {
	if it.Issued.Raw() != "" {
		return it.Issued.Words(l, "")
	}
	if it.Accessed.Raw() != "" {
		return lay.undated + " (" + strings.Replace(lay.accessed, "%s", it.Accessed.Words(l, ""), 1) + ")"
	}
	return lay.undated
}
