package record

import (
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"dossier/tools/internal/diag"
)

// A reader takes one file apart with go-toml's parser: one pass, no tree, the
// place of every key. The parser knows TOML's grammar; which tables there are,
// and that a key stands only once, is decided here by the tables of tables.go.
type reader struct {
	name     string
	src      []byte
	lines    *diag.Lines
	p        unstable.Parser
	names    map[string]string // ids as one string each, however often they are named
	findings diag.List

	root cursor
	last map[*key]cursor // the latest [[record]] of each kind
	cur  cursor          // where keys go; none after a header that makes no sense
}

// cursor is a table being filled.
type cursor struct {
	table *table
	rec   located
}

func newReader(set *Set, name string, src []byte, names map[string]string) *reader {
	r := &reader{name: name, src: src, names: names, last: map[*key]cursor{}}
	r.root = cursor{&rootTable, &root{set: set}}
	r.cur = r.root
	return r
}

// read reads the file and reports whether it came to its end.
func (r *reader) read() bool {
	if f, bad := diag.NotUTF8(r.name, r.src); bad {
		r.findings.Add(f)
		return false
	}
	r.lines = diag.NewLines(r.name, r.src)
	r.root.rec.node().lines = r.lines
	r.p.Reset(r.src)
	for r.p.NextExpression() {
		switch n := r.p.Expression(); n.Kind {
		case unstable.ArrayTable, unstable.Table:
			r.header(n)
		case unstable.KeyValue:
			r.keyValue(n)
		}
	}
	return r.grammar(r.p.Error())
}

// grammar reports what the parser could not make sense of.
func (r *reader) grammar(err error) bool {
	if err == nil {
		return true
	}
	offset := len(r.src)
	var pe *unstable.ParserError
	if errors.As(err, &pe) && len(pe.Highlight) > 0 {
		offset = int(r.p.Range(pe.Highlight).Offset)
	}
	for _, open := range r.last {
		open.rec.node().cut = true
	}
	if r.cur.rec != nil {
		r.cur.rec.node().cut = true
	}
	r.findings.Add(diag.Errorf(r.lines.Pos(offset), "toml-syntax", "%s", strings.TrimPrefix(err.Error(), "toml: ")).
		WithHint(`TOML reads key = "text in quotes"; a record begins with its kind, [[figure]]; what follows here was not read`))
	return false
}

// keyValue reads one line: key = value, or archive.url = value.
func (r *reader) keyValue(n *unstable.Node) {
	if r.cur.rec == nil {
		return // its header was reported
	}
	path, offset := r.path(n.Key())
	at := r.cur
	for _, part := range path[:len(path)-1] {
		k := at.table.key(part)
		if k == nil || k.nested == nil || k.many {
			r.unknown(at.table, strings.Join(path, "."), offset)
			return
		}
		at = r.inside(at, k, offset)
	}
	r.assign(at, path[len(path)-1], offset, n.Value())
}

// assign gives a key its value.
func (r *reader) assign(at cursor, name string, offset int, v *unstable.Node) {
	k := at.table.key(name)
	switch {
	case k == nil:
		r.unknown(at.table, name, offset)
	case at.rec.node().has(name):
		r.twice(name, offset)
	case k.nested != nil:
		r.inline(at, k, offset, v)
	default:
		start := offset
		if v.Raw.Length > 0 {
			start = int(v.Raw.Offset)
		}
		at.rec.node().mark(name, offset, start)
		r.value(at.rec, k, name, value{v, start})
	}
}

// inline reads archive = { … } and evidence = [{ … }].
func (r *reader) inline(at cursor, k *key, offset int, v *unstable.Node) {
	switch {
	case v.Kind == unstable.InlineTable && !k.many:
		r.fill(r.inside(at, k, offset), v)
	case v.Kind == unstable.Array && k.many:
		at.rec.node().mark(k.name, offset, offset)
		for it := v.Children(); it.Next(); {
			if it.Node().Kind != unstable.InlineTable {
				r.wrongType(offset, k.name, "tables", "write [["+k.nested.name+"]] and its keys below")
				return
			}
			r.fill(r.inside(at, k, offset), it.Node())
		}
	default:
		r.wrongType(offset, k.name, "a table", "write "+k.name+" = { … }")
	}
}

func (r *reader) fill(at cursor, v *unstable.Node) {
	for it := v.Children(); it.Next(); {
		if kv := it.Node(); kv.Kind == unstable.KeyValue {
			path, offset := r.path(kv.Key())
			if len(path) > 1 {
				r.unknown(at.table, strings.Join(path, "."), offset)
				continue
			}
			r.assign(at, path[0], offset, kv.Value())
		}
	}
}

func (r *reader) unknown(t *table, name string, offset int) {
	pos := r.lines.Pos(offset)
	if t == &rootTable {
		r.findings.Add(diag.Errorf(pos, "record-key", "%q belongs to no record", name).WithHint("a record begins with its kind in two brackets: [[figure]]"))
		return
	}
	hint, ok := t.slips[name]
	if !ok {
		hint = diag.DidYouMean(name, t.names(), "its keys are "+strings.Join(t.names(), ", "))
	}
	r.findings.Add(diag.Errorf(pos, "record-key", "%s has no key %q", an(t.name), name).WithHint("%s", hint))
}

// an puts the article before the name of a table: "an actor".
func an(name string) string {
	if strings.Contains("aeiou", name[:1]) && name != "unit" {
		return "an " + name
	}
	return "a " + name
}

func (r *reader) twice(name string, offset int) {
	r.findings.Add(diag.Errorf(r.lines.Pos(offset), "record-key", "%q stands twice in this record", name).WithHint("keep one of the two"))
}

func (r *reader) path(it unstable.Iterator) (parts []string, offset int) {
	for it.Next() {
		if len(parts) == 0 {
			offset = int(it.Node().Raw.Offset)
		}
		parts = append(parts, r.intern(it.Node().Data))
	}
	return parts, offset
}

// intern returns b as a string, the same one for equal bytes. It is for keys and
// ids, which repeat; texts do not.
func (r *reader) intern(b []byte) string {
	if s, ok := r.names[string(b)]; ok {
		return s
	}
	s := string(b)
	r.names[s] = s
	return s
}
