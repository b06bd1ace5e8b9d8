package disk

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"sync"
	"sync/atomic"
)

// Result lists what a plan changed, sorted.
type Result struct {
	Written, Deleted []string
}

// Changed reports whether anything on disk is different now.
func (r Result) Changed() bool { return len(r.Written)+len(r.Deleted) > 0 }

// Add takes over what another plan changed afterwards, each file once.
func (r *Result) Add(other Result) {
	r.Written, r.Deleted = after(r.Written, other.Deleted, other.Written), after(r.Deleted, other.Written, other.Deleted)
}

// after returns names without those that are not so any more, and those that are now.
func after(names, not, now []string) []string {
	names = slices.DeleteFunc(slices.Clone(names), func(name string) bool { return slices.Contains(not, name) })
	names = append(names, now...)
	slices.Sort(names)
	return slices.Compact(names)
}

// Apply carries out plans, one after the other. It stops at the first failure and
// reports what it had done by then; every file is then old or new.
func (f *Folder) Apply(plans ...*Plan) (Result, error) {
	var all Result
	for len(plans) > 0 {
		n := slices.IndexFunc(plans, func(p *Plan) bool { return p.Durable != plans[0].Durable })
		if n < 0 {
			n = len(plans)
		}
		carryOut := f.applyEach
		if plans[0].Durable {
			carryOut = f.applyDurably
		}
		r, err := carryOut(plans[:n])
		all.Add(r)
		if err != nil {
			return all, err
		}
		plans = plans[n:]
	}
	return all, nil
}

// applyEach carries out plans that are not durable.
func (f *Folder) applyEach(plans []*Plan) (Result, error) {
	var all Result
	for _, plan := range plans {
		r, err := f.writeAll(plan)
		if err == nil {
			r.Deleted, err = f.delete(plan)
		}
		all.Add(r)
		if err != nil {
			return all, err
		}
	}
	return all, nil
}

// delete deletes what a plan says and returns the names of what was there.
func (f *Folder) delete(p *Plan) (deleted []string, err error) {
	for _, name := range p.Deletes() {
		if err := f.check(p, name); err != nil {
			return deleted, err
		}
		err := f.root.Remove(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return deleted, err
		}
		deleted = append(deleted, name)
	}
	return deleted, nil
}

// writers is how many files are written at a time: the work is waiting.
const writers = 4

// writeAll writes the planned files that differ.
func (f *Folder) writeAll(p *Plan) (Result, error) {
	names := p.Names()
	wrote := make([]bool, len(names))
	err := each(writers, len(names), func(i int) (err error) {
		wrote[i], err = f.write(p, names[i], p.writes[names[i]])
		return err
	})
	var r Result
	for i, name := range names {
		if wrote[i] {
			r.Written = append(r.Written, name)
		}
	}
	slices.Sort(r.Written)
	return r, err
}

// each calls f for 0 to n-1, some at a time, until one of them fails.
func each(workers, n int, f func(i int) error) error {
	errs := make([]error, n)
	var failed atomic.Bool
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n && !failed.Load(); i += workers {
				if errs[i] = f(i); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

func (f *Folder) write(p *Plan, name string, data []byte) (bool, error) {
	dir, err := f.dir(path.Dir(name))
	if err != nil {
		return false, err
	}
	base := path.Base(name)
	info, err := dir.Lstat(base)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		// Nothing is lost if a generated file that was not there is cut short: the
		// next run sees that it differs.
		w, err := create(dir, base, data)
		if err == nil {
			err = w.Close()
		}
		return true, err
	case err == nil && same(dir, base, info, data):
		return false, nil
	}
	tmp, w, err := f.beside(data)
	if err != nil {
		return false, err
	}
	if err := w.Close(); err != nil {
		_ = f.remove(tmp)
		return false, err
	}
	err = f.rename(p, tmp, name, data)
	_ = f.remove(tmp) // itself, if that failed, or the file whose place it took
	return true, err
}

// same compares sizes before it reads.
func same(dir *os.Root, name string, info fs.FileInfo, data []byte) bool {
	if !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	old, err := dir.ReadFile(name)
	return err == nil && bytes.Equal(old, data)
}
