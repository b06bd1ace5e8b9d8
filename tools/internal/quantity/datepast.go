package quantity

import "strings"

// Years that are not of our time, and spans of years: "(1818–1883)", "384–322 v. Chr.",
// "the 1848 revolution".

// spanOfEra reads "384–322 v. Chr.", "AD" and its like behind the second year.
func (p *parser) spanOfEra(i int) point {
	none := point{next: i}
	t := p.at(i)
	if t.kind != numberToken || t.num.n != 1 || t.num.whole > 4 || !p.sign(i+1, "-") && !p.sign(i+1, "–") || p.glued(i+1) != p.glued(i+2) {
		return none
	}
	last, next := p.commonEra(i + 2)
	first := int(t.num.parts[0])
	if last <= 0 {
		first = 1 - first
	}
	if next == i+2 || first >= last {
		return none
	}
	from, to := point{year: first, dated: true}, point{year: last, dated: true}
	return point{next: next, year: first, dated: true, from: from.format(), to: to.format()}
}

// pastYear decides of a round year or one before 1900, which may count something:
// strong says whether it stands as years do, with nothing behind it that is counted.
func (p *parser) pastYear(i, next, y int, strong bool) bool {
	round := y%100 == 0
	switch {
	case p.is(i-1, cYearWord), p.is(i-1, cSeason), p.is(i-1, cMonth):
		return true
	case p.x.lang == "en" && p.is(i-1, cThe) && y >= 1500 && y < 1900 && !round && p.oneThing(next): // the 1848 revolution
		return true
	case y < 1900 && !round && p.cited(i, next):
		return true
	case (p.is(next, cAnd) || p.is(next, cTo)) && p.at(next+1).kind == numberToken && p.is(next+2, cCounted): // zwischen 1500 und 2000 Menschen
		return false
	}
	return strong
}

// cited reports whether a year of the past stands where years stand without a
// preposition: behind a name and a comma at the end of a bracket, "(an Zelter, 1832)",
// and in German before one, "wurde 1492 nach Spanien gebracht".
func (p *parser) cited(i, next int) bool {
	if p.sign(i-1, ",") && p.at(i-2).kind == wordToken && p.sign(next, ")") {
		return true
	}
	return p.x.lang == "de" && p.at(i-1).kind == wordToken && p.at(i-1).caps == small && behindYears[p.text2(next)]
}

// behindYears are German prepositions that go on behind a year; "von" would behind a
// number of things.
var behindYears = words("nach in bei an auf zu mit durch für gegen zum zur im am vom beim aus als wegen")

// oneThing reports whether a single thing follows, of which there are not many: "the
// 1848 revolution", but not "the 1848 people".
func (p *parser) oneThing(i int) bool {
	t := p.at(i)
	w := p.text2(i)
	return t.kind == wordToken && t.caps == small && len(w) > 4 && t.word.id == 0 && !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "men") &&
		!strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ly")
}

// mostYears is longer than a life and shorter than what lies between two numbers that
// are no years.
const mostYears = 150

// spanOfYears reports whether a year stands beside a dash and another one: "(1818–1883)",
// "the years 1870-1890". Two round numbers may count.
func (p *parser) spanOfYears(i, next, y int) bool {
	dash := func(k int) bool {
		return (p.sign(k, "-") || p.sign(k, "–")) && p.glued(k) == p.glued(k+1) && !p.at(k).breaks
	}
	first, last, end := y, y, next
	switch other := 0; {
	case dash(next):
		other, end = p.plainYear(next + 1)
		if last = other; end == next+1 || p.at(next+1).num.zero {
			return false
		}
	case dash(i - 1):
		if other, end = p.plainYear(i - 2); end != i-1 {
			return false
		}
		first, end = other, next
	default:
		return false
	}
	switch {
	case first < 1000 || last <= first || last > 2100 || last-first > mostYears || first%100 == 0 && last%100 == 0:
		return false
	case dash(end) || p.glued(end) && p.at(end).kind == wordToken || p.is(end, cCounted) && p.at(end).kind == wordToken || p.x.lang == "en" && p.nounBehind(end):
		return false
	}
	return p.withUnit(measured{number: p.number(end - 1), next: end}).bare
}

// ofYears are the things that English compares by their year.
var ofYears = words("level levels prices figures totals rates average averages peak peaks high highs low lows baseline values standards")
