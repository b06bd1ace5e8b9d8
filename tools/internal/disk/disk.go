// Package disk carries out plans of writes and deletes inside one folder.
//
// The rest of the program decides what should be on disk and says so in a
// [Plan]; only [Folder.Apply] touches it. Three promises hold:
//
//   - A file is old or new, never half: bytes go to a temporary file in
//     .dossier/tmp, are flushed where the plan is [Plan.Durable], and are renamed
//     into place. A command killed at any instant leaves at most a temporary
//     file, which the next one sweeps.
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
)

// Work is the folder, inside the project's, that holds everything generated.
const Work = ".dossier"

const scratch = Work + "/tmp"

// Plan says which files should hold which bytes, and which should not be.
// Names are slash-separated and relative to the folder.
type Plan struct {
	Durable bool // flush to the disk before renaming: for files a person wrote
	writes  map[string][]byte
	deletes map[string]bool
}

// Write plans that name holds data.
func (p *Plan) Write(name string, data []byte) {
	if p.writes == nil {
		p.writes = map[string][]byte{}
	}
	p.writes[name] = data
}

// Delete plans that name is gone. A write of the same name wins.
func (p *Plan) Delete(name string) {
	if p.deletes == nil {
		p.deletes = map[string]bool{}
	}
	p.deletes[name] = true
}

// Drop plans that name is gone, whatever was planned for it.
func (p *Plan) Drop(name string) {
	delete(p.writes, name)
	p.Delete(name)
}

// Get returns the bytes planned for name.
func (p *Plan) Get(name string) ([]byte, bool) {
	data, ok := p.writes[name]
	return data, ok
}

// Names returns the planned writes, sorted.
func (p *Plan) Names() []string { return sortedKeys(p.writes) }

// Folder is a folder on disk, the only place that plans reach.
type Folder struct {
	root *os.Root
	n    int // temporary files made so far
}

// Open opens a folder for plans. Close it after use.
func Open(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Folder{root: root}, nil
}

// Close releases the folder.
func (f *Folder) Close() error { return f.root.Close() }

// Result lists what a plan changed, sorted.
type Result struct {
	Written, Deleted []string
}

// Changed reports whether anything on disk is different now.
func (r Result) Changed() bool { return len(r.Written)+len(r.Deleted) > 0 }

// Apply carries out the plan. It stops at the first failure and reports what it
// had done by then; every file is then old or new.
func (f *Folder) Apply(p *Plan) (Result, error) {
	var r Result
	for _, name := range p.Names() {
		wrote, err := f.write(name, p.writes[name], p.Durable)
		if err != nil {
			return r, err
		}
		if wrote {
			r.Written = append(r.Written, name)
		}
	}
	for _, name := range sortedKeys(p.deletes) {
		if _, kept := p.writes[name]; kept {
			continue
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

// Pending returns what Apply would change, without changing it.
func (f *Folder) Pending(p *Plan) Result {
	var r Result
	for _, name := range p.Names() {
		if !f.same(name, p.writes[name]) {
			r.Written = append(r.Written, name)
		}
	}
	for _, name := range sortedKeys(p.deletes) {
		if _, err := f.root.Lstat(name); err == nil && p.writes[name] == nil {
			r.Deleted = append(r.Deleted, name)
		}
	}
	return r
}

// Sweep removes temporary files that a killed command left. Call it only while
// holding the [Lock].
func (f *Folder) Sweep() error { return f.root.RemoveAll(scratch) }

// RemoveAll removes a folder and all that is in it.
func (f *Folder) RemoveAll(name string) error { return f.root.RemoveAll(name) }

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

func (f *Folder) write(name string, data []byte, durable bool) (bool, error) {
	if f.same(name, data) {
		return false, nil
	}
	if err := f.mkdir(path.Dir(name)); err != nil {
		return false, err
	}
	if err := f.mkdir(scratch); err != nil {
		return false, err
	}
	f.n++
	tmp := fmt.Sprintf("%s/%d-%d", scratch, os.Getpid(), f.n)
	if err := f.create(tmp, data, durable); err != nil {
		_ = f.root.Remove(tmp)
		return false, err
	}
	if err := f.root.Rename(tmp, name); err != nil {
		_ = f.root.Remove(tmp)
		return false, err
	}
	return true, nil
}

func (f *Folder) mkdir(dir string) error {
	if _, err := f.root.Stat(dir); err == nil {
		return nil
	}
	return f.root.MkdirAll(dir, 0o755)
}

func (f *Folder) create(name string, data []byte, durable bool) (err error) {
	w, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
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
func (f *Folder) same(name string, data []byte) bool {
	info, err := f.root.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	old, err := f.root.ReadFile(name)
	return err == nil && bytes.Equal(old, data)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
