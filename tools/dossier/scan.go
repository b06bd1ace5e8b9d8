package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/quantity"
)

const scanLong = `scan finds figures and dates in German and English prose and says what they mean:
values as exact decimals, money by ISO 4217, approximators as classes, dates in
EDTF (ISO 8601-2).

Texts are files, or what is piped in. Without either, scan reads the dossier and
lists every number of its prose that has no record and no exemption yet, each with
a record to paste.

With --json it prints one object a line: line, start and end (in bytes of the text;
with --lines, of that line), text, kind, value, max, unit, currency, per, approx,
edtf, mod.
  kind    count money percent percentpoint fraction multiple duration age quantity
          ordinal vague date
  approx  exact about more-than at-least less-than at-most just-over just-under
  mod     early mid late, of a date`

const scanExample = `  dossier scan artikel.txt --date 2023-03-11
  echo "rund 44 Milliarden US-Dollar" | dossier scan --json
  dossier scan --lang en-GB --lines --json sentences.txt
  dossier scan                        numbers of the dossier without a record`

// mostScanned is how much of a text is read, in bytes.
const mostScanned = 512 << 20

type scanFlags struct {
	lang, date  string
	lines, json bool
}

func (a *app) scanCommand() *cobra.Command {
	var f scanFlags
	cmd := &cobra.Command{
		Use: "scan [FILE…]", Short: "find figures and dates in a text, or numbers without a record", Long: scanLong, Example: scanExample,
		RunE: func(_ *cobra.Command, args []string) error { return a.scan(args, f) },
	}
	cmd.Flags().StringVar(&f.lang, "lang", "", "the language: de, de-CH, en, en-GB, en-US (default: de, or the dossier's)")
	cmd.Flags().StringVar(&f.date, "date", "", `the text's date, for "yesterday" and "vor zwei Jahren": 2023-03-11`)
	cmd.Flags().BoolVar(&f.lines, "lines", false, "each line is a text of its own")
	cmd.Flags().BoolVar(&f.json, "json", false, "one JSON object a finding, on stdout")
	return cmd
}

// text is one input.
type text struct {
	name string
	data string
}

func (a *app) scan(names []string, f scanFlags) error {
	o := quantity.Options{Lang: f.lang}
	if f.date != "" {
		date, err := time.Parse(time.DateOnly, f.date)
		if err != nil {
			return fmt.Errorf("--date %q is no day; write it as 2023-03-11", f.date)
		}
		o.Date = date
	}
	if f.lang != "" && !quantity.Reads(f.lang) {
		return fmt.Errorf("--lang %q is not read; German and English are, as de, de-AT, de-CH, en, en-GB, en-US", f.lang)
	}
	texts, findings := inputs(names)
	if findings.HasErrors() {
		a.print(findings)
		return exit(1)
	}
	if texts == nil {
		return a.scanDossier(f)
	}
	if o.Lang == "" {
		o.Lang = "de"
	}
	for _, t := range texts {
		found := scanned(t.data, o, f.lines)
		var err error
		if f.json {
			err = printJSON(a.stdout, found)
		} else {
			err = a.printScan(t, found, len(texts) > 1)
		}
		if err != nil {
			return a.fail(err)
		}
	}
	return nil
}

// inputs reads the named files, or what is piped in; nil if there is neither.
func inputs(names []string) ([]text, diag.List) {
	if len(names) == 0 {
		info, err := os.Stdin.Stat()
		if err != nil || info.Mode()&os.ModeCharDevice != 0 {
			return nil, nil
		}
		data, err := io.ReadAll(io.LimitReader(os.Stdin, mostScanned))
		if err != nil || len(data) == 0 {
			return nil, nil
		}
		return []text{{"standard input", string(data)}}, nil
	}
	var texts []text
	var findings diag.List
	for _, name := range names {
		if name == "-" {
			data, err := io.ReadAll(io.LimitReader(os.Stdin, mostScanned))
			if err != nil {
				findings.Add(diag.Errorf(diag.Pos{File: "standard input"}, "read", "cannot be read: %v", err))
			}
			texts = append(texts, text{"standard input", string(data)})
			continue
		}
		data, failed := readFile(name, mostScanned)
		if len(data) > mostScanned {
			failed = diag.List{diag.Errorf(diag.Pos{File: filepath.ToSlash(name)}, "scan-size", "is larger than %d MB", mostScanned>>20).WithHint("split it")}
		}
		findings.Add(failed...)
		texts = append(texts, text{filepath.ToSlash(name), string(data)})
	}
	return texts, findings
}

// finding is one object of --json. Its keys and their order are a promise.
type finding struct {
	Line     int    `json:"line"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	Kind     string `json:"kind"`
	Value    string `json:"value"`
	Max      string `json:"max"`
	Unit     string `json:"unit"`
	Currency string `json:"currency"`
	Per      string `json:"per"`
	Approx   string `json:"approx"`
	EDTF     string `json:"edtf"`
	Mod      string `json:"mod"`

	from, to int // in bytes of the whole text
}

// scanned reads a text, whole or line by line.
func scanned(data string, o quantity.Options, lines bool) []finding {
	var list []finding
	if !lines {
		line, at := 1, 0
		for _, q := range quantity.Scan(data, o) {
			line += strings.Count(data[at:q.Start], "\n")
			at = q.Start
			list = append(list, newFinding(q, data, line, 0))
		}
		return list
	}
	n, offset := 0, 0
	var found []quantity.Quantity
	for line := range strings.Lines(data) {
		n++
		text := strings.TrimRight(line, "\r\n")
		found = quantity.Append(found[:0], text, o)
		for _, q := range found {
			list = append(list, newFinding(q, text, n, offset))
		}
		offset += len(line)
	}
	return list
}

func newFinding(q quantity.Quantity, text string, line, offset int) finding {
	return finding{
		Line: line, Start: q.Start, End: q.End, Text: text[q.Start:q.End], Kind: q.Kind.String(), Value: written(q.Value), Max: written(q.Max),
		Unit: q.Unit, Currency: q.Currency, Per: q.Per, Approx: q.Approx.String(), EDTF: q.EDTF, Mod: q.Mod,
		from: offset + q.Start, to: offset + q.End,
	}
}

func written(d quantity.Decimal) string {
	if !d.Given() {
		return ""
	}
	return d.String()
}

var errNoDossier = errors.New("name a file or pipe a text in; without one, scan reads the dossier, and there is none here")
