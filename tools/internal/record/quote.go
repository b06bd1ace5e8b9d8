package record

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Does a quotation contain a value? This reads numbers in English and German
// prose as well as a careful person skims: digits in either notation, magnitude
// words, percent, the number words up to a hundred. Where a notation can mean
// two things ("1.500", German "Billion") both count, for the finding is a
// warning and must not cry wolf.

// number is what stands at one place of a quotation: all that it could mean.
type number struct {
	values []*big.Rat
	powers []int // of the magnitude after it; for the number before, if that has none
}

// quotes reports whether a quotation in a language contains an exact decimal.
func quotes(quote, lang, value string) bool {
	want, ok := new(big.Rat).SetString(strings.TrimPrefix(value, "-")) // a fall is told in words
	if !ok || !strings.HasPrefix(lang, "de") && !strings.HasPrefix(lang, "en") {
		return true
	}
	words := split(quote)
	var earlier number
	for i := 0; i < len(words); {
		n, taken := read(words[i:], lang)
		if taken == 0 {
			if !joins[words[i]] {
				earlier = number{}
			}
			i++
			continue
		}
		i += taken
		if n.says(want) || len(earlier.powers) == 0 && earlier.scaled(n.powers).says(want) {
			return true
		}
		earlier = n
	}
	return false
}

// joins are what may stand between two numbers that share a magnitude: "2.5 to 3
// billion".
var joins = map[string]bool{"to": true, "bis": true, "and": true, "und": true, "or": true, "oder": true, "-": true, "–": true, "—": true}

func (n number) says(want *big.Rat) bool {
	for _, v := range n.values {
		if v.Cmp(want) == 0 {
			return true
		}
	}
	return false
}

func (n number) scaled(powers []int) number {
	var s number
	for _, v := range n.values {
		for _, p := range powers {
			factor := new(big.Rat).SetInt(power(max(p, -p)))
			if p < 0 {
				factor.Inv(factor)
			}
			s.values = append(s.values, factor.Mul(factor, v))
		}
	}
	return s
}

// read reads the number at the beginning of words and returns how many words it
// took; 0 if there is none.
func read(words []string, lang string) (number, int) {
	n, taken := number{values: digits(words[0])}, 1
	if n.values == nil {
		if v, ok := spelled(words[0]); ok {
			n.values = []*big.Rat{v}
		} else if articles[words[0]] && len(words) > 1 && (magnitudes[words[1]] != nil || words[1] == "halbe" || words[1] == "halben") {
			n.values = []*big.Rat{big.NewRat(1, 1)}
			if v, ok := spelled(words[1]); ok {
				n.values, taken = []*big.Rat{v}, 2
			}
		} else if p := magnitudes[words[0]]; p != nil && words[0] != "millions" && words[0] != "billions" {
			n.values, taken = []*big.Rat{big.NewRat(1, 1)}, 0 // "hundred million"
		} else {
			return number{}, 0
		}
	}
	if words[0] == "half" && len(words) > 1 && (words[1] == "a" || words[1] == "an") {
		taken = 2
	}
	for range mostMagnitudes {
		if taken+1 < len(words) && words[taken] == "-" && magnitudes[words[taken+1]] != nil {
			taken++ // "34-Milliarden-Dollar"
		}
		if taken == len(words) {
			break
		}
		if p := magnitudes[words[taken]]; p != nil {
			p = ofLanguage(p, lang)
			n, taken = number{n.scaled(p).values, p}, taken+1
			continue
		}
		if p := abbreviations[words[taken]]; p != nil {
			return number{append(n.scaled(p).values, n.values...), p}, taken + 1
		}
		break
	}
	return n, taken
}

// mostMagnitudes may follow one number: "two hundred thousand million".
const mostMagnitudes = 3

// ofLanguage chooses between the short scale of English and the long one of
// German where a word has both: an English billion is a German Milliarde.
func ofLanguage(powers []int, lang string) []int {
	if len(powers) > 1 && strings.HasPrefix(lang, "en") {
		return powers[:1]
	}
	return powers[len(powers)-1:]
}

