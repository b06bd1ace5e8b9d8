package edtf

import (
	"fmt"
	"strings"

	"dossier/tools/internal/locale"
)

// A wording is how a language speaks of imprecise dates. The dates themselves are
// CLDR's (package locale), which has no words for "early", "about" or "since", for
// seasons, decades and centuries.
//
// In the patterns {} is a date; {a} and {b} are the ends of an interval; {y} is a
// year, {n} an ordinal.
type wording struct {
	parts      [3]string // early, mid, late
	partsIn    [3]string // the same before an article, if that is said otherwise
	partOf     articles  // after early, mid and late
	about      string
	aboutDay   string // if a day takes another word
	aboutShort string
	probably   string
	since      string   // goes on
	from       string   // begins, and nobody knows whether it goes on
	until      string   //
	after      articles // after since and from
	goal       articles // after until
	aboutSince string   // around since, from and until, if "about" cannot stand after them
	shortDays  bool     // in narrow columns a day has no article
	doubtThe   bool     // after "about" and "probably" stands the article of since

	between, betweenThe string // {a}, {b}; before dates that take an article after since
	decade, century     string // {y}; {n}
	seasons             [4]string
	turn                string // between the years of a winter
	south               string // a season of the southern hemisphere
	quarter             string // {n}, {y}; "" for CLDR's
	third, half         string // {n}, {y}
	noYear              string // a date of which nothing is known

	part     func(n int) string // the ordinal of a quarter, third or half
	ordinal  func(n int) string // of a century
	genitive *strings.Replacer  // what a name becomes after the article of a part
	dative   *strings.Replacer  // and after that of since, from and until
	contract *strings.Replacer  // what an article and a name become
}

// articles are what a language puts between a preposition and a date.
type articles struct{ year, day, season, part, decade, century string }

func (a articles) before(p point) string {
	switch {
	case !p.whole():
		return a.year
	case p.precision == ToDay:
		return a.day
	case p.season > 32:
		return a.part
	case p.season > 0:
		return a.season
	case p.precision == ToCentury:
		return a.century
	case p.precision == ToDecade:
		return a.decade
	}
	return a.year
}

