package catalog

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// With returns the message with another hash and translation. All else in it
// stays as the translator wrote it. An entry may be nil: id names a new one.
func (e *Entry) With(id, hash, other string) *Entry {
	if e == nil || !bytes.HasPrefix(e.body, []byte("[")) {
		fresh := &Entry{ID: id, Hash: hash, Other: other, body: fmt.Appendf(nil, "[%s]\nhash = %q\nother = %s\n", header(id), hash, quote(other))}
		if e != nil {
			fresh.comments, fresh.Pos = e.comments, e.Pos
		}
		return fresh
	}
	n := *e
	n.Hash, n.Other = hash, other
	n.body = bytes.Clone(e.body)
	text, hashed := fmt.Sprintf("other = %s\n", quote(other)), fmt.Sprintf("hash = %q\n", hash)
	if other == e.Other {
		text = ""
	}
	// The one that stands further down first, so that the other keeps its place.
	put := func(at span, value, line string) {
		switch {
		case line == "":
		case at.end > 0:
			n.body = append(append(bytes.Clone(n.body[:at.start]), value...), n.body[at.end:]...)
		default:
			header := bytes.IndexByte(n.body, '\n') + 1
			n.body = append(append(bytes.Clone(n.body[:header]), line...), n.body[header:]...)
		}
	}
	value := func(line string) string { _, v, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " = "); return v }
	if e.hashAt.start > e.otherAt.start {
		put(e.hashAt, value(hashed), hashed)
		put(e.otherAt, value(text), text)
	} else {
		put(e.otherAt, value(text), text)
		put(e.hashAt, value(hashed), hashed)
	}
	if f, _ := Parse("", n.body); len(f.Entries) > 0 {
		n.hashAt, n.otherAt, n.Literal = f.Entries[0].hashAt, f.Entries[0].otherAt, f.Entries[0].Literal
	}
	return &n
}

// As returns the message under another id.
func (e *Entry) As(id string) *Entry {
	end := bytes.IndexByte(e.body, ']')
	if !bytes.HasPrefix(e.body, []byte("[")) || end < 0 {
		return e.With(id, e.Hash, e.Other)
	}
	n := *e
	n.ID, n.body = id, append([]byte("["+header(id)), e.body[end:]...)
	if f, _ := Parse("", n.body); len(f.Entries) > 0 {
		n.hashAt, n.otherAt, n.Literal = f.Entries[0].hashAt, f.Entries[0].otherAt, f.Entries[0].Literal
	}
	return &n
}

var bareKey = regexp.MustCompile(`^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$`)

// header returns an id as it stands in the header of a table. A translator's file
// may have ids that this program never gives.
func header(id string) string {
	if bareKey.MatchString(id) {
		return id
	}
	return quote(id)
}

// Comments returns the translator's own comments, one a line, without their "#".
func (e *Entry) Comments() []string {
	if e == nil {
		return nil
	}
	var out []string
	for line := range strings.Lines(string(e.comments)) {
		out = append(out, strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "#")))
	}
	return out
}

// Commented returns the message with other comments of the translator's.
func (e *Entry) Commented(comments []string) *Entry {
	n := *e
	n.comments = nil
	for _, c := range comments {
		for line := range strings.Lines(strings.TrimSpace(c)) {
			line = strings.TrimSpace(line)
			if strings.HasPrefix(line, ":") {
				line = " " + line // else it would be taken for a generated one
			}
			n.comments = append(n.comments, strings.TrimRight("# "+line, " ")+"\n"...)
		}
	}
	return &n
}

// German returns the German text that the generated comments above a message
// show, or "".
func (e *Entry) German() string { return e.german }

// germanOf reads the German out of generated comments: the first line says where
// the text stands, or that it stands nowhere any more; the next ones are the text,
// up to what else is told of it.
func germanOf(gap []byte) (german string, gone bool) {
	var lines []string
	n := 0
	for line := range strings.Lines(string(gap)) {
		text, ok := strings.CutPrefix(strings.Trim(line, " \t\r\n"), "#:")
		if !ok {
			if strings.TrimSpace(line) == "" {
				lines, n, gone = nil, 0, false
			}
			continue
		}
		text = strings.TrimPrefix(text, " ")
		if n++; n == 1 {
			gone = strings.HasPrefix(text, obsolete)
			continue
		}
		if text == before || strings.HasPrefix(text, joined) || strings.HasPrefix(text, part) {
			break
		}
		lines = append(lines, text)
	}
	return strings.Join(lines, "\n"), gone
}

// What generated comments say beside the place of a text and its German.
const (
	before   = "translated from:"
	joined   = "joined with "
	part     = "split off "
	obsolete = "obsolete: "
)
