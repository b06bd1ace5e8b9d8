package exchange

import (
	"strings"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/markdown"
)

// Taken is a translation that is to be put into the catalog.
type Taken struct {
	ID       string
	Text     string   // "" if only comments are new
	Source   string   // the source that it was made from; "" if that is not known
	Reviewed bool     // a second person has compared the two
	Comments []string // to be added
	Replaces string   // a text that was written here meanwhile and is to be kept as a comment
}

// Outcome is what a returned file means for the dossier.
type Outcome struct {
	Taken     []Taken
	Confirmed int // of Taken: fits today's source
	Late      int // of Taken: made from an earlier source, so outdated on arrival
	Drafts    int // of Taken: marked as needing work
	Commented int // of Taken: only comments are new
	Same      int // what came back is what is here
	BySource  int // joined by their source, for want of an id
	Findings  diag.List
}

// Merge compares a returned document with home, the document as it would be
// exported today with everything in it. Units are joined by id; one that has
// lost its id on the way, by its source, if just one unit of home has that.
//
// Nothing is lost by it. A translation is taken if it was changed there and not
// here. If it was changed here alone, that stays. If both changed it, neither is
// dropped: it is a conflict, an error, and home keeps its own; with prefer, the
// returned one is taken and the other becomes a comment. An empty translation
// never replaces one. A form for fractions, which PO has no place for, follows the
// last form that whole numbers take, as long as nobody gave it another text. The codes of findings:
//
//	import-conflict      error    changed here and there
//	import-again         note     came home before from the same translator, and is another text now
//	import-unknown       error    no such unit; a warning if there was one
//	import-duplicate     error    two translations for one unit
//	import-placeholder   error    a link, code or shortcode is missing or too many
//	import-markup        error    raw HTML, or a link that runs a script
//	import-address       error    a word of the interface that cannot be a part of an address
//	import-emptied       warning  the translation was deleted; it stays
//	import-late          warning  made from an earlier source: taken as outdated
//	import-draft         warning  marked as needing work: taken as outdated
func Merge(home, returned *Document, prefer bool) Outcome {
	m := merger{
		home: map[string]*Unit{}, came: map[string]string{}, bySource: map[string][]*Unit{}, gone: map[string]*Unit{},
		returned: returned, prefer: prefer, from: home.Source, to: home.Target,
	}
	m.rules, _ = locale.PluralRulesOf(home.Target)
	for i := range home.Units {
		u := &home.Units[i]
		m.home[u.ID] = u
		if isWord(u.ID) && len(m.bySource[folded(u.Source)]) > 0 {
			continue // it is found by its id alone; the same text of a page, without one too
		}
		if u.Obsolete {
			m.gone[folded(u.Source)] = u
		} else {
			m.bySource[folded(u.Source)] = append(m.bySource[folded(u.Source)], u)
		}
	}
	for i := range returned.Units {
		m.unit(&returned.Units[i])
	}
	m.follow(home)
	return m.Outcome
}

type merger struct {
	Outcome
	home     map[string]*Unit
	came     map[string]string // the translations that came back, by id
	bySource map[string][]*Unit
	gone     map[string]*Unit // obsolete ones, by source
	from, to string           // languages
	returned *Document
	prefer   bool
	rules    locale.PluralRules
}

func (m *merger) add(f diag.Finding, hint string, args ...any) {
	m.Findings.Add(f.WithHint(hint, args...))
}

// unit decides on one returned unit.
func (m *merger) unit(u *Unit) {
	h := m.find(u)
	if h == nil {
		return
	}
	u.ID = h.ID // what was found by its source has none, or one that a converter made
	switch {
	case u.Target == "":
		m.emptied(h, u)
		return
	case !m.sound(u):
		return
	}
	u.Target = tidy(u.Target)
	if other, twice := m.came[h.ID]; twice {
		if other != u.Target {
			m.add(diag.Errorf(u.Pos, "import-duplicate", "a second translation of %s", h.ID), "the first was taken: %s", excerpt(other))
		}
		return
	}
	m.came[h.ID] = u.Target
	t := Taken{ID: h.ID, Text: u.Target, Source: h.Source, Reviewed: u.State == Reviewed, Comments: newComments(h.Comments, u.Comments)}
	if !sameSource(u, h) {
		t.Source = tidy(u.Source)
	}
	m.weigh(h, u, t)
}

