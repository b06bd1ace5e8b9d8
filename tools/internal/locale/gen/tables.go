//go:build ignore

package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The tables of one locale. Their names are the fields of package locale's table.

func (g source) locale(tag, base string) object {
	numbers := at(g.main("numbers", "numbers", tag), "numbers")
	symbols := at(numbers, "symbols-numberSystem-latn")
	money := at(numbers, "currencyFormats-numberSystem-latn")
	decimals := at(numbers, "decimalFormats-numberSystem-latn")
	names := at(g.main("localenames", "languages", tag), "localeDisplayNames", "languages")
	quotes := at(g.main("misc", "delimiters", tag), "delimiters")
	group := at(symbols, "group")
	grouping, _ := strconv.Atoi(at(numbers, "minimumGroupingDigits").(string))
	plurals, ranges := g.plurals(tag)
	out := object{
		"name": name(names, tag),
		"quotes": []any{
			at(quotes, "quotationStart"), at(quotes, "quotationEnd"),
			at(quotes, "alternateQuotationStart"), at(quotes, "alternateQuotationEnd"),
		},
		"decimal": at(symbols, "decimal"), "group": group, "moneyGroup": or(at(symbols, "currencyGroup"), group),
		"minus": at(symbols, "minusSign"), "approximately": at(symbols, "approximatelySign"), "minGrouping": grouping,
		"percent": strings.ReplaceAll(at(numbers, "percentFormats-numberSystem-latn", "standard").(string), "%", at(symbols, "percentSign").(string)),
		"range":   at(numbers, "miscPatterns-numberSystem-latn", "range"),
		"long":    magnitudes(at(decimals, "long", "decimalFormat")),
		"short":   magnitudes(at(decimals, "short", "decimalFormat")),
		"money":   at(money, "standard"), "moneyName": counted(money, "unitPattern-count-"),
		"moneyShort": magnitudes(at(money, "short", "standard")),
		"currencies": g.currencies(tag), "units": g.units(tag),
		"plurals": plurals, "pluralRanges": ranges,
	}
	for k, v := range g.dates(tag) {
		out[k] = v
	}
	return out
}

func or(values ...any) any {
	for _, v := range values {
		if v != nil {
			return v
		}
	}
	return nil
}

func name(names any, tag string) any {
	language, _, _ := strings.Cut(tag, "-")
	if tag == "en-US" {
		tag = "en"
	}
	return or(at(names, tag), at(names, language))
}

// magnitudes has, for each plural category, the patterns of 10⁶ to 10¹⁴, without
// the quotes around literal text. A category that is written like "other" is
// left out.
func magnitudes(v any) object {
	out := object{}
	for _, category := range []string{"other", "zero", "one", "two", "few", "many"} {
		var patterns []any
		for power := 6; power <= 14; power++ {
			key := "1" + strings.Repeat("0", power) + "-count-"
			pattern, ok := or(at(v, key+category), at(v, key+"other")).(string)
			if !ok {
				panic("no pattern for " + key + category)
			}
			patterns = append(patterns, strings.ReplaceAll(pattern, "'", ""))
		}
		if category == "other" || !slices.Equal(patterns, out["other"].([]any)) {
			out[category] = patterns
		}
	}
	return out
}

// plurals has the rules of cardinals, without their samples, and the categories
// of ranges that are not simply that of the range's end ("one few" → "few").
func (g source) plurals(tag string) (rules, ranges object) {
	language, _, _ := strings.Cut(tag, "-")
	all := g.supplemental("plurals", "plurals-type-cardinal")
	rules = object{}
	for k, v := range or(all[tag], all[language]).(object) {
		rule, _, _ := strings.Cut(v.(string), "@")
		if rule = strings.TrimSpace(rule); rule != "" {
			rules[strings.TrimPrefix(k, "pluralRule-count-")] = rule
		}
	}
	ranges = object{}
	spans, _ := g.supplemental("pluralRanges", "plurals")[language].(object)
	for k, v := range spans {
		start, end, _ := strings.Cut(strings.TrimPrefix(k, "pluralRange-start-"), "-end-")
		if end != v {
			ranges[start+" "+end] = v
		}
	}
	return rules, ranges
}

// currencies has the symbol and the name for each plural category. A name that
// is the same in all is "other" alone; a symbol that is the code is left out.
func (g source) currencies(tag string) object {
	all := at(g.main("numbers", "currencies", tag), "numbers", "currencies")
	out := object{}
	for _, code := range currencies {
		c := counted(at(all, code), "displayName-count-")
		if _, ok := c["other"]; !ok {
			c["other"] = or(at(all, code, "displayName"), code)
		}
		if symbol := at(all, code, "symbol"); symbol != nil && symbol != code {
			c["symbol"] = symbol
		}
		out[code] = c
	}
	return out
}

func (g source) units(tag string) object {
	all := at(g.main("units", "units", tag), "units")
	out := object{}
	for _, unit := range units {
		_, id, _ := strings.Cut(unit, "-")
		out[id] = object{
			"long":  counted(at(all, "long", unit), "unitPattern-count-"),
			"short": counted(at(all, "short", unit), "unitPattern-count-"),
		}
	}
	return out
}

// counted collects the entries of an object that has one for each plural
// category, without those that are the same as "other".
func counted(v any, prefix string) object {
	out := object{}
	m, _ := v.(object)
	for k, text := range m {
		if category, ok := strings.CutPrefix(k, prefix); ok && (category == "other" || text != m[prefix+"other"]) {
			out[category] = text
		}
	}
	return out
}

// dates has the names and patterns of the Gregorian calendar. CLDR has patterns
// with an era for the abbreviated month only, as a rule: they are widened.
func (g source) dates(tag string) object {
	c := at(g.main("dates", "ca-gregorian", tag), "dates", "calendars", "gregorian")
	formats := at(c, "dateTimeFormats", "availableFormats")
	wide := func(long, short string) any {
		return or(at(formats, long), strings.NewReplacer("MMM", "MMMM", "LLL", "LLLL").Replace(at(formats, short).(string)))
	}
	return object{
		"months": list(at(c, "months", "format", "wide"), 12), "monthsShort": list(at(c, "months", "format", "abbreviated"), 12),
		"monthsAlone":      list(at(c, "months", "stand-alone", "wide"), 12),
		"monthsAloneShort": list(at(c, "months", "stand-alone", "abbreviated"), 12),
		"quarters":         list(at(c, "quarters", "format", "wide"), 4), "quartersShort": list(at(c, "quarters", "format", "abbreviated"), 4),
		"era": at(c, "eras", "eraAbbr", "0"),
		"dates": object{
			"date": at(c, "dateFormats", "long"), "dateShort": at(formats, "yMMMd"),
			"day": at(formats, "MMMMd"), "dayShort": at(formats, "MMMd"),
			"month": at(formats, "yMMMM"), "monthShort": at(formats, "yMMM"),
			"quarter": at(formats, "yQQQQ"), "quarterShort": at(formats, "yQQQ"),
			"year": at(formats, "y"), "years": at(c, "dateTimeFormats", "intervalFormats", "y", "y"),
			"eraDate": wide("GyMMMMd", "GyMMMd"), "eraDateShort": at(formats, "GyMMMd"),
			"eraMonth": wide("GyMMMM", "GyMMM"), "eraMonthShort": at(formats, "GyMMM"), "eraYear": at(formats, "Gy"),
		},
	}
}

func list(v any, n int) []any {
	var out []any
	for i := 1; i <= n; i++ {
		x := at(v, fmt.Sprint(i))
		if x == nil {
			panic("a name is missing")
		}
		out = append(out, x)
	}
	return out
}
