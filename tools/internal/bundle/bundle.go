package bundle

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"dossier/tools/internal/diag"
)

// Language is what the bundle says of one language of the site.
type Language struct {
	Tag      string // the folder of its pages
	Label    string // its name in itself
	Title    string // of the dossier in it
	Subtitle string // what stands below the title; may be empty
}

// Options of one bundle.
type Options struct {
	Site      fs.FS
	Prefix    string // what findings call the site's folder
	BaseURL   string // where the site is published
	Slug      string // names the files: dossier-SLUG.zip
	Languages []Language
	Date      time.Time // of everything in the bundle; [edtf.Undated] if nothing tells
	Publisher string    // who answers for the dossier; may be empty
	License   string    // address of its licence; may be empty
	Online    []string  // folders that no bundle holds
	Key       *Key      // signs the list of checksums, if there is one
	Progress  func(done, all int, what string)
}

// File is one file of a bundle.
type File struct {
	Name   string
	Size   int64
	SHA256 string
}

// Make writes the bundle into a folder: the zip, a page and an EPUB for each
// language, and the list of their checksums. Each file appears there whole, and
// none does if there is an error among the findings.
func Make(ctx context.Context, o Options, dir string) ([]File, diag.List, error) {
	if o.Progress == nil {
		o.Progress = func(int, int, string) {}
	}
	s, findings, err := open(o.Site, o.BaseURL, o.Prefix, o.Online...)
	if err != nil || findings.HasErrors() {
		return nil, findings, err
	}
	for _, l := range o.Languages {
		s.langs = append(s.langs, l.Tag)
	}
	m := &maker{Options: o, site: s, findings: findings}
	defer m.clean()
	if err := m.start(dir); err != nil {
		return nil, findings, err
	}
	for _, step := range []func(context.Context) error{m.zip, m.books, m.sums} {
		if err := step(ctx); err != nil || m.findings.HasErrors() {
			return nil, m.findings, err
		}
	}
	return m.files, m.findings, m.publish(dir)
}

// maker carries one bundle from step to step.
type maker struct {
	Options
	site     *Site
	scratch  string // a folder beside the files to come
	files    []File
	findings diag.List
}

func (m *maker) start(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	var err error
	m.scratch, err = os.MkdirTemp(dir, ".bundle-*")
	return err
}

func (m *maker) clean() {
	if m.scratch != "" {
		_ = os.RemoveAll(m.scratch)
	}
}

// name returns "dossier-SLUG" with what follows.
func (m *maker) name(rest string) string { return "dossier-" + m.Slug + rest }

// create writes one file of the bundle and remembers its checksum.
func (m *maker) create(name string, write func(w io.Writer) error) error {
	f, err := os.Create(filepath.Join(m.scratch, name))
	if err != nil {
		return err
	}
	sum := newSum()
	if err := write(io.MultiWriter(f, sum)); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	m.files = append(m.files, File{name, sum.size, sum.String()})
	return nil
}

func (m *maker) zip(ctx context.Context) error {
	all, done := len(m.site.names), 0
	name := m.name(".zip")
	return m.create(name, func(w io.Writer) error {
		a := newArchive(w, m.Date)
		findings, err := m.site.writeZip(ctx, a, m.name(""), m.scratch, func() {
			done++
			m.Progress(done, all, name)
		})
		m.findings.Add(findings...)
		return errors.Join(err, a.close())
	})
}

// publish moves the files to where they belong.
func (m *maker) publish(dir string) error {
	for _, f := range m.files {
		if err := os.Rename(filepath.Join(m.scratch, f.Name), filepath.Join(dir, f.Name)); err != nil {
			return err
		}
	}
	return nil
}

// Sizes returns "12.3 MB" for a number of bytes.
func Sizes(n int64) string {
	switch {
	case n >= 1e6:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	case n >= 1e3:
		return fmt.Sprintf("%.0f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%d bytes", n)
}
