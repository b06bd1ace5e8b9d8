package main

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"
	"strings"
)

func printJSON(w io.Writer, list []finding) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, f := range list {
		if err := e.Encode(f); err != nil {
			return err
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

// printScan shows a person the text with its figures and dates, and a table of
// what they mean.
func (a *app) printScan(t text, list []finding, several bool) error {
	var b strings.Builder
	if several {
		b.WriteString("== " + t.name + "\n")
	}
	open, end := "⟦", "⟧"
	if a.color(a.stdout) {
		open, end = "\x1b[1;32m", "\x1b[0m"
	}
	at := 0
	for _, f := range list {
		b.WriteString(t.data[at:f.from] + open + t.data[f.from:f.to] + end)
		at = f.to
	}
	b.WriteString(t.data[at:])
	if !strings.HasSuffix(t.data, "\n") {
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
	rows := [][]string{{"line", "text", "kind", "means"}}
	for _, f := range list {
		rows = append(rows, []string{strconv.Itoa(f.Line), strings.Join(strings.Fields(f.Text), " "), f.Kind, f.means()})
	}
	if len(list) == 0 {
		b.WriteString("no figures and no dates\n")
	} else {
		b.WriteString(columns(rows))
	}
	_, err := io.WriteString(a.stdout, b.String())
	return err
}

// means says in one cell what a finding says.
func (f finding) means() string {
	var parts []string
	if f.Approx != "exact" {
		parts = append(parts, f.Approx)
	}
	if f.Max != "" {
		parts = append(parts, f.Value+" to "+f.Max)
	} else {
		parts = append(parts, f.Value)
	}
	parts = append(parts, f.Currency+f.Unit)
	if f.Per != "" {
		parts = append(parts, "per "+f.Per)
	}
	parts = append(parts, f.EDTF, f.Mod)
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// columns sets rows in columns as wide as their widest cell, two spaces apart.
func columns(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], len([]rune(cell)))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell + strings.Repeat(" ", widths[i]-len([]rune(cell))+2))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}
