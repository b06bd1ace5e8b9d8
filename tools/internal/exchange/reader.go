package exchange

import (
	"strings"

	"dossier/tools/internal/diag"
)

// reader is a file being read.
type reader struct {
	name     string
	lang     string
	src      []byte // UTF-8, without byte order mark
	lines    *diag.Lines
	declared string // the encoding that the file says it has
	findings diag.List
	stopped  bool // a limit was reached
}

// hinted is a finding just added, waiting for its hint.
type hinted struct{ f *diag.Finding }

func (h hinted) hint(format string, args ...any) { *h.f = h.f.WithHint(format, args...) }

func (r *reader) pos(offset int) diag.Pos {
	if r.lines == nil {
		return diag.Pos{File: r.name}
	}
	return r.lines.Pos(min(offset, len(r.src)))
}

func (r *reader) errorf(offset int, code, format string, args ...any) hinted {
	return r.add(diag.Errorf(r.pos(offset), code, format, args...))
}

func (r *reader) warnf(offset int, code, format string, args ...any) hinted {
	return r.add(diag.Warnf(r.pos(offset), code, format, args...))
}

func (r *reader) add(f diag.Finding) hinted {
	switch n := len(r.findings); {
	case n > maxFindings:
		return hinted{&f}
	case n == maxFindings:
		f = diag.Errorf(f.Pos, "exchange-size", "and more; the first %d findings are shown", maxFindings)
		r.stopped = true
	}
	r.findings.Add(f)
	return hinted{&r.findings[len(r.findings)-1]}
}

// unit adds a unit to the document, up to a limit.
func (r *reader) unit(d *Document, u Unit) {
	if len(d.Units) == maxUnits {
		r.tooMuch(u.Pos, "texts", maxUnits)
		return
	}
	u.ID = strings.Join(strings.Fields(u.ID), " ") // a line end in an id is no part of it
	d.Units = append(d.Units, u)
}

func (r *reader) tooMuch(pos diag.Pos, what string, most int) {
	r.add(diag.Errorf(pos, "exchange-size", "more than %d %s", most, what)).
		hint("that is no translation of a dossier; the rest was not read")
	r.stopped = true
}

// finish holds what was read to the rules of all formats: a language, and each
// id once. Units that could not be read whole are left out; findings name them.
func (r *reader) finish(d *Document) {
	d.Target = firstOf(d.Target, r.lang)
	if d.Target == "" && !r.findings.HasErrors() {
		r.errorf(0, "exchange-language", "does not say which language it is translated into").
			hint("name it with --lang")
	}
	d.Normalize()
	first := map[string]int{}
	units := d.Units[:0]
	for _, u := range d.Units {
		at, dup := first[u.ID]
		switch {
		case u.broken:
		case dup && u.ID != "":
			r.twice(&units[at], u)
		default:
			first[u.ID] = len(units)
			units = append(units, u)
		}
	}
	d.Units = units
}

// twice decides on a second unit with an id. Programs write one twice that they
// could not match with its new source: the earlier one is obsolete then. It counts
// only if the other has no translation.
func (r *reader) twice(have *Unit, u Unit) {
	switch {
	case u.Target == "" || u.Target == have.Target && u.Source == have.Source:
	case have.Target == "":
		u.Obsolete = u.Obsolete && have.Obsolete
		*have = u
	case have.Obsolete && !u.Obsolete:
		*have = u
	case u.Obsolete && !have.Obsolete:
	default:
		r.add(diag.Errorf(u.Pos, "exchange-duplicate", "%s stands twice", u.ID)).
			hint("the first is in line %d, and was taken; delete one of the two", have.Pos.Line)
	}
}

func excerpt(s string) string { return diag.Clip(s, 60) }
