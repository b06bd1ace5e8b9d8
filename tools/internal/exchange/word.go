package exchange

import (
	"regexp"
	"slices"
	"strings"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/markdown"
)

// A word of the interface is no Markdown: what it holds beside words is what the
// theme puts in ("{{ .Count }}", for scripts "%n"), and now and then an element.

// isWord reports whether a unit is a word of the interface.
func isWord(id string) bool { return strings.HasPrefix(id, "site/") }

var filled = regexp.MustCompile(`\{\{[^{}]*\}\}|%[a-z]|</?[a-z]+>`)

// soundWord refuses a word that the theme could not show. One form of a plural may
// do without its number ("one more"), and what is put in may change its place.
func (m *merger) soundWord(u *Unit) bool {
	if f, bad := markdown.Unsafe(u.Target); bad && len(filled.FindAllString(f, -1)) == 0 {
		m.add(diag.Errorf(u.Pos, "import-markup", "the translation of %s holds %s", u.ID, f), "write it without; raw HTML and scripts are never published")
		return false
	}
	want, got := placeholders(u.Source), placeholders(u.Target)
	lost, added := markdown.Between(want, got)
	if form := u.ID[strings.LastIndexByte(u.ID, '.')+1:]; slices.Contains([]string{"zero", "one", "two"}, form) {
		lost = slices.DeleteFunc(lost, func(s string) bool { return s == "{{.Count}}" })
	}
	left := filled.ReplaceAllString(u.Target, "")
	switch {
	case strings.Contains(left, "{{") || strings.Contains(left, "}}"):
		m.add(diag.Errorf(u.Pos, "import-placeholder", "the translation of %s has half a placeholder", u.ID), "the source reads: %s", excerpt(u.Source))
	case len(added) > 0:
		m.add(diag.Errorf(u.Pos, "import-placeholder", "the translation of %s has %s, the source has not", u.ID, strings.Join(added, ", ")), "the source reads: %s", excerpt(u.Source))
	case len(lost) > 0:
		m.add(diag.Errorf(u.Pos, "import-placeholder", "the translation of %s lost %s", u.ID, strings.Join(lost, ", ")), "the source reads: %s", excerpt(u.Source))
	default:
		return true
	}
	return false
}

// follow lets forms for fractions follow the last form that whole numbers take, if
// they did so far or say nothing, and did not come back themselves.
func (m *merger) follow(home *Document) {
	rules, known := locale.PluralRulesOf(home.Target)
	forFractions := fractions(rules)
	if !known || len(forFractions) == 0 {
		return
	}
	whole := rules.Whole()
	taken := map[string]Taken{}
	for _, t := range m.Taken {
		taken[t.ID] = t
	}
	for i := range home.Units {
		u := &home.Units[i]
		id := u.Word() + "." + whole[len(whole)-1]
		t, last := taken[id], m.home[id]
		_, came := m.came[u.ID]
		if came || t.Text == "" || last == nil || !slices.Contains(forFractions, u.Form) || u.Target != "" && u.Target != last.Target {
			continue
		}
		m.Taken = append(m.Taken, Taken{ID: u.ID, Text: t.Text, Source: t.Source})
		switch {
		case t.Source == "":
			m.Drafts++
		case t.Source != last.Source:
			m.Late++
		default:
			m.Confirmed++
		}
	}
}

// placeholders returns what a word has put in, without the blanks inside.
func placeholders(text string) []string {
	found := filled.FindAllString(text, -1)
	for i, s := range found {
		found[i] = strings.Join(strings.Fields(s), "")
	}
	return found
}
