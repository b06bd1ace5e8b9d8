package catalog

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/tools/internal/markdown"
)

// Change is the class of what happened to a German text since it was
// translated. It tells a translator how much there is to do; only [Markup] and
// [Link] may be acknowledged without a person looking.
type Change string

// The classes of change, from least to most.
const (
	Unchanged Change = ""
	Markup    Change = "markup"    // a reader reads the same words: emphasis, escapes, line breaks
	Link      Change = "link"      // the same words, but an address, footnote mark, shortcode or piece of code differs
	Spelling  Change = "spelling"  // punctuation, capitals, single letters of long words
	Figure    Change = "figure"    // nothing but numbers and their magnitudes
	Small     Change = "small"     // three quarters of the words are the same, or more
	Large     Change = "large"     // nearly half of them are
	Rewritten Change = "rewritten" // fewer
	Split     Change = "split"     // a part of the text is a unit of its own now
)

// Changes are the classes in their order.
var Changes = []Change{Markup, Link, Spelling, Figure, Small, Large, Rewritten, Split}

// Automatic reports whether a change may be acknowledged without a person
// looking at the translation.
func (c Change) Automatic() bool { return c == Markup || c == Link }

// smallChange is the likeness from which a change is small; below inGap it is a
// rewriting.
const smallChange = 0.75

// Classify says what changed from one German text to another. It never says
// [Split], for which the neighbours have to be known.
func Classify(before, after string) Change {
	if before == after {
		return Unchanged
	}
	if words(before) == words(after) {
		if markdown.Carries(before, after) {
			return Markup
		}
		return Link
	}
	switch kind := differences(Diff(markdown.Plain(before), markdown.Plain(after))); kind {
	case Spelling, Figure:
		return kind
	}
	x, y := newBag(before), newBag(after)
	likeness := x.similar(y)
	if x.count <= shortText && y.count <= shortText {
		likeness = max(likeness, trigrams(before, after))
	}
	switch {
	case likeness >= smallChange:
		return Small
	case likeness >= inGap:
		return Large
	}
	return Rewritten
}

// words returns what a reader reads, with single blanks.
func words(text string) string { return strings.Join(strings.Fields(markdown.Plain(text)), " ") }

// differences judges the pieces of a word diff: Figure if only numbers differ,
// Spelling if only letters do, else Small for "more than that".
func differences(pieces []Piece) Change {
	numbers, spelling := false, false
	for n := 0; n < len(pieces); n++ {
		if pieces[n].Op == Same {
			continue
		}
		var gone, come string
		for ; n < len(pieces) && pieces[n].Op != Same; n++ {
			if pieces[n].Op == Gone {
				gone += pieces[n].Text
			} else {
				come += pieces[n].Text
			}
		}
		switch {
		case numeric(gone) && numeric(come):
			numbers = true
		case misspelt(gone, come):
			spelling = true
		default:
			return Small
		}
	}
	if numbers && !spelling {
		return Figure
	}
	if numbers {
		return Small
	}
	return Spelling
}

// magnitudes are the German words that make a number larger, and number words up
// to twelve, as stems; by hand, from Duden's "Zahlwörter".
var magnitudes = map[string]bool{
	"hunder": true, "tausen": true, "mio": true, "mrd": true, "millio": true, "millia": true, "billio": true,
	"prozen": true, "eine": true, "einer": true, "einem": true, "zwei": true, "drei": true, "vier": true, "fünf": true,
	"sechs": true, "sieben": true, "acht": true, "neun": true, "zehn": true, "elf": true, "zwölf": true, "dutzen": true,
}

// numeric reports whether a text holds at least one number and, besides numbers
// and magnitudes, no word.
func numeric(s string) bool {
	any, only := false, true
	eachWord(s, func(w string, _ bool) {
		switch {
		case strings.ContainsFunc(w, unicode.IsDigit), magnitudes[stem(w, false)]:
			any = true
		default:
			only = false
		}
	})
	return any && only
}

// misspelt reports whether two pieces differ as a typo and its correction do. A
// whole word more or less never is one, nor a prefix ("un-", "k-ein") that turns
// the sense around.
func misspelt(gone, come string) bool {
	x, y := wordsOf(gone), wordsOf(come)
	if len(x) != len(y) {
		return strings.Join(x, "") == strings.Join(y, "") // "zu Hause", "zuhause"
	}
	for n := range x {
		if x[n] == y[n] {
			continue
		}
		if !typo(x[n], y[n]) {
			return false
		}
	}
	return true
}

func wordsOf(s string) []string {
	var out []string
	eachWord(s, func(w string, _ bool) { out = append(out, strings.ToLower(w)) })
	return out
}

// shortestTypo is the number of letters from which on one letter may be wrong.
const shortestTypo = 5

func typo(a, b string) bool {
	if strings.ContainsFunc(a+b, unicode.IsDigit) || strings.HasSuffix(a, b) || strings.HasSuffix(b, a) {
		return false
	}
	if newSpelling.Replace(a) == newSpelling.Replace(b) {
		return true
	}
	n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	return n >= shortestTypo && distance([]rune(a), []rune(b)) == 1
}

// newSpelling makes one of the spellings of a sound.
var newSpelling = strings.NewReplacer("ß", "ss", "ä", "ae", "ö", "oe", "ü", "ue", "ph", "f")

// distance returns 1 if one letter is added, left out, exchanged or swapped with
// its neighbour, 0 if none, and 2 if more.
func distance(a, b []rune) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for n < len(a) && a[n] == b[n] {
		n++
	}
	restA, restB := a[n:], b[n:]
	switch {
	case len(restA) == 0 && len(restB) == 0:
		return 0
	case len(restB) == len(restA)+1 && string(restA) == string(restB[1:]),
		len(restA) == len(restB) && string(restA[1:]) == string(restB[1:]),
		len(restA) == len(restB) && len(restA) > 1 && restA[0] == restB[1] && restA[1] == restB[0] && string(restA[2:]) == string(restB[2:]):
		return 1
	}
	return 2
}
