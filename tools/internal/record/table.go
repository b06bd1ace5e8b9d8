package record

import (
	"slices"

	"dossier/tools/internal/edtf"
)

// A table says which keys a kind of record may hold, and of each key what it
// means: its form, whether it must be there, whether it is translated, which
// kind of record it names. The reader, the rules and the catalogs' texts walk
// these tables; none of them knows a key by itself.

// table describes one kind of TOML table.
type table struct {
	name  string            // as a person writes it: "figure.evidence"
	keys  []key             // in the order of the documentation
	slips map[string]string // keys that people try, and what to do instead
	each  *key              // of a table whose keys are free: what any of them means
}

// key describes one key of a table. Exactly one of the accessors is set.
type key struct {
	name       string
	required   bool
	translated bool
	kind       string   // the value is the id of a record of this kind
	words      []string // the value is one of these
	check      func(string) string

	text    func(located) *string
	decimal func(located) *string
	word    func(located, string)
	date    func(located) *edtf.Date
	flag    func(located) *bool
	weight  func(located) *int
	list    func(located, string, []string)
	items   func(located) []string // what list has set

	nested *table
	many   bool // [[nested]] rather than [nested]
	open   func(located) located
	all    func(located, func(located))
}

func (t *table) key(name string) *key {
	for i := range t.keys {
		if t.keys[i].name == name {
			return &t.keys[i]
		}
	}
	return t.each
}

func (t *table) names() []string {
	names := make([]string, len(t.keys))
	for i := range t.keys {
		names[i] = t.keys[i].name
	}
	return names
}

// The forms of keys. T is the struct that the table fills.

func text[T any](name string, field func(*T) *string) key {
	return key{name: name, text: func(r located) *string { return field(any(r).(*T)) }}
}

func decimal[T any](name string, field func(*T) *string) key {
	return key{name: name, decimal: func(r located) *string { return field(any(r).(*T)) }}
}

func date[T any](name string, field func(*T) *edtf.Date) key {
	return key{name: name, date: func(r located) *edtf.Date { return field(any(r).(*T)) }}
}

func boolean[T any](name string, field func(*T) *bool) key {
	return key{name: name, flag: func(r located) *bool { return field(any(r).(*T)) }}
}

func list[T any](name string, field func(*T) *[]string) key {
	return key{
		name:  name,
		list:  func(r located, _ string, v []string) { *field(any(r).(*T)) = v },
		items: func(r located) []string { return *field(any(r).(*T)) },
	}
}

func word[T any, W ~string](name string, words []W, field func(*T) *W) key {
	k := key{name: name, word: func(r located, w string) { *field(any(r).(*T)) = W(w) }}
	for _, w := range words {
		k.words = append(k.words, string(w))
	}
	return k
}

// one is a table inside a record: [figure.lowered], or lowered = { … }.
func one[T, U any, P interface {
	*U
	located
}](name string, t *table, field func(*T) **U) key {
	return key{
		name: name, nested: t,
		open: func(r located) located {
			p := field(any(r).(*T))
			if *p == nil {
				*p = new(U)
			}
			return P(*p)
		},
		all: func(r located, yield func(located)) {
			if p := *field(any(r).(*T)); p != nil {
				yield(P(p))
			}
		},
	}
}

// many is a list of tables inside a record: [[figure.evidence]].
func many[T, U any, P interface {
	*U
	located
}](name string, t *table, field func(*T) *[]U) key {
	return key{
		name: name, nested: t, many: true,
		open: func(r located) located {
			p := field(any(r).(*T))
			*p = append(*p, *new(U))
			return P(&(*p)[len(*p)-1])
		},
		all: func(r located, yield func(located)) {
			p := *field(any(r).(*T))
			for i := range p {
				yield(P(&p[i]))
			}
		},
	}
}

// What else is true of a key.

func (k key) needed() key     { k.required = true; return k }
func (k key) inCatalogs() key { k.translated = true; return k }

// refers says that the value is the id of a record.
func (k key) refers(kind string) key { k.kind = kind; return k }

// is adds a rule for the value: what is wrong with it, or "".
func (k key) is(check func(string) string) key { k.check = check; return k }

// oneOf returns the rule that a text is one of many words.
func (k key) oneOf(words []string) key {
	k.words = slices.Clone(words)
	slices.Sort(k.words)
	return k
}
