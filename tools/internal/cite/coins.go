package cite

import (
	"net/url"
	"strings"
)

// coinsKind is what OpenURL calls a kind of work: its genre, and the format of
// metadata that knows the genre (KEV formats book and journal).
type coinsKind struct{ genre, format string }

// coinsKinds are the kinds by CSL type.
var coinsKinds = map[string]coinsKind{
	"book": {"book", "book"}, "collection": {"book", "book"}, "thesis": {"book", "book"},
	"chapter": {"bookitem", "book"}, "report": {"report", "book"}, "paper-conference": {"proceeding", "journal"},
	"article-journal": {"article", "journal"}, "article-newspaper": {"article", "journal"}, "article-magazine": {"article", "journal"},
}

// COinS writes an item as a ContextObject in a span's title (ANSI/NISO Z39.88,
// OpenURL COinS 1.0), which reference managers find in a page. Its attribute
// still has to be escaped.
func COinS(it Item) string {
	kind, ok := coinsKinds[it.Type]
	if !ok {
		kind = coinsKind{"unknown", "journal"}
	}
	v := url.Values{"ctx_ver": {"Z39.88-2004"}}
	set := func(key, value string) {
		if value != "" {
			v.Set(key, value)
		}
	}
	v.Set("rft_val_fmt", "info:ofi/fmt:kev:mtx:"+kind.format)
	v.Set("rft.genre", kind.genre)
	container := it.ContainerTitle
	if container == "" {
		container = it.Publisher
	}
	switch {
	case kind.format == "book" && kind.genre != "bookitem":
		set("rft.btitle", it.Title)
		set("rft.pub", it.Publisher)
	case kind.genre == "bookitem":
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
