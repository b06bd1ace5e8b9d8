package locale

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Style says how long a form to write.
type Style int

// The styles of money and measures.
const (
	Long   Style = iota // words: "34,3 Milliarden US-Dollar", "3 Stunden"
	Short               // abbreviations and symbols: "34,3 Mrd. $", "3 Std."
	Full                // all digits: "34.300.000.000 $", "3.600 Stunden"
	Within              // as Long, and a range as a sentence has it: "zwischen 2,5 und 3 Milliarden Euro"
)

// words reports whether a style writes magnitudes and names in words.
func (s Style) words() bool { return s == Long || s == Within }

// Money writes an amount of money; currency is an ISO 4217 code. Long gives
// magnitude and name ("34.3 billion US dollars"), Short magnitude and symbol
// ("$34.3bn"), Full all digits and the symbol ("$34,300,000,000"). A currency that
// the tables do not name is written by its code.
//
// Without a magnitude an amount has as many decimals as its currency, or none:
// "7.5" is "7,50 €", "7" is "7 €". Further decimals stay.
func (l *Locale) Money(v, currency string, style Style) string {
	d, ok := parse(v)
	switch {
	case !ok:
		return strings.TrimSpace(v + " " + currency)
	case currency == "":
		text, _ := l.number(d, l.magnitudes(style))
		return l.signed(d, text)
	case style.words():
		if s, ok := scale(d, l.table.Long); ok {
			number, _ := l.number(d, l.table.Long)
			return l.signed(d, l.named(spread{number, l.category(d, s.exponent), true}, currency))
		}
		d := padded(d, currency)
		return l.signed(d, l.named(spread{l.moneyDigits(d), l.category(d, 0), false}, currency))
	}
	return l.symbolic(d, currency, style)
}

// symbolic writes an amount with its currency's symbol.
func (l *Locale) symbolic(d decimal, currency string, style Style) string {
	if s, ok := scale(d, l.table.MoneyShort); ok && style == Short {
		pattern := s.pattern(l.category(s.number, 0))
		return l.money(pattern, l.digits(s), currency, d.negative)
	}
	d = padded(d, currency)
	return l.money(l.table.Money, l.moneyDigits(d), currency, d.negative && !d.isZero())
}

// MoneyRange writes a range of money: "2,5 bis 3 Milliarden US-Dollar", "$2.5–3bn",
// "10,00–12,50 €". Magnitudes are shared and dashes set as Range does it; where
// the ends share none, each has its own symbol.
func (l *Locale) MoneyRange(low, high, currency string, style Style) string {
	r, ok := parseRange(low, high)
	switch {
	case !ok || currency == "":
		return strings.TrimSpace(l.rangeOf(low, high, style) + " " + currency)
	case style.words():
		text := l.spread(r, style)
		if !text.scaled {
			text = l.spread(r.padded(currency), style)
		}
		return l.named(text, currency)
	}
	if low, high, ok := r.share(l.table.MoneyShort); ok && style == Short && !r.negative() {
		pattern := high.pattern(l.rangeCategory(l.category(low.number, 0), l.category(high.number, 0)))
		return l.money(pattern, l.to(l.digits(low), l.digits(high), Short, false), currency, false)
	}
	return l.symbolicRange(r, currency, style)
}

// symbolicRange writes a range without a common magnitude.
func (l *Locale) symbolicRange(r numbers, currency string, style Style) string {
	low, lowOK := scale(r.low, l.table.MoneyShort)
	high, highOK := scale(r.high, l.table.MoneyShort)
	if style == Full || r.misleading(low.exponent, high.exponent) {
		lowOK, highOK = false, false
	}
	if !lowOK && !highOK {
		style, r = Full, r.padded(currency)
		if !r.negative() {
			return l.money(l.table.Money, l.to(l.moneyDigits(r.low), l.moneyDigits(r.high), Full, false), currency, false)
		}
	}
	return l.to(l.symbolic(r.low, currency, style), l.symbolic(r.high, currency, style), style, true)
}

// padded gives an amount with decimals as many of them as its currency has.
func padded(d decimal, currency string) decimal {
	if d.fraction == "" {
		return d
	}
	least, ok := load().Minor[currency]
	if !ok {
		least = 2
	}
	d.fraction += strings.Repeat("0", max(0, least-len(d.fraction)))
	return d
}

// padded gives both ends decimals if one has them.
func (r numbers) padded(currency string) numbers {
	if r.low.fraction == "" && r.high.fraction != "" {
		r.low.fraction = "0"
	}
	if r.high.fraction == "" && r.low.fraction != "" {
		r.high.fraction = "0"
	}
	return numbers{padded(r.low, currency), padded(r.high, currency)}
}

func (l *Locale) moneyDigits(d decimal) string {
	return l.text(d, l.table.MoneyGroup, l.table.MinGrouping)
}

// named puts a currency's name after an amount.
func (l *Locale) named(amount spread, currency string) string {
	names := l.table.Currencies[currency]
	name, ok := names[amount.category]
	if !ok {
		name, ok = names["other"]
	}
	if !ok {
		return amount.text + noBreak + currency
	}
	pattern, ok := l.table.MoneyName[amount.category]
	if !ok {
		pattern = cmp.Or(l.table.MoneyName["other"], "{0} {1}")
	}
	if amount.scaled {
		name = l.ofMagnitude(name) + name
	} else {
		pattern = hold(pattern)
	}
	return strings.NewReplacer("{0}", amount.text, "{1}", name).Replace(pattern)
}

// money fills a pattern such as "#,##0.00 ¤" or "¤0bn" with a number and a
// currency's symbol. After a semicolon a pattern has its negative form; without
// one the minus stands in front (UTS 35, part 3, "Number Patterns").
func (l *Locale) money(pattern, number, currency string, negative bool) string {
	pattern, below, _ := strings.Cut(pattern, ";")
	if negative && below == "" {
		below = "-" + pattern
	}
	if negative {
		pattern = strings.Replace(below, "-", l.table.Minus, 1)
	}
	if narrowUnit(l.spoken()) {
		pattern = strings.NewReplacer("\u00a0¤", narrow+"¤", " ¤", narrow+"¤").Replace(pattern)
	}
	i := strings.IndexAny(pattern, "#0")
	j := strings.LastIndexByte(pattern, '0')
	symbol := l.symbol(currency)
	before, after := withSymbol(pattern[:i], symbol), withSymbol(pattern[j+1:], symbol)
	if r, _ := utf8.DecodeLastRuneInString(before); unicode.IsLetter(r) {
		before += noBreak // CLDR, "currencySpacing": letters keep their distance
	}
	if r, _ := utf8.DecodeRuneInString(after); strings.HasPrefix(after, symbol) && unicode.IsLetter(r) {
		after = noBreak + after
	}
	return hold(before + number + after)
}

func withSymbol(affix, symbol string) string { return strings.Replace(affix, "¤", symbol, 1) }

// symbol returns a currency's sign in the language: "$", "US$", "CHF".
func (l *Locale) symbol(currency string) string {
	if s := houseSymbol(l.data, currency); s != "" {
		return s
	}
	if s := l.table.Currencies[currency]["symbol"]; s != "" {
		return s
	}
	return currency
}
