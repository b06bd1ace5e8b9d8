//go:build unix

package disk

import (
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// A dossier is thousands of small files, and what reading them takes is mostly
// calls of the system: the way through [os.Root] makes a dozen a file. A regular
// file that stands in an open folder itself needs four.

// contents reads a regular file of a folder that is open. ok is false where it is anything
// else, is larger than most bytes or cannot be read: the long way says what is
// wrong.
func contents(folder int, base string, most int64) (data []byte, ok bool) {
	fd, err := again(func() (int, error) {
		return unix.Openat(folder, base, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_CLOEXEC|unix.O_NONBLOCK, 0)
	})
	if err != nil {
		return nil, false
	}
	defer unix.Close(fd) //nolint:errcheck // it was only read
	var stat unix.Stat_t
	if err := unix.Fstat(fd, &stat); err != nil || stat.Mode&unix.S_IFMT != unix.S_IFREG || stat.Size > most {
		return nil, false
	}
	data = make([]byte, stat.Size+1) // one more, to see that the end is the end
	for n := 0; n < len(data); {
		m, err := again(func() (int, error) { return unix.Read(fd, data[n:]) })
		if err != nil {
			return nil, false
		}
		if n += m; m == 0 || n == int(stat.Size) {
			return data[:n], true
		}
	}
	return nil, false // it grows while it is read
}

// listing returns what is in a folder. [os.Root] asks about each entry by itself,
// although the system says what kind it is along with its name.
func listing(folder *os.File) ([]fs.DirEntry, error) {
	fd, err := unix.FcntlInt(folder.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, &fs.PathError{Op: "dup", Path: folder.Name(), Err: err}
	}
	plain := os.NewFile(uintptr(fd), folder.Name()) //nolint:gosec // it is not negative
	defer plain.Close()
	return plain.ReadDir(-1)
}

// again repeats a call that a signal interrupted.
func again(call func() (int, error)) (int, error) {
	for {
		if n, err := call(); err != unix.EINTR { //nolint:errorlint // a bare number
			return n, err
		}
	}
}
