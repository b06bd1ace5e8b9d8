package catalog

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"dossier/tools/internal/markdown"
)

// Edits with a known outcome, planted in real pages. The truth is what the edit
// did, not what a measure of likeness makes of it.

const corpora = "../../../../shared/corpora/translation"

// item is a unit with its truth: the old unit that it is, or -1.
type item struct {
	New
	from int
	edit string // what was done to it, or ""
}

// planter edits the units of a corpus.
type planter struct {
	*rand.Rand
	pages  [][]item
	donors []string // texts that stand on no page
	words  []string
}

func corpusPages(t testing.TB, dir string) map[string][]New {
	t.Helper()
	if _, err := os.Stat(corpora); err != nil {
		t.Skip("needs ../shared/corpora")
	}
	root := filepath.Join(corpora, dir)
	pages := map[string][]New{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(filepath.ToSlash(strings.TrimPrefix(path, root)), ".md")
		page, _ := markdown.Parse(name, src)
		for _, u := range page.Units {
			pages[name] = append(pages[name], New{Page: name, Kind: string(u.Kind), Text: u.Text})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// newPlanter takes a tenth of the pages away, as a source of new texts.
func newPlanter(seed uint64, all map[string][]New) (*planter, []Old) {
	p := &planter{Rand: rand.New(rand.NewPCG(seed, 1))}
	var units []New
	var names []string
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	for n, name := range names {
		for _, u := range all[name] {
			p.words = append(p.words, strings.Fields(u.Text)...)
			if n%10 == 3 && len(strings.Fields(u.Text)) > 5 {
				p.donors = append(p.donors, u.Text)
			}
		}
		if n%10 != 3 {
			units = append(units, all[name]...)
		}
	}
	have := map[string]bool{}
	for _, u := range units {
		have[u.Text] = true
	}
	p.donors = slices.DeleteFunc(p.donors, func(s string) bool { return have[s] })
	old := born(units)
	for j, u := range units {
		if j == 0 || units[j-1].Page != u.Page {
			p.pages = append(p.pages, nil)
		}
		last := len(p.pages) - 1
		p.pages[last] = append(p.pages[last], item{u, j, ""})
	}
	return p, old
}

// plant makes n edits on each page of some size.
func (p *planter) plant(n int) {
	for k := range p.pages {
		if len(p.pages[k]) < 6 {
			continue
		}
		for range n {
			p.edit(k)
		}
	}
}

func (p *planter) edit(k int) {
	page := p.pages[k]
	i := 1 + p.IntN(len(page)-1)
	it := &page[i]
	if it.edit != "" || front(it.Kind) {
		return
	}
	words := strings.Fields(it.Text)
	switch what := p.IntN(16); {
	case what == 0 && len(words) > 2:
		p.typo(it)
	case what == 1:
		p.figure(it)
	case what >= 2 && what <= 6 && len(words) >= 8:
		p.reword(it, what-1)
	case what == 7:
		p.pages[k] = slices.Insert(page, i, item{New{it.Page, it.Kind, p.donor(), ""}, -1, "new"})
	case what == 8:
		p.twin(k, i)
	case what == 9:
		p.pages[k] = slices.Delete(page, i, i+1)
	case what == 10 && len(words) > 5:
		*it = item{New{it.Page, it.Kind, p.donor(), ""}, -1, "new in place of another"}
	case what == 11:
		j := 1 + p.IntN(len(page)-1)
		if page[j].edit == "" && !front(page[j].Kind) {
			page[i], page[j] = page[j], page[i]
			page[i].edit, page[j].edit = "reorder", "reorder"
		}
	case what == 12:
		p.move(k, i)
	case what == 13:
		p.split(k, i)
	case what == 14:
		p.join(k, i)
	case what == 15:
		p.section(k, i)
	}
}

func (p *planter) donor() string {
	n := p.IntN(len(p.donors))
	s := p.donors[n]
	p.donors = slices.Delete(p.donors, n, n+1)
	return s
}

func (p *planter) typo(it *item) {
	r := []rune(it.Text)
	for range 50 {
		i := 1 + p.IntN(len(r)-1)
		if unicode.IsLetter(r[i]) && unicode.IsLetter(r[i-1]) {
			r[i] = rune('a' + p.IntN(26))
			break
		}
	}
	it.Text, it.edit = string(r), "typo"
}

func (p *planter) figure(it *item) {
	if !strings.ContainsFunc(it.Text, unicode.IsDigit) {
		return
	}
	it.Text = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' && p.IntN(2) == 0 {
			return '0' + (r-'0'+rune(1+p.IntN(9)))%10
		}
		return r
	}, it.Text)
	it.edit = "figure"
}

// strengths are the shares of words that a rewording exchanges, leaves out or
// adds.
var strengths = []float64{0, 0.1, 0.2, 0.35, 0.5, 0.6}

func (p *planter) reword(it *item, strength int) {
	words := strings.Fields(it.Text)
	var out []string
	for _, w := range words {
		if p.Float64() >= strengths[strength] {
			out = append(out, w)
			continue
		}
		switch p.IntN(4) {
		case 0: // left out
		case 1:
			out = append(out, w, p.words[p.IntN(len(p.words))])
		default:
			out = append(out, p.words[p.IntN(len(p.words))])
		}
	}
	if len(out) == 0 {
		return
	}
	it.Text, it.edit = strings.Join(out, " "), fmt.Sprintf("reworded, strength %d", strength)
}

