package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"dossier/tools/internal/diag"
)

// FrontMatter is the head of a page.
type FrontMatter struct {
	Format string         // "toml", "yaml", "json", or "" if the page has none
	Values map[string]any // as the format's decoder gives them
	Span   Span           // from the opening delimiter to the line after the closing one
	Inner  Span           // what stands between the delimiters
	Keys   map[string]int // offset of each top-level key in the source, for findings
}

// A field is a top-level string of the front matter that is a unit.
type field struct {
	key   string
	value string
	span  Span // in the source, quotes included
}

// unitKind says what unit a top-level key is, if it is one.
func unitKind(key string) (Kind, bool) {
	switch k := Kind(key); k {
	case Title, Summary, Description:
		return k, true
	}
	return "", false
}

const bom = "\uFEFF"

// readFront finds and reads the front matter. It reports false if the page
// cannot be read any further, because nobody can say where its text begins.
func (p *Page) readFront(found *diag.List) bool {
	src := p.Source
	start := 0
	if bytes.HasPrefix(src, []byte(bom)) {
		start = len(bom)
	}
	p.Body = start
	first := p.lines[min(1, len(p.lines)-1)]
	if first == 0 {
		first = len(src)
	}
	delimiter := strings.TrimRight(string(src[start:first]), blanks)
	switch delimiter {
	case "+++":
		p.Front.Format = "toml"
	case "---":
		p.Front.Format = "yaml"
	default:
		return p.readJSON(start, found)
	}
	if !p.delimit(start, delimiter) {
		found.Add(diag.Errorf(p.Pos(start), "front-matter", "the front matter does not end").
			WithHint("close it with a line %s", delimiter))
		return false
	}
	p.Body = p.Front.Span.End
	var fields []field
	if p.Front.Format == "toml" {
		fields = p.readTOML(found)
	} else {
		fields = p.readYAML(found)
	}
	p.frontUnits(fields)
	return true
}

// delimit finds the line that closes the front matter.
func (p *Page) delimit(start int, delimiter string) bool {
	for n := 1; n < len(p.lines); n++ {
		at, end := p.lines[n], p.lineEnd(n)
		if strings.TrimRight(string(p.Source[at:end]), blanks) != delimiter {
			continue
		}
		after := len(p.Source)
		if n+1 < len(p.lines) {
			after = p.lines[n+1]
		}
		p.Front.Span, p.Front.Inner = Span{start, after}, Span{p.lines[1], at}
		return true
	}
	return false
}

func (p *Page) frontUnits(fields []field) {
	for _, f := range fields {
		text := collapse(f.value)
		if text == "" {
			continue
		}
		p.Units = append(p.Units, Unit{
			Kind: Kind(f.key), Key: f.key, Text: text,
			Spans: []Span{f.span}, Offset: f.span.Start,
			LineStart: p.lines[p.line(f.span.Start)], LineEnd: p.lineEnd(p.line(f.span.End)),
			Attr: Span{f.span.End, f.span.End},
		})
	}
}

// formatHint says what most often goes wrong.
func formatHint(format string) string {
	switch format {
	case "toml":
		return `in TOML each key stands on a line of its own, once, and text in double quotes: key = "text"`
	case "yaml":
		return `in YAML each key stands once, no tab indents, and text with a colon or a # needs double quotes`
	}
	return "in JSON keys and text stand in double quotes, with a comma between two entries and none after the last"
}

// broken reports an error in the front matter. line and col count from 1 inside
// it.
func (p *Page) broken(found *diag.List, line, col int, message string) {
	n := min(p.line(p.Front.Inner.Start)+max(line, 1)-1, len(p.lines)-1)
	found.Add(diag.Errorf(p.Pos(p.lines[n]+max(col, 1)-1), "front-matter", "%s", strings.TrimSuffix(message, ".")).
		WithHint("%s", formatHint(p.Front.Format)))
}

// wrapped matches a line break with the blanks around it.
var wrapped = regexp.MustCompile(`[ \t\r]*\n\s*`)

// collapse makes one line of a value that runs over several.
func collapse(s string) string {
	return strings.Trim(wrapped.ReplaceAllString(s, " "), blanks)
}

// quoted writes a string in double quotes so that TOML and YAML read it alike.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20 || r >= 0x7F && r < 0xA0 || r == 0x2028 || r == 0x2029 || r == 0xFEFF:
			const hex = "0123456789abcdef"
			b.WriteString(`\u`)
			for shift := 12; shift >= 0; shift -= 4 {
				b.WriteByte(hex[r>>shift&0xF])
			}
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
