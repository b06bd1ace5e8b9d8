package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// What a user reads on stderr, and nothing else decides it:
//
//	content/aufstieg.md:12:34: error[figure-unknown]: no figure "mau-2021"
//	  hint: did you mean "mau-welt-2021"?
//
// Lower case, no full stop, place first so that editors jump to it. Colour only
// on a terminal without NO_COLOR. Under GitHub Actions the same findings are
// also printed as annotations. Results that a program reads go to stdout and are
// not this file's business.

// Format selects how a Printer writes findings.
type Format int

// The formats of a Printer.
const (
	Text        Format = iota // for a person
	JSON                      // one object a line
	Annotations               // GitHub workflow commands
)

// Printer writes findings to W.
type Printer struct {
	W      io.Writer
	Format Format
	Color  bool
}

// Print writes every finding, sorted.
func (p Printer) Print(l List) error {
	var b bytes.Buffer // many small writes to a terminal or a pipe take their time
	out := p.W
	p.W = &b
	for _, f := range l.Sorted() {
		if err := p.one(f); err != nil {
			return err
		}
	}
	_, err := out.Write(b.Bytes())
	return err
}

func (p Printer) one(f Finding) error {
	switch p.Format {
	case JSON:
		return json.NewEncoder(p.W).Encode(jsonFinding{
			f.File, f.Line, f.Col, f.Severity.String(), f.Code, f.Message, f.Hint,
		})
	case Annotations:
		_, err := fmt.Fprintf(p.W, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", annotation(f.Severity),
			escape(f.File), f.Line, f.Col, escape(f.Code), escape(join(f.Message, f.Hint)))
		return err
	}
	return p.text(f)
}

func (p Printer) text(f Finding) error {
	sev := fmt.Sprintf("%s[%s]", f.Severity, f.Code)
	if p.Color {
		sev = paint(f.Severity) + sev + "\x1b[0m"
	}
	s := fmt.Sprintf("%s: %s: %s\n", f.Pos, sev, f.Message)
	if f.Hint != "" {
		s += "  hint: " + f.Hint + "\n"
	}
	_, err := io.WriteString(p.W, s)
	return err
}

// Summary returns "2 errors, 1 warning", or "" for an empty list.
func Summary(l List) string {
	var parts []string
	for _, s := range []Severity{Error, Warning, Note} {
		if n := l.Count(s); n == 1 {
			parts = append(parts, "1 "+s.String())
		} else if n > 1 {
			parts = append(parts, fmt.Sprintf("%d %ss", n, s))
		}
	}
	return strings.Join(parts, ", ")
}

type jsonFinding struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Col      int    `json:"col,omitempty"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

func paint(s Severity) string {
	return [...]string{Note: "\x1b[36m", Warning: "\x1b[33m", Error: "\x1b[31m"}[s]
}

func annotation(s Severity) string {
	return [...]string{Note: "notice", Warning: "warning", Error: "error"}[s]
}

func join(message, hint string) string {
	if hint == "" {
		return message
	}
	return message + " (hint: " + hint + ")"
}

// escape follows the workflow commands' rule: percent, line ends and the
// separators of properties are percent-encoded.
func escape(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
