package stage

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	xlanguage "golang.org/x/text/language"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
)

// The words of the interface ("corroborated", "according to") are go-i18n
// message files of the theme, changed or extended by i18n/site.LANG.toml. Hugo
// reads them for the templates; the same files are read here for what is staged
// as data.

// catalogs holds the interface's words in every language.
type interfaceWords struct {
	bundle *i18n.Bundle
	source string

	isolated map[string][]*i18n.Message // by language, see isolate
}

func tagOf(lang string) xlanguage.Tag { return xlanguage.Make(lang) }

// loadWords reads the theme's words and the dossier's own over them. An empty
// message does not override: it is one that nobody has translated yet.
func loadWords(theme fs.FS, p *project.Project) (*interfaceWords, diag.List) {
	w := &interfaceWords{i18n.NewBundle(tagOf(p.Language().Tag)), p.Language().Tag, map[string][]*i18n.Message{}}
	words := map[string]map[string]*i18n.Message{} // by language and key
	know := func(lang string, messages []*i18n.Message) {
		if words[lang] == nil {
			words[lang] = map[string]*i18n.Message{}
		}
		for _, m := range messages {
			words[lang][m.ID] = m
		}
	}
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
				know(strings.TrimSuffix(path.Base(name), ".toml"), f.Messages)
			}
		}
		if err != nil {
			findings.Add(diag.Errorf(diag.Pos{File: "site/" + name}, "words-syntax", "%v", err))
		}
	}
	for _, lang := range p.Config.Languages {
		messages, more := w.add(p, lang.Tag)
		know(lang.Tag, messages)
		findings.Add(more...)
	}
	if err := w.isolate(p, words); err != nil {
		findings.Add(diag.Errorf(diag.Pos{File: "site/i18n"}, "words-syntax", "%v", err))
	}
	return w, findings
}

func siteFile(lang string) string { return "i18n/site." + lang + ".toml" }

// add reads i18n/site.LANG.toml.
func (w *interfaceWords) add(p *project.Project, lang string) ([]*i18n.Message, diag.List) {
	name := siteFile(lang)
	data := p.Source(name)
	if data == nil {
		return nil, nil
	}
	messages, err := own(name, data)
	if err == nil {
		err = w.bundle.AddMessages(tagOf(lang), messages...)
	}
	if err != nil {
		return nil, diag.List{diag.Errorf(diag.Pos{File: name}, "words-syntax", "%v", err).
			WithHint("a message reads [key] with other = \"…\" below it")}
	}
	return messages, nil
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
			messages = append(messages, m)
		}
	}
	return messages, nil
}

// ownFile writes i18n/site.LANG.toml as Hugo should see it: without empty
// messages, for which Hugo would print the source language without a word, and
// with those of the source language that had to be isolated. It is
// written even if there is nothing in it: without any mount for i18n Hugo falls
// back to the folder of that name, which holds the catalogs.
func ownFile(p *project.Project, lang string, isolated []*i18n.Message) []byte {
	messages, _ := own(siteFile(lang), p.Source(siteFile(lang))) // errors were found when loading
	messages = append(messages, isolated...)
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
// has translated is said in the source language, an unknown one by its key.
func (w *interfaceWords) in(lang string) func(key string) string {
	l := i18n.NewLocalizer(w.bundle, lang, w.source)
	known := map[string]string{}
	return func(key string) string {
		if text, ok := known[key]; ok {
			return text
		}
		text, err := l.Localize(&i18n.LocalizeConfig{MessageID: key})
		if err != nil && text == "" {
			text = key
		}
		known[key] = text
		return text
	}
}

// telling returns the function that says a sentence with something in it. One that
// cannot be said is said by its key.
func (w *interfaceWords) telling(lang string) func(key string, data map[string]any) string {
	l := i18n.NewLocalizer(w.bundle, lang, w.source)
	return func(key string, data map[string]any) string {
		text, err := l.Localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data})
		if err != nil && text == "" {
			return key
		}
		return text
	}
}
