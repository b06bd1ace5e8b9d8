package stage

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/parts"
	"dossier/tools/internal/project"
)

// The parallel view sets two languages of a chapter side by side, block by block.
// Both are made from the same German page, whose texts are replaced and whose blocks
// stay, so that the blocks of one are those of the other: each language's page is
// cut where its blocks begin, and the pieces are laid out in pairs.

// cut marks where a block begins, in a page that is to be cut. It is a character for
// private use; where an author uses it too, nothing worse happens than that the
// pieces do not match, and there is no parallel view of the page.
const cut = "\uE0D5"

// pieces are the blocks of a page in one language.
type pieces struct {
	*body
	texts  []string
	states map[int]catalog.State // of the paragraphs and headings, by block
}

// pieces cuts a page.
func (l *language) pieces(page *project.Page) pieces {
	b := &body{language: l, page: page, figures: []string{}, seen: map[string]int{}, paired: true}
	p := pieces{body: b, states: map[int]catalog.State{}}
	for _, at := range page.Doc.Blocks {
		b.edits = append(b.edits, markdown.Edit{Span: markdown.Span{Start: at, End: at}, Text: cut})
	}
	texts := make([]string, len(page.Units))
	for i, u := range page.Units {
		text, state := l.project.Published(page, i, l.Tag)
		b.count(state)
		switch u.Kind {
		case markdown.Title:
			b.title = unitText{text, state}
		case markdown.Summary, markdown.Description:
		default:
			texts[i] = b.unit(u, text, state)
			if u.Top || u.Kind == markdown.Heading {
				p.states[page.Doc.Block(u.LineStart)] = state
			}
		}
	}
	source := page.Doc.Rewrite(func(i int, _ markdown.Unit) (string, bool) { return texts[i], texts[i] != "" }, b.edits...)
	p.texts = strings.Split(string(source[page.Doc.Body:]), cut)[1:]
	return p
}

// bare is what stands around a unit in the parallel view: nothing but its state, if
// the block does not say it, for the pair has the address.
func (b *body) bare(u project.Unit, text string, state catalog.State) string {
	if u.Attr.Len() > 0 {
		b.edits = append(b.edits, markdown.Edit{Span: u.Attr})
	}
	whole := u.Kind == markdown.Heading || u.Kind == markdown.Paragraph && u.Top || u.Kind == markdown.Alt || u.Kind == markdown.Caption
	if whole || state == catalog.Current {
		return text
	}
	return fmt.Sprintf("{{< part%s >}}%s{{< part-end >}}", b.marks(state), text)
}

// partner is the language that stands beside this one: the source language, or,
// beside that one, the first other.
func (l *language) partner() (*language, bool) {
	for _, other := range l.project.Config.Languages {
		if (other.Tag == l.source().Tag) == (l.Tag != l.source().Tag) {
			beside := *l
			beside.Language, beside.urls = other, map[string]string{}
			beside.speak(parts.Mark)
			if other.Tag != l.Tag {
				return &beside, true
			}
		}
	}
	return nil, false
}

// parallelURL returns the address of a chapter's parallel view.
func (l *language) parallelURL(p *project.Page) string {
	return l.url(p) + l.say("slug_parallel") + "/"
}

// parallelPage stages the parallel view of a chapter in the interface of this
// language, the source language first; none if nothing of it is translated.
func (l *language) parallelPage(p *project.Page) (stagedPage, bool) {
	other, ok := l.partner()
	if !ok || len(p.Doc.Blocks) == 0 || l.held(p) || other.held(p) {
		return stagedPage{}, false
	}
	left, right := l.pieces(p), other.pieces(p)
	if l.Tag != l.source().Tag {
		left, right = right, left
	}
	if len(left.texts) != len(right.texts) || right.missing >= len(p.Units) {
		return stagedPage{}, false
	}
	url := l.parallelURL(p)
	own := left.body
	if own.Tag != l.Tag {
		own = right.body
	}
	return stagedPage{
		file: fileOf("dossier-parallel-" + strings.ReplaceAll(p.Name, "/", "-")), url: url,
		front: front{
			Title: l.told(own.title.text, own.title.state), URL: "/" + strings.TrimPrefix(url, l.base), Layout: "parallel", Weight: 2000 + p.Weight,
			Params: params{
				Kind: "parallel", Number: p.Number, Figures: union(left.figures, right.figures), Chapter: l.url(p),
				TitleState: string(own.title.state), Missing: strconv.Itoa(right.missing), Outdated: strconv.Itoa(right.outdated),
				Sides: []side{left.side(), right.side()},
			},
		},
		body: pairs(p, left, right),
	}, true
}

// side is one of the two languages of a parallel view.
type side struct {
	Lang  string `toml:"lang"` // for hreflang
	Tag   string `toml:"tag"`  // for lang
	Label string `toml:"label"`
	Title string `toml:"title"`
	State string `toml:"state"` // of the title
	URL   string `toml:"url"`   // of the chapter
}

func (p pieces) side() side {
	return side{
		Lang: p.Tag, Tag: p.Locale.Tag(), Label: p.Label, Title: p.title.text, State: string(p.title.state), URL: p.url(p.page),
	}
}

// pairs writes the pieces beside each other. A pair has the address and the number
// of its paragraph or heading.
func pairs(page *project.Page, left, right pieces) string {
	var b strings.Builder
	n, heads := 0, heads(page)
	for i := range left.texts {
		id, number := "", ""
		if u, ok := heads[i]; ok {
			id = fmt.Sprintf(" id=%q", u.ID)
			if u.Kind == markdown.Paragraph && u.Top {
				n++
				number = fmt.Sprintf(" n=\"%d\"", n)
			}
		}
		fmt.Fprintf(&b, "{{< pair%s%s >}}\n\n", id, number)
		for _, side := range []pieces{left, right} {
			fmt.Fprintf(&b, "{{< side lang=%q label=%q%s >}}\n\n%s\n\n{{< side-end >}}\n\n",
				side.Locale.Tag(), side.Label, side.marks(side.states[i]), strings.TrimSpace(side.texts[i]))
		}
		fmt.Fprintf(&b, "{{< pair-end%s >}}\n\n", id)
	}
	return b.String()
}

// heads are the units that are a block as a whole, by block.
func heads(page *project.Page) map[int]project.Unit {
	found := map[int]project.Unit{}
	for _, u := range page.Units {
		if (u.Top || u.Kind == markdown.Heading) && u.Path == "" {
			found[page.Doc.Block(u.LineStart)] = u
		}
	}
	return found
}

func union(a, b []string) []string {
	all := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}
