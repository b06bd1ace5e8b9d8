package parts

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"dossier/tools/internal/cores"
	"dossier/tools/internal/disk"
)

// Foreign says, by the folder of a language, what marks stand for on the pages there.
type Foreign map[string]Language

// Page returns the page at a name, or an address, within the site with its marks undone.
func (f Foreign) Page(name string, page []byte) []byte {
	lang, _, _ := strings.Cut(name, "/")
	if l, ok := f[lang]; ok {
		return l.Page(page)
	}
	return page
}

// FS is a site whose pages have their marks undone when they are read as a whole.
func (f Foreign) FS(site fs.FS) fs.ReadFileFS { return undone{site, f} }

type undone struct {
	fs.FS
	foreign Foreign
}

func (u undone) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(u.FS, name)
	if err != nil || path.Ext(name) != ".html" {
		return data, err
	}
	return u.foreign.Page(name, data), nil
}

// Site plans the pages of a site that have marks.
func (f Foreign) Site(site fs.FS) (*disk.Plan, error) {
	plan := &disk.Plan{}
	for _, lang := range slices.Sorted(maps.Keys(f)) {
		if err := f[lang].folder(site, lang, plan); err != nil {
			return nil, err
		}
	}
	return plan, nil
}

func (l Language) folder(site fs.FS, dir string, plan *disk.Plan) error {
	var names []string
	err := fs.WalkDir(site, dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && path.Ext(name) == ".html" {
			names = append(names, name)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	pages, errs := make([][]byte, len(names)), make([]error, len(names))
	cores.Each(len(names), func(i int) {
		var data []byte
		data, errs[i] = fs.ReadFile(site, names[i])
		if bytes.ContainsAny(data, begin+end) {
			pages[i] = l.Page(data)
		}
	})
	for i, name := range names {
		if pages[i] != nil {
			plan.Write(name, pages[i])
		}
	}
	return errors.Join(errs...)
}
