package locale

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:generate go run gen/plurals.go -cldr $CLDR

// plurals.json has CLDR's plural rules for cardinal numbers of all its languages,
// ten times as many as [For] has all data for.
//
//go:embed plurals.json
var pluralData []byte

// PluralRules say which plural form a number takes in a language.
type PluralRules struct{ rules []pluralRule }

// loadPlurals reads the rules by tag, once.
var loadPlurals = sync.OnceValue(func() map[string]PluralRules {
	var file struct {
		Plurals []struct {
			Languages string
			Rules     map[string]string
		}
	}
	must(json.Unmarshal(pluralData, &file))
	all := map[string]PluralRules{}
	for _, entry := range file.Plurals {
		rules := PluralRules{compile(entry.Rules)}
		for _, tag := range strings.Fields(entry.Languages) {
			all[tag] = rules
		}
	}
	return all
})

// PluralRulesOf returns the rules for a BCP 47 tag: of that very tag ("pt-PT"), of
// its parent in CLDR ("pt-MZ" counts as pt-PT), or of its language. The result is
// false, and the rules those of English, if CLDR has none for the language.
func PluralRulesOf(tag string) (PluralRules, bool) {
	all, parents := loadPlurals(), load().Parents
	for t := canonical(tag); t != ""; t = t[:max(0, strings.LastIndexByte(t, '-'))] {
		if parent := parents[t]; parent != "" {
			t = parent
		}
		if rules, ok := all[t]; ok {
			return rules, true
		}
	}
	return all["en"], false
}

// Categories returns the plural categories that the language has, in CLDR's order:
// zero, one, two, few, many, other.
func (p PluralRules) Categories() []string {
	var names []string
	for _, r := range p.rules {
		names = append(names, r.category)
	}
	return append(names, "other")
}

// Of returns the category of a whole number.
func (p PluralRules) Of(n int) string {
	d := decimal{whole: strconv.Itoa(n)}
	for _, r := range p.rules {
		if r.matches(d, 0) {
			return r.category
		}
	}
	return "other"
}

// Whole returns the categories that some whole number takes. The others are for
// fractions: "other" in Polish, "many" in Czech.
func (p PluralRules) Whole() []string {
	seen := map[string]bool{}
	for _, n := range Counts() {
		seen[p.Of(n)] = true
	}
	return slices.DeleteFunc(p.Categories(), func(c string) bool { return !seen[c] })
}

// Counts returns whole numbers among which there is one of every kind that the
// rules of CLDR tell apart: they ask for remainders of 10, 100, 1000, 100000 and
// 1000000.
func Counts() []int {
	var counts []int
	for n := range 1101 {
		counts = append(counts, n)
	}
	for _, step := range []int{1000, 10_000, 100_000, 1_000_000} {
		for i := 1; i <= 20; i++ {
			counts = append(counts, i*step, i*step+1)
		}
	}
	return counts
}
