package check

import (
	"fmt"
	"slices"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
	"dossier/tools/internal/prose"
	"dossier/tools/internal/quantity"
)

// compare holds the numbers and dates of a translation against its source's. It
// returns the links of the translation that contradict their records and of which
// nothing is said yet. What is both is reported once: a slip that has a name beside
// the words that it was translated from, with the record in the hint; another number
// beside its record.
func (r *numbering) compare(id string, source, target *prose.Text, e *catalog.Entry, lang project.Language) []prose.Telling {
	if !source.Known || !target.Known {
		return nil
	}
	mayLack := append(r.dated(source), r.exempted(id, source)...)
	all := r.Contradictions(target)
	left := slices.Clone(all)
	var found diag.List
	for _, d := range prose.Compare(source, target, mayLack, r.dated(target)) {
		if d.Target != nil && r.misdated(target, *d.Target) {
			continue // reported as date-record, which names the event
		}
		pos := e.OtherPos
		if d.Target != nil {
			pos = inside(e, target.Written(d.Target.Start))
		}
		problem, hint := mistranslation(d, source, target)
		if k := tellingOf(left, d); k >= 0 {
			if d.Fault == prose.OtherValue {
				continue
			}
			hint += "; " + r.saying(left[k].Record, lang)
			left = slices.Delete(left, k, k+1)
		}
		found.Add(diag.Errorf(pos, "number-translation", "%s", problem).WithHint("%s", hint))
	}
	n := len(found)
	found = heeded(r.Project, lang.Tag, id, found)
	r.found.Add(found...)
	if len(found) < n { // switched off; what the records say is not
		return all
	}
	return left
}

// tellingOf returns the index of the link whose figure a difference is about, or -1.
func tellingOf(all []prose.Telling, d prose.Difference) int {
	return slices.IndexFunc(all, func(t prose.Telling) bool {
		return d.Target != nil && !t.Several && t.Figure.Start < d.Target.End && t.Figure.End > d.Target.Start
	})
}

// exempted returns the parts of a text that an exemption names, and spends it.
func (r *numbering) exempted(id string, t *prose.Text) prose.Optional {
	var parts prose.Optional
	for _, e := range r.account.Listings[id] {
		at := strings.Index(t.Text, e.Text)
		if at < 0 || e.Text == "" {
			continue
		}
		span := prose.Span{Start: at, End: at + len(e.Text)}
		parts = append(parts, span)
		if t.Holds(span) {
			r.account.Spent[e] = true
		}
	}
	return parts
}

// mistranslation words what a translation has otherwise, and what to do.
func mistranslation(d prose.Difference, source, target *prose.Text) (problem, hint string) {
	switch {
	case d.Source == nil:
		return fmt.Sprintf("the translation has %q, the source has not", target.Phrase(*d.Target)), "the source reads: " + excerpt(source.Text)
	case d.Target == nil:
		return fmt.Sprintf("the translation lost %q", source.Phrase(*d.Source)), "the source reads: " + excerpt(source.Text)
	}
	from, to := source.Phrase(*d.Source), target.Phrase(*d.Target)
	problem = fmt.Sprintf("%q became %q: ", from, to)
	switch d.Fault {
	case prose.Thousandfold:
		if d.FalseFriend {
			return problem + "a false friend", "a German Billion is an English trillion, a Milliarde a billion"
		}
		return problem + "a thousandfold or a thousandth", "a Million is a million, a Milliarde a billion, a Billion a trillion"
	case prose.Separators:
		return problem + "point and comma are swapped", fmt.Sprintf("in this language it reads %s, in the source %s", d.Target.Value, d.Source.Value)
	case prose.Percentage:
		return problem + "percent and percentage points are mistaken for each other", "from 5 to 10 percent is a rise of 5 percentage points, and one of 100 percent"
	case prose.OtherCurrency:
		return problem + "another currency", fmt.Sprintf("the source has %s, the translation %s; convert nothing", d.Source.Currency, d.Target.Currency)
	case prose.OtherRate:
		return problem + "another rate", fmt.Sprintf("the source counts per %s, the translation per %s", d.Source.Per, d.Target.Per)
	case prose.OtherUnit:
		return problem + "another unit", "say what the source measures"
	case prose.LostApprox:
		return problem + "the approximator is lost", "the source says " + approx(d.Source.Approx)
	case prose.AddedApprox:
		return problem + "an approximator was added", "the source is exact"
	case prose.OtherApprox:
		return problem + "another approximator", fmt.Sprintf("the source says %s, the translation %s", approx(d.Source.Approx), approx(d.Target.Approx))
	case prose.OtherDate:
		return problem + "another date", fmt.Sprintf("in EDTF %s and %s", d.Source.EDTF, d.Target.EDTF)
	case prose.OtherPart:
		return problem + "another part of it", fmt.Sprintf("the source says %s, the translation %s", part(d.Source.Mod), part(d.Target.Mod))
	}
	return problem + "another number", fmt.Sprintf("in digits %s and %s", digits(*d.Source), digits(*d.Target))
}

func part(mod string) string {
	if mod == "" {
		return "the whole"
	}
	return mod
}

func digits(q quantity.Quantity) string {
	if q.Max.Given() {
		return q.Value.String() + " to " + q.Max.String()
	}
	return q.Value.String()
}
