// Package record is what a dossier asserts, as data: figures with their
// evidence, events, claims and glossary, the sources behind them, and the
// labelled things that they refer to.
//
// Records are written by hand, in TOML, in any file of content/. [Load] reads
// all of them in one pass over go-toml's parser, because the author who reads a
// finding is correcting a figure at midnight and needs the line and the column,
// not the name of a Go type. What each kind of record may hold is one table
// (tables.go); reading, required keys, references and translatable texts all
// follow from it.
//
// Values are decimal strings from end to end: compared as exact rationals, never
// passed through a float.
//
// # Status
//
// What a figure is worth is never written down; [Set.Status] derives it from the
// evidence, and a person may only lower it, with a reason.
//
// Evidence is usable if its source was seen and is better than grade D. It
// supports a figure if it says so and its value agrees with the figure's within
// rounding (amount.go). Two pieces are independent if different parties counted,
// different publishers printed it, and neither source, nor anything they go back
// to, is shared: one company's count in five newspapers is one origin.
//
// # Findings
//
// Of a file: toml-syntax, encoding-utf8. Of a table: record-kind (no such
// table), record-key, record-type, record-value (none of the words or forms
// allowed), record-required, record-id, record-duplicate, date-malformed,
// date-part, value-malformed, formula-malformed.
//
// Of a record among the others: KIND-unknown for a reference that leads nowhere
// (source-unknown, actor-unknown, …), figure-unsupported, event-unsupported,
// claim-unsupported, evidence-value, quote-lang, as-of-after-source,
// archive-url, supported-quote, passage-stale, status-reason, status-raised, status-evidence, formula-value,
// supersession-loop, supersession-differs, derivation-loop, place-loop; and as warnings
// quote-value, event-after-source, measure-unit, and as-of-after-source where a
// date is about or doubtful. If a file could not be read
// to its end, these rules are silent: half of the records would look lost.
package record

import (
	"dossier/tools/internal/cite"
	"dossier/tools/internal/edtf"
)

// Base is what every record has.
type Base struct {
	Node
	ID      string // permanent: a-z, 0-9, -
	Fact    string // id in the author's fact base, kept as data
	History []Change
}

// RecordID returns the id.
func (b *Base) RecordID() string { return b.ID }

func (b *Base) base() *Base { return b }

// identified is any record.
type identified interface {
	located
	base() *Base
}

// Change is one entry of a record's history: what a field was, and why it
// changed.
type Change struct {
	Node
	Date                 edtf.Date
	Field, Old, New, Why string
}

// Figure is a number that the dossier states.
type Figure struct {
	Base
	Label, Note     string
	Value, Min, Max string   // exact decimals; either Value or both ends
	Unit, Currency  string   // CLDR or [[unit]] id; or an ISO 4217 code, for money
	Per             []string // of a rate: what it is counted over, "person", "month"
	Comparator      Comparator
	Kind            string // one of Kinds
	AsOf            edtf.Date
	DatePart        edtf.Part
	Measure, Scope  string
	Evidence        []Evidence
	DerivedFrom     []string // figures that this one is computed from,
	Formula         string   // and how: "a - b"
	SupersededBy    string
	Refuted         *Reason
	Lowered         *Reason

	status Status // derived by Load
}

// Computed reports whether the figure follows from others, so that it needs no
// evidence of its own.
func (f *Figure) Computed() bool { return len(f.DerivedFrom) > 0 }

// Reason is why a person set or lowered a status.
type Reason struct {
	Node
	Status Status
	Reason string
}

// Evidence is what one source says about a figure.
type Evidence struct {
	Node
	Source, Origin  string // source id; actor id of who counted
	Value, Min, Max string // what this source says
	Relation, Basis string // one of Relations, one of Bases
	Locator         string // "S. 3"
	Quote           string // verbatim
	QuoteLang       string // BCP 47; "" is German
	Supported       *Support

	differs bool     // its value is not the figure's; set by Load
	passage *Passage // where its quotation was found; set by Load
}

// Support is a person's word that a quotation gives the value, its unit, its
// date and its scope.
type Support struct {
	Node
	By   string
	Date edtf.Date
}

// Passage is where a quotation stands in the archived text of its source. The
// tool writes passages; see the README, "Evidence".
type Passage struct {
	Base
	Figure, Source string
	Quote          string // SHA-256 of the quotation, in lower-case hex
	SHA256         string // of the archived file
	Start, End     string // in characters of its folded text
}

// Source is something that can be cited, in CSL's terms.
type Source struct {
	Base
	Type, Title, Publisher, URL, Language, Note string
	Author, Editor                              []string // as printed, or "Family, Given"; see cite.Printed
	ContainerTitle, PublisherPlace              string
	Volume, Issue, Page, Number, Edition        string
	DOI, ISBN, ISSN                             string
	Issued, Accessed                            edtf.Date
	Grade                                       string // one of Grades: A official or from the horse's mouth, D a pointer only
	Seen                                        bool   // somebody read it
	Archive                                     *Archive
	URLStatus                                   string   // one of URLStates, or "" if nobody looked
	DerivesFrom                                 []string // sources that this one copies
}

// Usable reports whether the source can carry anything: it was seen and is
// better than a pointer.
func (s *Source) Usable() bool { return s.Seen && s.Grade != "" && s.Grade != "D" }

// Lost reports whether nobody can look it up any more: what stood at its address
// is gone or is something else, and no copy was kept.
func (s *Source) Lost() bool {
	return s.Archive == nil && s.URLStatus != "" && s.URLStatus != "live"
}

// Item returns the source as the citation formatter sees it.
func (s *Source) Item() cite.Item {
	return cite.Item{
		ID: s.ID, Type: s.Type, Title: s.Title, ContainerTitle: s.ContainerTitle, Author: cite.Printed(s.Author), Editor: cite.Printed(s.Editor),
		Publisher: s.Publisher, PublisherPlace: s.PublisherPlace, Volume: s.Volume, Issue: s.Issue, Page: s.Page, Number: s.Number,
		Edition: s.Edition, Issued: s.Issued, Accessed: s.Accessed, URL: s.URL, DOI: s.DOI, ISBN: s.ISBN, ISSN: s.ISSN,
		Language: s.Language, Pos: s.Pos,
	}
}

// Archive is a kept copy of a source.
type Archive struct {
	Node
	URL    string
	SHA256 string // of the archived text, in lower-case hex
	Date   edtf.Date
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

// Labelled is an actor, place, theme, measure, scope or unit. One, the singular,
// is of units; Description and Unit are of measures; Within, a larger place, is of
// places.
type Labelled struct {
	Base
	Label, One, Description, Unit, Within string
}

// Claim is something that somebody asserted, and what the dossier makes of it.
type Claim struct {
	Base
	Text, Who, Source, Locator string
	Quote                      string // the words that it rests on, where the wording matters
	QuoteLang                  string // BCP 47; "" is German
	Theme                      string // what it is about; a fact check is ordered by it
	Verdict                    string // one of Verdicts
	Assessment                 string
	Evidence                   []string // source ids
	Searched                   string   // what was looked for, where there is no evidence
	Figures, Events, Pages     []string // what it concerns; pages by their names below content/
}

// Term is an entry of the glossary.
type Term struct {
	Base
	Term, Definition string
	Forbidden        map[string][]string // language: renderings that are wrong

	renderings *renderings // Forbidden, with places
}
