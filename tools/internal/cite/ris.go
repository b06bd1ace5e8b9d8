package cite

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/edtf"
)

// RIS, as Zotero, EndNote and Citavi write it: lines of a tag of two letters,
// two spaces, a hyphen and a text (RIS Format Specifications, 2011).

var risTypes = map[string]string{
	"JOUR": "article-journal", "EJOUR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper", "BOOK": "book", "EBOOK": "book",
	"WHOLE": "book", "CHAP": "chapter", "ECHAP": "chapter", "EDBOOK": "book", "CONF": "paper-conference", "CPAPER": "paper-conference",
	"THES": "thesis", "RPRT": "report", "GOVDOC": "report", "ELEC": "webpage", "WEB": "webpage", "BLOG": "post-weblog", "BILL": "bill",
	"CASE": "legal_case", "STAT": "legislation", "LEGAL": "legislation", "HEAR": "hearing", "PAT": "patent", "DATA": "dataset", "COMP": "software",
	"ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary", "MAP": "map", "VIDEO": "motion_picture", "MPCT": "motion_picture",
	"SOUND": "song", "MUSIC": "musical_score", "ART": "graphic", "FIGURE": "figure", "PAMP": "pamphlet", "PCOMM": "personal_communication",
	"ICOMM": "personal_communication", "UNPB": "manuscript", "MANSCPT": "manuscript", "STAND": "standard", "SER": "collection",
	"BLOGPOST": "post-weblog", "GEN": "document", "SLIDE": "speech", "ADVS": "broadcast", "INPR": "article-journal",
}

// risKinds are the types to write.
var risKinds = map[string]string{
	"article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK", "chapter": "CHAP", "collection": "SER",
	"paper-conference": "CPAPER", "thesis": "THES", "report": "RPRT", "webpage": "ELEC", "post-weblog": "BLOG", "post": "ELEC", "bill": "BILL",
	"legal_case": "CASE", "legislation": "STAT", "regulation": "STAT", "hearing": "HEAR", "patent": "PAT", "dataset": "DATA", "software": "COMP",
	"entry-encyclopedia": "ENCYC", "entry-dictionary": "DICT", "map": "MAP", "motion_picture": "MPCT", "song": "SOUND", "musical_score": "MUSIC",
	"graphic": "ART", "figure": "FIGURE", "pamphlet": "PAMP", "personal_communication": "PCOMM", "manuscript": "UNPB", "standard": "STAND",
	"broadcast": "ADVS", "speech": "SLIDE",
}

var risLine = regexp.MustCompile(`^([A-Z][A-Z0-9])  ?-(?: (.*))?$`)

// risRecord is one reference: its lines by tag.
type risRecord struct {
	values map[string][]string
	pos    diag.Pos
}

func readRIS(name string, src []byte) ([]Item, diag.List) {
	var items []Item
	var findings diag.List
	var rec *risRecord
	last := ""
	finish := func() {
		if rec != nil {
			it, more := rec.item()
			items, findings = append(items, it), append(findings, more...)
		}
		rec, last = nil, ""
	}
	n := 0
	for line := range strings.Lines(string(src)) {
		n++
		line = strings.TrimRight(line, "\r\n")
		pos := diag.Pos{File: name, Line: n, Col: 1}
		m := risLine.FindStringSubmatch(strings.TrimRight(line, " \t"))
		switch {
		case m == nil && strings.TrimSpace(line) == "":
		case m == nil && rec != nil && last != "": // a long text goes on
			list := rec.values[last]
			list[len(list)-1] += " " + strings.TrimSpace(line)
		case m == nil:
			findings.Add(diag.Errorf(pos, "import-syntax", "this is no line of a RIS file").WithHint(`a line reads "TI  - The title"; a reference begins with "TY  - "`))
			return items, findings
		case m[1] == "TY":
			finish()
			rec = &risRecord{values: map[string][]string{"TY": {strings.TrimSpace(m[2])}}, pos: pos}
		case rec == nil:
			findings.Add(diag.Errorf(pos, "import-syntax", `a reference begins with "TY  - ", not with %s`, m[1]).WithHint("export the sources again as RIS"))
			return items, findings
		case m[1] == "ER":
			finish()
		default:
			last = m[1]
			rec.values[last] = append(rec.values[last], strings.TrimSpace(m[2]))
		}
	}
	if rec != nil {
		findings.Add(diag.Warnf(rec.pos, "import-syntax", "this reference has no end; what there is was read").WithHint(`a reference ends with "ER  - "`))
		finish()
	}
	return items, findings
}

// first returns the first text of the first tag that has one.
func (r *risRecord) first(tags ...string) string {
	for _, tag := range tags {
		for _, s := range r.values[tag] {
			if s != "" {
				return s
			}
		}
	}
	return ""
}

