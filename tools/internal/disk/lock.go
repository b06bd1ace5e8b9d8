package disk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// Lock keeps two commands from writing one project at the same time. It waits
// until the other is done or ctx ends, and calls waiting once if it has to wait.
// The returned function gives the lock back; a killed process loses it by itself.
func Lock(ctx context.Context, dir string, waiting func()) (unlock func(), err error) {
	l, got, err := tryLock(dir)
	if err == nil && !got {
		waiting()
		got, err = l.TryLockContext(ctx, 50*time.Millisecond)
	}
	if errors.Is(err, context.DeadlineExceeded) || err == nil && !got {
		return nil, fmt.Errorf("another dossier command is writing in %s", dir)
	}
	if err != nil {
		return nil, err
	}
	return func() { _ = l.Unlock() }, nil
}

// TryLock is Lock for those who will not wait.
func TryLock(dir string) (unlock func(), ok bool) {
	l, got, err := tryLock(dir)
	if err != nil || !got {
		return nil, false
	}
	return func() { _ = l.Unlock() }, true
}

func tryLock(dir string) (l *flock.Flock, got bool, err error) {
	work := filepath.Join(dir, Work)
	if err := os.MkdirAll(work, 0o755); err != nil {
		return nil, false, err
	}
	l = flock.New(filepath.Join(work, "lock"))
	got, err = l.TryLock()
	return l, got, err
}
