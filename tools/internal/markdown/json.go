package markdown

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"

	"dossier/tools/internal/diag"
)

// jsonStart matches a page that begins with a JSON object, as Hugo allows.
var jsonStart = regexp.MustCompile(`\A\{\s*(?:"|\})`)

// readJSON reads front matter that is a JSON object without delimiters, if
// there is one. It reports false if it is broken, for then nobody can say where
// the text begins.
func (p *Page) readJSON(start int, found *diag.List) bool {
	if !jsonStart.Match(p.Source[start:]) {
		return true
	}
	p.Front = FrontMatter{Format: "json", Values: map[string]any{}, Inner: Span{start, len(p.Source)}}
	dec := json.NewDecoder(bytes.NewReader(p.Source[start:]))
	if err := dec.Decode(&p.Front.Values); err != nil {
		at := start + int(dec.InputOffset())
		var se *json.SyntaxError
		if errors.As(err, &se) {
			at = start + int(se.Offset) - 1
		}
		pos := p.Pos(at)
		p.broken(found, pos.Line, pos.Col, err.Error())
		return false
	}
	end := start + int(dec.InputOffset())
	p.Front.Inner.End = end
	if n := bytes.IndexByte(p.Source[end:], '\n'); n >= 0 && skipBlanks(p.Source[end:end+n], 0) == n {
		end += n + 1
	}
	p.Front.Span, p.Body = Span{start, end}, end
	p.frontUnits(p.jsonFields())
	return true
}

// jsonFields goes through the tokens of an object that is known to be sound.
func (p *Page) jsonFields() []field {
	inner := p.Source[p.Front.Inner.Start:p.Front.Inner.End]
	base := p.Front.Inner.Start
	p.Front.Keys = map[string]int{}
	var fields []field
	dec := json.NewDecoder(bytes.NewReader(inner))
	_, _ = dec.Token() // the opening brace
	for dec.More() {
		t, _ := dec.Token()
		key, _ := t.(string)
		end := base + int(dec.InputOffset())
		p.Front.Keys[key] = bytes.LastIndexByte(p.Source[base:end-1], '"') + base
		var raw json.RawMessage
		if dec.Decode(&raw) != nil {
			break
		}
		end = base + int(dec.InputOffset())
		var value string
		if _, ok := unitKind(key); ok && json.Unmarshal(raw, &value) == nil && value != "" {
			fields = append(fields, field{key: key, value: value, span: Span{end - len(raw), end}})
		}
	}
	return fields
}
