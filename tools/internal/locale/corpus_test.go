package locale

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// corpus is a file of texts that ICU made of numbers and dates, beside the project
// where it is developed. It is not part of it.
const corpus = "../../../../shared/corpora/numbers/cldr_intl.jsonl"

// TestCorpus writes what the corpus has, German and English. Its amounts of money
// with two decimals and its ranges are left to TestIntl and numbers.txt.
func TestCorpus(t *testing.T) {
	f, err := os.Open(corpus)
	if err != nil {
		t.Skip("needs ../shared/corpora")
	}
	defer f.Close()
	compared := 0
	for s := bufio.NewScanner(f); s.Scan(); {
		var c struct {
			Locale, Kind, Input string
			Expected            []struct{ Value, Unit, EDTF string }
		}
		if err := json.Unmarshal(s.Bytes(), &c); err != nil {
			continue // ranges have another shape
		}
		e := c.Expected[0]
		got, ok := language(t, c.Locale).inCorpus(c.Kind, e.Value, e.Unit, e.EDTF)
		if !ok {
			continue
		}
		compared++
		if sameSpaces(got) != sameSpaces(c.Input) {
			t.Errorf("%s, %s of %s%s: %q, ICU has %q", c.Locale, c.Kind, e.Value, e.EDTF, got, c.Input)
		}
	}
	if compared < 5000 {
		t.Errorf("only %d lines compared", compared)
	}
}

func (l *Locale) inCorpus(kind, value, unit, edtf string) (string, bool) {
	whole, _, _ := strings.Cut(strings.TrimPrefix(value, "-"), ".")
	large := len(whole) > firstPower
	form := map[string]string{"date-long": "long", "date-yMMMM": "month", "date-MMMMd": "day"}[kind]
	switch {
	case form != "":
		edtf = strings.Replace(edtf, "XXXX", "2021", 1)
		return l.likeDate(form, edtf+"-01"), true
	case kind == "decimal":
		return l.Decimal(value), true
	case kind == "percent":
		return l.Percent(value), true
	case unit == percent: // "5 Prozent" there, "5 %" here
		return "", false
	case kind == "unit-long":
		return l.Unit(value, unit, Full)
	case kind == "unit-short" && !large:
		return l.Unit(value, unit, Short)
	case kind == "currency-name" && !large && !strings.Contains(value, "."):
		return l.Money(value, unit, Long), true
	case kind == "compact-long" && large:
		return l.Compact(value), true
	case kind == "compact-short" && large:
		return l.CompactShort(value), true
	case kind == "currency-compact-long-name" && large:
		return l.Money(value, unit, Long), true
	}
	return "", false
}
