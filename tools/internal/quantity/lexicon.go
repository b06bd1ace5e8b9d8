package quantity

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed tables/*.tsv
var tables embed.FS

// A lexicon is the words of one language: which classes each has, which sequences
// of words mean one thing (US dollar, more than), and a filter that tells from
// three bytes that a word cannot be an anchor. It is made once and only read.
type lexicon struct {
	lang    string
	words   index                      // by key: folded, see fold.go
	signs   index                      // units' signs and currency codes, case as written
	made    int32                      // words and signs so far
	ascii   [0x80]*word                // the signs of one byte among them
	codes   [longestCode + 1][256]bool // the first bytes of currencies' codes and signs, by length
	anchors bitSet                     // filter.go
	stems   bitSet
}

// word is one form and everything it can mean.
type word struct {
	id     int32
	is     classSet
	dates  readers // the readers of dates that may begin with it
	senses []sense

	before   []phrase // approximators before a figure that end with it,
	after    []phrase // those behind one that begin with it,
	sequence []phrase // and so units and currencies of several words
}

// sense is one meaning: its class and its row's value.
type sense struct {
	class class
	n     int     // a number, a power of ten, a code
	value Decimal // where n cannot hold it
	name  string  // an id, a code, a part
}

// phrase is a sequence of words that means one thing.
type phrase struct {
	ids []int32
	sense
	approx Approx
}

var lexicons = map[string]func() *lexicon{
	"de": sync.OnceValue(func() *lexicon { return newLexicon("de") }),
	"en": sync.OnceValue(func() *lexicon { return newLexicon("en") }),
}

// newLexicon reads the tables. They are part of the program: a fault in them is
// one of the program, and a test reads them all.
func newLexicon(lang string) *lexicon {
	x := &lexicon{lang: lang}
	x.rows(lang+".tsv", 3, func(f []string) { x.general(f[0], f[1], f[2]) })
	x.rows("units.tsv", 3, func(f []string) { x.unit(f[0], f[1], f[2]) })
	x.rows("currencies.tsv", 5, func(f []string) { x.currency(f[0], f[1], f[2], f[3], f[4]) })
	x.rows("labels.tsv", 3, func(f []string) {
		if f[1] == "*" || f[1] == lang {
			x.general(f[0], "0", f[2])
		}
	})
	x.rows("approximators.tsv", 4, func(f []string) {
		if f[0] == lang {
			x.approximator(f[1], f[2], f[3])
		}
	})
	x.fill()
	for c := range x.ascii {
		s := string(rune(c))
		if x.ascii[c] = x.signs.get(s); x.ascii[c] == nil {
			x.ascii[c] = x.words.get(s)
		}
	}
	for i := range x.words.entries {
		x.words.entries[i].word.begin()
	}
	for i := range x.signs.entries {
		x.signs.entries[i].word.begin()
	}
	return x
}

func (x *lexicon) rows(file string, columns int, row func([]string)) {
	text, err := tables.ReadFile("tables/" + file)
	if err != nil {
		panic(err)
	}
	for n, line := range strings.Split(string(text), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != columns {
			panic(fmt.Sprintf("%s:%d: %d columns, not %d", file, n+1, len(fields), columns))
		}
		row(fields)
	}
}

// general reads a row of the language's own table.
func (x *lexicon) general(name, value, forms string) {
	c, ok := classNames[name]
	if !ok {
		panic("no class " + name)
	}
	s := sense{class: c, name: value}
	if n, err := strconv.Atoi(value); err == nil {
		s.n = n
	} else if d, ok := ParseDecimal(value); ok {
		s.value = d
	}
	for _, form := range strings.Fields(forms) {
		for _, w := range expand(form) {
			x.add(w, s)
		}
	}
}

// unit reads a row of units.tsv.
func (x *lexicon) unit(id, lang, forms string) {
	exact := lang == "*!"
	if !exact && lang != "*" && lang != x.lang {
		return
	}
	for _, form := range strings.Fields(forms) {
		for _, w := range expand(form) {
			if exact {
				x.sign(w, sense{class: cSign, name: id})
			} else {
				x.add(w, sense{class: cUnit, name: id})
			}
		}
	}
}

// currency reads a row of currencies.tsv.
func (x *lexicon) currency(code, lang, scale, place, forms string) {
	if lang != "*" && lang != x.lang {
		return
	}
	n, err := strconv.Atoi(scale)
	if err != nil {
		panic(err)
	}
	s := sense{class: map[string]class{"word": cCurrency, "sign": cCurrencySign, "code": cCurrencyCode}[place], n: n, name: code}
	for _, form := range strings.Fields(forms) {
		for _, w := range expand(form) {
			if code == "ISO" {
				s.name = w
			}
			if place == "word" {
				x.add(w, s)
			} else {
				x.sign(w, s)
				x.code(w)
			}
		}
	}
}

// add gives a form, which may be of several words joined by "+" or hyphens, a
// meaning.
func (x *lexicon) add(form string, s sense) {
	parts := strings.FieldsFunc(form, func(r rune) bool { return r == '+' || r == '-' })
	if len(parts) < 2 {
		w := x.word(foldString(form))
		w.senses = append(w.senses, s)
		w.is.add(s.class)
		return
	}
	first := x.word(foldString(parts[0]))
	ids := make([]int32, len(parts))
	for i, p := range parts {
		ids[i] = x.word(foldString(p)).id
	}
	first.sequence = append(first.sequence, phrase{ids: ids, sense: s})
}

func (x *lexicon) sign(form string, s sense) {
	w := x.signs.get(form)
	if w == nil {
		w = x.newWord()
		x.signs.put(form, w)
	}
	w.senses = append(w.senses, s)
	w.is.add(s.class)
}

// find returns the word of a key, or nil.
func (x *lexicon) find(key string) *word {
	return x.words.get(key)
}

// begin notes which readers may begin with a word.
func (w *word) begin() {
	for c := range classes {
		if w.is.has(c) {
			w.dates |= startsOf.class[c]
		}
	}
}

func (x *lexicon) newWord() *word {
	x.made++
	return &word{id: x.made}
}

func (x *lexicon) word(key string) *word {
	w := x.words.get(key)
	if w == nil {
		w = x.newWord()
		x.words.put(key, w)
	}
	return w
}

func (x *lexicon) approximator(name, place, phrases string) {
	a, ok := ParseApprox(name)
	if !ok {
		panic("no approximator " + name)
	}
	for _, p := range strings.Split(phrases, "; ") {
		fields := strings.Fields(p)
		ids := make([]int32, len(fields))
		for i, w := range fields {
			ids[i] = x.word(foldString(w)).id
		}
		if place == "before" {
			last := x.word(foldString(fields[len(fields)-1]))
			last.before = append(last.before, phrase{ids: ids, approx: a})
		} else {
			first := x.word(foldString(fields[0]))
			first.after = append(first.after, phrase{ids: ids, approx: a})
		}
	}
}

// expand writes out a form of the tables: "halb(e,er)" is halb, halbe and halber;
// "halb[e,er]" is halbe and halber.
func expand(form string) []string {
	i := strings.IndexAny(form, "([")
	if i < 0 {
		return []string{form}
	}
	j := i + strings.IndexAny(form[i:], ")]")
	var all []string
	if form[i] == '(' {
		all = append(all, form[:i]+form[j+1:])
	}
	for _, ending := range strings.Split(form[i+1:j], ",") {
		all = append(all, form[:i]+ending+form[j+1:])
	}
	if rest := form[j+1:]; strings.ContainsAny(rest, "([") { // two groups: "indisch[e,er]+Rupie(n)"
		var both []string
		for _, a := range all {
			both = append(both, expand(a)...)
		}
		return both
	}
	return all
}
