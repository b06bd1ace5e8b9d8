package exchange

import (
	"strconv"
	"strings"
)

const nsXLIFF1 = "urn:oasis:names:tc:xliff:document:1.2"

// writeXLIFF1 writes XLIFF 1.2. approved says that a translation fits today's
// source; programs that know nothing else of states know that.
func writeXLIFF1(d *Document) []byte {
	w := &xmlWriter{}
	w.b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	w.open("xliff", "version", "1.2", "xmlns", nsXLIFF1)
	for _, g := range d.files() {
		w.open("file", "original!", g.name, "source-language", d.Source, "target-language", d.Target,
			"datatype", "x-markdown", "date", d.Date.UTC().Format("2006-01-02T15:04:05Z"), "product-name", d.Name)
		w.open("header")
		w.empty("tool", "tool-id", "dossier", "tool-name", "dossier")
		w.close("header")
		w.open("body")
		for _, u := range g.units {
			u.writeXLIFF1(w, d)
		}
		w.close("body")
		w.close("file")
	}
	w.close("xliff")
	return []byte(w.b.String())
}

// fileUnits are the units of one file of content/.
type fileUnits struct {
	name  string
	units []*Unit
}

// files groups the units by file, in the order in which they first come.
func (d *Document) files() []fileUnits {
	var groups []fileUnits
	at := map[string]int{}
	for i := range d.Units {
		u := &d.Units[i]
		n, ok := at[u.File]
		if !ok {
			n = len(groups)
			at[u.File] = n
			groups = append(groups, fileUnits{name: u.File})
		}
		groups[n].units = append(groups[n].units, u)
	}
	if len(groups) == 0 { // XLIFF asks for one
		groups = append(groups, fileUnits{})
	}
	return groups
}

// states1 are the values of target/@state, and of approved.
var states1 = map[State][2]string{
	Outdated: {"needs-adaptation", "no"}, Translated: {"translated", "yes"}, Reviewed: {"signed-off", "yes"},
}

func (u *Unit) writeXLIFF1(w *xmlWriter, d *Document) {
	translate := ""
	if u.Obsolete {
		translate = "no"
	}
	w.open("trans-unit", "id", u.ID, "resname", u.ID, "approved", states1[u.State][1], "translate", translate, "xml:space", "preserve")
	source := pieces(u.Source)
	w.content("source", func() { w.inline1(source) }, "xml:lang", d.Source)
	if u.Target != "" {
		w.content("target", func() { w.inline1(alike(source, pieces(u.Target))) }, "xml:lang", d.Target, "state", states1[u.State][0])
	}
	for _, n := range u.notes() {
		w.line("note", n.String(), "from", "dossier", "annotates", "source")
	}
	for _, c := range u.Comments {
		w.line("note", c, "from", "translator", "annotates", "target")
	}
	if u.Previous != "" {
		previous := pieces(u.Previous)
		w.open("alt-trans", "alttranstype", "previous-version", "origin", "dossier", "xml:space", "preserve")
		w.content("source", func() { w.inline1(previous) }, "xml:lang", d.Source)
		w.content("target", func() { w.inline1(alike(previous, pieces(u.Target))) }, "xml:lang", d.Target)
		w.close("alt-trans")
	}
	w.close("trans-unit")
}

// inline1 writes words and codes. The Markdown of a code is its content.
func (w *xmlWriter) inline1(ps []piece) {
	for _, p := range ps {
		if p.code == "" {
			w.text(p.text)
			continue
		}
		w.tag(p.code, ">", "id", strconv.Itoa(p.id), "ctype", ctype(p))
		w.text(p.text)
		w.b.WriteString("</" + p.code + ">")
	}
}

// ctype names the kind of a code, from the lists of XLIFF 1.2 where they have one:
// what a link's start is, a link that is one code is not, and an image's the other
// way round.
func ctype(p piece) string {
	var kind, of string // the list has it for codes of this name
	switch {
	case p.code == codeEnd:
		return ""
	case strings.HasPrefix(p.text, "!["):
		kind, of = "image", codeAlone
	case strings.HasPrefix(p.text, "["):
		kind, of = "link", codeBegin
	case strings.HasPrefix(p.text, "\\\n"):
		kind, of = "lb", codeAlone
	case strings.HasPrefix(p.text, "`"):
		kind = "code"
	default:
		kind = "markup"
	}
	if p.code != of {
		return "x-" + kind
	}
	return kind
}

func readXLIFF1(r *reader) *Document {
	d := &Document{TextDecides: true}
	file := ""
	r.walkXML(func(e *element) bool {
		switch e.name {
		case "file":
			file = e.attr("original")
			r.languages(d, e, e.attr("source-language"), e.attr("target-language"))
			d.Name = e.attr("product-name")
		case "trans-unit":
			return true
		}
		return false
	}, func(e *element) { r.unit(d, r.unit1(e, file)) })
	return d
}

// languages takes the languages of a file element. A document has one of each.
func (r *reader) languages(d *Document, e *element, source, target string) {
	if target != "" && d.Target != "" && !strings.EqualFold(target, d.Target) {
		r.errorf(e.offset, "exchange-language", "a second target language, %q beside %q", target, d.Target).
			hint("import one language at a time")
		return
	}
	if source != "" {
		d.Source = source
	}
	if target != "" {
		d.Target = target
	}
}

func (r *reader) unit1(e *element, file string) Unit {
	u := Unit{ID: e.attr("resname"), File: file, Pos: r.pos(e.offset), Obsolete: e.attr("translate") == "no"}
	if u.ID == "" {
		u.ID = e.attr("id")
	}
	in := inlineReader{reader: r, unit: &u, natives: map[string]string{}}
	u.Source = in.text(e.child("source"), true)
	target := e.child("target")
	u.Target = in.text(target, false)
	u.State = state1(e, target)
	if target != nil && prefilled[target.attr("state")] && u.Target == u.Source {
		u.Target = "" // programs put the source there to begin with
	}
	for _, n := range e.elements("note") {
		r.takeNoteElement(&u, n.plain(), n.attr("from") == "dossier")
	}
	for _, alt := range e.elements("alt-trans") {
		if alt.attr("alttranstype") == "previous-version" && alt.attr("origin") == "dossier" {
			u.Previous = in.text(alt.child("source"), true)
		}
	}
	return u
}

// takeNoteElement reads a note: a generated one, or a person's.
func (r *reader) takeNoteElement(u *Unit, text string, generated bool) {
	if generated && u.takeNote(strings.TrimSpace(text)) {
		return
	}
	u.Comments = append(u.Comments, text)
}

// prefilled are the states of a target in which nobody has worked yet.
var prefilled = map[string]bool{"new": true, "needs-translation": true}

// state1 reads the target's state and approved. What a program writes into an
// outdated unit that a person has confirmed is one of the two, seldom both: so
// either is enough, and silence leaves the word to the other.
func state1(e, target *element) State {
	state, approved := "", e.attr("approved")
	if target != nil {
		state = target.attr("state")
	}
	switch {
	case state == "signed-off" || state == "final":
		return Reviewed
	case state == "translated" || approved == "yes":
		return Translated
	case approved == "no" || state == "new" || strings.HasPrefix(state, "needs-"):
		return Outdated
	}
	return Translated
}
