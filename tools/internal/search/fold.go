package search

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// query.js does the same as this file, line by line; TestScriptReadsAlike holds
// the two together.

// words finds numbers with their separators, and words. A soft hyphen and an
// apostrophe are part of a word.
var words = regexp.MustCompile(`[0-9]+(?:[.,'’\x{a0}\x{202f}][0-9]+)*|[\p{L}\p{M}\p{N}\x{ad}]+(?:['’][\p{L}\p{M}]+)*`)

// tokens returns the keys of a text, in order, stop words included.
func (r *Rules) tokens(text string) []string {
	var keys []string
	for _, w := range words.FindAllString(text, -1) {
		keys = append(keys, r.keys(w)...)
	}
	return keys
}

// keys returns what stands for a word in the index: its stem, or of a number its
// digits, in one piece if its separators allow.
func (r *Rules) keys(word string) []string {
	if word[0] >= '0' && word[0] <= '9' {
		return numberKeys(word)
	}
	return []string{r.stem(r.fold(word))}
}

var accents = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ς", "σ", "\u00ad", "", "’", "'")

// fold makes the spellings of a word one: case, accents, and in German ä, ae and
// a. It returns only letters, digits and apostrophes.
func (r *Rules) fold(word string) string {
	s := word
	if !ascii(word) {
		s = strings.Map(func(c rune) rune {
			if unicode.Is(unicode.Mn, c) {
				return -1
			}
			return c
		}, norm.NFD.String(word))
	}
	s = accents.Replace(strings.ToLower(s))
	if i := strings.IndexByte(s, '\''); i >= 0 {
		s = strings.TrimSuffix(s, "'s")
		s = strings.ReplaceAll(s, "'", "")
	}
	if r.Umlauts {
		s = joinTriples(joinUmlauts(s))
	}
	return s
}

// joinTriples writes "Schifffahrt" as it was spelled before 1996: three of a letter
// at a seam are two.
func joinTriples(s string) string {
	for i := 2; i < len(s); i++ {
		if s[i] == s[i-1] && s[i] == s[i-2] && s[i] >= 'a' && s[i] <= 'z' {
			s = s[:i] + s[i+1:]
			i--
		}
	}
	return s
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// joinUmlauts makes ae, oe and ue one letter. "ue" after a, e or q is none:
// "Mauer", "neue", "Quelle".
func joinUmlauts(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "ae", "a"), "oe", "o")
	if !strings.Contains(s, "ue") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == 'e' && i > 0 && s[i-1] == 'u' && (i == 1 || !strings.ContainsRune("aeq", rune(s[i-2]))) {
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// stem takes endings off a folded word until none is left or three letters are.
func (r *Rules) stem(w string) string {
	for again := true; again; {
		again = false
		for _, rule := range r.Stem {
			rest, ok := strings.CutSuffix(w, rule[0])
			if !ok || len(rest) < 3 || len(rule) > 2 && strings.IndexByte(rule[2], rest[len(rest)-1]) < 0 {
				continue
			}
			w, again = rest+rule[1], true
			break
		}
	}
	return w
}

var separators = regexp.MustCompile(`[.,'’\x{a0}\x{202f}]`)

// numberKeys returns a number without what groups its digits and with a point
// before its decimals, in any language: 1.234,5 and 1,234.5 are the same. Digits
// that are no number, say a date's, are keys of their own.
func numberKeys(word string) []string {
	parts, marks := separators.Split(word, -1), separators.FindAllString(word, -1)
	n := len(marks)
	whole, decimals := parts, ""
	if n > 1 && marks[n-1] != marks[n-2] || n == 1 && (len(parts[1]) != 3 || parts[0] == "0" || len(parts[0]) > 3) {
		whole, decimals = parts[:n], "."+parts[n]
	}
	for i, part := range whole {
		if i > 0 && len(part) != 3 || i == 0 && len(whole) > 1 && len(part) > 3 {
			return trimZeros(parts)
		}
	}
	return []string{strings.Join(whole, "") + decimals}
}

func trimZeros(parts []string) []string {
	for i, p := range parts {
		if len(p) == 2 {
			parts[i] = strings.TrimPrefix(p, "0")
		}
	}
	return parts
}
