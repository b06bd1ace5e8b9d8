package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"dossier/tools/internal/diag"
)

// fail prints an error of the disk as a finding and returns exit status 1.
func (a *app) fail(err error) error {
	a.print(diag.List{diskFinding(err)})
	return exit(1)
}

func diskFinding(err error) diag.Finding {
	pos, reason := diag.Pos{}, err
	var pe *fs.PathError
	if errors.As(err, &pe) {
		pos.File, reason = filepath.ToSlash(pe.Path), pe.Err
	}
	f := diag.Errorf(pos, "disk-write", "cannot be written: %v", reason)
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return f.WithHint("the folder is read-only for you; nothing was changed")
	case errors.Is(err, syscall.ENOSPC):
		return f.WithHint("the disk is full; every file is as it was or complete")
	case errors.Is(err, fs.ErrNotExist):
		return diag.Errorf(pos, "folder-missing", "no such folder").WithHint("name the dossier's folder with -C")
	}
	return f
}
