package check

import (
	"strings"
	"unicode"
)

// order is what words say of the time of one event against another.
type order int

const (
	none order = iota
	earlier
	later
)

// orderWords say that something was before or after what was told before it.
// Words that point both ways ("im selben Jahr") say neither.
var orderWords = map[string]map[string]order{
	"de": {
		"darauf": later, "danach": later, "später": later, "darauffolgenden": later, "folgenden": later, "folgejahr": later, "nächsten": later,
		"anschließend": later, "zuvor": earlier, "davor": earlier, "vorher": earlier, "vorjahr": earlier, "vorangegangenen": earlier,
	},
	"en": {
		"later": later, "afterwards": later, "after": later, "following": later, "next": later, "subsequent": later,
		"earlier": earlier, "before": earlier, "previous": earlier, "preceding": earlier, "previously": earlier,
	},
}

// orderOf reads words of order; none if there are none, or both.
func orderOf(words, lang string) order {
	language, _, _ := strings.Cut(strings.ToLower(lang), "-")
	found := none
	for _, w := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch o := orderWords[language][w]; {
		case o == none:
		case found != none && found != o:
			return none
		default:
			found = o
		}
	}
	return found
}
