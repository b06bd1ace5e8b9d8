package cite

import (
	"strings"

	"dossier/tools/internal/locale"
)

// Name is a name in CSL's terms: of a person, in parts, or whole, as printed.
type Name struct {
	Family, Given string
	Literal       string // an institution, or a name that nobody took apart
}

// Printed reads names as authors are listed in a record: "Family, Given" is a
// person's, anything else stands as printed. What has a comma and is no person
// stands in braces, as BibTeX has it: "{Meta Platforms, Inc.}".
func Printed(names []string) []Name {
	list := make([]Name, len(names))
	for i, n := range names {
		list[i] = printed(strings.TrimSpace(n))
	}
	return list
}

func printed(s string) Name {
	if inner, ok := strings.CutPrefix(s, "{"); ok && strings.HasSuffix(inner, "}") {
		return Name{Literal: strings.TrimSuffix(inner, "}")}
	}
	family, given, ok := strings.Cut(s, ",")
	if family, given = strings.TrimSpace(family), strings.TrimSpace(given); ok && family != "" && given != "" {
		return Name{Family: family, Given: given}
	}
	return Name{Literal: s}
}

// Record writes a name as [Printed] reads it.
func (n Name) Record() string {
	switch {
	case n.Literal == "" && n.Given != "":
		return n.Family + ", " + n.Given
	case strings.Contains(n.String(), ","):
		return "{" + n.String() + "}"
	}
	return n.String()
}

// String returns the name in the order in which one says it.
func (n Name) String() string {
	if n.Literal != "" {
		return strings.TrimSpace(n.Literal)
	}
	return strings.TrimSpace(n.Given + " " + n.Family)
}

// apostrophes makes typed apostrophes real ones: O’Keeffe.
func apostrophes(s string) string { return strings.ReplaceAll(s, "'", "’") }

func texts(names []Name) []string {
	var list []string
	for _, n := range names {
		if s := n.String(); s != "" {
			list = append(list, apostrophes(s))
		}
	}
	return list
}

// mostNames is how many authors a citation names before it says "and others".
const mostNames = 3

// Names joins names in the language of the page: "A und B", "A, B and C", and
// of more than three the first, "A u. a.".
func Names(names []string, l *locale.Locale) string {
	lay := layoutOf(l)
	switch n := len(names); {
	case n == 0:
		return ""
	case n == 1:
		return names[0]
	case n > mostNames:
		return names[0] + " " + lay.others
	default:
		return strings.Join(names[:n-1], ", ") + " " + lay.and + " " + names[n-1]
	}
}
