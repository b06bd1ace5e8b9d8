package cite

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"dossier/tools/internal/diag"
)

// Sources come and go in three formats: CSL-JSON, BibTeX (and BibLaTeX) and RIS.
// Each is read into items with findings about what could not be kept, and each
// is written so that reading it gives the same items, as far as the format has
// words for them.

// Limits of what is read. Real exports of a lifetime's library stay far below.
const (
	MaxFile = 64 << 20 // bytes of one file
	maxText = 20_000   // bytes of one field
)

// Formats are the names that [Read] and [Write] know.
var Formats = []string{"csl", "bibtex", "ris"}

// FormatOf tells the format of a file by its name's ending, then by how it
// begins; "" if neither tells.
func FormatOf(name string, src []byte) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".bib", ".bibtex", ".biblatex":
		return "bibtex"
	case ".ris":
		return "ris"
	case ".json":
		return "csl"
	}
	head := bytes.TrimLeft(bytes.TrimPrefix(src[:min(len(src), 4096)], bom), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("[")), bytes.HasPrefix(head, []byte("{")):
		return "csl"
	case bytes.HasPrefix(head, []byte("TY  -")):
		return "ris"
	case bytes.HasPrefix(head, []byte("@")), bytes.HasPrefix(head, []byte("%")):
		return "bibtex"
	}
	return ""
}

var bom = []byte("\xef\xbb\xbf")

// Read reads items in a format of Formats. What could not be kept is a finding;
// an item with an error is not among the results.
func Read(format, name string, src []byte) ([]Item, diag.List) {
	if len(src) > MaxFile {
		return nil, diag.List{diag.Errorf(diag.Pos{File: name}, "import-size", "the file has %d MB; %d are read at most", len(src)>>20, MaxFile>>20).
			WithHint("export fewer entries at a time")}
	}
	src, findings := decode(name, bytes.TrimPrefix(src, bom))
	var items []Item
	var more diag.List
	switch format {
	case "csl":
		items, more = readCSL(name, src)
	case "bibtex":
		items, more = readBibTeX(name, src)
	case "ris":
		items, more = readRIS(name, src)
	default:
		more = diag.List{diag.Errorf(diag.Pos{File: name}, "import-format", "the format of this file is not known").
			WithHint("CSL-JSON (.json), BibTeX (.bib) and RIS (.ris) are read; name one with --format")}
	}
	findings.Add(more...)
	return keep(items, &findings), findings
}

// Write writes items in a format of Formats.
func Write(format string, items []Item) []byte {
	switch format {
	case "bibtex":
		return writeBibTeX(items)
	case "ris":
		return writeRIS(items)
	}
	return writeCSL(items)
}

// decode returns the text as UTF-8. Older programs save in Windows-1252, which
// has a letter for almost every byte; that is said, because it is a guess.
func decode(name string, src []byte) ([]byte, diag.List) {
	f, broken := diag.NotUTF8(name, src)
	if !broken {
		return src, nil
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(src)
	if err != nil || bytes.HasPrefix(src, []byte{0xff, 0xfe}) || bytes.HasPrefix(src, []byte{0xfe, 0xff}) {
		return nil, diag.List{f}
	}
	f.Severity, f.Code = diag.Warning, "import-encoding"
	f.Message = "the file is not UTF-8; it was read as Windows-1252"
	return text, diag.List{f.WithHint("look at the umlauts; save the file as UTF-8 if they are wrong")}
}

// keep drops items without a title, and fields longer than anyone writes.
func keep(items []Item, findings *diag.List) []Item {
	return slices.DeleteFunc(items, func(it Item) bool {
		if strings.TrimSpace(it.Title) == "" {
			findings.Add(diag.Errorf(it.Pos, "import-title", "the entry %q has no title, so it was left out", clip(it.ID)).
				WithHint("give it one where you keep it, and export again"))
			return true
		}
		for _, field := range it.fields() {
			if len(*field.text) > maxText {
				findings.Add(diag.Errorf(it.Pos, "import-size", "the %s of %q has %d bytes, so the entry was left out", field.name, clip(it.ID), len(*field.text)).
					WithHint("a source's fields are short; an abstract or full text does not belong into them"))
				return true
			}
		}
		return false
	})
}

// field is a plain text of an item, by its CSL variable.
type field struct {
	name string
	text *string
}

// fields lists an item's plain texts in the order in which they are written.
func (it *Item) fields() []field {
	return []field{
		{"title", &it.Title}, {"container-title", &it.ContainerTitle}, {"publisher", &it.Publisher},
		{"publisher-place", &it.PublisherPlace}, {"volume", &it.Volume}, {"issue", &it.Issue}, {"page", &it.Page},
		{"number", &it.Number}, {"edition", &it.Edition}, {"URL", &it.URL}, {"DOI", &it.DOI}, {"ISBN", &it.ISBN},
		{"ISSN", &it.ISSN}, {"language", &it.Language}, {"note", &it.Note},
	}
}

func clip(s string) string { return diag.Clip(s, 60) }

// bareDOI takes the resolver or the label off a DOI (DOI Handbook, 2.6).
func bareDOI(s string) string {
	s = strings.TrimSpace(s)
	for _, prefix := range []string{"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI:", "DOI "} {
		s = strings.TrimPrefix(s, prefix)
	}
	return strings.TrimSpace(s)
}
