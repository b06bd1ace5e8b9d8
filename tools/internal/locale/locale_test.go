package locale

import (
	"math/big"
	"os"
	"strings"
	"testing"
)

var styles = map[string]Style{"": Long, "short": Short, "full": Full, "within": Within}

// call runs a line of numbers.txt.
func call(l *Locale, line string) string {
	args := strings.Fields(line)
	name := args[0]
	for _, prefix := range []string{"moneyrange", "money", "unitrange", "unit"} {
		style, ok := styles[strings.TrimPrefix(name, prefix)]
		if !ok || !strings.HasPrefix(name, prefix) {
			continue
		}
		switch prefix {
		case "moneyrange":
			return l.MoneyRange(args[1], args[2], args[3], style)
		case "money":
			return l.Money(args[1], args[2], style)
		}
		text, ok := l.Unit(args[1], args[2], style)
		if prefix == "unitrange" {
			text, ok = l.UnitRange(args[1], args[2], args[3], style)
		}
		if !ok {
			return "nothing"
		}
		return text
	}
	switch name {
	case "range":
		return l.Range(args[1], args[2])
	case "rangeshort":
		return l.RangeShort(args[1], args[2])
	case "rangewithin":
		return l.RangeWithin(args[1], args[2])
	case "rangefull":
		return l.RangeFull(args[1], args[2])
	}
	return map[string]func(string) string{
		"decimal": l.Decimal, "compact": l.Compact, "short": l.CompactShort, "percent": l.Percent, "plural": l.Plural,
	}[name](args[1])
}

