package cite

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/edtf"
)

// CSL-JSON 1.0.2 (citation-style-language/schema, csl-data.json): an array of
// items. Zotero, Citation.js and pandoc write it.

type cslItem struct {
	ID             cslText   `json:"id"`
	Type           string    `json:"type"`
	Title          cslText   `json:"title,omitempty"`
	Author         []cslName `json:"author,omitempty"`
	Editor         []cslName `json:"editor,omitempty"`
	ContainerTitle cslText   `json:"container-title,omitempty"`
	Publisher      cslText   `json:"publisher,omitempty"`
	PublisherPlace cslText   `json:"publisher-place,omitempty"`
	Issued         *cslDate  `json:"issued,omitempty"`
	Accessed       *cslDate  `json:"accessed,omitempty"`
	Volume         cslText   `json:"volume,omitempty"`
	Issue          cslText   `json:"issue,omitempty"`
	Page           cslText   `json:"page,omitempty"`
	Number         cslText   `json:"number,omitempty"`
	Edition        cslText   `json:"edition,omitempty"`
	URL            cslText   `json:"URL,omitempty"`
	DOI            cslText   `json:"DOI,omitempty"`
	ISBN           cslText   `json:"ISBN,omitempty"`
	ISSN           cslText   `json:"ISSN,omitempty"`
	Language       cslText   `json:"language,omitempty"`
	Note           cslText   `json:"note,omitempty"`
}

// cslText is a variable that programs write as a string, a number or, for
// titles and ISSNs out of Crossref, as a list of one.
type cslText string

func (t *cslText) UnmarshalJSON(data []byte) error {
	var v any
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return err
	}
	if list, ok := v.([]any); ok && len(list) > 0 {
		v = list[0]
	}
	switch v := v.(type) {
	case string:
		*t = cslText(v)
	case json.Number:
		*t = cslText(v.String())
	case nil:
	default:
		return fmt.Errorf("a text should stand here, not %s", kindOf(data))
	}
	return nil
}

func kindOf(data []byte) string {
	if len(data) > 0 && data[0] == '{' {
		return "an object"
	}
	return "a list or a truth value"
}

type cslName struct {
	Family      string `json:"family,omitempty"`
	Given       string `json:"given,omitempty"`
	Suffix      string `json:"suffix,omitempty"`
	Particle    string `json:"non-dropping-particle,omitempty"`
	DropParticl string `json:"dropping-particle,omitempty"`
	Literal     string `json:"literal,omitempty"`
}

func (n cslName) name() Name {
	if n.Literal != "" {
		return Name{Literal: n.Literal}
	}
	join := func(parts ...string) string {
		return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
	}
	return Name{Family: join(n.Particle, n.Family, n.Suffix), Given: join(n.Given, n.DropParticl)}
}

// readCSL reads an array of items, or a single one, item by item: one that is
// wrong does not take the others with it.
func readCSL(name string, src []byte) ([]Item, diag.List) {
	lines := diag.NewLines(name, src)
	d := json.NewDecoder(bytes.NewReader(src))
	var items []Item
	var findings diag.List
	open, err := d.Token()
	switch {
	case err == nil && open == json.Delim('{'):
		d = json.NewDecoder(bytes.NewReader(append(append([]byte{'['}, src...), ']')))
		_, _ = d.Token()
		src = append([]byte{'['}, src...)
		lines = diag.NewLines(name, src)
	case err != nil || open != json.Delim('['):
		return nil, diag.List{jsonFinding(lines, 0, err)}
	}
	for d.More() {
		var raw json.RawMessage
		start := d.InputOffset()
		if err := d.Decode(&raw); err != nil {
			findings.Add(jsonFinding(lines, d.InputOffset(), err))
			return items, findings
		}
		start += int64(bytes.IndexFunc(src[start:], func(r rune) bool { return !strings.ContainsRune(", \t\r\n", r) }))
		item, more := newCSLItem(raw, lines.Pos(int(start)))
		findings.Add(more...)
		if !more.HasErrors() {
			items = append(items, item)
		}
	}
	if _, err := d.Token(); err != nil {
		findings.Add(jsonFinding(lines, d.InputOffset(), err))
	}
	return items, findings
}

