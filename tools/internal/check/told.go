package check

import (
	"fmt"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/project"
	"dossier/tools/internal/prose"
	"dossier/tools/internal/quantity"
	"dossier/tools/internal/record"
)

// told reports the links to figures whose words are not what the record says.
func (r *numbering) told(tellings []prose.Telling, t *prose.Text, at place, lang project.Language) {
	for _, telling := range tellings {
		problem, hint := r.contradiction(telling, lang.Locale)
		f := diag.Errorf(at(t.Seen(telling.At)), "number-record", "%s", problem)
		if hint != "" {
			f = f.WithHint("%s", hint)
		}
		r.found.Add(f)
	}
}

// outdated warns of a translation that a corrected record has made untrue: once,
// with the first figure that it has wrong.
func (r *numbering) outdated(t *prose.Text, e *catalog.Entry, lang project.Language) {
	for _, telling := range r.Contradictions(t) {
		problem, _ := r.contradiction(telling, lang.Locale)
		r.found.Add(diag.Warnf(inside(e, telling.At), "figure-outdated", "an outdated translation is no longer true: %s", problem).
			WithHint("readers get the %s text instead; correct the translation of %s and delete its hash line", r.Language().Label, e.ID))
		return
	}
}

// contradiction says how words miss their record, and what to do.
func (r *numbering) contradiction(t prose.Telling, l *locale.Locale) (problem, hint string) {
	f, ok := r.Records.Figure(t.Record)
	if !ok {
		return "", ""
	}
	said := said(f, l)
	words, hint := fmt.Sprintf("%q", t.Words), "correct the words, or the record in "+f.Pos.String()
	switch t.Fault {
	case prose.Thousandfold:
		if t.Mention {
			return fmt.Sprintf("%s is not of the order of the figure %q: %s", words, f.ID, said), hint
		}
		return fmt.Sprintf("%s is a thousandfold or a thousandth of the figure %q: %s", words, f.ID, said), hint
	case prose.Separators:
		return fmt.Sprintf("%s says %s, the figure %q %s", words, t.Figure.Value, f.ID, said), "point and comma seem to be swapped"
	case prose.Percentage:
		return fmt.Sprintf("%s mistakes percent and percentage points: the figure %q is %s", words, f.ID, unitOf(f.Unit, said)), hint
	case prose.OtherCurrency:
		return fmt.Sprintf("%s is %s, the figure %q %s: %s", words, t.Figure.Currency, f.ID, f.Currency, said), hint
	case prose.OtherUnit:
		return fmt.Sprintf("%s does not measure what the figure %q does: %s", words, f.ID, unitOf(f.Unit, said)), hint
	case prose.OtherRate:
		return fmt.Sprintf("%s is counted per %s, the figure %q %s", words, t.Figure.Per, f.ID, rate(f.Per)), hint
	case prose.LostApprox:
		return fmt.Sprintf("%s is exact, the figure %q is not: %s", words, f.ID, said), "tell it with its own comparator: " + comparators(f.Comparator, l)
	case prose.OtherApprox:
		return fmt.Sprintf("%s says %s, the figure %q %s", words, approx(t.Figure.Approx), f.ID, said), "tell it with its own comparator: " + comparators(f.Comparator, l)
	}
	if t.Several {
		return fmt.Sprintf("%s holds several figures", words), "one figure a link, a range is one: give each its own"
	}
	return fmt.Sprintf("%s does not say what the figure %q does: %s", words, f.ID, said), hint
}

// said writes what a record says, comparator and all.
func said(f *record.Figure, l *locale.Locale) string {
	said := prose.AmountOf(f).Write(l, locale.Long)
	if c := string(f.Comparator); c != "" && c != "exact" {
		said = strings.ReplaceAll(c, "-", " ") + " " + said
	}
	return said
}

// saying names a figure and what its record says.
func (r *numbering) saying(id string, lang project.Language) string {
	f, ok := r.Records.Figure(id)
	if !ok {
		return ""
	}
	return fmt.Sprintf("the figure %q is %s", id, said(f, lang.Locale))
}

func unitOf(unit, said string) string {
	if strings.Contains(unit, "point") {
		return said + " percentage points"
	}
	return said
}

func rate(per []string) string {
	if len(per) == 0 {
		return "is no rate"
	}
	return "per " + strings.Join(per, " and ")
}

func approx(a quantity.Approx) string { return strings.ReplaceAll(a.String(), "-", " ") }
