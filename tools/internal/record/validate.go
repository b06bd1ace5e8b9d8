package record

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"dossier/tools/internal/diag"
)

// reserved are go-i18n's message fields: an id of that name would turn a group
// of messages into a message.
var reserved = []string{"id", "hash", "description", "leftdelim", "rightdelim", "zero", "one", "two", "few", "many", "other", "translation"}

// validator applies the rules that need all records at once.
type validator struct {
	*Set
	diag.List
}

func (s *Set) validate() diag.List {
	v := &validator{Set: s}
	v.ids()
	for _, x := range s.Sources {
		v.source(x)
	}
	for _, f := range s.Figures {
		v.figure(f)
	}
	for _, e := range s.Events {
		v.event(e)
	}
	for _, c := range s.Claims {
		v.claim(c)
	}
	for _, t := range s.Terms {
		v.require(&t.Base, "term", t.Term, "definition", t.Definition)
	}
	for _, kind := range recordKinds {
		if list, ok := s.kinds()[kind]; ok {
			for _, l := range *list {
				v.require(&l.Base, "label", l.Label)
			}
		}
	}
	v.loops()
	return v.List
}

// ids checks that every record has an id of its own.
func (v *validator) ids() {
	first := map[string]diag.Pos{}
	v.each(func(kind string, b *Base) {
		switch {
		case b.ID == "":
			v.Add(diag.Errorf(b.Pos, "record-id", "the %s has no id", kind).WithHint("an id is permanent: small letters, digits and hyphens"))
			return
		case strings.Trim(b.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
			v.Add(diag.Errorf(b.At("id"), "record-id", "%q is no id", b.ID).WithHint("an id holds a-z, 0-9 and hyphens only"))
		case slices.Contains(reserved, b.ID):
			v.Add(diag.Errorf(b.At("id"), "record-id", "%q is a word of the catalogs and cannot be an id", b.ID))
		}
		key := kind + " " + b.ID
		if pos, twice := first[key]; twice {
			v.Add(diag.Errorf(b.At("id"), "record-duplicate", "there is already a %s %q", kind, b.ID).WithHint("the first is at %s", pos))
			return
		}
		first[key] = b.Pos
	})
}

// each visits the base of every record.
func (v *validator) each(f func(kind string, b *Base)) {
	for _, x := range v.Figures {
		f("figure", &x.Base)
	}
	for _, x := range v.Sources {
		f("source", &x.Base)
	}
	for _, x := range v.Events {
		f("event", &x.Base)
	}
	for _, x := range v.Claims {
		f("claim", &x.Base)
	}
	for _, x := range v.Terms {
		f("term", &x.Base)
	}
	for _, kind := range recordKinds {
		if list, ok := v.kinds()[kind]; ok {
			for _, x := range *list {
				f(kind, &x.Base)
			}
		}
	}
}

// require reports missing keys, given as pairs of key and value.
func (v *validator) require(b *Base, pairs ...string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if _, tried := b.at[pairs[i]]; pairs[i+1] == "" && !tried {
			v.Add(diag.Errorf(b.Pos, "record-required", "%q has no %s", b.ID, pairs[i]).WithHint("add %s = …", pairs[i]))
		}
	}
}

// refer reports an id that leads to no record.
func refer[T any](v *validator, b *Base, key, kind, id string, known map[string]T) {
	if id == "" {
		return
	}
	if _, ok := known[id]; !ok {
		v.Add(diag.Errorf(b.At(key), kind+"-unknown", "no %s %q", kind, id).
			WithHint("%s", diag.DidYouMean(id, slices.Collect(maps.Keys(known)), fmt.Sprintf("records stand in content/*.toml as [[%s]]", kind))))
	}
}

func (v *validator) source(s *Source) {
	v.require(&s.Base, "type", s.Type, "title", s.Title, "URL", s.URL, "language", s.Language, "grade", s.Grade, "issued", s.Issued.Raw())
	for _, id := range s.DerivesFrom {
		refer(v, &s.Base, "derives_from", "source", id, v.sources)
	}
	if a := s.Archive; a != nil && !strings.Contains(a.URL, strings.TrimPrefix(strings.TrimPrefix(s.URL, "https://"), "http://")) {
		v.Add(diag.Errorf(s.At("archive"), "archive-url", "the archived copy is not of this source").WithHint("an archive's address holds the address that it keeps"))
	}
}

