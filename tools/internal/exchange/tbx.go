package exchange

import (
	"strings"
)

// TBX is written as ISO 30042:2008 has it (martif, TBX-Basic's categories),
// which OmegaT, Weblate and the Translate Toolkit read; the version of 2019
// ("tbx", conceptEntry) is read as well.

const (
	termPrefix = "term-" // ids are XML names, which do not begin with a digit
	statusType = "administrativeStatus"
	preferred  = "preferredTerm-admn-sts"
	deprecated = "deprecatedTerm-admn-sts"
	sourceDesc = "Written by dossier export, for " // the target language follows: a glossary may have no term in it yet
)

func writeTBX(d *Document) []byte {
	w := &xmlWriter{}
	w.b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n")
	w.open("martif", "type", "TBX", "xml:lang", d.Source)
	w.open("martifHeader")
	w.open("fileDesc")
	w.open("titleStmt")
	w.line("title", firstOf(d.Name, "dossier"))
	w.close("titleStmt")
	w.open("sourceDesc")
	w.line("p", sourceDesc+d.Target)
	w.close("sourceDesc")
	w.close("fileDesc")
	w.open("encodingDesc")
	w.line("p", "TBXXCSV02.xcs", "type", "XCSURI")
	w.close("encodingDesc")
	w.close("martifHeader")
	w.open("text")
	w.open("body")
	for _, c := range d.Concepts {
		c.writeTBX(w, d)
	}
	w.close("body")
	w.close("text")
	w.close("martif")
	return []byte(w.b.String())
}

func (c Concept) writeTBX(w *xmlWriter, d *Document) {
	w.open("termEntry", "id", termPrefix+c.ID)
	empty := c.Target == "" && len(c.Forbidden) == 0
	if empty { // a language set needs a term
		w.line("descrip", c.TargetDef, "type", "definition", "xml:lang", d.Target)
	}
	w.open("langSet", "xml:lang", d.Source)
	w.line("descrip", c.Definition, "type", "definition")
	w.term(c.Term, preferred, "")
	w.close("langSet")
	if !empty {
		w.open("langSet", "xml:lang", d.Target)
		w.line("descrip", c.TargetDef, "type", "definition")
		if c.Target != "" {
			w.term(c.Target, preferred, "")
		}
		for _, f := range c.Forbidden {
			w.term(f, deprecated, "do not use")
		}
		w.close("langSet")
	}
	w.close("termEntry")
}

func (w *xmlWriter) term(text, status, remark string) {
	w.open("tig")
	w.content("term", func() { w.text(text) })
	w.line("termNote", status, "type", statusType)
	w.line("note", remark)
	w.close("tig")
}

func readTBX(r *reader) *Document {
	d := &Document{TextDecides: true, Target: r.lang}
	r.walkXML(func(e *element) bool {
		switch e.name {
		case "martif", "tbx":
			d.Source = e.attr("lang")
		case "title", "sourceDesc":
			return true
		}
		return e.name == "termEntry" || e.name == "conceptEntry"
	}, func(e *element) {
		switch e.name {
		case "title":
			d.Name = e.plain()
		case "sourceDesc":
			if _, target, ours := strings.Cut(strings.TrimSpace(e.plain()), sourceDesc); ours && d.Target == "" {
				d.Target = target
			}
		default:
			if c := r.concept(e, d); len(d.Concepts) < maxUnits {
				d.Concepts = append(d.Concepts, c)
			} else {
				r.tooMuch(c.Pos, "entries", maxUnits)
			}
		}
	})
	return d
}

func (r *reader) concept(e *element, d *Document) Concept {
	c := Concept{ID: strings.TrimPrefix(e.attr("id"), termPrefix), Pos: r.pos(e.offset)}
	for _, def := range e.elements("descrip") {
		if def.attr("type") == "definition" && def.attr("lang") != "" {
			r.define(&c, d, e, def.attr("lang"), def.plain())
		}
	}
	for _, set := range append(e.elements("langSet"), e.elements("langSec")...) {
		lang := set.attr("lang")
		for _, def := range set.elements("descrip") {
			if def.attr("type") == "definition" {
				r.define(&c, d, set, lang, def.plain())
			}
		}
		for _, t := range set.elements("") {
			if t.name == "ntig" {
				t = t.child("termGrp")
			}
			if t.child("term") != nil {
				r.designation(&c, d, set, lang, t)
			}
		}
	}
	return c
}

// mine reports whether a language is the target's; the first that is not the
// source's becomes it.
func (r *reader) mine(d *Document, at *element, lang string) bool {
	if d.Target == "" {
		d.Target = lang
	}
	if sameLanguage(lang, d.Target) {
		return true
	}
	if r.lang == "" {
		r.errorf(at.offset, "exchange-language", "a second target language, %q beside %q", lang, d.Target).
			hint("say with --lang which one to import")
		r.lang = d.Target
	}
	return false
}

func (r *reader) define(c *Concept, d *Document, at *element, lang, text string) {
	if sameLanguage(lang, d.Source) {
		c.Definition = text
	} else if r.mine(d, at, lang) {
		c.TargetDef = text
	}
}

// designation takes one term with its status. The first that is not deprecated
// is the one to use.
func (r *reader) designation(c *Concept, d *Document, at *element, lang string, t *element) {
	text, wrong := t.child("term").plain(), false
	for _, n := range t.elements("termNote") {
		if n.attr("type") == statusType {
			s := n.plain()
			wrong = strings.HasPrefix(s, "deprecated") || strings.HasPrefix(s, "superseded")
		}
	}
	switch {
	case sameLanguage(lang, d.Source):
		if c.Term == "" && !wrong {
			c.Term = text
		}
	case !r.mine(d, at, lang):
	case wrong:
		c.Forbidden = append(c.Forbidden, text)
	case c.Target == "":
		c.Target = text
	}
}

// TermUnits returns the glossary as units: of each entry the term and its
// definition, with the ids of their messages in the catalogs.
func (d *Document) TermUnits() []Unit {
	var units []Unit
	add := func(c Concept, field, source, target string) {
		if target != "" {
			units = append(units, Unit{ID: "terms/" + c.ID + "." + field, Source: source, Target: target, State: Translated, Pos: c.Pos})
		}
	}
	for _, c := range d.Concepts {
		add(c, "term", c.Term, c.Target)
		add(c, "definition", c.Definition, c.TargetDef)
	}
	return units
}
