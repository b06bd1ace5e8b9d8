package record

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/edtf"
)

// Load reads the records in files, by name, and validates them together. The
// set holds what could be read even if there are findings.
func Load(files map[string][]byte) (*Set, diag.List) {
	set := &Set{}
	var findings diag.List
	for _, name := range slices.Sorted(maps.Keys(files)) {
		r := reader{set: set, name: name, src: files[name]}
		r.read()
		findings.Add(r.findings...)
	}
	set.index()
	findings.Add(set.validate()...)
	return set, findings
}

// reader takes one file apart with go-toml's parser: one pass, with the place
// of every key. Each kind of record knows its own keys (fields.go).
type reader struct {
	set      *Set
	name     string
	src      []byte
	lines    *diag.Lines
	p        unstable.Parser
	findings diag.List

	record target          // the record being read
	sub    target          // the table inside it being read, or nil
	seen   map[string]bool // keys of the table being read
}

// target is something that keys can be set on.
type target interface {
	base() *Base
	// set takes a value; false means that there is no such key.
	set(r *reader, key string, v value) bool
	keys() []string
}

func (b *Base) base() *Base { return b }

// value is a TOML value and the place of its first byte.
type value struct {
	node   *unstable.Node
	offset int
}

func (r *reader) read() {
	if i := invalid(r.src); i >= 0 {
		r.findings.Add(diag.Errorf(diag.PosAt(r.name, r.src, i), "encoding-utf8", "the records are not UTF-8").WithHint("save the file as UTF-8"))
		return
	}
	r.lines = diag.NewLines(r.name, r.src)
	r.p.Reset(r.src)
	for r.p.NextExpression() {
		switch n := r.p.Expression(); n.Kind {
		case unstable.ArrayTable:
			r.open(n)
		case unstable.Table:
			r.table(n)
		case unstable.KeyValue:
			r.keyValue(n)
		}
	}
	if err := r.p.Error(); err != nil {
		offset := len(r.src)
		var pe *unstable.ParserError
		if errors.As(err, &pe) && len(pe.Highlight) > 0 {
			offset = int(r.p.Range(pe.Highlight).Offset)
		}
		r.findings.Add(diag.Errorf(r.lines.Pos(offset), "toml-syntax", "%s", strings.TrimPrefix(err.Error(), "toml: ")))
	}
}

// open begins a record, or a list entry inside one.
func (r *reader) open(n *unstable.Node) {
	path, offset := r.path(n)
	pos := r.lines.Pos(max(0, offset))
	r.sub, r.seen = nil, map[string]bool{}
	if len(path) == 2 && r.record != nil {
		if r.sub = r.nested(path[0], path[1], pos); r.sub != nil {
			return
		}
	}
	r.record = nil
	if len(path) == 1 {
		r.record = r.set.add(path[0], Base{Pos: pos, at: map[string]diag.Pos{}})
	}
	if r.record == nil {
		name := strings.Join(path, ".")
		r.findings.Add(diag.Errorf(pos, "record-kind", "there are no records of the kind [[%s]]", name).
			WithHint("%s", diag.DidYouMean(name, recordKinds, "the kinds are "+strings.Join(recordKinds, ", "))))
	}
}

// nested begins [[figure.evidence]] or [[KIND.history]].
func (r *reader) nested(kind, name string, pos diag.Pos) target {
	switch f := r.record.(type) {
	case *Figure:
		if kind == "figure" && name == "evidence" {
			f.Evidence = append(f.Evidence, Evidence{Base: Base{Pos: pos, at: map[string]diag.Pos{}}})
			return &f.Evidence[len(f.Evidence)-1]
		}
	}
	if name == "history" {
		b := r.record.base()
		b.History = append(b.History, Change{})
		return &change{Base: Base{Pos: pos, at: map[string]diag.Pos{}}, change: &b.History[len(b.History)-1]}
	}
	return nil
}

// table begins [figure.lowered] and its like: keys of the record's own tables.
func (r *reader) table(n *unstable.Node) {
	path, offset := r.path(n)
	r.seen = map[string]bool{}
	r.sub = nil
	if len(path) == 2 && r.record != nil {
		if t, ok := r.record.(tabled); ok {
			if r.sub = t.table(path[1], r.lines.Pos(offset)); r.sub != nil {
				return
			}
		}
	}
	r.record = nil
	r.findings.Add(diag.Errorf(r.lines.Pos(offset), "record-kind", "[%s] is no record", strings.Join(path, ".")).
		WithHint("records have two brackets: [[figure]]"))
}

// tabled is a record with tables inside it.
type tabled interface {
	table(name string, pos diag.Pos) target
}

func (r *reader) keyValue(n *unstable.Node) {
	path, offset := r.path(n)
	t := r.sub
	if t == nil {
		t = r.record
	}
	if t == nil {
		if r.seen == nil {
			r.findings.Add(diag.Errorf(r.lines.Pos(offset), "record-key", "%q belongs to no record", strings.Join(path, ".")).
				WithHint("a record begins with its kind in two brackets: [[figure]]"))
		}
		return
	}
	for len(path) > 1 { // archive.url = …
		inner, ok := t.(tabled)
		if !ok {
			break
		}
		if t = inner.table(path[0], r.lines.Pos(offset)); t == nil {
			break
		}
		path = path[1:]
	}
	if t != nil {
		r.assign(t, strings.Join(path, "."), offset, n.Value())
	}
}

