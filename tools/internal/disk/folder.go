package disk

import (
	"fmt"
	"os"
	"path"
)

// What a [Folder] does inside itself: folders that stay open, temporary files.

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
