// Package disk carries out plans of writes and deletes inside one folder.
//
// The rest of the program decides what should be on disk and says so in a
// [Plan]; only [Folder.Apply] touches it. Three promises hold:
//
//   - A file that was there is old or new, never half: bytes go to a temporary
//     file in .dossier/tmp, are flushed where the plan is [Plan.Durable], and are
//     renamed into place. A command killed at any instant leaves at most a
//     temporary file, which the next one sweeps. Files of a durable plan are
//     whole even if they are new.
//   - A file whose bytes would not change is not touched, so that a second run
//     does nothing and watchers stay quiet.
//   - Nothing outside the folder is reached, through ".." or a symbolic link:
//     all access goes through [os.Root].
package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"sync"
	"sync/atomic"
)

// Work is the folder, inside the project's, that holds everything generated.
const Work = ".dossier"

const scratch = Work + "/tmp"

// Folder is a folder on disk, the only place that plans reach.
type Folder struct {
	root *os.Root
	n    atomic.Int64 // temporary files made so far
	mu   sync.Mutex
	dirs map[string]*opened
}

// opened is a folder that stays open: a path is walked once, not for every file in
// it.
type opened struct {
	*os.Root
	file *os.File // for what os.Root cannot do; nil until it is asked for
}

func (o *opened) close() {
	if o.file != nil {
		_ = o.file.Close()
	}
	_ = o.Root.Close()
}

// Open opens a folder for plans. Close it after use.
func Open(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Folder{root: root, dirs: map[string]*opened{}}, nil
}

// Close releases the folder.
func (f *Folder) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, d := range f.dirs {
		d.close()
	}
	clear(f.dirs)
	return f.root.Close()
}

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

// Sweep removes temporary files that a killed command left. Call it only while
// holding the [Lock].
func (f *Folder) Sweep() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if d := f.dirs[scratch]; d != nil {
		d.close()
		delete(f.dirs, scratch)
	}
	return f.root.RemoveAll(scratch)
}

// List returns the files below dir, sorted; none where dir does not exist.
func (f *Folder) List(dir string) ([]string, error) {
	var names []string
	err := fs.WalkDir(f.root.FS(), dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return names, err
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

// beside writes a temporary file, which is still open.
func (f *Folder) beside(data []byte) (tmp string, w *os.File, err error) {
	dir, err := f.dir(scratch)
	if err != nil {
		return "", nil, err
	}
	base := fmt.Sprintf("%d-%d", os.Getpid(), f.n.Add(1))
	if w, err = create(dir, base, data); err != nil {
		_ = dir.Remove(base)
		return "", nil, err
	}
	return scratch + "/" + base, w, nil
}

// dir opens a folder inside the root, made if need be.
func (f *Folder) dir(name string) (*os.Root, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	o, err := f.opened(name)
	if err != nil {
		return nil, err
	}
	return o.Root, nil
}

func (f *Folder) opened(name string) (*opened, error) {
	if o, ok := f.dirs[name]; ok {
		return o, nil
	}
	if err := f.root.MkdirAll(name, 0o755); err != nil {
		return nil, err
	}
	root, err := f.root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	f.dirs[name] = &opened{Root: root}
	return f.dirs[name], nil
}

// handle returns the descriptor of a folder, for the calls that [os.Root] has not.
func (f *Folder) handle(name string) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	o, err := f.opened(name)
	if err == nil && o.file == nil {
		o.file, err = o.Open(".")
	}
	if err != nil {
		return 0, err
	}
	return int(o.file.Fd()), nil //nolint:gosec // descriptors are small
}

// remove deletes a file of the folder.
func (f *Folder) remove(name string) error {
	dir, err := f.dir(path.Dir(name))
	if err != nil {
		return err
	}
	return dir.Remove(path.Base(name))
}

// create writes a file, which is still open.
func create(dir *os.Root, name string, data []byte) (*os.File, error) {
	w, err := dir.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		_ = w.Close()
		return nil, err
	}
	return w, nil
}

// same compares sizes before it reads.
func same(dir *os.Root, name string, info fs.FileInfo, data []byte) bool {
	if !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	old, err := dir.ReadFile(name)
	return err == nil && bytes.Equal(old, data)
}
