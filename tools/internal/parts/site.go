package parts

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"

	"dossier/tools/internal/cores"
	"dossier/tools/internal/disk"
)

// Site plans the pages of a site that have marks; foreign says, by the folder of a
// language, what its marks stand for.
func Site(site fs.FS, foreign map[string]Language) (*disk.Plan, error) {
	plan := &disk.Plan{}
	for _, lang := range slices.Sorted(maps.Keys(foreign)) {
		if err := foreign[lang].folder(site, lang, plan); err != nil {
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
