package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Unit is one thing that can be found.
type Unit struct {
	Page int    // index into an [Index]'s pages
	ID   string // its anchor; empty for the page itself
	Kind string // page paragraph heading figure event source term
	N    string // the number that readers see, if it has one
	Text string
}

// Page is a page of the site.
type Page struct {
	Path  string // from the site's root, with a slash at its end if it is a folder
	Title string
}

// Index is what one language is searched by.
type Index struct {
	Lang  string
	Pages []Page
	Units []Unit

	rules    *Rules
	words    []string // sorted
	postings map[string][]posting
	lengths  []int            // words of each unit
	aliases  map[string][]int // stem of another form: words
}

// posting says how often a word stands in a unit.
type posting struct{ unit, count int }

// New indexes the units of one language.
func New(lang string, pages []Page, units []Unit) *Index {
	x := &Index{Lang: lang, Pages: pages, Units: units, rules: RulesFor(lang), postings: map[string][]posting{}}
	for i, u := range units {
		x.add(i, u.Text)
	}
	x.words = slices.Sorted(maps.Keys(x.postings))
	x.relate()
	return x
}

func (x *Index) add(unit int, text string) {
	keys := x.rules.tokens(text)
	x.lengths = append(x.lengths, len(keys))
	for _, key := range keys {
		if x.rules.stopped(key) {
			continue
		}
		list := x.postings[key]
		if n := len(list); n > 0 && list[n-1].unit == unit {
			list[n-1].count++
			continue
		}
		x.postings[key] = append(list, posting{unit, 1})
	}
}

// stopped reports whether a key stands for a word that is not indexed.
func (r *Rules) stopped(key string) bool { return key == "" || r.stop[key] }

// relate leads the forms of irregular words to each other: for every word of the
// vocabulary that is one, or a prefix and one, the stems of the other forms.
func (x *Index) relate() {
	x.aliases = map[string][]int{}
	prefixes := append(strings.Fields(x.rules.Prefixes), "")
	endings := append(strings.Fields(x.rules.Inflection), "")
	known := func(head string) bool { return slices.Contains(prefixes, head) }
	for i, w := range x.words {
		for _, ending := range endings {
			base, ok := strings.CutSuffix(w, ending)
			if !ok || len(base) < 3 {
				continue
			}
			for cut := range len(base) - 1 {
				head, form := base[:cut], base[cut:]
				others := x.rules.forms[form]
				if others == nil {
					continue
				}
				for _, h := range []string{head, x.rules.unparticiple(head)} {
					if known(h) {
						for _, other := range others {
							x.alias(h+other, i)
						}
					}
				}
			}
		}
		x.relateParticiple(i, prefixes)
	}
}

// unparticiple takes the beginning of a participle off: of "zuge-griffen" it
// leaves "zu".
func (r *Rules) unparticiple(head string) string { return strings.TrimSuffix(head, r.Participle) }

// relateParticiple leads "eingesperrt" and "einzusperren" to "einsperr", the stem
// of their verb.
func (x *Index) relateParticiple(i int, prefixes []string) {
	w, p, zu := x.words[i], x.rules.Participle, x.rules.Infinitive
	if p == "" {
		return
	}
	for _, prefix := range prefixes {
		if prefix == "" {
			continue
		}
		if stem, ok := strings.CutPrefix(w, prefix+p); ok && len(strings.TrimSuffix(stem, "t")) >= 3 {
			x.alias(prefix+strings.TrimSuffix(stem, "t"), i)
		}
		if stem, ok := strings.CutPrefix(w, prefix+zu); ok && zu != "" && len(stem) >= 2 {
			x.alias(prefix+stem, i)
			if strings.HasPrefix(stem, "r") || strings.HasPrefix(stem, "n") { // "anzuerkennen": ue was taken for ü
				x.alias(prefix+"e"+stem, i)
			}
		}
	}
}

func (x *Index) alias(stem string, word int) {
	stem = x.rules.stem(stem)
	if stem != x.words[word] && !slices.Contains(x.aliases[stem], word) {
		x.aliases[stem] = append(x.aliases[stem], word)
	}
}

// chunkSize is how many bytes of text a file of texts holds, unless one unit is
// longer: little enough for a phone to load one for a result.
const chunkSize = 64 << 10

// chunks returns the first unit of each file of texts.
func (x *Index) chunks() []int {
	starts := []int{}
	size := chunkSize
	for i, u := range x.Units {
		if size+len(u.Text) > chunkSize {
			starts, size = append(starts, i), 0
		}
		size += len(u.Text)
	}
	return starts
}

func sortedAliases(m map[string][]int) []string {
	return slices.SortedFunc(maps.Keys(m), cmp.Compare[string])
}
