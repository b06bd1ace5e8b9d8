package cite

import (
	"strings"
	"unicode"

	"dossier/tools/internal/locale"
)

// title writes a title with the quotation marks of the page's language, outside
// and inside. The title of a work of its own has none outside, so that what it
// quotes takes the outer ones.
func title(s string, standalone bool, l *locale.Locale) string {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return ""
	}
	start, end, innerStart, innerEnd := l.Quotes()
	start, end = padded(start, end, l)
	innerStart, innerEnd = padded(innerStart, innerEnd, l)
	if standalone {
		return requote(s, start, end)
	}
	return start + requote(s, innerStart, innerEnd) + end
}

// padded sets guillemets off from the words, where a language does so.
func padded(start, end string, l *locale.Locale) (string, string) {
	if start != "«" && start != "‹" {
		return start, end
	}
	pad := layoutOf(l).pad
	return start + pad, pad + end
}

// Marks that titles come with. Straight ones open or close by what stands before
// them, guillemets by whether one is open: some languages write «so», others
// »so«, or with spaces. An apostrophe is a single mark that closes nothing.
const (
	opening    = "„"
	closing    = "”"
	guillemets = "«»‹›"
	either     = "\"“‚‘’'"
)

// inside are the spaces that French sets inside guillemets.
var inside = strings.NewReplacer("« ", "«", " »", "»", "‹ ", "‹", " ›", "›")

// requote turns the quotation marks inside a title into the given ones, and
// straight apostrophes into real ones. Brackets and spaces tell which is which.
func requote(s, start, end string) string {
	tightened := s
	if i := strings.IndexAny(s, guillemets); i >= 0 && (strings.HasPrefix(s[i:], "« ") || strings.HasPrefix(s[i:], "‹ ")) {
		tightened = inside.Replace(s)
	}
	var b strings.Builder
	var open []rune // marks that wait to be closed
	runes := []rune(tightened)
	for i, r := range runes {
		switch {
		case len(open) > 0 && closesHere(runes, i, open[len(open)-1]):
			open = open[:len(open)-1]
			b.WriteString(end)
		case opensHere(runes, i):
			open = append(open, r)
			b.WriteString(start)
		case r == '\'':
			b.WriteRune('’')
		default:
			b.WriteRune(r)
		}
	}
	if len(open) > 0 {
		return s // marks that do not match are better left alone
	}
	return b.String()
}

func opensHere(runes []rune, i int) bool {
	r := runes[i]
	switch {
	case strings.ContainsRune(opening, r):
		return true
	case strings.ContainsRune(guillemets, r):
		return closes(runes[i+1:], r)
	case !strings.ContainsRune(either, r) || r == '’':
		return false
	}
	free := i == 0 || unicode.IsSpace(runes[i-1]) || strings.ContainsRune("([–—-/"+opening+guillemets+either, runes[i-1])
	tight := i+1 < len(runes) && !unicode.IsSpace(runes[i+1])
	return free && tight && closes(runes[i+1:], r)
}

// closesHere reports whether the mark at i closes the one that is open.
func closesHere(runes []rune, i int, open rune) bool {
	r := runes[i]
	return strings.ContainsRune(closing+guillemets+either, r) && pairs(open, r) && !(apostrophe(r) && inWord(runes, i))
}

// pairs reports whether a mark can close what another has opened.
func pairs(open, end rune) bool {
	switch open {
	case '„':
		return end == '“' || end == '”' || end == '"'
	case '«', '»':
		return end == '»' || end == '«'
	case '‹', '›':
		return end == '›' || end == '‹'
	case '“':
		return end == '”'
	case '‚', '‘', '\'':
		return apostrophe(end) || end == '‘'
	}
	return end == open
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' }

// inWord reports whether a mark stands between two letters.
func inWord(runes []rune, i int) bool {
	return i > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i+1])
}

// closes reports whether the rest of a title has a mark that closes one: without
// it, a straight mark in front is an apostrophe ('tis).
func closes(rest []rune, open rune) bool {
	for i, r := range rest {
		if pairs(open, r) && !(apostrophe(r) && inWord(rest, i)) {
			return true
		}
	}
	return false
}
