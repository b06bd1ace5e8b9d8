package stage

import (
	"strings"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/prose"
	"dossier/tools/internal/record"
)

// A figure is staged twice over: as words, for a sentence ("mehr als 1
// Milliarde"), and as digits, for the ledger ("> 1.000.000.000").

// signs stand before the digits of an inexact figure.
var signs = map[record.Comparator]string{
	record.About: "≈", record.MoreThan: ">", record.AtLeast: "≥", record.LessThan: "<", record.AtMost: "≤",
	record.JustOver: "≳", record.JustUnder: "≲",
}

// words writes a figure for a sentence: comparator, number, magnitude, currency
// or symbol; never the counted noun, whose case the sentence decides. A range is
// "zwischen 2,5 und 3 Milliarden".
func (l *language) words(f *record.Figure) string {
	style := locale.Within
	if f.Comparator != record.Exact {
		style = locale.Long // "rund 2 bis 3 Millionen"
	}
	text := l.amount(f, style)
	if f.Comparator != record.Exact {
		text = l.say("comparator_"+string(f.Comparator)) + " " + text
	}
	return text
}

// digits writes a value for the ledger, in full.
func (l *language) digits(f *record.Figure) string {
	text := l.amount(f, locale.Full)
	if sign := signs[f.Comparator]; sign != "" {
		text = sign + "\u00a0" + text
	}
	return text
}

// amount writes a figure's value or range with its currency or measuring unit.
func (l *language) amount(f *record.Figure, style locale.Style) string {
	return l.quantity(f.Value, f.Min, f.Max, f.Unit, f.Currency, style)
}

func (l *language) quantity(value, low, high, unit, currency string, style locale.Style) string {
	a := prose.Amount{Value: value, Min: low, Max: high, Unit: unit, Currency: currency}
	if value+low+high == "" {
		return l.Locale.Decimal("")
	}
	return a.Write(l.Locale, style)
}

// date words an EDTF date; the record layer has parsed it already.
func (l *language) date(d edtf.Date, part edtf.Part) string { return d.Words(l.Locale, part) }

// noun returns what a figure counts, for the appendix: "Personen", "Stunden je
// Person und Monat".
func (l *language) noun(f *record.Figure) string {
	var parts []string
	if u, ok := l.project.Records.Unit(f.Unit); ok {
		parts = append(parts, l.field("units", u.ID, "label", u.Label))
	}
	var per []string
	for _, p := range f.Per {
		per = append(per, l.per(p))
	}
	if len(per) > 0 {
		parts = append(parts, l.say("per")+" "+strings.Join(per, " "+l.say("and")+" "))
	}
	return strings.Join(parts, " ")
}

// per names one unit of a rate in the singular.
func (l *language) per(id string) string {
	if u, ok := l.project.Records.Unit(id); ok {
		if u.One != "" {
			return l.field("units", u.ID, "one", u.One)
		}
		return l.field("units", u.ID, "label", u.Label)
	}
	return l.say("unit_" + id)
}
