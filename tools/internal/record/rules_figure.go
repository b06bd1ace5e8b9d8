package record

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/edtf"
)

// figure checks what a figure says by itself.
func (v *rules) figure(f *Figure) {
	if f.cut {
		return
	}
	v.amount(&f.Node, "figure", f.ID, f.Min, f.Max, true)
	for i := range f.Evidence {
		e := &f.Evidence[i]
		v.amount(&e.Node, "figure.evidence", f.ID, e.Min, e.Max, e.Relation == "supports")
	}
	if f.Currency != "" && f.Unit != "" {
		v.Add(diag.Errorf(f.At("unit"), "record-value", "an amount of money has no unit beside its currency").WithHint(`keep one; a rate has per = "…"`))
	}
	if f.Computed() && f.Formula == "" && !f.has("formula") {
		v.missing(f.At("derived_from"), "figure", f.ID, "formula")
	}
	if f.Formula != "" && !f.has("derived_from") {
		v.Add(diag.Errorf(f.At("formula"), "record-required", "the formula of %q has nothing to go on", f.ID).WithHint(`name the figures in it: derived_from = ["…", "…"]`))
	}
	v.datePart(&f.Node, f.DatePart, f.AsOf)
}

// amount checks that there is a value or a range, not both, the right way round.
// What was written and found malformed is not called missing.
func (v *rules) amount(n *Node, in, id, low, high string, needed bool) {
	hasValue, hasMin, hasMax := n.has("value"), n.has("min"), n.has("max")
	switch {
	case hasValue && (hasMin || hasMax):
		v.Add(diag.Errorf(n.At("value"), "value-malformed", "there is a value and a range").WithHint("keep value, or min and max"))
	case hasMin != hasMax:
		there, gone := "min", "max"
		if hasMax {
			there, gone = gone, there
		}
		v.Add(diag.Errorf(n.At(there), "value-malformed", "a range has two ends, and there is no %s", gone).
			WithHint(`add %s; an open range is a value with comparator = "at-least" or "at-most"`, gone))
	case !hasValue && !hasMin && needed:
		v.missing(n.Pos, in, id, "value")
	}
	if low != "" && high != "" && rational(low).Cmp(rational(high)) > 0 {
		v.Add(diag.Errorf(n.atValue("min"), "value-malformed", "min is greater than max: %s", amount{low, high}).WithHint("exchange the two"))
	}
}

// datePart checks that there is something to be early or late in.
func (v *rules) datePart(n *Node, part edtf.Part, d edtf.Date) {
	if part != "" && d.Raw() != "" && d.Min().Equal(d.Max()) {
		v.Add(diag.Errorf(n.At("date_part"), "date-part", "%s is a day, which has no %s part", d.Raw(), part).WithHint("shorten the date to the month or the year"))
	}
}

// evidence checks each piece of evidence against the figure and its source. What
// does not count is held to the same rules: it may come to count.
func (v *rules) evidence(f *Figure) {
	want, _ := newAmount(f.Value, f.Min, f.Max)
	for i := range f.Evidence {
		e := &f.Evidence[i]
		if e.Relation == "supports" && e.differs {
			got, _ := newAmount(e.Value, e.Min, e.Max)
			v.Add(diag.Errorf(e.atValue("value"), "evidence-value", "the source says %s, the figure %q %s", got, f.ID, want).
				WithHint(`evidence for another value has relation = "disputes", or "mentions" if it measures something else`))
		}
		if src, ok := v.Source(e.Source); ok {
			v.quote(f, e, src)
			v.confirmed(e)
			v.inTime(f, e, src)
		}
	}
}

// quote checks that a quotation says in which language it is, and the value that
// it is quoted for.
func (v *rules) quote(f *Figure, e *Evidence, src *Source) {
	if e.Quote == "" {
		return
	}
	lang := e.QuoteLang
	if lang == "" {
		lang = recordLanguage
		if src.Language != "" && src.Language != recordLanguage {
			lang = src.Language
			v.Add(diag.Errorf(e.At("quote"), "quote-lang", "the quotation has no language, and its source is in %q", src.Language).WithHint("add quote_lang = %q", src.Language))
		}
	}
	value, low, high := e.Value, e.Min, e.Max
	if value+low+high == "" && e.Relation == "supports" {
		value, low, high = f.Value, f.Min, f.Max
	}
	for _, want := range []string{value, low, high} {
		if want != "" && !quotes(e.Quote, lang, want) {
			v.Add(diag.Warnf(e.atValue("quote"), "quote-value", "the quotation does not contain %s", want).
				WithHint("quote the passage with the number, or leave the quotation out"))
		}
	}
}

