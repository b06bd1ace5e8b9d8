package record

import (
	"dossier/tools/internal/diag"
	"dossier/tools/internal/edtf"
)

// recordKinds are the tables that a file of records may hold.
var recordKinds = []string{"figure", "source", "event", "actor", "place", "theme", "measure", "scope", "unit", "claim", "term"}

// add begins a record of a kind, or returns nil if there is no such kind.
func (s *Set) add(kind string, b Base) target {
	switch kind {
	case "figure":
		f := &Figure{Base: b, Comparator: Exact, Kind: "actual"}
		s.Figures = append(s.Figures, f)
		return f
	case "source":
		x := &Source{Base: b}
		s.Sources = append(s.Sources, x)
		return x
	case "event":
		e := &Event{Base: b, Weight: 1}
		s.Events = append(s.Events, e)
		return e
	case "claim":
		c := &Claim{Base: b}
		s.Claims = append(s.Claims, c)
		return c
	case "term":
		t := &Term{Base: b}
		s.Terms = append(s.Terms, t)
		return t
	}
	if list, ok := s.kinds()[kind]; ok {
		l := &Labelled{Base: b}
		*list = append(*list, l)
		return l
	}
	return nil
}

// common sets what every record has.
func (b *Base) common(r *reader, key string, v value) bool {
	switch key {
	case "id":
		return r.text(v, &b.ID)
	case "fact":
		return r.text(v, &b.Fact)
	}
	return false
}

func (f *Figure) keys() []string {
	return []string{
		"id", "fact", "label", "value", "min", "max", "unit", "currency", "per", "comparator", "kind", "as_of", "date_part",
		"measure", "scope", "note", "derived_from", "formula", "superseded_by", "refuted", "lowered",
	}
}

func (f *Figure) set(r *reader, key string, v value) bool {
	switch key {
	case "label":
		return r.text(v, &f.Label)
	case "value":
		return r.decimal(v, &f.Value)
	case "min":
		return r.decimal(v, &f.Min)
	case "max":
		return r.decimal(v, &f.Max)
	case "unit":
		return r.text(v, &f.Unit)
	case "currency":
		return r.text(v, &f.Currency)
	case "per":
		return r.texts(v, &f.Per)
	case "comparator":
		return word(r, v, &f.Comparator, Comparators)
	case "kind":
		return word(r, v, &f.Kind, Kinds)
	case "as_of":
		return r.date(v, &f.AsOf)
	case "date_part":
		return part(r, v, &f.DatePart)
	case "measure":
		return r.text(v, &f.Measure)
	case "scope":
		return r.text(v, &f.Scope)
	case "note":
		return r.text(v, &f.Note)
	case "derived_from":
		return r.texts(v, &f.DerivedFrom)
	case "formula":
		return r.text(v, &f.Formula)
	case "superseded_by":
		return r.text(v, &f.SupersededBy)
	case "status":
		r.findings.Add(diag.Errorf(f.At(key), "record-key", "a status is derived from the evidence, not written").
			WithHint(`to lower it: lowered = { status = "disputed", reason = "…" }`))
		return true
	}
	return f.common(r, key, v)
}

func part(r *reader, v value, dst *edtf.Part) bool {
	var s string
	word(r, v, &s, Parts)
	*dst = edtf.Part(s)
	return true
}

// table opens refuted = { reason } and lowered = { status, reason }.
func (f *Figure) table(name string, pos diag.Pos) target {
	switch name {
	case "refuted":
		f.Refuted = &Reason{Status: Refuted}
		return &reason{Base{Pos: pos, at: map[string]diag.Pos{}}, f.Refuted}
	case "lowered":
		f.Lowered = &Reason{}
		return &reason{Base{Pos: pos, at: map[string]diag.Pos{}}, f.Lowered}
	}
	return nil
}

type reason struct {
	Base
	reason *Reason
}

func (x *reason) keys() []string { return []string{"status", "reason"} }

func (x *reason) set(r *reader, key string, v value) bool {
	switch key {
	case "status":
		return word(r, v, &x.reason.Status, Statuses)
	case "reason":
		return r.text(v, &x.reason.Reason)
	}
	return false
}

func (e *Evidence) keys() []string {
	return []string{"source", "origin", "value", "min", "max", "relation", "basis", "locator", "quote", "quote_lang"}
}

func (e *Evidence) set(r *reader, key string, v value) bool {
	switch key {
	case "source":
		return r.text(v, &e.Source)
	case "origin":
		return r.text(v, &e.Origin)
	case "value":
		return r.decimal(v, &e.Value)
	case "min":
		return r.decimal(v, &e.Min)
	case "max":
		return r.decimal(v, &e.Max)
	case "relation":
		return word(r, v, &e.Relation, Relations)
	case "basis":
		return word(r, v, &e.Basis, Bases)
	case "locator":
		return r.text(v, &e.Locator)
	case "quote":
		return r.text(v, &e.Quote)
	case "quote_lang":
		return r.text(v, &e.QuoteLang)
	}
	return false
}

func (s *Source) keys() []string {
	return []string{
		"id", "fact", "type", "title", "author", "publisher", "issued", "URL", "accessed", "language", "grade", "seen", "note",
		"archive", "url_status", "derives_from",
	}
}

