package quantity

import "strings"

// Numbers that are names of something, and words that look like numbers.

// numbering passes over what a heading begins with: "6.2 Übersicht", "11.14. Liste",
// "1. Überblick". "5.6. Messe" may be a day, and "2. Mai" is one.
func (p *parser) numbering(i int) int {
	t := p.at(i)
	if t.kind != numberToken || i > 0 && !t.breaks || t.num.grouped || t.num.zero || t.num.whole > 2 || t.num.places > 2 || t.num.notation == Comma {
		return i
	}
	next := i + 1
	stop := p.sign(next, ".") && p.glued(next)
	if stop {
		next++
	}
	head := p.at(next)
	if head.kind != wordToken || head.caps == small || p.glued(next) || head.in(counted) {
		return i
	}
	switch parts := t.num.n; {
	case t.num.dotted && !stop, parts == 2 && stop && p.dateDotted(i), parts == 1 && !stop, parts == 0:
		return i
	case !p.withUnit(measured{number: p.number(i), next: i + 1}).bare:
		return i
	}
	return next
}

// counted are the classes of the words that go on with a number at the front.
var counted = set(cMonth, cWeekday, cSeason, cTime, cQuarter, cHalfWord, cThirdWord, cDecades, cCenturies, cMagnitude, cMagnitudes, cMagShort, cUnit,
	cSign, cCurrency, cCurrencyCode, cPercent, cPP, cPoints, cHoliday, cCounted)

// label passes over numbers of things: Artikel 5, § 3, Kapitel 12, Windows 11; over
// those of several, which are at least two, "Abschnitte 5 und 6", and those with a
// letter before them, "Anhang C.2".
func (p *parser) label(i int) int {
	if p.at(i).kind != numberToken || i == 0 {
		return i
	}
	k := i - 1
	if p.sign(k, ".") && p.glued(k) && k > 0 {
		k--
	}
	word := !(p.at(k).kind == wordToken && p.at(k).word.is.meets(numeric))
	one, several := word && p.is(k, cLabel) || p.lettered(i), word && p.is(k, cLabels)
	if !one && !several {
		return i
	}
	m := p.withUnit(measured{number: p.number(i), next: i + 1})
	if !m.bare || m.number.power > 0 || !one && p.yearLike(m.number) {
		return i
	}
	if end := p.labelEnd(i + 1); one || end > i+1 {
		return end
	}
	return i
}

// lettered reports whether a number belongs to a letter: the 2 of C.2, the 3.1 of
// B.3.1.
func (p *parser) lettered(i int) bool {
	letter := p.at(i - 2)
	return p.sign(i-1, ".") && p.glued(i-1) && p.glued(i) && letter.kind == wordToken &&
		letter.end-letter.start == 1 && letter.caps != small
}

// labelEnd passes over the rest of a list of numbers: "Artikel 5 und 6", "S. 3–7".
func (p *parser) labelEnd(i int) int {
	for i < len(p.toks) {
		joins := p.is(i, cTo) || p.is(i, cAnd) || p.is(i, cOr) || p.sign(i, "-") || p.sign(i, ",") || p.sign(i, "/")
		if !joins || p.at(i+1).kind != numberToken {
			break
		}
		if m := p.measure(i + 1); !m.bare || m.power > 0 || p.yearLike(m.number) && p.sign(i, ",") {
			break
		}
		i += 2
	}
	return i
}

// none reports whether a nought with a hyphen behind it only says that there is none
// of something: zero-day, zero-emission, Null-Toleranz. Zero-percent counts.
func (p *parser) none(i int) bool {
	after := p.at(i + 2)
	return (strings.EqualFold(p.text(i), "zero") || strings.EqualFold(p.text(i), "null")) &&
		after.kind == wordToken && p.glued(i+2) && !after.in(set(cPercent, cPoint, cTo, cCard, cMagnitude, cCurrency))
}

// otherWord reports whether a word only looks like a number.
func (p *parser) otherWord(i int) bool {
	t := p.at(i)
	if p.x.lang != "de" {
		return false
	}
	before := p.at(i - 1)
	switch strings.ToLower(p.text(i)) {
	case "acht":
		return p.heed(i)
	case "achten": // "bitte achten Sie darauf"; der achte, am achten
		if before == none && p.at(i+1) == none {
			return false
		}
		switch p.text2(i + 1) {
		case "Sie", "sie", "wir", "auf", "darauf":
			return !before.in(ranking)
		}
		return !before.in(ranking) && !p.is(i-1, cAnd) && !p.is(i-1, cOr) && !p.sign(i-1, ",")
	case "eines": // eines Tages
		return strings.HasPrefix(p.text2(i+1), "Tages") || p.text2(i+1) == "Abends" || p.text2(i+1) == "Morgens"
	case "halber": // der Einfachheit halber
		return before.kind == wordToken && before.caps != small && !before.is(cArticle)
	}
	return t.made.class == cMultiple && t.made.value.Cmp(whole(1)) == 0 // einfach
}

// ranking are the classes of the words before an ordinal.
var ranking = set(cThe, cArticle, cEach, cRelative, cIn, cOn, cAt, cFrom, cSince, cTo, cOf, cOrdinal, cWeekday)

// heed reports whether "Acht" is no number: außer Acht lassen, Acht geben, gibt Acht.
func (p *parser) heed(i int) bool {
	if p.x.lang != "de" || p.text(i) != "Acht" {
		return false
	}
	k := i + 1
	if p.text2(k) == "zu" {
		k++
	}
	return heeding[strings.ToLower(p.text2(i-1))] || giving[p.text2(i-1)] || giving[p.text2(k)]
}

// What stands before or behind Acht where it is attention: Duden, "Acht".
var (
	heeding = map[string]bool{"außer": true, "ausser": true, "in": true, "aller": true}
	giving  = map[string]bool{
		"geben": true, "gebe": true, "gibst": true, "gibt": true, "gebt": true, "gab": true, "gaben": true, "gegeben": true,
		"gebend": true, "gäbe": true, "nehmen": true, "nehme": true, "nimmt": true, "nahm": true, "genommen": true,
	}
)
