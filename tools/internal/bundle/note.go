package bundle

import (
	"html"
	"path"
	"slices"
	"strings"
)

// Who opens a page inside of a zip, as Windows lets one, sees it without its style
// sheet: only the one file is unpacked. So the first pages say what to do, in words
// that a style sheet of the bundle hides; they are read by nobody for whom it loads.

const (
	noteStyle = "unpacked.css"
	noteClass = "dossier-unpack-first"
	noteCSS   = "." + noteClass + " { display: none; }\n"
)

// unpackWords is what the note says, by language.
var unpackWords = map[string]string{
	"de": "Bitte zuerst entpacken: Diese Datei liegt noch in einem ZIP-Archiv. Entpacken Sie es ganz („Alle extrahieren“) und öffnen Sie dann index.html.",
	"en": "Please unpack first: this file is still inside a ZIP archive. Extract all of it (“Extract all”), then open index.html.",
}

// unpackNote is the note of one page, as HTML; empty for all but the first pages.
type unpackNote string

func (s *Site) unpackNote(name string) unpackNote {
	dir := path.Dir(name)
	if path.Base(name) != "index.html" || strings.Contains(dir, "/") {
		return ""
	}
	langs := s.langs
	if dir != "." {
		if !slices.Contains(langs, dir) {
			return ""
		}
		langs = []string{dir}
	}
	var b strings.Builder
	for _, lang := range langs {
		words, tag := unpackWords[lang], lang
		if words == "" {
			words, tag = unpackWords["en"], "en"
		}
		if !strings.Contains(b.String(), words) {
			b.WriteString(`<p class="` + noteClass + `" lang="` + tag + `">` + html.EscapeString(words) + `</p>`)
		}
	}
	link := relative(name, place{file: noteStyle})
	return unpackNote(`<link rel="stylesheet" href="` + link + `">` + "\x00" + b.String())
}

// behind puts the style sheet into the head and the words into the body.
func (n unpackNote) behind(t *tag) string {
	head, body, _ := strings.Cut(string(n), "\x00")
	switch t.name {
	case "head":
		return head
	case "body":
		return body
	}
	return ""
}
