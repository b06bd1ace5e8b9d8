// Package cite knows sources as CSL items and writes citations of them in the
// language of the page: its quotation marks, its dates, its words for what is
// missing. A title stays in its own language.
package cite

import (
	"strings"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/locale"
)

// Item is a source in CSL's terms, as far as a citation needs it.
type Item struct {
	Type      string // CSL 1.0.2 item type: "article-newspaper", "legislation"
	Title     string
	Author    []string // as printed
	Publisher string
	Issued    edtf.Date
	URL       string
}

// standalone are types whose title names a work of its own: it is not put in
// quotation marks, as the title of a contribution is.
var standalone = map[string]bool{
	"book": true, "report": true, "legislation": true, "bill": true, "legal_case": true, "regulation": true, "treaty": true,
	"dataset": true, "thesis": true, "software": true, "motion_picture": true, "periodical": true,
}

// undated is what stands for a missing date.
var undated = map[string]string{"de": "o. D.", "en": "n.d.", "fr": "s. d."}

// Format writes a citation as plain text, without its address:
//
//	Salvador Rodriguez: „TikTok usage topped …“. CNBC, 24. August 2020.
//	United States Congress: Pub. L. 118-50. 24 April 2024.
func Format(it Item, l *locale.Locale) string {
	var b strings.Builder
	if len(it.Author) > 0 {
		b.WriteString(Names(it.Author, l) + ": ")
	}
	title := strings.TrimSpace(it.Title)
	if !standalone[it.Type] {
		start, end, inner, innerEnd := l.Quotes()
		title = start + requote(title, inner, innerEnd) + end
	}
	b.WriteString(title)
	if !endsSentence(title) {
		b.WriteString(".")
	}
	b.WriteString(" ")
	if it.Publisher != "" && !(len(it.Author) == 1 && it.Author[0] == it.Publisher) {
		b.WriteString(it.Publisher + ", ")
	}
	date := it.Issued.Words(l, edtf.Whole)
	if date == "" {
		date = undated[l.Language()]
	}
	b.WriteString(date)
	return stop(b.String())
}

// Names joins authors: "A und B", "A, B and C".
func Names(names []string, l *locale.Locale) string {
	and := map[string]string{"de": "und", "en": "and", "fr": "et"}[l.Language()]
	if and == "" {
		and = "&"
	}
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " " + and + " " + names[n-1]
	}
}

// requote turns the quotation marks inside a title into inner ones.
func requote(title, start, end string) string {
	title = strings.NewReplacer("“", start, "”", end, "„", start, "«", start, "»", end).Replace(title)
	open := true
	var b strings.Builder
	for _, r := range title {
		switch {
		case r == '"' && open:
			b.WriteString(start)
			open = false
		case r == '"':
			b.WriteString(end)
			open = true
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// endsSentence reports whether a title, in quotation marks or not, brings its
// own full stop.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "”“’‘«»\"")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "…")
}

func stop(s string) string {
	s = strings.TrimRight(s, " ,")
	if endsSentence(s) {
		return s
	}
	return s + "."
}