func jsonFinding(lines *diag.Lines, offset int64, err error) diag.Finding {
	message := "an array of CSL items should begin here"
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		offset, message = syntax.Offset, strings.TrimPrefix(err.Error(), "json: ")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		message = "the file ends in the middle"
	}
	return diag.Errorf(lines.Pos(int(offset)), "import-syntax", "%s", message).WithHint("export the sources again as CSL JSON")
}

func newCSLItem(raw json.RawMessage, pos diag.Pos) (Item, diag.List) {
	var c cslItem
	if err := json.Unmarshal(raw, &c); err != nil {
		return Item{}, diag.List{diag.Errorf(pos, "import-syntax", "this is no CSL item: %s", strings.TrimPrefix(err.Error(), "json: ")).
			WithHint("the entry was left out; the others were read")}
	}
	it := Item{
		ID: string(c.ID), Type: cslType(c.Type), Title: plainTitle(string(c.Title)), ContainerTitle: plainTitle(string(c.ContainerTitle)),
		Publisher: string(c.Publisher), PublisherPlace: string(c.PublisherPlace), Volume: string(c.Volume), Issue: string(c.Issue),
		Page: string(c.Page), Number: string(c.Number), Edition: string(c.Edition), URL: string(c.URL), DOI: bareDOI(string(c.DOI)),
		ISBN: string(c.ISBN), ISSN: string(c.ISSN), Language: string(c.Language), Note: string(c.Note), Pos: pos,
	}
	for _, n := range c.Author {
		it.Author = append(it.Author, n.name())
	}
	for _, n := range c.Editor {
		it.Editor = append(it.Editor, n.name())
	}
	var findings diag.List
	for _, date := range []struct {
		name string
		from *cslDate
		to   *edtf.Date
	}{{"issued", c.Issued, &it.Issued}, {"accessed", c.Accessed, &it.Accessed}} {
		d, ok := date.from.edtf()
		if !ok {
			findings.Add(dateFinding(pos, date.name, it.ID))
		}
		*date.to = d
	}
	return it, findings
}

// dateFinding says that a date was not understood. The item is kept without it:
// a source with no date says so in its citation, and a wrong one would not.
func dateFinding(pos diag.Pos, field, id string) diag.Finding {
	return diag.Warnf(pos, "import-date", "the date %s of %q is none that can be read, so it was left out", field, clip(id)).
		WithHint("2023-03-05, 2023-03 and 2023 are read, and ranges as 2021/2023")
}

// cslType returns a type of CSL 1.0.2 for what older programs write.
func cslType(s string) string {
	if _, ok := shapes[s]; ok {
		return s
	}
	switch s {
	case "article-web", "web":
		return "webpage"
	case "entry-encyclopaedia":
		return "entry-encyclopedia"
	}
	return "document"
}

// markup are the HTML tags that CSL allows in titles.
var markup = strings.NewReplacer("<i>", "", "</i>", "", "<b>", "", "</b>", "", "<sub>", "", "</sub>", "", "<sup>", "", "</sup>", "",
	`<span style="font-variant:small-caps;">`, "", `<span class="nocase">`, "", "</span>", "")

func plainTitle(s string) string { return strings.Join(strings.Fields(markup.Replace(s)), " ") }

func writeCSL(items []Item) []byte {
	list := make([]cslItem, 0, len(items))
	for _, it := range items {
		list = append(list, cslItem{
			ID: cslText(it.ID), Type: it.Type, Title: cslText(it.Title), Author: cslNames(it.Author), Editor: cslNames(it.Editor),
			ContainerTitle: cslText(it.ContainerTitle), Publisher: cslText(it.Publisher), PublisherPlace: cslText(it.PublisherPlace),
			Issued: newCSLDate(it.Issued), Accessed: newCSLDate(it.Accessed), Volume: cslText(it.Volume), Issue: cslText(it.Issue),
			Page: cslText(it.Page), Number: cslText(it.Number), Edition: cslText(it.Edition), URL: cslText(it.URL), DOI: cslText(it.DOI),
			ISBN: cslText(it.ISBN), ISSN: cslText(it.ISSN), Language: cslText(it.Language), Note: cslText(it.Note),
		})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(list) // of texts and numbers only
	return b.Bytes()
}

func cslNames(names []Name) []cslName {
	var list []cslName
	for _, n := range names {
		list = append(list, cslName{Family: n.Family, Given: n.Given, Literal: n.Literal})
	}
	return list
}