func (v *validator) figure(f *Figure) {
	v.require(&f.Base, "label", f.Label, "as_of", f.AsOf.Raw())
	refer(v, &f.Base, "measure", "measure", f.Measure, v.labelled["measure"])
	refer(v, &f.Base, "scope", "scope", f.Scope, v.labelled["scope"])
	if f.Unit != "" && !measuring[f.Unit] {
		refer(v, &f.Base, "unit", "unit", f.Unit, v.labelled["unit"])
	}
	for _, p := range f.Per {
		if !measuring[p] {
			refer(v, &f.Base, "per", "unit", p, v.labelled["unit"])
		}
	}
	for _, id := range f.DerivedFrom {
		refer(v, &f.Base, "derived_from", "figure", id, v.figures)
	}
	refer(v, &f.Base, "superseded_by", "figure", f.SupersededBy, v.figures)
	v.value(f)
	for i := range f.Evidence {
		v.evidence(f, &f.Evidence[i])
	}
	v.support(f)
	v.lowered(f)
}

// measuring are the units that CLDR names, so that they need no record.
var measuring = map[string]bool{
	"percent": true, "second": true, "minute": true, "hour": true, "day": true, "week": true, "month": true, "year": true,
	"meter": true, "kilometer": true, "kilogram": true, "ton": true, "byte": true, "gigabyte": true, "terabyte": true,
}

func (v *validator) value(f *Figure) {
	_, tried := f.at["value"]
	_, triedMin := f.at["min"]
	_, triedMax := f.at["max"]
	switch {
	case f.Value == "" && (f.Min == "" || f.Max == "") && !tried && !(triedMin && triedMax):
		v.Add(diag.Errorf(f.Pos, "record-required", "%q has no value", f.ID).WithHint("add value = \"…\", or min and max"))
	case f.Value != "" && (triedMin || triedMax):
		v.Add(diag.Errorf(f.At("value"), "value-malformed", "%q has a value and a range", f.ID).WithHint("keep value, or min and max"))
	}
	if a, ok := newAmount(f.Value, f.Min, f.Max); ok && a.low.Cmp(a.high) > 0 {
		v.Add(diag.Errorf(f.At("min"), "value-malformed", "min is greater than max"))
	}
	if f.Currency != "" && (len(f.Currency) != 3 || strings.ToUpper(f.Currency) != f.Currency) {
		v.Add(diag.Errorf(f.At("currency"), "record-value", "%q is no currency", f.Currency).WithHint("use the ISO 4217 code: USD, EUR, CNY"))
	}
	if f.Currency != "" && f.Unit != "" {
		v.Add(diag.Errorf(f.At("unit"), "record-value", "money has a currency and no unit"))
	}
}

func (v *validator) evidence(f *Figure, e *Evidence) {
	v.require(&e.Base, "source", e.Source, "origin", e.Origin, "relation", e.Relation, "basis", e.Basis)
	refer(v, &e.Base, "source", "source", e.Source, v.sources)
	refer(v, &e.Base, "origin", "actor", e.Origin, v.labelled["actor"])
	want, okWant := newAmount(f.Value, f.Min, f.Max)
	got, okGot := newAmount(e.Value, e.Min, e.Max)
	if e.Relation == "supports" && okWant && okGot && !want.agrees(got) {
		v.Add(diag.Errorf(e.At("value"), "evidence-value", "the source gives %s, the figure %q %s", shown(e.Value, e.Min, e.Max), f.ID, shown(f.Value, f.Min, f.Max)).
			WithHint(`evidence for another value has relation = "disputes", or "mentions" if it measures something else`))
	}
	src, ok := v.Source(e.Source)
	if !ok {
		return
	}
	if e.Quote != "" && e.QuoteLang == "" && src.Language != v.language() {
		v.Add(diag.Errorf(e.At("quote"), "quote-lang", "the quotation has no language").WithHint("add quote_lang = %q", src.Language))
	}
	if e.Relation == "supports" && f.Kind != "forecast" && src.Issued.Raw() != "" && f.AsOf.Raw() != "" && f.AsOf.Min().After(src.Issued.Max()) {
		v.Add(diag.Errorf(f.At("as_of"), "as-of-after-source", "%q is as of %s, but its source %q is of %s", f.ID, f.AsOf.Raw(), src.ID, src.Issued.Raw()).
			WithHint(`a source cannot know the future; a forecast has kind = "forecast"`))
	}
}

// language is that of the records: German.
func (v *validator) language() string { return "de" }

// support asks for usable evidence, or for figures to compute this one from.
func (v *validator) support(f *Figure) {
	if len(f.DerivedFrom) > 0 {
		if f.Formula == "" {
			v.Add(diag.Errorf(f.At("derived_from"), "record-required", "%q is computed, but how is not said", f.ID).WithHint(`add formula = "a - b"`))
		}
		return
	}
	if len(v.Set.support(f)) > 0 {
		return
	}
	finding := diag.Errorf(f.Pos, "figure-unsupported", "the figure %q has no usable evidence", f.ID)
	for _, e := range f.Evidence {
		src, ok := v.Source(e.Source)
		switch {
		case !ok:
		case !src.Seen:
			finding = finding.WithHint("the source %q was not seen", src.ID)
		case src.Grade == "D":
			finding = finding.WithHint("the source %q is of grade D, which is a pointer and no evidence", src.ID)
		}
	}
	if finding.Hint == "" {
		finding = finding.WithHint(`add [[figure.evidence]] with source, origin, value, relation = "supports" and basis`)
	}
	v.Add(finding)
}

