package quantity

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
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

// TestRates compares every case of the corpora with what Scan finds, and holds that
// the README has the table that comes of it. With README=1 in the environment it
// writes that table there; -v with WRONG=1 prints the cases that are not right:
//
//	README=1 go test ./tools/internal/quantity -run Rates
func TestRates(t *testing.T) {
	rates := map[string]*rate{}
	conventions := readConventions(t)
	for _, file := range []string{"recognizers_text", "quantulum3", "cldr_intl", "icu_rbnf"} {
		f, err := os.Open(filepath.Join(corpora, file+".jsonl"))
		if err != nil {
			t.Skip("needs ../shared/corpora")
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
	holdRates(t, rates)
	holdReadme(t, table(rates))
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
