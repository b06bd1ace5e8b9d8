package quantity

// What a figure or date can begin with. Most tokens of a cluster are ruled out
// here, by the classes of one word, before an assembler looks at them.

// starters are the classes of the words that a figure or date can begin with.
var starters = set(cCard, cArticle, cBoth, cHundred, cMagnitude, cMagnitudes, cDozen, cDozens, cVague, cSeveral, cMinus, cHalf,
	cFraction, cHalves, cOrdinal, cOrdinals, cOrdHundred, cOrdMagnitude, cMultiple, cMonth, cWeekday, cSeason, cDay, cRelative,
	cAgo, cPart, cEnd, cRest, cQuarter, cHalfWord, cMonthWord, cIn, cBetween, cFrom, cEach, cFew, cDecadeWord, cTime,
	cLater, cUnitPart, cHoliday, cDateWord)

// Those of the assemblers that have a set of their own; digits and signs come to
// them where mayNumber and dateReader.may say so.
var (
	numberStarts  = set(cCard, cArticle, cHundred, cMagnitude, cMagnitudes, cDozen, cHalf, cHalves, cFraction, cMinus, cNumeral)
	ordinalStarts = set(cOrdinal, cOrdHundred, cOrdMagnitude, cCard, cArticle, cHundred, cNumeral)
	shareStarts   = set(cShare, cEach, cMultiple, cOrdinal, cOrdHundred, cOrdMagnitude, cLasts, cSpan, cPercentWord, cHeads)
	vagueStarts   = set(cVague, cMagnitudes, cDozens, cSeveral, cArticle)
)

// mayNumber reports whether a number can begin at a token.
func (p *parser) mayNumber(i int) bool {
	t := p.at(i)
	if t.kind == numberToken || t.in(numberStarts) {
		return true
	}
	c := p.src[t.start]
	return t.kind == signToken && (c == '-' || c >= 0x80) // minus signs and vulgar fractions
}

// dateReader reads one shape of date.
type dateReader struct {
	read   func(*parser, int) point
	words  classSet // of the words that it begins with
	digits digits   // whether it begins with digits
	glued  bool     // or with a word that digits hang on: Q3
}

type digits uint8

const (
	noDigits digits = iota
	inEnglish
	always
)

// dateReaders are asked in this order, the longest shapes first.
var dateReaders = [...]dateReader{
	{read: (*parser).pastUnit, words: set(cRelative)},
	{read: (*parser).weekOf, words: set(cTime, cRelative, cOrdinal, cDateWord), digits: always},
	{read: (*parser).weekdayOf, words: set(cRelative, cOrdinal, cDateWord), digits: always},
	{read: (*parser).weekdayOfWeek, words: set(cWeekday)},
	{read: (*parser).withinNow, words: set(cLater, cRest)},
	{read: (*parser).afterNext, words: set(cTime)},
	{read: (*parser).unitPart, words: set(cUnitPart)},
	{read: (*parser).yearEnd, words: set(cTime)},
	{read: (*parser).turnOfYear, words: set(cDateWord)},
	{read: (*parser).holiday, words: set(cHoliday, cDateWord)},
	{read: (*parser).fiscal, words: set(cDateWord)},
	{read: (*parser).partOf, words: set(cPart)},
	{read: (*parser).numericDate, digits: always},
	{read: (*parser).withWeekday, words: set(cWeekday)},
	{read: (*parser).dayMonth, words: ordinalStarts, digits: always},
	{read: (*parser).monthDay, words: set(cMonth)},
	{read: (*parser).monthAlone, words: set(cMonth, cMonthWord, cIn), digits: inEnglish},
	{read: (*parser).partYear, words: ordinalStarts.with(cSeason), digits: always, glued: true},
	{read: (*parser).decade, words: set(cDecadeWord, cCard), digits: always},
	{read: (*parser).century, words: ordinalStarts, digits: always},
	{read: (*parser).relativeDate, words: numberStarts.with(cDay, cRelative, cAgo, cFew, cSpan, cTime), digits: inEnglish},
	{read: (*parser).yearAlone, words: set(cCard), digits: always},
	{read: (*parser).dayOfMonth, digits: inEnglish},
	{read: (*parser).listedDay, digits: always},
	{read: (*parser).furtherDay, digits: inEnglish},
	{read: (*parser).bareDay, words: ordinalStarts, digits: always},
}

// dateStarts are the classes of all of them.
var dateStarts = func() (all classSet) {
	for _, r := range dateReaders {
		all[0], all[1] = all[0]|r.words[0], all[1]|r.words[1]
	}
	return all
}()

// mayDate reports whether any of them may begin at a token.
func (p *parser) mayDate(i int) bool {
	t := p.at(i)
	return t.kind == numberToken || t.in(dateStarts) || p.glued(i+1) && p.at(i+1).kind == numberToken
}

// may reports whether the reader's shape can begin at a token.
func (r *dateReader) may(p *parser, i int) bool {
	t := p.at(i)
	if t.kind == numberToken {
		return r.digits == always || r.digits == inEnglish && p.x.lang == "en"
	}
	return t.in(r.words) || r.glued && p.glued(i+1) && p.at(i+1).kind == numberToken
}
