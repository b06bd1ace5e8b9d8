package project

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
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
	anchor     string // that the author gave it, or ""
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
		return fewHistories
	}
	return n
}

// steps are what an author does. Each leaves every page with a text or more.
var steps = []func(*history){
	(*history).reword, (*history).reword, (*history).reword, (*history).typo, (*history).figure,
	(*history).insert, (*history).insert, (*history).remove, (*history).back, (*history).twin,
	(*history).within, (*history).across, (*history).divide, (*history).join, (*history).level, (*history).anchor,
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
			b.WriteString("\n" + t.mark + t.text + t.attribute() + "\n")
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

// anchor gives a text an address of its own, another one, or takes it away.
func (h *history) anchor() {
	t := h.one()
	h.born++
	if t.anchor = fmt.Sprintf("anker-%d", h.born); h.IntN(3) == 0 {
		t.anchor = ""
	}
}

func (t *told) attribute() string {
	switch {
	case t.anchor == "" || t.mark == "- ":
		return ""
	case t.mark == "":
		return "\n{#" + t.anchor + "}"
	}
	return " {#" + t.anchor + "}"
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
