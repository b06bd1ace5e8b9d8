package stage

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	xlanguage "golang.org/x/text/language"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
)

// The words of the interface ("corroborated", "according to") are go-i18n
// message files of the theme, changed or extended by i18n/site.LANG.toml. Hugo
// reads them for the templates; the same files are read here for what is staged
// as data.

// interfaceWords holds the interface's words in every language.
type interfaceWords struct {
	bundle *i18n.Bundle
	source string
	known  map[string]map[string]*i18n.Message // by language and key
}

func tagOf(lang string) xlanguage.Tag { return xlanguage.Make(lang) }

// loadWords reads the theme's words and the dossier's own over them. An empty
// message does not override: it is one that nobody has translated yet.
func loadWords(theme fs.FS, p *project.Project) (*interfaceWords, diag.List) {
	w := &interfaceWords{i18n.NewBundle(tagOf(p.Language().Tag)), p.Language().Tag, map[string]map[string]*i18n.Message{}}
	w.bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	var findings diag.List
	files, err := fs.Glob(theme, "i18n/*.toml")
	if err != nil {
		findings.Add(diag.Errorf(diag.Pos{File: "site/i18n"}, "theme", "%v", err))
	}
	for _, name := range files {
		data, err := fs.ReadFile(theme, name)
		if err == nil {
			var f *i18n.MessageFile
			if f, err = w.bundle.ParseMessageFileBytes(data, path.Base(name)); err == nil {
				w.know(strings.TrimSuffix(path.Base(name), ".toml"), f.Messages)
			}
		}
		if err != nil {
			findings.Add(diag.Errorf(diag.Pos{File: "site/" + name}, "words-syntax", "%v", err))
		}
	}
	for _, lang := range p.Config.Languages {
		findings.Add(w.add(p, lang.Tag)...)
	}
	return w, findings
}

func (w *interfaceWords) know(lang string, messages []*i18n.Message) {
	if w.known[lang] == nil {
		w.known[lang] = map[string]*i18n.Message{}
	}
	for _, m := range messages {
		w.known[lang][m.ID] = m
	}
}

func siteFile(lang string) string { return "i18n/site." + lang + ".toml" }

// add reads i18n/site.LANG.toml.
func (w *interfaceWords) add(p *project.Project, lang string) diag.List {
	name := siteFile(lang)
	data := p.Source(name)
	if data == nil {
		return nil
	}
	messages, err := own(name, data)
	if err == nil {
		err = w.bundle.AddMessages(tagOf(lang), messages...)
	}
	if err != nil {
		return diag.List{diag.Errorf(diag.Pos{File: name}, "words-syntax", "%v", err).
			WithHint("a message reads [key] with other = \"…\" below it")}
	}
	w.know(lang, messages)
	return addresses(name, data)
}

// addresses reports words that become a part of addresses and cannot: links to such a
// page would lead nowhere.
func addresses(name string, data []byte) diag.List {
	var l diag.List
	f, _ := catalog.Parse(name, data)
	for _, e := range f.Entries {
		if e.Other != "" && !catalog.Addressable(e.ID, e.Other) {
			l.Add(diag.Errorf(e.OtherPos, "words-address", "%s becomes a part of addresses and cannot be %q", e.ID, e.Other).WithHint(catalog.AddressHint))
		}
	}
	return l
}

// own returns the messages of a site file that have a text.
func own(name string, data []byte) ([]*i18n.Message, error) {
	f, err := i18n.ParseMessageFileBytes(data, path.Base(name), map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
	if err != nil {
		return nil, err
	}
	var messages []*i18n.Message
	for _, m := range f.Messages {
		if m.Other != "" {
			messages = append(messages, inEveryForm(m))
		}
	}
	return messages, nil
}

// inEveryForm returns a message whose missing plural forms are said by the last of
// them: one that is not quite right is better than one in another language.
func inEveryForm(m *i18n.Message) *i18n.Message {
	full := *m
	for _, form := range []*string{&full.Zero, &full.One, &full.Two, &full.Few, &full.Many} {
		if *form == "" {
			*form = m.Other
		}
	}
	return &full
}

// ownFile writes i18n/site.LANG.toml as Hugo should see it: without empty
// messages, for which Hugo would print the source language without a word, and
// with the source language's for what is lacking. It is written even if there is
// nothing in it: without any mount for i18n Hugo falls back to the folder of that
// name, which holds the catalogs.
func ownFile(p *project.Project, lang string, lacking []*i18n.Message) []byte {
	messages, _ := own(siteFile(lang), p.Source(siteFile(lang))) // errors were found when loading
	messages = append(messages, lacking...)
	b := strings.Builder{}
	b.WriteString("# from i18n/site." + lang + ".toml\n")
	for _, m := range messages {
		fmt.Fprintf(&b, "[%q]\n", m.ID)
		for _, form := range []struct{ key, text string }{
			{"zero", m.Zero}, {"one", m.One}, {"two", m.Two}, {"few", m.Few}, {"many", m.Many}, {"other", m.Other},
		} {
			if form.text != "" {
				fmt.Fprintf(&b, "%s = %s\n", form.key, quote(form.text))
			}
		}
	}
	return []byte(b.String())
}

// in returns the function that says a word in a language; a word that nobody
// has translated is said in the source language and handed to foreign, an unknown
// one is said by its key.
func (w *interfaceWords) in(lang string, foreign func(string) string) func(key string) string {
	say := w.telling(lang, foreign)
	known := map[string]string{}
	return func(key string) string {
		text, ok := known[key]
		if !ok {
			text = say(key, nil)
			known[key] = text
		}
		return text
	}
}

// telling returns the function that says a sentence with something in it. One that
// cannot be said is said by its key.
func (w *interfaceWords) telling(lang string, foreign func(string) string) func(key string, data map[string]any) string {
	l := i18n.NewLocalizer(w.bundle, lang, w.source)
	return func(key string, data map[string]any) string {
		text, err := l.Localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data})
		if err != nil && text == "" {
			return key
		}
		if w.lacks(lang, key) {
			return foreign(text)
		}
		return text
	}
}
