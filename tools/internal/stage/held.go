package stage

import (
	"fmt"
	"path"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
)

// A chapter that is held back in a language is not staged there. Wherever that
// language would lead to it (contents, neighbours, back-links, links in the text)
// it leads to the page in the source language, and says so.

// held reports whether a page is not published in this language.
func (l *language) held(p *project.Page) bool { return l.project.Held(p, l.Tag) }

// heldPage stands for a page that is held back where others list it: title and
// address are those of the source language. It is not written.
func (l *language) heldPage(p *project.Page) stagedPage {
	page := l.inSource().stagePage(p)
	page.held = true
	page.front.Title, page.front.Params.TitleState = l.apart(page.front.Title), string(catalog.Missing)
	if page.front.Params.Summary != "" {
		page.front.Params.Summary, page.front.Params.SummaryState = l.apart(page.front.Params.Summary), string(catalog.Missing)
	}
	return page
}

// inSource returns the language that content/ is written in, as this one knows it.
func (l *language) inSource() *language {
	source := *l
	source.Language, source.say, source.urls = l.source(), l.german, map[string]string{}
	return &source
}

// heldIn names the languages in which a page is held back, for its readers in
// others.
func (l *language) heldIn(p *project.Page) []heldLanguage {
	var list []heldLanguage
	for _, other := range l.project.Config.Languages {
		if l.project.Held(p, other.Tag) {
			list = append(list, heldLanguage{other.Locale.Tag(), other.Label})
		}
	}
	return list
}

// heldLanguage is a language in which a page is not published for now.
type heldLanguage struct {
	Tag   string `toml:"tag"`
	Label string `toml:"label"`
}

// toHeld returns the link with another address, if it leads to a page that is
// held back in this language.
func (b *body) toHeld(r markdown.Ref) string {
	dest, fragment, _ := strings.Cut(r.ID, "#")
	if r.Scheme != "" || dest == "" || r.Image {
		return r.Source
	}
	name := strings.Trim(strings.TrimSuffix(dest, ".md"), "/")
	if !strings.HasPrefix(dest, "/") {
		name = path.Join(path.Dir(b.page.Name), name)
	}
	for _, p := range b.project.Pages {
		if p.Name != name || !b.held(p) {
			continue
		}
		address := b.url(p)
		if fragment != "" {
			address += "#" + fragment
		}
		title := ""
		if r.Title != "" {
			title = fmt.Sprintf(" %q", r.Title)
		}
		return fmt.Sprintf("[%s](%s%s)", r.Text, address, title)
	}
	return r.Source
}

// Held returns, for the file of each page in the built site, the languages in
// which the page is held back, or has no parallel view because nothing of it is
// translated yet.
func (t *Tree) Held() map[string][]string {
	held := map[string][]string{}
	for _, urls := range t.parallel {
		for _, lang := range t.Languages() {
			if urls[lang] != "" {
				continue
			}
			for _, url := range urls {
				file := strings.TrimPrefix(url, basePath(t.BaseURL)) + "index.html"
				held[file] = append(held[file], lang)
			}
		}
	}
	for _, p := range t.project.Pages {
		for _, lang := range t.project.Config.Languages {
			if !t.project.Held(p, lang.Tag) {
				continue
			}
			for _, other := range t.project.Config.Languages {
				file := path.Join(other.Tag, path.Dir(p.Name), p.Slug(other.Tag), "index.html")
				held[file] = append(held[file], lang.Tag)
			}
		}
	}
	return held
}
