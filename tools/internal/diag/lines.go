package diag

import (
	"bytes"
	"slices"
)

// Lines turns many byte offsets of one file into places, in logarithmic time
// each. For a single offset [PosAt] will do.
type Lines struct {
	file   string
	starts []int // offset of each line's first byte
}

// NewLines indexes the lines of src.
func NewLines(file string, src []byte) *Lines {
	starts := make([]int, 1, bytes.Count(src, []byte{'\n'})+1)
	for at := 0; ; {
		i := bytes.IndexByte(src[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		starts = append(starts, at)
	}
	return &Lines{file: file, starts: starts}
}

// Pos returns the place of a byte offset.
func (l *Lines) Pos(offset int) Pos {
	i, found := slices.BinarySearch(l.starts, offset)
	if !found {
		i--
	}
	return Pos{File: l.file, Line: i + 1, Col: offset - l.starts[i] + 1}
}
