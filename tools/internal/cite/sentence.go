package cite

import "strings"

// sentence joins the parts of a citation so that no mark stands twice.
type sentence struct{ strings.Builder }

// add appends a part after a separator, of which it leaves out what is already
// there or has nothing to separate.
func (s *sentence) add(part, separator string) {
	if part == "" {
		return
	}
	if s.Len() > 0 {
		if strings.HasPrefix(separator, ".") && stopped(s.String()) {
			separator = separator[1:]
		}
		s.WriteString(separator)
	}
	s.WriteString(part)
}

// end returns the sentence with one full stop.
func (s *sentence) end() string {
	text := s.String()
	if text == "" || stopped(text) {
		return text
	}
	return text + "."
}

// stopped reports whether a text ends a sentence, be it inside quotation marks.
func stopped(s string) bool {
	s = strings.TrimRight(s, "”“’‘»«›‹\"'\u202f\u00a0 ")
	for _, end := range []string{".", "?", "!", "…"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// unstopped takes the full stop off a title before a comma, unless it ends an
// abbreviation, as far as length tells: Inc., Corp., H.R.
func unstopped(s string) string {
	text := strings.TrimRight(s, "”“’‘»\u202f")
	word := strings.TrimSuffix(text, ".")
	last := word[strings.LastIndexByte(word, ' ')+1:]
	if word == text || len(last) < 5 || strings.Contains(last, ".") || word == last {
		return s
	}
	return word + s[len(text):]
}
