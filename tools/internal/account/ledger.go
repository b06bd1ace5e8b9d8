package account

import (
	"slices"
	"strings"

	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
	"dossier/tools/internal/prose"
	"dossier/tools/internal/quantity"
)

// ledger accounts for one page.
type ledger struct {
	*Account
	project *project.Project
	page    *project.Page
	texts   []prose.Text
	bound   map[string]prose.Told // what the page's links to figures lead to
}

// links collects the figures that the page binds.
func (l *ledger) links() {
	for _, u := range l.page.Units {
		for _, r := range u.Refs {
			if r.Scheme != "fig" {
				continue
			}
			if told, ok := l.project.Told(r.ID); ok {
				l.bound[r.ID] = told
			}
		}
	}
}

// numbers accounts for the numbers of the page, unit by unit, those that a record
// writes out among them.
func (l *ledger) numbers() {
	for i := range l.texts {
		t, from := &l.texts[i], len(l.Figures)
		for _, q := range t.Figures {
			l.number(i, t, q)
		}
		for _, r := range t.Refs {
			if w := t.Words(r); r.Scheme == "fig" && w.Start == w.End {
				l.Figures = append(l.Figures, Figure{Page: l.page, Unit: i, State: Bound, Record: r.ID, Found: quantity.Quantity{Start: w.Start, End: w.Start}})
			}
		}
		slices.SortStableFunc(l.Figures[from:], func(a, b Figure) int { return a.Found.Start - b.Found.Start })
	}
}

func (l *ledger) number(i int, t *prose.Text, q quantity.Quantity) {
	if q.Kind == quantity.Date || q.Kind == quantity.Ordinal {
		l.Dates++
	}
	ids := boundTo(t, q)
	switch {
	case len(ids) == 0 && (!prose.IsFigure(q) || t.Trivial(q)):
		return
	case len(ids) > 0 && q.Kind == quantity.Vague:
		return // a mention
	case len(ids) == 0:
		l.add(i, t, q, l.state(i, t, q), "")
	}
	for _, id := range ids {
		l.add(i, t, q, Bound, id)
	}
}

func (l *ledger) add(i int, t *prose.Text, q quantity.Quantity, state State, id string) {
	l.Figures = append(l.Figures, Figure{Page: l.page, Unit: i, State: state, Record: id, Words: t.Of(q), Found: q})
}

// boundTo returns the figures whose links hold some of a number's words. A date in
// one is a number only if the link has no other.
func boundTo(t *prose.Text, q quantity.Quantity) []string {
	var ids []string
	for _, r := range t.Refs {
		if w := t.Words(r); r.Scheme == "fig" && w.Start < q.End && w.End > q.Start {
			if prose.IsFigure(q) || q.Kind == quantity.Vague || t.Told(r, q) {
				ids = append(ids, r.ID)
			}
		}
	}
	return ids
}

// state tells how a number without a link is accounted for.
func (l *ledger) state(i int, t *prose.Text, q quantity.Quantity) State {
	u := l.page.Units[i]
	switch {
	case l.listed(u.ID, t, q):
		return Listed
	case quoted(u, t, q):
		return Quoted
	case repeats[u.Kind] && l.repeats(q):
		return Repeated
	}
	return Unbound
}

// listed reports whether an exemption names the number, and spends it.
func (l *ledger) listed(unit string, t *prose.Text, q quantity.Quantity) bool {
	for _, e := range l.Listings[unit] {
		if at := strings.Index(t.Text, e.Text); e.Text != "" && at >= 0 && at < q.End && at+len(e.Text) > q.Start {
			l.Spent[e] = true
			return true
		}
	}
	return false
}

// quoted reports whether a number stands in a quotation whose source the unit
// cites.
func quoted(u project.Unit, t *prose.Text, q quantity.Quantity) bool {
	if !slices.ContainsFunc(t.Refs, func(r markdown.Ref) bool { return r.Scheme == "src" }) {
		return false
	}
	if slices.Contains(strings.Split(u.Path, "/"), "quote") {
		return true
	}
	return slices.ContainsFunc(t.Quoted(), func(s markdown.Span) bool { return s.Start < q.Start && q.End < s.End })
}

// repeats reports whether a number says what a figure bound on the page says. A
// title may leave out that it is more.
func (l *ledger) repeats(q quantity.Quantity) bool {
	for _, told := range l.bound {
		if f := prose.Says(q, told); f == prose.Agrees || f == prose.LostApprox {
			return true
		}
	}
	return false
}
