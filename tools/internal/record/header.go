package record

import (
	"bytes"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"dossier/tools/internal/diag"
)

// header begins a table: [[figure]], [[figure.evidence]], [figure.lowered].
func (r *reader) header(n *unstable.Node) {
	path, offset := r.path(n.Key())
	offset = bytes.LastIndexByte(r.src[:offset], '\n') + 1 // a header begins its line
	offset += bytes.IndexByte(r.src[offset:], '[')
	parent := r.root
	r.cur = cursor{}
	for i, part := range path {
		k := parent.table.key(part)
		switch {
		case k == nil || k.nested == nil:
			r.noTable(parent.table, path, offset)
			return
		case i == len(path)-1:
			r.begin(parent, k, n.Kind == unstable.ArrayTable, strings.Join(path, "."), offset)
			return
		case k.many:
			parent = r.last[k]
		default:
			parent = r.inside(parent, k, offset)
		}
		if parent.rec == nil {
			r.findings.Add(diag.Errorf(r.lines.Pos(offset), "record-kind", "[[%s]] belongs to %s, and none is above", strings.Join(path, "."), an(part)).
				WithHint("%s begins with [[%s]]", an(part), part))
			return
		}
	}
}

// begin makes the table of a header the one that the next keys go to.
func (r *reader) begin(parent cursor, k *key, double bool, name string, offset int) {
	pos := r.lines.Pos(offset)
	if double != k.many {
		open, end := "[", "]"
		if k.many {
			open, end = "[[", "]]"
		}
		r.findings.Add(diag.Errorf(pos, "record-kind", "%s has the wrong number of brackets", name).WithHint("write %s%s%s", open, name, end))
		return
	}
	if !k.many && parent.rec.node().has(k.name) {
		r.twice(k.name, offset)
		return
	}
	r.cur = r.inside(parent, k, offset)
	if k.many {
		r.last[k] = r.cur
	}
}

// inside opens a table within another one.
func (r *reader) inside(parent cursor, k *key, offset int) cursor {
	rec := k.open(parent.rec)
	if n := rec.node(); n.lines == nil {
		n.lines, n.Pos = r.lines, r.lines.Pos(offset)
		if !k.many {
			parent.rec.node().mark(k.name, offset, offset)
		}
	}
	return cursor{k.nested, rec}
}

func (r *reader) noTable(in *table, path []string, offset int) {
	name := strings.Join(path, ".")
	f := diag.Errorf(r.lines.Pos(offset), "record-kind", "there is no table %q", name)
	if in != &rootTable || len(path) > 1 {
		r.findings.Add(f.WithHint("%s", diag.DidYouMean(name, tableNames(), "a record and its keys stand together under [[kind]]")))
		return
	}
	r.findings.Add(f.WithHint("%s", diag.DidYouMean(name, rootTable.names(), "the kinds of records are "+strings.Join(rootTable.names(), ", "))))
}

// tableNames returns the names of all tables inside records.
func tableNames() []string {
	var names []string
	for _, k := range rootTable.keys {
		for _, sub := range k.nested.keys {
			if sub.nested != nil {
				names = append(names, k.name+"."+sub.name)
			}
		}
	}
	return names
}
