package prose

import (
	"slices"
	"strings"

	"dossier/tools/internal/markdown"
	"dossier/tools/internal/quantity"
	"dossier/tools/internal/record"
)

// ToldOf returns what a record says, for words to be held against.
func ToldOf(set *record.Set, f *record.Figure) Told {
	approx, _ := quantity.ParseApprox(string(f.Comparator))
	_, counted := set.Unit(f.Unit)
	return Told{
		Value: f.Value, Min: f.Min, Max: f.Max, Approx: approx,
		Unit: f.Unit, Counted: counted && !convertible(f.Unit), Currency: f.Currency, Per: f.Per,
	}
}

// Telling is what the words of a link make of a figure's record.
type Telling struct {
	Record  string // id of the figure; set by who knows it
	Mention bool   // no number, or a vague one: the figure is mentioned, not told
	Several bool   // more than one number
	Figure  quantity.Quantity
	Fault   Fault
	Words   string // with the number, as a reader sees them
	At      int    // where they begin in the text as written
}

// Tell holds the words of a link against its figure.
func (t *Text) Tell(r markdown.Ref, told Told) Telling {
	words := t.Words(r)
	out := Telling{Words: t.Text[words.Start:words.End], At: r.TextStart}
	bound := t.Bound(r)
	figures := t.figures(bound, r)
	switch {
	case len(figures) > 1:
		out.Several = true
		return out
	case len(figures) == 0:
		return t.mention(out, bound, told)
	}
	q := figures[0]
	out.Figure, out.Fault = q, Says(q, told)
	if q.Start < words.Start || q.End > words.End {
		out.Words, out.At = t.Of(q), t.Written(q.Start)
	}
	if out.Fault == OtherCurrency && coins(t.Of(q)) {
		q.Currency = told.Currency
		out.Fault = Says(q, told)
	}
	if out.Fault == OtherUnit && t.lendsUnit(q, told) {
		told.Unit, told.Currency, told.Counted, told.Per = "", "", false, nil
		out.Fault = Says(q, told)
	}
	return out
}

// figures picks the numbers among what a link holds. An ordinal is one if there is
// no other; words such as "vor zehn Jahren", which are a date in their sentence,
// are read again without it.
func (t *Text) figures(bound []quantity.Quantity, r markdown.Ref) []quantity.Quantity {
	var figures, ordinals []quantity.Quantity
	dated := false
	for _, q := range bound {
		switch {
		case IsFigure(q):
			figures = append(figures, q)
		case q.Kind == quantity.Ordinal:
			ordinals = append(ordinals, q)
		}
		dated = dated || q.Kind == quantity.Date
	}
	switch {
	case len(figures) > 0:
		return figures
	case len(ordinals) > 0:
		return ordinals[:1]
	case !dated:
		return nil
	}
	words := t.Words(r)
	for _, q := range quantity.Scan(t.Text[words.Start:words.End], quantity.Options{Lang: t.Lang}) {
		if IsFigure(q) {
			q.Start, q.End = q.Start+words.Start, q.End+words.Start
			figures = append(figures, q)
		}
	}
	return figures
}

// mention checks the order of magnitude of a vague number.
func (t *Text) mention(out Telling, bound []quantity.Quantity, told Told) Telling {
	out.Mention = true
	for _, q := range bound {
		if q.Kind == quantity.Vague && !ofOrder(q, told) {
			out.Figure, out.Fault = q, Thousandfold
		}
	}
	return out
}

// lendsUnit reports whether a bare number may have left its unit to a neighbour in
// the sentence, "von [29](fig:a) auf [39 Prozent](fig:b)", or to the head of its
// column. A currency may have been named long before; people are no currency.
func (t *Text) lendsUnit(q quantity.Quantity, told Told) bool {
	switch {
	case q.Kind != quantity.Count:
		return false
	case told.Currency != "":
		return !slices.Contains(people, q.Noun)
	case t.Cell:
		return true
	}
	for _, other := range t.Figures {
		if other.Start != q.Start && IsFigure(other) && other.Kind != quantity.Count && MeasuresLike(other, told) {
			return true
		}
	}
	return false
}

// people are what is counted most often.
var people = strings.Fields("Menschen Personen Leute Nutzer Nutzern Einwohner Kinder people persons users inhabitants children")

// Told reports whether a link tells its figure by a finding: an ordinal, or a date
// that is a span of time when its words are read alone.
func (t *Text) Told(r markdown.Ref, q quantity.Quantity) bool {
	return slices.ContainsFunc(t.figures(t.Bound(r), r), func(f quantity.Quantity) bool { return f.Start < q.End && f.End > q.Start })
}
