// Package parts gives what stands in another language on a page that language, for
// screen readers, hyphenation and fonts (WCAG 2.2, success criterion 3.1.2,
// "Language of Parts").
//
// What nobody has translated yet is shown in the source language: not only
// paragraphs, which their templates mark, but every word of the interface and every
// label. Such a word gets into sentences, attributes, titles and drawings, and no
// template knows which. So it is staged between two characters, [Mark], and after a
// page is rendered the two become what can stand there: in a text an element with
// its language, anywhere else what keeps its direction. A page without any is left
// as it is, to the byte. A build rewrites its pages, [Foreign.Site]; a preview leaves
// the files to Hugo and rewrites what it delivers, [Foreign.Page].
package parts

import "strings"

// The two characters: the language tag that Unicode has given up on, and one that
// it never assigned. Neither stands in anybody's text, nothing escapes them, and a
// browser that meets them shows nothing.
const (
	begin = "\U000E0001"
	end   = "\U000E0002"
)

// Mark returns a text as one of another language.
func Mark(text string) string { return begin + text + end }

// Language is what marked texts are in, on pages that are in another one.
type Language struct {
	Tag string // "de-DE"
	Dir string // "ltr" or "rtl", if it is not the page's own
}

// The characters that keep a text apart from what is written the other way round,
// where no element can (UAX #9, "Explicit Directional Isolates").
const (
	firstStrongIsolate    = "\u2068"
	popDirectionalIsolate = "\u2069"
)

// Isolate returns a text of the language where nothing can say so: in an attribute,
// a picture, a feed.
func (l Language) Isolate(text string) string {
	if l.Dir == "" {
		return text
	}
	return firstStrongIsolate + text + popDirectionalIsolate
}

// Bare returns a text with its marks undone.
func (l Language) Bare(text string) string {
	if !strings.ContainsAny(text, begin+end) {
		return text
	}
	if l.Dir == "" {
		return strings.NewReplacer(begin, "", end, "").Replace(text)
	}
	return strings.NewReplacer(begin, firstStrongIsolate, end, popDirectionalIsolate).Replace(text)
}

// attributes are those of an element that holds a text of the language.
func (l Language) attributes() string {
	s := ` lang="` + l.Tag + `"`
	if l.Dir != "" {
		s += ` dir="` + l.Dir + `"`
	}
	return s
}
