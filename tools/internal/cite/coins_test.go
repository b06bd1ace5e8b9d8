package cite

import (
	"net/url"
	"testing"
)

// A kind of work is told in the terms of OpenURL, and its title stands in the
// field that belongs to them.
func TestCOinS(t *testing.T) {
	for _, c := range []struct{ kind, format, genre, title, container string }{
		{"book", "book", "book", "rft.btitle", "rft.pub"},
		{"chapter", "book", "bookitem", "rft.atitle", "rft.btitle"},
		{"report", "book", "report", "rft.btitle", "rft.pub"},
		{"article-newspaper", "journal", "article", "rft.atitle", "rft.jtitle"},
		{"webpage", "journal", "unknown", "rft.atitle", "rft.jtitle"},
	} {
		v, err := url.ParseQuery(COinS(Item{Type: c.kind, Title: "Ein Titel & mehr", Publisher: "Verlag"}))
		if err != nil {
			t.Fatal(err)
		}
		if v.Get("rft_val_fmt") != "info:ofi/fmt:kev:mtx:"+c.format || v.Get("rft.genre") != c.genre || v.Get(c.title) != "Ein Titel & mehr" || v.Get(c.container) != "Verlag" {
			t.Errorf("%s: %v", c.kind, v)
		}
	}
}
