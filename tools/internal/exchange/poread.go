package exchange

import (
	"strconv"
	"strings"
)

// poReader reads PO line by line, as described in the GNU gettext manual, "The
// Format of PO Files".
type poReader struct {
	*reader
	entry   *poEntry
	started bool   // a keyword of entry was read
	current string // the keyword that string continuations belong to
	emit    func(*poEntry)
}

func readPO(r *reader) *Document {
	d := &Document{}
	first := true
	plurals := poPlurals{reader: r}
	p := &poReader{reader: r, emit: func(e *poEntry) {
		if len(e.texts["msgid"]) == 0 && !e.has("msgctxt") {
			if first {
				plurals.value, plurals.offset = d.header(e.text("msgstr")), e.offset
			}
			first = false
			return
		}
		first = false
		if lacks := e.lacks(); !e.broken && lacks != "" {
			e.broken = true
			r.errorf(e.offset, "exchange-syntax", "a message %s", lacks).hint("msgfmt -c names such places too; the other messages were read")
		}
		if !e.broken && e.patched() {
			e.broken = true
			r.errorf(e.offset, "exchange-syntax", "a message with two translations, as msgcat writes it").
				hint("keep one of the two and delete the lines with #-#-#-#-#")
		}
		switch {
		case e.broken:
		case e.forms() > 0:
			for _, u := range plurals.units(d, e) {
				r.unit(d, u)
			}
		default:
			r.unit(d, e.unit(r))
		}
	}}
	offset := 0
	for line := range strings.Lines(string(r.src)) {
		if r.stopped {
			return d
		}
		p.line(offset, strings.TrimRight(line, "\r\n"))
		offset += len(line)
	}
	p.flush()
	return d
}

func (p *poReader) flush() {
	if p.entry != nil && p.started {
		p.emit(p.entry)
	}
	p.entry, p.started, p.current = nil, false, ""
}

// begin returns the entry that a line belongs to.
func (p *poReader) begin(offset int) *poEntry {
	if p.entry == nil {
		p.entry = &poEntry{offset: offset, texts: map[string][]byte{}}
	}
	return p.entry
}

func (p *poReader) line(offset int, line string) {
	text := strings.Trim(line, " \t\f\v")
	switch {
	case text == "":
		if p.started {
			p.flush()
		}
	case text[0] != '#':
		p.keyword(offset, text, "", false)
	case strings.HasPrefix(text, "#~|"):
		p.keyword(offset, strings.TrimSpace(text[3:]), "|", true)
	case strings.HasPrefix(text, "#~"):
		p.keyword(offset, strings.TrimSpace(text[2:]), "", true)
	case strings.HasPrefix(text, "#|"):
		p.keyword(offset, strings.TrimSpace(text[2:]), "|", false)
	default:
		p.comment(offset, text)
	}
}

// comment takes a line of comment. One after a message begins the next.
func (p *poReader) comment(offset int, text string) {
	if p.started && p.entry.done() {
		p.flush()
	}
	e := p.begin(offset)
	body := ""
	if len(text) > 1 {
		body = strings.TrimPrefix(text[2:], " ")
	}
	switch {
	case strings.HasPrefix(text, "#."):
		e.extracted = append(e.extracted, body)
	case strings.HasPrefix(text, "#:"):
		e.refs = append(e.refs, poReferences(body)...)
	case strings.HasPrefix(text, "#,"), strings.HasPrefix(text, "#="):
		for _, flag := range strings.Split(text[2:], ",") {
			e.fuzzy = e.fuzzy || strings.TrimSpace(flag) == "fuzzy"
		}
	default:
		e.comments = append(e.comments, strings.TrimPrefix(text[1:], " "))
	}
}

// keyword takes a line that holds a string, with or without its keyword. mark is
// "|" for the previous message.
func (p *poReader) keyword(offset int, text, mark string, obsolete bool) {
	if strings.HasPrefix(text, `"`) {
		if p.current == "" {
			p.syntax(offset, "a text without its keyword")
			return
		}
		s, ok := p.unquote(offset, text)
		p.entry.texts[p.current] = append(p.entry.texts[p.current], s...)
		p.entry.broken = p.entry.broken || !ok
		return
	}
	word, rest, _ := strings.Cut(text, " ")
	if i := strings.IndexAny(word, "\"\t"); i > 0 { // msgid"…"
		word, rest = text[:i], text[i:]
	}
	index, isForm := formIndex(word)
	switch {
	case word == "msgctxt" || word == "msgid" || word == "msgid_plural" || word == "msgstr":
	case isForm && mark == "":
		word = msgstr(index)
	default:
		p.syntax(offset, "unknown keyword "+strconv.Quote(excerpt(word)))
		p.current = ""
		return
	}
	key := mark + word
	if p.entry != nil && (p.entry.done() && !isForm || p.entry.has(key)) {
		p.flush()
	}
	e := p.begin(offset)
	if isForm {
		e.counted, e.highest = true, max(e.highest, index)
	}
	p.started, p.current = true, key
	e.obsolete = e.obsolete || obsolete
	if mark == "" && !e.has("msgctxt") && !e.has("msgid") {
		e.offset = offset
	}
	s, ok := p.unquote(offset, strings.TrimSpace(rest))
	e.texts[key] = []byte(s)
	e.broken = e.broken || !ok
}

// formIndex reads "msgstr[2]".
func formIndex(word string) (int, bool) {
	digits, ok := strings.CutPrefix(word, "msgstr[")
	digits, closed := strings.CutSuffix(digits, "]")
	i, err := strconv.ParseUint(digits, 10, 8)
	return int(i), ok && closed && err == nil
}

func (p *poReader) syntax(offset int, message string) {
	f := p.errorf(offset, "exchange-syntax", "%s", message)
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>"} {
		if strings.HasPrefix(string(p.src[min(offset, len(p.src)):]), mark) {
			f.hint("the file holds the marks of a merge conflict; keep one of the two versions")
			return
		}
	}
	f.hint("msgfmt -c names such places too; the other messages were read")
}

// poReferences splits a line of references. A name with blanks stands between
// U+2068 and U+2069.
func poReferences(s string) []string {
	var refs []string
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		if rest, ok := strings.CutPrefix(s, "\u2068"); ok {
			name, after, _ := strings.Cut(rest, "\u2069")
			refs, s = append(refs, name), after
			continue
		}
		name, after, _ := strings.Cut(s, " ")
		refs, s = append(refs, name), after
	}
	return refs
}

// header reads what the first message, that of the empty text, says. It returns how
// the file counts.
func (d *Document) header(text string) (pluralForms string) {
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(key) {
		case "language":
			d.Target = tag(value)
		case "x-source-language":
			d.Source = tag(value)
		case "plural-forms":
			pluralForms = value
		case "project-id-version":
			d.Name = value
		case "last-translator": // "Ada Lovelace <ada@example.org>"; an address is nobody's business
			name, _, _ := strings.Cut(value, "<")
			if d.Translator = strings.TrimSpace(name); d.Translator == "FULL NAME" {
				d.Translator = ""
			}
		}
	}
	return pluralForms
}

// tag turns a POSIX locale into a BCP 47 tag: en_GB.UTF-8@latin into en-GB.
func tag(locale string) string {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	return strings.ReplaceAll(locale, "_", "-")
}
