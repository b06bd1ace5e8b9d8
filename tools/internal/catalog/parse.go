package catalog

import (
	"bytes"
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"dossier/tools/internal/diag"
)

// Parse reads a catalog. Of a file with findings it returns what could be read,
// so that nothing of it is taken for missing; such a file must not be rewritten.
func Parse(name string, src []byte) (*File, diag.List) {
	r := reader{file: &File{Name: name, byID: map[string]*Entry{}}, src: src}
	if f, bad := diag.NotUTF8(name, src); bad {
		r.findings.Add(f)
		return r.file, r.findings
	}
	src = bytes.TrimPrefix(src, []byte("\xEF\xBB\xBF"))
	r.src = src
	r.file.windows = inWindows(src)
	r.lines = diag.NewLines(name, src)
	r.p.KeepComments = true
	r.p.Reset(src)
	for r.p.NextExpression() {
		r.expression(r.p.Expression())
	}
	if err := r.p.Error(); err != nil {
		r.syntax(err)
	}
	r.finish()
	return r.file, r.findings
}

// reader walks a catalog's expressions from top to bottom. The comments read
// since the last value wait in pending until it is known whose they are.
type reader struct {
	p        unstable.Parser
	file     *File
	src      []byte
	lines    *diag.Lines
	findings diag.List

	prefix  []string        // keys of the current table's header
	entry   *Entry          // the message being read
	said    map[string]bool // its fields so far, in lower case
	start   int             // where its body begins
	end     int             // where its body ends so far
	pending int             // where the comments before the next expression begin
}

func (r *reader) expression(n *unstable.Node) {
	switch n.Kind {
	case unstable.Comment: // on a line of its own: waits in pending
		return
	case unstable.Table:
		r.table(n)
	case unstable.ArrayTable:
		r.close()
		r.prefix = keys(n.Key())
		r.problem(r.keyOffset(n), "catalog-key", "a message is a table, not a list of tables").
			hint("write [id] with single brackets")
	case unstable.KeyValue:
		r.keyValue(n)
	}
	for c := n.Next(); c.Valid(); c = c.Next() {
		if c.Kind == unstable.Comment {
			r.end = max(r.end, r.lineEnd(int(c.Raw.Offset)))
			r.pending = r.end
		}
	}
}

func (r *reader) table(n *unstable.Node) {
	r.close()
	offset := r.keyOffset(n)
	r.prefix = keys(n.Key())
	r.open(strings.Join(r.prefix, "."), offset)
	r.end = r.lineEnd(offset)
	r.pending = r.end
}

func (r *reader) keyValue(n *unstable.Node) {
	key, offset := keys(n.Key()), r.keyOffset(n)
	field := key[len(key)-1]
	value := n.Value()
	switch {
	case len(r.prefix) == 0 && len(key) == 1 && value.Kind == unstable.String:
		r.close() // id = "text": a message of its own
		r.open(field, offset)
		r.set("other", value)
		r.said["other"] = true
	case len(r.prefix) == 0:
		r.problem(offset, "catalog-key", "%q is no message", strings.Join(key, ".")).
			hint("a message reads [id] with other = %q below it", "…")
	case r.entry != nil: // else below a list of tables, which was refused
		r.field(n)
	}
	r.end = r.lineEnd(extent(n))
	r.pending = r.end
}

// field takes one key of a message.
func (r *reader) field(n *unstable.Node) {
	key, offset := keys(n.Key()), r.keyOffset(n)
	name := strings.Join(key, ".")
	field := strings.ToLower(name) // which go-i18n takes for the same
	switch {
	case r.said[field]:
		r.problem(offset, "catalog-duplicate", "message %q says %q twice", r.entry.ID, field).
			hint("keep one of the two")
	case !fields[field]:
		r.problem(offset, "catalog-key", "go-i18n knows no field %q in a message", name).
			hint("%s", diag.DidYouMean(name, fieldNames(), "only hash and other are needed; comments may hold the rest"))
	case n.Value().Kind != unstable.String:
		r.problem(offset, "catalog-value", "%s must be a string", name).hint("put it in quotes")
	default:
		r.set(field, n.Value())
	}
	r.said[field] = true
}

func (r *reader) set(name string, value *unstable.Node) {
	switch name {
	case "zero", "one", "two", "few", "many":
		r.entry.forms = append(r.entry.forms, form{name, string(uniform(value.Data, false)), r.inBody(value)})
	case "hash":
		r.entry.Hash = string(value.Data)
		r.entry.hashAt = r.inBody(value)
	case "other":
		r.entry.Other = string(uniform(value.Data, false))
		r.entry.otherAt = r.inBody(value)
		inside := int(value.Raw.Offset) + quoteLen(r.p.Raw(value.Raw))
		r.entry.OtherPos = r.lines.Pos(inside)
		r.entry.Literal = bytes.HasPrefix(r.src[inside:], value.Data)
	}
}

