package record

import (
	"strings"

	"dossier/tools/internal/diag"
)

// loops finds records that go back to themselves.
func (v *rules) loops() {
	figures := make([]string, 0, len(v.Figures))
	for _, f := range v.Figures {
		figures = append(figures, f.ID)
	}
	for _, c := range circles(figures, func(id string) []string {
		if f, ok := v.Figure(id); ok {
			return f.DerivedFrom
		}
		return nil
	}) {
		f, _ := v.Figure(c[0])
		v.circle(f.At("derived_from"), "derivation-loop", "the figure %q is computed from itself", c)
	}
	for _, c := range circles(figures, func(id string) []string {
		if f, ok := v.Figure(id); ok && f.SupersededBy != "" {
			return []string{f.SupersededBy}
		}
		return nil
	}) {
		f, _ := v.Figure(c[0])
		v.circle(f.At("superseded_by"), "supersession-loop", "the figure %q is superseded by itself", c)
	}
	sources := make([]string, 0, len(v.Sources))
	for _, s := range v.Sources {
		sources = append(sources, s.ID)
	}
	for _, c := range circles(sources, func(id string) []string {
		if s, ok := v.Source(id); ok {
			return s.DerivesFrom
		}
		return nil
	}) {
		s, _ := v.Source(c[0])
		v.circle(s.At("derives_from"), "derivation-loop", "the source %q derives from itself", c)
	}
	v.placeLoops()
}

func (v *rules) placeLoops() {
	places := make([]string, 0, len(v.Places))
	for _, p := range v.Places {
		places = append(places, p.ID)
	}
	for _, c := range circles(places, func(id string) []string {
		if p, ok := v.Place(id); ok && p.Within != "" {
			return []string{p.Within}
		}
		return nil
	}) {
		p, _ := v.Place(c[0])
		v.circle(p.At("within"), "place-loop", "the place %q lies within itself", c)
	}
}

func (v *rules) circle(pos diag.Pos, code, format string, ids []string) {
	const shown = 6
	way := ids
	if len(way) > shown {
		way = append(append([]string{}, way[:shown-1]...), "…")
	}
	v.Add(diag.Errorf(pos, code, format, ids[0]).WithHint("%s → %s", strings.Join(way, " → "), ids[0]))
}

// circles returns the circles in a graph, each once, from the node where a walk
// in the order of ids first enters it: one depth-first walk, in linear time.
func circles(ids []string, next func(string) []string) [][]string {
	var found [][]string
	depth := map[string]int{} // on the path: its place there, from 1; done: -1
	var path []string
	var walk func(id string)
	walk = func(id string) {
		switch d := depth[id]; {
		case d > 0:
			found = append(found, append([]string{}, path[d-1:]...))
			return
		case d < 0:
			return
		}
		path = append(path, id)
		depth[id] = len(path)
		for _, to := range next(id) {
			walk(to)
		}
		path = path[:len(path)-1]
		depth[id] = -1
	}
	for _, id := range ids {
		if len(next(id)) > 0 {
			walk(id)
		}
	}
	return found
}
