//go:build ignore

// Plurals writes plurals.json, the plural rules of every language that CLDR has
// some for, from its JSON, as npm has it:
//
//	npm install --prefix DIR cldr-core
//	CLDR=DIR/node_modules go generate ./tools/internal/locale
//
// Languages with the same rules share an entry. The samples that CLDR gives with
// each rule are left out.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("plurals: ")
	dir := flag.String("cldr", "node_modules", "folder of the unpacked npm packages")
	out := flag.String("o", "plurals.json", "file to write")
	flag.Parse()
	var version struct{ Version string }
	read(*dir, "package.json", &version)
	var cldr struct {
		Supplemental struct {
			Rules map[string]map[string]string `json:"plurals-type-cardinal"`
		}
	}
	read(*dir, "supplemental/plurals.json", &cldr)
	if err := os.WriteFile(*out, file(version.Version, cldr.Supplemental.Rules), 0o644); err != nil {
		log.Fatal(err)
	}
}

func read(dir, name string, v any) {
	data, err := os.ReadFile(filepath.Join(dir, "cldr-core", name))
	if err != nil {
		log.Fatal(err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		log.Fatal(name, ": ", err)
	}
}

// file lays the rules out with one line an entry.
func file(version string, all map[string]map[string]string) []byte {
	shared := map[string][]string{}
	for tag, rules := range all {
		entry := encode(conditions(rules))
		shared[entry] = append(shared[entry], tag)
	}
	var lines []string
	for entry, tags := range shared {
		slices.Sort(tags)
		lines = append(lines, fmt.Sprintf(" {\"languages\": %s, \"rules\": %s}", encode(strings.Join(tags, " ")), entry))
	}
	slices.Sort(lines)
	return fmt.Appendf(nil, "{\n\"cldr\": %s,\n\"plurals\": [\n%s\n]\n}\n", encode(version), strings.Join(lines, ",\n"))
}

// conditions are the rules by category, without their samples; that of "other" is
// empty in every language.
func conditions(rules map[string]string) map[string]string {
	out := map[string]string{}
	for name, rule := range rules {
		condition, _, _ := strings.Cut(rule, " @")
		if condition = strings.TrimSpace(condition); condition != "" {
			out[strings.TrimPrefix(name, "pluralRule-count-")] = condition
		}
	}
	return out
}

func encode(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		log.Fatal(err)
	}
	return strings.TrimSpace(b.String())
}
