package exchange

import (
	"fmt"
	"strings"

	"dossier/tools/internal/locale"
)

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
