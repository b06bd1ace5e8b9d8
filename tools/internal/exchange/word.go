package exchange

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/markdown"
)

// A word of the interface is no Markdown: what it holds beside words is what the
// theme puts in ("{{ .Count }}", for scripts "%n"), and now and then an element.

// isWord reports whether a unit is a word of the interface.
func isWord(id string) bool { return strings.HasPrefix(id, wordPrefix) }

// wordPrefix is what the ids of words of the interface begin with.
const wordPrefix = "site/"

var filled = regexp.MustCompile(`\{\{[^{}]*\}\}|%[a-z]|</?[a-z]+>`)

// soundWord refuses a word that the theme could not show. What is put in may change
// its place. The number of a plural may stand in any form, and be left out of one
// that is for a single number ("one more"), or for that and 0.
func (m *merger) soundWord(u *Unit) bool {
	if f, bad := markdown.Unsafe(u.Target); bad && len(filled.FindAllString(f, -1)) == 0 {
		m.add(diag.Errorf(u.Pos, "import-markup", "the translation of %s holds %s", u.ID, f), "write it without; raw HTML and scripts are never published")
		return false
	}
	if !m.soundAddress(u) {
		return false
	}
	want, got := placeholders(u.Source), placeholders(u.Target)
	hint, arg := "the source reads: %s", excerpt(u.Source)
	if form, ok := m.countedForm(u); ok {
		numbers := numbersOf(m.rules, form)
		want, got = without(want, count), without(got, count)
		if len(numbers) > 1 {
			want, got = append(want, count), placeholders(u.Target)
			hint, arg = "it is for "+strings.Join(numbers[:2], ", ")+" …; the source reads: %s", excerpt(u.Source)
		}
	}
	lost, added := markdown.Between(want, got)
	left := filled.ReplaceAllString(u.Target, "")
	switch {
	case strings.Contains(left, "{{") || strings.Contains(left, "}}"):
		m.add(diag.Errorf(u.Pos, "import-placeholder", "the translation of %s has half a placeholder", u.ID), hint, arg)
	case len(added) > 0:
		m.add(diag.Errorf(u.Pos, "import-placeholder", "the translation of %s has %s, the source has not", u.ID, strings.Join(added, ", ")), hint, arg)
	case len(lost) > 0:
		m.add(diag.Errorf(u.Pos, "import-placeholder", "the translation of %s lost %s", u.ID, strings.Join(lost, ", ")), hint, arg)
	default:
		return true
	}
	return false
}

// soundAddress refuses a part of an address that would lead nowhere.
func (m *merger) soundAddress(u *Unit) bool {
	if text := tidy(u.Target); !catalog.Addressable(strings.TrimPrefix(u.ID, wordPrefix), text) {
		m.add(diag.Errorf(u.Pos, "import-address", "the translation of %s becomes a part of addresses and cannot be %q", u.ID, excerpt(text)),
			catalog.AddressHint+": %s", excerpt(u.Source))
		return false
	}
	return true
}

// count is what the number of a plural stands as.
const count = "{{.Count}}"

// countedForm returns the plural form that a text is, if its word shows a number.
func (m *merger) countedForm(u *Unit) (form string, ok bool) {
	i := strings.LastIndexByte(u.ID, '.')
	if i < 0 {
		return "", false
	}
	other := m.home[u.ID[:i]+".other"]
	return u.ID[i+1:], other != nil && slices.Contains(placeholders(other.Source), count)
}

// numbersOf returns the first numbers but 0 that take a form.
func numbersOf(rules locale.PluralRules, form string) []string {
	var numbers []string
	for _, n := range locale.Counts() {
		if n > 0 && rules.Of(n) == form && len(numbers) < 2 {
			numbers = append(numbers, strconv.Itoa(n))
		}
	}
	return numbers
}

func without(all []string, one string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == one })
}

// follow lets forms for fractions follow the last form that whole numbers take, if
// they did so far or say nothing, and did not come back themselves.
func (m *merger) follow(home *Document) {
	forFractions := fractions(m.rules)
	if len(forFractions) == 0 {
		return
	}
	whole := m.rules.Whole()
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
