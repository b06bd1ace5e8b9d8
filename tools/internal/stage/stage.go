// Package stage makes the tree that Hugo builds: for each language its pages,
// with every text in that language or marked as missing, its records as data
// with every value printed, and the words of the interface.
//
// All that needs the whole dossier at once is decided here: numbers of notes and
// paragraphs, back-links, statuses, dates and values in words. Templates only
// lay out what they find. The tree is a pure function of the project and the
// options; [Tree.Apply] writes what changed of it.
package stage

import (
	"io/fs"
	"net/url"
	"path"
	"strings"
	"sync"
	"time"

	"dossier/site"
	"dossier/tools/internal/account"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/disk"
	"dossier/tools/internal/parts"
	"dossier/tools/internal/project"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// Configs are the configuration files to give to Hugo, in their order: the
// author's, and the tool's own over it.
const Configs = "config.toml," + disk.Work + "/hugo.toml"

// Options of one staging.
type Options struct {
	BaseURL string    // overrides the configuration's, if not empty
	Date    time.Time // of the build, as the site names it; [edtf.Undated] if nothing tells

	// Have reports whether a file is staged already: of files whose names follow
	// from their content, that is enough to know. Nil is no.
	Have func(name string) bool
}

// Tree is a staged dossier.
type Tree struct {
	BaseURL string
	project *project.Project
	have    func(name string) bool

	mu       sync.Mutex // languages are staged side by side
	plan     disk.Plan
	names    map[string]bool
	parallel map[string]map[string]string // parallel views: file, language, address
}

// roots are the folders of .dossier/ that hold nothing but staged files.
var roots = []string{disk.Work + "/content", disk.Work + "/data", disk.Work + "/i18n", disk.Work + "/media", disk.Work + "/site", disk.Work + "/static"}

// language is what staging knows of one language.
type language struct {
	project.Language
	project *project.Project
	lexicon *interfaceWords
	say     func(key string) string // a word of the interface
	german  func(key string) string // the same in the source language, for texts that are shown in it
	tell    func(key string, data map[string]any) string
	apart   func(text string) string // a text in the source language, for want of a translation
	uses    *uses
	account *account.Account
	base    string // path of the site on its server, with slashes at both ends
	options Options
	urls    map[string]string // of pages by layout, as far as they were asked for
	series  map[string]*seriesPlace

	lacking []*i18n.Message // words of the interface in the source language
}

// Build stages a project that has no errors.
func Build(p *project.Project, o Options) (*Tree, diag.List) {
	t := &Tree{BaseURL: p.Config.BaseURL, project: p, have: o.Have, names: map[string]bool{}, parallel: map[string]map[string]string{}}
	if o.BaseURL != "" {
		t.BaseURL = o.BaseURL
	}
	theme, staged := themeOf(p.Root)
	words, findings := loadWords(theme, p)
	if findings.HasErrors() {
		return nil, findings
	}
	u, a := collect(p), account.Of(p)
	var wg sync.WaitGroup
	var languages []*language
	for _, lang := range p.Config.Languages {
		l := &language{Language: lang, project: p, lexicon: words, uses: u, account: a, base: basePath(t.BaseURL), options: o, urls: map[string]string{}, series: places(p.Records.Series())}
		data := *l // what is published for machines is made beside the pages
		data.urls = map[string]string{}
		l.speak(parts.Mark)
		data.speak(l.foreign().Isolate)
		languages = append(languages, &data)
		l.lacking = words.lacking(lang.Tag)
		wg.Go(func() { t.stageLanguage(l) })
	}
	wg.Go(func() { t.stageDataset(languages) })
	wg.Wait()
	for name, data := range p.Assets {
		t.write("media/"+name, data)
	}
	t.write("hugo.toml", hugoConfig(p, staged))
	if staged {
		findings.Add(t.stageTheme(theme)...)
	}
	return t, findings
}

// speak gives the language its words; what it lacks goes through apart.
func (l *language) speak(apart func(string) string) {
	l.say, l.tell, l.apart = l.lexicon.in(l.Tag, apart), l.lexicon.telling(l.Tag, apart), apart
	l.german = l.lexicon.in(l.source().Tag, apart)
}

func (t *Tree) stageLanguage(l *language) {
	dir := "content/" + l.Tag + "/"
	pages := l.pages()
	t.pagePictures(l, pages)
	for _, page := range pages {
		if page.held {
			continue
		}
		t.write(dir+page.file, page.data())
		if page.front.Params.Kind == "parallel" {
			t.inParallel(page.file, l.Tag, page.url)
		}
	}
	if l.Tag == l.source().Tag {
		page := l.chooser()
		t.write(dir+page.file, page.data())
	}
	t.write(dir+adapterName, adapter)
	data := "data/" + l.Tag + "/"
	figures := l.figureData()
	t.figurePictures(l, figures)
	t.write(data+"figures.json", encodeJSON(figures))
	t.write(data+"charts.json", encodeJSON(l.chartData()))
	t.write(data+"sources.json", encodeJSON(l.sourceData()))
	t.write(data+"events.json", encodeJSON(l.eventData()))
	t.write(data+"claims.json", encodeJSON(l.claimData()))
	t.write(data+"terms.json", encodeJSON(l.termData()))
	t.write(data+"changes.json", encodeJSON(l.changes()))
	t.write(data+"site.json", encodeJSON(l.siteData(pages)))
	t.write("i18n/"+l.Tag+".toml", ownFile(l.project, l.Tag, l.lacking))
}

// inParallel notes that a page has a parallel view in a language.
func (t *Tree) inParallel(file, lang, url string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.parallel[file] == nil {
		t.parallel[file] = map[string]string{}
	}
	t.parallel[file][lang] = url
}

func (t *Tree) write(name string, data []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	name = disk.Work + "/" + name
	t.plan.Write(name, data)
	t.names[name] = true
}

// keep says that a staged file is still wanted, as it is.
func (t *Tree) keep(name string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.names[disk.Work+"/"+name] = true
}

// Apply writes what differs from the staged tree on disk and removes what is no
// longer part of it.
func (t *Tree) Apply(folder *disk.Folder) (disk.Result, error) {
	for _, root := range roots {
		names, err := folder.List(root)
		if err != nil {
			return disk.Result{}, err
		}
		for _, name := range names {
			if !t.names[name] {
				t.plan.Delete(name)
			}
		}
	}
	return folder.Apply(&t.plan)
}

// Languages returns the tags of the site's languages, the source language first.
func (t *Tree) Languages() []string {
	var tags []string
	for _, l := range t.project.Config.Languages {
		tags = append(tags, l.Tag)
	}
	return tags
}

// themeOf returns the theme: the folder site/ of the dossier, which Hugo then
// reads and watches in place, or the one built into this program, which has to
// be staged.
func themeOf(root string) (theme fs.FS, staged bool) {
	if dir, ok := ownTheme(root); ok {
		return dir, false
	}
	return site.Files, true
}

func (t *Tree) stageTheme(theme fs.FS) diag.List {
	err := fs.WalkDir(theme, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(theme, name)
		t.write("site/"+name, data)
		return err
	})
	if err != nil {
		return diag.List{diag.Errorf(diag.Pos{File: "site"}, "theme", "%v", err)}
	}
	return nil
}

// basePath returns the path of a base URL, with slashes at both ends.
func basePath(base string) string {
	u, err := url.Parse(base)
	if err != nil || u.Path == "" {
		return "/"
	}
	return strings.TrimSuffix(path.Clean("/"+u.Path), "/") + "/"
}
