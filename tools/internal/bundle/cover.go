package bundle

import (
	"cmp"
	"net/url"
	"time"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/share"
)

// coverFile is the picture by which shelves show the book: a PNG, because many know
// nothing else than that and JPEG.
const coverFile = "cover.png"

// cover draws it; nil for a script that its fonts do not know.
func (e *epub) cover() []byte {
	c := share.Cover{Title: e.bookTitle(), Subtitle: e.subtitle()}
	for _, words := range []string{e.publisher, e.host(), e.day()} {
		if words != "" {
			c.Foot = append(c.Foot, words)
		}
	}
	data, _ := c.PNG()
	return data
}

// subtitle is what stands below the title.
func (e *epub) subtitle() string { return cmp.Or(e.Subtitle, e.pages[0].summary) }

// host is the server at which the dossier is published.
func (e *epub) host() string {
	at, err := url.Parse(e.published(e.pages[0].file))
	if err != nil {
		return ""
	}
	return at.Host
}

// day is the bundle's date as its language writes it, "" in one without words for
// it and where there is none.
func (e *epub) day() string {
	if !edtf.Dated(e.date) {
		return ""
	}
	date, err := edtf.Parse(e.date.Format(time.DateOnly))
	l, ok := locale.For(e.lang())
	if err != nil || !ok {
		return ""
	}
	return date.Words(l, edtf.Whole)
}
