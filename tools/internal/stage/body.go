package stage

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
)

// Hugo draws a page from its Markdown; what it cannot know stands in the
// Markdown when it arrives. A paragraph is wrapped in two shortcodes that carry
// its id, number and state of translation, a heading gets an attribute block, a
// unit inside a list, quote or cell is wrapped in a span. Links to records carry
// their number: render hooks hold no state, because Hugo runs them once per
// output format and in any order.

// body is one page in one language, being written.
type body struct {
	*language
	page  *project.Page
	edits []markdown.Edit // beside the texts of the units
	voice *language       // in which figures without words are written out: that of the text they stand in
	text  string          // the result

	paired    bool // for the parallel view
	paragraph int
	notes     []note
	nested    map[int][]string // figures in lists, quotes and tables, by the block that holds them
	figures   []string         // each once, in order of first use
	seen      map[string]int   // how often a figure was used so far
	sections  []section
	title     unitText
	summary   unitText
	missing   int
	outdated  int
	words     int
}

type note struct {
	N       string `toml:"n"`
	Source  string `toml:"source"`
	Locator string `toml:"locator"`
	Unit    string `toml:"unit"`
}

type section struct {
	ID    string `toml:"id"`
	Title string `toml:"title"`
	Level string `toml:"level"`
	From  string `toml:"from"`
	To    string `toml:"to"`
}

// unitText is the text of a unit of the front matter and its state.
type unitText struct {
	text  string
	state catalog.State
}

func (l *language) body(page *project.Page) *body {
	b := &body{language: l, page: page, figures: []string{}, seen: map[string]int{}, nested: map[int][]string{}}
	texts := make([]string, len(page.Units))
	for i, u := range page.Units {
		text, state := l.project.Published(page, i, l.Tag)
		b.count(state)
		switch u.Kind {
		case markdown.Title:
			b.title = unitText{text, state}
		case markdown.Summary, markdown.Description:
			b.summary = unitText{text, state}
		default:
			texts[i] = b.unit(u, text, state)
		}
	}
	b.closeSections(0)
	b.ledgers()
	source := page.Doc.Rewrite(func(i int, _ markdown.Unit) (string, bool) { return texts[i], texts[i] != "" }, b.edits...)
	b.text = string(source[page.Doc.Body:]) // the front matter is as it was
	return b
}

func (b *body) count(state catalog.State) {
	switch state {
	case catalog.Missing:
		b.missing++
	case catalog.Outdated:
		b.outdated++
	}
}

// unit returns the text to put in the unit's place and plans what surrounds it.
func (b *body) unit(u project.Unit, text string, state catalog.State) string {
	b.words += strings.Count(text, " ") + 1 // near enough for a reading time
	b.voice = b.language
	if state == catalog.Missing {
		b.voice = b.inSource()
	}
	text, figures := b.links(u.ID, text)
	switch {
	case b.paired:
		text = b.bare(u, text, state)
	case u.Kind == markdown.Heading:
		b.heading(u, text, state)
	case u.Kind == markdown.Paragraph && u.Top:
		b.paragraphBlock(u, state, figures)
	case u.Kind != markdown.Alt && u.Kind != markdown.Caption:
		b.nest(u, figures)
		text = fmt.Sprintf("{{< part id=%q%s%s >}}%s{{< part-end >}}", u.ID, also(u), b.marks(state), text)
		if u.Attr.Len() > 0 {
			b.edits = append(b.edits, markdown.Edit{Span: u.Attr})
		}
	}
	return text
}

func (b *body) heading(u project.Unit, text string, state catalog.State) {
	attrs := "#" + u.ID
	if len(u.Also) > 0 {
		attrs += fmt.Sprintf(" data-also=%q", strings.Join(u.Also, " "))
	}
	if state == catalog.Missing {
		attrs += " lang=" + b.source().Locale.Tag()
		if dir := b.otherWay(); dir != "" {
			attrs += " dir=" + dir
		}
	}
	if state != catalog.Current {
		attrs += " data-i18n=" + string(state)
	}
	attrs = "{" + attrs + "}"
	if u.Attr.Len() == 0 {
		attrs = " " + attrs
	}
	b.edits = append(b.edits, markdown.Edit{Span: u.Attr, Text: attrs})
	b.closeSections(u.Level)
	b.sections = append(b.sections, section{
		ID: u.ID, Title: b.told(markdown.Plain(text), state), Level: strconv.Itoa(u.Level), From: strconv.Itoa(b.paragraph + 1),
	})
}

