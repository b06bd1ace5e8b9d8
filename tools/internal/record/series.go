package record

import (
	"slices"

	"dossier/tools/internal/edtf"
)

// Series is one measure of one scope over time: two figures or more, by as-of
// date. Figures that are refuted or superseded are not part of it.
type Series struct {
	Measure, Scope string
	Figures        []*Figure
}

// line names a series.
type line struct{ measure, scope string }

func (f *Figure) line() line { return line{f.Measure, f.Scope} }

// order sorts the figures into series. A status is not needed for it: what is
// refuted or superseded is written.
func (s *Set) order() {
	s.series = map[line]*Series{}
	for _, f := range s.Figures {
		if f.Measure == "" || f.Refuted != nil || f.SupersededBy != "" || f.AsOf.Raw() == "" {
			continue
		}
		x := s.series[f.line()]
		if x == nil {
			x = &Series{Measure: f.Measure, Scope: f.Scope}
			s.series[f.line()] = x
		}
		x.Figures = append(x.Figures, f)
	}
	for _, x := range s.series {
		slices.SortStableFunc(x.Figures, func(a, b *Figure) int { return edtf.Compare(a.AsOf, b.AsOf) })
	}
}

// Series returns every series, in the order in which their measures and scopes
// first appear among the figures.
func (s *Set) Series() []Series {
	var all []Series
	seen := map[line]bool{}
	for _, f := range s.Figures {
		if x := s.series[f.line()]; x != nil && !seen[f.line()] && len(x.Figures) > 1 {
			all = append(all, Series{x.Measure, x.Scope, slices.Clone(x.Figures)})
		}
		seen[f.line()] = true
	}
	return all
}

// NewerSibling returns the newest figure of the same measure and scope, if it is
// as of a later time than f. An older figure is not superseded by it: both stay
// true of their day. A forecast is nobody's newer sibling but another forecast's.
func (s *Set) NewerSibling(f *Figure) (*Figure, bool) {
	x := s.series[f.line()]
	if x == nil || f.AsOf.Raw() == "" {
		return nil, false
	}
	for i := len(x.Figures) - 1; i >= 0; i-- {
		g := x.Figures[i]
		if g.Kind == "forecast" && f.Kind != "forecast" {
			continue
		}
		if g != f && g.AsOf.Min().After(f.AsOf.Max()) {
			return g, true
		}
		return nil, false
	}
	return nil, false
}