// twin inserts a text made after the pattern of its neighbour: other figures, and
// a third of the words.
func (p *planter) twin(k, i int) {
	it := p.pages[k][i]
	words := strings.Fields(it.Text)
	if len(words) < 3 {
		return
	}
	for n := range words {
		if n%3 == 0 {
			words[n] = p.words[p.IntN(len(p.words))]
		}
	}
	twin := item{New{it.Page, it.Kind, strings.Join(words, " "), ""}, -1, "new between twins"}
	p.pages[k][i].edit = "has a twin now"
	p.pages[k] = slices.Insert(p.pages[k], i+p.IntN(2), twin)
}

func (p *planter) move(k, i int) {
	it := p.pages[k][i]
	to := p.IntN(len(p.pages))
	if to == k || len(p.pages[to]) == 0 {
		return
	}
	it.Page, it.edit = p.pages[to][0].Page, "moved to another page"
	p.pages[k] = slices.Delete(p.pages[k], i, i+1)
	p.pages[to] = slices.Insert(p.pages[to], 1+p.IntN(len(p.pages[to])), it)
}

func (p *planter) split(k, i int) {
	it := p.pages[k][i]
	at := -1
	for n := 0; n+2 < len(it.Text); n++ {
		if it.Text[n] == '.' && it.Text[n+1] == ' ' && len(strings.Fields(it.Text[:n])) > 4 && len(strings.Fields(it.Text[n:])) > 5 {
			at = n + 1
			break
		}
	}
	if at < 0 || it.Kind != "p" || alikeInSize(it.Text[:at], it.Text[at:]) {
		return
	}
	a, b := it, it
	a.Text, b.Text = it.Text[:at], strings.TrimSpace(it.Text[at:])
	if len(a.Text) >= len(b.Text) {
		a.edit, b.edit, b.from = "split, larger part", "split, other part", -2-it.from
	} else {
		b.edit, a.edit, a.from = "split, larger part", "split, other part", -2-it.from
	}
	p.pages[k] = slices.Replace(p.pages[k], i, i+1, a, b)
}

func (p *planter) join(k, i int) {
	page := p.pages[k]
	if i+1 >= len(page) || page[i+1].Kind != "p" || page[i].Kind != "p" || page[i+1].edit != "" {
		return
	}
	a, b := page[i], page[i+1]
	if len(strings.Fields(a.Text)) < 4 || len(strings.Fields(b.Text)) < 4 || alikeInSize(a.Text, b.Text) {
		return
	}
	whole := a
	if len(b.Text) > len(a.Text) {
		whole = b
	}
	whole.Text, whole.edit = a.Text+" "+b.Text, "join"
	p.pages[k] = slices.Replace(page, i, i+2, whole)
}

// alikeInSize reports whether nobody could say which of two parts is the larger.
func alikeInSize(a, b string) bool {
	return max(len(a), len(b))*4 < min(len(a), len(b))*5
}

// section moves what follows a heading to the end of the page.
func (p *planter) section(k, i int) {
	page := p.pages[k]
	end := min(len(page), i+2+p.IntN(5))
	block := slices.Clone(page[i:end])
	if slices.ContainsFunc(block, func(it item) bool { return front(it.Kind) }) {
		return
	}
	p.pages[k] = append(slices.Delete(page, i, end), block...)
}

// tables inserts and deletes rows and columns; rename gives pages other names.
func (p *planter) tables() {
	for k := range p.pages {
		for i := 0; i < len(p.pages[k]); i++ {
			end := i
			for end < len(p.pages[k]) && p.pages[k][end].Kind == "td" {
				end++
			}
			if end-i >= 6 {
				p.table(k, i, end)
				end += 2
			}
			i = max(i, end)
		}
	}
}

// table takes every run of cells for a table of two columns: what a row or a
// column is does not matter to whoever sees the cells in their order.
func (p *planter) table(k, i, end int) {
	page := p.pages[k]
	cell := func(n int) item {
		return item{New{page[i].Page, "td", fmt.Sprintf("%s %d", p.donor(), n), ""}, -1, "new cell"}
	}
	switch p.IntN(4) {
	case 0: // a row more
		at := i + 2*p.IntN((end-i)/2)
		p.pages[k] = slices.Insert(page, at, cell(1), cell(2))
	case 1: // a row less
		at := i + 2*p.IntN((end-i)/2)
		p.pages[k] = slices.Delete(page, at, at+2)
	case 2: // a column more
		var out []item
		for n := i; n < end; n++ {
			out = append(out, page[n])
			if (n-i)%2 == 1 {
				out = append(out, cell(n))
			}
		}
		p.pages[k] = slices.Replace(page, i, end, out...)
	case 3: // a column less
		var out []item
		for n := i; n < end; n += 2 {
			out = append(out, page[n])
		}
		p.pages[k] = slices.Replace(page, i, end, out...)
	}
}

func (p *planter) rename() {
	for k, page := range p.pages {
		if p.IntN(8) == 0 {
			for i := range page {
				p.pages[k][i].Page += "-neu"
			}
		}
	}
}
