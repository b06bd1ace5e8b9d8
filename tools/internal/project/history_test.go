package project

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
)

// A history is what an author and a translator do to a dossier, step by step, at
// random, and it knows what became of each text: its truth comes from what was
// done, not from any likeness. It lives in memory.
type history struct {
	*rand.Rand
	files map[string][]byte
	pages []*story
	gone  []*told // deleted and translated
	born  int     // texts and pages so far

	made map[string]map[string]bool // the translations that were ever made of a text
}

// story is a page, told one of its texts. A text that was translated says how, and
// what it said then.
type story struct {
	name  string
	texts []*told
}

type told struct {
	mark       string // "", "- ", "## ": what kind of text it is
	text       string
	german     string // that the translation was made from
	translated string // "" if nobody did yet
}

const historyConfig = `baseURL = "https://history.example/"
defaultContentLanguage = "de"
[languages.de]
weight = 1
title = "Chronik"
[languages.en]
weight = 2
title = "Chronicle"
`

func newHistory(seed uint64) *history {
	h := &history{Rand: rand.New(rand.NewPCG(seed, 1)), files: map[string][]byte{"config.toml": []byte(historyConfig)}, made: map[string]map[string]bool{}}
	for range 8 {
		h.addPage()
	}
	return h
}

// histories returns how many to try: HISTORIES=500 go test -run 'Sentence|Part' takes
// its time.
func histories() uint64 {
	n, err := strconv.ParseUint(os.Getenv("HISTORIES"), 10, 32)
	if err != nil {
		return 6
	}
	return n
}

// steps are what an author does. Each leaves every page with a text or more.
var steps = []func(*history){
	(*history).reword, (*history).reword, (*history).reword, (*history).typo, (*history).figure,
	(*history).insert, (*history).insert, (*history).remove, (*history).back, (*history).twin,
	(*history).within, (*history).across, (*history).divide, (*history).join, (*history).level,
	(*history).rename, (*history).addPage, (*history).removePage,
}

// author does a few things.
func (h *history) author() {
	for range 1 + h.IntN(4) {
		steps[h.IntN(len(steps))](h)
	}
	h.write()
}

// write puts the pages into the files, and no others.
func (h *history) write() {
	for name := range h.files {
		if strings.HasSuffix(name, ".md") {
			delete(h.files, name)
		}
	}
	for _, s := range h.pages {
		var b strings.Builder
		fmt.Fprintf(&b, "+++\ntitle = \"Seite %s\"\n+++\n", s.name)
		for _, t := range s.texts {
			b.WriteString("\n" + t.mark + t.text + "\n")
		}
		h.files["content/"+s.name+".md"] = []byte(b.String())
	}
}

func (h *history) page() *story { return h.pages[h.IntN(len(h.pages))] }

func (h *history) one() *told {
	s := h.page()
	return s.texts[h.IntN(len(s.texts))]
}

func (h *history) fresh() *told {
	t := &told{text: h.prose(1 + h.IntN(4))}
	switch h.IntN(6) {
	case 0:
		t.mark = "- "
	case 1:
		t.mark, t.text = "## ", strings.TrimSuffix(h.prose(1), ".")
	}
	return t
}

func (s *story) put(i int, t *told) { s.texts = slices.Insert(s.texts, i, t) }

func (s *story) cut(i int) *told {
	t := s.texts[i]
	s.texts = slices.Delete(s.texts, i, i+1)
	return t
}

func (h *history) reword() {
	t := h.one()
	words := strings.Fields(t.text)
	for range 1 + len(words)/(4+h.IntN(8)) {
		words[h.IntN(len(words))] = h.word()
	}
	t.text = strings.Join(words, " ")
	if t.mark == "" && !strings.HasSuffix(t.text, ".") {
		t.text += "."
	}
}

func (h *history) typo() {
	t := h.one()
	letters := []rune(t.text)
	i := 1 + h.IntN(len(letters)-2)
	letters[i], letters[i-1] = letters[i-1], letters[i]
	if text := string(letters); strings.TrimSpace(text) == text && !strings.Contains(text, "  ") {
		t.text = text
	}
}

func (h *history) figure() {
	t := h.one()
	t.text = regexp.MustCompile(`\d+`).ReplaceAllStringFunc(t.text, func(string) string { return strconv.Itoa(2 + h.IntN(900)) })
}

func (h *history) insert() { s := h.page(); s.put(h.IntN(len(s.texts)+1), h.fresh()) }

func (h *history) remove() {
	if s := h.page(); len(s.texts) > 1 {
		h.forget(s.cut(h.IntN(len(s.texts))))
	}
}

// forget keeps a text that somebody may want back. One that was changed since it
// was translated is gone.
func (h *history) forget(t *told) {
	if t.translated != "" && t.german == t.text {
		h.gone = append(h.gone, t)
	}
}

