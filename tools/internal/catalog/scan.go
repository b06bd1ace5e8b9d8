package catalog

import (
	"bytes"
	"maps"
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"
)

// keys returns the parts of a dotted key.
func keys(it unstable.Iterator) []string {
	var parts []string
	for it.Next() {
		parts = append(parts, string(it.Node().Data))
	}
	return parts
}

// extent returns the offset of the last byte that any part of n refers to.
func extent(n *unstable.Node) int {
	end := 0
	if n.Raw.Length > 0 {
		end = int(n.Raw.Offset+n.Raw.Length) - 1
	}
	for it := n.Children(); it.Next(); {
		end = max(end, extent(it.Node()))
	}
	return end
}

// quoteLen returns how many bytes of a raw string come before its text: the
// quotes, and the line end that TOML drops after three of them.
func quoteLen(raw []byte) int {
	for _, q := range []string{`"""`, `'''`} {
		if bytes.HasPrefix(raw, []byte(q)) && len(raw) >= 6 {
			rest := raw[3:]
			if bytes.HasPrefix(rest, []byte("\r\n")) {
				return 5
			}
			if bytes.HasPrefix(rest, []byte("\n")) {
				return 4
			}
			return 3
		}
	}
	return 1
}

// splitComments divides what stands between two messages into the comments of
// the file and those of the message that follows, without generated lines and
// blank ones. Before the first message a blank line ends the file's comments.
func splitComments(gap []byte, first bool) (head, own []byte) {
	for line := range bytes.Lines(gap) {
		trimmed := bytes.TrimSpace(line)
		switch {
		case len(trimmed) == 0:
			if first && len(own) > 0 {
				head, own = append(head, own...), nil
			}
		case bytes.HasPrefix(trimmed, []byte("#:")):
		case trimmed[0] == '#':
			own = append(own, withNewline(line)...)
		}
	}
	return head, own
}

func withNewline(b []byte) []byte {
	if len(b) > 0 && b[len(b)-1] != '\n' {
		return append(bytes.Clone(b), '\n')
	}
	return b
}

// conflict returns the offset of a merge conflict's first mark, or -1.
func conflict(src []byte) int {
	offset := 0
	for line := range bytes.Lines(src) {
		if bytes.HasPrefix(line, []byte("<<<<<<< ")) || bytes.HasPrefix(line, []byte(">>>>>>> ")) {
			return offset
		}
		offset += len(line)
	}
	return -1
}

func fieldNames() []string { return slices.Sorted(maps.Keys(fields)) }

// conflictMark reports whether a line is one of those that git writes where it
// cannot merge.
func conflictMark(line []byte) bool {
	for _, mark := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if rest, ok := bytes.CutPrefix(line, []byte(mark)); ok {
			return len(bytes.TrimSpace(rest)) == 0 || rest[0] == ' '
		}
	}
	return false
}
