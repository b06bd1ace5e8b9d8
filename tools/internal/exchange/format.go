package exchange

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"dossier/tools/internal/diag"
)

// Format is the name of a format, as given to --format.
type Format string

// The formats.
const (
	PO     Format = "po"
	XLIFF1 Format = "xliff"
	XLIFF2 Format = "xliff2"
	TMX    Format = "tmx"
	TBX    Format = "tbx"
	CSV    Format = "csv"
)

// Formats lists them.
var Formats = []Format{PO, XLIFF1, XLIFF2, TMX, TBX, CSV}

// Extension returns the usual ending of a file's name, with its dot.
func (f Format) Extension() string {
	switch f {
	case XLIFF1, XLIFF2:
		return ".xlf"
	}
	return "." + string(f)
}

type codec struct {
	write func(*Document) []byte
	read  func(*reader) *Document
}

func codecs(f Format) codec {
	return map[Format]codec{
		PO: {writePO, readPO}, XLIFF1: {writeXLIFF1, readXLIFF1}, XLIFF2: {writeXLIFF2, readXLIFF2},
		TMX: {writeTMX, readTMX}, TBX: {writeTBX, readTBX}, CSV: {writeCSV, readCSV},
	}[f]
}

// Write returns the document in a format. A text that the format cannot hold is
// a finding, and there are no bytes then.
func Write(d *Document, f Format) ([]byte, diag.List) {
	c := *d
	c.Units = slices.Clone(d.Units)
	c.Normalize()
	if findings := c.unwritable(f); findings.HasErrors() {
		return nil, findings
	}
	return codecs(f).write(&c), nil
}

// unwritable finds characters that a format has no way to write: XML 1.0 has
// none for most control characters.
func (d *Document) unwritable(f Format) diag.List {
	var l diag.List
	bad := func(id, s string) bool {
		i := strings.IndexFunc(s, func(r rune) bool { return r == 0 || f != PO && f != CSV && !inXML(r) })
		if i < 0 {
			return false
		}
		l.Add(diag.Errorf(diag.Pos{}, "exchange-character", "%s holds the character %U, which %s cannot hold", id, []rune(s[i:])[0], f).
			WithHint("delete it from the text; it is invisible"))
		return true
	}
	for i := range d.Units {
		u := &d.Units[i]
		for _, s := range append([]string{u.ID, u.Source, u.Target, u.Previous, u.File, u.Context, u.Diff}, u.Comments...) {
			if bad(u.ID, s) {
				break
			}
		}
	}
	return l
}

// MaxSize is the largest file that Read takes, in bytes: forty times the largest
// catalog of a book that we know of. With the limits below, memory stays under a
// gigabyte for the worst file that small pieces can make up.
const MaxSize = 32 << 20

const (
	maxUnits    = 400_000
	maxElements = 100_000 // in one unit
	maxFindings = 1000
)

// Read reads a file that came back. The format is found out from its content;
// its name decides where that leaves a doubt. Of a file with errors it returns
// what could be read; the document is nil if that is nothing. lang is the target
// language to read of a file with several, or "" for the only one.
func Read(name string, data []byte, lang string) (*Document, diag.List) {
	r := &reader{name: name, lang: lang}
	if len(data) > MaxSize {
		r.errorf(0, "exchange-size", "is larger than %d MB", MaxSize>>20).
			hint("that is no translation of a dossier; export again with --page or --only and send that")
		return nil, r.findings
	}
	if kind := archive(data); kind != "" {
		r.errorf(0, "exchange-format", "is %s", kind).hint("%s", unpack(name))
		return nil, r.findings
	}
	if !r.decode(data) {
		return nil, r.findings
	}
	f := detect(name, r.src)
	if f == "" {
		r.errorf(0, "exchange-format", "is none of PO, XLIFF, TMX, TBX, CSV").
			hint("import the file that your program saved, not its project")
		return nil, r.findings
	}
	d := codecs(f).read(r)
	if d == nil {
		return nil, r.findings
	}
	d.File = name
	r.finish(d)
	return d, r.findings
}

// unpack says what to do with a packed or binary file.
func unpack(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".xlsx", ".xls", ".ods", ".numbers":
		return "open it in the spreadsheet and save the table as CSV UTF-8"
	case ".mo":
		return "import the .po that it was made from"
	}
	return "unpack it and import the file inside"
}

// archive names what kind of packed or binary file begins like this, or "".
func archive(data []byte) string {
	for magic, kind := range map[string]string{
		"PK\x03\x04": "a zip archive", "PK\x05\x06": "an empty zip archive", "\x1f\x8b": "a gzip archive", "BZh": "a bzip2 archive",
		"\xfd7zXZ": "an xz archive", "7z\xbc\xaf": "a 7z archive", "Rar!": "a rar archive", "\x28\xb5\x2f\xfd": "a zstd archive",
		"%PDF-": "a PDF document", "\xd0\xcf\x11\xe0": "an old Office document", "\xde\x12\x04\x95": "a compiled catalog (.mo)",
		"\x95\x04\x12\xde": "a compiled catalog (.mo)", "SQLite format 3": "a database",
	} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return kind
		}
	}
	return ""
}

// detect tells the format of a decoded file.
func detect(name string, src []byte) Format {
	head := src[:min(len(src), 4096)]
	if trimmed := bytes.TrimLeft(head, " \t\r\n"); bytes.HasPrefix(trimmed, []byte("<")) {
		return detectXML(src)
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".po", ".pot":
		return PO
	case ".csv", ".tsv", ".txt":
		return CSV
	case ".xlf", ".xliff", ".tmx", ".tbx", ".xml":
		return detectXML(src)
	}
	if bytes.Contains(head, []byte("\nmsgid \"")) || bytes.HasPrefix(head, []byte("msgid \"")) {
		return PO
	}
	return ""
}
