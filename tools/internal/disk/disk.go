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
	"errors"
	"io/fs"
	"os"
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
