package locale

import (
	"slices"
	"strings"
	"testing"
)

// TestEveryLanguage sees that nothing is missing in the tables and that no part of
// a pattern is left in a text.
func TestEveryLanguage(t *testing.T) {
	for tag := range load().tables {
		l := language(t, tag)
		texts := append(l.everyDate(), l.everyNumber(t)...)
		start, end, innerStart, innerEnd := l.Quotes()
		texts = append(texts, start, end, innerStart, innerEnd, l.Name(), l.Approximately())
		for _, text := range texts {
			if text == "" || strings.ContainsAny(text, "¤{}#'\ufffd\x00") && l.table.Group != "'" {
				t.Errorf("%s: %q", tag, text)
			}
		}
		if len(l.table.Months) != 12 || len(l.table.MonthsAlone) != 12 || slices.Contains(l.table.Quarters, "") {
			t.Errorf("%s: months or quarters are missing", tag)
		}
	}
}

func (l *Locale) everyDate() []string {
	texts := []string{l.Year(0), l.Year(2023), l.Years(2010, 2019)}
	for _, y := range []int{-43, 2021} {
		for m := 1; m <= 12; m++ {
			texts = append(texts, l.Date(y, m, 5), l.DateShort(y, m, 5), l.Month(y, m), l.MonthShort(y, m),
				l.Day(m, 1), l.DayShort(m, 1), l.MonthName(m), l.Days(y, m, 1, 2, "–"), l.DaysShort(y, m, 1, 2, "–"))
		}
	}
	for q := 1; q <= 4; q++ {
		texts = append(texts, l.Quarter(2021, q), l.QuarterShort(2021, q))
	}
	return texts
}

func (l *Locale) everyNumber(t *testing.T) []string {
	var texts []string
	for _, v := range []string{"1", "2", "5", "11", "2500000", "34300000000", "999999999999999999"} {
		texts = append(texts, l.Compact(v), l.CompactShort(v), l.Percent(v), l.Range("1", v), l.RangeShort("1000000", v))
		for code := range l.table.Currencies {
			texts = append(texts, l.Money(v, code, Long), l.Money(v, code, Short), l.Money(v, code, Full), l.MoneyRange("1", v, code, Long))
		}
		for id := range l.table.Units {
			for _, style := range []Style{Long, Short, Full} {
				text, ok := l.Unit(v, id, style)
				between, okRange := l.UnitRange("1", v, id, style)
				if !ok || !okRange {
					t.Errorf("%s: no %s", l.tag, id)
				}
				texts = append(texts, text, between)
			}
		}
	}
	return texts
}

// TestSize holds the tables to a size that every build of the tool can carry.
func TestSize(t *testing.T) {
	size := 0
	for tag := range load().tables {
		size += len(file(tag))
	}
	if size > 500_000 {
		t.Errorf("the tables have %d bytes", size)
	}
	if load().CLDR == "" {
		t.Error("the tables do not say which CLDR they are of")
	}
}

// TestPluralOperands evaluates rules that the languages here use little, on
// numbers that no machine word holds.
func TestPluralOperands(t *testing.T) {
	for _, c := range []struct {
		rule, number string
		exponent     int
		want         bool
	}{
		{"n = 1", "1", 0, true},
		{"n = 1", "1.0", 0, true},
		{"n = 1", "1.5", 0, false},
		{"n != 1", "1.5", 0, true},
		{"i = 1 and v = 0", "1.0", 0, false},
		{"n % 10 = 1", "31.0", 0, true},
		{"n % 10 = 1", "31.5", 0, false},
		{"i % 1000000 = 0", "123456789012345678901234000000", 0, true},
		{"i % 100 = 12..14", "123456789012345678901234567813", 0, true},
		{"n = 0..5", "123456789012345678901234567813", 0, false},
		{"f = 10", "1.10", 0, true},
		{"t = 1", "1.10", 0, true},
		{"w = 1", "1.10", 0, true},
		{"e = 0", "1000000", 6, false},
		{"c != 0..5", "1000000", 6, true},
		{"v = 0 and i % 10 = 1 and i % 100 != 11 or f = 3,5", "1.5", 0, true},
	} {
		d, ok := parse(c.number)
		rules := compile(map[string]string{"one": c.rule})
		if got := rules[0].matches(d, c.exponent); !ok || got != c.want {
			t.Errorf("%s for %s: %v", c.rule, c.number, got)
		}
	}
}
