package search

import (
	"embed"
	"encoding/json"
	"slices"
	"strings"
)

//go:embed lang
var langFiles embed.FS

// Rules are what search knows of a language. The fields are lists of words,
// separated by spaces, so that the script that gets them too stays small.
type Rules struct {
	Umlauts    bool       `json:"umlauts"`    // ae, oe and ue are ä, ö and ü
	Compounds  bool       `json:"compounds"`  // words are joined freely
	Stem       [][]string `json:"stem"`       // ending, what takes its place, the letters one of which must stand before it
	Inflection string     `json:"inflection"` // endings of one word
	Derivation string     `json:"derivation"` // endings that make another word of it
	Joints     string     `json:"joints"`     // what stands between the parts of a compound
	Prefixes   string     `json:"prefixes"`
	Endings    []string   `json:"endings"`    // endings that stand for each other: "um en a" for Forum, Foren, Fora
	Participle string     `json:"participle"` // what a participle begins with
	Infinitive string     `json:"infinitive"` // what stands behind the prefix of an infinitive: auf-zu-fordern
	Stop       string     `json:"stop"`       // words that are not indexed

	forms map[string][]string // stem of a form: stems of the word's other forms
	stop  map[string]bool
}

// RulesFor returns the rules of a language by its tag ("de", "en-GB").
func RulesFor(tag string) *Rules {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	r := &Rules{Stem: [][]string{}, Endings: []string{}, forms: map[string][]string{}, stop: map[string]bool{}}
	if data, err := langFiles.ReadFile("lang/" + base + ".json"); err == nil {
		if err := json.Unmarshal(data, r); err != nil {
			panic("search: lang/" + base + ".json: " + err.Error()) // part of this program
		}
	}
	for _, field := range []*string{&r.Inflection, &r.Derivation, &r.Joints, &r.Prefixes, &r.Stop} {
		*field = r.foldAll(*field)
	}
	for w := range strings.FieldsSeq(r.Stop) {
		r.stop[w] = true
	}
	for _, list := range []string{"forms", "names"} {
		data, _ := langFiles.ReadFile("lang/" + base + "." + list + ".txt")
		for line := range strings.Lines(string(data)) {
			if !strings.HasPrefix(line, "#") {
				r.addForms(strings.Fields(line))
			}
		}
	}
	return r
}

// foldAll folds the words of a list; each is kept once.
func (r *Rules) foldAll(list string) string {
	var out []string
	for w := range strings.FieldsSeq(list) {
		if w = r.fold(w); !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// addForms leads each form of a word to the others. A form may lose more of its end
// behind a prefix than it does alone: "wies" loses nothing, "auswies" becomes "auswi".
func (r *Rules) addForms(forms []string) {
	const prefix = "auf"
	for i, f := range forms {
		forms[i] = r.stem(r.fold(f))
	}
	for _, f := range forms {
		for _, key := range []string{f, strings.TrimPrefix(r.stem(prefix+f), prefix)} {
			for _, other := range forms {
				if other != f && other != key && !slices.Contains(r.forms[key], other) {
					r.forms[key] = append(r.forms[key], other)
				}
			}
		}
	}
}
