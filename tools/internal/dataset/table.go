package dataset

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// A table is a CSV file (RFC 4180, UTF-8) and its description as a Table Schema
// of the Data Package standard.
type table struct {
	name, title, description string
	columns                  []column
	primary                  []string
	rows                     [][]string
}

// column is a field of a Table Schema. Text is free text, which a spreadsheet
// must not run; the other types are made of letters and digits by their rules.
type column struct {
	name, kind, description string
	enum                    []string
	refers                  string // the table whose id it holds
}

// The types of Table Schema that are used.
const (
	text    = "string"
	code    = "code" // a string without free text: ids, words of a list, dates in EDTF
	decimal = "number"
	integer = "integer"
	boolean = "boolean"
	address = "uri" // a string with the format uri
)

func (t *table) file() string { return t.name + ".csv" }

// row adds a row, which must have a value for each column.
func (t *table) row(values ...string) { t.rows = append(t.rows, values) }

// csv writes the table.
func (t *table) csv() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	head := make([]string, len(t.columns))
	for i, c := range t.columns {
		head[i] = c.name
	}
	_ = w.Write(head) // to a buffer
	for _, row := range t.rows {
		cells := make([]string, len(row))
		for i, s := range row {
			cells[i] = s
			if t.columns[i].kind == text {
				cells[i] = inert(s)
			}
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.Bytes()
}

// inert keeps a spreadsheet from running a text as a formula: an apostrophe
// before the signs that begin one (OWASP, "CSV Injection"). figures.json has the
// text as it is.
func inert(s string) string {
	if strings.IndexAny(s, "=+-@\t\r|%") == 0 {
		return "'" + s
	}
	return s
}
