package search

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"dossier/tools/internal/cores"
)

// Folder is where a site keeps its indexes, from its root.
const Folder = "search"

// Site indexes the pages of each language in a built site: all below LANG/. It
// returns the files to add to it, by path.
func Site(site fs.FS, langs []string) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, lang := range langs {
		x, err := language(site, lang)
		if err != nil {
			return nil, err
		}
		for name, data := range x.Files() {
			files[path.Join(Folder, name)] = data
		}
	}
	return files, nil
}

// language reads the pages of one language, on every processor.
func language(site fs.FS, lang string) (*Index, error) {
	var names []string
	err := fs.WalkDir(site, lang, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) == ".html" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(names, byAddress)
	titles, units, errs := make([]string, len(names)), make([][]Unit, len(names)), make([]error, len(names))
	cores.Each(len(names), func(i int) {
		var data []byte
		if data, errs[i] = fs.ReadFile(site, names[i]); errs[i] == nil {
			titles[i], units[i] = Units(data)
		}
	})
	var pages []Page
	var all []Unit
	for i, name := range names {
		if errs[i] != nil {
			return nil, errs[i]
		}
		if len(units[i]) == 0 {
			continue
		}
		for _, u := range units[i] {
			u.Page = len(pages)
			all = append(all, u)
		}
		pages = append(pages, Page{Path: strings.TrimSuffix(name, "index.html"), Title: titles[i]})
	}
	return New(lang, pages, all), nil
}

// byAddress orders files by the addresses of their pages, so that a folder's own
// page comes first.
func byAddress(a, b string) int {
	return strings.Compare(strings.TrimSuffix(a, "index.html"), strings.TrimSuffix(b, "index.html"))
}
