package bundle

import (
	"archive/zip"
	"bytes"
	"cmp"
	"hash/crc32"
	"io"
	"os"
	"time"

	"github.com/klauspost/compress/flate"

	"dossier/tools/internal/edtf"
)

// archive writes a zip whose bytes depend on nothing but what is in it: no time
// zone, no extra fields, no data descriptors, Unix modes fixed, and a deflater
// that go.sum pins (that of the standard library changed with Go 1.27). Files
// stand in the order in which they are added.
type archive struct {
	zip  *zip.Writer
	date uint16
	time uint16
}

func newArchive(w io.Writer, t time.Time) *archive {
	a := &archive{zip: zip.NewWriter(w)}
	a.date, a.time = dosTime(t)
	return a
}

// packed is a file ready to be written.
type packed struct {
	name   string
	data   []byte   // as it will stand in the archive
	spool  *os.File // or this, where it is large
	size   uint64   // unpacked
	stored uint64   // length of data
	crc    uint32
	method uint16
}

// level of compression: the best, as a bundle is written once and read often.
const level = flate.BestCompression

// deflater packs files one after the other.
type deflater struct {
	buf bytes.Buffer
	w   *flate.Writer
}

// pack compresses a file that is in memory; it is stored if that is not longer.
func (d *deflater) pack(name string, data []byte) (packed, error) {
	p := packed{name: name, size: uint64(len(data)), crc: crc32.ChecksumIEEE(data), method: zip.Store, data: data, stored: uint64(len(data))}
	d.buf.Reset()
	if err := d.deflate(&d.buf, bytes.NewReader(data)); err != nil {
		return p, err
	}
	if d.buf.Len() < len(data) {
		p.method, p.data, p.stored = zip.Deflate, bytes.Clone(d.buf.Bytes()), uint64(d.buf.Len())
	}
	return p, nil
}

func (d *deflater) deflate(w io.Writer, r io.Reader) error {
	if d.w == nil {
		f, err := flate.NewWriter(w, level)
		if err != nil {
			return err
		}
		d.w = f
	}
	d.w.Reset(w)
	if _, err := io.Copy(d.w, r); err != nil {
		return err
	}
	return d.w.Close()
}

// packLarge compresses a file through a temporary one in dir, so that no more
// than a buffer of it is in memory. Close the result's spool.
func (d *deflater) packLarge(name, dir string, open func() (io.ReadCloser, error)) (p packed, err error) {
	p = packed{name: name, method: zip.Deflate}
	if p.spool, err = os.CreateTemp(dir, ".spool-*"); err != nil {
		return p, err
	}
	_ = os.Remove(p.spool.Name()) // gone with the process, where the system allows it
	src, err := open()
	if err != nil {
		return p, err
	}
	defer src.Close()
	sum := crc32.NewIEEE()
	count := &counter{w: p.spool}
	if err := d.deflate(count, io.TeeReader(src, io.MultiWriter(sum, (*length)(&p.size)))); err != nil {
		return p, err
	}
	p.crc, p.stored = sum.Sum32(), count.n
	if p.stored >= p.size { // pictures and films do not get smaller
		if err := restore(p.spool, open); err != nil {
			return p, err
		}
		p.method, p.stored = zip.Store, p.size
	}
	_, err = p.spool.Seek(0, io.SeekStart)
	return p, err
}

// restore puts a file into the spool as it is.
func restore(spool *os.File, open func() (io.ReadCloser, error)) error {
	src, err := open()
	if err != nil {
		return err
	}
	defer src.Close()
	if err := spool.Truncate(0); err != nil {
		return err
	}
	if _, err := spool.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err = io.Copy(spool, src)
	return err
}

type counter struct {
	w io.Writer
	n uint64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += uint64(n)
	return n, err
}

type length uint64

func (l *length) Write(p []byte) (int, error) {
	*l += length(len(p))
	return len(p), nil
}

// add writes a packed file.
func (a *archive) add(p packed) error {
	h := &zip.FileHeader{
		Name: p.name, Method: p.method, CRC32: p.crc, CompressedSize64: p.stored, UncompressedSize64: p.size,
		CreatorVersion: 3<<8 | 20, ReaderVersion: 20, ExternalAttrs: 0o100644 << 16,
		//lint:ignore SA1019 Modified adds a field that depends on the time zone
		ModifiedDate: a.date, ModifiedTime: a.time,
	}
	for i := range len(p.name) {
		if p.name[i] >= 0x80 {
			h.Flags |= 0x800 // the name is UTF-8
		}
	}
	w, err := a.zip.CreateRaw(h)
	if err != nil {
		return err
	}
	if p.spool != nil {
		_, err = io.Copy(w, p.spool)
		err = cmp.Or(err, p.spool.Close())
		_ = os.Remove(p.spool.Name()) // still there on Windows
		return err
	}
	_, err = w.Write(p.data)
	return err
}

func (a *archive) close() error { return a.zip.Close() }

// dosTime is a time as zip keeps it: in UTC, by two seconds, from 1980 to 2107.
func dosTime(t time.Time) (date, clock uint16) {
	t = t.UTC()
	first := edtf.Undated
	last := time.Date(2107, 12, 31, 23, 59, 58, 0, time.UTC)
	if t.Before(first) {
		t = first
	} else if t.After(last) {
		t = last
	}
	date = uint16(t.Day() + int(t.Month())<<5 + (t.Year()-1980)<<9)
	return date, uint16(t.Second()/2 + t.Minute()<<5 + t.Hour()<<11)
}
