package check

import (
	"strings"
	"time"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/edtf"
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
	"dossier/tools/internal/prose"
	"dossier/tools/internal/quantity"
	"dossier/tools/internal/record"
)

// events holds the dates in links to events against the events' own, and words of
// order ("im Jahr darauf") against the event that was named before.
func (r *numbering) events(t *prose.Text, at place, lang project.Language) {
	var before *record.Event
	for _, ref := range t.Refs {
		e, ok := r.Records.Event(ref.ID)
		if ref.Scheme != "event" || !ok {
			continue
		}
		dated := false
		for _, q := range t.Bound(ref) {
			if q.Kind != quantity.Date || q.Relative {
				continue
			}
			dated = true
			if misses(q, e) {
				r.found.Add(diag.Errorf(at(q.Start), "date-record", "%q is not when the event %q was: %s", t.Of(q), e.ID, e.Date.Words(lang.Locale, e.DatePart)).
					WithHint("correct the words, or the date in %s", e.At("date")))
			}
		}
		if before != nil && !dated {
			r.order(t, ref, at, before, e)
		}
		before = e
	}
}

// misses reports whether a date in a link to an event is not the event's.
func misses(q quantity.Quantity, e *record.Event) bool {
	return q.Kind == quantity.Date && !q.Relative && !agrees(q, e)
}

// misdated reports whether a finding is a date that a link to an event has wrong.
func (r *numbering) misdated(t *prose.Text, found quantity.Quantity) bool {
	if found.Kind != quantity.Date {
		return false
	}
	for _, ref := range t.Refs {
		e, ok := r.Records.Event(ref.ID)
		if ref.Scheme != "event" || !ok {
			continue
		}
		for _, q := range t.Bound(ref) {
			if q.Start < found.End && q.End > found.Start && misses(q, e) {
				return true
			}
		}
	}
	return false
}

// dated returns the dates in links to events that say what the record says: the
// other language need not say them there.
func (r *numbering) dated(t *prose.Text) prose.Optional {
	var spans prose.Optional
	for _, ref := range t.Refs {
		e, ok := r.Records.Event(ref.ID)
		if ref.Scheme != "event" || !ok {
			continue
		}
		for _, q := range t.Bound(ref) {
			if q.Kind == quantity.Date && agrees(q, e) {
				spans = append(spans, prose.Span{Start: q.Start, End: q.End})
			}
		}
	}
	return spans
}

// agrees reports whether a date in words can be an event's: they have a day in
// common, and do not name different parts of the same month or year.
func agrees(q quantity.Quantity, e *record.Event) bool {
	words, ok := concrete(q.EDTF, e.Date)
	if !ok {
		return true
	}
	slack := leeway(e.Date)
	from, to := e.Date.Min().AddDate(0, 0, -slack), e.Date.Max().AddDate(0, 0, slack)
	if words.Max().Before(from) || words.Min().After(to) {
		return false
	}
	return q.Mod == "" || e.DatePart == edtf.Whole || string(e.DatePart) == q.Mod || words.Raw() != e.Date.Raw()
}

// leeway is by how many days words may be off a date that is itself about.
func leeway(d edtf.Date) int {
	if !d.Approximate() && !d.Uncertain() {
		return 0
	}
	return 31 + int(d.Max().Sub(d.Min())/(24*time.Hour))
}

// concrete gives a date without a year the year of the event.
func concrete(words string, date edtf.Date) (edtf.Date, bool) {
	if rest, ok := strings.CutPrefix(words, "XXXX"); ok {
		words = date.Min().Format("2006") + rest
		if d, err := edtf.Parse(words); err == nil && (d.Min().After(date.Max()) || d.Max().Before(date.Min())) {
			words = date.Max().Format("2006") + rest
		}
	}
	d, err := edtf.Parse(words)
	return d, err == nil && d.Raw() != ""
}

// order holds words of order in a link against the event named before it.
func (r *numbering) order(t *prose.Text, ref markdown.Ref, at place, before, e *record.Event) {
	w := t.Words(ref)
	switch orderOf(t.Text[w.Start:w.End], t.Lang) {
	case later:
		if e.Date.Max().Before(before.Date.Min()) {
			r.disorder(t, w, at, before, e, "later than")
		}
	case earlier:
		if e.Date.Min().After(before.Date.Max()) {
			r.disorder(t, w, at, before, e, "earlier than")
		}
	}
}