func (h *history) back() {
	if len(h.gone) > 0 {
		i := h.IntN(len(h.gone))
		s := h.page()
		s.put(h.IntN(len(s.texts)+1), h.gone[i])
		h.gone = slices.Delete(h.gone, i, i+1)
	}
}

func (h *history) twin() {
	t := h.one()
	s := h.page()
	s.put(h.IntN(len(s.texts)+1), &told{mark: t.mark, text: t.text})
}

func (h *history) within() {
	s := h.page()
	t := s.cut(h.IntN(len(s.texts)))
	s.put(h.IntN(len(s.texts)+1), t)
}

func (h *history) across() {
	if s := h.page(); len(s.texts) > 1 {
		t, to := s.cut(h.IntN(len(s.texts))), h.page()
		to.put(h.IntN(len(to.texts)+1), t)
	}
}

// divide splits a paragraph; the larger part is the one that goes on.
func (h *history) divide() {
	s := h.page()
	i := h.IntN(len(s.texts))
	t := s.texts[i]
	sentences := strings.SplitAfter(t.text, ". ")
	if t.mark != "" || len(sentences) < 2 {
		return
	}
	at := 1 + h.IntN(len(sentences)-1)
	first, second := strings.TrimSpace(strings.Join(sentences[:at], "")), strings.Join(sentences[at:], "")
	if len(first) >= len(second) {
		t.text = first
		s.put(i+1, &told{text: second})
	} else {
		t.text = second
		s.put(i, &told{text: first})
	}
}

// join makes one of two paragraphs; the larger one goes on.
func (h *history) join() {
	s := h.page()
	i := h.IntN(len(s.texts))
	if i+1 >= len(s.texts) || s.texts[i].mark != "" || s.texts[i+1].mark != "" {
		return
	}
	a, b := s.texts[i], s.texts[i+1]
	text := a.text + " " + b.text
	if len(b.text) > len(a.text) {
		i, a = i-1, b
		s.cut(i + 1)
	} else {
		s.cut(i + 1)
	}
	a.text = text
}

func (h *history) level() {
	for _, t := range h.page().texts {
		if t.mark == "## " {
			t.mark = "### "
			return
		}
	}
}

func (h *history) rename() { h.born++; h.page().name = fmt.Sprintf("seite-%d", h.born) }

func (h *history) addPage() {
	h.born++
	s := &story{name: fmt.Sprintf("seite-%d", h.born)}
	for range 4 + h.IntN(10) {
		s.texts = append(s.texts, h.fresh())
	}
	h.pages = append(h.pages, s)
}

func (h *history) removePage() {
	if len(h.pages) > 6 {
		i := h.IntN(len(h.pages))
		for _, t := range h.pages[i].texts {
			h.forget(t)
		}
		h.pages = slices.Delete(h.pages, i, i+1)
	}
}

// prose writes sentences of German words, some of which are in every sentence, as
// in any language.
func (h *history) prose(sentences int) string {
	var b strings.Builder
	for range sentences {
		for k := range 7 + h.IntN(9) {
			w := h.word()
			if k == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			}
			b.WriteString(w + " ")
		}
		b.WriteString(strconv.Itoa(2+h.IntN(900)) + " mal. ")
	}
	return strings.TrimSpace(b.String())
}

func (h *history) word() string {
	if h.IntN(5) < 2 {
		return littleWords[h.IntN(len(littleWords))]
	}
	return stems[h.IntN(len(stems))] + endings[h.IntN(len(endings))]
}

var (
	littleWords = strings.Fields("der die das und in zu den von mit sich des auf nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem")
	stems       = strings.Fields("hafen kran schiff boot woge last markt preis zoll wert grenz netz daten nutz recht gericht klag urteil gesetz amt staat bund land stadt raum zeit jahr monat woch tag nacht morgen film bild ton wort satz buch blatt brief mail post bank geld kredit zins kauf verkauf handel firm werk bau haus tor weg brück fluss meer insel berg tal wald feld baum blum tier hund katz vogel fisch mensch kind frau mann")
	endings     = strings.Fields("e en er es ung ungen lich isch bar los haft ig keit heit schaft tum nis sal chen")
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
	if r.lost > 0 || r.kept*100 < r.edited*99 || r.offered*200 > r.fresh {
		t.Errorf("%+v", r)
	}
}

// A sync by what the last one left does what one without it does, and says the
// same.
func TestASyncOfAPartIsASync(t *testing.T) {
	parts := 0
	for seed := range histories() {
		h := newHistory(100 + seed)
		h.write()
		h.sync(t)
		var ledger *Ledger
		for step := range 30 {
			if step%3 == 0 {
				h.translate()
			} else {
				h.author()
			}
			h.disturb()
			if ledger = h.both(t, ledger, &parts); t.Failed() {
				t.Fatalf("seed %d, step %d", seed, step)
			}
		}
	}
	if all := int(histories()) * 30; parts < all/2 {
		t.Errorf("only %d of %d were of a part", parts, all)
	}
}

