package cite

import (
	"net/url"
	"strings"
)

// COinS writes an item as a ContextObject in a span's title (ANSI/NISO Z39.88,
// OpenURL COinS 1.0), which reference managers find in a page. Its attribute
// still has to be escaped.
func COinS(it Item) string {
	genre, format := "unknown", "journal"
	v := url.Values{"ctx_ver": {"Z39.88-2004"}}
	switch it.Type {
	case "book", "collection", "thesis":
		genre, format = "book", "book"
	case "chapter":
		genre, format = "bookitem", "book"
	case "report":
		genre, format = "report", "book"
	case "paper-conference":
		genre = "proceeding"
	case "article-journal", "article-newspaper", "article-magazine":
		genre = "article"
	}
	set := func(key, value string) {
		if value != "" {
			v.Set(key, value)
		}
	}
	v.Set("rft_val_fmt", "info:ofi/fmt:kev:mtx:"+format)
	v.Set("rft.genre", genre)
	container := it.ContainerTitle
	if container == "" {
		container = it.Publisher
	}
	switch {
	case format == "book" && genre != "bookitem":
		set("rft.btitle", it.Title)
		set("rft.pub", it.Publisher)
	case genre == "bookitem":
		set("rft.atitle", it.Title)
		set("rft.btitle", container)
	default:
		set("rft.atitle", it.Title)
		set("rft.jtitle", container)
	}
	set("rft.date", dayOf(it.Issued))
	set("rft.volume", it.Volume)
	set("rft.issue", it.Issue)
	set("rft.pages", it.Page)
	set("rft.isbn", it.ISBN)
	set("rft.issn", it.ISSN)
	set("rft.language", it.Language)
	if it.DOI != "" {
		v.Add("rft_id", "info:doi/"+it.DOI)
	}
	if it.URL != "" {
		v.Add("rft_id", it.URL)
	}
	for _, n := range it.Author {
		v.Add("rft.au", n.String())
	}
	return strings.ReplaceAll(v.Encode(), "+", "%20")
}
