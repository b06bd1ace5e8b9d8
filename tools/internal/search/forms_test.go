package search

import (
	"slices"
	"strconv"
	"testing"
)

// TestForms finds words by their other forms: each stands in a unit of its own
// beside a real text, and is asked for as a reader types it.
func TestForms(t *testing.T) {
	for _, lang := range []string{"de", "en"} {
		t.Run(lang, func(t *testing.T) {
			pages, units := readUnits(t, lang)
			var queries []string
			first := len(units)
			forms := readTable(t, "forms."+lang+".tsv")
			for i, row := range forms {
				units = append(units, Unit{ID: "form-" + strconv.Itoa(i), Kind: "paragraph", Text: "Zzq " + row[0] + " xxy."})
				queries = append(queries, "zzq "+row[1])
			}
			var a answers
			ask(t, write(t, New(lang, pages, units)), lang, "find", queries, &a)
			for i, row := range forms {
				got := a.Answers[i].Units
				if n := slices.Index(got, first+i); n < 0 || n >= 8 {
					t.Errorf("%q does not find %q: place %d of %d", row[1], row[0], n+1, len(got))
				}
			}
		})
	}
}
