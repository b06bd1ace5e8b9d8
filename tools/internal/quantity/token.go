package quantity

import "unicode/utf8"

// token is a word, a numeral or a sign of a cluster.
type token struct {
	start, end int
	kind       tokenKind
	space      bool  // white space stands before it
	breaks     bool  // and a line break among it
	caps       caps  // of a word
	word       *word // what the tables say of a word or sign; never nil
	made       sense // what compound.go made of it
	num        numeral
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

var unknown = &word{}

// is reports whether a token can be of a class.
func (t *token) is(c class) bool { return t.word.is.has(c) || t.made.class == c && c != cNone }

// in reports whether it can be of any of them.
func (t *token) in(s classSet) bool { return t.word.is.meets(s) || s.has(t.made.class) }

// anchor reports whether the scanner would stop at the token.
func (t *token) anchor() bool { return t.kind == numberToken || t.in(anchors) || t.made.class != cNone }

// as returns what the token means as a member of a class.
func (t *token) as(c class) sense {
	if t.made.class == c {
		return t.made
	}
	return t.word.sense(c)
}

// lexer turns text into tokens, from an offset on.
type lexer struct {
	*lexicon
	input string
	swiss bool
	key   [2 * longest]byte
}

// next reads the token at or behind i; false at the end of the text.
func (l *lexer) next(i int, t *token) (int, bool) {
	*t = token{word: unknown}
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
		t.num, t.end = numeralAt(text, i, l.swiss, l.lang == "de")
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
	t.end = wordEnd(text, t.start)
	if t.end-t.start == 1 {
		if end := dotted(text, t.start); end > 0 {
			t.end = end
			t.word = l.lookup(withoutDots(l.key[:0], text[t.start:end]))
			t.caps = allCaps
			return
		}
	}
	w := text[t.start:t.end]
	t.caps = capitals(w)
	if t.end < len(text) && text[t.end] == '$' { // US$
		s := l.signs[text[t.start:t.end+1]]
		if s == nil && t.end-t.start == 3 {
			s = l.signs[upper3(text[t.start:t.end])+"$"] // usd$
		}
		if s != nil {
			t.end, t.word, t.kind = t.end+1, s, signToken
			return
		}
	}
	key, ok := fold(l.key[:0], w)
	if !ok {
		return
	}
	t.word = l.lookup(key)
	if t.word == unknown && len(key) >= 5 {
		t.made = l.compoundOf(key)
	}
}

// compoundOf takes a word apart, if its beginning is that of a number.
func (l *lexer) compoundOf(key []byte) sense {
	if !l.mayCompound(key) {
		return sense{}
	}
	return l.compound(string(key))
}

func (l *lexer) lookup(key []byte) *word {
	if l.keys.has(hashKey(key)) {
		if w := l.words[string(key)]; w != nil {
			return w
		}
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
	_, n := utf8.DecodeRuneInString(l.input[t.start:])
	t.end = t.start + n
	s := l.input[t.start:t.end]
	if w := l.signs[s]; w != nil {
		t.word = w
	} else if w := l.words[s]; w != nil {
		t.word = w
	}
	if s == "°" || s == "º" {
		if end := t.end + 1; end <= len(l.input) {
			if w := l.signs[l.input[t.start:end]]; w != nil && (end == len(l.input) || letter(l.input[end:]) == 0) {
				t.end, t.word = end, w
			}
		}
	}
}