// inBody returns where a value stands in the body of its entry.
func (r *reader) inBody(value *unstable.Node) span {
	start := int(value.Raw.Offset) - r.start
	return span{start, start + int(value.Raw.Length)}
}

func (r *reader) open(id string, offset int) {
	start := r.lineStart(offset)
	r.entry, r.said = &Entry{ID: id, Pos: r.lines.Pos(offset)}, map[string]bool{}
	head, own := splitComments(r.src[r.pending:start], len(r.file.Entries) == 0)
	r.file.head = append(r.file.head, head...)
	r.entry.comments = own
	r.entry.german, r.entry.Obsolete = germanOf(r.src[r.pending:start])
	r.start, r.entry.at = start, start
}

func (r *reader) close() {
	if r.entry == nil {
		return
	}
	r.entry.body = withNewline(r.src[r.start:min(r.end, len(r.src))])
	r.entry.group = len(r.said) == 0
	if first, dup := r.file.byID[r.entry.ID]; dup {
		r.findings.Add(diag.Errorf(r.entry.Pos, "catalog-duplicate", "message %q stands twice", r.entry.ID).
			WithHint("the first is in line %d; keep one of the two", first.Pos.Line))
	} else {
		r.file.byID[r.entry.ID] = r.entry
	}
	r.file.Entries = append(r.file.Entries, r.entry)
	r.entry = nil
}

func (r *reader) finish() {
	rest := r.src[min(r.pending, len(r.src)):]
	first := len(r.file.Entries) == 0 && r.entry == nil
	r.close()
	head, own := splitComments(rest, first)
	r.file.head = append(r.file.head, head...)
	r.file.tail = own
	r.nested()
}

// nested finds messages inside messages, which go-i18n refuses: a table holds
// fields or other tables.
func (r *reader) nested() {
	for _, e := range r.file.Entries {
		for i, c := range e.ID {
			if outer := r.file.byID[e.ID[:i]]; c == '.' && outer != nil && !outer.group {
				r.findings.Add(diag.Errorf(e.Pos, "catalog-key", "message %q stands inside message %q", e.ID, outer.ID).
					WithHint("a table holds a message or other tables; give one of the two another name"))
			}
		}
	}
}

func (r *reader) syntax(err error) {
	offset, message := r.pending, err.Error()
	var pe *unstable.ParserError
	if errors.As(err, &pe) && len(pe.Highlight) > 0 {
		offset = int(r.p.Range(pe.Highlight).Offset)
	}
	f := diag.Errorf(r.lines.Pos(offset), "toml-syntax", "%s", strings.TrimPrefix(message, "toml: ")).
		WithHint("correct this place, or take the file from git; it is not rewritten before it can be read")
	if s, ok := slipAt(r.src, offset); ok {
		f.Message = s.message
		f = f.WithHint("%s", s.hint+"; the file is not rewritten before it can be read")
	}
	if i := conflict(r.src); i >= 0 {
		f = diag.Errorf(r.lines.Pos(i), "merge-conflict", "the catalog holds the marks of a merge conflict").
			WithHint("keep the right one of the two versions and delete the lines <<<<<<<, =======, >>>>>>>")
	}
	r.findings.Add(f)
}

// problem adds an error and lets a hint follow.
func (r *reader) problem(offset int, code, format string, args ...any) *hinted {
	r.findings.Add(diag.Errorf(r.lines.Pos(offset), code, format, args...))
	return &hinted{&r.findings[len(r.findings)-1]}
}

// hinted is a finding just added, waiting for its hint.
type hinted struct{ f *diag.Finding }

func (p *hinted) hint(format string, args ...any) { *p.f = p.f.WithHint(format, args...) }

func (r *reader) keyOffset(n *unstable.Node) int {
	it := n.Key()
	if it.Next() {
		return int(it.Node().Raw.Offset)
	}
	return r.pending
}

func (r *reader) lineStart(offset int) int {
	return bytes.LastIndexByte(r.src[:offset], '\n') + 1
}

func (r *reader) lineEnd(offset int) int {
	if i := bytes.IndexByte(r.src[min(offset, len(r.src)):], '\n'); i >= 0 {
		return offset + i + 1
	}
	return len(r.src)
}