// closeSections gives the sections that a heading of the level ends their last
// paragraph. One without paragraphs ends before it begins.
func (b *body) closeSections(level int) {
	for i := range b.sections {
		s := &b.sections[i]
		if own, _ := strconv.Atoi(s.Level); s.To == "" && own >= level {
			s.To = strconv.Itoa(b.paragraph)
		}
	}
}

func (b *body) paragraphBlock(u project.Unit, state catalog.State, figures []string) {
	b.paragraph++
	open := fmt.Sprintf("{{< unit id=%q%s n=\"%d\"%s%s >}}\n\n", u.ID, also(u), b.paragraph, listed(figures), b.marks(state))
	end := fmt.Sprintf("\n\n{{< unit-end id=%q n=\"%d\" >}}\n", u.ID, b.paragraph)
	if u.Pressed { // a row of the table, the shortcode would be
		open = "\n" + open
	}
	b.edits = append(b.edits, markdown.Edit{Span: markdown.Span{Start: u.LineStart, End: u.LineStart}, Text: open})
	if u.Attr.Len() > 0 {
		b.edits = append(b.edits, markdown.Edit{Span: u.Attr})
	}
	b.edits = append(b.edits, markdown.Edit{Span: markdown.Span{Start: u.LineEnd, End: u.LineEnd}, Text: end})
}

// also names, in a shortcode, the other ids that a unit answers to: those of units
// that are part of it now.
func also(u project.Unit) string {
	if len(u.Also) == 0 {
		return ""
	}
	return fmt.Sprintf(" also=%q", strings.Join(u.Also, " "))
}

func listed(figures []string) string {
	if len(figures) == 0 {
		return ""
	}
	return fmt.Sprintf(" figures=%q", strings.Join(figures, " "))
}

// nest keeps the figures of a unit inside a list, quote or table for the ledger
// of that block.
func (b *body) nest(u project.Unit, figures []string) {
	block := b.page.Doc.Block(u.LineStart)
	if block < 0 || u.Footnote {
		return
	}
	for _, id := range figures {
		if !slices.Contains(b.nested[block], id) {
			b.nested[block] = append(b.nested[block], id)
		}
	}
}

// ledgers puts the figures of each list, quote and table before it. What stands
// beside a text has to come before it, so that it can float there.
func (b *body) ledgers() {
	for block, figures := range b.nested {
		at := b.page.Doc.Blocks[block]
		b.edits = append(b.edits, markdown.Edit{
			Span: markdown.Span{Start: at, End: at}, Text: fmt.Sprintf("\n{{< ledger%s >}}\n\n", listed(figures)),
		})
	}
}

// marks says, in a shortcode, that a text is not today's in this language.
func (b *body) marks(state catalog.State) string {
	s := ""
	if state == catalog.Missing {
		s = fmt.Sprintf(" lang=%q", b.source().Locale.Tag())
		if dir := b.otherWay(); dir != "" {
			s += fmt.Sprintf(" dir=%q", dir)
		}
	}
	if state != catalog.Current {
		s += fmt.Sprintf(" state=%q", string(state))
	}
	return s
}

// otherWay returns the direction in which the source language is written, if it is
// not that of the page.
func (l *language) otherWay() string {
	if dir := l.source().Locale.Dir(); dir != l.Locale.Dir() {
		return dir
	}
	return ""
}

// links numbers the links to records, fills in figures without words, and
// returns the figures of the unit, each once.
func (b *body) links(unit, text string) (string, []string) {
	var figures []string
	text = markdown.RewriteRefs(text, func(r markdown.Ref) string {
		switch r.Scheme {
		case "fig":
			if !slices.Contains(figures, r.ID) {
				figures = append(figures, r.ID)
			}
			return b.figure(r)
		case "src":
			b.notes = append(b.notes, note{N: strconv.Itoa(len(b.notes) + 1), Source: r.ID, Locator: r.Title, Unit: unit})
			return fmt.Sprintf("[%s](src:%s?n=%d)", r.Text, r.ID, len(b.notes))
		}
		return b.toHeld(r)
	})
	return text, figures
}

// figure numbers a use of a figure, and writes it out where it has no words.
func (b *body) figure(r markdown.Ref) string {
	b.seen[r.ID]++
	if b.seen[r.ID] == 1 {
		b.figures = append(b.figures, r.ID)
	}
	text := r.Text
	if text == "" {
		if f, ok := b.project.Records.Figure(r.ID); ok {
			text = escaper.Replace(b.voice.words(f))
		}
	}
	return fmt.Sprintf("[%s](fig:%s?k=%d)", text, r.ID, b.seen[r.ID])
}

// escaper keeps a written figure from being read as Markdown.
var escaper = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "*", `\*`, "_", `\_`, "<", `\<`, "`", "\\`")
