package cite

import (
	"fmt"
	"regexp"
	"strings"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/edtf"
)

// BibTeX's and BibLaTeX's entries as CSL items, and back. The types follow the
// BibLaTeX manual, 2.1; the fields its 2.2.

var bibTypes = map[string]string{
	"article": "article-journal", "book": "book", "mvbook": "book", "inbook": "chapter", "incollection": "chapter", "bookinbook": "chapter",
	"suppbook": "chapter", "booklet": "pamphlet", "collection": "collection", "mvcollection": "collection", "inproceedings": "paper-conference",
	"conference": "paper-conference", "proceedings": "book", "manual": "book", "mastersthesis": "thesis", "phdthesis": "thesis", "thesis": "thesis",
	"techreport": "report", "report": "report", "online": "webpage", "www": "webpage", "electronic": "webpage", "misc": "document",
	"unpublished": "manuscript", "patent": "patent", "dataset": "dataset", "software": "software", "periodical": "periodical",
	"inreference": "entry-encyclopedia", "reference": "book", "jurisdiction": "legal_case", "legislation": "legislation", "legal": "legislation",
	"standard": "standard", "video": "motion_picture", "movie": "motion_picture", "audio": "song", "music": "song", "image": "graphic",
	"artwork": "graphic", "letter": "personal_communication", "review": "review", "newspaper": "article-newspaper", "magazine": "article-magazine",
}

// entrySubtypes tell the kinds of an @article or @online apart (BibLaTeX 2.2.2.2).
var entrySubtypes = map[string]string{
	"newspaper": "article-newspaper", "magazine": "article-magazine", "blog": "post-weblog", "post": "post", "hearing": "hearing",
	"bill": "bill", "treaty": "treaty", "regulation": "regulation", "interview": "interview", "broadcast": "broadcast", "speech": "speech",
}

func readBibTeX(name string, src []byte) ([]Item, diag.List) {
	entries, findings := parseBibTeX(name, src)
	byKey := map[string]*bibEntry{}
	for i := range entries {
		key := strings.ToLower(entries[i].key)
		if _, taken := byKey[key]; !taken && key != "" {
			byKey[key] = &entries[i]
		}
	}
	var items []Item
	for i := range entries {
		e := &entries[i]
		e.inherit(byKey)
		item, more := e.item()
		findings.Add(more...)
		items = append(items, item)
	}
	return items, findings
}

// inherit takes what an entry leaves to the one that it names as crossref: a
// contribution the book's title as its container's.
func (e *bibEntry) inherit(byKey map[string]*bibEntry) {
	parent, ok := byKey[strings.ToLower(strings.TrimSpace(e.fields["crossref"]))]
	if !ok || parent == e {
		return
	}
	for name, value := range parent.fields {
		switch name {
		case "title":
			name = "booktitle"
		case "author", "crossref", "url", "doi":
			continue
		}
		if _, has := e.fields[name]; !has {
			e.fields[name] = value
		}
	}
}

func (e *bibEntry) text(names ...string) string {
	for _, n := range names {
		if s := fromLaTeX(e.fields[n], false); s != "" {
			return s
		}
	}
	return ""
}

func (e *bibEntry) verbatim(name string) string {
	return strings.TrimSpace(fromLaTeX(e.fields[name], true))
}

func (e *bibEntry) item() (Item, diag.List) {
	it := Item{
		ID: e.key, Type: e.itemType(), Title: e.title(), ContainerTitle: e.text("journaltitle", "journal", "booktitle", "maintitle"),
		Author: bibNames(e.fields["author"]), Editor: bibNames(e.fields["editor"]),
		Publisher:      e.text("publisher", "institution", "organization", "school", "howpublished"),
		PublisherPlace: e.text("location", "address"), Volume: e.text("volume"), Issue: e.text("issue", "number"),
		Page: strings.NewReplacer("–", "-", "—", "-", " ", "").Replace(e.text("pages")), Edition: e.text("edition"),
		URL: e.address(), DOI: bareDOI(e.verbatim("doi")), ISBN: e.text("isbn"), ISSN: e.text("issn"),
		Language: languageOf(e.text("langid", "language")), Note: e.text("note", "addendum"), Pos: e.pos,
	}
	switch it.Type {
	case "report", "bill", "patent", "standard", "legislation", "regulation", "legal_case":
		it.Number, it.Issue = it.Issue, ""
	}
	if it.Publisher == it.URL {
		it.Publisher = ""
	}
	var findings diag.List
	for _, d := range []struct {
		name, text string
		to         *edtf.Date
	}{{"date", e.date(), &it.Issued}, {"urldate", e.verbatim("urldate"), &it.Accessed}} {
		if d.text == "" {
			continue
		}
		date, ok := looseDate(d.text)
		if !ok {
			findings.Add(dateFinding(e.pos, d.name, e.key))
		}
		*d.to = date
	}
	return it, findings
}

// title joins title and subtitle, the way the title page reads.
func (e *bibEntry) title() string {
	title, sub := e.text("title"), e.text("subtitle")
	if title == "" || sub == "" {
		return title + sub
	}
	return title + ": " + sub
}

func (e *bibEntry) itemType() string {
	if t, ok := entrySubtypes[strings.ToLower(e.text("entrysubtype"))]; ok {
		return t
	}
	if t, ok := bibTypes[e.kind]; ok {
		if t == "document" && (e.fields["url"] != "" || strings.Contains(e.fields["howpublished"], `\url`)) {
			return "webpage"
		}
		return t
	}
	return "document"
}

var urlCommand = regexp.MustCompile(`\\url\s*\{([^{}]*)\}`)

// address is the url field, or what classic BibTeX puts into howpublished.
func (e *bibEntry) address() string {
	if u := e.verbatim("url"); u != "" {
		return u
	}
	for _, name := range []string{"howpublished", "note"} {
		if m := urlCommand.FindStringSubmatch(e.fields[name]); m != nil {
			return fromLaTeX(m[1], true)
		}
	}
	return ""
}

// date is BibLaTeX's date, or year, month and day.
func (e *bibEntry) date() string {
	if d := e.verbatim("date"); d != "" {
		return d
	}
	year, month, day := e.text("year"), e.text("month"), e.text("day")
	if len(year) != 4 || month == "" {
		return year
	}
	if n, ok := months[strings.ToLower(strings.TrimSuffix(month, "."))]; ok {
		month = fmt.Sprint(n)
	} else if f := strings.Fields(month); len(f) == 2 { // "mar # " 5""
		if n, ok := months[strings.ToLower(f[0])]; ok {
			month, day = fmt.Sprint(n), strings.Trim(f[1], ".,")
		}
	}
	return ymd(year, month, day)
}

// languages by BibLaTeX's (babel's) names.
var bibLanguages = map[string]string{
	"english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB", "german": "de", "ngerman": "de",
	"deutsch": "de", "austrian": "de-AT", "naustrian": "de-AT", "swissgerman": "de-CH", "nswissgerman": "de-CH", "french": "fr",
	"francais": "fr", "italian": "it", "spanish": "es", "dutch": "nl", "polish": "pl", "portuguese": "pt", "russian": "ru", "chinese": "zh",
	"danish": "da", "swedish": "sv", "norwegian": "no", "japanese": "ja", "czech": "cs", "turkish": "tr",
}

func languageOf(s string) string {
	if tag, ok := bibLanguages[strings.ToLower(s)]; ok {
		return tag
	}
	return s
}