func (v *validator) lowered(f *Figure) {
	if l := f.Lowered; l != nil {
		switch {
		case l.Reason == "":
			v.Add(diag.Errorf(f.At("lowered"), "status-reason", "the status of %q is lowered without a reason", f.ID))
		case l.Status == "" || !worse(l.Status, v.derive(f, nil)):
			v.Add(diag.Errorf(f.At("lowered"), "status-raised", "%q is %s by its evidence; a person may only lower that", f.ID, v.derive(f, nil)))
		}
	}
	if f.Refuted != nil && f.Refuted.Reason == "" {
		v.Add(diag.Errorf(f.At("refuted"), "status-reason", "%q is refuted without a reason", f.ID))
	}
}

func (v *validator) event(e *Event) {
	v.require(&e.Base, "title", e.Title, "date", e.Date.Raw())
	refer(v, &e.Base, "place", "place", e.Place, v.labelled["place"])
	refer(v, &e.Base, "theme", "theme", e.Theme, v.labelled["theme"])
	for _, id := range e.Actors {
		refer(v, &e.Base, "actors", "actor", id, v.labelled["actor"])
	}
	for _, id := range e.Figures {
		refer(v, &e.Base, "figures", "figure", id, v.figures)
	}
	seen := false
	for _, id := range e.Sources {
		refer(v, &e.Base, "sources", "source", id, v.sources)
		src, ok := v.Source(id)
		seen = seen || ok && src.Seen && src.Grade != "D"
	}
	if !seen && (len(e.Sources) == 0 || v.allKnown(e.Sources)) {
		v.Add(diag.Errorf(e.Pos, "event-unsupported", "the event %q has no usable source", e.ID).WithHint("name one in sources that was seen and is better than grade D"))
	}
}

func (v *validator) allKnown(ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { _, ok := v.Source(id); return !ok })
}

func (v *validator) claim(c *Claim) {
	v.require(&c.Base, "text", c.Text, "who", c.Who, "verdict", c.Verdict, "assessment", c.Assessment)
	refer(v, &c.Base, "who", "actor", c.Who, v.labelled["actor"])
	refer(v, &c.Base, "source", "source", c.Source, v.sources)
	for _, id := range c.Evidence {
		refer(v, &c.Base, "evidence", "source", id, v.sources)
	}
	open := c.Verdict == "unsupported" || c.Verdict == "forecast"
	switch {
	case len(c.Evidence) == 0 && !open:
		v.Add(diag.Errorf(c.Pos, "claim-unsupported", "the verdict on %q rests on nothing", c.ID).WithHint(`add evidence = ["source-id"]`))
	case len(c.Evidence) == 0 && c.Searched == "":
		v.Add(diag.Errorf(c.Pos, "claim-unsupported", "it is not said what was searched for %q", c.ID).WithHint(`add searched = "…"`))
	}
}

// loops finds records that go back to themselves.
func (v *validator) loops() {
	for _, f := range v.Figures {
		if circular(f.ID, func(id string) []string {
			if g, ok := v.Set.Figure(id); ok {
				return g.DerivedFrom
			}
			return nil
		}) {
			v.Add(diag.Errorf(f.At("derived_from"), "derivation-loop", "the figure %q is computed from itself", f.ID))
		}
		if circular(f.ID, func(id string) []string {
			if g, ok := v.Set.Figure(id); ok && g.SupersededBy != "" {
				return []string{g.SupersededBy}
			}
			return nil
		}) {
			v.Add(diag.Errorf(f.At("superseded_by"), "supersession-loop", "the figure %q supersedes itself", f.ID))
		}
	}
	for _, s := range v.Sources {
		if len(s.DerivesFrom) > 0 && v.derives(s, s) {
			v.Add(diag.Errorf(s.At("derives_from"), "derivation-loop", "the source %q derives from itself", s.ID))
		}
	}
}

// circular reports whether following next from start leads back to it.
func circular(start string, next func(string) []string) bool {
	seen := map[string]bool{}
	queue := next(start)
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		if id == start {
			return true
		}
		if !seen[id] {
			seen[id] = true
			queue = append(queue, next(id)...)
		}
	}
	return false
}

func shown(value, low, high string) string {
	if value != "" {
		return value
	}
	return low + " to " + high
}
