package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"dossier/tools/internal/diag"
)

// CSV is written as RFC 4180 has it, with the byte order mark by which Excel
// tells UTF-8. It is read with commas, semicolons or tabs between the fields, the
// last without quotation marks too, and with a line or two above the columns' names:
// Numbers writes the name of the table there.
//
// A spreadsheet takes a cell such as "=1+1", "-5" or "3. Oktober" for a formula,
// a number or a date, and writes back what it made of it. Such a text stands
// behind an apostrophe, which is taken away again; so formulas that a stranger
// put into a text are not run either.

// The columns, in their order. Those of the texts also name their language.
const (
	columnID       = "id"
	columnSource   = "source"
	columnTarget   = "target"
	columnState    = "state"
	columnPrevious = "previous source"
	columnComments = "comments"
	columnObsolete = "obsolete"
)

func writeCSV(d *Document) []byte {
	var b bytes.Buffer
	b.WriteString("\xEF\xBB\xBF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	_ = w.Write([]string{
		columnID, columnSource + " " + d.Source, columnTarget + " " + d.Target, columnState, columnPrevious, noteDiff, noteChange,
		notePart, notePlace, noteForm, notePage, columnComments, noteFile, columnObsolete, noteBase,
	})
	for i := range d.Units {
		u := &d.Units[i]
		obsolete := ""
		if u.Obsolete {
			obsolete = "yes"
		}
		row := []string{
			u.ID, u.Source, u.Target, string(u.State), u.Previous, u.Diff, u.Class,
			u.Part, u.Context, u.form(), u.Address, strings.Join(u.Comments, "\n"), u.File, obsolete, u.Base,
		}
		for i, cell := range row {
			row[i] = guard(cell)
		}
		_ = w.Write(row)
	}
	w.Flush()
	return b.Bytes()
}

// guarded reports whether a spreadsheet would take a text for something else.
func guarded(s string) bool {
	if s == "" {
		return false
	}
	return strings.IndexByte("=+-@'\t\n", s[0]) >= 0 || s[0] >= '0' && s[0] <= '9' && len(s) < 40
}

func guard(s string) string {
	if guarded(s) {
		return "'" + s
	}
	return s
}

func unguard(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && guarded(rest) {
		return rest
	}
	return s
}

func readCSV(r *reader) *Document {
	src, skipped := r.src, 0
	comma := separator(src)
	if first, rest, ok := bytes.Cut(src, []byte("\n")); ok {
		if named, says := bytes.CutPrefix(bytes.Trim(first, "\"\r"), []byte("sep=")); says {
			src, skipped = rest, 1
			comma = separator(src)
			if len(named) > 0 {
				comma = rune(named[0])
			}
		}
	}
	if comma == '\t' && !quoted(src) {
		src = quote(src)
	}
	in := csv.NewReader(bytes.NewReader(src))
	in.Comma, in.FieldsPerRecord, in.ReuseRecord = comma, -1, false
	c := csvReader{reader: r, in: in, first: skipped}
	return c.document()
}

// separator finds what stands between the names of the columns.
func separator(src []byte) rune {
	best, most := ',', 0
	for line := range bytes.Lines(src[:min(len(src), headSize)]) {
		if !bytes.Contains(bytes.ToLower(line), []byte(columnSource)) {
			continue
		}
		for _, c := range ",;\t" {
			if n := bytes.Count(line, []byte(string(c))); n > most {
				best, most = c, n
			}
		}
		break
	}
	return best
}

// quoted reports whether fields with quotation marks are quoted, as Excel does
// between tabs. Other programs write them as they are.
func quoted(src []byte) bool {
	in := csv.NewReader(bytes.NewReader(src))
	in.Comma, in.FieldsPerRecord, in.ReuseRecord = '\t', -1, true
	for {
		switch _, err := in.Read(); {
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			return false
		}
	}
}

// quote quotes every field between tabs.
func quote(src []byte) []byte {
	var b bytes.Buffer
	for line := range bytes.Lines(src) {
		line = bytes.TrimRight(line, "\r\n")
		for i, field := range bytes.Split(line, []byte("\t")) {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(`"` + strings.ReplaceAll(string(field), `"`, `""`) + `"`)
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

type csvReader struct {
	*reader
	in      *csv.Reader
	first   int // lines before those that in reads
	columns map[string]int
}

func (c *csvReader) document() *Document {
	d := &Document{TextDecides: true}
	var lacks string
	for i := range maxTitles + 1 {
		header, err := c.in.Read()
		if err != nil && (i == 0 || !errors.Is(err, io.EOF)) {
			c.malformed(err)
			return nil
		}
		missing := c.header(d, header)
		if missing == "" {
			lacks = ""
			break
		}
		lacks = firstOf(lacks, missing)
		if err != nil {
			break
		}
	}
	if lacks != "" {
		c.errorf(0, "exchange-syntax", "the first line names no column %q", lacks).
			hint("keep the first line as it was exported: id, source de, target en, …")
		return nil
	}
	for !c.stopped {
		row, err := c.in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			c.malformed(err)
			return d
		}
		if strings.TrimSpace(strings.Join(row, "")) != "" {
			c.reader.unit(d, c.unit(row))
		}
	}
	return d
}

// maxTitles is how many lines may stand above the names of the columns.
const maxTitles = 3

// header takes the names of the columns, and returns one that is missing.
func (c *csvReader) header(d *Document, names []string) (missing string) {
	c.columns = map[string]int{}
	for i, name := range names {
		names[i] = oneLine(name)
		name = strings.ToLower(names[i])
		if rest, ok := strings.CutPrefix(name, columnSource+" "); ok {
			name, d.Source = columnSource, canonical(names[i], rest)
		} else if rest, ok := strings.CutPrefix(name, columnTarget+" "); ok {
			name, d.Target = columnTarget, canonical(names[i], rest)
		}
		c.columns[name] = i
	}
	for _, must := range []string{columnID, columnSource, columnTarget} {
		if _, ok := c.columns[must]; !ok {
			return must
		}
	}
	return ""
}

// canonical returns a language as it was written, without the word before it.
func canonical(name, lower string) string {
	return name[len(name)-len(lower):]
}

func (c csvReader) unit(row []string) Unit {
	cell := func(column string) string {
		if i, ok := c.columns[column]; ok && i < len(row) {
			return unguard(row[i])
		}
		return ""
	}
	line, col := c.in.FieldPos(0)
	u := Unit{
		ID: cell(columnID), Source: cell(columnSource), Target: cell(columnTarget), State: State(strings.ToLower(cell(columnState))),
		Previous: cell(columnPrevious), Obsolete: cell(columnObsolete) != "",
		Pos: diag.Pos{File: c.name, Line: line + c.first, Col: col},
	}
	for _, key := range []string{notePlace, noteForm, notePage, noteChange, noteDiff, notePart, noteFile, noteBase} {
		u.set(key, cell(key))
	}
	switch u.State {
	case Missing, Outdated, Translated, Reviewed:
	default:
		u.State = Translated
	}
	if s := cell(columnComments); s != "" {
		u.Comments = strings.Split(s, "\n")
	}
	return u
}

func (c csvReader) malformed(err error) {
	pos, message := diag.Pos{File: c.name}, err.Error()
	var pe *csv.ParseError
	if errors.As(err, &pe) {
		pos.Line, pos.Col, message = pe.Line+c.first, pe.Column, pe.Err.Error()
	}
	if errors.Is(err, io.EOF) {
		message = "is empty"
	}
	c.add(diag.Errorf(pos, "exchange-syntax", "%s", message)).hint("save the table from the spreadsheet again, as CSV UTF-8")
}
