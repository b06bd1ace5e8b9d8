package disk

import (
	"errors"
	"os"
	"path"

	"golang.org/x/sys/unix"
)

// errNoExchange says that the file system cannot exchange two files.
var errNoExchange = errors.New("no exchange")

// exchangeWithin swaps two files of a folder in one step, so that the one that was
// there can be looked at when nobody can save over it any more. Both have to
// exist.
func exchangeWithin(f *Folder, a, b string) error {
	return f.renameat2(a, b, unix.RENAME_EXCHANGE)
}

// placeWithin renames a to b, which must not exist.
func placeWithin(f *Folder, a, b string) error {
	return f.renameat2(a, b, unix.RENAME_NOREPLACE)
}

func (f *Folder) renameat2(a, b string, flags uint) error {
	from, err := f.handle(path.Dir(a))
	if err != nil {
		return err
	}
	to, err := f.handle(path.Dir(b))
	if err != nil {
		return err
	}
	err = unix.Renameat2(from, path.Base(a), to, path.Base(b), flags)
	switch {
	case errors.Is(err, unix.ENOSYS), errors.Is(err, unix.EINVAL), errors.Is(err, unix.ENOTSUP):
		return errNoExchange
	case err != nil:
		return &os.LinkError{Op: "rename", Old: a, New: b, Err: err}
	}
	return nil
}
