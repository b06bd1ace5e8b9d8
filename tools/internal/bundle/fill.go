package bundle

import (
	"html"
	"strconv"
)

// Fill puts the size and the checksum of each file into the elements of a page
// that ask for them with data-size-of and data-sum-of; number writes a decimal in
// the page's language.
func Fill(page []byte, files []File, number func(string) string) []byte {
	by := map[string]File{}
	for _, f := range files {
		by[f.Name] = f
	}
	r := rewriter{behind: func(t *tag) string {
		if f, ok := by[t.value("data-size-of")]; ok {
			return html.EscapeString(sizeIn(f.Size, number))
		}
		if f, ok := by[t.value("data-sum-of")]; ok {
			return f.SHA256
		}
		return ""
	}}
	return r.page(page)
}

func sizeIn(n int64, number func(string) string) string {
	switch {
	case n >= 1e6:
		return number(strconv.FormatFloat(float64(n)/1e6, 'f', 1, 64)) + "\u00a0MB"
	case n >= 1e3:
		return number(strconv.FormatInt((n+500)/1000, 10)) + "\u00a0kB"
	}
	return number(strconv.FormatInt(n, 10)) + "\u00a0B"
}
