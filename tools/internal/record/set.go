package record

// Set holds every record of a dossier, in the order of files and lines.
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

	figures  map[string]*Figure
	sources  map[string]*Source
	events   map[string]*Event
	labelled map[string]map[string]*Labelled // kind, id
	series   map[[2]string][]*Figure         // measure and scope
}

func (s *Set) index() {
	s.figures, s.sources, s.events = map[string]*Figure{}, map[string]*Source{}, map[string]*Event{}
	s.series = map[[2]string][]*Figure{}
	for _, f := range s.Figures {
		s.figures[f.ID] = f
		if f.Measure != "" {
			key := [2]string{f.Measure, f.Scope}
			s.series[key] = append(s.series[key], f)
		}
	}
	for _, x := range s.Sources {
		s.sources[x.ID] = x
	}
	for _, e := range s.Events {
		s.events[e.ID] = e
	}
	s.labelled = map[string]map[string]*Labelled{}
	for kind, list := range s.kinds() {
		m := make(map[string]*Labelled, len(*list))
		for _, l := range *list {
			m[l.ID] = l
		}
		s.labelled[kind] = m
	}
}

// kinds are the records that are no more than a label.
func (s *Set) kinds() map[string]*[]*Labelled {
	return map[string]*[]*Labelled{
		"actor": &s.Actors, "place": &s.Places, "theme": &s.Themes, "measure": &s.Measures, "scope": &s.Scopes, "unit": &s.Units,
	}
}

// Figure returns the figure with the id.
func (s *Set) Figure(id string) (*Figure, bool) { f, ok := s.figures[id]; return f, ok }

// Source returns the source with the id.
func (s *Set) Source(id string) (*Source, bool) { x, ok := s.sources[id]; return x, ok }

// Event returns the event with the id.
func (s *Set) Event(id string) (*Event, bool) { e, ok := s.events[id]; return e, ok }

// Actor returns the actor with the id.
func (s *Set) Actor(id string) (*Labelled, bool) { return s.label("actor", id) }

// Place returns the place with the id.
func (s *Set) Place(id string) (*Labelled, bool) { return s.label("place", id) }

// Theme returns the theme with the id.
func (s *Set) Theme(id string) (*Labelled, bool) { return s.label("theme", id) }

// Measure returns the measure with the id.
func (s *Set) Measure(id string) (*Labelled, bool) { return s.label("measure", id) }

// Scope returns the scope with the id.
func (s *Set) Scope(id string) (*Labelled, bool) { return s.label("scope", id) }

// Unit returns the counted noun with the id.
func (s *Set) Unit(id string) (*Labelled, bool) { return s.label("unit", id) }

func (s *Set) label(kind, id string) (*Labelled, bool) { l, ok := s.labelled[kind][id]; return l, ok }
