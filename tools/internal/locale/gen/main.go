//go:build ignore

// Gen writes data/, the tables of package locale, from CLDR's JSON, as npm has it:
//
//	npm install --prefix DIR cldr-core cldr-numbers-full cldr-dates-full \
//		cldr-units-full cldr-misc-full cldr-localenames-full
//	CLDR=DIR/node_modules go generate ./tools/internal/locale
//
// The folder may as well hold the packages unpacked by any other means. The
// version of cldr-core is written into the file; all packages must be of one
// version. A regional variant is stored as what differs from its base.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// languages are the tags with data, each with the one it is a variant of.
var languages = map[string]string{
	"ar": "", "bg": "", "ca": "", "cs": "", "da": "", "de": "", "de-AT": "de", "de-CH": "de", "el": "", "en-US": "", "en-GB": "en-US",
	"es": "", "et": "", "eu": "", "fa": "", "fi": "", "fil": "", "fr": "", "ga": "", "gl": "", "he": "", "hr": "", "hu": "", "hy": "",
	"id": "", "is": "", "it": "", "ja": "", "ka": "", "kk": "", "ko": "", "lt": "", "lv": "", "mk": "", "ms": "", "mt": "", "nb": "",
	"nl": "", "nn": "", "pl": "", "pt": "", "pt-PT": "pt", "ro": "", "ru": "", "sk": "", "sl": "", "sq": "", "sr": "", "sv": "",
	"tr": "", "uk": "", "uz": "", "vi": "", "zh": "",
}

// currencies have their names and symbols in the tables; others go by their code.
var currencies = strings.Fields(`AED ARS AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF
	IDR ILS INR JPY KRW MXN NOK NZD PLN RON RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR`)

// units are CLDR's, listed by the names that records use.
var units = strings.Fields(`duration-century duration-decade duration-year duration-quarter duration-month duration-week
	duration-day duration-hour duration-minute duration-second duration-millisecond
	length-kilometer length-meter length-centimeter length-millimeter length-mile area-square-kilometer area-hectare area-square-meter
	mass-tonne mass-kilogram mass-gram volume-liter volume-cubic-meter temperature-celsius speed-kilometer-per-hour
	digital-byte digital-kilobyte digital-megabyte digital-gigabyte digital-terabyte digital-petabyte digital-bit
	energy-kilowatt-hour power-watt power-kilowatt power-megawatt power-gigawatt`)

type object = map[string]any

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	dir := flag.String("cldr", "node_modules", "folder of the unpacked npm packages")
	out := flag.String("o", "data", "folder to write")
	flag.Parse()
	g := source(*dir)
	version := g.version()
	locales := map[string]object{}
	for tag, base := range languages {
		locales[tag] = g.locale(tag, base)
	}
	for tag, base := range languages {
		if base != "" {
			locales[tag] = differences(locales[tag], g.locale(base, ""), tag)
			locales[tag]["base"] = base
		}
	}
	write(*out, "all", object{"cldr": version, "parents": g.parents(), "minor": g.minorUnits()})
	for tag, table := range locales {
		write(*out, tag, table)
	}
}

// write lays a table out with one line a key, so that an update of CLDR can be read
// as a diff.
func write(folder, name string, table object) {
	var b bytes.Buffer
	b.WriteString("{")
	for i, k := range slices.Sorted(maps.Keys(table)) {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, "\n%q: %s", k, compactJSON(table[k]))
	}
	b.WriteString("\n}\n")
	if err := os.WriteFile(filepath.Join(folder, name+".json"), b.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}

func compactJSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		log.Fatal(err)
	}
	return bytes.TrimSpace(b.Bytes())
}

// differences returns the entries of a variant that its base has not. An entry
// of an object is kept or left out as a whole: that is how the reader merges.
func differences(v, base object, tag string) object {
	out := object{}
	for k, x := range v {
		inner, ok := x.(object)
		outer, both := base[k].(object)
		if ok && both {
			only := object{}
			for k, y := range inner {
				if !bytes.Equal(compactJSON(y), compactJSON(outer[k])) {
					only[k] = y
				}
			}
			x = only
			if len(only) == 0 {
				continue
			}
		} else if bytes.Equal(compactJSON(x), compactJSON(base[k])) {
			continue
		}
		out[k] = x
	}
	for k := range base {
		if _, ok := v[k]; !ok {
			log.Fatalf("%s has no %q, its base has: the reader could not tell", tag, k)
		}
	}
	return out
}

// source is the folder of the packages.
type source string

func (g source) read(parts ...string) object {
	data, err := os.ReadFile(filepath.Join(append([]string{string(g)}, parts...)...))
	if err != nil {
		log.Fatal(err)
	}
	var v object
	if err := json.Unmarshal(data, &v); err != nil {
		log.Fatal(err)
	}
	return v
}

// version returns the one version of all packages.
func (g source) version() string {
	version := g.read("cldr-core", "package.json")["version"].(string)
	for _, p := range []string{"numbers", "dates", "units", "misc", "localenames"} {
		if v := g.read("cldr-"+p+"-full", "package.json")["version"]; v != version {
			log.Fatalf("cldr-%s-full is %v, cldr-core is %s", p, v, version)
		}
	}
	return version
}

// main reads a file of a locale's, below its two outer keys.
func (g source) main(pkg, file, tag string) object {
	name := tag
	if tag == "en-US" {
		name = "en" // the language itself, in CLDR
	}
	return at(g.read("cldr-"+pkg+"-full", "main", name, file+".json"), "main", name).(object)
}

func (g source) supplemental(file string, keys ...string) object {
	return at(g.read("cldr-core", "supplemental", file+".json"), append([]string{"supplemental"}, keys...)...).(object)
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

// parents names, for tags without data, the tag to look at instead of the bare
// language: another variant (pt-AO is written as pt-PT), or "" where the script
// is another one and the language's data would be wrong. Norwegian without a standard
// is bokmål.
func (g source) parents() object {
	out := object{"no": "nb"}
	for tag, parent := range g.supplemental("parentLocales", "parentLocales", "parentLocale") {
		if p := parent.(string); languages[p] != "" {
			out[tag] = p
		}
	}
	for tag, full := range g.supplemental("likelySubtags", "likelySubtags") {
		language, rest, _ := strings.Cut(tag, "-")
		if _, ok := languages[language]; !ok || rest == "" {
			continue
		}
		usual := g.supplemental("likelySubtags", "likelySubtags")[language].(string)
		if script(full.(string)) != script(usual) {
			out[tag] = ""
		}
	}
	return out
}

func script(tag string) string { return strings.Split(tag, "-")[1] }

// minorUnits has the currencies whose amounts are not written with two decimals.
func (g source) minorUnits() object {
	out := object{}
	all := g.supplemental("currencyData", "currencyData", "fractions")
	for _, code := range currencies {
		if digits, ok := at(all, code, "_digits").(string); ok && digits != "2" {
			out[code] = int(digits[0] - '0')
		}
	}
	return out
}
