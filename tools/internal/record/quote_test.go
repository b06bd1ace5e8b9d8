package record

import "testing"

func TestQuotesContainTheirValue(t *testing.T) {
	tests := []struct {
		lang, quote, value string
		want               bool
	}{
		{"en", "More than 1 billion people around the world", "1000000000", true},
		{"en", "more than one billion", "1000000000", true},
		{"en", "over a billion users", "1000000000", true},
		{"en", "half a billion users", "500000000", true},
		{"de", "mehr als eine Milliarde Menschen", "1000000000", true},
		{"de", "eine halbe Milliarde", "500000000", true},
		{"de", "eine Billion Euro", "1000000000000", true},
		{"de", "eine Billion Euro", "1000000000", false},
		{"en", "one billion euros", "1000000000000", false},
		{"en", "revenue of $34.3bn in 2020", "34300000000", true},
		{"en", "a fine of €530m", "530000000", true},
		{"en", "about 150 m users", "150000000", true},
		{"en", "a tower 150 m high", "150", true},
		{"de", "34,3 Mrd. US-Dollar", "34300000000", true},
		{"de", "20,9 Millionen Nutzer", "20900000", true},
		{"de", "19 Mio. Nutzer", "19000000", true},
		{"de", "genau 1.234.567 Menschen", "1234567", true},
		{"en", "exactly 1,234,567 people", "1234567", true},
		{"de", "1 234 567 Menschen", "1234567", true},
		{"de", "1'234'567 Menschen", "1234567", true},
		{"de", "24,99 Prozent", "24.99", true},
		{"en", "24.99%", "24.99", true},
		{"de", "1.500 Leute", "1500", true},
		{"en", "1.500 liters", "1.5", true},
		{"en", "150k downloads", "150000", true},
		{"en", "several hundred million", "100000000", true},
		{"en", "three dozen", "36", false},
		{"en", "two to three billion", "2000000000", true},
		{"en", "between 2.5 and 3 billion", "2500000000", true},
		{"de", "2,5 bis 3 Milliarden", "2500000000", true},
		{"de", "2,5–3 Milliarden", "2500000000", true},
		{"en", "54 in 2018, then 271 million", "54000000", false},
		{"en", "twenty-five ministries", "25", true},
		{"de", "fünfundzwanzig Ministerien", "25", true},
		{"de", "einundzwanzig", "21", true},
		{"de", "anderthalb Millionen", "1500000", true},
		{"en", "fell by 4 percent", "-4", true},
		{"en", "for as little as 12 cents", "0.12", true},
		{"en", "in 2021 100 million people", "100000000", true},
		{"en", "no number at all", "5", false},
		{"en", "", "5", false},
		{"en", "655.9 million", "1000000000", false},
		{"it", "656 milioni di download", "656000000", true}, // a language that nobody here reads
	}
	for _, tc := range tests {
		if got := quotes(tc.quote, tc.lang, tc.value); got != tc.want {
			t.Errorf("%s: %q contains %s: %v", tc.lang, tc.quote, tc.value, got)
		}
	}
}