// spelled reads a number word, also "twenty-five", "fünfundzwanzig" and
// "dreihundert".
func spelled(w string) (*big.Rat, bool) {
	if s, ok := numberWords[w]; ok {
		return new(big.Rat).SetString(s)
	}
	for _, of := range []string{"tausend", "hundert"} {
		if head, ok := strings.CutSuffix(w, of); ok && numberWords[head] != "" {
			v, _ := new(big.Rat).SetString(numberWords[head])
			return v.Mul(v, new(big.Rat).SetInt(power(magnitudes[of][0]))), true
		}
	}
	one, ten, ok := strings.Cut(w, "und")
	if !ok {
		ten, one, ok = strings.Cut(w, "-")
	}
	if one == "ein" {
		one = "eins"
	}
	a, okA := new(big.Rat).SetString(numberWords[one])
	b, okB := new(big.Rat).SetString(numberWords[ten])
	if !ok || !okA || !okB {
		return nil, false
	}
	return a.Add(a, b), true
}

// digits reads "1,234.5", "1.234,5", "24,99", "1 000 000" and returns every
// reading that makes sense.
func digits(w string) []*big.Rat {
	if w == "" || w[0] < '0' || w[0] > '9' || len(w) > 2*most {
		return nil // longer than any value, with its separators
	}
	var all []*big.Rat
	for _, point := range []string{".", ","} {
		group := strings.Trim(".,", point)
		whole, fraction, has := strings.Cut(w, point)
		if strings.Contains(fraction, point) || strings.Contains(fraction, group) || !grouped(whole, group) {
			continue
		}
		s := strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(whole, group, ""), " ", ""), "'", "")
		if has {
			s += "." + fraction
		}
		if v, ok := new(big.Rat).SetString(s); ok {
			all = append(all, v)
		}
	}
	return all
}

// grouped reports whether the digits of s are in threes, if separated at all.
func grouped(s, group string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(group+" '", r) })
	for i, p := range parts {
		if !isDigits(p) || i > 0 && len(p) != 3 {
			return false
		}
	}
	return len(parts) > 0 && (len(parts) == 1 || len(parts[0]) <= 3)
}

// split takes a quotation apart: numerals with their separators, words in small
// letters, dashes. Currency signs, percent signs and the rest separate, and so
// does the hyphen of "five-year" and "34-Milliarden-Dollar", but not that of
// "twenty-five".
func split(quote string) []string {
	var words []string
	for s := quote; s != ""; {
		r, size := utf8.DecodeRuneInString(s)
		n := size
		switch {
		case r >= '0' && r <= '9':
			n = numeral(s)
			words = append(words, strings.Map(plainSeparator, s[:n]))
		case unicode.IsLetter(r):
			for n < len(s) {
				r, size := utf8.DecodeRuneInString(s[n:])
				next, _ := utf8.DecodeRuneInString(s[n+size:])
				if !unicode.IsLetter(r) && (r != '-' || !unicode.IsLetter(next)) {
					break
				}
				n += size
			}
			words = append(words, compound(strings.ToLower(s[:n]))...)
		case r == '-' || r == '–' || r == '—':
			words = append(words, string(r))
		}
		s = s[n:]
	}
	return words
}

// compound takes a word apart at its hyphens, if it is no number as a whole.
func compound(w string) []string {
	if _, ok := spelled(w); ok {
		return []string{w}
	}
	var parts []string
	for i, part := range strings.Split(w, "-") {
		if i > 0 {
			parts = append(parts, "-")
		}
		parts = append(parts, part)
	}
	return parts
}

func plainSeparator(r rune) rune {
	switch r {
	case '’':
		return '\''
	case '\u00a0', '\u202f':
		return ' '
	}
	return r
}

// numeral returns how long the numeral at the beginning of s is. A separator
// belongs to it if a digit follows; a space, if it stands between groups of
// three, unlike that in "2021 100 million".
func numeral(s string) int {
	n, group := 0, 0 // group counts the digits since the last separator
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r >= '0' && r <= '9' {
			n, group = n+1, group+1
			continue
		}
		run := 0 // digits behind a separator; beyond three, how many is all the same
		for rest := s[n+size:]; run < min(len(rest), 4) && rest[run] >= '0' && rest[run] <= '9'; run++ {
			continue
		}
		switch {
		case (r == '.' || r == ',' || r == '\'' || r == '’') && run > 0:
		case (r == ' ' || r == '\u00a0' || r == '\u202f') && run == 3 && group <= 3:
		default:
			return n
		}
		n, group = n+size, 0
	}
	return n
}