func (r *numbering) disorder(t *prose.Text, w prose.Span, at place, before, e *record.Event, how string) {
	r.found.Add(diag.Errorf(at(w.Start), "event-order", "%q says that the event %q was %s %q, the dates do not: %s and %s",
		t.Text[w.Start:w.End], e.ID, how, before.ID, e.Date.Raw(), before.Date.Raw()).
		WithHint("correct the words, or a date: %s", e.At("date")))
}

// eventTexts holds the words of events against their own dates and figures, in
// every language.
func (r *numbering) eventTexts() {
	for i := range r.fields {
		f := &r.fields[i]
		e, ok := r.Records.Event(f.ID)
		if f.Kind != "events" || !ok || f.Field != "title" && f.Field != "text" {
			continue
		}
		r.eventText(e, f.Field, &f.source, func(int) diag.Pos { return f.Pos }, r.Language())
		for n, lang := range r.Targets() {
			if t := &f.targets[n]; t.Text != "" {
				r.eventText(e, f.Field, t, entryPlace(r.Entry(lang.Tag, f.id), t), lang)
			}
		}
	}
}

// eventText looks for one date that misses the event's by a slip, and for figures
// that are not those which the event names.
func (r *numbering) eventText(e *record.Event, field string, t *prose.Text, at place, lang project.Language) {
	for _, q := range t.Figures {
		if q.Kind == quantity.Date && !q.Relative && !r.isExempt("events/"+e.ID+"."+field, t, q) && slip(q, e) {
			r.found.Add(diag.Errorf(at(q.Start), "date-record", "%q is not when the event %q was: %s", t.Of(q), e.ID, e.Date.Words(lang.Locale, e.DatePart)).
				WithHint("correct the words, or the date in %s", e.At("date")))
		}
	}
	r.eventFigures(e, t, at, lang)
}

// slip reports whether a date looks like the event's with a mistake in it: the
// same day and month of another year, or the same day of another month. Any other
// date in an event's text is another date.
func slip(q quantity.Quantity, e *record.Event) bool {
	words, err := edtf.Parse(q.EDTF)
	if err != nil || agrees(q, e) || words.IsInterval() || e.Date.IsInterval() || words.Precision() != e.Date.Precision() {
		return false
	}
	a, b := words.Min(), e.Date.Min()
	switch e.Date.Precision() {
	case edtf.ToDay:
		return a.Day() == b.Day() && (a.Month() == b.Month()) != (a.Year() == b.Year())
	case edtf.ToMonth:
		return a.Month() == b.Month() && a.Year() != b.Year()
	}
	return false
}

// isExempt reports whether an exemption names a finding of a record's text, and
// spends it.
func (r *numbering) isExempt(id string, t *prose.Text, q quantity.Quantity) bool {
	for _, e := range r.account.Listings[id] {
		if at := strings.Index(t.Text, e.Text); at >= 0 && at <= q.Start && q.End <= at+len(e.Text) {
			r.account.Spent[e] = true
			return true
		}
	}
	return false
}

// eventFigures asks that the text of an event which names figures says one of them
// wherever it has a number of that kind.
func (r *numbering) eventFigures(e *record.Event, t *prose.Text, at place, lang project.Language) {
	for _, id := range e.Figures {
		told, ok := r.Told(id)
		if !ok {
			continue
		}
		var wrong *quantity.Quantity
		said := false
		for i, q := range t.Figures {
			if !prose.IsFigure(q) || t.Trivial(q) || !prose.MeasuresLike(q, told) {
				continue
			}
			switch prose.Says(q, told) {
			case prose.Agrees:
				said = true
			case prose.Thousandfold, prose.Separators:
				wrong = &t.Figures[i]
			}
		}
		if said || wrong == nil {
			continue
		}
		problem, hint := r.contradiction(prose.Telling{Record: id, Figure: *wrong, Fault: prose.Says(*wrong, told), Words: t.Of(*wrong)}, lang.Locale)
		r.found.Add(diag.Errorf(at(wrong.Start), "number-record", "%s", problem).WithHint("%s", hint))
	}
}
