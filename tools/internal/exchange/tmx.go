package exchange

import (
	"strings"
)

// TMX 1.4b is for translation memories: a pair says that one text is the
// translation of the other. So an outdated translation stands beside the source
// that it was made from, and today's source in a property; a memory that paired
// it with today's would offer a wrong text as a perfect match.

const propPrefix = "x-dossier-"

// The properties beside those of notes. OmegaT's own, "file" and "id", are not
// used: it takes a pair that has them for one that fits no other file.
const (
	propSource   = propPrefix + "source"   // today's source of an outdated translation
	propTarget   = propPrefix + "target"   // a translation of an earlier source that is not known
	propState    = propPrefix + "state"    // if it is not translated
	propObsolete = propPrefix + "obsolete" // the source has the text no longer
)

func writeTMX(d *Document) []byte {
	w := &xmlWriter{}
	w.b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n")
	w.open("tmx", "version", "1.4")
	w.open("header", "creationtool", "dossier", "creationtoolversion", "1", "segtype", "paragraph", "o-tmf", "dossier",
		"adminlang", "en", "srclang", d.Source, "datatype", "plaintext", "creationdate", d.Date.UTC().Format("20060102T150405Z"))
	w.line("prop", d.Target, "type", "targetlang")
	w.line("prop", d.Name, "type", propPrefix+"name")
	w.close("header")
	w.open("body")
	for i := range d.Units {
		d.Units[i].writeTMX(w, d)
	}
	w.close("body")
	w.close("tmx")
	return []byte(w.b.String())
}

func (u *Unit) writeTMX(w *xmlWriter, d *Document) {
	w.open("tu", "tuid", u.ID, "srclang", d.Source)
	for _, c := range u.Comments {
		w.line("note", c)
	}
	w.line("prop", u.File, "type", propPrefix+noteFile)
	for _, n := range u.notes() {
		w.line("prop", n.value, "type", propPrefix+n.key)
	}
	source, target := u.Source, u.Target
	if u.State == Outdated {
		w.line("prop", string(Outdated), "type", propState)
		if u.Previous != "" {
			w.line("prop", u.Source, "type", propSource, "xml:lang", d.Source)
			source = u.Previous
		} else {
			w.line("prop", u.Target, "type", propTarget, "xml:lang", d.Target)
			target = ""
		}
	}
	if u.Obsolete {
		w.line("prop", "yes", "type", propObsolete)
	}
	w.variant(d.Source, source)
	if target != "" {
		w.variant(d.Target, target)
	}
	w.close("tu")
}

func (w *xmlWriter) variant(lang, text string) {
	w.open("tuv", "xml:lang", lang)
	w.content("seg", func() { w.text(text) })
	w.close("tuv")
}

func readTMX(r *reader) *Document {
	d := &Document{Target: r.lang}
	r.walkXML(func(e *element) bool {
		return e.name == "tu" || e.name == "header"
	}, func(e *element) {
		if e.name == "header" {
			d.Source = e.attr("srclang")
			for _, p := range e.elements("prop") {
				switch p.attr("type") {
				case "targetlang":
					d.Target = firstOf(d.Target, p.plain())
				case propPrefix + "name":
					d.Name = p.plain()
				}
			}
			return
		}
		r.unit(d, r.translationUnit(e, d))
	})
	return d
}

func (r *reader) translationUnit(e *element, d *Document) Unit {
	u := Unit{ID: e.attr("tuid"), State: Translated, Pos: r.pos(e.offset)}
	for _, n := range e.elements("note") {
		u.Comments = append(u.Comments, n.plain())
	}
	in := inlineReader{reader: r, unit: &u, natives: map[string]string{}}
	r.variants(in, e, d, &u)
	today, ok := "", false
	for _, p := range e.elements("prop") {
		switch value := p.plain(); p.attr("type") {
		case propSource:
			today, ok = value, true
		case propTarget:
			u.Target = value
		case propObsolete:
			u.Obsolete = value == "yes"
		default:
			if key, ours := strings.CutPrefix(p.attr("type"), propPrefix); ours {
				u.set(key, value)
			}
		}
	}
	if ok {
		u.Previous, u.Source = u.Source, today
	}
	return u
}

// variants takes the source of a translation unit and the one other language. A
// header that calls the language to import the source is wrong (the Translate
// Toolkit always writes "en"): the source is the other one then.
func (r *reader) variants(in inlineReader, e *element, d *Document, u *Unit) {
	source := e.attr("srclang")
	if source == "" || source == "*all*" {
		source = d.Source
	}
	d.Source = firstOf(d.Source, source)
	lies := r.lang != "" && sameLanguage(source, r.lang)
	for _, v := range e.elements("tuv") {
		lang := v.attr("lang")
		isTarget := d.Target != "" && sameLanguage(lang, d.Target)
		switch seg := in.text(v.child("seg"), true); {
		case lang == "":
			r.errorf(v.offset, "exchange-language", "a text does not say which language it is in").
				hint("give its <tuv> xml:lang")
		case lies && !isTarget:
			d.Source, u.Source = lang, seg
		case !lies && sameLanguage(lang, source):
			u.Source = seg
		case isTarget || d.Target == "":
			d.Target, u.Target = firstOf(d.Target, lang), seg
		case r.lang == "":
			r.errorf(v.offset, "exchange-language", "a second target language, %q beside %q", lang, d.Target).
				hint("say with --lang which one to import")
			r.lang = d.Target
		}
	}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// sameLanguage compares tags as RFC 4647 does in basic filtering: en is en-GB
// and en-GB is en, but en-GB is not en-US.
func sameLanguage(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a == b || strings.HasPrefix(a, b+"-") || strings.HasPrefix(b, a+"-")
}
