package cite

import (
	"strings"

	"dossier/tools/internal/diag"
)

// The syntax of BibTeX: @type{key, name = value, …}, where a value is braced,
// quoted, a number or a macro, or several of these joined by #. It is read in
// one pass; an entry that is broken is reported where it breaks, and reading
// goes on at the next @ that begins a line.

// bibEntry is an entry as written, its values with their LaTeX.
type bibEntry struct {
	kind, key string
	fields    map[string]string
	pos       diag.Pos
}

type bibParser struct {
	src      string
	at       int
	lines    *diag.Lines
	macros   map[string]string
	entries  []bibEntry
	findings diag.List
}

// macros that every BibTeX style defines: the months.
var bibMonths = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

func parseBibTeX(name string, src []byte) ([]bibEntry, diag.List) {
	p := &bibParser{src: string(src), lines: diag.NewLines(name, src), macros: map[string]string{}}
	for _, m := range bibMonths {
		p.macros[m] = m
	}
	for p.next() {
		start := p.at
		p.at++
		if !p.entry(start) {
			p.recover()
		}
	}
	return p.entries, p.findings
}

// next goes to the next @; what stands between entries is a comment.
func (p *bibParser) next() bool {
	i := strings.IndexByte(p.src[p.at:], '@')
	if i < 0 {
		return false
	}
	p.at += i
	return true
}

// recover goes to the next @ at the beginning of a line.
func (p *bibParser) recover() {
	for {
		i := strings.IndexByte(p.src[p.at:], '\n')
		if i < 0 {
			p.at = len(p.src)
			return
		}
		p.at += i + 1
		if strings.HasPrefix(strings.TrimLeft(p.src[p.at:min(p.at+80, len(p.src))], " \t"), "@") {
			return
		}
	}
}

// fail reports a fault at the current place, or at the entry's beginning.
func (p *bibParser) fail(at int, format string, args ...any) bool {
	p.findings.Add(diag.Errorf(p.lines.Pos(min(at, len(p.src))), "import-syntax", format, args...).
		WithHint("the entry was left out; the others were read"))
	return false
}

// entry reads what follows an @.
func (p *bibParser) entry(start int) bool {
	kind := strings.ToLower(p.word())
	p.space()
	if p.at >= len(p.src) || p.src[p.at] != '{' && p.src[p.at] != '(' {
		return true // an @ in a comment, an e-mail address
	}
	end := byte('}')
	if p.src[p.at] == '(' {
		end = ')'
	}
	switch kind {
	case "comment", "preamble":
		if _, ok := p.braced(); !ok && end == '}' {
			return p.fail(start, "the braces of @%s are never closed", kind)
		}
		return true
	case "string":
		p.at++
		fields, ok := p.fields(end, start)
		for name, value := range fields {
			p.macros[name] = value
		}
		return ok
	}
	p.at++
	key := p.key()
	if p.at < len(p.src) && p.src[p.at] == ',' {
		p.at++
	}
	fields, ok := p.fields(end, start)
	if ok {
		p.entries = append(p.entries, bibEntry{kind, strings.TrimSpace(key), fields, p.lines.Pos(start)})
	}
	return ok
}

// key reads the citation key, up to the first comma. One that is missing leaves a
// field there.
func (p *bibParser) key() string {
	p.space()
	start := p.at
	key := p.until(",})\n")
	if strings.Contains(key, "=") {
		p.at = start
		return ""
	}
	p.space()
	return key
}

// fields reads name = value, … up to the end of the entry.
func (p *bibParser) fields(end byte, start int) (map[string]string, bool) {
	fields := map[string]string{}
	for {
		p.space()
		for p.at < len(p.src) && p.src[p.at] == ',' {
			p.at++
			p.space()
		}
		if p.at >= len(p.src) {
			return nil, p.fail(start, "the braces of this entry are never closed")
		}
		if p.src[p.at] == end {
			p.at++
			return fields, true
		}
		name, at := strings.ToLower(p.word()), p.at
		p.space()
		if name == "" || p.at >= len(p.src) || p.src[p.at] != '=' {
			return nil, p.fail(at, "a field reads name = {value}, and there is none here")
		}
		p.at++
		value, ok := p.value(start)
		if !ok {
			return nil, false
		}
		if _, twice := fields[name]; !twice {
			fields[name] = value
		}
	}
}

// value reads pieces joined by #.
func (p *bibParser) value(start int) (string, bool) {
	var b strings.Builder
	for {
		p.space()
		piece, ok := p.piece(start)
		if !ok {
			return "", false
		}
		b.WriteString(piece)
		p.space()
		if p.at >= len(p.src) || p.src[p.at] != '#' {
			return b.String(), true
		}
		p.at++
	}
}

func (p *bibParser) piece(start int) (string, bool) {
	if p.at >= len(p.src) {
		return "", p.fail(start, "the file ends in the middle of this entry")
	}
	switch p.src[p.at] {
	case '{':
		text, ok := p.braced()
		if !ok {
			return "", p.fail(start, "the braces of this entry are never closed")
		}
		return text, true
	case '"':
		return p.quoted(start)
	}
	at := p.at
	word := p.until(" \t\r\n,#})\"{")
	if word == "" {
		return "", p.fail(at, "a value should stand here")
	}
	if text, ok := p.macros[strings.ToLower(word)]; ok {
		return text, true
	}
	return word, true
}

// braced reads {…} with braces inside; an escaped one counts for nothing.
func (p *bibParser) braced() (string, bool) {
	depth, start := 0, p.at
	for i := p.at; i < len(p.src); i++ {
		switch p.src[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				p.at = i + 1
				return p.src[start+1 : i], true
			}
		case '\n':
			if p.begins(i + 1) {
				return "", false
			}
		}
	}
	return "", false
}

// begins reports whether a new entry begins at the line that starts here. Inside
// a value that means that the value was never closed, and keeps reading linear
// however many are not.
func (p *bibParser) begins(line int) bool {
	rest := strings.TrimLeft(p.src[line:min(line+80, len(p.src))], " \t")
	if !strings.HasPrefix(rest, "@") {
		return false
	}
	i := strings.IndexAny(rest, "{(")
	return i > 1 && strings.Trim(strings.ToLower(strings.TrimSpace(rest[1:i])), "abcdefghijklmnopqrstuvwxyz") == ""
}

// quoted reads "…"; a quotation mark inside braces belongs to the text.
func (p *bibParser) quoted(start int) (string, bool) {
	depth, from := 0, p.at+1
	for i := from; i < len(p.src); i++ {
		switch c := p.src[i]; {
		case c == '\\':
			i++
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == '"' && depth == 0:
			p.at = i + 1
			return p.src[from:i], true
		case c == '\n' && p.begins(i+1):
			return "", p.fail(start, "a quotation mark of this entry is never closed")
		}
	}
	return "", p.fail(start, "a quotation mark of this entry is never closed")
}

func (p *bibParser) space() {
	for p.at < len(p.src) && strings.IndexByte(" \t\r\n", p.src[p.at]) >= 0 {
		p.at++
	}
}

// word reads a name: letters, digits and the signs that names may hold.
func (p *bibParser) word() string {
	p.space()
	return p.until(" \t\r\n={}(),\"#@%'")
}

func (p *bibParser) until(stops string) string {
	start := p.at
	for p.at < len(p.src) && strings.IndexByte(stops, p.src[p.at]) < 0 {
		p.at++
	}
	return p.src[start:p.at]
}
