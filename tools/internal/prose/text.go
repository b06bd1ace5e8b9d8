package prose

import (
	"slices"
	"sort"
	"strings"
	"time"

	"dossier/tools/internal/markdown"
	"dossier/tools/internal/quantity"
)

// Text is one text of the dossier in one language.
type Text struct {
	markdown.View
	Lang    string
	Known   bool                // whether figures of the language can be read
	Figures []quantity.Quantity // figures and dates, in order; offsets are in what is seen

	Cell bool // of a table, whose head names the unit

	quoted []markdown.Span // between quotation marks
}

// Read reads a text. Of front matter and records, which hold no markup, it is what
// is written. date is that of the document, for "vor zehn Jahren".
func Read(text, lang string, inline bool, date time.Time) Text {
	t := Text{Lang: lang, Known: quantity.Reads(lang)}
	if inline {
		t.View = markdown.ViewOf(text)
	} else {
		t.View = markdown.PlainView(text)
	}
	if !t.Known || t.Text == "" {
		return t
	}
	t.Figures = quantity.Scan(t.Text, quantity.Options{Lang: lang, Date: date})
	if len(t.Code) > 0 {
		t.Figures = slices.DeleteFunc(t.Figures, func(q quantity.Quantity) bool { return within(t.Code, q) })
	}
	return t
}

// Of returns the words of a finding.
func (t *Text) Of(q quantity.Quantity) string { return t.Text[q.Start:q.End] }

// Phrase returns the words of a finding with its approximator.
func (t *Text) Phrase(q quantity.Quantity) string {
	if q.From <= q.Start && q.To >= q.End {
		return t.Text[q.From:q.To]
	}
	return t.Of(q)
}

// Span is a part of what is seen.
type Span = markdown.Span

// Holds reports whether a finding touches a part of the text.
func (t *Text) Holds(s Span) bool {
	return slices.ContainsFunc(t.Figures, func(q quantity.Quantity) bool { return within([]Span{s}, q) })
}

// within reports whether a finding touches any of the spans.
func within(spans []markdown.Span, q quantity.Quantity) bool {
	return slices.ContainsFunc(spans, func(s markdown.Span) bool { return q.Start < s.End && q.End > s.Start })
}

// IsFigure reports whether a finding is a figure: a number that needs a record.
// Dates and ordinals are none, and neither is a vague magnitude.
func IsFigure(q quantity.Quantity) bool {
	switch q.Kind {
	case quantity.Date, quantity.Ordinal, quantity.Vague:
		return false
	}
	return true
}

// Trivial reports whether a finding is the word for one, once or half, which is an
// article, a pronoun or an adverb as often as a number: "eine App", "einmal", "die
// halbe Wahrheit".
func (t *Text) Trivial(q quantity.Quantity) bool {
	words := strings.ToLower(t.Of(q))
	if q.Max.Given() || strings.ContainsAny(words, "0123456789") {
		return false
	}
	if q.Value.String() == "0.5" && (strings.HasPrefix(words, "halb") || strings.HasPrefix(words, "half-")) {
		return true
	}
	switch q.Kind {
	case quantity.Count, quantity.Duration, quantity.Age, quantity.Amount, quantity.Multiple:
		return q.Value.String() == "1"
	}
	return false
}

// Bound returns the findings in a link's words, each with what the link has of it:
// of a range whose ends stand in two links, the one end.
func (t *Text) Bound(r markdown.Ref) []quantity.Quantity {
	words := t.Words(r)
	if words.Start == words.End {
		return nil
	}
	var in []quantity.Quantity
	first := sort.Search(len(t.Figures), func(i int) bool { return t.Figures[i].End > words.Start })
	for _, q := range t.Figures[first:] {
		if q.Start >= words.End {
			break
		}
		in = append(in, t.share(q, r, words))
	}
	return in
}

// share returns what a link has of a finding: all of it, or the end of a range whose
// other end stands in another link.
func (t *Text) share(q quantity.Quantity, r markdown.Ref, words markdown.Span) quantity.Quantity {
	low, high, ranged := split(q)
	if !ranged || !t.alsoIn(q, r) {
		return q
	}
	alone := quantity.Scan(t.Text[words.Start:words.End], quantity.Options{Lang: t.Lang})
	if len(alone) == 0 {
		return q
	}
	for _, end := range []quantity.Quantity{low, high} {
		if end.Value.Cmp(alone[0].Value) == 0 || magnified(alone[0].Value, end.Value) {
			end.Start, end.End = words.Start+alone[0].Start, words.Start+alone[0].End
			end.From, end.To = end.Start, end.End
			return end
		}
	}
	return q
}

// alsoIn reports whether another link to a figure has a part of a finding.
func (t *Text) alsoIn(q quantity.Quantity, r markdown.Ref) bool {
	return slices.ContainsFunc(t.Refs, func(other markdown.Ref) bool {
		w := t.Words(other)
		return other.Scheme == "fig" && other.Start != r.Start && w.Start < w.End && q.Start < w.End && q.End > w.Start
	})
}

// magnified reports whether b is a with a magnitude: 54 and 54 million.
func magnified(a, b quantity.Decimal) bool {
	if a.Sign() == 0 || b.Sign() == 0 {
		return false
	}
	for _, power := range []int{3, 6, 9, 12} {
		if a.Shift(power).Cmp(b) == 0 {
			return true
		}
	}
	return false
}
