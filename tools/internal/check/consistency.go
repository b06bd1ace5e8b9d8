package check

import (
	"dossier/tools/internal/diag"
)

// sameSource remembers how each source text was translated first.
type sameSource map[string]*pair

// A text of fewer words may mean different things in different places.
const consistentWords = 3

// check finds a source that stands in two places and is translated in two ways.
func (s sameSource) check(p *pair) diag.List {
	if len(p.fromWords) < consistentWords {
		return nil
	}
	first, ok := s[p.source]
	if !ok {
		s[p.source] = p
		return nil
	}
	if first.entry.Other == p.entry.Other {
		return nil
	}
	return diag.List{p.warn(0, "translation-inconsistent", "the same source is translated differently in %s: %s", first.key, excerpt(first.entry.Other)).
		WithHint("use one of the two, if the places do not ask for both")}
}
