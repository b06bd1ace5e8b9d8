package cite

import (
	"net/url"
	"slices"
	"strings"
)

// Words of a quotation that a text fragment holds: up to so many whole, of a
// longer one those at its beginning and its end.
const (
	wholeWords = 12
	endWords   = 5
)

// WithFragment returns the address of a passage in a page: the page's address
// with the quotation as a text fragment (WICG, "URL Fragment Text Directives"),
// to which a browser scrolls. One that does not know them opens the page. What a
// quotation leaves out with "…" is left out here too.
func WithFragment(address, quote string) string {
	words := strings.Fields(strings.NewReplacer("[…]", " … ", "…", " … ", "...", " … ").Replace(quote))
	if address == "" || len(words) == 0 {
		return address
	}
	start, end := words, []string(nil)
	first, last := slices.Index(words, "…"), lastIndex(words, "…")
	switch {
	case first >= 0:
		start, end = words[:first], words[last+1:]
	case len(words) > wholeWords:
		start, end = words[:endWords], words[len(words)-endWords:]
	}
	if len(start) == 0 {
		start, end = end, nil
	}
	if len(start) == 0 {
		return address
	}
	address, fragment, _ := strings.Cut(address, "#")
	address += "#" + fragment + ":~:text=" + directive(start)
	if len(end) > 0 {
		address += "," + directive(end)
	}
	return address
}

// directive encodes words: a hyphen, a comma and an ampersand mean something in a
// text directive, so they are escaped too.
func directive(words []string) string {
	return strings.NewReplacer("+", "%20", "-", "%2D").Replace(url.QueryEscape(strings.Join(words, " ")))
}

func lastIndex(words []string, w string) int {
	for i := len(words) - 1; i >= 0; i-- {
		if words[i] == w {
			return i
		}
	}
	return -1
}
