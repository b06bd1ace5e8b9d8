// Package diag is what dossier tells a person: findings with their place, and
// the rules by which they are printed.
//
// A [Finding] says where (file, line, column), how bad ([Severity]), which rule
// (a stable code such as "figure-unknown"), what is wrong, and what to do about
// it. Packages that decide collect findings in a [List] and return it; only a
// command prints, through a [Printer]. Nothing below the commands writes to a
// terminal.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity orders findings: an Error stops a build, a Warning does not.
type Severity int

// The severities, from mild to grave.
const (
	Note Severity = iota
	Warning
	Error
)

// String returns the word that is printed.
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	default:
		return "error"
	}
}

// Pos is a place in a file the user wrote. File is slash-separated and relative
// to the project's folder; Line and Col count from 1, Col in bytes. Zero means
// unknown: a finding about a whole file has neither.
type Pos struct {
	File string
	Line int
	Col  int
}

// String returns file:line:col, leaving out what is unknown.
func (p Pos) String() string {
	switch {
	case p.File == "":
		return "dossier"
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// PosAt returns the place of a byte offset in src.
func PosAt(file string, src []byte, offset int) Pos {
	offset = max(0, min(offset, len(src)))
	line, start := 1, 0
	for i, b := range src[:offset] {
		if b == '\n' {
			line, start = line+1, i+1
		}
	}
	return Pos{File: file, Line: line, Col: offset - start + 1}
}

// Finding is one thing worth telling. Message and Hint are lower case and end
// without a full stop; Hint may be empty.
type Finding struct {
	Pos
	Severity Severity
	Code     string
	Message  string
	Hint     string
}

// String returns the finding as one line, without its hint.
func (f Finding) String() string {
	return fmt.Sprintf("%s: %s[%s]: %s", f.Pos, f.Severity, f.Code, f.Message)
}

// Errorf makes an error finding.
func Errorf(pos Pos, code, format string, args ...any) Finding {
	return Finding{Pos: pos, Severity: Error, Code: code, Message: fmt.Sprintf(format, args...)}
}

// Warnf makes a warning.
func Warnf(pos Pos, code, format string, args ...any) Finding {
	return Finding{Pos: pos, Severity: Warning, Code: code, Message: fmt.Sprintf(format, args...)}
}

// WithHint returns the finding with advice on what to do.
func (f Finding) WithHint(format string, args ...any) Finding {
	f.Hint = fmt.Sprintf(format, args...)
	return f
}

// List collects findings.
type List []Finding

// Add appends findings.
func (l *List) Add(f ...Finding) { *l = append(*l, f...) }

// HasErrors reports whether any finding is an error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(f Finding) bool { return f.Severity == Error })
}

// Count returns how many findings have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, f := range l {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// Sorted returns the findings by file, place and code, each once.
func (l List) Sorted() List {
	s := slices.Clone(l)
	slices.SortStableFunc(s, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(s)
}