// find returns the unit of home that a returned one belongs to, or nil if there
// is none or it is obsolete.
func (m *merger) find(u *Unit) *Unit {
	h := m.home[u.ID]
	candidates := m.bySource[folded(u.Source)]
	if h == nil && len(candidates) == 0 {
		h = m.gone[folded(u.Source)]
	}
	switch {
	case h != nil && h.Obsolete:
		m.obsolete(h, u)
		return nil
	case h != nil:
		return h
	case u.Target == "":
		m.Same++ // nothing was translated, so nothing can be lost
	case len(candidates) == 1:
		m.BySource++
		return candidates[0]
	case u.Obsolete:
		m.add(diag.Warnf(u.Pos, "import-unknown", "the source has the text of %s no longer", u.ID), "its translation was not taken: %s", excerpt(u.Target))
	case len(candidates) > 1:
		m.add(diag.Errorf(u.Pos, "import-unknown", "a text without a known id that stands in %d places: %s", len(candidates), excerpt(u.Source)),
			"import a file that keeps the ids (PO or XLIFF as exported)")
	case u.ID == "":
		m.add(diag.Errorf(u.Pos, "import-unknown", "a text without an id that the source has not: %s", excerpt(u.Source)),
			"import a file that keeps the ids (PO or XLIFF as exported)")
	default:
		m.add(diag.Errorf(u.Pos, "import-unknown", "no text has the id %q", excerpt(u.ID)),
			"the source may have lost it since; the translation was not taken: %s", excerpt(u.Target))
	}
	return nil
}

// obsolete notes a text that the source has no longer. Its translation stays as
// it is here.
func (m *merger) obsolete(h, u *Unit) {
	if u.Target == "" || tidy(u.Target) == tidy(h.Target) {
		m.Same++
		return
	}
	m.add(diag.Warnf(u.Pos, "import-unknown", "the source has the text of %s no longer", h.ID),
		"its earlier translation stays at the end of the catalog: %s", excerpt(h.Target))
}

func (m *merger) emptied(h, u *Unit) {
	_, exported, _ := strings.Cut(u.Base, "-")
	_, nothing, _ := strings.Cut(Fingerprint(Missing, ""), "-")
	if added := newComments(h.Comments, u.Comments); len(added) > 0 {
		m.Commented++
		m.Taken = append(m.Taken, Taken{ID: h.ID, Comments: added})
	} else {
		m.Same++
	}
	// Some programs (OmegaT) hand a text back empty that was outdated and is not
	// done, or whose translation is the source.
	expected := strings.HasPrefix(u.Base, string(Outdated[:1])) || h.Target == h.Source
	if h.Target != "" && exported != "" && exported != nothing && !expected {
		m.add(diag.Warnf(u.Pos, "import-emptied", "the translation of %s was deleted; it stays as it was", h.ID), "delete it in the catalog if you mean it")
	}
}

// confirmed reports whether a person says that the translation fits the source
// beside it.
func (m *merger) confirmed(u *Unit) bool {
	if u.State != Outdated {
		return true
	}
	same, known := unchanged(u.Base, tidy(u.Target))
	return m.returned.TextDecides && known && !same
}

// sound refuses a translation that would break the page.
func (m *merger) sound(u *Unit) bool {
	if isWord(u.ID) {
		return m.soundWord(u)
	}
	if f, bad := markdown.Unsafe(u.Target); bad && !strings.Contains(u.Source, f) {
		m.add(diag.Errorf(u.Pos, "import-markup", "the translation of %s holds %s", u.ID, f), "write it without; raw HTML and scripts are never published")
		return false
	}
	lost, added := markdown.CarriedInto(u.Source, u.Target, m.from, m.to)
	if !m.confirmed(u) || plainText(u.ID) || len(lost)+len(added) == 0 {
		return true
	}
	message, hint := "the translation of %s lost %s", "put it back around the words that it belongs to; the source reads: "
	if len(lost) == 0 {
		lost, message, hint = added, "the translation of %s has %s, the source has not", "the source reads: "
	}
	m.add(diag.Errorf(u.Pos, "import-placeholder", message, u.ID, strings.Join(lost, ", ")), "%s%s", hint, excerpt(u.Source))
	return false
}

// plainText reports whether a text is not Markdown: the front matter of a page,
// and the fields of records.
func plainText(id string) bool {
	kind, _, _ := strings.Cut(id, "-")
	return strings.Contains(id, "/") || !markdown.Kind(kind).Inline()
}
