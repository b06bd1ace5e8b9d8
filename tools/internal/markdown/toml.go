package markdown

import (
	"errors"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"dossier/tools/internal/diag"
)

// readTOML decodes the front matter and finds its units. Values come from the
// decoder, places from the parser below it, which keeps the range of each value.
func (p *Page) readTOML(found *diag.List) []field {
	inner := p.Source[p.Front.Inner.Start:p.Front.Inner.End]
	p.Front.Values = map[string]any{}
	if err := toml.Unmarshal(inner, &p.Front.Values); err != nil {
		var de *toml.DecodeError
		if errors.As(err, &de) {
			row, col := de.Position()
			p.broken(found, row, col, trimPrefix(de.Error(), "toml: "))
		} else {
			p.broken(found, 1, 1, trimPrefix(err.Error(), "toml: "))
		}
		return nil
	}
	return p.tomlFields(inner)
}

func (p *Page) tomlFields(inner []byte) []field {
	p.Front.Keys = map[string]int{}
	var fields []field
	parser := unstable.Parser{}
	parser.Reset(inner)
	for top := true; parser.NextExpression(); {
		e := parser.Expression()
		if e.Kind == unstable.Comment {
			continue
		}
		it := e.Key()
		it.Next()
		key := it.Node()
		if top || e.Kind != unstable.KeyValue {
			if _, seen := p.Front.Keys[string(key.Data)]; !seen {
				p.Front.Keys[string(key.Data)] = p.Front.Inner.Start + int(key.Raw.Offset)
			}
		}
		if e.Kind != unstable.KeyValue {
			top = false
			continue
		}
		v := e.Value()
		if _, ok := unitKind(string(key.Data)); top && ok && it.IsLast() && v.Kind == unstable.String {
			start := p.Front.Inner.Start + int(v.Raw.Offset)
			fields = append(fields, field{
				key: string(key.Data), value: string(v.Data), span: Span{start, start + int(v.Raw.Length)},
			})
		}
	}
	return fields
}

func trimPrefix(s, prefix string) string {
	if len(s) > len(prefix) && s[:len(prefix)] == prefix {
		return s[len(prefix):]
	}
	return s
}
