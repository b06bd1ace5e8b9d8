package project

import (
	"time"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/prose"
)

// loadExemptions reads the numbers that need no record.
func (p *Project) loadExemptions() diag.List {
	src, ok := p.files[prose.ExemptFile]
	if !ok {
		return nil
	}
	var findings diag.List
	p.Exemptions, findings = prose.ReadExemptions(prose.ExemptFile, src)
	return findings
}

// Stamp returns the date that "vor zehn Jahren" is reckoned from on a page: when it
// was first published. Where the page does not say, it is any day, so that two
// languages can be compared.
func (p *Page) Stamp() time.Time {
	if p.Date.IsZero() {
		return AnyDay
	}
	return p.Date
}

// AnyDay is the date of texts that have none.
var AnyDay = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// Told returns what a figure's record says, for words to be held against.
func (p *Project) Told(id string) (prose.Told, bool) {
	f, ok := p.Records.Figure(id)
	if !ok {
		return prose.Told{}, false
	}
	return prose.ToldOf(p.Records, f), true
}

// Contradictions returns what a text with links to figures says otherwise than
// their records do.
func (p *Project) Contradictions(t *prose.Text) []prose.Telling {
	if !t.Known {
		return nil
	}
	var faults []prose.Telling
	for _, r := range t.Refs {
		if r.Scheme != "fig" {
			continue
		}
		if told, ok := p.Told(r.ID); ok {
			if telling := t.Tell(r, told); telling.Several || telling.Fault != prose.Agrees {
				telling.Record = r.ID
				faults = append(faults, telling)
			}
		}
	}
	return faults
}

// untrue reports whether an outdated translation says of a figure what its record
// no longer says. It is then not published, whatever the policy: an author must be
// able to correct a number at midnight.
func (p *Project) untrue(lang string, e *catalog.Entry) bool {
	t := prose.Read(e.Other, p.LocaleTag(lang), true, time.Time{})
	return len(p.Contradictions(&t)) > 0
}

// LocaleTag returns the tag by which numbers are read and written in a language of
// the site: "en-GB" for its "en".
func (p *Project) LocaleTag(lang string) string {
	for _, l := range p.Config.Languages {
		if l.Tag == lang {
			return l.Locale.Tag()
		}
	}
	return lang
}
