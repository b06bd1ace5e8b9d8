package exchange

import (
	"slices"
	"strings"

	"dossier/tools/internal/locale"
)

// A word of the interface that comes with a number has forms, and a PO file has
// them in one message: msgid and msgid_plural are the source's forms for one and
// for other numbers, msgstr[0] and so on those of the language, in the order of
// [locale.PluralRules.Whole]. Here they stay one unit a form, with "." and its
// category at the end of the id.
//
// Gettext counts whole things alone. So a form for fractions (Polish "other",
// Czech "many"), which no page shows, is not in the message. It follows the last
// form that is (see [Merge]), and goes as a message of its own if somebody gave it
// another text.

// pluralGroup are the forms of a word as one message.
type pluralGroup struct {
	word  string
	units []*Unit // in the order of msgstr[]
}

// Word is the id of what a plural form belongs to.
func (u *Unit) Word() string { return strings.TrimSuffix(u.ID, "."+u.Form) }

// plurals finds the words whose forms go as one message, by the id of each form
// that is in it; of those that follow it is nil.
func (d *Document) plurals() map[string]*pluralGroup {
	groups := map[string]*pluralGroup{}
	rules, ok := locale.PluralRulesOf(d.Target)
	if !ok || len(rules.Whole()) < 2 {
		return groups
	}
	words := map[string]map[string]*Unit{}
	for i := range d.Units {
		u := &d.Units[i]
		if u.Form == "" || u.Word() == u.ID {
			continue
		}
		if words[u.Word()] == nil {
			words[u.Word()] = map[string]*Unit{}
		}
		words[u.Word()][u.Form] = u
	}
	for word, forms := range words {
		g := &pluralGroup{word: word}
		for _, c := range rules.Whole() {
			g.units = append(g.units, forms[c])
		}
		if !g.oneMessage() {
			continue
		}
		for _, u := range g.units {
			groups[u.ID] = g
		}
		for _, c := range fractions(rules) {
			if u := forms[c]; u != nil && g.last().ledBy(u) {
				groups[u.ID] = nil
			}
		}
	}
	return groups
}

func (g *pluralGroup) last() *Unit { return g.units[len(g.units)-1] }

// ledBy reports whether a form for fractions says nothing of its own.
func (u *Unit) ledBy(fraction *Unit) bool {
	return len(fraction.Comments) == 0 && (fraction.Target == "" || fraction.Target == u.Target && fraction.State == u.State)
}

// one is the form that msgid is the source of, and plural one that msgid_plural is.
func (g *pluralGroup) one() *Unit {
	for _, u := range g.units {
		if u.Form == "one" {
			return u
		}
	}
	return g.last()
}

// oneMessage reports whether the forms agree in all that a message has once.
func (g *pluralGroup) oneMessage() bool {
	if slices.Contains(g.units, nil) {
		return false
	}
	first, last := g.units[0], g.last()
	for _, u := range g.units {
		switch {
		case u.Source == "", u.Form != "one" && u.Source != last.Source:
			return false
		case u.File != first.File, u.Obsolete != first.Obsolete, u != first && len(u.Comments) > 0:
			return false
		}
	}
	return g.oneState()
}

func (g *pluralGroup) oneState() bool {
	var said, others []*Unit
	for _, u := range g.units {
		if u.Target != "" {
			said = append(said, u)
			if u.Form != "one" {
				others = append(others, u)
			}
		}
	}
	for _, u := range said {
		if u.State != said[0].State || (u.Previous == "") != (said[0].Previous == "") {
			return false
		}
	}
	for _, u := range others {
		if u.Previous != others[0].Previous {
			return false
		}
	}
	return true
}

// notes are those of the forms, each once: what one form has of its own has its
// category in brackets.
func (g *pluralGroup) notes() []note {
	last := g.last()
	var out []note
	var numbers, bases []string
	for _, u := range g.units {
		numbers = append(numbers, strings.TrimSpace(u.Form+" "+u.Numbers))
		bases = append(bases, orNothing(u.Base))
	}
	add := func(key string, value func(u *Unit) string) {
		for _, u := range g.units {
			if v := value(u); v != value(last) {
				out = append(out, note{key + " (" + u.Form + ")", orNothing(v)})
			}
		}
		if v := value(last); v != "" {
			out = append(out, note{key, v})
		}
	}
	add(notePlace, func(u *Unit) string { return u.Context })
	out = append(out, note{noteForms, strings.Join(numbers, " | ")})
	add(notePage, func(u *Unit) string { return u.Address })
	add(noteChange, func(u *Unit) string { return u.Class })
	add(noteDiff, func(u *Unit) string { return u.Diff })
	add(notePart, func(u *Unit) string { return u.Part })
	if same := slices.Compact(slices.Clone(bases)); len(same) == 1 {
		bases = same
	}
	if !slices.Equal(bases, []string{nothing}) {
		out = append(out, note{noteBase, strings.Join(bases, " ")})
	}
	if slices.ContainsFunc(g.units, func(u *Unit) bool { return u.State == Reviewed }) {
		out = append(out, note{noteState, string(Reviewed)})
	}
	return out
}

// outdated reports whether the forms are, and what they were made from.
func (g *pluralGroup) outdated() (outdated bool, previous, previousOne string) {
	for _, u := range g.units {
		switch {
		case u.State != Outdated:
		case u.Form == "one":
			outdated, previousOne = true, u.Previous
		default:
			outdated, previous = true, u.Previous
		}
	}
	return outdated, firstOf(previous, previousOne), firstOf(previousOne, previous)
}

// nothing stands for an empty value where another form has one.
const nothing = "–"

func orNothing(s string) string { return firstOf(s, nothing) }

func orEmpty(s string) string {
	if s == nothing {
		return ""
	}
	return s
}
