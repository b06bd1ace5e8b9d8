package quantity

import "strings"

// German writes a number below a million as one word, and goes on from there:
// zweihundertfünfzig, fünfundzwanzigster, dreieinhalb, zehnprozentig, verdreifacht,
// Viertelmillion, Milliardenumsatz. A word that is not in the tables is taken apart
// from the left: a number, then one of the endings that the tables call suffixes.
// If letters are left over, it is not a number: "Dreieck", "Achtung".

// compound reads a word's key; its class is cNone if it is no number.
func (x *lexicon) compound(key string) sense {
	if x.lang != "de" {
		return x.englishCompound(key)
	}
	if rest, ok := strings.CutPrefix(key, "ver"); ok {
		if v, rest, ok := x.cardinal(rest); ok && x.suffix(rest) == "fold" {
			return sense{class: cMultiple, value: v}
		}
		return sense{}
	}
	if s := x.vagueCompound(key); s.class != cNone {
		return s
	}
	v, rest, ok := x.amount(key)
	if !ok {
		return sense{}
	}
	return x.ending(v, rest)
}

// englishCompound reads tenfold, sixfold.
func (x *lexicon) englishCompound(key string) sense {
	head, ok := strings.CutSuffix(key, "fold")
	if !ok {
		return sense{}
	}
	if w := x.find(head); w != nil && w.is.has(cCard) {
		return sense{class: cMultiple, value: whole(uint64(w.senses[0].n))}
	}
	return sense{}
}

// broken is a part of a whole that a compound names.
type broken struct {
	word string
	v    Decimal
}

// What a compound can begin with besides a cardinal, and what may follow one.
var (
	compoundHeads = [...]broken{
		{"anderthalb", tenth(15)}, {"eineinhalb", tenth(15)}, {"einundeinhalb", tenth(15)}, {"halb", tenth(5)},
		{"dreiviertel", hundredth(75)}, {"viertel", hundredth(25)},
	}
	compoundParts = [...]broken{
		{"undeinhalb", tenth(5)}, {"einhalb", tenth(5)}, {"einviertel", hundredth(25)}, {"dreiviertel", hundredth(75)},
	}
)

// amount reads the number at the front: a cardinal, a half more, quarters.
func (x *lexicon) amount(key string) (Decimal, string, bool) {
	for i := range compoundHeads {
		h := &compoundHeads[i]
		if rest, ok := strings.CutPrefix(key, h.word); ok && rest != "" {
			return h.v, rest, true
		}
	}
	v, rest, ok := x.cardinal(key)
	if !ok {
		if _, ok := x.magnitude(key); ok {
			return whole(1), key, true
		}
		return v, rest, false
	}
	for i := range compoundParts {
		m := &compoundParts[i]
		if more, ok := strings.CutPrefix(rest, m.word); ok {
			return v.sum(m.v), more, true
		}
	}
	return v, rest, true
}

func tenth(n uint64) Decimal     { return Decimal{lo: n, exp: -1, given: true} }
func hundredth(n uint64) Decimal { return Decimal{lo: n, exp: -2, given: true} }

// ending decides by what follows the number.
func (x *lexicon) ending(v Decimal, rest string) sense {
	switch x.suffix(rest) {
	case "":
	case "ordinal":
		if v.exp >= 0 && v.den == 0 {
			return sense{class: cOrdinal, value: v}
		}
		return sense{}
	case "fraction":
		return sense{class: cFraction, value: v}
	case "times", "fold":
		return sense{class: cMultiple, value: v}
	case "percent":
		return sense{class: cPercentWord, value: v}
	case "heads":
		return sense{class: cHeads, value: v}
	case "decade":
		if v.exp == 0 && v.lo%10 == 0 && v.lo < 100 {
			return sense{class: cDecadeWord, n: int(v.lo)}
		}
		return sense{}
	default:
		return sense{class: cLasts, value: v, name: x.suffix(rest)}
	}
	if rest == "" {
		return sense{class: cNumeral, value: v}
	}
	if power, ok := x.magnitude(rest); ok {
		tail := rest[x.magnitudeLen(rest):]
		switch {
		case tail == "" || tail == "en":
			return sense{class: cNumeral, value: v.Shift(power)}
		case x.suffix(strings.TrimPrefix(tail, "en")) == "ordinal":
			return sense{class: cOrdinal, value: v.Shift(power)}
		case x.suffix(tail) == "fraction":
			return sense{class: cFraction, value: v.Shift(power)}
		}
		return sense{}
	}
	if s := x.afterHundred(v, rest); s.class != cNone {
		return s
	}
	if w := x.find(rest); w != nil && w.is.has(cTime) && v.exp < 0 {
		return sense{class: cSpan, value: v, name: w.sense(cTime).name}
	}
	return x.share(v, rest)
}

// afterHundred reads the irregular ends of numbers above a hundred: einhunderteins,
// zweihunderterste, hundertachte.
func (x *lexicon) afterHundred(v Decimal, rest string) sense {
	n, w := v.whole(), x.find(rest)
	switch {
	case n%10 == 8 && n%100 != 18 && (rest == "e" || len(rest) == 2 && rest[0] == 'e' && (rest[1] == 'n' || rest[1] == 'r' || rest[1] == 's' || rest[1] == 'm')):
		return sense{class: cOrdinal, value: v}
	case n < 100 || n%100 != 0 || w == nil:
	case w.is.has(cOrdinal):
		return sense{class: cOrdinal, value: v.sum(whole(uint64(w.sense(cOrdinal).n)))}
	case rest == "eins" || w.is.has(cArticle) || w.is.has(cStem):
		return sense{class: cNumeral, value: v.sum(whole(1))}
	}
	return sense{}
}

