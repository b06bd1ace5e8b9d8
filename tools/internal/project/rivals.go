package project

import (
	"slices"
	"strings"

	"dossier/tools/internal/catalog"
)

// An author renames a page while a translator works on its catalog, on a branch of
// their own; git then keeps both catalogs, and a unit has two translations.

// rival is a translation of a unit that has one in another catalog.
type rival struct {
	lang, key string
	entry     *catalog.Entry
}

// settleRivals chooses the translation of today's German, if one of the two is. The
// text of the other becomes a comment, if it is another.
func (p *Project) settleRivals() {
	for _, r := range p.rivals {
		m, _, living := p.message(r.key)
		if !living {
			continue // it stays obsolete where it is
		}
		best, other := p.entries[r.lang][r.key], r.entry
		if catalog.StateOf(best, m.Text) == catalog.Outdated && catalog.StateOf(other, m.Text) == catalog.Current {
			best, other = other, best
		}
		comments := best.Comments()
		for _, c := range other.Comments() {
			if !slices.Contains(comments, c) {
				comments = append(comments, c)
			}
		}
		if other.Other != best.Other {
			comments = append(comments, "in another catalog: "+strings.ReplaceAll(other.Other, "\n", " "))
		}
		if len(comments) > len(best.Comments()) {
			best = best.Commented(comments)
		}
		p.put(r.lang, r.key, best)
	}
}
