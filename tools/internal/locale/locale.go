// Package locale is what CLDR knows of a language: how numbers, magnitudes,
// money, measures and dates are written, which plural form a number takes, and
// which marks enclose a quotation.
//
// Everything hangs on a [Locale], which [For] finds for a language tag. Numbers
// go in as exact decimal strings, "1234567.5" or "-3", and never pass through a
// float: a figure that was checked must come out as it went in. From a million
// up a value may be written with a magnitude ("34,3 Milliarden"), but no digit is
// ever rounded away: what has more than three decimals in its magnitude is
// written in full. A string that is no decimal is returned as it is, so that a
// mistake is seen and not guessed at.
//
// The tables (data/) are CLDR's, read out of its JSON by the program in gen;
// the file names its version, and LICENSE-UNICODE is the licence it comes with.
// The few departures from CLDR, each with its reason, are all in house.go. One of
// them concerns every text: where a number and what belongs to it could be torn
// apart at the end of a line, the space between them is U+00A0, which does not
// break, so whoever compares texts must be aware of it.
package locale

import (
	"slices"
	"strings"
)

//go:generate go run gen/main.go gen/tables.go -cldr $CLDR

// Locale is the data of one language or regional variant. It is not written to
// after [For] has made it, so it may be shared.
type Locale struct {
	tag   string
	data  string // the tag of the data, "en-GB" for "en"
	table *table
}

// fallback is the locale of languages without data, and English means this one.
const fallback = "en-GB"

// For returns the locale for a BCP 47 tag, in any case and with "-" or "_": the
// one of that very tag ("de-CH"), else of its parent in CLDR ("pt-MZ" is written
// as pt-PT), else of its language ("de-LI" as de, "en" and "en-AU" as en-GB).
//
// The result is false, and the locale British English, where there is no data for
// the language, or where it is written in another script than the data ("zh-TW").
func For(tag string) (*Locale, bool) {
	all := load()
	for t := canonical(tag); t != ""; t = t[:max(0, strings.LastIndexByte(t, '-'))] {
		if parent, ok := all.Parents[t]; ok {
			if parent == "" {
				break
			}
			t = parent
		}
		if t == "en" {
			t = fallback
		}
		if table, ok := all.tables[t]; ok {
			return &Locale{tag, t, table()}, true
		}
	}
	return &Locale{tag, fallback, all.tables[fallback]()}, false
}

// canonical writes a tag's case as BCP 47 recommends (section 2.1.1): language
// de, script Hant, region CH.
func canonical(tag string) string {
	parts := strings.Split(strings.ReplaceAll(tag, "_", "-"), "-")
	for i, p := range parts {
		p = strings.ToLower(p)
		switch {
		case i > 0 && len(p) == 2:
			p = strings.ToUpper(p)
		case i > 0 && len(p) == 4 && p[0] > '9':
			p = strings.ToUpper(p[:1]) + p[1:]
		}
		parts[i] = p
	}
	return strings.Join(parts, "-")
}

// Tag returns the tag that the locale was asked for by, as it was written; also
// where there was no data for it.
func (l *Locale) Tag() string { return l.tag }

// Language returns the language of the tag, in small letters: "de" for "de-CH".
func (l *Locale) Language() string {
	language, _, _ := strings.Cut(canonical(l.tag), "-")
	return language
}

// Variant returns the tag of the data that the texts come from: "de-CH" for
// "de-CH", "de" for "de-LI", "en-GB" for "en" and for what there is no data for.
func (l *Locale) Variant() string { return l.data }

// spoken returns the language that the texts are in: that of the variant.
func (l *Locale) spoken() string {
	language, _, _ := strings.Cut(l.data, "-")
	return language
}

// Name returns the language's name in itself, as CLDR spells it: "Deutsch",
// "français". A variant that was asked for by its own tag is named as such:
// "Schweizer Hochdeutsch". Without data for the language it is the tag.
func (l *Locale) Name() string {
	switch {
	case l.Language() != l.spoken():
		return l.tag
	case l.Language() == "en" && canonical(l.tag) != l.data:
		return "English"
	}
	return l.table.Name
}

// Dir returns the direction of the script, "ltr" or "rtl"; also of languages
// without data.
func (l *Locale) Dir() string {
	parts := strings.Split(canonical(l.tag), "-")
	rtl := slices.Contains(rightToLeft, parts[0])
	for _, p := range parts[1:] {
		if len(p) == 4 { // a script
			rtl = slices.Contains(rightToLeftScripts, p)
		}
	}
	if rtl {
		return "rtl"
	}
	return "ltr"
}

// Languages that are usually written from right to left, and the scripts that
// always are (CLDR, scriptMetadata and likelySubtags).
var (
	rightToLeft        = strings.Fields("ar arc bal bgn ckb dv fa glk he iw ks lrc luz mzn nqo pnb prs ps rhg sd sdh skr syr ug ur yi")
	rightToLeftScripts = strings.Fields("Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Sogd Syrc Thaa")
)

// OtherQuotes returns quotation marks that are right in the language too, in no order.
func (l *Locale) OtherQuotes() string { return otherQuotes[l.spoken()] }

// Quotes returns the marks around a quotation, and those around one inside it:
// „ “ ‚ ‘ in German, ‘ ’ “ ” in British English, “ ” ‘ ’ in American. The thin
// spaces of French do not belong to the marks.
func (l *Locale) Quotes() (start, end, innerStart, innerEnd string) {
	q := l.table.Quotes
	if singleQuotes(l.data) {
		return q[2], q[3], q[0], q[1]
	}
	return q[0], q[1], q[2], q[3]
}
