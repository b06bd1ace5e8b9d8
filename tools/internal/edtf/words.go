package edtf

import (
	"fmt"
	"strings"

	"dossier/tools/internal/locale"
)

// Part is a third of a span, for "early March 2023". EDTF has no sign for it.
type Part string

// The parts.
const (
	Whole Part = ""
	Early Part = "early"
	Mid   Part = "mid"
	Late  Part = "late"
)

// wording is how a language speaks of imprecise dates. %s is the date.
type wording struct {
	early, mid, late, midYear string
	about, probably, perhaps  string // approximate; uncertain; both
	since, until, fromTo      string
	decade, century           string // %d, and %d with the century's number
	before                    string // years before the common era
	seasons                   [4]string
	thirds, halves            string // %d and the year
	shortAbout                string
}

var wordings = map[string]wording{
	"de": {
		early: "Anfang %s", mid: "Mitte %s", late: "Ende %s", midYear: "Mitte %s",
		about: "etwa %s", probably: "vermutlich %s", perhaps: "vermutlich etwa %s",
		since: "seit %s", until: "bis %s", fromTo: "%s bis %s",
		decade: "%der-Jahre", century: "%d. Jahrhundert", before: "%d v. Chr.",
		seasons: [4]string{"Frühjahr %d", "Sommer %d", "Herbst %d", "Winter %d/%02d"},
		thirds:  "%d. Jahresdrittel %d", halves: "%d. Halbjahr %d", shortAbout: "ca. %s",
	},
	"en": {
		early: "early %s", mid: "mid-%s", late: "late %s", midYear: "mid-%s",
		about: "about %s", probably: "probably %s", perhaps: "probably about %s",
		since: "since %s", until: "until %s", fromTo: "%s to %s",
		decade: "%ds", century: "%s century", before: "%d BC",
		seasons: [4]string{"spring %d", "summer %d", "autumn %d", "winter %d–%02d"},
		thirds:  "%s third of %d", halves: "%s half of %d", shortAbout: "c. %s",
	},
	"fr": {
		early: "début %s", mid: "mi-%s", late: "fin %s", midYear: "mi-%s",
		about: "vers %s", probably: "probablement %s", perhaps: "probablement vers %s",
		since: "depuis %s", until: "jusqu’à %s", fromTo: "de %s à %s",
		decade: "années %d", century: "%de siècle", before: "%d av. J.-C.",
		seasons: [4]string{"printemps %d", "été %d", "automne %d", "hiver %d-%02d"},
		thirds:  "%de tiers de %d", halves: "%de semestre %d", shortAbout: "v. %s",
	},
	"ar": {
		early: "أوائل %s", mid: "منتصف %s", late: "أواخر %s", midYear: "منتصف %s",
		about: "نحو %s", probably: "على الأرجح %s", perhaps: "على الأرجح نحو %s",
		since: "منذ %s", until: "حتى %s", fromTo: "من %s إلى %s",
		decade: "عقد %d", century: "القرن %d", before: "%d ق.م",
		seasons: [4]string{"ربيع %d", "صيف %d", "خريف %d", "شتاء %d/%02d"},
		thirds:  "الثلث %d من %d", halves: "النصف %d من %d", shortAbout: "نحو %s",
	},
}

// speaker words dates in one language, long or short.
type speaker struct {
	*locale.Locale
	wording
	short bool
}

func speak(l *locale.Locale, short bool) speaker {
	w, ok := wordings[l.Language()]
	if !ok {
		w = plain
	}
	if l.Language() == "en" && strings.HasSuffix(l.Tag(), "US") {
		w.seasons[2] = "fall %d"
	}
	if short && w.shortAbout != "" {
		w.about = w.shortAbout
	}
	return speaker{l, w, short}
}

// plain serves languages without a wording of their own: EDTF's signs, which
// need no translation.
var plain = wording{
	early: "%s (↤)", mid: "%s (↔)", late: "%s (↦)", midYear: "%s (↔)",
	about: "~%s", probably: "%s?", perhaps: "~%s?", since: "%s –", until: "– %s", fromTo: "%s – %s",
	decade: "%d–", century: "%d.", before: "−%d", seasons: [4]string{"%d-21", "%d-22", "%d-23", "%d/%02d-24"},
	thirds: "%d/3 %d", halves: "%d/2 %d",
}

// Words writes the date in the locale's language, with the part of it that is
// meant: "Anfang März 2023", "27 September 2021", "etwa Juni 2023", "seit 2021".
// Day and month, which belong together, are joined by a space that does not
// break. Languages other than German, English, French and Arabic get EDTF's own
// signs around CLDR's dates.
func (d Date) Words(l *locale.Locale, part Part) string { return d.say(speak(l, false), part) }

