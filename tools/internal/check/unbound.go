package check

import (
	"strings"

	"dossier/tools/internal/account"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/prose"
)

// mostAdvice bounds the search for the record that a number may be told of.
const mostAdvice = 20

// unbound reports the figures of the prose that are neither bound nor exempt.
func (r *numbering) unbound() {
	advising := mostAdvice
	for _, f := range r.account.Figures {
		if f.State != account.Unbound {
			continue
		}
		u := f.Page.Units[f.Unit]
		hint := "bind it, [" + f.Words + "](fig:id), or say in " + prose.ExemptFile + " why it needs no record: unit = \"" + u.ID + "\""
		if advising--; advising >= 0 {
			if id, ok := r.sameAs(f); ok {
				hint = "bind it: [" + f.Words + "](fig:" + id + ")"
			}
		}
		r.found.Add(diag.Errorf(f.Pos(r.account.Texts), "number-unbound", "%q has no record", f.Words).WithHint("%s", hint))
	}
}

// sameAs finds the one figure that an unbound number may be.
func (r *numbering) sameAs(f account.Figure) (string, bool) {
	found := ""
	for _, figure := range r.Records.Figures {
		if !prose.SaysJust(f.Found, prose.ToldOf(r.Records, figure)) {
			continue
		}
		if found != "" {
			return "", false
		}
		found = figure.ID
	}
	return found, found != ""
}

// exemptions reports the ones that exempt nothing.
func (r *numbering) exemptions() {
	for _, e := range r.Exemptions {
		if e.Unit == "" || e.Text == "" {
			continue // reported when read
		}
		t, known := r.exemptText(e)
		switch n := strings.Count(t.Text, e.Text); {
		case !known:
			r.found.Add(diag.Errorf(e.At("unit"), "exempt-unknown", "no text has the id %q", e.Unit).
				WithHint("ids stand in i18n/pages; a record's text is events/ID.text"))
		case n > 1:
			r.found.Add(diag.Errorf(e.At("text"), "exempt-ambiguous", "%q stands in %s %d times", e.Text, e.Unit, n).
				WithHint("take in more words, so that it names one number"))
		case n == 0:
			r.found.Add(diag.Warnf(e.At("text"), "exempt-unused", "%q does not stand in %s any more", e.Text, e.Unit).
				WithHint("delete the exemption, or bring its text up to date"))
		case !r.account.Spent[e]:
			r.found.Add(diag.Warnf(e.At("text"), "exempt-unused", "%q holds no number that needs an exemption", e.Text).WithHint("delete it"))
		}
	}
}

// exemptText returns the text that an exemption is of.
func (r *numbering) exemptText(e *prose.Exemption) (prose.Text, bool) {
	t, ok := r.texts[e.Unit]
	if !ok {
		return prose.Text{}, false
	}
	return *t, true
}
