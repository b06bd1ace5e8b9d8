package prose

import (
	"dossier/tools/internal/locale"
	"dossier/tools/internal/record"
)

// Amount is a value, or a range if it has none, with what it is counted in.
type Amount struct{ Value, Min, Max, Unit, Currency string }

// AmountOf returns the amount of a figure.
func AmountOf(f *record.Figure) Amount { return Amount{f.Value, f.Min, f.Max, f.Unit, f.Currency} }

// Write writes an amount in a language, with its currency or unit of measure and
// without a counted noun, whose case the sentence decides.
func (a Amount) Write(l *locale.Locale, style locale.Style) string {
	if a.Value == "" && a.Min != "" && a.Max != "" {
		return a.writeRange(l, style)
	}
	value := a.Value + a.Min + a.Max // one of them
	if a.Currency != "" && value != "" {
		return l.Money(value, a.Currency, style)
	}
	if text, ok := l.Unit(value, a.Unit, style); ok { // a measure, not a counted noun
		return text
	}
	switch style {
	case locale.Full:
		return l.Decimal(value)
	case locale.Short:
		return l.CompactShort(value)
	}
	return l.Compact(value)
}

func (a Amount) writeRange(l *locale.Locale, style locale.Style) string {
	if a.Currency != "" {
		return l.MoneyRange(a.Min, a.Max, a.Currency, style)
	}
	if text, ok := l.UnitRange(a.Min, a.Max, a.Unit, style); ok {
		return text
	}
	switch style {
	case locale.Full:
		return l.RangeFull(a.Min, a.Max)
	case locale.Within:
		return l.RangeWithin(a.Min, a.Max)
	case locale.Short:
		return l.RangeShort(a.Min, a.Max)
	}
	return l.Range(a.Min, a.Max)
}
