package project

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/markdown"
)

// What became of the translations from one version to the next, and what had to.

// verdicts counts what became of texts.
type verdicts struct{ same, lost, edited, kept, fresh, offered, gone int }

func (v *verdicts) add(w verdicts) {
	v.same, v.lost, v.edited, v.kept = v.same+w.same, v.lost+w.lost, v.edited+w.edited, v.kept+w.kept
	v.fresh, v.offered, v.gone = v.fresh+w.fresh, v.offered+w.offered, v.gone+w.gone
}

func (v verdicts) String() string {
	return fmt.Sprintf("%d, lost %d | %d, kept %d | %d, offered another's %d", v.same, v.lost, v.edited, v.kept, v.fresh, v.offered)
}

// chronicle is a dossier in memory on its way through the versions.
type chronicle struct {
	files  map[string][]byte
	ledger *Ledger
	made   map[string]bool // every translation so far
}

func (v *verdicts) follow(t *testing.T, versions []version) {
	c := chronicle{map[string][]byte{"config.toml": []byte(historyConfig)}, nil, map[string]bool{}}
	var was []Translation
	for n, pages := range versions {
		maps.DeleteFunc(c.files, func(name string, _ []byte) bool { return strings.HasSuffix(name, ".md") })
		for name, text := range pages {
			c.files["content/"+name+".md"] = fmt.Appendf(nil, "+++\ntitle = %q\n+++\n\n%s", name, text)
		}
		c.sync(t)
		is := c.translations(t)
		if n > 0 {
			v.judge(t, was, is)
		}
		v.gone += c.missing(t)
		c.translate(is)
		c.sync(t)
		was = c.translations(t)
	}
}

func (c *chronicle) sync(t *testing.T) {
	t.Helper()
	sums := SumsOf(c.files)
	p, findings, ok := LoadPart("", c.files, sums, c.ledger)
	if !ok {
		if p, findings = LoadFiles("", c.files); findings.HasErrors() {
			t.Fatal(findings)
		}
	}
	plans := p.Sync()
	for name, data := range plannedFiles(plans) {
		if data == nil {
			delete(c.files, name)
		} else {
			c.files[name] = data
		}
	}
	c.ledger = p.Ledger(sums, findings, plans)
}

func (c *chronicle) translations(t *testing.T) []Translation {
	t.Helper()
	p, findings := LoadFiles("", c.files)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	return slices.DeleteFunc(p.Translations("en"), func(tr Translation) bool { return tr.State == catalog.Obsolete })
}

var emptyMessage = regexp.MustCompile(`(?m)^\[(.+)\]\nhash = .*\nother = ""$`)

// translate translates what has no translation, and a third of what is outdated.
func (c *chronicle) translate(texts []Translation) {
	byID := map[string]Translation{}
	for _, tr := range texts {
		byID[tr.ID] = tr
	}
	entry := func(tr Translation) []byte {
		c.made[english(tr.Source)] = true
		return fmt.Appendf(nil, "[%s]\nother = %s", tr.ID, strconv.Quote(english(tr.Source)))
	}
	for name, data := range c.files {
		if !strings.HasSuffix(name, ".en.toml") {
			continue
		}
		data = emptyMessage.ReplaceAllFunc(data, func(m []byte) []byte {
			if tr, ok := byID[string(emptyMessage.FindSubmatch(m)[1])]; ok {
				return entry(tr)
			}
			return m
		})
		for _, tr := range texts {
			if tr.Catalog == name && tr.State == catalog.Outdated && len(tr.Source)%3 == 0 {
				old := fmt.Appendf(nil, "[%s]\nhash = %q\nother = %s", tr.ID, tr.Hash, strconv.Quote(tr.Text))
				delete(c.made, tr.Text)
				data = bytes.Replace(data, old, entry(tr), 1)
			}
		}
		c.files[name] = data
	}
}

// english is a translation by which its text is recognised.
func english(text string) string { return "T:" + catalog.Hash(text)[5:17] }

// missing counts the translations that are in no catalog any more.
func (c *chronicle) missing(t *testing.T) (n int) {
	t.Helper()
	have := map[string]bool{}
	for name, data := range c.files {
		if strings.HasSuffix(name, ".en.toml") {
			for _, m := range regexp.MustCompile(`T:[0-9a-f]{12}`).FindAll(data, -1) {
				have[string(m)] = true
			}
		}
	}
	for text := range c.made {
		if !have[text] {
			n++
			t.Logf("%q is in no catalog", text)
			delete(c.made, text)
		}
	}
	return n
}

