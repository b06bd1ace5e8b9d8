package cite

import (
	"bytes"
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

// bibNames takes a list of names apart: "Family, Given", "Given von Family", and
// whole in braces what is not a person's.
func bibNames(s string) []Name {
	var names []Name
	for _, n := range splitNames(s) {
		if plain := fromLaTeX(n, false); plain == "others" || plain == "" {
			continue
		}
		names = append(names, bibName(n))
	}
	return names
}

// splitNames cuts at " and " outside braces.
func splitNames(s string) []string {
	var list []string
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		case ' ', '\n', '\t', '\r':
			word := strings.TrimLeft(s[i:], " \t\r\n")
			if depth == 0 && len(word) > 3 && strings.EqualFold(word[:3], "and") && strings.IndexByte(" \t\r\n", word[3]) >= 0 {
				list = append(list, s[start:i])
				start = len(s) - len(word) + 3
				i = start - 1
			}
		}
	}
	return append(list, s[start:])
}

func bibName(s string) Name {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "{") && strings.HasSuffix(s, "}") && strings.Count(s, "{") == 1 {
		return Name{Literal: fromLaTeX(s, false)}
	}
	if parts := splitTop(s, ','); len(parts) > 1 {
		family, given := fromLaTeX(parts[0], false), fromLaTeX(parts[len(parts)-1], false)
		if len(parts) == 3 { // Family, Jr., Given
			family += " " + fromLaTeX(parts[1], false)
		}
		return Name{Family: family, Given: given}
	}
	words := strings.Fields(fromLaTeX(s, false))
	if len(words) == 1 {
		return Name{Literal: words[0]}
	}
	first := len(words) - 1
	for i, w := range words[:len(words)-1] {
		if i > 0 && strings.ToLower(w) == w { // von, de la
			first = i
			break
		}
	}
	return Name{Family: strings.Join(words[first:], " "), Given: strings.Join(words[:first], " ")}
}

// splitTop cuts at a sign outside braces.
func splitTop(s string, at byte) []string {
	var list []string
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		case at:
			if depth == 0 {
				list, start = append(list, s[start:i]), i+1
			}
		}
	}
	return append(list, s[start:])
}

// bibKinds are the entry types to write, with a subtype where BibLaTeX has no
// type of its own.
var bibKinds = map[string][2]string{
	"article-journal": {"article", ""}, "article-newspaper": {"article", "newspaper"}, "article-magazine": {"article", "magazine"},
	"book": {"book", ""}, "chapter": {"incollection", ""}, "collection": {"collection", ""}, "paper-conference": {"inproceedings", ""},
	"thesis": {"thesis", ""}, "report": {"report", ""}, "webpage": {"online", ""}, "post": {"online", "post"}, "post-weblog": {"online", "blog"},
	"manuscript": {"unpublished", ""}, "patent": {"patent", ""}, "dataset": {"dataset", ""}, "software": {"software", ""},
	"entry-encyclopedia": {"inreference", ""}, "legal_case": {"jurisdiction", ""}, "legislation": {"legislation", ""}, "standard": {"standard", ""},
	"motion_picture": {"movie", ""}, "song": {"audio", ""}, "graphic": {"image", ""}, "personal_communication": {"letter", ""},
	"periodical": {"periodical", ""}, "pamphlet": {"booklet", ""}, "review": {"review", ""}, "hearing": {"misc", "hearing"}, "bill": {"legal", "bill"},
	"treaty": {"legal", "treaty"}, "regulation": {"legal", "regulation"}, "interview": {"misc", "interview"}, "broadcast": {"misc", "broadcast"},
	"speech": {"misc", "speech"},
}

func writeBibTeX(items []Item) []byte {
	var b bytes.Buffer
	for i, it := range items {
		if i > 0 {
			b.WriteByte('\n')
		}
		kind, ok := bibKinds[it.Type]
		if !ok {
			kind[0] = "misc"
		}
		fmt.Fprintf(&b, "@%s{%s,\n", kind[0], bibKey(it.ID))
		for _, f := range it.bibFields(kind) {
			if f[1] != "" {
				fmt.Fprintf(&b, "  %s = {%s},\n", f[0], f[1])
			}
		}
		b.WriteString("}\n")
	}
	return b.Bytes()
}

func (it *Item) bibFields(kind [2]string) [][2]string {
	container := "journaltitle"
	switch kind[0] {
	case "incollection", "inproceedings", "inreference":
		container = "booktitle"
	case "online", "misc", "report", "legal":
		container = "maintitle"
	}
	publisher := "publisher"
	switch kind[0] {
	case "report", "thesis":
		publisher = "institution"
	case "online", "misc":
		publisher = "organization"
	}
	number := it.Number
	if number == "" {
		number = it.Issue
	}
	return [][2]string{
		{"entrysubtype", kind[1]}, {"author", bibAuthors(it.Author)}, {"editor", bibAuthors(it.Editor)}, {"title", braceCapitals(it.Title)},
		{container, toLaTeX.Replace(it.ContainerTitle)}, {publisher, toLaTeX.Replace(it.Publisher)}, {"location", toLaTeX.Replace(it.PublisherPlace)},
		{"date", it.Issued.Raw()}, {"volume", toLaTeX.Replace(it.Volume)}, {"number", toLaTeX.Replace(number)},
		{"pages", strings.ReplaceAll(toLaTeX.Replace(it.Page), "-", "--")}, {"edition", toLaTeX.Replace(it.Edition)}, {"isbn", it.ISBN}, {"issn", it.ISSN},
		{"doi", bibVerbatim.Replace(it.DOI)}, {"url", bibVerbatim.Replace(it.URL)}, {"urldate", it.Accessed.Raw()}, {"langid", langid(it.Language)},
		{"note", toLaTeX.Replace(it.Note)},
	}
}

// bibVerbatim keeps an address readable for the parser: braces and backslashes
// as percent codes, as RFC 3986 has them anyway.
var bibVerbatim = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20")

// braceCapitals keeps the title's letters: BibTeX's styles would turn all but
// the first into small ones.
func braceCapitals(s string) string {
	if s == "" {
		return ""
	}
	return "{" + toLaTeX.Replace(s) + "}"
}

func bibAuthors(names []Name) string {
	var list []string
	for _, n := range names {
		switch {
		case n.Literal != "":
			list = append(list, "{"+toLaTeX.Replace(n.Literal)+"}")
		case n.Given == "":
			list = append(list, "{"+toLaTeX.Replace(n.Family)+"}")
		default:
			list = append(list, toLaTeX.Replace(n.Family)+", "+toLaTeX.Replace(n.Given))
		}
	}
	return strings.Join(list, " and ")
}

// langid returns babel's name of a language where it is one of the common ones.
func langid(tag string) string {
	switch base, _, _ := strings.Cut(tag, "-"); base {
	case "de":
		return "ngerman"
	case "en":
		if tag == "en-US" {
			return "american"
		}
		return "english"
	default:
		for _, name := range []string{"french", "italian", "spanish", "dutch", "polish", "portuguese", "russian", "chinese", "danish", "swedish"} {
			if bibLanguages[name] == base {
				return name
			}
		}
	}
	return ""
}

// bibKey makes an id a citation key: no spaces, braces, commas or signs of TeX.
func bibKey(id string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n{}(),\"#%~\\='@", r) {
			return '-'
		}
		return r
	}, id)
}
