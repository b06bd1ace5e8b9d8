package quantity

// class is what a word can be. A word may be several things at once: an English
// "second" is an ordinal and a unit of time.
type class uint8

// The classes, as the tables name them. What the value of a row means is said here.
const (
	cNone         class = iota
	cCard               // a cardinal below a hundred: its number
	cArticle            // ein, a: 1, but only before a magnitude or a unit
	cBoth               // beide
	cHundred            // multiplies; power of ten
	cMagnitude          // tausend, Million; power of ten
	cMagnitudes         // the plural, which alone is vague: Millionen
	cMagShort           // Mio., bn; power of ten
	cDozen              // its number
	cDozens             // the plural
	cVague              // Tausende; power of ten
	cSeveral            // mehrere, several: makes the magnitude after it vague
	cMinus              //
	cPoint              // Komma, point, between spoken digits
	cHalf               //
	cFraction           // Drittel; denominator
	cHalves             // anderthalb; number
	cOrdinal            // its number
	cOrdinals           // English plural: fifths; number
	cOrdHundred         // hundredth; power of ten
	cOrdMagnitude       // millionth; power of ten
	cMultiple           // verdreifacht, doubled; factor
	cTimes              // -mal, times
	cFold               // -fach, -fold
	cOnce               //
	cPercent            // power of ten: ‰ is -1
	cPercentOf          // the "per" of per cent
	cCent               // the "cent" of per cent
	cPP                 // percentage point; power of ten
	cPoints             // the "points" of percentage points
	cBasis              // the "basis" of basis points
	cBps                // power of ten
	cTo                 // bis, –
	cAnd                //
	cOr                 //
	cDash               //
	cBetween            //
	cFrom               //
	cOnto               // the auf of "von 5 auf 7"
	cPer                //
	cIn                 //
	cNegated            // kein
	cOld                //
	cAgeOf              //
	cTime               // unit of time; name
	cOverNoun           // Bericht, Vertrag: über behind it is no approximator
	cPlural             // Jahre: without a number, some
	cClock              // Uhr, pm
	cMonth              // number
	cWeekday            // ISO number
	cSeason             // EDTF code
	cDay                // heute; days from the document's date
	cRelative           // letzte; steps from now
	cAdverb             //
	cScore              // won, defeat: what a score stands beside
	cCompared           // earlier, before: a span of time is counted back to there
	cAgo                // the direction, -1
	cHence              //
	cSince              //
	cLater              //
	cUnitPart           // Jahresende; its unit and part
	cHoliday            // month and day; with a nought before it, a season too
	cDateWord           // a word that only some dates begin with
	cPart               // early, mid, late
	cEnd                //
	cRest               //
	cHalfOf             //
	cYearWord           // Jahr
	cYearPrep           // a word after which four digits are a year
	cMonthWord          //
	cQuarter            //
	cHalfWord           // Halbjahr
	cThirdWord          //
	cDecades            //
	cCenturies          //
	cOf                 //
	cThe                //
	cAt                 //
	cOn                 //
	cEach               //
	cOutOf              //
	cEvery              //
	cBC                 //
	cSo                 //
	cMuch               //
	cFew                // number that "a few" is taken for
	cUnit               // CLDR unit; id
	cSign               // a unit's sign, as written; id
	cCurrency           // name after the number; ISO code
	cCurrencySign       // ISO code
	cCurrencyCode       // ISO code, capitals
	cLabel              // Kapitel, version
	cLabels             // Kapiteln, chapters
	cStreet             //
	cCity               //
	cNotOneAfter        // a word after which an English "one" is a pronoun
	cNotOneBefore       // a word before which it is
	cCounted            // a noun that is counted, so that the number before it is no year
	cStem               // of compounds: ein
	cSuffix             // of compounds; what it makes of the number before it
	cLasting            // a noun that lasts, so that -jährig before it is no age
	cPerNoun            // after per; what is counted over
	cAdverbPer          // jährlich; what is counted over
	cChange             // rose: the numbers after it are no range

	// What compound.go makes of a word. Their numbers are in value.
	cNumeral     // zweihundertfünfzig, zweieinhalb
	cShare       // Zweidrittel-
	cLasts       // fünfjährig; unit of time
	cSpan        // Viertelstunde; unit of time
	cPercentWord // zehnprozentig
	cHeads       // fünfköpfig
	cDecadeWord  // neunziger; 90
	classes
)

