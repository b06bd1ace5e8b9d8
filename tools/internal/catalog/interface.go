package catalog

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Interface brings a file of interface words up to date with those of the theme:
// what it lacks is appended, empty, with the words of the source language above and
// their hash; what it has stays byte for byte, but for line ends that are not those
// of most lines. instead is what the dossier itself says in the place of the theme's
// words, by id. forms are the plural categories of the language. old may be nil.
func Interface(lang string, old *File, oldBytes []byte, theme *File, instead map[string]*Entry, forms []string) []byte {
	var b bytes.Buffer
	b.Write(oldBytes)
	if old == nil {
		fmt.Fprintf(&b, "# The words of the interface in %q. What is empty is shown in the source language.\n", lang)
	}
	section := ""
	for _, e := range theme.Entries {
		if c := e.Comments(); len(c) > 0 {
			section = " · " + c[len(c)-1]
		}
		if _, ok := old.Get(e.ID); ok {
			continue
		}
		e = cmp.Or(instead[e.ID], e)
		fmt.Fprintf(&b, "\n#: Oberfläche%s\n", section)
		comment(&b, e.Other)
		fmt.Fprintf(&b, "[%s]\nhash = %q\n", e.ID, Hash(e.Other))
		for _, form := range forms {
			if form == "other" || e.plural() {
				fmt.Fprintf(&b, "%s = \"\"\n", form)
			}
		}
	}
	return uniform(b.Bytes(), old != nil && old.windows)
}

// form is a plural form of a word of the interface.
type form struct {
	name, text string
	at         span
}

// plural reports whether a message has more forms than one.
func (e *Entry) plural() bool { return len(e.forms) > 0 }

// Plural reports whether a word of the interface has more forms than one.
func (e *Entry) Plural() bool { return e != nil && e.plural() }

// Form returns a plural form of a word, or "" if it has none of that name.
func (e *Entry) Form(name string) string {
	if e == nil {
		return ""
	}
	if name == "other" {
		return e.Other
	}
	for _, f := range e.forms {
		if f.name == name {
			return f.text
		}
	}
	return ""
}

// Word is what a translator said of a word of the interface.
type Word struct {
	ID, Form string
	Text     string   // "" leaves it as it is
	Hash     string   // of the text that it was translated from
	Comments []string // the translator's, to be added
}

// Say puts a word into a file of interface words. All else in it stays byte for
// byte. A word that the file has not is appended.
func Say(src []byte, w Word) []byte {
	f, findings := Parse("", src)
	if findings.HasErrors() {
		return src
	}
	e, ok := f.Get(w.ID)
	if !ok || !bytes.HasPrefix(e.body, []byte("[")) {
		if ok { // a bare key, which belongs above all tables
			return src
		}
		return Say(uniform(fmt.Appendf(withNewline(src), "\n[%s]\n", header(w.ID)), f.windows), w)
	}
	if bom := len(src) - len(bytes.TrimPrefix(src, []byte("\xEF\xBB\xBF"))); bom > 0 {
		return slices.Concat(src[:bom], Say(src[bom:], w))
	}
	var out bytes.Buffer
	out.Write(src[:e.at])
	for _, c := range w.Comments {
		fmt.Fprintf(&out, "# %s\n", strings.TrimPrefix(strings.TrimSpace(c), ":"))
	}
	body := src[e.at:]
	if w.Text != "" {
		body = e.said(body, w)
	}
	out.Write(body)
	return uniform(out.Bytes(), f.windows)
}

// said returns a body with a form and its hash in it.
func (e *Entry) said(body []byte, w Word) []byte {
	type change struct {
		at   span
		key  string
		text string
	}
	changes := []change{{e.formAt(w.Form), w.Form, w.Text}, {e.hashAt, "hash", w.Hash}}
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Compare(b.at.start, a.at.start) })
	for _, c := range changes {
		if c.at.end > 0 {
			body = slices.Concat(body[:c.at.start], []byte(quote(c.text)), body[c.at.end:])
			continue
		}
		head := bytes.IndexByte(body, '\n') + 1
		body = slices.Concat(body[:head], fmt.Appendf(nil, "%s = %s\n", c.key, quote(c.text)), body[head:])
	}
	return body
}

func (e *Entry) formAt(name string) span {
	if name == "other" {
		return e.otherAt
	}
	for _, f := range e.forms {
		if f.name == name {
			return f.at
		}
	}
	return span{}
}