// ShortWords is Words for narrow columns: "27. Sept. 2021", "ca. Juni 2023".
func (d Date) ShortWords(l *locale.Locale, part Part) string { return d.say(speak(l, true), part) }

func (d Date) say(s speaker, part Part) string {
	switch {
	case d.raw == "":
		return ""
	case !d.interval:
		return s.doubt(d.start, s.part(s.point(d.start), part, d.start))
	case d.OpenStart():
		return fmt.Sprintf(s.until, s.doubt(d.end, s.point(d.end)))
	case d.OpenEnd():
		return fmt.Sprintf(s.since, s.doubt(d.start, s.point(d.start)))
	}
	return fmt.Sprintf(s.fromTo, s.doubt(d.start, s.startOf(d.start, d.end)), s.doubt(d.end, s.point(d.end)))
}

// startOf words the start of an interval without what its end repeats: "18. bis
// 19. Januar 2025".
func (s speaker) startOf(a, b point) string {
	sameYear := a.year == b.year && a.approximate == b.approximate && a.uncertain == b.uncertain
	lang := s.Language()
	switch {
	case !sameYear || a.precision != b.precision || lang != "de" && lang != "en" || strings.HasSuffix(s.Tag(), "US"):
		return s.point(a)
	case a.precision == ToDay && a.month == b.month && lang == "de":
		return fmt.Sprintf("%d.", a.day)
	case a.precision == ToDay && a.month == b.month:
		return fmt.Sprint(a.day)
	case a.precision == ToDay:
		return s.Day(a.month, a.day)
	case a.precision == ToMonth:
		return s.MonthName(a.month)
	}
	return s.point(a)
}

// point words a date without its doubts.
func (s speaker) point(p point) string {
	switch p.precision {
	case ToDay:
		if s.short {
			return s.DateShort(p.year, p.month, p.day)
		}
		return s.Date(p.year, p.month, p.day)
	case ToMonth:
		if s.short {
			return s.MonthShort(p.year, p.month)
		}
		return s.Month(p.year, p.month)
	case ToSeason:
		return s.season(p)
	case ToDecade:
		return fmt.Sprintf(s.decade, p.year)
	case ToCentury:
		return s.nth(s.century, p.year/100+1)
	}
	if p.year < 1 { // astronomical counting: 0000 is 1 BC
		return fmt.Sprintf(s.before, 1-p.year)
	}
	return fmt.Sprint(p.year)
}

func (s speaker) season(p point) string {
	switch code := p.month; {
	case code <= 32:
		season := s.seasons[(code-21)%4]
		if strings.Count(season, "%") == 2 {
			return fmt.Sprintf(season, p.year, (p.year+1)%100)
		}
		return fmt.Sprintf(season, p.year)
	case code <= 36:
		if s.Language() == "en" {
			return ordinals[code-33] + " quarter of " + fmt.Sprint(p.year)
		}
		return s.Quarter(p.year, code-32)
	case code <= 39:
		return s.nth(s.thirds, code-36, p.year)
	default:
		return s.nth(s.halves, code-39, p.year)
	}
}

var ordinals = [...]string{"first", "second", "third", "fourth"}

// nth fills a pattern whose first value is an ordinal: a number, or in English
// a word or "21st".
func (s speaker) nth(pattern string, n int, rest ...any) string {
	if s.Language() != "en" {
		return fmt.Sprintf(pattern, append([]any{n}, rest...)...)
	}
	word := englishOrdinal(n)
	if n <= len(ordinals) && len(rest) > 0 {
		word = ordinals[n-1]
	}
	return fmt.Sprintf(pattern, append([]any{word}, rest...)...)
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
	return fmt.Sprint(n) + suffix
}

func (s speaker) part(text string, part Part, p point) string {
	switch {
	case part == Early:
		return fmt.Sprintf(s.early, text)
	case part == Mid && p.precision == ToMonth:
		return fmt.Sprintf(s.mid, text)
	case part == Mid:
		return fmt.Sprintf(s.midYear, text)
	case part == Late:
		return fmt.Sprintf(s.late, text)
	}
	return text
}

func (s speaker) doubt(p point, text string) string {
	switch {
	case p.approximate && p.uncertain:
		return fmt.Sprintf(s.perhaps, text)
	case p.approximate:
		return fmt.Sprintf(s.about, text)
	case p.uncertain:
		return fmt.Sprintf(s.probably, text)
	}
	return text
}
