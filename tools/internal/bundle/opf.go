package bundle

import (
	"crypto/sha1"
	"fmt"
	"strings"
	"time"

	"dossier/tools/internal/edtf"
)

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`

// bookWords are the words that a book adds to the site's, by language.
var bookWords = map[string]struct{ contents, begin, title, summary string }{
	"de": {"Inhalt", "Beginn des Textes", "Titelseite", "Text mit Überschriften, Inhaltsverzeichnis und verlinkten Anmerkungen; Zahlen stehen als Text, Bilder haben Alternativtexte."},
	"en": {"Contents", "Start of the text", "Title page", "Text with headings, a table of contents and linked notes; numbers are text, pictures have alternatives."},
}

func (e *epub) words() struct{ contents, begin, title, summary string } {
	if w, ok := bookWords[e.Tag]; ok {
		return w
	}
	return bookWords["en"]
}

// packageFile is the package document (EPUB 3.3, 5), with the metadata of EPUB
// Accessibility 1.1.
func (e *epub) packageFile() string {
	var b strings.Builder
	lang := escapeXML(e.lang())
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="%s">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">%s</dc:identifier>
<dc:title>%s</dc:title>
<dc:language>%[1]s</dc:language>
<meta property="dcterms:modified">%[4]s</meta>
<dc:source>%[5]s</dc:source>
`, lang, e.identifier(), escapeXML(e.bookTitle()), e.date.Format(time.RFC3339), escapeXML(e.published(e.pages[0].file)))
	if edtf.Dated(e.date) {
		e.optional(&b, "dc:date", e.date.Format(time.DateOnly))
	}
	e.optional(&b, "dc:creator", e.publisher)
	e.optional(&b, "dc:publisher", e.publisher)
	e.optional(&b, "dc:rights", e.license)
	e.optional(&b, "dc:description", e.pages[0].summary)
	e.access(&b)
	if e.front != nil {
		b.WriteString("<meta name=\"cover\" content=\"cover\"/>\n") // EPUB 2's way, which older shelves know
	}
	b.WriteString("</metadata>\n<manifest>\n")
	if e.front != nil {
		fmt.Fprintf(&b, "<item id=\"cover\" href=\"%s\" media-type=\"image/png\" properties=\"cover-image\"/>\n", coverFile)
	}
	b.WriteString(`<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
<item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
`)
	for i, doc := range e.docs {
		properties := ""
		if doc.math {
			properties = ` properties="mathml"`
		}
		fmt.Fprintf(&b, "<item id=\"d%d\" href=\"%s\" media-type=\"application/xhtml+xml\"%s/>\n", i+1, escapeXML(doc.file), properties)
	}
	for i, file := range e.images {
		fmt.Fprintf(&b, "<item id=\"i%d\" href=\"%s\" media-type=\"%s\"/>\n", i+1, escapeXML(imageName(i, file)), mediaType(file))
	}
	direction := ""
	if e.pages[0].direction == "rtl" {
		direction = ` page-progression-direction="rtl"`
	}
	fmt.Fprintf(&b, "</manifest>\n<spine%s>\n<itemref idref=\"title\"/>\n<itemref idref=\"nav\"/>\n", direction)
	for i := range e.docs {
		fmt.Fprintf(&b, "<itemref idref=\"d%d\"/>\n", i+1)
	}
	b.WriteString("</spine>\n</package>\n")
	return b.String()
}

func (e *epub) optional(b *strings.Builder, element, value string) {
	if value != "" {
		fmt.Fprintf(b, "<%s>%s</%[1]s>\n", element, escapeXML(value))
	}
}

// access says for whom the book works, in schema.org's words.
func (e *epub) access(b *strings.Builder) {
	meta := func(property, value string) {
		fmt.Fprintf(b, "<meta property=\"schema:%s\">%s</meta>\n", property, escapeXML(value))
	}
	meta("accessMode", "textual")
	if len(e.images) > 0 {
		meta("accessMode", "visual")
	}
	meta("accessModeSufficient", "textual")
	for _, f := range strings.Fields("tableOfContents structuralNavigation readingOrder displayTransformability unlocked") {
		meta("accessibilityFeature", f)
	}
	if len(e.images) > 0 {
		meta("accessibilityFeature", "alternativeText")
	}
	meta("accessibilityHazard", "none")
	meta("accessibilitySummary", e.words().summary)
}

// identifier names the book by where it is published, for all its versions.
func (e *epub) identifier() string {
	url := []byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8} // RFC 9562, 6.6
	sum := sha1.Sum(append(url, e.published(e.pages[0].file)...))
	sum[6], sum[8] = sum[6]&0x0f|0x50, sum[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[0:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

func (e *epub) bookTitle() string {
	if e.Title != "" {
		return e.Title
	}
	return strings.TrimSpace(e.pages[0].title)
}

func (e *epub) titlePage() string {
	var b strings.Builder
	e.open(&b, e.bookTitle())
	fmt.Fprintf(&b, `<section epub:type="titlepage" class="titlepage" aria-label="%s">`+"\n<h1>%s</h1>\n", escapeXML(e.words().title), escapeXML(e.bookTitle()))
	if s := e.subtitle(); s != "" {
		fmt.Fprintf(&b, "<p>%s</p>\n", escapeXML(s))
	}
	if e.publisher != "" {
		fmt.Fprintf(&b, "<p>%s</p>\n", escapeXML(e.publisher))
	}
	if day := e.day(); day != "" {
		fmt.Fprintf(&b, "<p>%s</p>\n", escapeXML(day))
	}
	at := escapeXML(e.published(e.pages[0].file))
	fmt.Fprintf(&b, "<p><a href=\"%s\">%[1]s</a></p>\n</section>\n</body>\n</html>\n", at)
	return b.String()
}

// navigation is the navigation document: contents by page and section, and where
// the text begins.
func (e *epub) navigation() string {
	var b strings.Builder
	w := e.words()
	e.open(&b, w.contents)
	fmt.Fprintf(&b, "<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\" aria-labelledby=\"toc-title\">\n<h1 id=\"toc-title\">%s</h1>\n<ol>\n", escapeXML(w.contents))
	for _, doc := range e.docs {
		fmt.Fprintf(&b, "<li><a href=\"%s\">%s</a>", escapeXML(doc.file), escapeXML(doc.title))
		if len(doc.sections) > 0 {
			b.WriteString("\n<ol>\n")
			for _, s := range doc.sections {
				fmt.Fprintf(&b, "<li><a href=\"%s#%s\">%s</a></li>\n", escapeXML(doc.file), escapeXML(s.id), escapeXML(s.text))
			}
			b.WriteString("</ol>\n")
		}
		b.WriteString("</li>\n")
	}
	fmt.Fprintf(&b, `</ol>
</nav>
<nav epub:type="landmarks" hidden="hidden" aria-label="%s">
<ol>
<li><a epub:type="titlepage" href="title.xhtml">%[2]s</a></li>
<li><a epub:type="toc" href="#toc">%[1]s</a></li>
<li><a epub:type="bodymatter" href="%[3]s">%[4]s</a></li>
</ol>
</nav>
</body>
</html>
`, escapeXML(w.contents), escapeXML(w.title), escapeXML(e.docs[0].file), escapeXML(w.begin))
	return b.String()
}
