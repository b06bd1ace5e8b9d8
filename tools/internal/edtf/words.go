package edtf

import (
	"strings"

	"dossier/tools/internal/locale"
)

// Part is a third of a span, for "early March 2023". EDTF has no sign for it.
type Part string

// The parts. Any other value means Whole.
const (
	Whole Part = ""
	Early Part = "early"
	Mid   Part = "mid"
	Late  Part = "late"
)

// Words writes the date in the locale's language, with the part of it that is meant:
// "Anfang März 2023", "27 September 2021", "etwa Juni 2023", "seit 2021". It fits a
// label: no article before it, no preposition but the date's own. A day has no
// parts, and neither has an interval with two ends; of one with an open end the part
// is that of the other ("seit Anfang 2023").
//
// Day and month are joined by a space that does not break (U+00A0), and so are a
// year and its era. German, English, French and Arabic have words for all dates;
// other languages get signs around CLDR's dates. The result is empty for the zero
// Date only.
func (d Date) Words(l *locale.Locale, part Part) string { return speak(l, false).date(d, part) }

// ShortWords is Words for narrow columns: "27. Sept. 2021", "ca. Juni 2023", "2021–
// 2023", "2023 (?)".
func (d Date) ShortWords(l *locale.Locale, part Part) string { return speak(l, true).date(d, part) }

func (s speaker) date(d Date, part Part) string {
	switch {
	case d.raw == "":
		return ""
	case !d.interval:
		return s.single(d.start, part)
	case d.UnknownStart():
		return s.edge(s.unknownUntil(), s.goal, d.end, part)
	case d.OpenStart():
		return s.edge(s.until, s.goal, d.end, part)
	case d.UnknownEnd():
		return s.edge(s.from, s.after, d.start, part)
	case d.OpenEnd():
		return s.edge(s.since, s.after, d.start, part)
	}
	return s.interval(d.start, d.end)
}

// unknownUntil is how an interval is worded whose start nobody knows. Words say
// "until" of both; a sign can tell.
func (s speaker) unknownUntil() string { return strings.Replace(s.until, "…", "?", 1) }

// put fills a field of a pattern.
func put(pattern, field, text string) string { return strings.Replace(pattern, field, text, 1) }

// single words a date that is no interval.
func (s speaker) single(p point, part Part) string {
	about := s.about
	if p.precision == ToDay && s.aboutDay != "" {
		about = s.aboutDay
	}
	text := s.part(s.point(p), part, p)
	if s.doubtThe && text == s.point(p) && (p.approximate || p.uncertain) {
		text = s.after.before(p) + text
	}
	return s.perhaps(p, s.roughly(p, about, text))
}

func (s speaker) roughly(p point, about, text string) string {
	if p.approximate {
		return put(about, "{}", text)
	}
	return text
}

func (s speaker) perhaps(p point, text string) string {
	if p.uncertain {
		return put(s.probably, "{}", text)
	}
	return text
}

// part words a part of a date, if the date has parts.
func (s speaker) part(text string, part Part, p point) string {
	i, ok := map[Part]int{Early: 0, Mid: 1, Late: 2}[part]
	if !ok || p.precision == ToDay || !p.whole() {
		return text
	}
	article := s.partOf.before(p)
	if article == "" {
		return put(s.parts[i], "{}", text)
	}
	patterns := s.parts
	if s.partsIn[i] != "" {
		patterns = s.partsIn
	}
	return put(patterns[i], "{}", change(article+change(text, s.genitive), s.contract))
}

// edge words an interval of which one end is known.
func (s speaker) edge(pattern string, articles articles, p point, part Part) string {
	text := s.point(p)
	if of := s.part(text, part, p); of != text {
		text = of
	} else if article := articles.before(p); article != "" {
		text = article + change(text, s.dative)
	}
	if s.aboutSince != "" {
		return s.perhaps(p, s.roughly(p, s.aboutSince, change(put(pattern, "{}", text), s.contract)))
	}
	return s.perhaps(p, put(pattern, "{}", s.roughly(p, s.about, text)))
}
