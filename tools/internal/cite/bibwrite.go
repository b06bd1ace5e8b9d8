package cite

import (
	"bytes"
	"fmt"
	"strings"
)

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
