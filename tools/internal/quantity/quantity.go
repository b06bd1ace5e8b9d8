// Package quantity finds figures and dates in German and English prose and says
// what they mean: "rund 44 Milliarden US-Dollar" is 44000000000 USD, about;
// "Anfang März 2023" is 2023-03, early.
//
// # One pass
//
// The scanner (scanner.go) goes over the bytes once and stops only at anchors:
// digits, and words that a figure or date cannot be without. Around an anchor it
// makes a cluster of tokens, a few words to either side, and the parser makes
// findings of it with one assembler an idea: vetoes first (veto.go), then dates
// (date*.go, relative.go), shares, multiples and ordinals (share.go, ordinal.go), amounts with
// units and money (measure.go, money.go, unit.go), ranges (ranges.go), approximators
// (approx.go), vague magnitudes (vague.go). No rule looks beyond its cluster, so
// the time is linear in the text.
//
// # Words are data
//
// What a word can mean stands in tables/, a file a language and one each for units,
// currencies, approximators and the words after which a number is only a name. Words
// are compared in small letters with ae for ä (fold.go), so every spelling of an
// umlaut is one. German compounds are taken apart (compound.go). A third language
// needs a table, and code only for how it puts number words together.
//
// # Exact, or not at all
//
// A [Decimal] has 38 digits and never passes through a float; a longer number is
// not reported. Where digits can be read in two ways ("1.500") the language decides
// and the other reading is kept. What is no figure is left alone: versions,
// sections of a law, telephone numbers, 5G, scores, times of day, articles.
//
// [Quantity.Interval] says which values the words allow a record to hold, by the
// class of their approximator and the last digit written.
package quantity

import (
	"strings"
	"time"
)

// Quantity is one figure or date of a text.
type Quantity struct {
	Start, End int  // bytes of the text, on rune borders, without the approximator
	Kind       Kind //
	Approx     Approx

	// Value is exact, in units of one: 44000000000, and 40 for 40 %. Max is given
	// for a range only, and is the greater end. Vague figures and dates have none.
	Value, Max Decimal

	// Step is the value of the last digit that was written: "1,5 Milliarden" has
	// 100000000. MaxStep is that of Max.
	Step, MaxStep Decimal

	Unit     string // CLDR's: "year", "kilometer"; of durations, ages and amounts
	Currency string // ISO 4217
	Per      string // of a rate: "year", "person"; else empty

	EDTF string // of a date; empty for a relative one without a document's date
	Mod  string // early, mid, late: what EDTF has no sign for

	// Words are where the whole expression stands with its approximator, if it has
	// one: "rund 44 Milliarden US-Dollar".
	From, To int

	Other     Decimal  // the other reading of an unclear numeral: 1.5 for a German "1.500"
	Notation  Notation // whose separators it was written with
	Elided    bool     // the magnitude or unit was taken from its neighbour: "von 54 auf 271 Millionen"
	Magnitude int      // the power of ten of its magnitude word; all that a vague figure has
	Relative  bool     // a date counted from the document's
	Noun      string   // the word behind it, if the figure has no unit: what is counted
}

// Options tell how a text is to be read.
type Options struct {
	// Lang is a BCP 47 tag. German and English are read; of their regions, CH and
	// LI make the point a decimal separator, US puts the month first ("3/11/2023").
	Lang string

	// Date is the document's, for "gestern" and "three years ago". Without it such
	// dates are found and have no EDTF.
	Date time.Time
}

// Reads reports whether the language of a tag is read at all.
func Reads(lang string) bool { return lexicons[language(lang)] != nil }

func language(tag string) string {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	return base
}

// Scan returns the figures and dates of a text in the order in which they stand.
// They do not overlap. In a language that is not read there are none.
func Scan(text string, o Options) []Quantity { return Append(nil, text, o) }

// Append is Scan into a slice.
func Append(dst []Quantity, text string, o Options) []Quantity {
	load := lexicons[language(o.Lang)]
	if load == nil {
		return dst
	}
	s := newScanner(load(), text, o)
	s.out, s.before = dst, len(dst)
	s.run()
	dst = s.out
	s.release()
	return dst
}

// Bounds returns the first and the last day that a date can mean, its part
// counted: "Anfang März 2023" is 1 to 10 March. False for what is no date with
// an EDTF.
func (q Quantity) Bounds() (from, to time.Time, ok bool) { return bounds(q.EDTF, q.Mod) }
