package record

import (
	"slices"
	"strconv"
	"strings"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/locale"
)

// rules hold the records against each other, once all files are read.
type rules struct {
	*Set
	diag.List
	weights  weights
	words    *locale.Locale      // which units CLDR has a name for
	known    map[string][]string // ids by kind, to suggest from
	advising int                 // how many more suggestions to look for
}

// mostAdvice bounds the search for what somebody meant: each is a comparison with
// every id there is, and a list of slips this long is one slip.
const mostAdvice = 50

// recordLanguage is the language that records are written in.
const recordLanguage = "de"

// validate derives the statuses and finds what is wrong. If not every file was
// read whole, only what a record says by itself is judged.
func (s *Set) validate(whole bool) diag.List {
	v := &rules{Set: s, weights: s.weigh(), advising: mostAdvice}
	v.words, _ = locale.For(recordLanguage)
	s.judge(v.weights)
	s.passages()
	v.each(func(kind *key, r identified) {
		v.id(kind, r.base())
		v.required(kind.nested, r, r.base().ID)
		if whole {
			v.references(kind.nested, r)
		}
	})
	for _, f := range s.Figures {
		v.figure(f)
	}
	for _, x := range s.Sources {
		v.source(x)
	}
	for _, e := range s.Events {
		v.datePart(&e.Node, e.DatePart, e.Date)
	}
	if whole {
		v.together()
	}
	return v.List
}

// together applies the rules that need every record.
func (v *rules) together() {
	for _, f := range v.Figures {
		v.evidence(f)
		v.supported(f)
		v.marked(f)
	}
	for _, e := range v.Events {
		v.event(e)
	}
	for _, c := range v.Claims {
		v.claim(c)
	}
	for _, p := range v.Passages {
		v.passage(p)
	}
	v.loops()
}

// reserved are the fields of a go-i18n message (Message.unmarshal in its package
// i18n). A record's texts form a table named after its id, which must not pass
// for one.
var reserved = []string{
	"id", "description", "hash", "leftdelim", "rightdelim", "zero", "one", "two", "few", "many", "other", "translation",
}

// id checks that a record has an id, and for itself.
func (v *rules) id(kind *key, b *Base) {
	pos := b.atValue("id")
	switch {
	case b.ID == "":
		return // required says so
	case strings.Trim(b.ID, idLetters) != "":
		f := diag.Errorf(pos, "record-id", "%q is no id", clip(b.ID)).WithHint("an id has small letters a-z, digits and hyphens")
		if s := slug(b.ID); s != "" && len(s) <= most {
			f = f.WithHint("an id has small letters a-z, digits and hyphens: %q", s)
		}
		v.Add(f)
	case slices.Contains(reserved, b.ID):
		v.Add(diag.Errorf(pos, "record-id", "%q is a word of the translation catalogs", b.ID).WithHint("as an id it would break them; say more: %q", b.ID+"-"+kind.name))
	}
	if first := v.ids[kind.name][b.ID].base(); first != b {
		v.Add(diag.Errorf(pos, "record-duplicate", "there is already %s %q", an(kind.name), clip(b.ID)).WithHint("it stands at %s", first.Pos))
	}
}

// required reports keys that are not there, or empty.
func (v *rules) required(t *table, r located, id string) {
	if r.node().cut {
		return
	}
	for i := range t.keys {
		k := &t.keys[i]
		if k.nested != nil {
			k.all(r, func(inner located) { v.required(k.nested, inner, id) })
			continue
		}
		if !k.required {
			continue
		}
		switch n := r.node(); {
		case !n.has(k.name):
			v.missing(n.Pos, t.name, id, k.name)
		case k.text != nil && strings.TrimSpace(*k.text(r)) == "" && !n.faulty(k.name):
			v.Add(diag.Errorf(n.atValue(k.name), "record-required", "%s is empty", k.name).WithHint("%s", advice[k.name]))
		}
	}
}

func (v *rules) missing(pos diag.Pos, in, id, key string) {
	owner, inner, nested := strings.Cut(in, ".")
	what := the(owner, id)
	if nested {
		what = inner + " of " + what
	}
	v.Add(diag.Errorf(pos, "record-required", "%s has no %s", what, key).WithHint("%s", advice[key]))
}