// wordings has the languages that are worded. The others get CLDR's dates with signs
// that need no translation: see plain.
var wordings = map[string]wording{
	"de": {
		parts:  [3]string{"Anfang {}", "Mitte {}", "Ende {}"},
		partOf: articles{season: "des ", part: "des ", decade: "der ", century: "des "},
		about:  "etwa {}", aboutDay: "um den {}", aboutShort: "ca. {}", probably: "vermutlich {}",
		since: "seit {}", from: "ab {}", until: "bis {}", shortDays: true,
		after:   articles{day: "dem ", season: "dem ", part: "dem ", decade: "den ", century: "dem "},
		goal:    articles{day: "zum ", season: "zum ", part: "zum ", decade: "zu den ", century: "zum "},
		between: "{a} bis {b}",
		decade:  "{y}er-Jahre", century: "{n} Jahrhundert",
		seasons: [4]string{"Frühjahr {y}", "Sommer {y}", "Herbst {y}", "Winter {y}"}, turn: "/", south: "{} (Südhalbkugel)",
		third: "{n} Jahresdrittel {y}", half: "{n} Halbjahr {y}", noYear: "unbekanntes Jahr",
		part: dotted, ordinal: dotted,
		genitive: strings.NewReplacer("Frühjahr", "Frühjahrs", "Sommer", "Sommers", "Herbst", "Herbstes", "Winter", "Winters",
			"Quartal", "Quartals", "drittel", "drittels", "Halbjahr", "Halbjahrs", "Jahrhundert", "Jahrhunderts"),
		dative: strings.NewReplacer("er-Jahre", "er-Jahren"),
	},
	"en": {
		parts:   [3]string{"early {}", "mid-{}", "late {}"},
		partsIn: [3]string{"early in {}", "the middle of {}", "late in {}"},
		partOf:  articles{part: "the "},
		about:   "about {}", aboutShort: "c. {}", probably: "probably {}",
		since: "since {}", from: "from {}", until: "until {}",
		after: articles{part: "the ", decade: "the ", century: "the "}, goal: articles{part: "the ", decade: "the ", century: "the "},
		doubtThe: true, between: "{a} to {b}",
		decade: "{y}s", century: "{n} century",
		seasons: [4]string{"spring {y}", "summer {y}", "autumn {y}", "winter {y}"}, turn: "–", south: "{} (southern hemisphere)",
		quarter: "{n} quarter of {y}", third: "{n} third of {y}", half: "{n} half of {y}", noYear: "unknown year",
		part: func(n int) string { return [...]string{"first", "second", "third", "fourth"}[n-1] }, ordinal: englishOrdinal,
	},
	"fr": {
		parts:   [3]string{"début {}", "mi-{}", "fin {}"},
		partsIn: [3]string{"début {}", "milieu {}", "fin {}"},
		partOf:  articles{season: "du ", part: "du ", decade: "des ", century: "du "},
		about:   "vers {}", aboutDay: "vers le {}", aboutShort: "v. {}", probably: "probablement {}",
		since: "depuis {}", from: "à partir de {}", until: "jusqu’{}", aboutSince: "{} environ",
		after:   articles{day: "le ", season: "le ", part: "le ", decade: "les ", century: "le "},
		goal:    articles{year: "en ", day: "au ", season: "au ", part: "au ", decade: "aux ", century: "au "},
		between: "de {a} à {b}", betweenThe: "du {a} au {b}",
		decade: "années {y}", century: "{n} siècle",
		seasons: [4]string{"printemps {y}", "été {y}", "automne {y}", "hiver {y}"}, turn: "-", south: "{} (hémisphère Sud)",
		third: "{n} tiers de {y}", half: "{n} semestre {y}", noYear: "année inconnue",
		part: frenchOrdinal, ordinal: func(n int) string { return roman(n) + strings.TrimLeft(frenchOrdinal(n), "0123456789") },
		contract: strings.NewReplacer("le été", "l’été", "le automne", "l’automne", "le hiver", "l’hiver",
			"du été", "de l’été", "du automne", "de l’automne", "du hiver", "de l’hiver",
			"au été", "à l’été", "au automne", "à l’automne", "au hiver", "à l’hiver",
			"de le été", "de l’été", "de le automne", "de l’automne", "de le hiver", "de l’hiver", "de le ", "du ", "de les ", "des ",
			"du années", "des années", "au années", "aux années", "de avril", "d’avril", "de août", "d’août", "de octobre", "d’octobre",
			"de été", "d’été", "de automne", "d’automne", "de hiver", "d’hiver"),
	},
	"ar": {
		parts: [3]string{"أوائل {}", "منتصف {}", "أواخر {}"},
		about: "نحو {}", probably: "على الأرجح {}",
		since: "منذ {}", from: "ابتداءً من {}", until: "حتى {}", between: "من {a} إلى {b}",
		decade: "عقد {y}", century: "القرن {n}",
		seasons: [4]string{"ربيع {y}", "صيف {y}", "خريف {y}", "شتاء {y}"}, turn: "/", south: "{} (نصف الكرة الجنوبي)",
		third: "الثلث {n} من {y}", half: "النصف {n} من {y}", noYear: "سنة غير معروفة",
		part:    func(n int) string { return [...]string{"الأول", "الثاني", "الثالث"}[n-1] },
		ordinal: func(n int) string { return "الـ" + fmt.Sprint(n) },
	},
}

// plain serves languages without a wording: signs around CLDR's dates. Seasons,
// decades and the like, which have no sign, are written as the months or years
// that they last.
var plain = wording{
	parts:    [3]string{"{} (↤)", "{} (↔)", "{} (↦)"},
	probably: "{} (?)", since: "{} – …", from: "{} – ?", until: "… – {}",
	noYear: "?",
}

func dotted(n int) string { return fmt.Sprint(n, ".") }

func frenchOrdinal(n int) string {
	if n == 1 {
		return "1er"
	}
	return fmt.Sprint(n, "e")
}

// roman writes the number of a century.
func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.text)
		}
	}
	return b.String()
}

func englishOrdinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprint(n, suffix)
}

// change applies a replacement that a language may do without.
func change(text string, by *strings.Replacer) string {
	if by == nil {
		return text
	}
	return by.Replace(text)
}

// speaker words dates in one language, long or short.
type speaker struct {
	*locale.Locale
	wording
	short bool
}

func speak(l *locale.Locale, short bool) speaker {
	language, _, _ := strings.Cut(l.Variant(), "-")
	w, ok := wordings[language]
	if !ok {
		w = plain
		w.about = l.Approximately() + "\u00a0{}"
	}
	if l.Variant() == "en-US" {
		w.seasons[2] = "fall {y}"
	}
	if short {
		w = w.shortened()
	}
	return speaker{l, w, short}
}

// shortened is the wording of narrow columns.
func (w wording) shortened() wording {
	if w.aboutShort != "" {
		w.about = w.aboutShort
	}
	if w.shortDays {
		w.after.day, w.goal.day = "", ""
	}
	w.aboutDay, w.probably = "", "{} (?)"
	w.between, w.betweenThe, w.quarter = "", "", ""
	return w
}
