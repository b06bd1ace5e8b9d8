package exchange

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"

	"dossier/tools/internal/locale"
)

// A PO file says in its header how it counts, as an expression in C:
//
//	Plural-Forms: nplurals=2; plural=(n != 1);
//
// and programs write their own there: with the forms in another order, with fewer
// of them, or with one more for fractions. So a header is read by what it does. It
// is asked for numbers of every kind, and each msgstr[i] is the form of those that
// lead to it.

// counter is a Plural-Forms.
type counter struct {
	forms int
	index func(n uint64) (uint64, bool) // false: a division by zero
}

// germanic is what gettext takes where a file does not say.
const germanic = "nplurals=2; plural=n != 1;"

var pluralForms = regexp.MustCompile(`^\s*nplurals\s*=\s*(\d{1,3})\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*$`)

// parseCounter reads a Plural-Forms.
func parseCounter(value string) (counter, error) {
	m := pluralForms.FindStringSubmatch(value)
	if m == nil {
		return counter{}, fmt.Errorf("is not of the form %q", germanic)
	}
	n, _ := strconv.Atoi(m[1])
	index, err := parseExpression(m[2])
	if err != nil {
		return counter{}, err
	}
	c := counter{n, index}
	for _, n := range locale.Counts() {
		if i, ok := c.index(uint64(n)); !ok || i >= uint64(c.forms) {
			return counter{}, fmt.Errorf("has no form for %d", n)
		}
	}
	return c, nil
}

// meanings says what the forms of a file are in a language.
type meanings struct {
	of    map[string][]int // the indices of msgstr that a category leads to; one, if the file counts as the language does
	spare []int            // those that no number leads to
	odd   []string         // numbers that lead elsewhere than the others of their category
}

// usual is how many of a category's numbers have to lead to one form, so that the
// rest is a matter of taste: Irish 0, which gettext's own table has in another form
// than CLDR.
const usual = 0.75

func (c counter) meanings(rules locale.PluralRules) meanings {
	led := map[string]map[int][]int{} // category: index: numbers
	used := map[int]bool{}
	for _, n := range locale.Counts() {
		i, _ := c.index(uint64(n))
		category := rules.Of(n)
		if led[category] == nil {
			led[category] = map[int][]int{}
		}
		used[int(i)] = true
		led[category][int(i)] = append(led[category][int(i)], n)
	}
	m := meanings{of: map[string][]int{}}
	main := map[int]bool{} // where most numbers of some category lead
	for category, indices := range led {
		m.of[category] = slices.Sorted(maps.Keys(indices))
		main[mostly(indices)] = true
	}
	for category, indices := range led {
		most := mostly(indices)
		others := slices.DeleteFunc(slices.Clone(m.of[category]), func(i int) bool { return i == most })
		if most < 0 || slices.ContainsFunc(others, func(i int) bool { return !main[i] }) {
			continue
		}
		m.of[category] = []int{most}
		for _, i := range others {
			m.odd = append(m.odd, strconv.Itoa(indices[i][0]))
		}
	}
	for i := range c.forms {
		if !used[i] {
			m.spare = append(m.spare, i)
		}
	}
	slices.Sort(m.odd)
	return m
}

// mostly returns the index that by far most numbers lead to, or -1.
func mostly(indices map[int][]int) int {
	all := 0
	for _, numbers := range indices {
		all += len(numbers)
	}
	for i, numbers := range indices {
		if float64(len(numbers)) >= usual*float64(all) {
			return i
		}
	}
	return -1
}

// fractions returns the categories that no whole number takes.
func fractions(rules locale.PluralRules) []string {
	whole := rules.Whole()
	return slices.DeleteFunc(rules.Categories(), func(c string) bool { return slices.Contains(whole, c) })
}
