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
	dirs map[string]*os.Root // folders that are open
}

// Open opens a folder for plans. Close it after use.
func Open(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Folder{root: root, dirs: map[string]*os.Root{}}, nil
}

// Close releases the folder.
func (f *Folder) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, d := range f.dirs {
		_ = d.Close()
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

// Add takes over what another plan changed, each file once.
func (r *Result) Add(other Result) {
	gone := func(name string) bool { return slices.Contains(other.Deleted, name) }
	r.Written = slices.DeleteFunc(append(r.Written, other.Written...), gone)
	r.Deleted = append(r.Deleted, other.Deleted...)
	slices.Sort(r.Written)
	r.Written = slices.Compact(r.Written)
}

// Apply carries out the plan. It stops at the first failure and reports what it
// had done by then; every file is then old or new.
func (f *Folder) Apply(p *Plan) (Result, error) {
	r, err := f.writeAll(p)
	if err != nil {
		return r, err
	}
	for _, name := range p.Deletes() {
		if err := f.check(p, name); err != nil {
			return r, err
		}
		err := f.root.Remove(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return r, err
		}
		r.Deleted = append(r.Deleted, name)
	}
	return r, nil
}

// writers is how many files are written at a time: the work is waiting.
const writers = 4

// writeAll writes the planned files that differ.
func (f *Folder) writeAll(p *Plan) (Result, error) {
	names, workers := p.Names(), writers
	if p.Durable {
		names, workers = p.order, 1
	}
	wrote, errs := make([]bool, len(names)), make([]error, len(names))
	var failed atomic.Bool
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(names) && !failed.Load(); i += workers {
				data, planned := p.writes[names[i]]
				if !planned {
					continue // dropped since
				}
				if wrote[i], errs[i] = f.write(p, names[i], data); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	wg.Wait()
	var r Result
	for i, name := range names {
		if wrote[i] {
			r.Written = append(r.Written, name)
		}
	}
	slices.Sort(r.Written)
	return r, errors.Join(errs...)
}

// Sweep removes temporary files that a killed command left. Call it only while
// holding the [Lock].
func (f *Folder) Sweep() error { return f.root.RemoveAll(scratch) }

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
	durable := p.Durable
	dir, err := f.dir(path.Dir(name))
	if err != nil {
		return false, err
	}
	base := path.Base(name)
	info, err := dir.Lstat(base)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !durable:
		// Nothing is lost if a generated file that was not there is cut short: the
		// next run sees that it differs.
		return true, create(dir, base, data, false)
	case err == nil && same(dir, base, info, data):
		return false, nil
	}
	return true, f.replace(p, name, data)
}

// replace writes a file beside and renames it into place.
func (f *Folder) replace(p *Plan, name string, data []byte) error {
	if err := f.root.MkdirAll(scratch, 0o755); err != nil {
		return err
	}
	tmp := fmt.Sprintf("%s/%d-%d", scratch, os.Getpid(), f.n.Add(1))
	if err := create(f.root, tmp, data, p.Durable); err != nil {
		_ = f.root.Remove(tmp)
		return err
	}
	if err := f.rename(p, tmp, name, data); err != nil {
		_ = f.root.Remove(tmp)
		return err
	}
	return nil
}

// dir opens a folder inside the root, made if need be. It stays open: a path is
// walked once, not for every file in it.
func (f *Folder) dir(name string) (*os.Root, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if d, ok := f.dirs[name]; ok {
		return d, nil
	}
	if err := f.root.MkdirAll(name, 0o755); err != nil {
		return nil, err
	}
	d, err := f.root.OpenRoot(name)
	if err == nil {
		f.dirs[name] = d
	}
	return d, err
}

func create(dir *os.Root, name string, data []byte, durable bool) (err error) {
	w, err := dir.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	if _, err := w.Write(data); err != nil {
		return err
	}
	if durable {
		return w.Sync()
	}
	return nil
}

// same compares sizes before it reads.
func same(dir *os.Root, name string, info fs.FileInfo, data []byte) bool {
	if !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	old, err := dir.ReadFile(name)
	return err == nil && bytes.Equal(old, data)
}
