package quantity

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// corpora are other projects' test cases, beside the project where it is developed.
// They are not part of it.
const corpora = "../../../../shared/corpora/numbers"

// corpusCase is one line of a corpus.
type corpusCase struct {
	Suite, Lang, Locale, Kind, Input, Ref string
	Expected                              []expected
}

type expected struct {
	Text, Unit, Type, Timex, EDTF string
	Start, End                    int // in characters
	Value                         any // text in one suite, number in another
	Range                         []json.Number
	FutureResolution              map[string]string
	PastResolution                map[string]string
}

// A row of the table: the cases of one kind in one language.
type rate struct {
	suite, kind, lang string
	cases, right      int
	listed            int // cases whose convention differs by design: not counted
	wrong             []string
}

// TestRates compares every case of the corpora with what Scan finds and prints the
// table of the README:
//
//	go test ./tools/internal/quantity -run Rates -v
//
// -v with WRONG=1 in the environment prints the cases that are not right.
func TestRates(t *testing.T) {
	rates := map[string]*rate{}
	conventions := readConventions(t)
	for _, file := range []string{"recognizers_text", "quantulum3", "cldr_intl", "icu_rbnf"} {
		f, err := os.Open(filepath.Join(corpora, file+".jsonl"))
		if err != nil {
			t.Skipf("the corpora are not here: %v", err)
		}
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			var c corpusCase
			if err := json.Unmarshal(sc.Bytes(), &c); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			measureCase(rates, conventions, c)
		}
		f.Close()
	}
	table(t, rates)
}

func measureCase(rates map[string]*rate, conventions map[string]string, c corpusCase) {
	kind, judge := judgeFor(c)
	if judge == nil {
		return
	}
	key := c.Suite + "\t" + kind + "\t" + c.Lang
	r := rates[key]
	if r == nil {
		r = &rate{suite: c.Suite, kind: kind, lang: c.Lang}
		rates[key] = r
	}
	right := judge(c, Scan(c.Input, optionsOf(c)))
	if _, listed := conventions[c.Suite+"\t"+kind+"\t"+c.Lang+"\t"+c.Input]; listed && !right {
		r.listed++
		return
	}
	r.cases++
	if right {
		r.right++
		return
	}
	r.wrong = append(r.wrong, describe(c))
}

func optionsOf(c corpusCase) Options {
	o := Options{Lang: c.Lang}
	if c.Locale != "" {
		o.Lang = c.Locale
	} else if c.Lang == "en" {
		o.Lang = "en-US"
	}
	if len(c.Ref) >= 10 {
		o.Date, _ = time.Parse("2006-01-02", c.Ref[:10])
	}
	return o
}

func describe(c corpusCase) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n      want", c.Lang, c.Input)
	for _, e := range c.Expected {
		fmt.Fprintf(&b, " | %s = %v %s%s%s %v", e.Text, e.Value, e.Unit, e.Timex, e.EDTF, e.PastResolution)
	}
	b.WriteString("\n      got ")
	for _, q := range Scan(c.Input, optionsOf(c)) {
		fmt.Fprintf(&b, " | %s = %s %s %s %s%s %s", c.Input[q.Start:q.End], q.Kind, q.Value, q.Max, q.Unit, q.Currency, q.EDTF)
	}
	return b.String()
}

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

func table(t *testing.T, rates map[string]*rate) {
	keys := make([]string, 0, len(rates))
	for k := range rates {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var b strings.Builder
	b.WriteString("\n| suite | kind | language | right | rate | listed apart | best peer |\n|---|---|---|---|---|---|---|\n")
	for _, k := range keys {
		r := rates[k]
		peer := peers[k]
		if peer == "" {
			peer = "–"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %d/%d | %.1f %% | %d | %s |\n", r.suite, r.kind, r.lang, r.right, r.cases, 100*float64(r.right)/float64(max(1, r.cases)), r.listed, peer)
		if os.Getenv("WRONG") != "" {
			for _, w := range r.wrong {
				fmt.Fprintf(&b, "   %s/%s: %s\n", r.suite, r.kind, w)
			}
		}
		if least := leastRate[k]; float64(r.right) < least*float64(r.cases) {
			t.Errorf("%s: %d of %d, at least %.0f %% before", k, r.right, r.cases, 100*least)
		}
	}
	t.Log(b.String())
}

// leastRate is what was reached: a change that reads worse fails.
var leastRate = map[string]float64{
	"recognizers-text\tNumber\tde": 0.97, "recognizers-text\tPercent\tde": 0.97, "recognizers-text\tCurrency\tde": 0.97,
	"recognizers-text\tOrdinal\tde": 0.97, "recognizers-text\tDate\tde": 0.94, "recognizers-text\tDatePeriod\tde": 0.93,
	"recognizers-text\tDate\ten":   0.46,
	"recognizers-text\tNumber\ten": 0.86, "recognizers-text\tCurrency\ten": 0.88, "recognizers-text\tOrdinal\ten": 0.83,
	"recognizers-text\tPercent\ten": 1, "recognizers-text\tDatePeriod\ten": 0.72, "quantulum3\tQuantity\ten": 0.69,
	"icu-rbnf\tspellout-ordinal\tde": 0.98, "icu-rbnf\tspellout-numbering\tde": 1, "icu-rbnf\tspellout-cardinal\ten": 1,
	"cldr-intl\tcurrency\tde": 1, "cldr-intl\tcurrency\ten": 1, "cldr-intl\tdate-long\tde": 1, "cldr-intl\tdate-range\ten": 1,
	"cldr-intl\tunit-short\tde": 1, "cldr-intl\tdecimal\tde": 1, "cldr-intl\tcompact-short\ten": 1,
}

// readConventions reads the cases whose convention differs from ours by design,
// each with its reason.
func readConventions(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("testdata/conventions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for n, line := range strings.Split(string(text), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 5 || f[4] == "" {
			t.Fatalf("conventions.tsv:%d: suite, kind, language, input, reason", n+1)
		}
		all[strings.Join(f[:4], "\t")] = f[4]
	}
	return all
}

// runes returns the offset in characters of an offset in bytes.
func runes(s string, at int) int { return utf8.RuneCountInString(s[:at]) }

// amountOf reads the value of a case, with either decimal separator.
func amountOf(v any) *big.Rat {
	s := strings.TrimSuffix(fmt.Sprint(v), "%")
	r, ok := new(big.Rat).SetString(strings.Replace(s, ",", ".", 1))
	if !ok {
		return nil
	}
	return r
}

// near reports whether two numbers are the same but for the fifteen digits that
// suites print.
func near(a, b *big.Rat) bool {
	if a == nil || b == nil {
		return false
	}
	diff := new(big.Rat).Sub(a, b)
	limit := new(big.Rat).Mul(new(big.Rat).Abs(a), big.NewRat(1, 1e12))
	return diff.Abs(diff).Cmp(limit) <= 0
}
