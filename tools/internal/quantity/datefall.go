package quantity

// falls reports whether an English "fall" is the verb or a decline and not the
// season: only a few words stand before the season, and "fall in 2022" is none
// whatever stands there.
func (p *parser) falls(i int) bool {
	if p.x.lang != "en" || p.text(i) != "fall" {
		return false
	}
	if p.text2(i+1) == "in" {
		return true
	}
	before := p.at(i - 1)
	if before.kind != wordToken {
		return false
	}
	switch p.text(i - 1) {
	case "to":
		return !p.is(i-2, cSeason) && !p.is(i-2, cMonth)
	case "each", "every", "and", "or", "a", "during", "through", "early", "mid", "late":
		return false
	}
	return !before.is(cThe) && !before.is(cOf) && !before.is(cRelative) && !before.is(cYearPrep) && !before.is(cSince) && !before.is(cPart) && !before.is(cAt) && !before.is(cBetween)
}

// oldDecade reports whether "1970's" stands at a token as the decade, behind "the"
// or a part of it: "2020's election" is the year's.
func (p *parser) oldDecade(i int) bool {
	t := p.at(i)
	if p.x.lang != "en" || t.kind != numberToken || t.num.n != 1 || t.num.whole != 4 || t.num.parts[0]%10 != 0 || !p.is(i-1, cThe) && !p.is(i-1, cPart) {
		return false
	}
	return (p.sign(i+1, "'") || p.sign(i+1, "’")) && p.text2(i+2) == "s" && p.glued(i+1) && p.glued(i+2)
}
