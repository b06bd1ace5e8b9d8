package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"dossier/tools/internal/diag"
)

// readFile reads a file that somebody names, one byte more than may be at the
// most, so that whoever reads it can say that it is too large.
func readFile(name string, most int64) ([]byte, diag.List) {
	failed := func(code, format string, args ...any) ([]byte, diag.List) {
		return nil, diag.List{diag.Errorf(diag.Pos{File: filepath.ToSlash(name)}, code, format, args...)}
	}
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return failed("file-missing", "there is no such file")
	}
	if err != nil {
		return failed("read", "cannot be read: %v", errors.Unwrap(err))
	}
	defer file.Close()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return failed("read", "is a folder")
	}
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	if err != nil {
		return failed("read", "cannot be read: %v", errors.Unwrap(err))
	}
	return data, nil
}
