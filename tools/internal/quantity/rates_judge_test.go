package quantity

import (
	"math/big"
	"strings"
	"time"
)

type judge func(corpusCase, []Quantity) bool

// judgeFor returns the row of the table that a case belongs to, and how it is
// compared.
func judgeFor(c corpusCase) (string, judge) {
	switch c.Suite {
	case "recognizers-text":
		_, kind, _ := strings.Cut(c.Kind, "/")
		switch kind {
		case "NumberModel":
			return "Number", numbersJudge
		case "PercentModel":
			return "Percent", kindJudge(Percent)
		case "OrdinalModel", "OrdinalModelSuppressExtendedTypes":
			return "Ordinal", kindJudge(Ordinal)
		case "CurrencyModel":
			return "Currency", kindJudge(Money)
		case "DimensionModel":
			return "Dimension", kindJudge(Amount)
		case "AgeModel":
			return "Age", kindJudge(Age)
		case "DateExtractor", "DateParser":
			return "Date", datesJudge
		case "DatePeriodExtractor", "DatePeriodParser":
			return "DatePeriod", datesJudge
		}
	case "quantulum3":
		if c.Kind != "expand(spoken form)" {
			return "Quantity", quantulumJudge
		}
	case "cldr-intl":
		return c.Kind, wholeJudge
	case "icu-rbnf":
		return c.Kind, wholeJudge
	}
	return "", nil
}

// wholeJudge wants one finding, of the whole text.
func wholeJudge(c corpusCase, found []Quantity) bool {
	e := c.Expected[0]
	if len(found) != 1 || found[0].Start != 0 || found[0].End != len(c.Input) {
		return false
	}
	q := found[0]
	switch e.Type {
	case "date", "date-range":
		return q.EDTF == e.EDTF
	case "year":
		return q.EDTF == e.Value || near(q.Value.Rat(), amountOf(e.Value))
	case "range":
		return near(q.Value.Rat(), amountOf(e.Range[0])) && near(q.Max.Rat(), amountOf(e.Range[1])) && (e.Unit == "" || q.Currency == e.Unit)
	case "ordinal":
		return q.Kind == Ordinal && near(q.Value.Rat(), amountOf(e.Value))
	case "percent":
		return q.Kind == Percent && near(q.Value.Rat(), amountOf(e.Value))
	case "currency":
		return q.Kind == Money && q.Currency == e.Unit && near(q.Value.Rat(), amountOf(e.Value))
	case "unit":
		return near(q.Value.Rat(), amountOf(e.Value)) && (q.Unit == e.Unit || e.Unit == "percent" && q.Kind == Percent)
	}
	return near(q.Value.Rat(), amountOf(e.Value)) && !q.Max.Given()
}

// numbersJudge compares bare numbers, as Recognizers reports them: of an amount with
// a unit it has the number only, and of a range both ends. Each must lie in one of
// our findings and be its value, and each of ours must have one.
func numbersJudge(c corpusCase, found []Quantity) bool {
	used := make([]bool, len(found))
	for _, e := range c.Expected {
		ok := false
		for i, q := range found {
			from, to := runes(c.Input, q.Start), runes(c.Input, q.End)
			if e.Start >= from && e.End <= to && q.Kind != Date && (near(unscaled(q, q.Value), amountOf(e.Value)) || q.Max.Given() && near(unscaled(q, q.Max), amountOf(e.Value))) {
				used[i], ok = true, true
			}
		}
		if !ok {
			return false
		}
	}
	for i, q := range found {
		if !used[i] && q.Kind != Date && q.Kind != Ordinal && q.Kind != Multiple && q.Kind != Vague {
			return false
		}
	}
	return true
}

func unscaled(_ Quantity, d Decimal) *big.Rat { return d.Rat() }

// kindJudge compares the findings of one kind: place, value, unit.
func kindJudge(k Kind) judge {
	return func(c corpusCase, found []Quantity) bool {
		n := 0
		for _, q := range found {
			if q.Kind != k && !(k == Percent && q.Kind == PercentPoint) {
				continue
			}
			if n == len(c.Expected) || !same(c, c.Expected[n], q) {
				return false
			}
			n++
		}
		return n == len(c.Expected)
	}
}

func same(c corpusCase, e expected, q Quantity) bool {
	if runes(c.Input, q.Start) != e.Start || runes(c.Input, q.End) != e.End {
		return false
	}
	v := q.Value.Rat()
	if q.Max.Given() {
		v = q.Max.Rat()
	}
	want := amountOf(e.Value)
	switch q.Kind {
	case Money:
		code, scale := currencyOf(e.Unit)
		if want == nil || code != q.Currency {
			return false
		}
		return near(v, want.Mul(want, scale))
	case Amount, Age:
		if unitOf(e.Unit) != q.Unit {
			return false
		}
	}
	return near(v, want)
}

// currencies are the names that Recognizers gives to currencies.
var currencies = map[string]string{
	"Dollar": "USD", "United States dollar": "USD", "Euro": "EUR", "British pound": "GBP", "Pound": "GBP", "Canadian dollar": "CAD",
	"Australian dollar": "AUD", "New Zealand dollar": "NZD", "Mexican peso": "MXN", "Japanese yen": "JPY", "Chinese yuan": "CNY",
	"Indian rupee": "INR", "Rupee": "INR", "Cambodian riel": "KHR", "Finnish markka": "FIM", "Franc": "XFR", "Georgian lari": "GEL",
	"Lao kip": "LAK", "Turkish lira": "TRY", "Bitcoin": "XBT", "Deutsche Mark": "DEM", "Mark": "DEM", "Swiss franc": "CHF",
	"Swedish krona": "SEK", "Danish krone": "DKK", "Norwegian krone": "NOK", "Polish złoty": "PLN", "Russian ruble": "RUB",
	"South Korean won": "KRW", "Brazilian real": "BRL", "Hong Kong dollar": "HKD", "Singapore dollar": "SGD", "Peso": "XPS",
}

