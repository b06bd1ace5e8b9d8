package bundle

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dossier/tools/internal/diag"
)

// SumsName is the list of checksums, as sha256sum writes and checks it.
const SumsName = "SHA256SUMS"

// sum counts and hashes what is written to it.
type sum struct {
	hash.Hash
	size int64
}

func newSum() *sum { return &sum{Hash: sha256.New()} }

func (s *sum) Write(p []byte) (int, error) {
	s.size += int64(len(p))
	return s.Hash.Write(p)
}

func (s *sum) String() string { return hex.EncodeToString(s.Hash.Sum(nil)) }

// sums writes the list, and its signature if there is a key.
func (m *maker) sums(context.Context) error {
	var list bytes.Buffer
	for _, f := range m.files {
		fmt.Fprintf(&list, "%s  %s\n", f.SHA256, f.Name)
	}
	put := func(name string, data []byte) error {
		return m.create(name, func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
	}
	if err := put(SumsName, list.Bytes()); err != nil || m.Key == nil {
		return err
	}
	return put(SumsName+SignatureSuffix, m.Key.sign(list.Bytes(), m.Date))
}

// Verify checks files of a bundle against the list in the same folder: name is a
// file of the list, the list itself or the folder, which mean all of it. Where
// there is a signature it is checked too, if a public key is given.
func Verify(name string, public *PublicKey) ([]File, diag.List, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, nil, err
	}
	dir, only := filepath.Dir(name), filepath.Base(name)
	if info.IsDir() {
		dir, only = name, ""
	}
	if only == SumsName {
		only = ""
	}
	pos := diag.Pos{File: filepath.ToSlash(filepath.Join(dir, SumsName))}
	list, err := os.ReadFile(filepath.Join(dir, SumsName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, diag.List{diag.Errorf(pos, "bundle-sums", "there is no list of checksums beside it").
			WithHint("%s comes with the bundle: put it into the same folder", SumsName)}, nil
	}
	if err != nil {
		return nil, nil, err
	}
	findings := verifySignature(dir, list, public)
	files, more, err := verifyList(dir, only, list, pos)
	return files, append(findings, more...), err
}

func verifyList(dir, only string, list []byte, pos diag.Pos) (files []File, findings diag.List, err error) {
	named := false
	lines := bufio.NewScanner(bytes.NewReader(list))
	for lines.Scan() {
		pos.Line++
		want, name, ok := strings.Cut(lines.Text(), " ")
		name = strings.TrimPrefix(strings.TrimPrefix(name, " "), "*")
		if !ok || len(want) != 64 || name == "" || name != filepath.Base(name) {
			findings.Add(diag.Errorf(pos, "bundle-sums", "is no line of a checksum and a name"))
			continue
		}
		if only != "" && name != only {
			continue
		}
		named = true
		f, err := sumOf(filepath.Join(dir, name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			findings.Add(diag.Errorf(diag.Pos{File: filepath.ToSlash(filepath.Join(dir, name))}, "bundle-missing", "is in the list, and not here"))
		case err != nil:
			return files, findings, err
		case f.SHA256 != strings.ToLower(want):
			findings.Add(diag.Errorf(diag.Pos{File: filepath.ToSlash(filepath.Join(dir, name))}, "bundle-changed", "is not the file that was published: its SHA-256 is %s, the list has %s", f.SHA256, want).
				WithHint("get it again; if it stays so, ask who published it"))
		default:
			files = append(files, f)
		}
	}
	if only != "" && !named {
		findings.Add(diag.Errorf(diag.Pos{File: pos.File}, "bundle-sums", "does not name %q", only))
	}
	return files, findings, lines.Err()
}

func sumOf(name string) (File, error) {
	f, err := os.Open(name)
	if err != nil {
		return File{}, err
	}
	defer f.Close()
	s := newSum()
	_, err = io.Copy(s, f)
	return File{filepath.Base(name), s.size, s.String()}, err
}
