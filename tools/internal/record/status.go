package record

import "slices"

// Status derives what the evidence for a figure amounts to.
//
// A computed figure has no evidence of its own: it is as good as the worst of
// the figures that it is computed from.
func (s *Set) Status(f *Figure) Status {
	derived := s.derive(f, nil)
	if f.Lowered != nil && worse(f.Lowered.Status, derived) {
		return f.Lowered.Status
	}
	return derived
}

// worse reports whether a is a lower status than b.
func worse(a, b Status) bool { return slices.Index(Statuses, a) > slices.Index(Statuses, b) }

func (s *Set) derive(f *Figure, path []string) Status {
	switch {
	case f.Refuted != nil:
		return Refuted
	case f.SupersededBy != "":
		return Superseded
	case len(f.Evidence) == 0 && len(f.DerivedFrom) > 0:
		return s.fromInputs(f, path)
	}
	support := s.support(f)
	switch {
	case s.contradicted(f):
		return Disputed
	case s.lost(support):
		return Unverifiable
	case s.independent(support):
		return Corroborated
	}
	return Stated
}

func (s *Set) fromInputs(f *Figure, path []string) Status {
	status := Corroborated
	for _, id := range f.DerivedFrom {
		input, ok := s.Figure(id)
		if !ok || slices.Contains(path, id) {
			continue
		}
		if st := s.derive(input, append(path, f.ID)); worse(st, status) {
			status = st
		}
	}
	return status
}

// support returns the usable evidence that gives the figure's value.
func (s *Set) support(f *Figure) []*Evidence {
	want, ok := newAmount(f.Value, f.Min, f.Max)
	var list []*Evidence
	for i := range f.Evidence {
		e := &f.Evidence[i]
		if e.Relation != "supports" || !s.usable(e) {
			continue
		}
		if got, given := newAmount(e.Value, e.Min, e.Max); !given || ok && want.agrees(got) {
			list = append(list, e)
		}
	}
	return list
}

// contradicted reports whether usable evidence gives another value or denies
// the figure.
func (s *Set) contradicted(f *Figure) bool {
	for i := range f.Evidence {
		if e := &f.Evidence[i]; e.Relation == "disputes" && s.usable(e) {
			return true
		}
	}
	return false
}

// lost reports whether every supporting source is gone without an archived copy.
func (s *Set) lost(support []*Evidence) bool {
	for _, e := range support {
		if src, ok := s.Source(e.Source); ok && (src.Archive != nil || src.URLStatus == "" || src.URLStatus == "live") {
			return false
		}
	}
	return len(support) > 0
}

// independent reports whether two pieces of evidence are.
func (s *Set) independent(support []*Evidence) bool {
	for i, a := range support {
		for _, b := range support[i+1:] {
			x, okX := s.Source(a.Source)
			y, okY := s.Source(b.Source)
			if okX && okY && a.Origin != b.Origin && x.Publisher != y.Publisher && !s.derives(x, y) && !s.derives(y, x) {
				return true
			}
		}
	}
	return false
}

// derives reports whether source x goes back to y.
func (s *Set) derives(x, y *Source) bool {
	seen := map[string]bool{}
	var walk func(id string) bool
	walk = func(id string) bool {
		if seen[id] {
			return false
		}
		seen[id] = true
		src, ok := s.Source(id)
		return ok && slices.ContainsFunc(src.DerivesFrom, func(from string) bool { return from == y.ID || walk(from) })
	}
	return walk(x.ID)
}

// NewerSibling returns the figure of the same measure and scope with the latest
// as-of, if that is later than f's. An older figure is not superseded by it.
func (s *Set) NewerSibling(f *Figure) (*Figure, bool) {
	if f.Measure == "" {
		return nil, false
	}
	newest := f
	for _, g := range s.series[[2]string{f.Measure, f.Scope}] {
		if g.Kind == f.Kind && g.SupersededBy == "" && g.AsOf.Min().After(newest.AsOf.Max()) {
			newest = g
		}
	}
	return newest, newest != f
}
