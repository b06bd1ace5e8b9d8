package quantity

import "testing"

// What the words of a figure allow a record to hold: the numbers beside them are in
// the interval, and those behind the bar are not.
func TestWordsDenoteAnInterval(t *testing.T) {
	for _, c := range []struct {
		words    string
		interval string
		holds    []string
		not      []string
	}{
		{"44 Milliarden US-Dollar", "[43500000000, 44500000000)", []string{"44000000000", "44400000000", "43500000000"}, []string{"44500000000", "44000000"}},
		{"rund 44 Milliarden Euro", "[39600000000, 48400000000]", []string{"47000000000"}, []string{"48500000000"}},
		{"mehr als eine Milliarde Menschen", "(1000000000, 2000000000]", []string{"1050000000", "2000000000"}, []string{"1000000000", "2000000001"}},
		{"mindestens 80 Prozent", "[80, 160]", []string{"80"}, []string{"79.9"}},
		{"weniger als 80 Prozent", "[40, 80)", []string{"79.9", "40"}, []string{"80"}},
		{"höchstens 80 Prozent", "[40, 80]", []string{"80"}, []string{"80.1"}},
		{"gut 100 Millionen", "(100000000, 110000000]", []string{"105000000"}, []string{"100000000", "111000000"}},
		{"knapp 100 Millionen", "[90000000, 100000000)", []string{"95000000"}, []string{"100000000", "89000000"}},
		{"1 Prozent", "[0.9, 1.1]", []string{"1.1"}, []string{"1.2"}}, // a tenth is less than half of the last digit
		{"minus 4,5 Prozent", "(-4.55, -4.45]", []string{"-4.5"}, []string{"4.5"}},
		{"2,5 bis 3 Milliarden Euro", "[2450000000, 3300000000]", []string{"2500000000", "3000000000"}, []string{"3300000001", "2400000000"}},
		{"ein Drittel", "[1/3, 1/3]", nil, []string{"0.33"}},
	} {
		found := Scan(c.words, Options{Lang: "de"})
		if len(found) != 1 {
			t.Errorf("%q: %d figures", c.words, len(found))
			continue
		}
		i := found[0].Interval()
		if i.String() != c.interval {
			t.Errorf("%q denotes %s, want %s", c.words, i, c.interval)
		}
		for _, v := range c.holds {
			if !i.Contains(decimal(t, v).Rat()) {
				t.Errorf("%q does not hold %s: %s", c.words, v, i)
			}
		}
		for _, v := range c.not {
			if i.Contains(decimal(t, v).Rat()) {
				t.Errorf("%q holds %s: %s", c.words, v, i)
			}
		}
	}
}

func decimal(t *testing.T, s string) Decimal {
	t.Helper()
	d, ok := ParseDecimal(s)
	if !ok {
		t.Fatal(s)
	}
	return d
}
