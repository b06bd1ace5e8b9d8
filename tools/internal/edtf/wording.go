package edtf

import (
	"strings"

	"dossier/tools/internal/locale"
)

// wording is how a language speaks of imprecise dates. %s is the date.
type wording struct {
	early, mid, late       string
	earlyIn, midIn, lateIn string   // before an article, if that is said otherwise
	of                     articles // after early, mid and late
	about, aboutDay        string
	probably               string
	shortAbout             string
	since, from            string // goes on; begins, and nobody knows whether it goes on
	until                  string
	after, goal            articles // after since and from; after until
	fromTo, fromToDay      string
	decade, century        string // %d; %s the ordinal
	before                 string // years before the common era
	seasons                [4]string
	turn                   string            // between the years of a winter
	thirds, halves         string            // %s the ordinal, %d the year
	genitive               *strings.Replacer // what a name becomes after "of"
	contract               *strings.Replacer // what an article and a name become
}

// articles are what a language puts between a preposition and a date: before a
// year or month, a day, a season, a quarter or half of a year, a decade, a
// century.
type articles struct{ year, day, season, part, decade, century string }

func (a articles) of(p point) string {
	switch {
	case p.precision == ToDay:
		return a.day
	case p.precision == ToSeason && p.month <= 32:
		return a.season
	case p.precision == ToSeason:
		return a.part
	case p.precision == ToCentury:
		return a.century
	case p.precision == ToDecade:
		return a.decade
	}
	return a.year
}

var wordings = map[string]wording{
	"de": {
		early: "Anfang %s", mid: "Mitte %s", late: "Ende %s",
		of:    articles{season: "des ", part: "des ", decade: "der ", century: "des "},
		about: "etwa %s", aboutDay: "um den %s", probably: "vermutlich %s", shortAbout: "ca. %s",
		since: "seit %s", from: "ab %s", until: "bis %s",
		after:  articles{day: "dem ", season: "dem ", part: "dem ", decade: "den ", century: "dem "},
		goal:   articles{day: "zum ", season: "zum ", part: "zum ", decade: "zu den ", century: "zum "},
		fromTo: "%s bis %s",
		decade: "%der-Jahre", century: "%s Jahrhundert", before: "%s v. Chr.",
		seasons: [4]string{"Frühjahr %s", "Sommer %s", "Herbst %s", "Winter %s"}, turn: "/",
		thirds: "%s Jahresdrittel %d", halves: "%s Halbjahr %d",
		genitive: strings.NewReplacer("Frühjahr", "Frühjahrs", "Sommer", "Sommers", "Herbst", "Herbstes", "Winter", "Winters",
			"Quartal", "Quartals", "drittel", "drittels", "Halbjahr", "Halbjahrs", "Jahrhundert", "Jahrhunderts"),
	},
	"en": {
		early: "early %s", mid: "mid-%s", late: "late %s",
		earlyIn: "early in %s", midIn: "the middle of %s", lateIn: "late in %s", of: articles{part: "the "},
		about: "about %s", probably: "probably %s", shortAbout: "c. %s",
		since: "since %s", from: "from %s", until: "until %s",
		after: articles{part: "the ", decade: "the ", century: "the "}, goal: articles{part: "the ", decade: "the ", century: "the "},
		fromTo: "%s to %s",
		decade: "%ds", century: "%s century", before: "%s BC",
		seasons: [4]string{"spring %s", "summer %s", "autumn %s", "winter %s"}, turn: "–",
		thirds: "%s third of %d", halves: "%s half of %d",
	},
	"fr": {
		early: "début %s", mid: "mi-%s", late: "fin %s",
		earlyIn: "début %s", midIn: "milieu %s", lateIn: "fin %s",
		of:    articles{season: "du ", part: "du ", decade: "des ", century: "du "},
		about: "vers %s", aboutDay: "vers le %s", probably: "probablement %s", shortAbout: "v. %s",
		since: "depuis %s", from: "dès %s", until: "jusqu’%s",
		after:  articles{day: "le ", season: "le ", part: "le ", decade: "les ", century: "le "},
		goal:   articles{year: "en ", day: "au ", season: "au ", part: "au ", decade: "aux ", century: "au "},
		fromTo: "de %s à %s", fromToDay: "du %s au %s",
		decade: "années %d", century: "%s siècle", before: "%s av. J.-C.",
		seasons: [4]string{"printemps %s", "été %s", "automne %s", "hiver %s"}, turn: "-",
		thirds: "%s tiers de %d", halves: "%s semestre de %d",
		contract: strings.NewReplacer("le été", "l’été", "le automne", "l’automne", "le hiver", "l’hiver",
			"du été", "de l’été", "du automne", "de l’automne", "du hiver", "de l’hiver",
			"au été", "à l’été", "au automne", "à l’automne", "au hiver", "à l’hiver",
			"de avril", "d’avril", "de août", "d’août", "de octobre", "d’octobre", "de été", "d’été", "de automne", "d’automne", "de hiver", "d’hiver"),
	},
	"ar": {
		early: "أوائل %s", mid: "منتصف %s", late: "أواخر %s",
		about: "نحو %s", probably: "على الأرجح %s",
		since: "منذ %s", from: "ابتداءً من %s", until: "حتى %s", fromTo: "من %s إلى %s",
		decade: "عقد %d", century: "القرن %s", before: "%s ق.م",
		seasons: [4]string{"ربيع %s", "صيف %s", "خريف %s", "شتاء %s"}, turn: "/",
		thirds: "الثلث %s من %d", halves: "النصف %s من %d",
	},
}

// plain serves languages without a wording of their own: EDTF's signs, which
// need no translation.
var plain = wording{
	early: "%s (↤)", mid: "%s (↔)", late: "%s (↦)",
	about: "~%s", probably: "%s?", since: "%s –", from: "%s –", until: "– %s", fromTo: "%s – %s",
	decade: "%d–", century: "%s.", before: "−%s",
	seasons: [4]string{"%s-21", "%s-22", "%s-23", "%s-24"}, turn: "/",
	thirds: "%s/3 %d", halves: "%s/2 %d",
}

// speaker words dates in one language, long or short.
type speaker struct {
	*locale.Locale
	wording
	short, american bool
}

func speak(l *locale.Locale, short bool) speaker {
	w, ok := wordings[l.Language()]
	if !ok {
		w = plain
	}
	american := l.Language() == "en" && strings.HasSuffix(l.Tag(), "US")
	if american {
		w.seasons[2] = "fall %s"
	}
	if short && w.shortAbout != "" {
		w.about, w.aboutDay = w.shortAbout, w.shortAbout
	}
	for _, r := range []**strings.Replacer{&w.genitive, &w.contract} {
		if *r == nil {
			*r = strings.NewReplacer()
		}
	}
	return speaker{l, w, short, american}
}
