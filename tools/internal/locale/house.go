package locale

import "strings"

// Where we write otherwise than CLDR. Each case is one that a careful editor of
// the language would correct in CLDR's text; the tests that compare with Intl
// know them by these functions.

// narrow is the narrow space that does not break.
const narrow = "\u202f"

// narrowPercent: German sets the percent sign off by a narrow space (DIN 5008 asks
// for a space, typographers for a narrow one). CLDR has U+00A0.
func narrowPercent(language string) bool { return language == "de" }

// narrowUnit: likewise the sign of a currency and the abbreviation of a unit, "12 €",
// "5 km". Words keep the wide space that does not break: "5 Kilometer".
func narrowUnit(language string) bool { return language == "de" }

// singleQuotes: British books and most newspapers quote with single marks outside
// and double ones inside. CLDR has the American order.
func singleQuotes(tag string) bool { return tag == "en-GB" }

// otherQuotes are marks that a language's own rules know beside those of CLDR, as in
// books or in one of its countries: Real Academia Española, Ortografía (2010), which
// puts « » first; Portugal's and Brazil's usage for pt; Duden, »Anführungszeichen«;
// Svenska skrivregler; Dansk Sprognævn, Retskrivningsordbogen; Kotus for fi; Språkrådet
// for nb and nn; Ústav pro jazyk český, Jazyková příručka, for cs, and its like for sk,
// sl, hr and sr.
var otherQuotes = map[string]string{
	"es": "«»", "gl": "«»", "pt": "«»", "et": "«»", "lv": "„“«»", "lt": "«»", "sq": "„“«»",
	"de": "»«›‹", "cs": "»«", "sk": "»«", "sl": "»«", "hr": "»«", "sr": "„“»«", "da": "»«„“", "sv": "»«", "fi": "»",
	"nb": "„“”", "nn": "„“”",
}

// houseSymbol: the British press writes "$34.3bn" for US dollars and marks the
// others. CLDR has "US$".
func houseSymbol(tag, currency string) string {
	if tag == "en-GB" && currency == "USD" {
		return "$"
	}
	return ""
}

// ofMagnitude: in Romance languages million and its greater kin are nouns, and what
// they count follows with "of": "34,3 milliards de dollars", "1 million d’heures".
// CLDR has no patterns for that. It returns what stands before the name.
func (l *Locale) ofMagnitude(name string) string {
	switch l.spoken() {
	case "es", "pt":
		return "de "
	case "it":
		return "di "
	case "fr":
		if strings.HasPrefix(name, "é") || strings.ContainsAny(name[:1], "aeiouh") {
			return "d’"
		}
		return "de "
	}
	return ""
}

// firstOfMonth: French counts the first day of a month, and only that, with an
// ordinal: "1er mars". CLDR's patterns have no place for it.
func firstOfMonth(language string) (string, bool) { return "1er", language == "fr" }
