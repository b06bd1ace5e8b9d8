package record

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/edtf"
)

// marked checks what a person said about a figure's status: it may only be
// lowered, and needs a reason; a refutation needs evidence too.
func (v *rules) marked(f *Figure) {
	if l := f.Lowered; l != nil {
		v.reason(l, "lowered", f.ID)
		evident := v.derive(f, v.weights[f], v.Status)
		if l.Status != "" && !weaker(l.Status, evident) {
			v.Add(diag.Errorf(l.Pos, "status-raised", "%q is %s by its evidence; a person may only lower that", f.ID, evident).
				WithHint("from strong to weak: %s", join(Statuses)))
		}
	}
	if f.Refuted != nil {
		v.reason(f.Refuted, "refuted", f.ID)
		if len(v.weights[f].against) == 0 {
			v.Add(diag.Errorf(f.Refuted.Pos, "status-evidence", "%q is called refuted, but no usable evidence says otherwise", f.ID).
				WithHint(`add [[figure.evidence]] with relation = "disputes"`))
		}
	}
	if g, ok := v.Figure(f.SupersededBy); ok && g != f {
		v.successor(f, g)
	}
	if m, ok := v.Measure(f.Measure); ok && m.Unit != "" && f.Unit != "" && m.Unit != f.Unit {
		v.Add(diag.Warnf(f.atValue("unit"), "measure-unit", "%q counts in %q, its measure %q in %q", f.ID, f.Unit, m.ID, m.Unit).
			WithHint("figures of one measure form a series and need one unit"))
	}
}

func (v *rules) reason(r *Reason, what, id string) {
	if strings.TrimSpace(r.Reason) == "" {
		v.Add(diag.Errorf(r.Pos, "status-reason", "%q is %s without a reason", id, what).WithHint(`add reason = "…", in German; readers see it`))
	}
}

// successor checks that what supersedes a figure is the same count, revised. A
// newer count of the same thing is a newer sibling and supersedes nothing.
func (v *rules) successor(f, g *Figure) {
	differs := ""
	switch {
	case f.Measure != g.Measure:
		differs = "measure"
	case f.Scope != g.Scope:
		differs = "scope"
	case f.AsOf.Raw() != "" && g.AsOf.Raw() != "" && (f.AsOf.Min().After(g.AsOf.Max()) || g.AsOf.Min().After(f.AsOf.Max())):
		differs = "as_of"
	}
	if differs != "" {
		v.Add(diag.Errorf(f.atValue("superseded_by"), "supersession-differs", "%q has another %s than %q", g.ID, differs, f.ID).
			WithHint("superseded is what was revised; the newest of several dates is found without it"))
	}
}

// source checks what a source says by itself.
func (v *rules) source(s *Source) {
	if s.cut {
		return
	}
	if !s.has("issued") && !s.has("accessed") {
		v.missing(s.Pos, "source", s.ID, "issued")
	}
	if !s.has("URL") && !slices.Contains(printed, s.Type) {
		v.missing(s.Pos, "source", s.ID, "URL")
	}
	if s.Archive != nil && s.URL != "" && s.Archive.URL != "" && !holds(s.Archive.URL, s.URL) {
		v.Add(diag.Errorf(s.Archive.atValue("url"), "archive-url", "the archived copy is not of this source").
			WithHint("an archive's address holds the one that it keeps: https://web.archive.org/web/2023/%s", s.URL))
	}
}

// printed are the types of sources that need not be on the web.
var printed = []string{
	"book", "chapter", "thesis", "manuscript", "interview", "personal_communication", "legal_case", "legislation", "bill",
	"hearing", "treaty", "regulation", "patent", "map", "speech", "collection", "document", "standard",
}

// holds reports whether the address of an archived copy contains the address of
// the source, with whatever scheme, percent-encoded or not.
func holds(archive, source string) bool {
	bare := func(s string) string {
		if plain, err := url.PathUnescape(s); err == nil {
			s = plain
		}
		s, _, _ = strings.Cut(s, "#")
		s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
		return strings.ToLower(strings.TrimPrefix(strings.TrimSuffix(s, "/"), "www."))
	}
	return bare(source) != "" && bare(archive) != bare(source) && strings.Contains(bare(archive), bare(source))
}

// event checks that an event has a source, and one that could know.
func (v *rules) event(e *Event) {
	usable, known := false, true
	var newest time.Time
	dated := true
	for _, id := range e.Sources {
		src, ok := v.Source(id)
		if !ok {
			known = false
			continue
		}
		usable = usable || src.Usable()
		_, last, ok := src.latest()
		dated = dated && ok
		if last.After(newest) {
			newest = last
		}
	}
	if !usable && known && !e.faulty("sources") {
		v.Add(diag.Errorf(e.Pos, "event-unsupported", "%s has no usable source", the("event", e.ID)).WithHint("name one in sources that was seen and is better than grade D"))
	}
	if known && dated && len(e.Sources) > 0 && e.Date.Raw() != "" && !openStart(e.Date) && e.Date.Min().After(newest) {
		v.Add(diag.Warnf(e.atValue("date"), "event-after-source", "the event is of %s, its newest source of %s", e.Date.Raw(), newest.Format(time.DateOnly)).
			WithHint("a source from before can only have announced it"))
	}
}

// claim checks that a verdict rests on something, or that it is said what was
// looked for.
func (v *rules) claim(c *Claim) {
	if c.Verdict == "" {
		return
	}
	usable := slices.ContainsFunc(c.Evidence, func(id string) bool {
		src, ok := v.Source(id)
		return !ok || src.Usable() // an unknown one was reported
	})
	open := c.Verdict == "unsupported" || c.Verdict == "forecast"
	switch {
	case !open && !usable:
		v.Add(diag.Errorf(c.Pos, "claim-unsupported", "the verdict on %s rests on no usable source", the("claim", c.ID)).WithHint(`add evidence = ["…"], with sources that were seen and are better than grade D`))
	case open && !usable && c.Searched == "":
		v.Add(diag.Errorf(c.Pos, "claim-unsupported", "the verdict on %s does not say what was looked for", the("claim", c.ID)).WithHint(`add searched = "…", in German`))
	}
}

// Open and unknown ends of an interval are written ".." and "" (EDTF level 1,
// "Extended Interval").

func openStart(d edtf.Date) bool {
	return strings.HasPrefix(d.Raw(), "../") || strings.HasPrefix(d.Raw(), "/")
}

func openEnd(d edtf.Date) bool {
	return strings.HasSuffix(d.Raw(), "/..") || strings.HasSuffix(d.Raw(), "/")
}

func join(statuses []Status) string {
	var s []string
	for _, x := range statuses {
		s = append(s, string(x))
	}
	return strings.Join(s, ", ")
}
