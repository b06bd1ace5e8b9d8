package main

import (
	"context"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long files must be quiet before a change counts: editors write
// in several steps.
const settle = 40 * time.Millisecond

// watch reports, coalesced, that something below content/, i18n/ or site/i18n,
// or config.toml, has changed. Folders are watched, not files: editors rename.
// Templates and styles are not among them, Hugo watches those itself.
func watch(ctx context.Context, root string) (<-chan struct{}, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	if err := w.Add(root); err != nil {
		return nil, err
	}
	for _, dir := range []string{"content", "i18n", filepath.Join("site", "i18n")} {
		if err := watchTree(w, filepath.Join(root, dir)); err != nil {
			return nil, err
		}
	}
	changes := make(chan struct{}, 1)
	go func() {
		defer w.Close()
		defer close(changes)
		coalesce(ctx, w, root, changes)
	}()
	return changes, nil
}

func watchTree(w *fsnotify.Watcher, dir string) error {
	if !exists(dir) {
		return nil
	}
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return w.Add(name)
	})
}

func coalesce(ctx context.Context, w *fsnotify.Watcher, root string, changes chan<- struct{}) {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if !relevant(root, e.Name) {
				continue
			}
			if e.Has(fsnotify.Create) && exists(e.Name) {
				_ = watchTree(w, e.Name)
			}
			timer.Reset(settle)
		case <-w.Errors: // an overflow: something changed
			timer.Reset(settle)
		case <-timer.C:
			select {
			case changes <- struct{}{}:
			default: // one is waiting already
			}
		}
	}
}

// relevant leaves out what lies beside the author's files in the root folder,
// and the temporary files of editors.
func relevant(root, name string) bool {
	rel, err := filepath.Rel(root, name)
	if err != nil {
		return false
	}
	first, _, below := strings.Cut(filepath.ToSlash(rel), "/")
	base := filepath.Base(name)
	if strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") {
		return false
	}
	return below || first == "config.toml" || first == "content" || first == "i18n" || first == "site"
}