func (v *verdicts) judge(t *testing.T, was, is []Translation) {
	t.Helper()
	thenAll, nowAll := count(was, everywhere), count(is, everywhere)
	now := count(is, current)
	for text, n := range needed(was, is) {
		if v.same += n; now[text] < n {
			v.lost += n - now[text]
			t.Logf("the translation of %q is lost", text)
		}
	}
	v.edits(t, was, is, thenAll, nowAll)
	ids := map[string]Translation{}
	for _, tr := range was {
		ids[tr.ID] = tr
	}
	gone := newWordIndex(was, func(text string) bool { return nowAll[text] < thenAll[text] })
	for _, tr := range is {
		if thenAll[tr.Source] > 0 || gone.likest(tr.Source) > 0.2 || tr.Kind == "title" {
			continue
		}
		v.fresh++
		if old := ids[tr.ID].Source; tr.Text != "" && tr.Text != english(tr.Source) && max(len(wordSet(old)), len(wordSet(tr.Source))) > 7 {
			v.offered++
			t.Logf("%q has the translation of %q", tr.Source, old)
		}
	}
}

func everywhere(tr Translation) string { return tr.Source }

func current(tr Translation) string {
	if tr.State == catalog.Current && tr.Text == english(tr.Source) {
		return tr.Source
	}
	return ""
}

// count counts the texts by what key says of them; "" is not counted.
func count(texts []Translation, key func(Translation) string) map[string]int {
	n := map[string]int{}
	for _, tr := range texts {
		if k := key(tr); k != "" {
			n[k]++
		}
	}
	return n
}

// needed returns how many units that say a text must have its translation.
func needed(was, is []Translation) map[string]int {
	onPage := func(tr Translation) string { return tr.Page + "\x00" + tr.Source }
	then, now := count(was, onPage), count(is, onPage)
	then1 := count(was, func(tr Translation) string {
		if current(tr) == "" {
			return ""
		}
		return onPage(tr)
	})
	need, left, come, movable := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for k, n := range then1 {
		_, text, _ := strings.Cut(k, "\x00")
		if now[k] == 0 {
			movable[text] += n
		}
		need[text] += max(0, min(n, now[k]-(then[k]-n))) // as many as are not those of twins without one
	}
	for k, n := range then {
		if _, text, _ := strings.Cut(k, "\x00"); now[k] == 0 {
			left[text] += n
		}
	}
	for k, n := range now {
		if _, text, _ := strings.Cut(k, "\x00"); then[k] == 0 {
			come[text] += n
		}
	}
	for text, n := range movable {
		if left[text] == come[text] && len(wordSet(text)) > 2 {
			need[text] += n
		}
	}
	return need
}

// edits judges the texts that took the place of another between the same neighbours.
func (v *verdicts) edits(t *testing.T, was, is []Translation, thenAll, nowAll map[string]int) {
	t.Helper()
	at := map[string]int{}
	for i, tr := range was {
		at[tr.Page+"\x00"+tr.Source] = i
	}
	once := func(text string) bool { return thenAll[text] == 1 && nowAll[text] == 1 }
	for k := 1; k+1 < len(is); k++ {
		before, tr, after := is[k-1], is[k], is[k+1]
		i, ok := at[before.Page+"\x00"+before.Source]
		if !ok || i+2 >= len(was) || !once(before.Source) || !once(after.Source) || was[i+2].Source != after.Source || after.Page != before.Page {
			continue
		}
		if old := was[i+1]; thenAll[tr.Source] == 0 && nowAll[old.Source] == 0 && shared(wordSet(old.Source), wordSet(tr.Source)) >= 0.5 {
			v.edited++
			if old.ID == tr.ID || slices.Contains(tr.Also, old.ID) {
				v.kept++
			} else {
				t.Logf("%q was %q and has another id", tr.Source, old.Source)
			}
		}
	}
}

// wordSet returns the words that a reader sees.
func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(markdown.Plain(text)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		set[w] = true
	}
	return set
}

// shared returns which part of their words two texts have in common.
func shared(a, b map[string]bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return 2 * float64(n) / float64(max(1, len(a)+len(b)))
}

// wordIndex finds the texts that hold a word.
type wordIndex struct {
	sets []map[string]bool
	by   map[string][]int
}

func newWordIndex(texts []Translation, which func(text string) bool) *wordIndex {
	ix := &wordIndex{by: map[string][]int{}}
	for _, tr := range texts {
		if which(tr.Source) {
			set := wordSet(tr.Source)
			for w := range set {
				ix.by[w] = append(ix.by[w], len(ix.sets))
			}
			ix.sets = append(ix.sets, set)
		}
	}
	return ix
}

// likest returns which part of its words a text shares with the one that shares most.
func (ix *wordIndex) likest(text string) (most float64) {
	set, tally := wordSet(text), map[int]int{}
	for w := range set {
		for _, i := range ix.by[w] {
			tally[i]++
		}
	}
	for i, n := range tally {
		most = max(most, 2*float64(n)/float64(len(set)+len(ix.sets[i])))
	}
	return most
}
