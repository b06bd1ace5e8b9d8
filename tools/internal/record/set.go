package record

// Set holds every record of a dossier, each kind in the order of files (by name)
// and lines.
type Set struct {
	Figures  []*Figure
	Sources  []*Source
	Events   []*Event
	Actors   []*Labelled
	Places   []*Labelled
	Themes   []*Labelled
	Measures []*Labelled
	Scopes   []*Labelled
	Units    []*Labelled
	Claims   []*Claim
	Terms    []*Term
	Passages []*Passage

	ids    map[string]map[string]identified // kind, id
	series map[line]*Series
}

// index makes the records known by their ids. Of two with the same id it is the
// first.
func (s *Set) index() {
	s.ids = make(map[string]map[string]identified, len(rootTable.keys))
	s.each(func(kind *key, r identified) {
		m := s.ids[kind.name]
		if m == nil {
			m = map[string]identified{}
			s.ids[kind.name] = m
		}
		if _, taken := m[r.base().ID]; !taken && r.base().ID != "" {
			m[r.base().ID] = r
		}
	})
	s.order()
}

// each visits every record, kind by kind.
func (s *Set) each(visit func(kind *key, r identified)) {
	top := &root{set: s}
	for i := range rootTable.keys {
		k := &rootTable.keys[i]
		k.all(top, func(r located) { visit(k, r.(identified)) })
	}
}

func find[T any](s *Set, kind, id string) (*T, bool) {
	r, ok := s.ids[kind][id]
	if !ok {
		return nil, false
	}
	t, ok := any(r).(*T)
	return t, ok
}

// Figure returns the figure with the id.
func (s *Set) Figure(id string) (*Figure, bool) { return find[Figure](s, "figure", id) }

// Source returns the source with the id.
func (s *Set) Source(id string) (*Source, bool) { return find[Source](s, "source", id) }

// Event returns the event with the id.
func (s *Set) Event(id string) (*Event, bool) { return find[Event](s, "event", id) }

// Claim returns the claim with the id.
func (s *Set) Claim(id string) (*Claim, bool) { return find[Claim](s, "claim", id) }

// Term returns the glossary entry with the id.
func (s *Set) Term(id string) (*Term, bool) { return find[Term](s, "term", id) }

// Actor returns the actor with the id.
func (s *Set) Actor(id string) (*Labelled, bool) { return find[Labelled](s, "actor", id) }

// Place returns the place with the id.
func (s *Set) Place(id string) (*Labelled, bool) { return find[Labelled](s, "place", id) }

// Region returns the largest place that a place lies in: itself, if it lies in no
// other. Of places that lie in each other, which is an error, it is some one.
func (s *Set) Region(id string) (*Labelled, bool) {
	place, ok := s.Place(id)
	for range s.Places {
		larger, found := s.Place(place.within())
		if !found {
			break
		}
		place = larger
	}
	return place, ok
}

func (l *Labelled) within() string {
	if l == nil {
		return ""
	}
	return l.Within
}

// Theme returns the theme with the id.
func (s *Set) Theme(id string) (*Labelled, bool) { return find[Labelled](s, "theme", id) }

// Measure returns the measure with the id.
func (s *Set) Measure(id string) (*Labelled, bool) { return find[Labelled](s, "measure", id) }

// Scope returns the scope with the id.
func (s *Set) Scope(id string) (*Labelled, bool) { return find[Labelled](s, "scope", id) }

// Unit returns the counted noun with the id.
func (s *Set) Unit(id string) (*Labelled, bool) { return find[Labelled](s, "unit", id) }
