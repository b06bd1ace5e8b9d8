package quantity

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// The scanner goes over the text once. It stops at anchors only: digits, and words
// that a number or a date cannot be without. Around an anchor it makes a cluster of
// tokens, from a few words before it to a few behind the last anchor that follows,
// and hands it to the parser. Nothing looks further than a cluster, and a cluster
// is as long as the figures in it, so the time is linear in the text.

const (
	lookBack  = 8   // words before the first anchor of a cluster
	lookAhead = 9   // tokens behind its last
	mostWords = 400 // tokens, so that a table of numbers is not one cluster
)

type scanner struct {
	lexer
	parser
	starts [lookBack]int // where the last words began, as a ring
	words  int
}

// scanners that are done wait here with their tokens, so that a short text does not
// pay for room of its own.
var scanners = sync.Pool{New: func() any {
	s := new(scanner)
	s.nums, s.made = make([]numeral, 0, mostWords+1), make([]sense, 0, mostWords+1)
	return s
}}

func newScanner(x *lexicon, text string, o Options) *scanner {
	s := scanners.Get().(*scanner)
	*s = scanner{
		lexer:  lexer{lexicon: x, input: text, swiss: swiss(o.Lang), nums: s.nums, made: s.made},
		parser: parser{x: x, src: text, date: o.Date, monthFirst: monthFirst(o.Lang), toks: s.toks[:0]},
	}
	return s
}

// release gives a scanner back. It keeps nothing of the text.
func (s *scanner) release() {
	*s = scanner{lexer: lexer{nums: s.nums[:0], made: s.made[:0]}, parser: parser{toks: s.toks[:0]}}
	scanners.Put(s)
}

func swiss(lang string) bool {
	l := strings.ToLower(lang)
	return strings.HasSuffix(l, "-ch") || strings.HasSuffix(l, "-li") || strings.HasSuffix(l, "_ch")
}

func monthFirst(lang string) bool {
	l := strings.ToLower(lang)
	return strings.HasSuffix(l, "-us") || strings.HasSuffix(l, "_us")
}

// What a byte is to the scanner.
const (
	other = iota
	inWord
	digit
	latin1  // C2: two bytes, no letter
	general // E2, EF: three bytes, no letter
)

var kinds = func() (k [256]uint8) {
	for b := range k {
		switch {
		case b|0x20 >= 'a' && b|0x20 <= 'z', b > 0xC2:
			k[b] = inWord
		case b >= '0' && b <= '9':
			k[b] = digit
		}
	}
	k[0xC2], k[0xE2], k[0xEF] = latin1, general, general
	return k
}()

// run reads the whole text.
func (s *scanner) run() {
	text, n := s.input, len(s.input)
	for i := 0; i < n; {
		switch kinds[text[i]] {
		case digit:
			i = s.cluster(i)
		case inWord:
			if i+2 < n && s.may(text[i], text[i+1], text[i+2]) && s.anchor(i) {
				i = s.cluster(i)
				continue
			}
			s.starts[s.words%lookBack] = i
			s.words++
			for i++; i < n && kinds[text[i]] == inWord; i++ {
				continue
			}
		case latin1, general:
			if vulgar(text[i:]) > 0 {
				i = s.cluster(i)
				continue
			}
			i += int(kinds[text[i]]) - 1
		default:
			if text[i] == ':' && strings.HasPrefix(text[i:], "://") {
				i = addressEnd(text, i)
				continue
			}
			i++
		}
	}
}

// addressEnd returns where a web address ends: at white space or a bracket.
func addressEnd(text string, i int) int {
	for i < len(text) && text[i] > ' ' && !strings.ContainsRune("<>\"|", rune(text[i])) {
		i++
	}
	return i
}

// anchor reports whether the word at i can begin or be a figure or date.
func (s *scanner) anchor(i int) bool {
	key, ok := fold(s.key[:0], s.input[i:wordEnd(s.input, i)])
	if !ok || len(key) < 3 {
		return false
	}
	if w := s.lookup(key); w != unknown {
		return w.is.meets(anchors)
	}
	return s.compoundOf(key).class != cNone
}

// cluster reads the tokens around the anchor at i, has them parsed, and returns
// where to go on.
func (s *scanner) cluster(i int) int {
	at := s.signsBefore(i)
	if s.words > 0 {
		at = s.starts[max(0, s.words-lookBack)%lookBack]
	}
	s.toks, s.nums, s.made = s.toks[:0], s.nums[:0], s.made[:0]
	if at < i && strings.Contains(s.input[at:i], "\n\n") {
		at = at + strings.LastIndex(s.input[at:i], "\n\n")
	}
	quiet, from := 0, i
	for quiet < lookAhead && len(s.toks) < mostWords {
		s.toks = slices.Grow(s.toks, 1)[:len(s.toks)+1]
		t := &s.toks[len(s.toks)-1]
		end, ok := s.next(at, t)
		if !ok {
			s.toks = s.toks[:len(s.toks)-1]
			break
		}
		if t.breaks && t.start > i && paragraph(s.input[at:t.start]) {
			s.toks = s.toks[:len(s.toks)-1]
			break
		}
		if t.kind == signToken && s.input[t.start] == ':' && strings.HasPrefix(s.input[t.start:], "://") {
			end = addressEnd(s.input, t.start)
			t.end = end
		}
		at = end
		if t.start < i {
			continue
		}
		quiet++
		if t.anchor() {
			quiet = 0
		}
		from = end
	}
	s.parse()
	s.remember()
	return max(from, i+1)
}

// signsBefore returns where the signs begin that stand before the first words of a
// text: "$5", "(€ 3". A few are enough.
func (s *scanner) signsBefore(i int) int {
	at := i
	for at > max(s.done, i-8) && !strings.ContainsRune("\n0123456789", rune(s.input[at-1])) && kinds[s.input[at-1]] != inWord {
		at--
	}
	for at < i && !utf8.RuneStart(s.input[at]) {
		at++
	}
	return at
}

// paragraph reports whether a gap between words holds an empty line.
func paragraph(gap string) bool { return strings.Count(gap, "\n") > 1 }

// remember keeps the words at the end of a cluster for the look-back of the next.
func (s *scanner) remember() {
	s.words = 0
	first := len(s.toks)
	for first > 0 && first > len(s.toks)-lookBack && !s.toks[first-1].anchor() {
		first--
	}
	for k := first; k < len(s.toks); k++ {
		if t := &s.toks[k]; t.start >= s.done {
			s.starts[s.words%lookBack] = t.start
			s.words++
		}
	}
}
