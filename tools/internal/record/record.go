// Package record is what a dossier asserts, as data: figures with their
// evidence, events, claims, sources, and the labelled things that they refer to.
//
// Records are written by hand in TOML. Everything that is wrong with one is a
// finding at its line and column, because the author who reads it is correcting
// a figure at midnight. Values are decimal strings from end to end: they are
// compared as exact rationals and never pass through a float.
//
// # Status
//
// What a figure is worth is never written down; [Set.Status] derives it from the
// evidence. A person may only lower it, with a reason. The precedence is
// refuted, superseded, disputed, unverifiable, corroborated, stated.
//
// Evidence is usable if its source was seen and is better than grade D. Two
// pieces are independent if different parties counted, different publishers
// printed it, and neither source derives from the other: one company's count in
// five newspapers is one origin.
package record

import (
	"dossier/tools/internal/cite"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/edtf"
)

// Comparator says how a figure's value is to be read.
type Comparator string

// The comparators.
const (
	Exact     Comparator = "exact"
	About     Comparator = "about"
	MoreThan  Comparator = "more-than"
	AtLeast   Comparator = "at-least"
	LessThan  Comparator = "less-than"
	AtMost    Comparator = "at-most"
	JustOver  Comparator = "just-over"
	JustUnder Comparator = "just-under"
)

// Comparators in the order of the documentation.
var Comparators = []Comparator{Exact, About, MoreThan, AtLeast, LessThan, AtMost, JustOver, JustUnder}

// Status is what the evidence for a figure amounts to.
type Status string

// The statuses.
const (
	Stated       Status = "stated"
	Corroborated Status = "corroborated"
	Disputed     Status = "disputed"
	Refuted      Status = "refuted"
	Superseded   Status = "superseded"
	Unverifiable Status = "unverifiable"
)

// Statuses in the order of the legend, the best first.
var Statuses = []Status{Corroborated, Stated, Disputed, Superseded, Unverifiable, Refuted}

// The words that some fields are limited to.
var (
	Kinds     = []string{"actual", "estimate", "forecast"}
	Relations = []string{"supports", "disputes", "mentions"}
	Bases     = []string{"self-reported", "official-record", "official-statistics", "third-party-estimate", "reporting"}
	Grades    = []string{"A", "B", "C", "D"}
	Verdicts  = []string{"correct", "imprecise", "outdated", "contested", "wrong", "unsupported", "forecast"}
	Parts     = []string{"early", "mid", "late"}
	URLStates = []string{"live", "dead", "usurped", "deviated"}
)

// Base is what every record has.
type Base struct {
	Pos     diag.Pos // of its header
	ID      string   // permanent: a-z, 0-9, -
	Fact    string   // id in the author's fact base, kept as data
	History []Change

	at map[string]diag.Pos // where each key stands
}

// RecordID returns the id.
func (b *Base) RecordID() string { return b.ID }

// At returns the place of a key, or of the record.
func (b *Base) At(key string) diag.Pos {
	if p, ok := b.at[key]; ok {
		return p
	}
	return b.Pos
}

// Change is one entry of a record's history.
type Change struct {
	Date                 edtf.Date
	Field, Old, New, Why string
}

// Figure is a number that the dossier states.
type Figure struct {
	Base
	Label, Note     string
	Value, Min, Max string // exact decimals; either Value or Min and Max
	Unit, Currency  string // a unit id, or an ISO 4217 code for money
	Per             []string
	Comparator      Comparator
	Kind            string
	AsOf            edtf.Date
	DatePart        edtf.Part
	Measure, Scope  string
	Evidence        []Evidence
	DerivedFrom     []string // figures that this one is computed from
	Formula         string
	SupersededBy    string
	Refuted         *Reason
	Lowered         *Reason
}

// Reason is why a person set or lowered a status.
type Reason struct {
	Status Status
	Reason string
}

// Evidence is what one source says about a figure.
type Evidence struct {
	Base
	Source, Origin  string // source id; actor id of who counted
	Value, Min, Max string // what this source says
	Relation, Basis string
	Locator         string
	Quote           string
	QuoteLang       string
}

// Source is something that can be cited, in CSL's terms.
type Source struct {
	Base
	Type, Title, Publisher, URL, Language, Note string
	Author                                      []string
	Issued, Accessed                            edtf.Date
	Grade                                       string
	Seen                                        bool
	Archive                                     *Archive
	URLStatus                                   string
	DerivesFrom                                 []string
}

// Archive is a kept copy of a source.
type Archive struct {
	URL, SHA256 string
	Date        edtf.Date
}

// Event is a point or span on the timeline.
type Event struct {
	Base
	Date                     edtf.Date
	DatePart                 edtf.Part
	Title, Text              string
	Actors, Sources, Figures []string
	Place, Theme             string
	Weight                   int  // 1 to 3, 3 a turning point
	Later                    bool // after the text that the dossier starts from
}

// Labelled is an actor, place, theme, measure, scope or unit.
type Labelled struct {
	Base
	Label, One, Description, Unit string
}

// Claim is something that somebody asserted.
type Claim struct {
	Base
	Text, Who, Source, Locator, Verdict, Assessment, Searched string
	Evidence                                                  []string
}

// Term is an entry of the glossary.
type Term struct {
	Base
	Term, Definition string
	Forbidden        map[string][]string // language: renderings that are wrong
}

// usable reports whether the evidence counts.
func (s *Set) usable(e *Evidence) bool {
	src, ok := s.Source(e.Source)
	return ok && src.Seen && src.Grade != "D" && src.Grade != ""
}

// Item returns the source as the citation formatter sees it.
func (s *Source) Item() cite.Item {
	return cite.Item{Type: s.Type, Title: s.Title, Author: s.Author, Publisher: s.Publisher, Issued: s.Issued, URL: s.URL}
}
