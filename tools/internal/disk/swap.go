package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Swap puts the folder next in the place of dir and removes what was there. On
// Linux the two change places in one step; elsewhere there is an instant in
// which dir is absent, but never one in which it is half.
func Swap(next, dir string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(next, dir)
	}
	if err := exchange(next, dir); err == nil {
		return os.RemoveAll(next)
	}
	old := next + ".old"
	if err := os.RemoveAll(old); err != nil {
		return err
	}
	if err := os.Rename(dir, old); err != nil {
		return fmt.Errorf("cannot replace %s: %w", dir, err)
	}
	if err := os.Rename(next, dir); err != nil {
		return errors.Join(err, os.Rename(old, dir))
	}
	return os.RemoveAll(old)
}
