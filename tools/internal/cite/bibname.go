package cite

import (
	"strings"
)

// bibNames takes a list of names apart: "Family, Given", "Given von Family", and
// whole in braces what is not a person's.
func bibNames(s string) []Name {
	var names []Name
	for _, n := range splitNames(s) {
		if plain := fromLaTeX(n, false); plain == "others" || plain == "" {
			continue
		}
		names = append(names, bibName(n))
	}
	return names
}

// splitNames cuts at " and " outside braces.
func splitNames(s string) []string {
	return splitTop(s, func(rest string) int {
		word := strings.TrimLeft(rest, space)
		if len(word) < len(rest) && len(word) > 3 && strings.EqualFold(word[:3], "and") && strings.IndexByte(space, word[3]) >= 0 {
			return len(rest) - len(word) + 3
		}
		return 0
	})
}

// atComma is a separator for splitTop.
func atComma(rest string) int {
	if strings.HasPrefix(rest, ",") {
		return 1
	}
	return 0
}

const space = " \t\r\n"

// splitTop cuts where separator takes some bytes, outside braces.
func splitTop(s string, separator func(rest string) int) []string {
	var list []string
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if n := separator(s[i:]); n > 0 && depth == 0 {
			list, start = append(list, s[start:i]), i+n
			i = start - 1
		}
	}
	return append(list, s[start:])
}

func bibName(s string) Name {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "{") && strings.HasSuffix(s, "}") && strings.Count(s, "{") == 1 {
		return Name{Literal: fromLaTeX(s, false)}
	}
	if parts := splitTop(s, atComma); len(parts) > 1 {
		family, given := fromLaTeX(parts[0], false), fromLaTeX(parts[len(parts)-1], false)
		if len(parts) == 3 { // Family, Jr., Given
			family += " " + fromLaTeX(parts[1], false)
		}
		return Name{Family: family, Given: given}
	}
	words := strings.Fields(fromLaTeX(s, false))
	if len(words) == 1 {
		return Name{Literal: words[0]}
	}
	first := len(words) - 1
	for i, w := range words[:len(words)-1] {
		if i > 0 && strings.ToLower(w) == w { // von, de la
			first = i
			break
		}
	}
	return Name{Family: strings.Join(words[first:], " "), Given: strings.Join(words[:first], " ")}
}
