package catalog

import (
	"bytes"
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"dossier/tools/internal/markdown"
)

// Message is what a catalog should say about one unit or field.
type Message struct {
	ID     string
	Text   string   // today's German
	Where  string   // for the translator: "§ Aufstieg · Absatz 2"
	Before string   // the German that an outdated translation was made from, if known
	Seen   string   // the German that the translator last saw; "" is today's
	Change Change   // of an outdated one, if Before is known
	Also   []string // ids that this one answers to as well: of units that are part of it now, and its own former one
	Joined []string // those of them that have a translation of their own

	Whole, WholeSays string // of a missing part of another unit: its id, and the translation of the two together

	Entry *Entry // the translation so far, from whichever catalog has it; may be nil
}

// segmenter begins the line of a source catalog that says which version of the
// segmenter its texts are from. Version 1 has no such line.
const segmenter = "#: Segmenter "

// SegmenterOf returns the version of the segmenter that a source catalog was
// written with.
func SegmenterOf(src []byte) int {
	for line := range bytes.Lines(src) {
		rest, ok := bytes.CutPrefix(line, []byte(segmenter))
		if n, err := strconv.Atoi(string(bytes.TrimSpace(rest))); ok && err == nil {
			return n
		}
		if !bytes.HasPrefix(line, []byte("#")) {
			break // the head ends
		}
	}
	return 1
}

// Source writes a source catalog: the German of every message, in document
// order. It is what the next edit of the German is compared with.
func Source(from string, messages []Message) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "#: Written by dossier sync from %s. Edit that file, not this one.\n", from)
	if markdown.Version > 1 {
		fmt.Fprintf(&b, "%s%d\n", segmenter, markdown.Version)
	}
	for _, m := range messages {
		fmt.Fprintf(&b, "\n#: %s\n[%s]\nother = %s\n", shown(m.Where), m.ID, quote(m.Text))
	}
	return b.Bytes()
}

// Target brings a translator's catalog up to date with the German: messages in
// document order, each with its generated comments. A message that exists keeps
// its bytes; one without a hash gets that of the German its translator saw; one
// that the German no longer has (living says which it has) moves to the end,
// unless it is empty. Its line ends are those of the old file. old may be nil.
func Target(from, lang string, old *File, messages []Message, living func(id string) bool) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "#: %s, from German into %q. Write each translation into \"other\".\n", from, lang)
	b.WriteString("#: A changed German text is marked \"outdated\": correct the translation, then delete its\n" +
		"#: \"hash\" line to confirm it. Lines that begin \"#:\" are generated; other comments are yours.\n")
	if old != nil {
		b.Write(old.head)
	}
	for _, m := range messages {
		b.WriteString("\n")
		b.Write(block(m, m.Entry))
	}
	if old != nil {
		writeObsolete(&b, old, living)
		if len(old.tail) > 0 {
			b.WriteString("\n")
			b.Write(old.tail)
		}
	}
	return uniform(b.Bytes(), old != nil && old.windows)
}

func writeObsolete(b *bytes.Buffer, old *File, living func(string) bool) {
	for _, e := range old.Entries {
		if living(e.ID) || e.Other == "" && len(e.comments) == 0 {
			continue
		}
		b.WriteString("\n#: " + obsolete + "the German text no longer has this\n")
		if e.german != "" {
			comment(b, e.german)
		}
		b.Write(e.comments)
		if bytes.HasPrefix(e.body, []byte("[")) {
			b.Write(e.body)
		} else {
			b.Write(e.With(e.ID, e.Hash, e.Other).body) // a bare key would belong to the table above it
		}
	}
}

// block is one message with its comments.
func block(m Message, e *Entry) []byte {
	var b bytes.Buffer
	state, where := StateOf(e, m.Text), shown(m.Where)
	switch {
	case state == Current:
		fmt.Fprintf(&b, "#: %s\n", where)
	case state == Outdated && m.Change != "":
		fmt.Fprintf(&b, "#: %s · %s (%s)\n", where, state, m.Change)
	default:
		fmt.Fprintf(&b, "#: %s · %s\n", where, state)
	}
	comment(&b, m.Text)
	if state == Outdated && m.Before != "" {
		b.WriteString("#: " + before + "\n")
		comment(&b, m.Before)
	}
	if m.Whole != "" {
		fmt.Fprintf(&b, "#: %s%s; the translation of both is:\n", part, m.Whole)
		comment(&b, m.WholeSays)
	}
	for _, id := range m.Joined {
		fmt.Fprintf(&b, "#: %s%s; its translation is kept as obsolete\n", joined, id)
	}
	if e != nil {
		b.Write(e.comments)
	}
	b.Write(body(m, e, state))
	return b.Bytes()
}

func body(m Message, e *Entry, state State) []byte {
	switch {
	case e == nil:
		return (*Entry)(nil).With(m.ID, Hash(m.Text), "").body
	case state == Missing && e.Hash != Hash(m.Text):
		return e.With(m.ID, Hash(m.Text), e.Other).body
	case state != Missing && e.Hash == "":
		return e.With(m.ID, Hash(cmp.Or(m.Seen, m.Text)), e.Other).body
	case !bytes.HasPrefix(e.body, []byte("[")):
		return e.With(m.ID, e.Hash, e.Other).body
	}
	return e.body
}

func comment(b *bytes.Buffer, text string) {
	for line := range strings.Lines(text) {
		fmt.Fprintf(b, "#: %s\n", shown(strings.TrimRight(line, "\r\n")))
	}
}

// shown makes control characters visible, as Unicode's control pictures: TOML
// allows none but tabs in a comment, and a catalog that holds one cannot be read.
func shown(line string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ' && r != '\t':
			return '␀' + r
		case r == 0x7F:
			return '␡'
		}
		return r
	}, line)
}

// quote writes a TOML string: literal where the text holds quotes or
// backslashes and nothing that a literal string cannot, else basic.
func quote(s string) string {
	if strings.ContainsAny(s, `"\`) && !strings.ContainsFunc(s, func(r rune) bool { return r == '\'' || r < ' ' || r == 0x7F }) {
		return "'" + s + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
