package disk

import (
	"path"
	"slices"
)

// flushers is how many files are flushed at a time. A flush is waiting, and a file
// system settles many that wait together in hardly more time than one.
const flushers = 16

// writeDurably writes the files of a durable plan that differ: all of them beside
// first, flushed; then each is renamed into place, in the order of the plan.
func (f *Folder) writeDurably(p *Plan) (Result, error) {
	names := slices.DeleteFunc(slices.Clone(p.order), func(name string) bool { _, planned := p.writes[name]; return !planned })
	tmp := make([]string, len(names))
	err := each(flushers, len(names), func(i int) (err error) {
		tmp[i], err = f.prepare(names[i], p.writes[names[i]])
		return err
	})
	var r Result
	for i, name := range names {
		switch {
		case tmp[i] == "":
		case err != nil:
			_ = f.remove(tmp[i])
		default:
			if err = f.place(p, tmp[i], name, p.writes[name]); err == nil {
				r.Written = append(r.Written, name)
			}
		}
	}
	slices.Sort(r.Written)
	return r, err
}

// prepare writes a file beside, unless it is what it should be.
func (f *Folder) prepare(name string, data []byte) (tmp string, err error) {
	dir, err := f.dir(path.Dir(name))
	if err != nil {
		return "", err
	}
	if info, err := dir.Lstat(path.Base(name)); err == nil && same(dir, path.Base(name), info, data) {
		return "", nil
	}
	return f.beside(data, true)
}
