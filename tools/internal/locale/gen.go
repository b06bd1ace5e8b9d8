//go:build ignore

// Gen writes data.json from the npm packages cldr-core, cldr-numbers-full,
// cldr-dates-full, cldr-units-full, cldr-misc-full and cldr-localenames-full,
// unpacked below the folder given:
//
//	npm install --prefix DIR cldr-core cldr-numbers-full cldr-dates-full cldr-units-full cldr-misc-full cldr-localenames-full
//	go run gen.go -cldr DIR/node_modules
package main

import (
	"encoding/json"
	"flag"
	"log"
	"os"
	"path/filepath"
	"strings"
)

var (
	tags = []string{
		"ar", "cs", "da", "de", "de-AT", "de-CH", "en-GB", "en-US", "es", "fr", "he", "it", "ja", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh",
	}
	// cldrNames are the names of locales that CLDR calls otherwise.
	cldrNames  = map[string]string{"en-US": "en"}
	currencies = []string{"USD", "EUR", "GBP", "CNY", "INR", "JPY", "CHF", "RUB", "CAD", "AUD", "SEK", "DKK", "NOK", "PLN", "TRY", "BRL", "KRW", "SGD"}
	units      = map[string]string{
		"second": "duration-second", "minute": "duration-minute", "hour": "duration-hour", "day": "duration-day", "week": "duration-week",
		"month": "duration-month", "year": "duration-year", "meter": "length-meter", "kilometer": "length-kilometer",
		"kilogram": "mass-kilogram", "ton": "mass-tonne", "byte": "digital-byte", "gigabyte": "digital-gigabyte", "terabyte": "digital-terabyte",
	}
)

type object = map[string]any

func main() {
	log.SetFlags(0)
	dir := flag.String("cldr", "node_modules", "folder of the npm packages")
	flag.Parse()
	g := generator{*dir}
	out := object{}
	for _, tag := range tags {
		out[tag] = g.locale(tag)
	}
	version := g.read("cldr-core", "package.json")["version"]
	data, err := json.MarshalIndent(object{"cldr": version, "locales": out}, "", " ")
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("data.json", append(data, '\n'), 0o644); err != nil {
		log.Fatal(err)
	}
}

type generator struct{ dir string }

func (g generator) read(parts ...string) object {
	data, err := os.ReadFile(filepath.Join(append([]string{g.dir}, parts...)...))
	if err != nil {
		log.Fatal(err)
	}
	var v object
	if err := json.Unmarshal(data, &v); err != nil {
		log.Fatal(err)
	}
	return v
}

// at follows keys through nested objects.
func at(v any, keys ...string) any {
	for _, k := range keys {
		m, ok := v.(object)
		if !ok {
			return nil
		}
		v = m[k]
	}
	return v
}

func (g generator) main(pkg, file, tag string) any {
	name := tag
	if n, ok := cldrNames[tag]; ok {
		name = n
	}
	return at(g.read(pkg, "main", name, file+".json"), "main", name)
}

