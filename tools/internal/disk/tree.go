package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"runtime"
	"strings"
	"sync"

	"dossier/tools/internal/cores"
)

// Selection says which files of a folder are read.
type Selection struct {
	Skip func(name string) bool  // asked of files, and of folders with a slash behind their name
	Most func(name string) int64 // bytes that a file may have
}

// LargeError says that a file is larger than it may be; it was not read.
type LargeError struct {
	Name       string
	Size, Most int64
}

func (e *LargeError) Error() string {
	return fmt.Sprintf("%s has %d bytes, more than %d", e.Name, e.Size, e.Most)
}

// Read returns the files of a folder below the names given, by their names in
// the folder; a name may be a file or a folder, and need not exist. Hidden files
// and folders are left out. Folders are read side by side, each by its own [os.Root], so that no path is walked twice.
func Read(dir string, s Selection, names ...string) (map[string][]byte, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	r := &treeReader{files: map[string][]byte{}, Selection: s, slots: make(chan struct{}, 2*runtime.GOMAXPROCS(0))}
	for _, name := range names {
		switch info, err := root.Stat(name); {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			r.fail(err)
		case info.IsDir():
			r.wait.Go(func() { r.folder(root, name, name) })
		default:
			r.file(root, name, name)
		}
	}
	r.wait.Wait()
	return r.files, r.err
}

type treeReader struct {
	Selection
	slots chan struct{} // folders being read
	wait  sync.WaitGroup

	mu    sync.Mutex
	files map[string][]byte
	err   error
}

func (r *treeReader) fail(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err == nil {
		r.err = err
	}
}

// folder reads base, a folder in root; name is its name in the tree.
func (r *treeReader) folder(root *os.Root, base, name string) {
	r.slots <- struct{}{}
	dir, err := root.OpenRoot(base)
	if err != nil {
		<-r.slots
		r.fail(placed(err, name))
		return
	}
	below := r.level(dir, name)
	<-r.slots
	var inner sync.WaitGroup
	for _, sub := range below {
		inner.Go(func() { r.folder(dir, sub, path.Join(name, sub)) })
	}
	inner.Wait()
	_ = dir.Close()
}

// level reads the files of one folder, side by side, and returns the folders in it.
func (r *treeReader) level(dir *os.Root, name string) (below []string) {
	open, err := dir.Open(".")
	if err != nil {
		r.fail(placed(err, name))
		return nil
	}
	defer open.Close()
	files, below := r.entries(open, name)
	fd := int(open.Fd()) //nolint:gosec // descriptors are small
	read := make([][]byte, len(files))
	cores.Each(len(files), func(i int) {
		inner := files[i]
		base := path.Base(inner)
		if data, ok := contents(fd, base, r.Most(inner)); ok {
			read[i] = data
		} else {
			read[i] = r.read(dir, base, inner)
		}
	})
	r.keep(files, read)
	return below
}

// entries lists what of a folder is read: the files by their names in the tree.
func (r *treeReader) entries(dir *os.File, name string) (files, below []string) {
	entries, err := listing(dir)
	if err != nil {
		r.fail(placed(err, name))
	}
	for _, e := range entries {
		switch inner := path.Join(name, e.Name()); {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			if !r.Skip(inner + "/") {
				below = append(below, e.Name())
			}
		case !r.Skip(inner):
			files = append(files, inner)
		}
	}
	return files, below
}

func (r *treeReader) file(root *os.Root, base, name string) {
	r.keep([]string{name}, [][]byte{r.read(root, base, name)})
}

// read returns a file's bytes, or nil where it reports why not.
func (r *treeReader) read(root *os.Root, base, name string) []byte {
	if info, err := root.Stat(base); err == nil && info.Size() > r.Most(name) {
		r.fail(&LargeError{name, info.Size(), r.Most(name)})
		return nil
	}
	data, err := root.ReadFile(base)
	if err != nil {
		r.fail(placed(err, name))
		return nil
	}
	return data
}

// keep notes what files hold, nil for those that could not be read.
func (r *treeReader) keep(names []string, data [][]byte) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i, name := range names {
		if data[i] != nil {
			r.files[name] = data[i]
		}
	}
}

// placed gives an error the name that a user knows the file by.
func placed(err error, name string) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return &fs.PathError{Op: pe.Op, Path: name, Err: pe.Err}
	}
	return err
}
