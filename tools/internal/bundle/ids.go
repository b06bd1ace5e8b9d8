package bundle

import (
	"slices"
	"strings"
)

// Ids of several pages in one document. Most are unique in the site, paragraphs'
// above all, and stay what they are: a deep link into the published page also
// holds in the file. One that stands on several pages gets the page's key before
// it. A popover that is the same on several pages, such as a figure's card, stands
// once and serves them all.
type ids struct {
	book   *book
	shared map[string]bool // popovers that stand once
	many   map[string]bool // ids that need their page's key
}

func (b *book) newIDs() *ids {
	x := &ids{book: b, shared: map[string]bool{}, many: map[string]bool{}}
	first := map[string][32]byte{}
	differ := map[string]bool{}
	for _, p := range b.pages {
		for id, sum := range p.popovers {
			if before, again := first[id]; again {
				x.shared[id] = true
				differ[id] = differ[id] || before != sum
			}
			first[id] = sum
		}
	}
	for id := range differ {
		if differ[id] {
			delete(x.shared, id)
		}
	}
	owner := map[string]string{} // what an id belongs to: a page, or a shared popover
	for _, p := range b.pages {
		for _, a := range p.ids {
			of := "page " + p.key
			if x.shared[a.popover] {
				of = "popover " + a.popover
			}
			if before, again := owner[a.id]; again && before != of {
				x.many[a.id] = true
			}
			owner[a.id] = of
		}
	}
	return x
}

// on returns what an id of a page is called in the document.
func (x *ids) on(p *page, id string) string {
	if x.many[id] {
		return p.key + "--" + id
	}
	return id
}

// refs are the attributes that hold ids of the same document, one or several.
var refs = strings.Fields("id for headers list form popovertarget commandfor aria-labelledby aria-describedby aria-controls " +
	"aria-owns aria-details aria-activedescendant aria-errormessage aria-flowto")

// change is a rewriter's function for a page's ids.
func (x *ids) change(p *page, a attribute, value string) (string, bool) {
	switch {
	case slices.Contains(refs, a.name):
		words := strings.Fields(value)
		for i, w := range words {
			words[i] = x.on(p, w)
		}
		joined := strings.Join(words, " ")
		return joined, joined != value && len(words) > 0
	case a.name == "usemap" || (a.name == "href" || a.name == "xlink:href") && strings.HasPrefix(value, "#"):
		to := "#" + x.on(p, strings.TrimPrefix(value, "#"))
		return to, to != value
	}
	return "", false
}
