package quantity

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// peers are the rates of the best peer that was measured on the whole of a suite
// (research report of the project: npm @microsoft/recognizers-text-suite 1.3.1 for
// English, the Python tree of Recognizers-Text for German).
var peers = map[string]string{
	"recognizers-text\tNumber\tde": "52/55 Recognizers, Python", "recognizers-text\tOrdinal\tde": "25/38 Recognizers, Python",
	"recognizers-text\tPercent\tde": "15/15 Recognizers, Python", "recognizers-text\tCurrency\tde": "34/39 Recognizers, Python",
	"recognizers-text\tDimension\tde": "8/28 Recognizers, Python", "recognizers-text\tAge\tde": "1/14 Recognizers, Python",
	"recognizers-text\tNumber\ten": "199/235 Recognizers, npm", "recognizers-text\tOrdinal\ten": "24/54 Recognizers, npm",
	"recognizers-text\tPercent\ten": "17/20 Recognizers, npm", "recognizers-text\tCurrency\ten": "148/180 Recognizers, npm",
	"recognizers-text\tDimension\ten": "81/100 Recognizers, npm", "recognizers-text\tAge\ten": "19/19 Recognizers, npm",
	"recognizers-text\tDate\ten": "251/285 Recognizers, npm", "recognizers-text\tDatePeriod\ten": "477/611 Recognizers, npm",
	"recognizers-text\tDate\tde": "131/202 Recognizers, Python (all dates)", "recognizers-text\tDatePeriod\tde": "131/202 Recognizers, Python (all dates)",
}

// leastRate is what was reached: a change that reads worse fails.
var leastRate = map[string]float64{
	"recognizers-text\tNumber\tde": 0.97, "recognizers-text\tPercent\tde": 0.97, "recognizers-text\tCurrency\tde": 0.97,
	"recognizers-text\tOrdinal\tde": 0.97, "recognizers-text\tDate\tde": 0.94, "recognizers-text\tDatePeriod\tde": 0.93,
	"recognizers-text\tDate\ten":   0.67,
	"recognizers-text\tNumber\ten": 0.88, "recognizers-text\tCurrency\ten": 0.88, "recognizers-text\tOrdinal\ten": 1,
	"recognizers-text\tPercent\ten": 1, "recognizers-text\tDatePeriod\ten": 0.9, "quantulum3\tQuantity\ten": 0.72,
	"icu-rbnf\tspellout-ordinal\tde": 0.98, "icu-rbnf\tspellout-numbering\tde": 1, "icu-rbnf\tspellout-cardinal\ten": 1,
	"cldr-intl\tcurrency\tde": 1, "cldr-intl\tcurrency\ten": 1, "cldr-intl\tdate-long\tde": 1, "cldr-intl\tdate-range\ten": 1,
	"cldr-intl\tdate-short\tde": 1, "cldr-intl\tdate-short\ten": 1, "cldr-intl\tunit-short\tde": 1, "cldr-intl\tdecimal\tde": 1, "cldr-intl\tcompact-short\ten": 1,
}

// holdRates holds each rate to what was reached.
func holdRates(t *testing.T, rates map[string]*rate) {
	for _, k := range slices.Sorted(maps.Keys(rates)) {
		r := rates[k]
		if least := leastRate[k]; float64(r.right) < least*float64(r.cases) {
			t.Errorf("%s: %d of %d, at least %.0f %% before", k, r.right, r.cases, 100*least)
		}
		if os.Getenv("WRONG") != "" {
			for _, w := range r.wrong {
				t.Logf("%s/%s: %s", r.suite, r.kind, w)
			}
		}
	}
}

// suites are the rows of the table: those of Recognizers by kind, the others whole.
var suites = map[string]string{
	"quantulum3": "quantulum3", "cldr-intl": "CLDR 48: decimals, compact, money, units, ranges, dates",
	"icu-rbnf": "ICU 72: numbers and ordinals in words, years",
}

var languageNames = map[string]string{"de": "German", "en": "English"}

// tableHead begins the table of the README.
const tableHead = "| cases | language | right | | listed apart | right of all | best peer on the whole suite |\n|---|---|---|---|---|---|---|\n"

// table writes it.
func table(rates map[string]*rate) string {
	rows := map[string]*rate{}
	for _, r := range rates {
		name, place := suites[r.suite], "2"+r.suite
		if name == "" {
			name, place = r.kind, "1"+r.lang
		} else if r.suite == "quantulum3" {
			place = "1z"
		}
		key := place + "\t" + name + "\t" + r.lang
		if rows[key] == nil {
			rows[key] = &rate{suite: r.suite, kind: name, lang: r.lang}
		}
		rows[key].cases, rows[key].right, rows[key].listed = rows[key].cases+r.cases, rows[key].right+r.right, rows[key].listed+r.listed
	}
	var b strings.Builder
	b.WriteString(tableHead)
	for _, key := range slices.Sorted(maps.Keys(rows)) {
		r := rows[key]
		peer := cmp.Or(peers[r.suite+"\t"+r.kind+"\t"+r.lang], map[string]string{"quantulum3": "not run"}[r.suite], "–")
		fmt.Fprintf(&b, "| %s | %s | %s of %s | %s | %d | %s | %s |\n", r.kind, languageNames[r.lang], grouped(r.right), grouped(r.cases), share(r.right, r.cases), r.listed, share(r.right, r.cases+r.listed), peer)
	}
	return b.String()
}

func share(part, whole int) string { return fmt.Sprintf("%.1f %%", 100*float64(part)/float64(whole)) }

func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// holdReadme holds the README to the table, or writes it there.
func holdReadme(t *testing.T, table string) {
	const name = "../../../README.md"
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(tableHead, "\n")
	before, rest, ok := strings.Cut(string(text), head+"\n")
	_, after, closed := strings.Cut(rest, "\n\n")
	if !ok || !closed {
		t.Fatal("the README has no such table")
	}
	want := before + table + "\n" + after
	if want == string(text) {
		return
	}
	if os.Getenv("README") == "" {
		t.Errorf("the README has another table; README=1 go test ./tools/internal/quantity -run Rates writes\n%s", table)
		return
	}
	if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}