func TestNumbers(t *testing.T) {
	file, err := os.ReadFile("testdata/numbers.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, " | ")
		got := strings.NewReplacer(noBreak, "_", narrow, "~", "\u200e", "", "\u200f", "").Replace(call(language(t, row[1]), row[0]))
		if got != row[2] {
			t.Errorf("%s in %s: got %s, want %s", row[0], row[1], got, row[2])
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ tag, date, short, day, month, monthShort, quarter string }{
		{"de", "27._September 2021", "27._Sept. 2021", "27._September", "September 2021", "Sept. 2021", "3. Quartal 2021"},
		{"de-AT", "27._September 2021", "27._Sep. 2021", "27._September", "September 2021", "Sep. 2021", "3. Quartal 2021"},
		{"en-GB", "27_September 2021", "27_Sept 2021", "27_September", "September 2021", "Sept 2021", "3rd quarter 2021"},
		{"en-US", "September_27, 2021", "Sep_27, 2021", "September_27", "September 2021", "Sep 2021", "3rd quarter 2021"},
		{"fr", "27_septembre 2021", "27_sept. 2021", "27_septembre", "septembre 2021", "sept. 2021", "3e trimestre 2021"},
		{"es", "27_de septiembre de 2021", "27_sept 2021", "27_de septiembre", "septiembre de 2021", "sept 2021", "3.er trimestre de 2021"},
		{"ar", "27_سبتمبر 2021", "27_سبتمبر 2021", "27_سبتمبر", "سبتمبر 2021", "سبتمبر 2021", "الربع الثالث 2021"},
		{"he", "27_בספטמבר 2021", "27_בספט׳ 2021", "27_בספטמבר", "ספטמבר 2021", "ספט׳ 2021", "רבעון 3 2021"},
		{"ja", "2021年9月27日", "2021年9月27日", "9月27日", "2021年9月", "2021年9月", "2021年第3四半期"},
		{"zh", "2021年9月27日", "2021年9月27日", "9月27日", "2021年9月", "2021年9月", "2021年第3季度"},
		{"cs", "27._září 2021", "27._9. 2021", "27._září", "září 2021", "září 2021", "3. čtvrtletí 2021"},
	} {
		l := language(t, c.tag)
		got := []string{l.Date(2021, 9, 27), l.DateShort(2021, 9, 27), l.Day(9, 27), l.Month(2021, 9), l.MonthShort(2021, 9), l.Quarter(2021, 3)}
		want := []string{c.date, c.short, c.day, c.month, c.monthShort, c.quarter}
		for i, text := range got {
			if text = strings.ReplaceAll(text, noBreak, "_"); text != want[i] {
				t.Errorf("%s: got %s, want %s", c.tag, text, want[i])
			}
		}
	}
	if got := language(t, "fr").Date(2023, 1, 1); got != "1er\u00a0janvier 2023" {
		t.Error(got)
	}
	if got := language(t, "de").MonthName(3); got != "März" {
		t.Error(got)
	}
}

// TestSpansAndEras shows the forms that Intl has no oracle for.
func TestSpansAndEras(t *testing.T) {
	for _, c := range []struct{ tag, days, years, day, month, year, long string }{
		{"de", "18. bis 19._Januar 2025", "2010–2019", "15._März 44_v._Chr.", "März 44_v._Chr.", "44_v._Chr.", "170.000.002"},
		{"en-GB", "18 bis 19_January 2025", "2010 – 2019", "15_March 44_BC", "March 44_BC", "44_BC", "170,000,002"},
		{"en-US", "January_18 bis 19, 2025", "2010 – 2019", "March_15, 44_BC", "March 44_BC", "44_BC", "170,000,002"},
		{"es", "18 bis 19_de enero de 2025", "2010–2019", "15_de marzo de 44_a._C.", "marzo de 44_a._C.", "44_a._C.", "170.000.002"},
		{"cs", "18. bis 19._ledna 2025", "2010–2019", "15._března 44_př._n._l.", "březen 44_př._n._l.", "44_př._n._l.", "170_000_002"},
		{"ja", "2025年1月18 bis 19日", "2010年～2019年", "紀元前44年3月15日", "紀元前44年3月", "紀元前44年", "170,000,002年"},
	} {
		l := language(t, c.tag)
		got := []string{l.Days(2025, 1, 18, 19, " bis "), l.Years(2010, 2019), l.Date(-43, 3, 15), l.Month(-43, 3), l.Year(-43), l.Year(170000002)}
		want := []string{c.days, c.years, c.day, c.month, c.year, c.long}
		for i, text := range got {
			text = strings.NewReplacer(noBreak, "_", "\u2009", " ").Replace(text)
			if text != want[i] {
				t.Errorf("%s: got %s, want %s", c.tag, text, want[i])
			}
		}
	}
}

func TestName(t *testing.T) {
	for tag, want := range map[string]string{
		"de": "Deutsch", "de-LI": "Deutsch", "de-CH": "Schweizer Hochdeutsch", "en": "English", "en-GB": "British English",
		"en-US": "English", "en-IE": "English", "fr": "français", "ar": "العربية", "tlh": "tlh",
	} {
		if l, _ := For(tag); l.Name() != want {
			t.Errorf("%s: got %s, want %s", tag, l.Name(), want)
		}
	}
}

func TestQuotesAndDirection(t *testing.T) {
	for _, c := range []struct{ tag, quotes, dir string }{
		{"de", "„ “ ‚ ‘", "ltr"},
		{"en-GB", "‘ ’ “ ”", "ltr"},
		{"en", "‘ ’ “ ”", "ltr"},
		{"en-US", "“ ” ‘ ’", "ltr"},
		{"en-us", "“ ” ‘ ’", "ltr"},
		{"fr", "« » « »", "ltr"},
		{"ja", "「 」 『 』", "ltr"},
		{"ar", "” “ ’ ‘", "rtl"},
		{"he", "” ” ’ ’", "rtl"},
	} {
		l := language(t, c.tag)
		a, b, x, y := l.Quotes()
		if got := strings.Join([]string{a, b, x, y}, " "); got != c.quotes || l.Dir() != c.dir {
			t.Errorf("%s: %s, %s", c.tag, got, l.Dir())
		}
	}
}

func TestFor(t *testing.T) {
	for _, c := range []struct{ tag, like, language, dir string }{
		{"de", "de", "de", "ltr"},
		{"de-CH", "de-CH", "de", "ltr"},
		{"DE-ch", "de-CH", "de", "ltr"},
		{"de-CH-1996", "de-CH", "de", "ltr"},
		{"de-LI", "de", "de", "ltr"},
		{"en", "en-GB", "en", "ltr"},
		{"en-IE", "en-GB", "en", "ltr"},
		{"en-US", "en-US", "en", "ltr"},
		{"pt-PT", "pt-PT", "pt", "ltr"},
		{"pt-MZ", "pt-PT", "pt", "ltr"},
		{"pt-BR", "pt", "pt", "ltr"},
		{"zh-Hans-SG", "zh", "zh", "ltr"},
		{"zh-TW", "", "zh", "ltr"},
		{"zh-Hant-HK", "", "zh", "ltr"},
		{"de_AT", "de-AT", "de", "ltr"},
		{"ar-EG", "ar", "ar", "rtl"},
		{"fa-AF", "fa", "fa", "rtl"},
		{"no", "nb", "no", "ltr"},
		{"sw", "", "sw", "ltr"},
		{"ur-PK", "", "ur", "rtl"},
		{"az-Arab", "", "az", "rtl"},
		{"tlh", "", "tlh", "ltr"},
		{"x-klingon", "", "x", "ltr"},
		{"dex", "", "dex", "ltr"},
		{"", "", "", "ltr"},
		{"-", "", "", "ltr"},
	} {
		l, ok := For(c.tag)
		if ok != (c.like != "") || l.Tag() != c.tag || l.Language() != c.language || l.Dir() != c.dir {
			t.Errorf("%q: %v %q %q %q", c.tag, ok, l.Tag(), l.Language(), l.Dir())
		}
		like := c.like
		if like == "" {
			like = "en-GB"
		}
		if got, want := l.Money("1234567.5", "EUR", Full), language(t, like).Money("1234567.5", "EUR", Full); got != want {
			t.Errorf("%q: %s, want %s", c.tag, got, want)
		}
	}
}

// TestNoDecimal sees what callers must not send and may: it comes back unchanged.
func TestNoDecimal(t *testing.T) {
	l := language(t, "de")
	for _, v := range []string{"", "-", ".", "1.", ".5", "+5", "--5", "1e9", "1/3", "0x10", "1_000", "1,5", "1.2.3", " 1", "viele"} {
		for name, got := range map[string]string{"decimal": l.Decimal(v), "compact": l.Compact(v), "short": l.CompactShort(v)} {
			if got != v {
				t.Errorf("%s of %q is %q", name, v, got)
			}
		}
	}
	for _, style := range styles {
		if got := language(t, "fr").Money("25", "", style); got != "25" {
			t.Errorf("without a currency: %q", got)
		}
	}
}

// FuzzNumbers checks that no text of digits is lost or changed.
func FuzzNumbers(f *testing.F) {
	for _, v := range []string{"0", "-0", "1", "007", "1000000", "-34300000000", "1234567.891", "0.10", "1000000.00", "1e9", "", "-", "1/2", "999999999999999999999"} {
		f.Add(v)
	}
	tags := []string{"de", "de-CH", "en-GB", "en-US", "fr", "ar", "es", "pl", "ru", "ja", "he", "tr", "sv"}
	f.Fuzz(func(t *testing.T, v string) {
		for _, tag := range tags {
			l := language(t, tag)
			full, long, short := l.Decimal(v), l.Compact(v), l.CompactShort(v)
			if !strings.Contains(" zero one two few many other ", " "+l.Plural(v)+" ") {
				t.Fatalf("%s: plural of %q is %q", tag, v, l.Plural(v))
			}
			for _, style := range []Style{Long, Short, Full} {
				l.Money(v, "USD", style)
				l.Money(v, "", style)
				l.MoneyRange(v, v, "CHF", style)
				l.Unit(v, "hour", style)
				l.UnitRange("0.5", v, "year", style)
			}
			l.Percent(v)
			l.Range(v, v)
			if _, ok := parse(v); !ok {
				if full != v || long != v || short != v {
					t.Fatalf("%s: %q became %q, %q, %q", tag, v, full, long, short)
				}
				continue
			}
			exact, _ := new(big.Rat).SetString(v)
			if got, ok := new(big.Rat).SetString(unformat(l, full)); !ok || got.Cmp(exact) != 0 {
				t.Fatalf("%s: %q became %q", tag, v, full)
			}
			if _, fraction, _ := strings.Cut(v, "."); !strings.HasSuffix(full, fraction) {
				t.Fatalf("%s: %q became %q", tag, v, full)
			}
			for _, text := range []string{long, short} {
				if got, ok := new(big.Rat).SetString(unformat(l, text)); !ok || !isPowerOfTen(exact, got) {
					t.Fatalf("%s: %q became %q", tag, v, text)
				}
			}
		}
	})
}

// unformat reads a number back: what is no digit, decimal sign or minus goes.
func unformat(l *Locale, text string) string {
	var b strings.Builder
	rest, negative := strings.CutPrefix(smooth(text), smooth(l.table.Minus))
	if negative {
		b.WriteByte('-')
	}
	rest = strings.ReplaceAll(rest, smooth(l.table.Group), "")
	end := strings.LastIndexAny(rest, "0123456789") + 1
	for _, r := range strings.Replace(rest[:end], l.table.Decimal, "|", 1) {
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == '|':
			b.WriteByte('.')
		}
	}
	return b.String()
}

// isPowerOfTen reports whether a is b times a power of ten.
func isPowerOfTen(a, b *big.Rat) bool {
	if a.Sign() == 0 || b.Sign() == 0 {
		return a.Sign() == b.Sign()
	}
	s := new(big.Rat).Quo(a, b).FloatString(20)
	return strings.Trim(s, "0.") == "1"
}

// smooth leaves out what is not seen.
func smooth(s string) string {
	return strings.NewReplacer("\u200e", "", "\u200f", "", "\u061c", "").Replace(sameSpaces(s))
}

func language(t testing.TB, tag string) *Locale {
	t.Helper()
	l, ok := For(tag)
	if !ok {
		t.Fatalf("no data for %s", tag)
	}
	return l
}
