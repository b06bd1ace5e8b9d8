// Package locale is what CLDR knows of a language: how numbers, magnitudes,
// money, measures and dates are written, which plural a number takes, and which
// quotation marks enclose a quotation.
//
// The data is CLDR 48 (data.json, made by gen.go; licence in LICENSE-UNICODE).
// Numbers come and go as exact decimal strings, "1234567.5", and never pass
// through a float. A value is written in full or with a magnitude word, but no
// digit of it is ever dropped: what does not fit is written out.
//
// Some habits go beyond CLDR. Where a number and what belongs to it could be
// torn apart at the end of a line, the space between them does not break
// (U+00A0). German sets a narrow one (U+202F) before the percent sign, as
// DIN 5008 asks. French, Spanish, Portuguese and Italian put their "of" between a
// magnitude and a currency, and French writes the first of a month as "1er".
package locale

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strings"
	"sync"
)

//go:generate go run gen.go

//go:embed data.json
var data []byte

// Locale is the data of one language or regional variant.
type Locale struct {
	tag   string
	table *table
}

// table is one entry of data.json.
type table struct {
	Decimal, Group, Minus, MinGrouping string
	Percent, Currency, Range           string
	Long, Short                        map[string]string            // two digits of power of ten, plural category: pattern
	Money                              map[string]map[string]string // code: plural category or "symbol": name
	MoneyLong                          map[string]string
	Units                              map[string]struct{ Long, Short map[string]string }
	Plurals                            map[string]string
	Months, MonthsShort                []string
	MonthsAlone, MonthsAloneShort      []string
	Quarters                           []string
	Date, DateShort, Day               string
	Month, MonthShort, Quarter         string
	Quotes                             []string
	RTL                                bool
}

var tables = sync.OnceValue(func() map[string]*table {
	var file struct{ Locales map[string]*table }
	if err := json.Unmarshal(data, &file); err != nil {
		panic("locale: data.json: " + err.Error()) // generated, and read by every test
	}
	return file.Locales
})

// preferred are the variants that a bare language stands for.
var preferred = map[string]string{"en": "en-GB"}

// For returns the locale for a BCP 47 tag, in any case: the variant itself
// ("de-CH"), else the nearest above it (RFC 4647, "Lookup": "de-CH-1996" is
// "de-CH", "de-LI" is "de"; "en" is en-GB). Without data for the language it
// returns British English and false; the tag stays the one asked for, and the
// direction that of its script.
func For(tag string) (*Locale, bool) {
	all := tables()
	name := canonical(tag)
	for name != "" {
		for _, name := range []string{preferred[name], name} {
			if t, ok := all[name]; ok {
				return &Locale{tag, t}, true
			}
		}
		name = name[:max(0, strings.LastIndexByte(name, '-'))]
	}
	return &Locale{tag, all["en-GB"]}, false
}

// canonical writes a tag in the case that is usual: language small, region large.
func canonical(tag string) string {
	parts := strings.Split(strings.ToLower(tag), "-")
	for i, p := range parts[1:] {
		switch len(p) {
		case 2:
			parts[i+1] = strings.ToUpper(p)
		case 4:
			parts[i+1] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "-")
}

// Tag returns the BCP 47 tag that the locale was asked for by.
func (l *Locale) Tag() string { return l.tag }

// Language returns the tag's language: "de" of "de-CH".
func (l *Locale) Language() string {
	language, _, _ := strings.Cut(l.tag, "-")
	return strings.ToLower(language)
}

// Dir returns the direction of the script, "ltr" or "rtl"; of a language without
// data too.
func (l *Locale) Dir() string {
	rtl := slices.Contains(rightToLeft, l.Language())
	for part := range strings.SplitSeq(l.tag, "-") {
		if len(part) == 4 { // a script
			rtl = slices.Contains(rightToLeftScripts, strings.ToLower(part))
		}
	}
	if rtl {
		return "rtl"
	}
	return "ltr"
}

// Languages that are usually written from right to left, and the scripts that
// always are.
var (
	rightToLeft        = strings.Fields("ar arc bal bgn ckb dv fa glk he iw ks lrc luz mzn nqo pnb prs ps rhg sd sdh skr syr ug ur yi")
	rightToLeftScripts = strings.Fields("adlm arab aran hebr mand mend nkoo rohg samr sogd syrc thaa")
)

// Quotes returns the marks around a quotation, and around one inside it.
func (l *Locale) Quotes() (start, end, innerStart, innerEnd string) {
	q := l.table.Quotes
	if l.Language() == "en" && canonical(l.tag) != "en-US" { // British usage, single outside
		return q[2], q[3], q[0], q[1]
	}
	return q[0], q[1], q[2], q[3]
}