var classNames = map[string]class{
	"card": cCard, "article": cArticle, "both": cBoth, "hundred": cHundred, "magnitude": cMagnitude, "magnitudes": cMagnitudes,
	"magshort": cMagShort, "dozen": cDozen, "dozens": cDozens, "vague": cVague, "several": cSeveral, "minus": cMinus,
	"point": cPoint, "half": cHalf, "fraction": cFraction, "halves": cHalves, "ordinal": cOrdinal, "ordinals": cOrdinals,
	"ordhundred": cOrdHundred, "ordmagnitude": cOrdMagnitude, "multiple": cMultiple, "times": cTimes, "fold": cFold, "once": cOnce,
	"percent": cPercent, "percentof": cPercentOf, "cent": cCent, "pp": cPP, "points": cPoints, "basis": cBasis, "bps": cBps,
	"to": cTo, "and": cAnd, "or": cOr, "dash": cDash, "between": cBetween, "from": cFrom, "onto": cOnto, "per": cPer, "in": cIn,
	"negated": cNegated, "old": cOld, "ageof": cAgeOf, "time": cTime, "plural": cPlural, "overnoun": cOverNoun, "clock": cClock, "month": cMonth, "weekday": cWeekday,
	"season": cSeason, "day": cDay, "relative": cRelative, "adverb": cAdverb, "compared": cCompared, "score": cScore, "ago": cAgo, "hence": cHence, "since": cSince,
	"later": cLater, "unitpart": cUnitPart, "holiday": cHoliday, "dateword": cDateWord, "part": cPart, "end": cEnd, "rest": cRest, "halfof": cHalfOf, "yearword": cYearWord, "yearprep": cYearPrep,
	"monthword": cMonthWord, "quarter": cQuarter, "halfword": cHalfWord, "thirdword": cThirdWord, "decades": cDecades,
	"centuries": cCenturies, "of": cOf, "the": cThe, "at": cAt, "on": cOn, "each": cEach, "outof": cOutOf, "every": cEvery,
	"bc": cBC, "so": cSo, "much": cMuch, "few": cFew,
	"label": cLabel, "labels": cLabels, "street": cStreet, "city": cCity, "people": cCounted, "stem": cStem, "suffix": cSuffix, "lasting": cLasting, "pernoun": cPerNoun,
	"adverbper": cAdverbPer, "decadeword": cDecadeWord, "change": cChange, "notoneafter": cNotOneAfter, "notonebefore": cNotOneBefore, "notlabel": cNone,
}

// anchors are the classes at which the scanner stops. What stands between two
// anchors is looked at only near them.
var anchors = set(cCard, cHundred, cMagnitude, cMagnitudes, cDozen, cDozens, cVague, cHalf, cFraction, cHalves,
	cOrdinal, cOrdinals, cOrdHundred, cOrdMagnitude, cMultiple, cCurrency, cUnit, cDecadeWord, cMonth, cWeekday, cSeason, cDay, cTime, cPP, cUnitPart, cHoliday)

// classSet is a set of classes.
type classSet [2]uint64

func set(cs ...class) classSet {
	var s classSet
	for _, c := range cs {
		s.add(c)
	}
	return s
}

// with returns the set with more classes.
func (s classSet) with(cs ...class) classSet {
	for _, c := range cs {
		s.add(c)
	}
	return s
}

func (s *classSet) add(c class)          { s[c>>6] |= 1 << (c & 63) }
func (s classSet) has(c class) bool      { return s[c>>6]>>(c&63)&1 != 0 }
func (s classSet) meets(t classSet) bool { return s[0]&t[0]|s[1]&t[1] != 0 }
