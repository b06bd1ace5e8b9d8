package project

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dossier/tools/internal/catalog"
)

// translate has a translator fill in what is missing, and confirm or correct some
// of what is outdated, in the catalogs of some pages.
func (h *history) translate() {
	units := h.synced()
	for _, s := range h.pages {
		if h.IntN(3) == 0 {
			continue
		}
		for i, t := range s.texts {
			id := units[s.name][i].ID
			switch next := fmt.Sprintf("Text number %d.", h.born); {
			case t.translated == "" && h.fill(s.name, id, next):
				h.born++
				t.translated = next
			case t.translated == "" || t.german == t.text || h.IntN(2) == 0 || !h.confirm(s.name, id):
				continue
			}
			t.german = t.text
			if h.made[t.text] == nil {
				h.made[t.text] = map[string]bool{}
			}
			h.made[t.text][t.translated] = true
		}
	}
}

// synced returns the units of the pages but for their titles.
func (h *history) synced() map[string][]Unit {
	p, _ := LoadFiles("", h.files)
	units := map[string][]Unit{}
	for _, page := range p.Pages {
		units[page.Name] = page.Units[1:]
	}
	return units
}

var (
	nothing = regexp.MustCompile(`(?m)^other = ""$`)
	hashed  = regexp.MustCompile(`(?m)^hash = .*\n`)
)

func (h *history) fill(page, id, text string) bool {
	return h.entry(page, id, nothing, "other = "+strconv.Quote(text))
}

func (h *history) confirm(page, id string) bool { return h.entry(page, id, hashed, "") }

// entry replaces something in a message, if it has it.
func (h *history) entry(page, id string, what *regexp.Regexp, by string) bool {
	name := pagesDir + "/" + page + ".en.toml"
	before, after, ok := strings.Cut(string(h.files[name]), "\n["+id+"]\n")
	body, rest, more := strings.Cut(after, "\n\n")
	if more {
		rest = "\n\n" + rest
	}
	if !ok || !what.MatchString(body+"\n") {
		return false
	}
	h.files[name] = []byte(before + "\n[" + id + "]\n" + strings.TrimSuffix(what.ReplaceAllString(body+"\n", by), "\n") + rest)
	return true
}

// sync brings the catalogs up to date as the whole dossier is loaded.
func (h *history) sync(t *testing.T) {
	t.Helper()
	p, findings := LoadFiles("", h.files)
	if p == nil || findings.HasErrors() {
		t.Fatal(findings)
	}
	h.files = applied(h.files, p)
}

// applied returns the files after a sync.
func applied(files map[string][]byte, p *Project) map[string][]byte {
	after := map[string][]byte{}
	for name, data := range files {
		after[name] = data
	}
	for name, data := range plannedFiles(p.Sync()) {
		if data == nil {
			delete(after, name)
		} else {
			after[name] = data
		}
	}
	return after
}

// rates counts what became of the texts.
type rates struct{ same, lost, edited, kept, fresh, offered int }

// broken reports whether a promise is not kept: nothing is lost, 99 of 100 changed
// texts keep their translation, at most 1 in 200 new ones is offered another's.
func (r rates) broken() bool {
	return r.lost > 0 || over(r.edited-r.kept, float64(r.edited)/100) || over(r.offered, float64(r.fresh)/200)
}

// over reports whether a count is above a rate by more than chance explains, where
// few are counted: two standard deviations and one.
func over(n int, rate float64) bool { return float64(n) > rate+2*math.Sqrt(rate)+1 }

// judge holds the catalogs to the truth.
func (h *history) judge(t *testing.T, r *rates) {
	t.Helper()
	p, _ := LoadFiles("", h.files)
	need, have := map[string]int{}, map[string]int{} // current translations of a text: which of two twins has one does not matter
	for _, page := range p.Pages {
		s := h.pages[slices.IndexFunc(h.pages, func(s *story) bool { return s.name == page.Name })]
		for i, k := range s.texts {
			e := p.Entry("en", page.Units[i+1].ID)
			state := catalog.StateOf(e, k.text)
			text := ""
			if e != nil {
				text = e.Other
			}
			right := text == k.translated || h.made[k.text][text]
			if text != "" && right && state == catalog.Current {
				have[k.text]++
			}
			switch {
			case k.translated == "":
				r.fresh++
				if !right {
					r.offered++
					t.Logf("the new %q is offered %q", k.text, text)
				}
			case k.german == k.text:
				r.same++
				need[k.text]++
			default:
				r.edited++
				if right {
					r.kept++
				} else {
					t.Logf("%q, once %q, has %q", k.text, k.german, text)
				}
			}
			if text != k.translated { // what is wrong is counted once
				k.translated = text
				if k.german = ""; state == catalog.Current {
					k.german = k.text
				}
			}
		}
	}
	for text, n := range need {
		if n > have[text] {
			r.lost += n - have[text]
			t.Logf("the translation of %q is lost", text)
		}
	}
}

// Whatever is done to a dossier, no unchanged text loses its translation, a changed
// one keeps it in 99 of 100 cases, and at most 1 in 200 new ones is offered one of
// another text.
func TestNoSentenceIsLost(t *testing.T) {
	var r rates
	for seed := range histories() {
		h := newHistory(seed)
		h.write()
		h.sync(t)
		for range 25 {
			h.translate()
			h.sync(t)
			h.author()
			h.sync(t)
			h.judge(t, &r)
		}
	}
	t.Logf("%+v", r)
	if r.broken() {
		t.Errorf("%+v", r)
	}
}