func (r *risRecord) item() (Item, diag.List) {
	kind, ok := risTypes[strings.ToUpper(r.first("TY"))]
	if !ok {
		kind = "document"
	}
	it := Item{
		ID: r.first("ID", "LB"), Type: kind, Title: r.first("TI", "T1", "CT"), ContainerTitle: r.first("T2", "JO", "JF", "BT", "JA"),
		Publisher: r.first("PB"), PublisherPlace: r.first("CY", "PP"), Volume: r.first("VL"), Issue: r.first("IS"), Page: r.first("SP"),
		Edition: r.first("ET"), URL: r.first("UR", "L2"), DOI: bareDOI(r.first("DO")), Language: languageOf(r.first("LA")), Note: r.first("N1"), Pos: r.pos,
	}
	if it.Title == "" {
		it.Title, it.ContainerTitle = r.first("BT", "T2"), ""
	}
	if end := r.first("EP"); end != "" && end != it.Page {
		it.Page += "-" + end
	}
	switch kind {
	case "report", "bill", "patent", "standard", "legislation", "legal_case":
		it.Number, it.Issue = r.first("SN", "M1", "IS"), ""
	default:
		if sn := r.first("SN"); len(strings.ReplaceAll(sn, "-", "")) > 8 {
			it.ISBN = sn
		} else {
			it.ISSN = sn
		}
	}
	for _, tag := range []string{"AU", "A1"} {
		it.Author = append(it.Author, risNames(r.values[tag])...)
	}
	for _, tag := range []string{"ED", "A2"} {
		it.Editor = append(it.Editor, risNames(r.values[tag])...)
	}
	var findings diag.List
	for _, d := range []struct {
		name, text string
		to         *edtf.Date
	}{{"DA", r.first("DA", "PY", "Y1"), &it.Issued}, {"Y2", r.first("Y2"), &it.Accessed}} {
		if d.text == "" {
			continue
		}
		date, ok := risDate(d.text)
		if !ok {
			findings.Add(dateFinding(r.pos, d.name, it.Title))
		}
		*d.to = date
	}
	return it, findings
}

// risDate reads YYYY/MM/DD/other, with empty parts left out.
func risDate(s string) (edtf.Date, bool) {
	fields := strings.Split(s, "/")
	if len(fields) < 2 || len(fields[0]) != 4 || len(fields) == 2 && len(fields[1]) == 4 {
		return looseDate(s)
	}
	fields = append(fields, "", "")
	return looseDate(ymd(fields[0], fields[1], fields[2]))
}

func risNames(list []string) []Name {
	var names []Name
	for _, s := range list {
		if family, given, ok := strings.Cut(s, ","); ok && strings.TrimSpace(given) != "" {
			given, suffix, _ := strings.Cut(given, ",")
			names = append(names, Name{Family: strings.TrimSpace(family + " " + strings.TrimSpace(suffix)), Given: strings.TrimSpace(given)})
		} else if s = strings.Trim(s, ", "); s != "" {
			names = append(names, Name{Literal: s})
		}
	}
	return names
}

func writeRIS(items []Item) []byte {
	var b bytes.Buffer
	for _, it := range items {
		kind, ok := risKinds[it.Type]
		if !ok {
			kind = "GEN"
		}
		line := func(tag, text string) {
			if text = strings.Join(strings.Fields(text), " "); text != "" || tag == "ER" {
				fmt.Fprintf(&b, "%s  - %s\r\n", tag, text)
			}
		}
		line("TY", kind)
		line("ID", it.ID)
		line("TI", it.Title)
		for _, n := range it.Author {
			line("AU", risName(n))
		}
		for _, n := range it.Editor {
			line("ED", risName(n))
		}
		line("T2", it.ContainerTitle)
		line("PB", it.Publisher)
		line("CY", it.PublisherPlace)
		line("PY", it.year())
		line("DA", it.risDay())
		line("VL", it.Volume)
		line("IS", it.Issue)
		start, end, _ := strings.Cut(it.Page, "-")
		line("SP", start)
		line("EP", end)
		line("ET", it.Edition)
		line("SN", it.ISBN+it.ISSN+it.Number)
		line("DO", it.DOI)
		line("UR", it.URL)
		line("Y2", strings.ReplaceAll(dayOf(it.Accessed), "-", "/"))
		line("LA", it.Language)
		line("N1", it.Note)
		line("ER", "")
		b.WriteString("\r\n")
	}
	return b.Bytes()
}

// risName writes a name. RIS has no sign for the name of an institution, so that
// one with a comma ("Meta Platforms, Inc.") comes back as a person's.
func risName(n Name) string {
	if n.Literal != "" {
		return n.Literal
	}
	return n.Family + ", " + n.Given
}

// year is what every RIS reader understands.
func (it *Item) year() string {
	if it.Issued.Raw() == "" {
		return ""
	}
	return fmt.Sprintf("%04d", it.Issued.Min().Year())
}

// risDay is the date in RIS's form; of an interval, its beginning.
func (it *Item) risDay() string { return strings.ReplaceAll(dayOf(it.Issued), "-", "/") }

// dayOf returns the date as far as it is known, without doubt and season.
func dayOf(d edtf.Date) string {
	if d.Raw() == "" || d.OpenStart() {
		return ""
	}
	switch d.Precision() {
	case edtf.ToDay:
		return d.Min().Format("2006-01-02")
	case edtf.ToMonth:
		return d.Min().Format("2006-01")
	}
	return d.Min().Format("2006")
}
