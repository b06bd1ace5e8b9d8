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
func exchangeWithin(root *os.Root, a, b string) error {
	return renameat2(root, a, b, unix.RENAME_EXCHANGE)
}

// placeWithin renames a to b, which must not exist.
func placeWithin(root *os.Root, a, b string) error {
	return renameat2(root, a, b, unix.RENAME_NOREPLACE)
}

func renameat2(root *os.Root, a, b string, flags uint) error {
	from, err := root.Open(path.Dir(a))
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := root.Open(path.Dir(b))
	if err != nil {
		return err
	}
	defer to.Close()
	err = unix.Renameat2(int(from.Fd()), path.Base(a), int(to.Fd()), path.Base(b), flags) //nolint:gosec // descriptors are small
	switch {
	case errors.Is(err, unix.ENOSYS), errors.Is(err, unix.EINVAL), errors.Is(err, unix.ENOTSUP):
		return errNoExchange
	case err != nil:
		return &os.LinkError{Op: "rename", Old: a, New: b, Err: err}
	}
	return nil
}
