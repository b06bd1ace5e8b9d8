package prose

import (
	"slices"
	"strings"

	"dossier/tools/internal/quantity"
)

// What one text may have alone. A faithful translation names a thing again that the
// source calls "it", leaves out a date that a link's event has, says "the following
// spring", and takes "first" for "erst". Only what both texts have alone, of one
// kind, is a difference.

// drop leaves out what one text may have alone. What both have alone, they have
// otherwise, so both sides are looked at before anything goes.
func (m *matcher) drop() {
	a, b := surplus(m.a, m.b), surplus(m.b, m.a)
	settle(m.a, a)
	settle(m.b, b)
	m.ordinals()
}

// surplus tells which findings of a text the other need not have.
func surplus(side, other []item) []bool {
	out := make([]bool, len(side))
	for i := range side {
		s := &side[i]
		alike := func(o item) bool { return comparable(s.Quantity, o.Quantity) }
		again := func(o item) bool { return alike(o) && repeated(other, &o) }
		switch {
		case s.matched:
		case repeated(side, s):
			out[i] = !left(other, again)
		case s.Kind == quantity.Date && (s.optional || s.Relative):
			out[i] = !left(other, func(o item) bool { return o.Kind == quantity.Date && (s.optional || o.Relative) })
		case s.Kind == quantity.Vague:
			out[i] = !left(other, alike)
		default:
			out[i] = s.optional || yearless(s.Quantity)
		}
	}
	return out
}

func settle(side []item, out []bool) {
	for i := range side {
		side[i].matched = side[i].matched || out[i]
	}
}

// yearless reports whether a date is a season or a half without its year, which the
// other language may have in "the following spring".
func yearless(q quantity.Quantity) bool {
	return q.Kind == quantity.Date && (q.EDTF == "" || strings.HasPrefix(q.EDTF, "XXXX-2") && len(q.EDTF) == len("XXXX-21"))
}

// repeated reports whether a matched finding of the same text says the same.
func repeated(side []item, q *item) bool {
	for i := range side {
		if s := &side[i]; s.matched && s.may(q) && comparable(s.Quantity, q.Quantity) && beside(s.Quantity, q.Quantity) == Agrees {
			return true
		}
	}
	return false
}

// left reports whether a text has such a finding that is not matched yet.
func left(side []item, such func(item) bool) bool {
	return slices.ContainsFunc(side, func(s item) bool { return !s.matched && such(s) })
}

// ordinals leaves out those that only one text has, and all first ones: "zum
// ersten Mal" is "for once", "erst" is "first".
func (m *matcher) ordinals() {
	count := func(side []item) (n int) {
		for _, s := range side {
			if !s.matched && s.Kind == quantity.Ordinal && s.Value.String() != "1" {
				n++
			}
		}
		return n
	}
	keep := count(m.a) == count(m.b)
	for _, side := range [][]item{m.a, m.b} {
		for i := range side {
			s := &side[i]
			s.matched = s.matched || s.Kind == quantity.Ordinal && (!keep || s.Value.String() == "1")
		}
	}
}
