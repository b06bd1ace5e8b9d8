package record

import (
	"strings"
	"testing"
	"time"
)

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
		{"en", "three dozen", "36", true},
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
		{"en", "a five-year plan", "5", true},
		{"en", "a two-to-three-hour talk", "3", true},
		{"en", "a $150-million fine", "150000000", true},
		{"de", "die 34-Milliarden-Dollar-Frage", "34000000000", true},
		{"de", "die 34-Milliarden-Dollar-Frage", "34", false},
		{"de", "vor gut zehn Jahren anlässlich des Börsengangs", "10", true},
		{"en", "ten years ago it went public", "10", true},
		{"de", "vor gut zehn Jahren anlässlich des Börsengangs", "11", false},
		{"de", "dreihundert Menschen", "300", true},
		{"de", "zweitausend Menschen", "2000", true},
		{"de", "hundert Millionen", "100000000", true},
		{"en", "two hundred thousand million", "200000000000", true},
		{"en", "five hours of testimony", "5", true},
		{"de", "fünf Stunden lang", "5", true},
		{"en", "US$ 85.6 Billion", "85600000000", true},
		{"en", "$1.5B in 2019", "1500000000", true},
		{"de", "2,5 Mrd. Euro", "2500000000", true},
		{"de", "30 Tsd. Leute", "30000", true},
		{"en", "twelve thousand", "12000", true},
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

// A quotation is a stranger's text, and may be long.
// It takes eight times as long for eight times the text; the square would take
// sixty-four times. Seconds would tell of the machine, not of the code.
func TestQuotesAreReadInLinearTime(t *testing.T) {
	for _, piece := range []string{" m", " million", "1", "1.", "1 000 ", "a-"} {
		took := func(n int) time.Duration {
			long, start := "5"+strings.Repeat(piece, n), time.Now()
			if quotes(long, "en", "7") {
				t.Errorf("%.20s… contains 7", long)
			}
			return time.Since(start)
		}
		const n = 4_000
		short, long := min(took(n), took(n), took(n)), took(8*n)
		if long > 30*short+50*time.Millisecond {
			t.Errorf("%q: %v for the text, %v for eight of it", piece, short, long)
		}
	}
}
