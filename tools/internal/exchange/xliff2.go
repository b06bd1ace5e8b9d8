package exchange

import (
	"strconv"
	"strings"
)

// XLIFF 2.0 and 2.1 share their namespaces; 2.2 has new ones. What is written is
// valid 2.0, which all programs for 2.x read; what is read may be any of them.
const (
	nsXLIFF2  = "urn:oasis:names:tc:xliff:document:2.0"
	nsMatches = "urn:oasis:names:tc:xliff:matches:2.0"
)

func writeXLIFF2(d *Document) []byte {
	w := &xmlWriter{}
	w.b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	w.open("xliff", "xmlns", nsXLIFF2, "xmlns:mtc", nsMatches, "version", "2.0", "srcLang", d.Source, "trgLang", d.Target)
	for i, g := range d.files() {
		w.open("file", "id", "f"+strconv.Itoa(i+1), "original", g.name)
		for n, u := range g.units {
			u.writeXLIFF2(w, n)
		}
		w.close("file")
	}
	w.close("xliff")
	return []byte(w.b.String())
}

// states2 are the values of segment/@state and @subState.
var states2 = map[State][2]string{
	Missing: {"initial", ""}, Outdated: {"initial", "dossier:outdated"}, Translated: {"translated", ""}, Reviewed: {"final", ""},
}

// writeXLIFF2 writes a unit. Its id has to be a name token, so the real one is
// in name.
func (u *Unit) writeXLIFF2(w *xmlWriter, n int) {
	translate := ""
	if u.Obsolete {
		translate = "no"
	}
	w.open("unit", "id", nameToken(u.ID, n), "name!", u.ID, "canResegment", "no", "translate", translate, "xml:space", "preserve")
	source, target, previous := pieces(u.Source), pieces(u.Target), pieces(u.Previous)
	refs := &dataRefs{ids: map[string]string{}}
	refs.learn(source, target)
	u.writeMatch(w, previous, target)
	u.writeNotes(w)
	w.originalData(refs)
	w.open("segment", "id", segmentID, "state", states2[u.State][0], "subState", states2[u.State][1])
	w.content("source", func() { w.inline2(source, refs) }, "xml:space", "preserve")
	if u.Target != "" {
		w.content("target", func() { w.inline2(alike(source, target), refs) }, "xml:space", "preserve")
	}
	w.close("segment")
	w.close("unit")
}

// writeMatch writes the earlier source with its translation, as a match that is
// known by id (Translation Candidates Module, type "idm").
func (u *Unit) writeMatch(w *xmlWriter, previous, target []piece) {
	if u.Previous == "" {
		return
	}
	refs := &dataRefs{ids: map[string]string{}}
	refs.learn(previous, target)
	w.open("mtc:matches")
	w.open("mtc:match", "ref", "#"+segmentID, "type", "idm", "origin", "dossier")
	w.originalData(refs)
	w.content("source", func() { w.inline2(previous, refs) }, "xml:space", "preserve")
	w.content("target", func() { w.inline2(alike(previous, target), refs) }, "xml:space", "preserve")
	w.close("mtc:match")
	w.close("mtc:matches")
}

// segmentID is the id of a unit's one segment, which a match refers to.
const segmentID = "s1"

func (u *Unit) writeNotes(w *xmlWriter) {
	notes := u.notes()
	if len(notes)+len(u.Comments) == 0 {
		return
	}
	w.open("notes")
	for _, n := range notes {
		w.line("note", n.String(), "category", "dossier", "appliesTo", "source")
	}
	for _, c := range u.Comments {
		w.line("note", c, "category", "translator", "appliesTo", "target")
	}
	w.close("notes")
}

// dataRefs numbers the Markdown of a unit's codes, each once.
type dataRefs struct {
	ids  map[string]string
	list []string
}

func (d *dataRefs) learn(texts ...[]piece) {
	for _, ps := range texts {
		for _, p := range ps {
			if _, have := d.ids[p.text]; p.code != "" && !have {
				d.list = append(d.list, p.text)
				d.ids[p.text] = "d" + strconv.Itoa(len(d.list))
			}
		}
	}
}

func (w *xmlWriter) originalData(d *dataRefs) {
	if len(d.list) == 0 {
		return
	}
	w.open("originalData")
	for _, s := range d.list {
		w.content("data", func() { w.text(s) }, "id", d.ids[s], "xml:space", "preserve")
	}
	w.close("originalData")
}

