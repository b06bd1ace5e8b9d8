package edtf

import (
	"fmt"
	"slices"
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

// Words writes the date in the locale's language, with the part of it that is
// meant: "Anfang März 2023", "27 September 2021", "etwa Juni 2023", "seit 2021".
// Days and intervals have no parts. Day and month, which belong together, are
// joined by a space that does not break. Languages other than German, English,
// French and Arabic get EDTF's own signs around CLDR's dates.
func (d Date) Words(l *locale.Locale, part Part) string { return d.say(speak(l, false), part) }

// ShortWords is Words for narrow columns: "27. Sept. 2021", "ca. Juni 2023".
func (d Date) ShortWords(l *locale.Locale, part Part) string { return d.say(speak(l, true), part) }

func (d Date) say(s speaker, part Part) string {
	switch {
	case d.raw == "":
		return ""
	case !d.interval:
		text := s.part(s.point(d.start), part, d.start)
		if d.start.precision == ToDay && s.aboutDay != "" {
			s.about = s.aboutDay
		}
		return s.doubt(d.start, text)
	case d.OpenStart():
		return s.edge(s.until, s.goal, d.end)
	case d.end.open:
		return s.edge(s.since, s.after, d.start)
	case d.end.unknown:
		return s.edge(s.from, s.after, d.start)
	}
	return s.interval(d.start, d.end)
}

// edge words an interval of which one end is known.
func (s speaker) edge(pattern string, articles articles, p point) string {
	text := s.point(p)
	if s.Language() == "de" && p.precision == ToDecade && p.year > 0 { // after seit, ab and zu: dative
		text += "n"
	}
	text = articles.of(p) + text
	if s.Language() == "fr" { // where the doubt stands before the preposition
		return s.doubt(p, s.contract.Replace(fmt.Sprintf(pattern, text)))
	}
	return fmt.Sprintf(pattern, s.doubt(p, text))
}

// interval leaves out of the start what the end repeats: "18. bis 19. Januar
// 2025".
func (s speaker) interval(a, b point) string {
	start, end := s.point(a), s.point(b)
	alike := a.precision == b.precision && a.approximate == b.approximate && a.uncertain == b.uncertain
	if alike && start == end {
		return s.doubt(a, start)
	}
	if alike && !s.american && slices.Contains([]string{"de", "en", "fr"}, s.Language()) {
		start = withoutSuffix(start, end)
	}
	pattern := s.fromTo
	if s.fromToDay != "" && a.precision == ToDay && b.precision == ToDay {
		pattern = s.fromToDay
	}
	return s.contract.Replace(fmt.Sprintf(pattern, s.doubt(a, start), s.doubt(b, end)))
}

// withoutSuffix takes off a the words at its end that b ends with too, but never
// all of them.
func withoutSuffix(a, b string) string {
	for {
		i, j := lastSpace(a), lastSpace(b)
		if i < 0 || j < 0 || strings.TrimLeft(a[i:], "\u00a0 ") != strings.TrimLeft(b[j:], "\u00a0 ") {
			return a
		}
		a, b = a[:i], b[:j]
	}
}

func lastSpace(s string) int { return strings.LastIndexAny(s, "\u00a0 ") }

// point words a date without its doubts. Years count as astronomers do: 0 is
// 1 BC.
func (s speaker) point(p point) string {
	first, last := p.years()
	switch {
	case p.precision == ToCentury && p.negative:
		return fmt.Sprintf(s.before, fmt.Sprintf(s.century, s.ordinal(-p.year/100+1)))
	case p.precision == ToCentury:
		return fmt.Sprintf(s.century, s.ordinal(p.year/100+1))
	case p.precision == ToDecade && first < 1:
		return fmt.Sprintf(s.fromTo, s.year(first), s.year(last))
	case p.precision == ToDecade:
		return fmt.Sprintf(s.decade, p.year)
	case p.year < 1:
		p.year = 1 - p.year
		return fmt.Sprintf(s.before, s.common(p))
	}
	return s.common(p)
}

func (s speaker) year(y int) string { return s.point(point{year: y, precision: ToYear}) }

// common words a date of the common era.
func (s speaker) common(p point) string {
	switch {
	case p.precision == ToDay && s.short:
		return s.DateShort(p.year, p.month, p.day)
	case p.precision == ToDay:
		return s.Date(p.year, p.month, p.day)
	case p.precision == ToMonth && s.short:
		return s.MonthShort(p.year, p.month)
	case p.precision == ToMonth:
		return s.Month(p.year, p.month)
	case p.precision == ToSeason:
		return s.season(p)
	}
	return fmt.Sprint(p.year)
}

func (s speaker) season(p point) string {
	switch code := p.month; {
	case code <= 32:
		years := fmt.Sprint(p.year)
		if _, last := seasonMonths(code); last > 12 {
			years += s.turn + nextYear(p.year)
		}
		return fmt.Sprintf(s.seasons[(code-21)%4], years)
	case code <= 36:
		if s.Language() == "en" {
			return fmt.Sprintf("%s quarter of %d", ordinals[code-33], p.year)
		}
		return s.Quarter(p.year, code-32)
	case code <= 39:
		return s.share(s.thirds, code-36, p.year)
	default:
		return s.share(s.halves, code-39, p.year)
	}
}

// nextYear writes the second year of a winter: "2022/23", but "1999/2000".
func nextYear(y int) string {
	if (y+1)%100 == 0 {
		return fmt.Sprint(y + 1)
	}
	return fmt.Sprintf("%02d", (y+1)%100)
}

var ordinals = [...]string{"first", "second", "third", "fourth"}

func (s speaker) share(pattern string, n, year int) string {
	if s.Language() == "en" {
		return fmt.Sprintf(pattern, ordinals[n-1], year)
	}
	return fmt.Sprintf(pattern, s.ordinal(n), year)
}

// ordinal writes a number in figures as an ordinal, where the language has a
// sign for it.
func (s speaker) ordinal(n int) string {
	switch {
	case s.Language() == "en":
		return englishOrdinal(n)
	case s.Language() == "de":
		return fmt.Sprintf("%d.", n)
	case s.Language() == "fr" && n == 1:
		return "1er"
	case s.Language() == "fr":
		return fmt.Sprintf("%de", n)
	}
	return fmt.Sprint(n)
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
	if p.precision == ToDay {
		return text
	}
	patterns := map[Part]string{Early: s.early, Mid: s.mid, Late: s.late}
	article := s.of.of(p)
	if article != "" && s.earlyIn != "" {
		patterns = map[Part]string{Early: s.earlyIn, Mid: s.midIn, Late: s.lateIn}
	}
	pattern, ok := patterns[part]
	if !ok {
		return text
	}
	if article != "" {
		text = s.contract.Replace(article + s.genitive.Replace(text))
	}
	return fmt.Sprintf(pattern, text)
}

func (s speaker) doubt(p point, text string) string {
	if p.approximate {
		text = fmt.Sprintf(s.about, text)
	}
	if p.uncertain {
		text = fmt.Sprintf(s.probably, text)
	}
	return text
}
