package quantity

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// Whatever a stranger's text holds: no panic, no value that is not there, and time
// in proportion to its length.
func TestBadInput(t *testing.T) {
	million := strings.Repeat("7", 1_000_000)
	for name, c := range map[string]struct {
		text string
		want []string // values found
	}{
		"a megabyte of digits":           {million, nil},
		"groups without end":             {strings.Repeat("123.", 250_000), nil},
		"nested brackets":                {strings.Repeat("[", 10_000) + "5" + strings.Repeat("]", 10_000), []string{"5"}},
		"an exponent beyond all numbers": {"1e999999999", nil},
		"not UTF-8":                      {"\xff\xfe 12 Prozent \x80\xc2", []string{"12"}},
		"a cut rune":                     {"fünf \xc3", []string{"5"}},
		"decomposed umlauts":             {"fu\u0308nf Millionen und zwo\u0308lf", []string{"5000000", "12"}},
		"a zero-width space in a number": {"1\u200b000\u200b000 Euro", []string{"1000000"}},
		"a soft hyphen in a word":        {"zwei\u00adhundert", []string{"200"}},
		"a word joiner before a group":   {"12\u2060.000", []string{"12000"}},
		"right-to-left marks":            {"\u200f44\u200e Milliarden", []string{"44000000000"}},
		"a byte order mark":              {"\ufeff7 Tage", []string{"7"}},
		"39 digits":                      {strings.Repeat("9", 39), nil},
		"38 digits":                      {strings.Repeat("9", 38), []string{strings.Repeat("9", 38)}},
		"a fraction by nought":           {"5/0", []string{"5", "0"}},
		"nothing":                        {"", nil},
		"blanks":                         {strings.Repeat(" \u00a0\n", 100_000), nil},
	} {
		start := time.Now()
		var got []string
		for _, q := range Scan(c.text, Options{Lang: "de"}) {
			got = append(got, q.Value.String())
		}
		if strings.Join(got, " ") != strings.Join(c.want, " ") {
			t.Errorf("%s: %.80v, want %.80v", name, got, c.want)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
	}
}

// Time per byte is the same for any length, also where every word is a number.
func TestTimeIsLinear(t *testing.T) {
	for name, piece := range map[string]string{
		"numbers": "12 ", "words": "zwei ", "magnitudes": "Millionen ", "hundreds": "hundert", "approximators": "mehr als ", "hyphens": "5-",
		"slashes": "1/", "points": "1.", "brackets": "(", "ranges": "5 bis ", "dates": "3. Mai bis ", "letters": "ein", "ands": "und ",
	} {
		if growth := growth(piece); growth > 4 {
			t.Errorf("%s: a byte of a text ten times as long takes %.1f times as long", name, growth)
		}
	}
}

// growth is how much longer a byte takes in a text ten times as long: 10 where the
// time is that of the square. Both texts are read in turn, the short one ten times,
// and the fastest reading of each counts; a machine that is busy gets more turns.
func growth(piece string) float64 {
	short, long := strings.Repeat(piece, 500), strings.Repeat(piece, 5_000)
	a, b := time.Hour, time.Hour
	for turn := 0; turn < 3 || b > 4*a && turn < 100; turn++ {
		a, b = min(a, reading(short, 10)), min(b, reading(long, 1))
	}
	return float64(b) / float64(a)
}

func reading(text string, times int) time.Duration {
	start := time.Now()
	for range times {
		for _, lang := range [...]string{"de", "en"} {
			Scan(text, Options{Lang: lang})
		}
	}
	return time.Since(start)
}

// FuzzScan holds what is true of the findings of any text.
func FuzzScan(f *testing.F) {
	for _, s := range []string{
		"Rund 44 Milliarden US-Dollar zahlte er im Oktober 2022.", "von 2,5 bis 3 Mrd. €, ½0", "vor gut zehn Jahren, Mitte der 1990er",
		"$1.5bn–$2bn in the third quarter of 2022", "between May 2015 and 2018", "1e9 x10^5 3/4 2½ ⅔", "٣ 1\u200b000 \xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range [...]string{"de", "de-CH", "en-GB", "en-US"} {
			o := Options{Lang: lang, Date: time.Date(2023, 3, 11, 0, 0, 0, 0, time.UTC)}
			end := 0
			for _, q := range Scan(text, o) {
				if q.Start < end || q.End <= q.Start || q.End > len(text) {
					t.Fatalf("%s: %d–%d after %d in %q", lang, q.Start, q.End, end, text)
				}
				end = q.End
				if !border(text, q.Start) || !border(text, q.End) {
					t.Fatalf("%s: %d–%d is inside a rune of %q", lang, q.Start, q.End, text)
				}
				rereads(t, q)
				if q.EDTF != "" {
					if _, _, ok := q.Bounds(); !ok {
						t.Fatalf("%s: %q is no date: %q", lang, text[q.Start:q.End], q.EDTF)
					}
				}
			}
		}
	})
}

// border reports whether an offset is not inside a rune.
func border(s string, i int) bool {
	return i == len(s) || i == 0 || utf8.RuneStart(s[i]) || !utf8.ValidString(s)
}

// rereads writes a value and reads it again.
func rereads(t *testing.T, q Quantity) {
	t.Helper()
	for _, d := range [...]Decimal{q.Value, q.Max, q.Step, q.Other} {
		if !d.Given() {
			continue
		}
		again, ok := ParseDecimal(d.String())
		if len(d.String()) < 38 && (!ok || again.Cmp(d) != 0) {
			t.Fatalf("%v is read back as %v", d, again)
		}
	}
}