// share reads the rest of Zweidrittelmehrheit.
func (x *lexicon) share(v Decimal, rest string) sense {
	for n := min(len(rest)-3, 12); n >= 6; n-- {
		if w := x.find(rest[:n]); w != nil && w.is.has(cFraction) && v.exp == 0 {
			return sense{class: cShare, value: v.over(uint64(w.sense(cFraction).n))}
		}
	}
	return sense{}
}

// vagueCompound reads Milliardenumsatz and Millionenstadt: a magnitude in the
// plural and at least three letters more.
func (x *lexicon) vagueCompound(key string) sense {
	power, ok := x.magnitude(key)
	if !ok {
		return sense{}
	}
	rest, plural := strings.CutPrefix(key[x.magnitudeLen(key):], "en")
	if !plural || len(rest) < 4 || x.suffix(rest) != "" {
		return sense{}
	}
	return sense{class: cVague, n: power}
}

// magnitude returns the power of ten of the magnitude at the front of a key, from
// a million up.
func (x *lexicon) magnitude(key string) (int, bool) {
	n := x.magnitudeLen(key)
	if n == 0 {
		return 0, false
	}
	stem := key[:n]
	if w := x.find(stem); w != nil && w.is.has(cMagnitude) {
		return w.sense(cMagnitude).n, true
	}
	return x.find(stem + "e").sense(cMagnitude).n, true // Milliard-
}

// magnitudeLen returns the length of that magnitude's stem: "million", "milliard".
func (x *lexicon) magnitudeLen(key string) int {
	i := strings.Index(key[:min(len(key), 14)], "illi")
	if i < 1 || i+6 > len(key) {
		return 0
	}
	for n := i + 6; n <= min(i+7, len(key)); n++ {
		stem := key[:n]
		if w := x.find(stem); w != nil && w.is.has(cMagnitude) {
			return n
		}
		if w := x.find(stem + "e"); w != nil && w.is.has(cMagnitude) {
			return n
		}
	}
	return 0
}

func (x *lexicon) suffix(s string) string {
	if w := x.find(s); w != nil && w.is.has(cSuffix) {
		return w.sense(cSuffix).name
	}
	return ""
}

// cardinal reads a whole number below a million at the front of a key and returns
// what is left.
func (x *lexicon) cardinal(key string) (Decimal, string, bool) {
	n, rest, ok := x.belowThousand(key)
	if !ok {
		rest = key
	}
	after, thousand := strings.CutPrefix(rest, "tausend")
	if !thousand {
		return whole(n), rest, ok
	}
	n = max(n, 1) * 1000
	after = withoutAnd(after)
	if more, rest, ok := x.belowThousand(after); ok {
		return whole(n + more), rest, true
	}
	return whole(n / 1000).Shift(3), after, true
}

// belowThousand reads, besides, the hundreds above ten in which years are spoken:
// neunzehnhundertvierundachtzig.
func (x *lexicon) belowThousand(key string) (uint64, string, bool) {
	n, rest, ok := x.belowHundred(key)
	if !ok {
		n, rest = 1, key
	}
	after, hundred := strings.CutPrefix(rest, "hundert")
	if !hundred {
		return n, rest, ok
	}
	n *= 100
	after = withoutAnd(after)
	if more, rest, ok := x.belowHundred(after); ok {
		return n + more, rest, true
	}
	return n, after, true
}

// withoutAnd passes over the und of hundertundeins, but not that of the half.
func withoutAnd(s string) string {
	if rest, ok := strings.CutPrefix(s, "und"); ok && !strings.HasPrefix(rest, "einhalb") {
		return rest
	}
	return s
}

// belowHundred reads units, teens, tens, and units with tens.
func (x *lexicon) belowHundred(key string) (uint64, string, bool) {
	n, rest := x.morpheme(key)
	if rest == key {
		return 0, key, false
	}
	if n < 10 && n > 0 {
		if after, ok := strings.CutPrefix(rest, "und"); ok {
			if tens, left := x.morpheme(after); left != after && tens >= 20 {
				return n + tens, left, true
			}
		}
		if strings.HasPrefix(rest, "halb") { // eineinhalb is not 1 and ein-
			return 0, key, false
		}
	}
	if n == 1 && (rest == "" || !strings.HasPrefix(key, "eins") && !x.continues(rest)) {
		return 0, key, false // ein, einer
	}
	return n, rest, true
}

// continues reports whether what follows "ein" makes it a number.
func (x *lexicon) continues(rest string) bool {
	for _, s := range [...]string{"hundert", "tausend", "mal", "fach", "jaehrig", "monatig", "woechig", "taegig", "stuendig", "minuetig", "prozentig", "einhalb", "undeinhalb"} {
		if strings.HasPrefix(rest, s) {
			return true
		}
	}
	return false
}

// morpheme returns the longest cardinal word at the front of a key.
func (x *lexicon) morpheme(key string) (uint64, string) {
	for n := min(len(key), 9); n >= 3; n-- {
		if w := x.find(key[:n]); w != nil && (w.is.has(cCard) || w.is.has(cStem)) {
			if w.is.has(cStem) {
				return 1, key[n:]
			}
			return uint64(w.sense(cCard).n), key[n:]
		}
	}
	return 0, key
}

// sense returns the first meaning of a class; one without a class if there is none.
func (w *word) sense(c class) *sense {
	for i := range w.senses {
		if s := &w.senses[i]; s.class == c {
			return s
		}
	}
	return unmade
}
