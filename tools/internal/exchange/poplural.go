package exchange

import (
	"fmt"
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

// takeNote reads a note that is not one of all forms alike.
func (g *pluralGroup) takeNote(line string) {
	key, value, _ := strings.Cut(line, ": ")
	key, form, own := strings.Cut(strings.TrimSuffix(key, ")"), " (")
	switch {
	case key == noteForms:
		for part := range strings.SplitSeq(value, " | ") {
			form, numbers, _ := strings.Cut(part, " ")
			g.set(noteForm, form, form+": "+numbers)
		}
	case key == noteBase:
		bases := strings.Fields(value)
		for i, u := range g.units {
			if len(bases) > 0 {
				u.Base = orEmpty(bases[min(i, len(bases)-1)])
			}
		}
	case own:
		g.set(key, form, orEmpty(value))
	}
}

func (g *pluralGroup) set(key, form, value string) {
	for _, u := range g.units {
		if u.Form == form {
			u.set(key, value)
		}
	}
}

// poPlurals reads messages with plural forms.
type poPlurals struct {
	*reader
	value   string // of Plural-Forms; "" if the file does not say
	offset  int    // of the header
	lang    string
	rules   locale.PluralRules
	counter counter
	meanings
	ready, useless bool
}

// prepare finds out what the forms of the file are, once. It reports whether they
// can be told apart.
func (p *poPlurals) prepare(d *Document, at int) bool {
	if p.ready {
		return !p.useless
	}
	p.ready, p.useless = true, true
	p.lang = firstOf(p.reader.lang, d.Target)
	var known bool
	if p.rules, known = locale.PluralRulesOf(p.lang); !known {
		p.errorf(at, "exchange-plural", "messages with plural forms, but %s", unknownLanguage(p.lang)).
			hint("none of them was read; name the language with --lang, or export again: such a language has one message a form")
		return false
	}
	c, err := parseCounter(firstOf(p.value, germanic))
	if err != nil {
		p.errorf(p.offset, "exchange-plural", "Plural-Forms %s", err).
			hint("no message with plural forms was read; the header of an exported file has: %s", p.rules.Gettext())
		return false
	}
	p.counter, p.meanings, p.useless = c, c.meanings(p.rules), false
	if len(p.odd) > 0 {
		p.warnf(p.offset, "exchange-plural", "Plural-Forms gives %s another form than %s has", strings.Join(p.odd, " and "), p.lang).
			hint("each form was read as that of most of its numbers; the header of an exported file has: %s", p.rules.Gettext())
	}
	return true
}

func unknownLanguage(lang string) string {
	if lang == "" {
		return "no language"
	}
	return fmt.Sprintf("CLDR has no plural rules for %q", lang)
}

// units returns a unit for each form of a message, and finds what does not fit.
func (p *poPlurals) units(d *Document, e *poEntry) []Unit {
	if !p.prepare(d, e.offset) {
		return nil
	}
	name := firstOf(e.text("msgctxt"), e.text("msgid"))
	if n := e.forms(); n != p.counter.forms {
		p.errorf(e.offset, "exchange-plural", "%s has %d plural forms, the file counts %d", excerpt(name), n, p.counter.forms).
			hint("write msgstr[0] to msgstr[%d]; the header of an exported file has: Plural-Forms: %s", p.counter.forms-1, p.rules.Gettext())
		return nil
	}
	g := &pluralGroup{}
	for _, c := range p.rules.Whole() {
		text, ok := p.text(e, name, c)
		if !ok {
			return nil
		}
		u := e.unit(p.reader)
		u.Form, u.Target = c, text
		g.units = append(g.units, &u)
	}
	p.spares(e, g, name)
	return p.finished(e, g)
}

// text returns that of a category, if the file has just one for it.
func (p *poPlurals) text(e *poEntry, name, category string) (string, bool) {
	indices := p.of[category]
	text := e.text(msgstr(indices[0]))
	for _, i := range indices[1:] {
		if tidy(e.text(msgstr(i))) != tidy(text) {
			p.errorf(e.offset, "exchange-plural", "msgstr[%d] and msgstr[%d] of %s are both for the form %q of %s", indices[0], i, excerpt(name), category, p.lang).
				hint("the file counts otherwise than the language; write into its header Plural-Forms: %s and put the forms into that order", p.rules.Gettext())
			return "", false
		}
	}
	return text, true
}

// spares takes a form that no number leads to as that for fractions, as some
// programs have it.
func (p *poPlurals) spares(e *poEntry, g *pluralGroup, name string) {
	forFractions := fractions(p.rules)
	for _, i := range p.spare {
		text := e.text(msgstr(i))
		if text == "" || tidy(text) == tidy(g.last().Target) {
			continue
		}
		if len(p.spare) == 1 && len(forFractions) > 0 {
			u := e.unit(p.reader)
			u.Form, u.Target = forFractions[len(forFractions)-1], text
			g.units = append(g.units, &u)
			continue
		}
		p.warnf(e.offset, "exchange-plural", "msgstr[%d] of %s is for no number", i, excerpt(name)).
			hint("it was left out: %s", excerpt(text))
	}
}

// finished gives each form its source, id and notes.
func (p *poPlurals) finished(e *poEntry, g *pluralGroup) []Unit {
	for _, line := range e.extracted {
		g.takeNote(line)
	}
	var out []Unit
	for i, u := range g.units {
		if u.Form != "one" {
			u.Source, u.Previous = e.text("msgid_plural"), e.text("|msgid_plural")
			if e.has("|msgid") && !e.has("|msgid_plural") {
				u.Previous = e.text("|msgid")
			}
		}
		if u.ID != "" && len(p.rules.Categories()) > 1 {
			u.ID += "." + u.Form
		}
		if i > 0 {
			u.Comments = nil
		}
		out = append(out, *u)
	}
	return out
}

func msgstr(i int) string { return fmt.Sprintf("msgstr[%d]", i) }
