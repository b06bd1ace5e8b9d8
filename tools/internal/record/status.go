package record

import (
	"slices"
	"strings"
)

// Status returns what the evidence for a figure amounts to. Refuted and
// superseded figures say so themselves; a computed figure is as strong as the
// weakest of the figures that it is computed from; any other is disputed,
// unverifiable, corroborated or stated by its evidence, in that precedence. A
// person may have lowered the result.
func (s *Set) Status(f *Figure) Status { return f.status }

// weaker reports whether a comes after b in Statuses.
func weaker(a, b Status) bool { return slices.Index(Statuses, a) > slices.Index(Statuses, b) }

// judge derives the status of every figure, each once. Figures computed from
// each other in a circle are stated; that they are is a finding of its own.
func (s *Set) judge(w weights) {
	var derive func(f *Figure) Status
	derive = func(f *Figure) Status {
		if f.status != "" {
			return f.status
		}
		f.status = Stated // seen from within a circle
		status := s.derive(f, w[f], derive)
		if f.Lowered != nil && weaker(f.Lowered.Status, status) {
			status = f.Lowered.Status
		}
		f.status = status
		return status
	}
	for _, f := range s.Figures {
		derive(f)
	}
}

func (s *Set) derive(f *Figure, w weight, of func(*Figure) Status) Status {
	switch {
	case f.Refuted != nil:
		return Refuted
	case f.SupersededBy != "":
		return Superseded
	case len(w.against) > 0:
		return Disputed
	case f.Computed():
		return s.weakest(f.DerivedFrom, of)
	case s.lost(w.support):
		return Unverifiable
	case s.independent(w.support):
		return Corroborated
	}
	return Stated
}

func (s *Set) weakest(ids []string, of func(*Figure) Status) Status {
	status := Corroborated
	for _, id := range ids {
		if input, ok := s.Figure(id); ok && weaker(of(input), status) {
			status = input.status
		}
	}
	return status
}

// weight is the usable evidence for and against a figure.
type weight struct {
	support, against []scale
}

// scale is a piece of evidence with what it says and who says it.
type scale struct {
	*Evidence
	amount
	source *Source
}

type weights map[*Figure]weight

// weigh sorts the usable evidence of every figure. What mentions the figure is on
// neither side. Evidence that claims support but gives another value is against.
func (s *Set) weigh() weights {
	w := make(weights, len(s.Figures))
	for _, f := range s.Figures {
		w[f] = s.weighOne(f)
	}
	return w
}

func (s *Set) weighOne(f *Figure) weight {
	var w weight
	want, known := newAmount(f.Value, f.Min, f.Max)
	for i := range f.Evidence {
		e := &f.Evidence[i]
		got, given := newAmount(e.Value, e.Min, e.Max)
		e.differs = known && given && !want.agrees(got)
		src, ok := s.Source(e.Source)
		switch {
		case !ok || !src.Usable():
		case e.Relation == "disputes", e.Relation == "supports" && e.differs:
			w.against = append(w.against, scale{e, got, src})
		case e.Relation == "supports" && known && given:
			w.support = append(w.support, scale{e, got, src})
		}
	}
	return w
}

// lost reports whether every supporting source is.
func (s *Set) lost(support []scale) bool {
	return len(support) > 0 && !slices.ContainsFunc(support, func(p scale) bool { return !p.source.Lost() })
}

// independent reports whether two pieces of evidence are independent and agree.
func (s *Set) independent(support []scale) bool {
	for i, a := range support {
		for _, b := range support[i+1:] {
			if a.Origin != b.Origin && a.Origin != "" && b.Origin != "" && apart(a.source, b.source) && a.agrees(b.amount) && !s.related(a.source, b.source) {
				return true
			}
		}
	}
	return false
}

// apart reports whether two sources have different publishers. One that does not
// name its publisher cannot show that.
func apart(a, b *Source) bool {
	x, y := strings.TrimSpace(a.Publisher), strings.TrimSpace(b.Publisher)
	return x != "" && y != "" && !strings.EqualFold(x, y)
}

// related reports whether two sources go back to a common one, which may be one
// of the two.
func (s *Set) related(a, b *Source) bool {
	if len(a.DerivesFrom) == 0 && len(b.DerivesFrom) == 0 {
		return a.ID == b.ID
	}
	of := s.lineage(a)
	for id := range s.lineage(b) {
		if of[id] {
			return true
		}
	}
	return false
}

// farthest bounds how many sources a lineage follows. Real ones have a handful.
const farthest = 1000

// lineage returns the source and all that it goes back to.
func (s *Set) lineage(a *Source) map[string]bool {
	seen := map[string]bool{a.ID: true}
	for queue := []*Source{a}; len(queue) > 0 && len(seen) < farthest; queue = queue[1:] {
		for _, id := range queue[0].DerivesFrom {
			if from, ok := s.Source(id); !seen[id] && ok {
				queue = append(queue, from)
			}
			seen[id] = true
		}
	}
	return seen
}