// the names a record: the figure "x".
func the(kind, id string) string {
	if id == "" {
		return "the " + kind
	}
	return "the " + kind + " " + strconv.Quote(clip(id))
}

// advice is what to write for a key that is missing.
var advice = map[string]string{
	"id":           `an id is permanent, with small letters, digits and hyphens: id = "umsatz-2021"`,
	"label":        `add label = "…", in German`,
	"value":        `add value = "…", or min and max`,
	"as_of":        `add as_of = "2021-09-27", the day for which it is true`,
	"source":       `add source = "…", the id of a [[source]]`,
	"origin":       `add origin = "…", the id of the [[actor]] who counted`,
	"relation":     `add relation = "supports", "disputes" or "mentions"`,
	"basis":        "add basis = \"…\": " + strings.Join(Bases, ", "),
	"type":         `add type = "…", a CSL type such as "article-newspaper", "webpage" or "report"`,
	"language":     `add language = "…", the BCP 47 tag of the source: "en"`,
	"grade":        `add grade = "A" (official or first hand), "B", "C" or "D" (a pointer only)`,
	"issued":       `add issued = "2021-09-27", or "2021~" for about; if the page bears no date, accessed = the day you read it`,
	"URL":          `add URL = "https://…"`,
	"formula":      `add formula = "a - b", with the ids in derived_from`,
	"date":         `add date = "2023-03-05"`,
	"verdict":      "add verdict = \"…\": " + strings.Join(Verdicts, ", "),
	"title":        `add title = "…"`,
	"reason":       `add reason = "…", in German`,
	"by":           `add by = "…", the name of who confirmed it`,
	"figure":       "run dossier sources verify again; it writes the passages",
	"quote_sha256": "run dossier sources verify again; it writes the passages",
	"sha256":       "run dossier sources verify again; it writes the passages",
	"why":          `add why = "…", in German`,
	"who":          `add who = "…", the id of an [[actor]]`,
	"text":         `add text = "…", in German`,
	"assessment":   `add assessment = "…", in German`,
	"definition":   `add definition = "…", in German`,
	"term":         `add term = "…", in German`,
	"status":       `add status = "disputed", "unverifiable" or "stated"`,
	"url":          `add url = "https://…"`,
}

// references reports ids that lead nowhere.
func (v *rules) references(t *table, r located) {
	for i := range t.keys {
		switch k := &t.keys[i]; {
		case k.nested != nil:
			k.all(r, func(inner located) { v.references(k.nested, inner) })
		case k.kind == "":
		case k.text != nil:
			if id := *k.text(r); id != "" && !v.exists(k.kind, id) {
				v.unknown(r.node().atValue(k.name), k.kind, id)
			}
		default:
			for i, id := range k.items(r) {
				if !v.exists(k.kind, id) {
					v.unknown(r.node().atItem(k.name, i), k.kind, id)
				}
			}
		}
	}
}

func (v *rules) exists(kind, id string) bool {
	_, ok := v.ids[kind][id]
	return ok || kind == "unit" && v.measured(id)
}

// measured reports whether CLDR names the unit, so that it needs no record.
func (v *rules) measured(unit string) bool {
	_, ok := v.words.Unit("1", unit, locale.Long)
	return ok || unit == "percent"
}

func (v *rules) unknown(pos diag.Pos, kind, id string) {
	hint := "it would stand in content/*.toml as [[" + kind + "]]"
	if kind == "unit" {
		hint += "; measures such as hour, day, percent or kilometer need none"
	}
	if v.advising > 0 {
		v.advising--
		hint = diag.DidYouMean(clip(id), v.idsOf(kind), hint)
	}
	v.Add(diag.Errorf(pos, kind+"-unknown", "no %s %q", kind, clip(id)).WithHint("%s", hint))
}

func (v *rules) idsOf(kind string) []string {
	if v.known == nil {
		v.known = map[string][]string{}
	}
	if v.known[kind] == nil {
		for id := range v.ids[kind] {
			v.known[kind] = append(v.known[kind], id)
		}
		slices.Sort(v.known[kind])
	}
	return v.known[kind]
}
