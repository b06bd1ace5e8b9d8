package record

import (
	"maps"
	"slices"

	"dossier/tools/internal/diag"
)

// Load reads the records in files, by name, and holds them against each other.
// Names are slash-separated and relative to the project; findings carry them.
// The set is never nil: it has what could be read, so that a preview can go on
// with findings. It must not be changed, and may be used concurrently.
func Load(files map[string][]byte) (*Set, diag.List) {
	set := &Set{}
	var findings diag.List
	whole := true
	names := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		r := newReader(set, name, files[name], names)
		whole = r.read() && whole
		findings.Add(r.findings...)
	}
	set.defaults()
	set.index()
	findings.Add(set.validate(whole)...)
	return set, findings
}

// defaults fills in what a record need not say.
func (s *Set) defaults() {
	for _, f := range s.Figures {
		if f.Comparator == "" {
			f.Comparator = Exact
		}
		if f.Kind == "" {
			f.Kind = Kinds[0]
		}
	}
	for _, e := range s.Events {
		if e.Weight == 0 {
			e.Weight = 1
		}
	}
}
