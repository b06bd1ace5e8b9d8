package disk

import (
	"os"

	"golang.org/x/sys/unix"
)

// startFlush sets a file on its way to the disk without waiting for it. It promises
// nothing: that is for [os.File.Sync], which then has less to do.
func startFlush(f *os.File) {
	_ = unix.SyncFileRange(int(f.Fd()), 0, 0, unix.SYNC_FILE_RANGE_WRITE) //nolint:gosec // descriptors are small
}
