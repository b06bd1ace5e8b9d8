package record

import (
	"math/big"
	"strings"

	"dossier/tools/internal/quantity"
)

// quotes reports whether a quotation in a language contains an exact decimal: as the
// value of a figure or an end of a range, in either reading of an unclear numeral
// ("1.500"), for the finding is a warning and must not cry wolf. Of a vague figure
// ("several hundred million") its magnitude counts. Languages that are not read
// contain everything.
func quotes(quote, lang, value string) bool {
	want, ok := new(big.Rat).SetString(strings.TrimPrefix(value, "-")) // a fall is told in words
	if !ok || !quantity.Reads(lang) {
		return true
	}
	for _, q := range quantity.Scan(quote, quantity.Options{Lang: lang}) {
		if q.Kind == quantity.Vague && want.Cmp(new(big.Rat).SetInt(power(q.Magnitude))) == 0 {
			return true
		}
		for _, d := range [...]quantity.Decimal{q.Value, q.Max, q.Other} {
			if d.Given() && want.Cmp(d.Rat().Abs(d.Rat())) == 0 {
				return true
			}
		}
		if q.Kind == quantity.Date && (q.EDTF == value || q.Relative && counts(quote[q.Start:q.End], lang, value)) {
			return true // four digits may be either
		}
	}
	return false
}

// counts reports whether the span of time in a date that counts from today is the
// value: "vor gut zehn Jahren", "ten years ago".
func counts(date, lang, value string) bool {
	first, last := strings.IndexByte(date, ' '), strings.LastIndexByte(date, ' ')
	if first < 0 {
		return false
	}
	return quotes(date[first+1:], lang, value) || quotes(date[:last], lang, value)
}