// both syncs in both ways and returns the ledger for the next time, sent through
// its file.
func (h *history) both(t *testing.T, l *Ledger, parts *int) *Ledger {
	t.Helper()
	sums := SumsOf(h.files)
	whole, found := LoadFiles("", h.files)
	if whole == nil || found.HasErrors() {
		if p, _, ok := LoadPart("", h.files, sums, l); ok {
			t.Errorf("a part was loaded of what has errors: %v", p.Pages)
		}
		h.sound()
		return l
	}
	want := applied(h.files, whole)
	p, findings, ok := LoadPart("", h.files, sums, l)
	if ok {
		*parts++
		same(t, applied(h.files, p), want)
		if got, all := fmt.Sprint(findings.Sorted()), fmt.Sprint(found.Sorted()); got != all {
			t.Errorf("a part says %s\nthe whole says %s", got, all)
		}
	} else {
		p, findings = whole, found
	}
	next := ReadLedger(p.Ledger(sums, findings, p.Sync()).Bytes("this"), "this")
	h.files = want
	again, about := LoadFiles("", want)
	said, settled := next.Settled(SumsOf(want))
	if !settled || fmt.Sprint(said.Sorted()) != fmt.Sprint(about.Sorted()) || len(applied(want, again)) != len(want) {
		t.Errorf("settled: %v; says %v, would say %v", settled, said.Sorted(), about.Sorted())
	}
	return next
}

func same(t *testing.T, got, want map[string][]byte) {
	t.Helper()
	for _, name := range sortedNames(want) {
		if string(got[name]) != string(want[name]) {
			t.Errorf("%s of a part:\n%s\nof the whole:\n%s", name, got[name], want[name])
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("a part leaves %s", name)
		}
	}
}

// disturb does what happens to files now and then.
func (h *history) disturb() {
	name := sortedNames(h.files)[h.IntN(len(h.files))]
	page := h.page()
	switch h.IntN(14) {
	case 0: // a file is lost, or was never added to git
		if strings.HasPrefix(name, "i18n/") {
			delete(h.files, name)
		}
	case 1: // the author names a paragraph as another one is named
		units := h.synced()
		other := h.page()
		if ids := units[other.name]; len(ids) > 0 && page.texts[0].mark == "" {
			page.texts[0].text += " {#" + ids[h.IntN(len(ids))].ID + "}"
		}
		h.write()
	case 2: // two pages with one address
		data := string(h.files["content/"+page.name+".md"])
		h.files["content/"+page.name+".md"] = []byte(strings.Replace(data, "+++\n", "+++\nslug = \""+h.page().name+"\"\n", 1))
	case 3: // a catalog of a language that the site does not have
		h.files["i18n/pages/"+page.name+".pl.toml"] = []byte("[p-123456]\nother = \"x\"\n")
	case 4: // a language comes, or goes
		config := string(h.files["config.toml"])
		const french = "[languages.fr]\nweight = 3\ntitle = \"Chronique\"\n"
		if strings.Contains(config, french) {
			h.files["config.toml"] = []byte(historyConfig)
		} else {
			h.files["config.toml"] = []byte(config + french)
		}
	case 5: // git could not merge
		if strings.HasSuffix(name, ".toml") && strings.HasPrefix(name, "i18n/") {
			h.files[name] = []byte("<<<<<<< HEAD\n" + string(h.files[name]))
		}
	case 6: // raw HTML, about which there is something to say
		h.files["content/"+page.name+".md"] = append(h.files["content/"+page.name+".md"], "\n<div>x</div>\n"...)
	}
}

// sound mends what keeps a dossier from being loaded.
func (h *history) sound() {
	for name, data := range h.files {
		h.files[name] = []byte(strings.TrimPrefix(string(data), "<<<<<<< HEAD\n"))
	}
	for _, s := range h.pages {
		for _, t := range s.texts {
			t.text, _, _ = strings.Cut(t.text, " {#")
		}
	}
	h.write()
}

// A ledger that is not just what this program left is none.
func TestALedgerOfAnother(t *testing.T) {
	h := newHistory(7)
	h.write()
	p, findings := LoadFiles("", h.files)
	findings.Add(diag.Warnf(diag.Pos{File: "content/a.md", Line: 3, Col: 4}, "x", "y").WithHint("z"))
	data := p.Ledger(SumsOf(h.files), findings, p.Sync()).Bytes("this")
	if l := ReadLedger(data, "this"); l == nil || fmt.Sprint(l.findings) != fmt.Sprint(findings) {
		t.Fatal("the program's own is refused")
	}
	if ReadLedger(data, "that") != nil {
		t.Error("another program's is taken")
	}
	for n := range len(data) {
		if ReadLedger(data[:n], "this") != nil {
			t.Fatalf("cut off after %d bytes it is taken", n)
		}
	}
	for range 200 {
		bad := slices.Clone(data)
		bad[h.IntN(len(bad))] ^= byte(1 + h.IntN(255))
		if ReadLedger(bad, "this") != nil {
			t.Error("with a byte changed it is taken")
		}
	}
}
