package exchange

import (
	"bytes"
	"fmt"
	"strings"
)

// poEntry is one message of a PO file, with everything that stands around it.
type poEntry struct {
	offset    int
	comments  []string // "# "
	extracted []string // "#."
	refs      []string // "#:"
	fuzzy     bool
	obsolete  bool
	broken    bool              // a finding says why
	counted   bool              // has msgstr[0] or another
	highest   int               // of msgstr[]
	texts     map[string][]byte // msgctxt, msgid, msgid_plural, msgstr, msgstr[0]; of the previous message with "|" before
}

func (e *poEntry) has(key string) bool    { _, ok := e.texts[key]; return ok }
func (e *poEntry) text(key string) string { return string(e.texts[key]) }

// patched reports whether msgcat put the translations of two files into one.
func (e *poEntry) patched() bool {
	for key, text := range e.texts {
		if strings.HasPrefix(key, "msgstr") && bytes.HasPrefix(text, []byte("#-#-#-#-#  ")) {
			return true
		}
	}
	return false
}

// forms returns how many plural forms a message has: msgstr[0] to the first that is
// not there.
func (e *poEntry) forms() int {
	n := 0
	for e.has(msgstr(n)) {
		n++
	}
	return n
}

// done reports whether a translation was read, so that the message is at its end.
func (e *poEntry) done() bool { return e.has("msgstr") || e.counted }

// lacks says what is missing of a message, or what does not go together.
func (e *poEntry) lacks() string {
	switch {
	case !e.has("msgid") || !e.done():
		return "without msgid or msgstr"
	case e.counted && e.has("msgstr"):
		return "with both msgstr and msgstr[]"
	case e.counted && !e.has("msgid_plural"):
		return "with msgstr[], but without msgid_plural"
	case e.has("msgid_plural") && !e.has("msgstr[0]"):
		return "with msgid_plural, but without msgstr[0]"
	case e.counted && e.highest >= e.forms():
		return fmt.Sprintf("without msgstr[%d]", e.forms())
	}
	return ""
}

func (e *poEntry) unit(r *reader) Unit {
	u := Unit{
		ID: e.text("msgctxt"), Source: e.text("msgid"), Target: e.text("msgstr"), Previous: e.text("|msgid"),
		Obsolete: e.obsolete, Comments: e.comments, Pos: r.pos(e.offset), State: Translated,
	}
	if len(e.refs) > 0 {
		u.File = e.refs[0]
	}
	for _, line := range e.extracted {
		u.takeNote(line)
	}
	if e.fuzzy {
		u.State = Outdated
	}
	return u
}