// inTime checks that the source could know. It says so only of dates that are
// certain; those that are about or doubtful get a warning.
func (v *rules) inTime(f *Figure, e *Evidence, src *Source) {
	if e.Relation == "mentions" || f.Kind == "forecast" || f.AsOf.Raw() == "" || openStart(f.AsOf) {
		return
	}
	date, last, ok := src.latest()
	if !ok || !f.AsOf.Min().After(last) {
		return
	}
	report := diag.Errorf
	if vague(f.AsOf) || vague(date) {
		report = diag.Warnf
	}
	v.Add(report(e.atValue("source"), "as-of-after-source", "%q is as of %s, but its source %q is of %s", f.ID, f.AsOf.Raw(), src.ID, date.Raw()).
		WithHint(`a source cannot know the future; a forecast has kind = "forecast"`))
}

// latest returns the last day that a source can be from; false if it is open.
func (s *Source) latest() (edtf.Date, time.Time, bool) {
	d := s.Issued
	if d.Raw() == "" {
		d = s.Accessed
	}
	return d, d.Max(), d.Raw() != "" && !openEnd(d)
}

func vague(d edtf.Date) bool { return d.Approximate() || d.Uncertain() }

// supported asks for usable evidence, or for a calculation that is right.
func (v *rules) supported(f *Figure) {
	if f.Computed() {
		v.calculated(f)
		return
	}
	if _, known := newAmount(f.Value, f.Min, f.Max); !known || f.Formula != "" || len(v.weights[f].support) > 0 {
		return
	}
	hint := `add [[figure.evidence]] with source, origin, value, relation = "supports" and basis`
	for i := range f.Evidence {
		e := &f.Evidence[i]
		_, given := newAmount(e.Value, e.Min, e.Max)
		switch src, ok := v.Source(e.Source); {
		case !ok || e.Relation == "" || e.Relation == "supports" && !given:
			return // that was reported, and may be all that is wrong
		case e.Relation != "supports":
			hint = "its evidence " + e.Relation + " it; none supports it"
		case !src.Seen:
			hint = fmt.Sprintf("nobody has seen the source %q: read it and set seen = true, or name another", src.ID)
		case src.Grade == "D":
			hint = fmt.Sprintf("the source %q is of grade D, a pointer and no evidence", src.ID)
		default:
			hint = "its evidence gives another value"
		}
	}
	v.Add(diag.Errorf(f.Pos, "figure-unsupported", "%s has no usable evidence", the("figure", f.ID)).WithHint("%s", hint))
}

// calculated works out the formula of a computed figure.
func (v *rules) calculated(f *Figure) {
	want, known := newAmount(f.Value, f.Min, f.Max)
	if f.Formula == "" || !known {
		return
	}
	for _, id := range f.DerivedFrom {
		if in, ok := v.Figure(id); !ok {
			return // reported as unknown
		} else if _, ok := newAmount(in.Value, in.Min, in.Max); !ok {
			return // reported as malformed
		}
	}
	result, used, err := calculate(f.Formula, func(id string) (span, bool) {
		in, ok := v.Figure(id)
		if !ok || !slices.Contains(f.DerivedFrom, id) {
			return span{}, false
		}
		a, ok := newAmount(in.Value, in.Min, in.Max)
		return a.span(), ok
	})
	var fault *formulaError
	if errors.As(err, &fault) {
		pos := f.atValue("formula")
		pos.Col += 1 + fault.offset
		v.Add(diag.Errorf(pos, "formula-malformed", "%s", fault.msg).WithHint(`a formula joins ids and numbers with + - * / and spaces: "a - b", "(a + b) / 2"`))
		return
	}
	for i, id := range f.DerivedFrom {
		if !slices.Contains(used, id) {
			v.Add(diag.Errorf(f.atItem("derived_from", i), "formula-malformed", "%q is not in the formula", id).WithHint("take it out of derived_from, or into the formula"))
		}
	}
	if !want.covers(result) {
		v.Add(diag.Errorf(f.atValue("value"), "formula-value", "the formula gives %s, not %s", result, want).
			WithHint("correct the value or the formula"))
	}
}
