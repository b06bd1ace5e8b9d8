package exchange

import (
	"strings"
	"time"

	"dossier/tools/internal/diag"
)

// Document is what is exchanged for one target language.
type Document struct {
	Name           string // of the dossier
	Source, Target string // BCP 47
	Date           time.Time
	Translator     string // who worked on it last, as the file says
	Units          []Unit
	Concepts       []Concept // the glossary; only TBX holds it

	// TextDecides is set on a document read from a format whose programs leave a
	// unit's state as it was when they change its text: there a changed text is a
	// confirmed one.
	TextDecides bool
	File        string // where it was read from, for findings
}

// State says how a translation stands to its source.
type State string

// The states. In a document that came back, Outdated is also what a translator
// marked as needing work.
const (
	Missing    State = "missing"
	Outdated   State = "outdated"
	Translated State = "translated"
	Reviewed   State = "reviewed"
)

// Unit is one text and its translation. No text of it holds a carriage return;
// Context, Address, Class, Diff, Form, Numbers, Part and Base are one
// line each.
type Unit struct {
	ID       string
	File     string // "content/aufstieg.md"
	Context  string // where it stands: "§ Aufstieg · Absatz 2"
	Address  string // of the page and paragraph where it can be seen
	Source   string
	Target   string // "" exactly if the state is Missing
	Previous string // the source that an outdated translation was made from; "" if not known
	State    State
	Obsolete bool     // the source has this text no longer
	Class    string   // of the change that made it outdated: "figure"
	Diff     string   // word diff from Previous to Source
	Form     string   // of a plural: its category, "few"; the id ends with it
	Numbers  string   // the first numbers that take it: "3, 4, 5, 6 …"
	Part     string   // of a missing one that was split off another: whose, and the translation of both
	Comments []string // the translator's own, a line each
	Base     string   // fingerprint of the translation as exported, see [Fingerprint]

	By string // who brought the translation that is here home from a file, where it is as they left it

	Pos    diag.Pos // where it was read
	broken bool     // holds what could not be read: a finding says what
}

// Concept is an entry of the glossary.
type Concept struct {
	ID         string
	Definition string // in the source language
	Term       string
	Target     string   // the rendering in the target language, or ""
	TargetDef  string   // the definition in the target language, or ""
	Forbidden  []string // renderings that are wrong
	Pos        diag.Pos
}

// normal makes a text what every format can carry: line ends are "\n".
func normal(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// oneLine folds a text into one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Normalize makes the document one that every format carries without loss. Write
// calls it on a copy.
func (d *Document) Normalize() {
	for i := range d.Units {
		u := &d.Units[i]
		u.Source, u.Target, u.Previous = normal(u.Source), normal(u.Target), normal(u.Previous)
		u.Context, u.Address, u.Class, u.Diff = oneLine(u.Context), oneLine(u.Address), oneLine(u.Class), oneLine(u.Diff)
		u.Part, u.Form, u.Numbers = oneLine(u.Part), oneLine(u.Form), oneLine(u.Numbers)
		var lines []string
		for _, c := range u.Comments {
			for _, line := range strings.Split(normal(c), "\n") {
				if line = strings.TrimSpace(line); line != "" {
					lines = append(lines, line)
				}
			}
		}
		u.Comments = lines
		switch {
		case u.Target == "":
			u.State = Missing
		case u.State == Missing || u.State == "":
			u.State = Translated
		}
		if u.State != Outdated {
			u.Previous, u.Class, u.Diff = "", "", ""
		}
		if u.State != Missing {
			u.Part = ""
		}
	}
}
