package prose

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/quantity"
)

// What the site writes out of a record, the checker reads back as the record.

var spoken = []string{"de", "de-AT", "de-CH", "en-GB", "en-US"}

// carriers are sentences that a written figure stands in.
var carriers = map[string][]string{
	"de": {"%s", "Es waren %s im Ganzen.", "Das sind %s, heißt es."},
	"en": {"%s", "There were %s, all told.", "That is %s, they say."},
}

func speak(t *testing.T, tag string) *locale.Locale {
	t.Helper()
	l, ok := locale.For(tag)
	if !ok {
		t.Fatalf("no data for %q", tag)
	}
	return l
}

// values are exact decimals of many sizes.
func values() []string {
	all := []string{"0", "1", "2", "7", "12", "40", "100", "999", "1000", "1234", "1500", "10000", "19600", "123456", "999999", "1000000", "1500000", "34300000000", "44000000000", "1000000000", "2000000000", "1000000000000", "12000000000000", "0.5", "0.12", "2.5", "24.99", "1234.5", "4.2"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		digits := 1 + r.IntN(13)
		v := 1 + r.Int64N(9)
		for range digits - 1 {
			v = v*10 + r.Int64N(10)*int64(r.IntN(2))
		}
		all = append(all, fmt.Sprint(v))
	}
	return all
}

// readBack finds the one figure or date in a text.
func readBack(text, tag string) (quantity.Quantity, bool) {
	found := quantity.Scan(text, quantity.Options{Lang: tag})
	if len(found) != 1 {
		return quantity.Quantity{}, false
	}
	return found[0], true
}

func TestAmountsReadBack(t *testing.T) {
	units := []Amount{{}, {Currency: "EUR"}, {Currency: "USD"}, {Currency: "GBP"}, {Currency: "CHF"}, {Unit: "percent"}, {Unit: "hour"}, {Unit: "minute"}, {Unit: "year"}, {Unit: "day"}, {Unit: "kilometer"}, {Unit: "person"}}
	missed := 0
	for _, tag := range spoken {
		l := speak(t, tag)
		for _, unit := range units {
			for _, v := range values() {
				a := unit
				a.Value = v
				for _, style := range []locale.Style{locale.Long, locale.Short, locale.Full} {
					if unit.Unit == "year" && style == locale.Short && l.Language() == "de" {
						continue // CLDR abbreviates years as joules, "2 J"
					}
					missed += misread(t, l, a, style)
				}
				if missed > 40 {
					t.Fatal("and so on")
				}
			}
		}
	}
	if missed > 0 {
		t.Errorf("%d in all", missed)
	}
}

// misread writes an amount in sentences and reads it back; it returns how often
// that was not the amount.
func misread(t *testing.T, l *locale.Locale, a Amount, style locale.Style) int {
	t.Helper()
	missed := 0
	told := Told{Value: a.Value, Min: a.Min, Max: a.Max, Unit: a.Unit, Currency: a.Currency, Counted: a.Unit == "person"}
	for _, carrier := range carriers[l.Language()] {
		text := fmt.Sprintf(carrier, a.Write(l, style))
		q, ok := readBack(text, l.Tag())
		if ok && sameAmount(q, told) {
			continue
		}
		if q.Kind == quantity.Date && a.Unit+a.Currency == "" {
			continue // "1234" is a year as well
		}
		missed++
		if missed == 1 {
			t.Errorf("%s: %q does not read back as %s%s %s%s (%v: %s %s %s%s)", l.Tag(), text, a.Value, a.Min, a.Max, a.Unit+a.Currency, q.Kind, q.Value, q.Max, q.Unit, q.Currency)
		}
	}
	return missed
}

func sameAmount(q quantity.Quantity, t Told) bool {
	low, high, _ := t.ends()
	from, to := ends(q)
	return measureFor(q).dimension == t.measure().dimension && q.Currency == t.Currency && q.Approx == quantity.Exact &&
		in(from, measureFor(q).factor).Cmp(in(low, t.measure().factor)) == 0 && in(to, measureFor(q).factor).Cmp(in(high, t.measure().factor)) == 0
}

func TestRangesReadBack(t *testing.T) {
	for _, tag := range spoken {
		l := speak(t, tag)
		for _, ends := range [][2]string{{"2", "3"}, {"100", "200"}, {"1000", "1500"}, {"2500000000", "3000000000"}, {"500000", "3000000"}, {"300000000", "1200000000"}, {"2.5", "3.5"}} {
			for _, unit := range []Amount{{}, {Currency: "USD"}, {Currency: "EUR"}, {Unit: "percent"}, {Unit: "hour"}} {
				a := unit
				a.Min, a.Max = ends[0], ends[1]
				for _, style := range []locale.Style{locale.Long, locale.Within, locale.Short, locale.Full} {
					misread(t, l, a, style)
				}
			}
		}
	}
}

func TestDatesReadBack(t *testing.T) {
	dates := []string{"2021-09-27", "2023-03-05", "2024-02-29", "2023-12", "2023-03", "2022", "1999", "2022-21", "2022-22", "2022-23", "2022-33", "2022-34", "2022-36", "2022-40", "2022-41",
		"199X", "201X", "2021/2023", "2022-08/2023-01", "2025-01-18/2025-01-19", "2021-09-27/2021-10-05", "2021-09/2021-12", "19XX"}
	for _, tag := range spoken {
		l := speak(t, tag)
		for _, s := range dates {
			d, err := edtf.Parse(s)
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range []edtf.Part{edtf.Whole, edtf.Early, edtf.Mid, edtf.Late} {
				if part != edtf.Whole && (d.IsInterval() || d.Precision() == edtf.ToDay) {
					continue
				}
				for _, words := range []string{d.Words(l, part), d.ShortWords(l, part)} {
					q, ok := readBack(words, tag)
					if !ok || q.EDTF != s || q.Mod != string(part) {
						t.Errorf("%s: %q does not read back as %s %s (%s %s)", tag, words, s, part, q.EDTF, q.Mod)
					}
				}
			}
		}
	}
}
