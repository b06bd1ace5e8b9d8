package stage

import (
	"dossier/tools/internal/share"
)

// Pictures for sharing are staged beside the author's own. A picture's name follows
// from what it says, so one that is there already need not be drawn again: of a dossier
// that has been built before, only what changed is.

// pictures is how many figures a dossier may have for each to get a picture of its own.
// Beyond it a first build would draw for minutes, and they share the dossier's.
const pictures = 2000

// picture stages a card and returns where Hugo finds it, or "" if there is none.
func (t *Tree) picture(l *language, c share.Card) string {
	c.Dossier = l.Title
	for _, text := range []*string{&c.Sign, &c.Large, &c.Label} {
		*text = l.foreign().Bare(*text)
	}
	for i, text := range c.Aside {
		c.Aside[i] = l.foreign().Bare(text)
	}
	name := "dossier-share/" + l.Tag + "/" + c.Name()
	if t.have != nil && t.have("media/"+name) {
		t.keep("media/" + name)
		return "media/" + name
	}
	data, ok := c.PNG()
	if !ok {
		return ""
	}
	t.write("media/"+name, data)
	return "media/" + name
}

func (t *Tree) figurePictures(l *language, d figureData) {
	if len(d.ByID) > pictures {
		return
	}
	for id, f := range d.ByID {
		aside := []string{f.AsOf, f.StatusWord}
		if f.ScopeLabel != "" {
			aside = append([]string{f.ScopeLabel}, aside...)
		}
		f.Share = t.picture(l, share.Card{Sign: l.say("sign_figures") + f.N, Large: f.Words, Status: f.Status, Label: f.Label, Aside: aside})
		d.ByID[id] = f
	}
}

// pagePictures gives the home page and the chapters theirs.
func (t *Tree) pagePictures(l *language, pages []stagedPage) {
	for i := range pages {
		p := &pages[i].front
		switch p.Params.Kind {
		case "home":
			p.Params.Share = t.picture(l, share.Card{Large: l.Title, Label: l.Tagline})
		case "chapter":
			if len(pages) <= pictures {
				p.Params.Share = t.picture(l, share.Card{Sign: p.Params.Number, Large: p.Title, Label: p.Params.Summary})
			}
		}
	}
}
