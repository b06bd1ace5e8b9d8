package project

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/locale"
)

// Words of the interface travel to translators' programs as the texts of the
// dossier do, each plural form as a text of its own. Which of them a format puts
// together is its matter.

// WordsPage is where words of the interface stand, as the name of a page.
const WordsPage = "site"

// Word is one form of a word of the interface in one language.
type Word struct {
	Key      string // "site/skip", "site/minutes.one"
	Where    string // "Oberfläche · Frame"
	Form     string // of a plural: its category, "few"; else ""
	Numbers  string // the first numbers that take it: "3, 4, 5, 6 …"
	Catalog  string
	Source   string
	Text     string // the translation; "" if missing
	State    catalog.State
	Previous string         // the German that an outdated one was made from, if known
	Change   catalog.Change // what happened to it since
	Comments []string       // the translator's own
	Pos      diag.Pos

	id, form string
}

// Translation is the word as a text of the dossier.
func (w Word) Translation() Translation {
	where := w.Where
	if w.Form != "" {
		where += " · " + w.Form + ": " + w.Numbers
	}
	return Translation{
		Key: w.Key, ID: w.id, Page: WordsPage, Catalog: w.Catalog, Where: where, Pos: w.Pos, Source: w.Source, Previous: w.Previous,
		Text: w.Text, State: w.State, Change: w.Change, Comments: w.Comments,
	}
}

// Words returns the words that a language has to translate: all of them, if the
// theme does not speak it; else those that the dossier changes or adds.
func (p *Project) Words(lang string) []Word {
	l, ok := p.Target(lang)
	source := p.wordsOf(p.Language().Tag)
	if !ok || source == nil {
		return nil
	}
	name := wordsFile(lang)
	said, findings := catalog.Parse(name, p.wordsAt(name))
	if findings.HasErrors() {
		return nil
	}
	own, _ := catalog.Parse("", p.wordsAt(wordsFile(p.Language().Tag)))
	all := p.themeWords(lang) == nil
	var words []Word
	section := ""
	for _, e := range source.Entries {
		if c := e.Comments(); len(c) > 0 {
			section = c[len(c)-1]
		}
		changed, mine := own.Get(e.ID)
		there, has := said.Get(e.ID)
		if !all && !mine && !has {
			continue
		}
		if mine {
			e = changed
		}
		words = append(words, p.wordForms(l, name, section, e, there)...)
	}
	return words
}

// wordForms returns a word in each form that its language has.
func (p *Project) wordForms(l Language, name, section string, e, there *catalog.Entry) []Word {
	forms := []string{"other"}
	if e.Plural() || there.Plural() {
		forms = l.Plurals().Categories()
	}
	var words []Word
	for _, form := range forms {
		w := Word{
			Key: WordsPage + "/" + e.ID, Where: "Oberfläche", Catalog: name, Source: cmp.Or(e.Form(form), e.Other), Text: there.Form(form),
			State: catalog.Missing, Pos: diag.Pos{File: name}, id: e.ID, form: form,
		}
		if section != "" {
			w.Where += " · " + section
		}
		if len(forms) > 1 {
			w.Key += "." + form
			w.Form, w.Numbers = form, examples(l, form)
		}
		if strings.HasPrefix(e.ID, "slug_") {
			w.Where += " · Teil einer Adresse"
		}
		if there != nil {
			w.Pos = there.Pos
			p.compare(&w, e, there)
			if form == forms[0] {
				w.Comments = there.Comments()
			}
		}
		words = append(words, w)
	}
	return words
}

// examples names the first numbers that take a plural form.
func examples(l Language, form string) string {
	var numbers []string
	rules := l.Plurals()
	for _, n := range locale.Counts() {
		if rules.Of(n) == form {
			if numbers = append(numbers, strconv.Itoa(n)); len(numbers) == 4 {
				return strings.Join(numbers, ", ") + " …"
			}
		}
	}
	if len(numbers) == 0 {
		return "1.5"
	}
	return strings.Join(numbers, ", ")
}

// TakeWord puts a returned word in its place. r.Source is the text that it was made
// from, as for [Project.Take].
func (p *Project) TakeWord(lang string, r Returned) error {
	words := p.Words(lang)
	i := slices.IndexFunc(words, func(w Word) bool { return w.Key == r.Key })
	if i < 0 {
		return fmt.Errorf("the interface has no word %q", r.Key)
	}
	w := words[i]
	name := w.Catalog
	src, _ := catalog.Parse("", p.wordsAt(name))
	e, _ := src.Get(w.id)
	said := catalog.Word{ID: w.id, Form: w.form, Text: r.Text, Hash: p.madeFrom(w, r)}
	for _, c := range r.Comments {
		if !slices.Contains(e.Comments(), c) {
			said.Comments = append(said.Comments, c)
		}
	}
	data := catalog.Say(p.wordsAt(name), said)
	after, _ := catalog.Parse("", data)
	if e, _ := after.Get(w.id); r.Text != "" && e.Form(w.form) != r.Text {
		return fmt.Errorf("%s: the word %q could not be written", name, w.id)
	}
	p.setWords(name, data)
	return nil
}

func wordsFile(lang string) string { return "i18n/site." + lang + ".toml" }

// wordsAt returns a file of words as it is to be written.
func (p *Project) wordsAt(name string) []byte {
	if data, ok := p.words[name]; ok {
		return data
	}
	return p.files[name]
}

// wordsOf returns the theme's words in a language, or else in English; and those
// that the dossier adds.
func (p *Project) wordsOf(lang string) *catalog.File {
	data := p.themeWords(lang)
	if data == nil {
		data = p.themeWords("en")
	}
	f, findings := catalog.Parse("", data)
	if data == nil || findings.HasErrors() {
		return nil
	}
	own, _ := catalog.Parse("", p.wordsAt(wordsFile(lang)))
	for _, e := range own.Entries {
		if _, ok := f.Get(e.ID); !ok && e.Other != "" {
			f.Entries = append(f.Entries, e)
		}
	}
	return f
}