// inline2 writes words and codes; those in pairs are nested, as Markdown nests
// them, unless a translation has taken their ends apart.
func (w *xmlWriter) inline2(ps []piece, refs *dataRefs) {
	for i, p := range ps {
		id := strconv.Itoa(p.id)
		switch p.code {
		case "":
			w.text(p.text)
		case codeAlone:
			w.tag("ph", "/>", "id", id, "dataRef", refs.ids[p.text])
		case codeBegin:
			w.tag("pc", ">", "id", id, "dataRefStart", refs.ids[p.text], "dataRefEnd", refs.ids[end(ps[i:], p.id)])
		case codeEnd:
			w.b.WriteString("</pc>")
		}
	}
}

// end returns the Markdown of the second end of a pair.
func end(ps []piece, id int) string {
	for _, p := range ps {
		if p.code == codeEnd && p.id == id {
			return p.text
		}
	}
	return ""
}

// nameToken makes an id an XML name token that is unlike that of other units. The
// ids of units are one already.
func nameToken(id string, n int) string {
	odd := func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '.' || r == '_')
	}
	if id != "" && !strings.ContainsFunc(id, odd) {
		return id
	}
	return strings.Map(func(r rune) rune {
		if odd(r) {
			return '_'
		}
		return r
	}, id) + ":" + strconv.Itoa(n)
}

func readXLIFF2(r *reader) *Document {
	d := &Document{TextDecides: true}
	file := ""
	r.walkXML(func(e *element) bool {
		switch e.name {
		case "xliff":
			r.languages(d, e, e.attr("srcLang"), e.attr("trgLang"))
		case "file":
			file = e.attr("original")
		}
		return e.name == "unit"
	}, func(e *element) { r.unit(d, r.unit2(e, file)) })
	return d
}

func (r *reader) unit2(e *element, file string) Unit {
	u := Unit{ID: e.attr("name"), File: file, Pos: r.pos(e.offset), Obsolete: e.attr("translate") == "no"}
	if u.ID == "" {
		u.ID = e.attr("id")
	}
	in := inlineReader{reader: r, unit: &u, natives: map[string]string{}, data: originalData(e)}
	var sources, targets strings.Builder
	for _, part := range e.elements("") { // segments, and what stands between them
		if part.name != "segment" && part.name != "ignorable" {
			continue
		}
		source, target := part.child("source"), part.child("target")
		sources.WriteString(in.text(source, true))
		text := in.text(target, false)
		if part.name == "ignorable" && target == nil {
			text = in.text(source, false)
		}
		targets.WriteString(text)
		if part.name == "segment" {
			u.State = worse(u.State, state2(part))
		}
	}
	u.Source, u.Target = sources.String(), targets.String()
	if notes := e.child("notes"); notes != nil {
		for _, n := range notes.elements("note") {
			r.takeNoteElement(&u, n.plain(), n.attr("category") == "dossier")
		}
	}
	u.Previous = r.match(e, &u)
	return u
}

// match returns the source of the match that was written beside the unit.
func (r *reader) match(e *element, u *Unit) string {
	matches := e.child("matches")
	if matches == nil {
		return ""
	}
	for _, m := range matches.elements("match") {
		if m.attr("origin") == "dossier" {
			in := inlineReader{reader: r, unit: u, natives: map[string]string{}, data: originalData(m)}
			return in.text(m.child("source"), true)
		}
	}
	return ""
}

func originalData(e *element) map[string]string {
	data := map[string]string{}
	if o := e.child("originalData"); o != nil {
		for _, d := range o.elements("data") {
			data[d.attr("id")] = d.plain()
		}
	}
	return data
}

// state2 reads a segment's state. A state that was raised while the subState was
// left is one that a program without regard for subStates confirmed.
func state2(segment *element) State {
	switch segment.attr("state") {
	case "final", "reviewed":
		return Reviewed
	case "initial":
		return Outdated
	}
	return Translated
}

// worse returns the state of a unit whose segments have these.
func worse(a, b State) State {
	for _, s := range []State{Outdated, Translated, Reviewed} {
		if a == s || b == s {
			return s
		}
	}
	return b
}
