package catalog

import (
	"bytes"
	"fmt"
	"strings"
)

// Message is what a catalog should say about one unit or field.
type Message struct {
	ID     string
	Text   string // today's German
	Where  string // for the translator: "§ Aufstieg · Absatz 2"
	Before string // the German that an outdated translation was made from, if known
	Seen   string // the German that the translator last saw; "" is today's
	Entry  *Entry // the translation so far, from whichever catalog has it; may be nil
}

// Source writes a source catalog: the German of every message, in document
// order. It is what the next edit of the German is compared with.
func Source(from string, messages []Message) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "#: Written by dossier sync from %s. Edit that file, not this one.\n", from)
	for _, m := range messages {
		fmt.Fprintf(&b, "\n#: %s\n[%s]\nother = %s\n", m.Where, m.ID, quote(m.Text))
	}
	return b.Bytes()
}

// Target brings a translator's catalog up to date with the German: messages in
// document order, each with its generated comments. A message that exists keeps
// its bytes; one without a hash gets that of the German its translator saw; one
// that the German no longer has (living says which it has) moves to the end,
// unless it is empty. old may be nil.
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
	return b.Bytes()
}

func writeObsolete(b *bytes.Buffer, old *File, living func(string) bool) {
	for _, e := range old.Entries {
		if living(e.ID) || e.Other == "" && len(e.comments) == 0 {
			continue
		}
		b.WriteString("\n#: obsolete: the German text no longer has this\n")
		b.Write(e.comments)
		b.Write(e.body)
	}
}

// block is one message with its comments.
func block(m Message, e *Entry) []byte {
	var b bytes.Buffer
	state := StateOf(e, m.Text)
	if state == Current {
		fmt.Fprintf(&b, "#: %s\n", m.Where)
	} else {
		fmt.Fprintf(&b, "#: %s · %s\n", m.Where, state)
	}
	comment(&b, m.Text)
	if state == Outdated && m.Before != "" {
		b.WriteString("#: translated from:\n")
		comment(&b, m.Before)
	}
	if e != nil {
		b.Write(e.comments)
	}
	b.Write(body(m, e, state))
	return b.Bytes()
}

func body(m Message, e *Entry, state State) []byte {
	switch {
	case e == nil, state == Missing && bytes.HasPrefix(e.body, []byte("[")):
		return fmt.Appendf(nil, "[%s]\nhash = %q\nother = \"\"\n", m.ID, Hash(m.Text))
	case e.Hash == "" && bytes.HasPrefix(e.body, []byte("[")):
		seen := m.Seen
		if seen == "" {
			seen = m.Text
		}
		header, rest, _ := bytes.Cut(e.body, []byte("\n"))
		return fmt.Appendf(nil, "%s\nhash = %q\n%s", header, Hash(seen), withoutEmptyHash(rest))
	}
	return e.body
}

// withoutEmptyHash drops a line hash = "" that a new one replaces.
func withoutEmptyHash(body []byte) []byte {
	var b bytes.Buffer
	for line := range bytes.Lines(body) {
		key, value, _ := strings.Cut(string(line), "=")
		if strings.TrimSpace(key) == "hash" && strings.Trim(strings.TrimSpace(value), `"'`) == "" {
			continue
		}
		b.Write(line)
	}
	return b.Bytes()
}

func comment(b *bytes.Buffer, text string) {
	for line := range strings.Lines(text) {
		fmt.Fprintf(b, "#: %s\n", strings.TrimRight(line, "\r\n"))
	}
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