func (s *Source) set(r *reader, key string, v value) bool {
	switch key {
	case "type":
		return r.text(v, &s.Type)
	case "title":
		return r.text(v, &s.Title)
	case "author":
		return r.texts(v, &s.Author)
	case "publisher":
		return r.text(v, &s.Publisher)
	case "issued":
		return r.date(v, &s.Issued)
	case "URL":
		return r.text(v, &s.URL)
	case "accessed":
		return r.date(v, &s.Accessed)
	case "language":
		return r.text(v, &s.Language)
	case "grade":
		return word(r, v, &s.Grade, Grades)
	case "seen":
		return r.boolean(v, &s.Seen)
	case "note":
		return r.text(v, &s.Note)
	case "url_status":
		return word(r, v, &s.URLStatus, URLStates)
	case "derives_from":
		return r.texts(v, &s.DerivesFrom)
	}
	return s.common(r, key, v)
}

func (s *Source) table(name string, pos diag.Pos) target {
	if name != "archive" {
		return nil
	}
	s.Archive = &Archive{}
	return &archive{Base{Pos: pos, at: map[string]diag.Pos{}}, s.Archive}
}

type archive struct {
	Base
	archive *Archive
}

func (a *archive) keys() []string { return []string{"url", "date", "sha256"} }

func (a *archive) set(r *reader, key string, v value) bool {
	switch key {
	case "url":
		return r.text(v, &a.archive.URL)
	case "date":
		return r.date(v, &a.archive.Date)
	case "sha256":
		return r.text(v, &a.archive.SHA256)
	}
	return false
}

func (e *Event) keys() []string {
	return []string{
		"id", "fact", "date", "date_part", "title", "text", "actors", "place", "theme", "weight", "later", "sources", "figures",
	}
}

func (e *Event) set(r *reader, key string, v value) bool {
	switch key {
	case "date":
		return r.date(v, &e.Date)
	case "date_part":
		return part(r, v, &e.DatePart)
	case "title":
		return r.text(v, &e.Title)
	case "text":
		return r.text(v, &e.Text)
	case "actors":
		return r.texts(v, &e.Actors)
	case "place":
		return r.text(v, &e.Place)
	case "theme":
		return r.text(v, &e.Theme)
	case "weight":
		return r.weight(v, &e.Weight)
	case "later":
		return r.boolean(v, &e.Later)
	case "sources":
		return r.texts(v, &e.Sources)
	case "figures":
		return r.texts(v, &e.Figures)
	}
	return e.common(r, key, v)
}

// weight reads a number from 1 to 3.
func (r *reader) weight(v value, dst *int) bool {
	s := string(v.node.Data)
	if len(s) != 1 || s < "1" || s > "3" {
		r.wrongType(v, "1, 2 or 3 (a turning point)")
		return true
	}
	*dst = int(s[0] - '0')
	return true
}

func (l *Labelled) keys() []string {
	return []string{"id", "fact", "label", "one", "description", "unit"}
}

func (l *Labelled) set(r *reader, key string, v value) bool {
	switch key {
	case "label":
		return r.text(v, &l.Label)
	case "one":
		return r.text(v, &l.One)
	case "description":
		return r.text(v, &l.Description)
	case "unit":
		return r.text(v, &l.Unit)
	}
	return l.common(r, key, v)
}

func (c *Claim) keys() []string {
	return []string{"id", "fact", "text", "who", "source", "locator", "verdict", "assessment", "evidence", "searched"}
}

func (c *Claim) set(r *reader, key string, v value) bool {
	switch key {
	case "text":
		return r.text(v, &c.Text)
	case "who":
		return r.text(v, &c.Who)
	case "source":
		return r.text(v, &c.Source)
	case "locator":
		return r.text(v, &c.Locator)
	case "verdict":
		return word(r, v, &c.Verdict, Verdicts)
	case "assessment":
		return r.text(v, &c.Assessment)
	case "evidence":
		return r.texts(v, &c.Evidence)
	case "searched":
		return r.text(v, &c.Searched)
	}
	return c.common(r, key, v)
}

func (t *Term) keys() []string { return []string{"id", "fact", "term", "definition", "forbidden"} }

func (t *Term) set(r *reader, key string, v value) bool {
	switch key {
	case "term":
		return r.text(v, &t.Term)
	case "definition":
		return r.text(v, &t.Definition)
	}
	return t.common(r, key, v)
}

// table opens forbidden = { en = ["…"] }.
func (t *Term) table(name string, pos diag.Pos) target {
	if name != "forbidden" {
		return nil
	}
	t.Forbidden = map[string][]string{}
	return &forbidden{Base{Pos: pos, at: map[string]diag.Pos{}}, t.Forbidden}
}

type forbidden struct {
	Base
	words map[string][]string
}

func (f *forbidden) keys() []string { return []string{"de", "en"} }

func (f *forbidden) set(r *reader, lang string, v value) bool {
	var words []string
	r.texts(v, &words)
	f.words[lang] = words
	return true
}

// change is an entry of a history being read.
type change struct {
	Base
	change *Change
}

func (c *change) keys() []string { return []string{"date", "field", "old", "new", "why"} }

func (c *change) set(r *reader, key string, v value) bool {
	switch key {
	case "date":
		return r.date(v, &c.change.Date)
	case "field":
		return r.text(v, &c.change.Field)
	case "old":
		return r.text(v, &c.change.Old)
	case "new":
		return r.text(v, &c.change.New)
	case "why":
		return r.text(v, &c.change.Why)
	}
	return false
}