func (r *reader) assign(t target, key string, offset int, node *unstable.Node) {
	pos := r.lines.Pos(offset)
	if _, twice := t.base().at[key]; twice {
		r.findings.Add(diag.Errorf(pos, "record-key", "%q stands twice in this record", key))
		return
	}
	t.base().at[key] = pos
	if node.Kind == unstable.InlineTable {
		if r.inline(t, key, node, pos) {
			return
		}
	}
	if !t.set(r, key, value{node, r.valueOffset(node, offset)}) {
		r.findings.Add(diag.Errorf(pos, "record-key", "there is no key %q here", key).
			WithHint("%s", diag.DidYouMean(key, t.keys(), "the keys are "+strings.Join(t.keys(), ", "))))
	}
}

// inline reads archive = { url = … }.
func (r *reader) inline(t target, key string, node *unstable.Node, pos diag.Pos) bool {
	outer, ok := t.(tabled)
	if !ok {
		return false
	}
	inner := outer.table(key, pos)
	if inner == nil {
		return false
	}
	for it := node.Children(); it.Next(); {
		if kv := it.Node(); kv.Kind == unstable.KeyValue {
			path, offset := r.path(kv)
			r.assign(inner, strings.Join(path, "."), offset, kv.Value())
		}
	}
	return true
}

func (r *reader) path(n *unstable.Node) (parts []string, offset int) {
	for it := n.Key(); it.Next(); {
		if len(parts) == 0 {
			offset = int(it.Node().Raw.Offset)
		}
		parts = append(parts, string(it.Node().Data))
	}
	return parts, offset
}

func (r *reader) valueOffset(n *unstable.Node, fallback int) int {
	if n.Raw.Length > 0 {
		return int(n.Raw.Offset)
	}
	return fallback
}

// text reads a string.
func (r *reader) text(v value, dst *string) bool {
	if v.node.Kind != unstable.String {
		r.wrongType(v, "a text in quotes")
		return true
	}
	*dst = string(v.node.Data)
	return true
}

// texts reads a list of strings; a single one counts as a list of one.
func (r *reader) texts(v value, dst *[]string) bool {
	if v.node.Kind == unstable.String {
		*dst = []string{string(v.node.Data)}
		return true
	}
	if v.node.Kind != unstable.Array {
		r.wrongType(v, "a list of texts")
		return true
	}
	for it := v.node.Children(); it.Next(); {
		var s string
		r.text(value{it.Node(), r.valueOffset(it.Node(), v.offset)}, &s)
		*dst = append(*dst, s)
	}
	return true
}

func (r *reader) boolean(v value, dst *bool) bool {
	if v.node.Kind != unstable.Bool {
		r.wrongType(v, "true or false")
		return true
	}
	*dst = string(v.node.Data) == "true"
	return true
}

// date reads an EDTF date; an error has the column inside the string.
func (r *reader) date(v value, dst *edtf.Date) bool {
	var s string
	switch v.node.Kind {
	case unstable.String:
		s = string(v.node.Data)
	case unstable.LocalDate:
		s = string(v.node.Data)
		v.offset--
	default:
		r.wrongType(v, `an EDTF date in quotes, say "2023-03-05"`)
		return true
	}
	d, err := edtf.Parse(s)
	if err == nil {
		*dst = d
		return true
	}
	offset, message := v.offset+1, err.Error()
	var ee *edtf.Error
	if errors.As(err, &ee) {
		offset, message = v.offset+ee.Col, ee.Msg
	}
	r.findings.Add(diag.Errorf(r.lines.Pos(offset), "date-malformed", "%q: %s", s, message).
		WithHint("dates are EDTF: 2023, 2023-03, 2023-03-05, 2023-03~ (about), 2021/2022 (from, to)"))
	return true
}

// decimal reads an exact value.
func (r *reader) decimal(v value, dst *string) bool {
	if v.node.Kind != unstable.String {
		r.wrongType(v, `a decimal in quotes, say "1000000000" or "24.99"`)
		return true
	}
	s := string(v.node.Data)
	if !decimal(s) {
		r.findings.Add(diag.Errorf(r.lines.Pos(v.offset), "value-malformed", "%q is no decimal", s).
			WithHint(`digits with a point for the fraction and no separators: "1500000", "24.99"`))
		return true
	}
	*dst = s
	return true
}

// word reads one of a few words.
func word[T ~string](r *reader, v value, dst *T, words []T) bool {
	var s string
	r.text(v, &s)
	if v.node.Kind == unstable.String && !slices.Contains(words, T(s)) {
		known := make([]string, len(words))
		for i, w := range words {
			known[i] = string(w)
		}
		r.findings.Add(diag.Errorf(r.lines.Pos(v.offset), "record-value", "%q is none of the words that may stand here", s).
			WithHint("%s", diag.DidYouMean(s, known, "they are "+strings.Join(known, ", "))))
		return true
	}
	*dst = T(s)
	return true
}

func (r *reader) wrongType(v value, want string) {
	r.findings.Add(diag.Errorf(r.lines.Pos(v.offset), "record-value", "this should be %s", want))
}

func invalid(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		c, n := utf8.DecodeRune(b[i:])
		if c == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}
