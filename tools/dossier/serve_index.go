package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"dossier/tools/internal/disk"
	"dossier/tools/internal/search"
)

// pause is how long the pages must be as they are before the search learns of
// them. Reading all of them costs as much as showing an edit, which must not wait
// for it.
const pause = time.Second

// site is where Hugo renders the preview.
func (s *preview) site() string { return filepath.Join(s.root, disk.Work, "preview") }

// indexAfter keeps the index of the search up to date, in the background: once
// for all that is rendered in quick succession.
func (s *preview) indexAfter(ctx context.Context, rendered <-chan struct{}) {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	first := true
	for {
		select {
		case <-ctx.Done():
			return
		case <-rendered:
			if first { // nobody is waiting for an edit yet
				first = false
				timer.Reset(0)
				continue
			}
			timer.Reset(pause)
		case <-timer.C:
			if err := errors.Join(s.forget(), s.index()); err != nil {
				_ = s.fail(err)
			}
		}
	}
}

// index writes what the search page loads beside the pages. It reads them as they are
// delivered.
func (s *preview) index() error {
	files, err := search.Site(s.foreign.FS(os.DirFS(s.site())), s.languages)
	if err != nil {
		return err
	}
	folder, err := disk.Open(s.site())
	if err != nil {
		return err
	}
	defer folder.Close()
	var plan disk.Plan
	for name, data := range files {
		plan.Write(name, data)
	}
	if _, err := folder.Apply(&plan); err != nil {
		return err
	}
	return folder.Sweep()
}