func currencyOf(name string) (string, *big.Rat) {
	switch name {
	case "Cent":
		return "USD", big.NewRat(1, 100)
	case "Pence", "Penny":
		return "GBP", big.NewRat(1, 100)
	}
	return currencies[name], big.NewRat(1, 1)
}

// unitOf writes a unit's name as CLDR does.
func unitOf(name string) string {
	name = strings.NewReplacer("metre", "meter", "litre", "liter", " ", "-").Replace(strings.ToLower(name))
	switch name {
	case "metric-ton":
		return "tonne"
	case "turn":
		return "revolution"
	case "degree-fahrenheit", "f":
		return "fahrenheit"
	case "degree-celsius", "c":
		return "celsius"
	case "pound-mass":
		return "pound"
	case "age":
		return "year"
	case "second-of-arc":
		return "arc-second"
	case "minute-of-arc":
		return "arc-minute"
	}
	return name
}

// datesJudge compares the dates of a text: place, and where the case has one, the
// value, by its first and last day.
func datesJudge(c corpusCase, found []Quantity) bool {
	n := 0
	for _, q := range found {
		if q.Kind != Date {
			continue
		}
		if n == len(c.Expected) {
			return false
		}
		e := c.Expected[n]
		if runes(c.Input, q.Start) != e.Start || runes(c.Input, q.End) != e.End || e.Timex != "" && !sameDate(e, q) {
			return false
		}
		n++
	}
	return n == len(c.Expected)
}

// sameDate compares with the timex, or with what it resolves to in the past or the
// future: its end is the day after, or of some spans the last day.
func sameDate(e expected, q Quantity) bool {
	if q.EDTF == e.Timex || strings.TrimSuffix(q.EDTF, "~") == e.Timex {
		return true
	}
	if year, season, _ := strings.Cut(e.Timex, "-"); season != "" && q.EDTF == year+map[string]string{"SP": "-21", "SU": "-22", "FA": "-23", "WI": "-24"}[season] {
		return len(q.EDTF) == len("2017-21")
	}
	from, to, ok := q.wholeBounds()
	if !ok {
		return false
	}
	for _, r := range []map[string]string{e.FutureResolution, e.PastResolution} {
		if d := r["date"]; d != "" {
			if iso(from) == d && iso(to) == d || q.Relative && len(q.EDTF) == 4 && strings.HasPrefix(d, q.EDTF) {
				return true
			}
		}
		if s := r["startDate"]; s != "" && sameDay(s, iso(from), q.EDTF) {
			end, err := time.Parse("2006-01-02", r["endDate"])
			if err == nil && (sameDay(iso(end), iso(to), q.EDTF) || sameDay(iso(end.AddDate(0, 0, -1)), iso(to), q.EDTF)) {
				return true
			}
		}
	}
	return e.Timex[0] == '(' && q.EDTF != "" && strings.HasPrefix(e.Timex, "("+strings.Replace(q.EDTF, "/", ",", 1)+",")
}

// wholeBounds are the bounds without the part: the suites have none for it.
func (q Quantity) wholeBounds() (from, to time.Time, ok bool) { return bounds(q.EDTF, "") }

// sameDay compares days; of a date without a year, the days of whatever year.
func sameDay(a, b, edtf string) bool {
	return a == b || strings.HasPrefix(edtf, "XXXX") && len(a) == 10 && len(b) == 10 && a[4:] == b[4:]
}

// quantulumJudge compares with quantulum3, which gives the middle of a range and
// counts years as bare numbers.
func quantulumJudge(c corpusCase, found []Quantity) bool {
	n := 0
	for _, q := range found {
		if q.Kind == Date && (len(q.EDTF) != 4 || n < len(c.Expected) && c.Expected[n].Text != c.Input[q.Start:q.End]) || q.Kind == Ordinal || q.Kind == Vague {
			continue
		}
		if n == len(c.Expected) {
			return false
		}
		e := c.Expected[n]
		if runes(c.Input, q.Start) != e.Start || runes(c.Input, q.End) != e.End {
			return false
		}
		v := q.Value.Rat()
		if q.Max.Given() {
			v.Add(v, q.Max.Rat()).Mul(v, big.NewRat(1, 2))
		}
		if q.Kind == Date {
			v = amountOf(q.EDTF)
		}
		if !nearer(v, amountOf(e.Value)) || !quantulumUnit(e.Unit, q) {
			return false
		}
		n++
	}
	return n == len(c.Expected)
}

func nearer(a, b *big.Rat) bool {
	if a == nil || b == nil {
		return false
	}
	diff := new(big.Rat).Sub(a, b)
	return diff.Abs(diff).Cmp(new(big.Rat).Mul(new(big.Rat).Abs(a), big.NewRat(1, 1e6))) <= 0
}

func quantulumUnit(name string, q Quantity) bool {
	switch {
	case name == "dimensionless":
		return q.Unit == "" && q.Currency == ""
	case name == "percentage":
		return q.Kind == Percent
	case name == "dozen":
		return true
	case q.Kind == Money:
		base, per, _ := strings.Cut(name, " per ")
		code := map[string]string{"dollar": "USD", "pound sterling": "GBP", "euro": "EUR", "yen": "JPY"}[base]
		return code == q.Currency && (per == "" || per == q.Per)
	}
	return unitOf(name) == q.Unit
}
