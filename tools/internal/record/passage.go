package record

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"dossier/tools/internal/diag"
)

// The second axis of evidence: what was checked. A quotation is located when the
// tool has found it in the archived text, and the passage that it wrote down is
// of this quotation and of the archived copy that the source names. It is
// supported when a person, with a name and a date, says that it gives the value.

// QuoteHash names a quotation in a passage.
func QuoteHash(quote string) string {
	sum := sha256.Sum256([]byte(quote))
	return hex.EncodeToString(sum[:])
}

// Check returns what was done to check the evidence, one of Checks.
func (e *Evidence) Check() string {
	switch {
	case e.Supported != nil && e.Supported.By != "" && e.Quote != "":
		return Supported
	case e.passage != nil:
		return Located
	}
	return Unchecked
}

// Passage returns where the quotation was found, or nil.
func (e *Evidence) Passage() *Passage { return e.passage }

// Check returns the most that was done to check any usable evidence for the
// figure.
func (f *Figure) Check() string {
	most := 0
	for i := range f.Evidence {
		if e := &f.Evidence[i]; e.Relation == "supports" {
			most = max(most, slices.Index(Checks, e.Check()))
		}
	}
	return Checks[most]
}

// passages joins each passage to its evidence.
func (s *Set) passages() {
	for _, p := range s.Passages {
		f, ok := s.Figure(p.Figure)
		if !ok {
			continue
		}
		src, _ := s.Source(p.Source)
		for i := range f.Evidence {
			e := &f.Evidence[i]
			if e.Quote != "" && e.Source == p.Source && QuoteHash(e.Quote) == p.Quote && src.keeps(p.SHA256) {
				e.passage = p
			}
		}
	}
}

// keeps reports whether the archived copy can be the file with the hash: a source
// that names the hash of its copy has no other.
func (s *Source) keeps(sha256 string) bool {
	return s != nil && (s.Archive == nil || s.Archive.SHA256 == "" || s.Archive.SHA256 == sha256)
}

// passage checks that what the tool wrote down is still of something.
func (v *rules) passage(p *Passage) {
	f, known := v.Figure(p.Figure)
	src, there := v.Source(p.Source)
	if !known || !there {
		return // reported
	}
	const hint = "run dossier sources verify again"
	quoted := slices.ContainsFunc(f.Evidence, func(e Evidence) bool { return e.Source == p.Source && e.Quote != "" && QuoteHash(e.Quote) == p.Quote })
	switch {
	case !quoted:
		v.Add(diag.Warnf(p.Pos, "passage-stale", "the quotation of %q for the figure %q was changed since it was found", p.Source, p.Figure).WithHint(hint))
	case !src.keeps(p.SHA256):
		v.Add(diag.Errorf(p.Pos, "passage-stale", "the archived copy of %q is not the one in which the quotation was found", p.Source).WithHint(hint))
	}
}

// confirmed asks for something that a person can have confirmed.
func (v *rules) confirmed(e *Evidence) {
	if e.Supported != nil && e.Quote == "" {
		v.Add(diag.Errorf(e.Supported.Pos, "supported-quote", "a person can only confirm a quotation, and this evidence has none").
			WithHint(`add quote = "…", the words of the source`))
	}
}
