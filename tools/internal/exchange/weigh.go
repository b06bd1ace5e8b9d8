package exchange

import (
	"strings"

	"dossier/tools/internal/diag"
)

// weigh decides between what is here and what came back.
func (m *merger) weigh(h, u *Unit, t Taken) {
	untouched, known := unchanged(u.Base, u.Target)
	here, _ := unchanged(u.Base, h.Target) // what is here is what was exported
	switch {
	case tidy(h.Target) == u.Target:
		m.sameTarget(h, u, t)
	case h.Target == "", here:
		m.take(h, u, t)
	case known && untouched: // changed here alone
		m.keep(h, t)
	case known && h.By != "" && h.By == m.returned.Translator: // changed in two versions of a file
		m.Findings.Add(diag.Finding{Pos: u.Pos, Severity: diag.Note, Code: "import-again",
			Message: h.ID + " came home before, from the same translator: " + excerpt(h.Target)})
		m.take(h, u, t)
	case m.prefer:
		t.Replaces = h.Target
		m.take(h, u, t)
	case !known && h.State == Outdated && m.confirmed(u) && sameSource(u, h):
		m.take(h, u, t)
	default:
		m.keep(h, t)
		m.add(diag.Errorf(u.Pos, "import-conflict", "%s was translated here as well: %s", h.ID, excerpt(h.Target)),
			"the file has: %s; it was left alone: put the better one into the catalog, or import with --prefer-file", excerpt(u.Target))
	}
}

// sameTarget decides where only the state can differ.
func (m *merger) sameTarget(h, u *Unit, t Taken) {
	t.Text = h.Target
	current, confirmed := h.State != Outdated, m.confirmed(u)
	switch {
	case confirmed && sameSource(u, h) && (!current || t.Reviewed && h.State != Reviewed): // confirmed as it was
		m.take(h, u, t)
	case !confirmed && current && strings.HasPrefix(u.Base, string(Translated[:1])): // doubted
		m.take(h, u, t)
	default:
		m.keep(h, t)
	}
}

// keep leaves a translation as it is here, and takes new comments.
func (m *merger) keep(h *Unit, t Taken) {
	if len(t.Comments) == 0 {
		m.Same++
		return
	}
	m.Commented++
	m.Taken = append(m.Taken, Taken{ID: h.ID, Comments: t.Comments})
}

// take takes a translation and says so where it is not current then.
func (m *merger) take(h, u *Unit, t Taken) {
	late, draft := !sameSource(u, h), !m.confirmed(u)
	switch {
	case draft:
		m.Drafts++
		if !late {
			t.Source = ""
		} else if u.Previous != "" {
			t.Source = tidy(u.Previous)
		}
		m.add(diag.Warnf(u.Pos, "import-draft", "the translation of %s is marked as needing work: taken as outdated", h.ID),
			"confirm it in your program and import again, or delete its hash line in the catalog")
	case late:
		m.Late++
		m.add(diag.Warnf(u.Pos, "import-late", "%s was translated from an earlier text: taken as outdated", h.ID),
			"the text reads now: %s", excerpt(h.Source))
	default:
		m.Confirmed++
	}
	m.Taken = append(m.Taken, t)
}
