// Package verify reads a built site back and holds it to what a reader may rely
// on: every link inside the site and every fragment resolves, no page asks
// another origin for anything, no style or script stands inline (the site's
// Content-Security-Policy would block it), and every language has the same
// pages.
//
// It looks at the bytes that will be published, whatever wrote them, and knows
// nothing of Hugo.
package verify

import (
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"dossier/tools/internal/cores"
	"dossier/tools/internal/diag"
)

// Options say where the site will live.
type Options struct {
	BaseURL   string   // where the site will be published; may be empty
	Prefix    string   // prepended to names in findings: "public"
	Languages []string // the first part of each language's paths
	Downloads string   // a folder of files to download, which are no pages of the site

	// Held are, by a page's file, the languages in which it is not published.
	Held map[string][]string
}

// Site checks every HTML file in fsys.
func Site(fsys fs.FS, o Options) (diag.List, error) {
	s := site{options: o, files: map[string]bool{}, pages: map[string]*page{}}
	if base, err := url.Parse(o.BaseURL); err == nil {
		s.base = base
	}
	if err := s.read(fsys); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(mapKeys(s.pages)) {
		s.check(name, s.pages[name])
	}
	s.sameInEveryLanguage()
	return s.findings, nil
}

type site struct {
	options  Options
	base     *url.URL
	files    map[string]bool
	pages    map[string]*page
	findings diag.List
}

// read lists the files and extracts the pages, on every processor.
func (s *site) read(fsys fs.FS) error {
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		s.files[name] = true
		if path.Ext(name) == ".html" && (s.options.Downloads == "" || !strings.HasPrefix(name, s.options.Downloads+"/")) {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	pages := make([]*page, len(names))
	errs := make([]error, len(names))
	cores.Each(len(names), func(i int) {
		var data []byte
		if data, errs[i] = fs.ReadFile(fsys, names[i]); errs[i] == nil {
			pages[i] = extract(data)
		}
	})
	for i, name := range names {
		if errs[i] != nil {
			return errs[i]
		}
		s.pages[name] = pages[i]
	}
	return nil
}

func (s *site) check(name string, p *page) {
	for _, what := range p.inline {
		s.problem(name, "site-inline", "holds %s, which the site's security policy blocks", what)
	}
	for _, id := range p.twice {
		s.problem(name, "site-id", "the id %q stands twice", id)
	}
	for _, l := range p.links {
		s.link(name, l)
	}
}

func (s *site) link(name string, l link) {
	u, err := url.Parse(strings.TrimSpace(l.url))
	if err != nil {
		s.problem(name, "site-link", "%q is no address", l.url)
		return
	}
	switch {
	case u.Opaque != "" || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https":
		return // mailto:, data: and their like
	case u.Host != "" && !s.own(u):
		if l.fetched {
			s.problem(name, "site-request", "asks another origin for %s", l.url)
		}
		return
	}
	target, ok := s.resolve(name, u)
	if !ok {
		s.problem(name, "site-link", "links to %s, which is not in the site", l.url)
		return
	}
	if p := s.pages[target]; p != nil && u.Fragment != "" && !p.ids[u.Fragment] {
		s.problem(name, "site-fragment", "links to %s, but that page has no element %q", l.url, u.Fragment)
	}
}

func (s *site) own(u *url.URL) bool {
	return s.base != nil && u.Host == s.base.Host && strings.HasPrefix(u.Path, s.base.Path)
}

// resolve returns the file that a URL in the file name leads to.
func (s *site) resolve(name string, u *url.URL) (string, bool) {
	if u.Path == "" {
		return name, true
	}
	root := "/"
	if s.base != nil && s.base.Path != "" {
		root = path.Clean("/"+s.base.Path) + "/"
		root = strings.ReplaceAll(root, "//", "/")
	}
	target := u.Path
	if !strings.HasPrefix(target, "/") {
		dir := root + path.Dir(name)
		target = path.Join(dir, target) + trailing(target)
	}
	rest, ok := strings.CutPrefix(path.Clean(target)+trailing(target), root)
	if !ok && path.Clean(target)+"/" != root {
		return "", false
	}
	if rest == "" || strings.HasSuffix(rest, "/") {
		rest += "index.html"
	}
	return rest, s.files[rest]
}

func trailing(p string) string {
	if p != "/" && strings.HasSuffix(p, "/") {
		return "/"
	}
	return ""
}

// sameInEveryLanguage compares how many pages the languages have, and names the
// pages without a partner: each page must name its others by hreflang.
func (s *site) sameInEveryLanguage() {
	for _, name := range slices.Sorted(mapKeys(s.pages)) {
		lang, _, ok := strings.Cut(name, "/")
		if !ok || !slices.Contains(s.options.Languages, lang) || path.Base(name) == "404.html" {
			continue
		}
		for _, other := range s.options.Languages {
			if s.pages[name].refresh || slices.Contains(s.options.Held[name], other) {
				continue
			}
			if _, ok := s.pages[name].alternates[other]; !ok {
				s.problem(name, "site-language", "names no page in %q by hreflang", other)
			}
		}
	}
}

func (s *site) problem(name, code, format string, args ...any) {
	s.findings.Add(diag.Errorf(diag.Pos{File: path.Join(s.options.Prefix, name)}, code, format, args...))
}
