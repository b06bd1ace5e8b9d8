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
	// shareFollowers may stand behind the number of a share or multiple.
	shareFollowers = set(cOutOf, cFraction, cHalf, cOrdinal, cOrdinals, cOrdHundred, cOrdMagnitude, cSuffix, cFold, cTimes, cDash, cAnd, cTo)
	shareStarts    = set(cShare, cEach, cMultiple, cOrdinal, cOrdHundred, cOrdMagnitude, cLasts, cSpan, cPercentWord, cHeads)
	vagueStarts    = set(cVague, cMagnitudes, cDozens, cSeveral, cArticle)
)

// mayNumber reports whether a number can begin at a token.
func (p *parser) mayNumber(i int) bool {
	t := p.at(i)
	if t.kind == numberToken || t.in(numberStarts) {
		return true
	}
	if t == none {
		return false
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
	year   bool     // of four digits and nothing else
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
	{read: (*parser).endMonths, words: set(cRelative, cOrdinal, cDateWord)},
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
	{read: (*parser).yearAlone, words: set(cCard), digits: always, year: true},
	{read: (*parser).dayOfMonth, digits: inEnglish},
	{read: (*parser).listedDay, digits: always},
	{read: (*parser).furtherDay, digits: inEnglish},
	{read: (*parser).bareDay, words: ordinalStarts, digits: always},
}

// readers is a set of them, a bit each.
type readers uint32

// startsOf are the readers that may begin at a word of each class, at digits of
// each language, at digits that only a year alone can be made of, and at a word
// that digits hang on.
var startsOf = func() (s struct {
	class                        [classes]readers
	digits, english, year, glued readers
}) {
	for k := range dateReaders {
		r, bit := &dateReaders[k], readers(1)<<k
		for c := range classes {
			if r.words.has(c) {
				s.class[c] |= bit
			}
		}
		if r.digits != noDigits {
			s.english |= bit
		}
		if r.digits == always {
			s.digits |= bit
		}
		if r.year {
			s.year |= bit
		}
		if r.glued {
			s.glued |= bit
		}
	}
	return s
}()

// readersAt returns the readers whose shapes can begin at a token.
func (p *parser) readersAt(i int) readers {
	t := p.at(i)
	if t.kind == numberToken {
		return p.readersOfDigits(t, i+1)
	}
	r := t.word.dates | startsOf.class[t.made.class]
	if p.glued(i+1) && p.at(i+1).kind == numberToken {
		r |= startsOf.glued
	}
	return r
}

// readersOfDigits looks at what stands behind the digits: before most words they
// are no date, or at most a year.
func (p *parser) readersOfDigits(t *token, next int) readers {
	u := p.at(next)
	switch {
	case t.num.n != 1 || u.kind != wordToken || p.glued(next) || u.in(dateFollowers) || u.end-u.start <= 3 && era(p.text(next)):
		if p.x.lang == "en" {
			return startsOf.english
		}
		return startsOf.digits
	case t.num.whole == 4:
		return startsOf.year
	}
	return 0
}

// dateFollowers are the classes of the words that go on with a date behind digits.
var dateFollowers = set(cMonth, cOf, cThe, cAnd, cOr, cTo, cAt, cDash, cOrdinal, cSeason, cQuarter, cHalfWord, cTime,
	cMagnitude, cMagnitudes, cMagShort, cHundred, cDozen, cFew, cIn)

// era reports whether a word begins or is the name of one: "v. Chr.", BC.
func era(w string) bool {
	switch w {
	case "v", "n", "BC", "BCE", "CE", "AD":
		return true
	}
	return false
}
