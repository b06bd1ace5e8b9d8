package prose

import (
	"errors"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"dossier/tools/internal/diag"
)

// ExemptFile is the file of single exemptions.
const ExemptFile = "content/exempt.toml"

// Exemption names one number that needs no record: the unit, the words, and why. It is never a pattern: the words stand in
// the unit, as a reader sees them, exactly once.
//
//	[[exempt]]
//	unit = "p-7f3a9c"        # id of the unit, or events/ID.text of a record
//	text = "drei Fragen"
//	reason = "gliedert den Absatz"
type Exemption struct {
	Pos                diag.Pos // of its header
	Unit, Text, Reason string

	places map[string]diag.Pos // of its keys
}

// At returns the place of a key, or of the header if it has none.
func (e *Exemption) At(key string) diag.Pos {
	if pos, ok := e.places[key]; ok {
		return pos
	}
	return e.Pos
}

// field returns where the value of a key goes; nil if there is no such key.
func (e *Exemption) field(key string) *string {
	switch key {
	case "unit":
		return &e.Unit
	case "text":
		return &e.Text
	case "reason":
		return &e.Reason
	}
	return nil
}

var exemptKeys = []string{"unit", "text", "reason"}

// neededKeys and what to write for them.
var neededKeys = []struct{ key, advice string }{
	{"unit", `add unit = "p-…", the id that the text has in i18n/pages`},
	{"text", `add text = "…", the words with the number as they stand in the unit`},
	{"reason", `add reason = "…": why this number needs no record`},
}

// ReadExemptions reads the file. Codes: encoding-utf8, toml-syntax, exempt-key,
// exempt-value, exempt-required.
func ReadExemptions(name string, src []byte) ([]*Exemption, diag.List) {
	r := exemptReader{name: name, lines: diag.NewLines(name, src)}
	if f, bad := diag.NotUTF8(name, src); bad {
		return nil, diag.List{f}
	}
	r.p.Reset(src)
	for r.p.NextExpression() {
		switch n := r.p.Expression(); n.Kind {
		case unstable.ArrayTable, unstable.Table:
			r.header(n)
		case unstable.KeyValue:
			r.keyValue(n)
		}
	}
	if err := r.p.Error(); err != nil {
		offset := len(src)
		var pe *unstable.ParserError
		if errors.As(err, &pe) && len(pe.Highlight) > 0 {
			offset = int(r.p.Range(pe.Highlight).Offset)
		}
		r.found.Add(diag.Errorf(r.lines.Pos(offset), "toml-syntax", "%s", strings.TrimPrefix(err.Error(), "toml: ")).
			WithHint(`an exemption begins with [[exempt]] and has unit, text and reason; what follows here was not read`))
		return r.all, r.found
	}
	for _, e := range r.all {
		r.complete(e)
	}
	return r.all, r.found
}

type exemptReader struct {
	name  string
	lines *diag.Lines
	p     unstable.Parser
	all   []*Exemption
	cur   *Exemption // nil before the first header, or after one that makes no sense
	found diag.List
}

func (r *exemptReader) header(n *unstable.Node) {
	path, pos := r.path(n)
	if n.Kind == unstable.ArrayTable && path == "exempt" {
		r.cur = &Exemption{Pos: pos, places: map[string]diag.Pos{}}
		r.all = append(r.all, r.cur)
		return
	}
	r.cur = nil
	r.found.Add(diag.Errorf(pos, "exempt-key", "there is no table %q here", path).WithHint("each exemption begins with [[exempt]]"))
}

func (r *exemptReader) keyValue(n *unstable.Node) {
	key, pos := r.path(n)
	if r.cur == nil {
		if len(r.all) == 0 {
			r.found.Add(diag.Errorf(pos, "exempt-key", "%q stands before the first exemption", key).WithHint("each exemption begins with [[exempt]]"))
		}
		return
	}
	dst := r.cur.field(key)
	switch _, twice := r.cur.places[key]; {
	case dst == nil:
		r.found.Add(diag.Errorf(pos, "exempt-key", "an exemption has no key %q", key).
			WithHint("%s", diag.DidYouMean(key, exemptKeys, "the keys are "+strings.Join(exemptKeys, ", "))))
	case twice:
		r.found.Add(diag.Errorf(pos, "exempt-key", "%q is there twice", key).WithHint("keep one"))
	case n.Value().Kind != unstable.String:
		r.found.Add(diag.Errorf(pos, "exempt-value", "%s is no text", key).WithHint(`write it in quotes: %s = "…"`, key))
		r.cur.places[key] = pos
	default:
		*dst, r.cur.places[key] = string(n.Value().Data), pos
	}
}

// complete asks for what an exemption must say.
func (r *exemptReader) complete(e *Exemption) {
	for _, k := range neededKeys {
		if strings.TrimSpace(*e.field(k.key)) == "" && !slices.ContainsFunc(r.found, func(f diag.Finding) bool { return f.Pos == e.At(k.key) && f.Code == "exempt-value" }) {
			r.found.Add(diag.Errorf(e.At(k.key), "exempt-required", "the exemption has no %s", k.key).WithHint("%s", k.advice))
		}
	}
}

func (r *exemptReader) path(n *unstable.Node) (string, diag.Pos) {
	var parts []string
	offset := 0
	for it := n.Key(); it.Next(); {
		if len(parts) == 0 {
			offset = int(it.Node().Raw.Offset)
		}
		parts = append(parts, string(it.Node().Data))
	}
	return strings.Join(parts, "."), r.lines.Pos(offset)
}