func (g generator) locale(tag string) object {
	numbers := at(g.main("cldr-numbers-full", "numbers", tag), "numbers")
	system := "numberSystem-latn"
	dates := at(g.main("cldr-dates-full", "ca-gregorian", tag), "dates", "calendars", "gregorian")
	quotes := at(g.main("cldr-misc-full", "delimiters", tag), "delimiters")
	layout := at(g.main("cldr-misc-full", "layout", tag), "layout", "orientation", "characterOrder")
	language, _, _ := strings.Cut(tag, "-")
	plurals := at(g.read("cldr-core", "supplemental", "plurals.json"), "supplemental", "plurals-type-cardinal", language)
	rules := object{}
	for k, v := range plurals.(object) {
		rule, _, _ := strings.Cut(v.(string), "@")
		if rule = strings.TrimSpace(rule); rule != "" {
			rules[strings.TrimPrefix(k, "pluralRule-count-")] = rule
		}
	}
	formats := at(dates, "dateTimeFormats", "availableFormats")
	return object{
		"decimal": at(numbers, "symbols-"+system, "decimal"), "group": at(numbers, "symbols-"+system, "group"),
		"minus": at(numbers, "symbols-"+system, "minusSign"), "minGrouping": at(numbers, "minimumGroupingDigits"),
		"pattern": at(numbers, "decimalFormats-"+system, "standard"), "percent": at(numbers, "percentFormats-"+system, "standard"),
		"currency": at(numbers, "currencyFormats-"+system, "standard"),
		"long":     compact(at(numbers, "decimalFormats-"+system, "long", "decimalFormat")),
		"short":    compact(at(numbers, "decimalFormats-"+system, "short", "decimalFormat")),
		"range":    at(numbers, "miscPatterns-"+system, "range"),
		"money":    g.money(tag), "moneyLong": patterns(at(numbers, "currencyFormats-"+system), "unitPattern-count-"),
		"units": g.units(tag), "plurals": rules,
		"months": months(dates, "format", "wide"), "monthsShort": months(dates, "format", "abbreviated"),
		"monthsAlone": months(dates, "stand-alone", "wide"), "monthsAloneShort": months(dates, "stand-alone", "abbreviated"),
		"quarters": months4(dates, "wide"),
		"date":     at(dates, "dateFormats", "long"), "dateShort": at(formats, "yMMMd"),
		"month": at(formats, "yMMMM"), "monthShort": at(formats, "yMMM"), "day": at(formats, "MMMMd"), "quarter": at(formats, "yQQQQ"),
		"quotes": []any{at(quotes, "quotationStart"), at(quotes, "quotationEnd"), at(quotes, "alternateQuotationStart"), at(quotes, "alternateQuotationEnd")},
		"rtl":    layout == "right-to-left",
	}
}

// compact keeps, for each power of ten, the pattern of each plural category.
func compact(v any) object {
	out := object{}
	for key, pattern := range v.(object) {
		if strings.Contains(key, "-alt-") {
			continue
		}
		power, category, _ := strings.Cut(key, "-count-")
		zeros := strings.Count(power, "0")
		name := string(rune('0'+zeros/10)) + string(rune('0'+zeros%10)) + category
		out[name] = pattern
	}
	return out
}

func patterns(v any, prefix string) object {
	out := object{}
	for key, pattern := range v.(object) {
		if category, ok := strings.CutPrefix(key, prefix); ok {
			out[category] = pattern
		}
	}
	return out
}

func (g generator) money(tag string) object {
	all := at(g.main("cldr-numbers-full", "currencies", tag), "numbers", "currencies")
	out := object{}
	for _, code := range currencies {
		c := patterns(at(all, code), "displayName-count-")
		if symbol, ok := at(all, code, "symbol-alt-narrow").(string); ok && (code == "USD" || code == "GBP" || code == "EUR") {
			c["symbol"] = symbol
		} else {
			c["symbol"] = at(all, code, "symbol")
		}
		if _, ok := c["other"]; !ok {
			c["other"] = at(all, code, "displayName")
		}
		out[code] = c
	}
	return out
}

func (g generator) units(tag string) object {
	all := at(g.main("cldr-units-full", "units", tag), "units")
	out := object{}
	for id, name := range units {
		out[id] = object{
			"long": patterns(at(all, "long", name), "unitPattern-count-"), "short": patterns(at(all, "short", name), "unitPattern-count-"),
		}
	}
	return out
}

func months(dates any, context, width string) []any {
	var out []any
	for _, n := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"} {
		out = append(out, at(dates, "months", context, width, n))
	}
	return out
}

func months4(dates any, width string) []any {
	var out []any
	for _, n := range []string{"1", "2", "3", "4"} {
		out = append(out, at(dates, "quarters", "format", width, n))
	}
	return out
}
