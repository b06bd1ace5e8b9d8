package quantity

import "unicode/utf8"

// token is a word, a numeral or a sign of a cluster.
type token struct {
	start, end int
	kind       tokenKind
	space      bool     // white space stands before it
	breaks     bool     // and a line break among it
	caps       caps     // of a word
	set        classSet // what it can be
	word       *word    // what the tables say of a word or sign; never nil
	made       *sense   // what compound.go made of it; never nil
	num        *numeral // never nil
}

type tokenKind uint8

const (
	wordToken tokenKind = iota
	numberToken
	signToken
)

type caps uint8

const (
	small caps = iota
	initial
	allCaps
)

// What a token has that is no word of the tables, no compound, no numeral.
var (
	unknown   = &word{}
	unmade    = &sense{}
	noNumeral = &numeral{}
)

// is reports whether a token can be of a class.
func (t *token) is(c class) bool { return t.set.has(c) }

// in reports whether it can be of any of them.
func (t *token) in(s classSet) bool { return t.set.meets(s) }

// anchor reports whether the scanner would stop at the token.
func (t *token) anchor() bool { return t.kind == numberToken || t.in(anchors) || t.made.class != cNone }

// as returns what the token means as a member of a class; no sense if it is none.
func (t *token) as(c class) *sense {
	if t.made.class == c {
		return t.made
	}
	return t.word.sense(c)
}

// known gives a token its word.
func (t *token) known(w *word) { t.word, t.set = w, w.is }

// lexer turns text into tokens, from an offset on.
type lexer struct {
	*lexicon
	input string
	swiss bool
	key   [2 * longest]byte
	nums  []numeral // of the tokens of a cluster; they stay where they are
	made  []sense   // and the compounds
}

// next reads the token at or behind i; false at the end of the text.
func (l *lexer) next(i int, t *token) (int, bool) {
	*t = token{word: unknown, made: unmade, num: noNumeral}
	text := l.input
	for i < len(text) {
		if n := blank(text[i:]); n > 0 {
			t.space = true
			t.breaks = t.breaks || text[i] == '\n'
			i += n
			continue
		}
		if n := unseen(text[i:]); n > 0 {
			i += n
			continue
		}
		break
	}
	if i >= len(text) {
		return i, false
	}
	t.start = i
	switch {
	case digitAt(text, i):
		t.kind = numberToken
		l.nums = append(l.nums, numeral{})
		t.num = &l.nums[len(l.nums)-1]
		*t.num, t.end = numeralAt(text, i, l.swiss, l.lang == "de")
	case letter(text[i:]) > 0:
		l.readWord(t)
	default:
		l.readSign(t)
	}
	return t.end, true
}

// readWord reads a word, also an abbreviation such as U.S. or a.m.
func (l *lexer) readWord(t *token) {
	text := l.input
	key, plain := l.plainWord(t)
	if !plain {
		t.end = wordEnd(text, t.start)
		t.caps = capitals(text[t.start:t.end])
	}
	if t.end-t.start == 1 {
		if end := dotted(text, t.start); end > 0 {
			t.end = end
			t.known(l.lookup(withoutDots(l.key[:0], text[t.start:end])))
			t.caps = allCaps
			return
		}
	}
	if t.end < len(text) && text[t.end] == '$' { // US$
		s := l.signs.get(text[t.start : t.end+1])
		if s == nil && t.end-t.start == 3 {
			s = l.signs.get(upper3(text[t.start:t.end]) + "$") // usd$
		}
		if s != nil {
			t.end, t.kind = t.end+1, signToken
			t.known(s)
			return
		}
	}
	if !plain {
		var ok bool
		if key, ok = fold(l.key[:0], text[t.start:t.end]); !ok {
			return
		}
	}
	t.known(l.lookup(key))
	if t.word == unknown && len(key) >= 5 && l.mayCompound(key) {
		l.made = append(l.made, l.compound(string(key)))
		t.made = &l.made[len(l.made)-1]
		if t.made.class != cNone {
			t.set.add(t.made.class)
		}
	}
}

// plainWord reads a word of plain letters, as most are, in one go: its end, its
// capitals and its key. False for any other.
func (l *lexer) plainWord(t *token) ([]byte, bool) {
	text, i, n := l.input, t.start, 0
	lower := false // a small letter behind the first
	for i < len(text) && n < longest {
		c := text[i]
		small := c | 0x20
		if small < 'a' || small > 'z' {
			break
		}
		l.key[n] = small
		lower = lower || c == small && n > 0
		n, i = n+1, i+1
	}
	if n == 0 || n == longest || i < len(text) && (text[i] >= 0x80 || text[i] == '\'') {
		return nil, false
	}
	t.end = i
	if text[t.start] < 'a' {
		t.caps = allCaps
		if lower || n == 1 {
			t.caps = initial
		}
	}
	return l.key[:n], true
}

// compoundOf takes a word apart, if its beginning is that of a number.
func (l *lexer) compoundOf(key []byte) sense {
	if !l.mayCompound(key) {
		return sense{}
	}
	return l.compound(string(key))
}

func (l *lexer) lookup(key []byte) *word {
	if w := l.words.getBytes(key); w != nil {
		return w
	}
	return unknown
}

// dotted returns the end of an abbreviation of single letters with points between,
// or 0.
func dotted(text string, i int) int {
	n := 0
	for i+1 < len(text) && text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z' && text[i+1] == '.' {
		i += 2
		n++
	}
	if n == 1 && i < len(text) && text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z' && (i+1 == len(text) || letter(text[i+1:]) == 0) {
		return i + 1 // "a.m"
	}
	if n < 2 {
		return 0
	}
	return i
}

func withoutDots(buf []byte, s string) []byte {
	for _, c := range []byte(s) {
		if c != '.' {
			buf = append(buf, c|0x20)
		}
	}
	return buf
}

func capitals(w string) caps {
	r, n := utf8.DecodeRuneInString(w)
	upper := r >= 'A' && r <= 'Z' || r == 'Ä' || r == 'Ö' || r == 'Ü' || r == 'É'
	if !upper {
		return small
	}
	for _, r := range w[n:] {
		if r >= 'a' && r <= 'z' || r >= 0xDF && r <= 0xFF {
			return initial
		}
	}
	if n == len(w) {
		return initial
	}
	return allCaps
}

// readSign reads what is neither letter nor digit: one rune, or a run of currency
// signs that the tables have ("R$" was read as a word).
func (l *lexer) readSign(t *token) {
	t.kind = signToken
	if c := l.input[t.start]; c < 0x80 {
		t.end = t.start + 1
		if w := l.ascii[c]; w != nil {
			t.known(w)
		}
		return
	}
	_, n := utf8.DecodeRuneInString(l.input[t.start:])
	t.end = t.start + n
	s := l.input[t.start:t.end]
	if w := l.signs.get(s); w != nil {
		t.known(w)
	} else if w := l.words.get(s); w != nil {
		t.known(w)
	}
	if s == "°" || s == "º" {
		if end := t.end + 1; end <= len(l.input) {
			if w := l.signs.get(l.input[t.start:end]); w != nil && (end == len(l.input) || letter(l.input[end:]) == 0) {
				t.end = end
				t.known(w)
			}
		}
	}
}
