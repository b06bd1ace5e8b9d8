package quantity

import "testing"

// What the words of a figure allow a record to hold.
func TestWordsSayWhatARecordHolds(t *testing.T) {
	for _, c := range []struct {
		words string
		told  Told
		want  Verdict
	}{
		{"44 Milliarden US-Dollar", Told{Value: "44000000000", Currency: "USD"}, Agrees},
		{"44 Milliarden US-Dollar", Told{Value: "44400000000", Currency: "USD"}, Agrees},
		{"44 Milliarden US-Dollar", Told{Value: "44500000000", Currency: "USD"}, OtherValue},
		{"44 Milliarden US-Dollar", Told{Value: "44000000000", Currency: "EUR"}, OtherCurrency},
		{"44 Millionen US-Dollar", Told{Value: "44000000000", Currency: "USD"}, OtherValue},
		{"rund 44 Milliarden Euro", Told{Value: "47000000000", Currency: "EUR"}, Agrees},
		{"mehr als eine Milliarde Menschen", Told{Value: "1000000000", Unit: "person", Comparator: MoreThan}, Agrees},
		{"eine Milliarde Menschen", Told{Value: "1000000000", Unit: "person", Comparator: MoreThan}, OtherComparator},
		{"mehr als eine Milliarde Menschen", Told{Value: "1050000000", Unit: "person"}, Agrees},
		{"mehr als eine Milliarde Menschen", Told{Value: "1000000000", Unit: "person"}, OtherValue},
		{"gut 100 Millionen", Told{Value: "105000000"}, Agrees},
		{"gut 100 Millionen", Told{Value: "111000000"}, OtherValue},
		{"knapp 100 Millionen", Told{Value: "95000000"}, Agrees},
		{"knapp 100 Millionen", Told{Value: "100000000"}, OtherValue},
		{"rund 100 Millionen", Told{Value: "100000000", Comparator: JustOver}, Agrees},
		{"5 Prozent", Told{Value: "5", Unit: "percent"}, Agrees},
		{"5 Prozentpunkte", Told{Value: "5", Unit: "percent"}, OtherUnit},
		{"um 4 Prozent", Told{Value: "-4", Unit: "percent"}, Agrees},
		{"2,5 bis 3 Milliarden Euro", Told{Min: "2500000000", Max: "3000000000", Currency: "EUR"}, Agrees},
		{"2,5 bis 4 Milliarden Euro", Told{Min: "2500000000", Max: "3000000000", Currency: "EUR"}, OtherValue},
		{"9,99 Euro im Monat", Told{Value: "9.99", Currency: "EUR", Per: []string{"month"}}, Agrees},
		{"9,99 Euro im Jahr", Told{Value: "9.99", Currency: "EUR", Per: []string{"month"}}, OtherRate},
		{"drei Jahre", Told{Value: "3", Unit: "month"}, OtherUnit},
	} {
		found := Scan(c.words, Options{Lang: "de"})
		if len(found) != 1 {
			t.Errorf("%q: %d figures", c.words, len(found))
			continue
		}
		if got := found[0].Says(c.told); got != c.want {
			t.Errorf("%q says %v: %s, want %s; it denotes %s", c.words, c.told, got, c.want, found[0].Interval())
		}
	}
}
