package locale

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestPluralRules(t *testing.T) {
	for tag, want := range map[string]string{
		"de": "one other", "de-LI": "one other", "ja": "other", "ar": "zero one two few many other", "lt": "one few other, fractions many",
		"pl": "one few many, fractions other", "cs_CZ": "one few other, fractions many", "fr": "one many other", "pt-BR": "one many other",
		"sl": "one two few other", "lv": "zero one other", "kw": "zero one two few many other", "gv": "one two few other, fractions many",
	} {
		rules, ok := PluralRulesOf(tag)
		if !ok {
			t.Errorf("no rules for %s", tag)
		}
		whole := rules.Whole()
		got := strings.Join(whole, " ")
		for _, c := range rules.Categories() {
			if !slices.Contains(whole, c) {
				got += ", fractions " + c
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
	if rules, ok := PluralRulesOf("tlh"); ok || strings.Join(rules.Categories(), " ") != "one other" {
		t.Errorf("Klingon: %v, %v", rules.Categories(), ok)
	}
}

// European Portuguese has one form for 1, that of Brazil for 0 and 1.
func TestPluralRulesOfVariants(t *testing.T) {
	for tag, want := range map[string]string{"pt": "one", "pt-BR": "one", "pt-PT": "other", "pt-MZ": "other"} {
		rules, _ := PluralRulesOf(tag)
		if got := rules.Of(0); got != want {
			t.Errorf("%s: 0 is %s, want %s", tag, got, want)
		}
	}
}

// The rules of the languages that have all data are the same in both tables.
func TestPluralTablesAgree(t *testing.T) {
	for tag, read := range load().tables {
		rules, _ := PluralRulesOf(tag)
		for _, n := range Counts() {
			own := "other"
			for _, r := range read().rules {
				if r.matches(integerOf(n), 0) {
					own = r.category
					break
				}
			}
			if got := rules.Of(n); got != own {
				t.Fatalf("%s: %d is %s in plurals.json, %s in data", tag, n, got, own)
			}
		}
	}
}

func integerOf(n int) decimal {
	d, _ := parse(strconv.Itoa(n))
	return d
}

func TestGettext(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "nplurals=2; plural=(n != 1);",
		"ja": "nplurals=1; plural=(0);",
		"hy": "nplurals=2; plural=(n > 1);",
		"fr": "nplurals=3; plural=(n <= 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2);",
		"lt": "nplurals=3; plural=(n % 10 == 1 && (n % 100 < 11 || n % 100 > 19) ? 0 : n % 10 >= 2 && n % 10 <= 9 && (n % 100 < 11 || n % 100 > 19) ? 1 : 2);",
		"pl": "nplurals=3; plural=(n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2);",
	} {
		rules, _ := PluralRulesOf(tag)
		if got := rules.Gettext(); got != want {
			t.Errorf("%s:\n got %s\nwant %s", tag, got, want)
		}
	}
}
