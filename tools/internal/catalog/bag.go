package catalog

import (
	"cmp"
	"hash/fnv"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How much two texts have in common is measured on their words, whatever their
// order: twice the weight of what both have, over the weight of what each has
// (Dice's coefficient). Three things make it fit German prose:
//
//   - a word is its first six letters in lower case, so that "Nutzer" and
//     "Nutzern" are one;
//   - a long word weighs more than a short one, so that two paragraphs do not
//     look alike for "der", "die" and "und";
//   - the address of a link is one word, and a heavy one: two texts that cite the
//     same figure are about the same thing.

const (
	stemLength    = 6
	numberWeight  = 3
	addressWeight = 6
	longestWeight = 8
)

// word is one word of a bag. Equal words of one text stand one after the other.
type word struct {
	hash   uint64
	weight int
	number bool
}

// bag is a text as a multiset of words, sorted.
type bag struct {
	words  []word
	weight int // of all words
	count  int
}

func newBag(text string) bag {
	var b bag
	eachWord(text, func(w string, address bool) {
		h := fnv.New64a()
		_, _ = io.WriteString(h, stem(w, address))
		b.words = append(b.words, word{h.Sum64(), weigh(w, address), !address && unicode.IsDigit(first(w))})
	})
	slices.SortFunc(b.words, func(x, y word) int { return cmp.Compare(x.hash, y.hash) })
	for _, w := range b.words {
		b.weight += w.weight
	}
	b.count = len(b.words)
	return b
}

// weigh returns the weight of a word: 1 for the shortest, up to longestWeight.
func weigh(w string, address bool) int {
	n := utf8.RuneCountInString(w)
	switch {
	case address:
		return addressWeight
	case unicode.IsDigit(first(w)):
		return numberWeight
	case n < 4:
		return 1
	}
	return min(n-2, longestWeight)
}

// stem returns the first letters of a word in lower case; numbers and addresses
// whole.
func stem(w string, address bool) string {
	if address {
		return w
	}
	lower := make([]rune, 0, stemLength)
	for i, r := range w {
		if i == 0 && unicode.IsDigit(r) {
			return noCents(w)
		}
		if len(lower) == stemLength {
			break
		}
		lower = append(lower, unicode.ToLower(r))
	}
	return string(lower)
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// otherNumbers reports whether both bags hold numbers and none of them in common.
func (b bag) otherNumbers(c bag) bool {
	mine, theirs := map[uint64]bool{}, 0
	for _, w := range b.words {
		if w.number {
			mine[w.hash] = true
		}
	}
	for _, w := range c.words {
		if w.number {
			if theirs++; mine[w.hash] {
				return false
			}
		}
	}
	return len(mine) > 0 && theirs > 0
}

// noCents makes "128,00" the number that "128" is.
func noCents(w string) string {
	for _, end := range []string{",00", ".00"} {
		if rest, ok := strings.CutSuffix(w, end); ok {
			return rest
		}
	}
	return w
}

// common returns the weight of the words that both bags hold.
func (b bag) common(c bag) int {
	sum := 0
	for i, j := 0, 0; i < len(b.words) && j < len(c.words); {
		switch x, y := b.words[i], c.words[j]; {
		case x.hash < y.hash:
			i++
		case x.hash > y.hash:
			j++
		default:
			sum += min(x.weight, y.weight)
			i, j = i+1, j+1
		}
	}
	return sum
}

// without returns the words of b that c does not hold.
func (b bag) without(c bag) bag {
	var rest bag
	j := 0
	for _, w := range b.words {
		for j < len(c.words) && c.words[j].hash < w.hash {
			j++
		}
		if j < len(c.words) && c.words[j].hash == w.hash {
			j++
			continue
		}
		rest.words = append(rest.words, w)
		rest.weight += w.weight
	}
	rest.count = len(rest.words)
	return rest
}

// similar returns how alike two texts are, from 0 to 1.
func (b bag) similar(c bag) float64 {
	if b.weight+c.weight == 0 {
		return 0
	}
	return 2 * float64(b.common(c)) / float64(b.weight+c.weight)
}

// within returns which part of b is in c, from 0 to 1.
func (b bag) within(c bag) float64 {
	if b.weight == 0 {
		return 0
	}
	return float64(b.common(c)) / float64(b.weight)
}

// eachWord calls f for each run of letters, marks and digits. A number keeps the
// points and commas inside it; an address of a link, from "](" to its end or to
// a blank, is one word.
func eachWord(text string, f func(w string, address bool)) {
	for i := 0; i < len(text); {
		if i > 1 && text[i-2:i] == "](" {
			if end := addressEnd(text, i); end > i {
				f(text[i:end], true)
				i = end
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			i += size
			continue
		}
		end := wordEnd(text, i)
		f(text[i:end], false)
		i = end
	}
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func addressEnd(text string, i int) int {
	for i < len(text) && text[i] != ')' && text[i] != ' ' && text[i] != '\n' {
		i++
	}
	return i
}

// wordEnd returns where the word that begins at i ends. In scripts that put no
// blanks between words, each ideograph or kana is one.
func wordEnd(text string, i int) int {
	first, size := utf8.DecodeRuneInString(text[i:])
	i += size
	if ideographic(first) {
		return i
	}
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case ideographic(r):
			return i
		case inWord(r):
		case (r == '.' || r == ',') && unicode.IsDigit(first) && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9':
		default:
			return i
		}
		i += size
	}
	return i
}

func ideographic(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

// trigrams returns how many groups of three letters two short texts share, as
// Dice's coefficient: a typo in a heading of two words changes half its words.
func trigrams(a, b string) float64 {
	x, y := grams(a), grams(b)
	if len(x)+len(y) == 0 {
		return 0
	}
	have := map[[3]rune]int{}
	for _, g := range x {
		have[g]++
	}
	n := 0
	for _, g := range y {
		if have[g] > 0 {
			have[g]--
			n++
		}
	}
	return 2 * float64(n) / float64(len(x)+len(y))
}

func grams(s string) [][3]rune {
	padded := []rune{' '}
	for _, r := range s {
		padded = append(padded, unicode.ToLower(r))
	}
	padded = append(padded, ' ')
	var out [][3]rune
	for i := 0; i+3 <= len(padded); i++ {
		out = append(out, [3]rune(padded[i:i+3]))
	}
	return out
}
