package bundle

import (
	"context"
	"io"
)

// books writes a page and an EPUB for each language.
func (m *maker) books(ctx context.Context) error {
	all := map[string]*single{}
	for _, l := range m.Languages {
		b, err := m.site.newBook(l)
		if err != nil {
			return err
		}
		if len(b.pages) > 0 {
			all[l.Tag] = &single{book: b, ids: b.newIDs(), other: all, file: m.name("." + l.Tag + ".html"), seen: map[string]bool{}}
		}
	}
	for _, l := range m.Languages {
		x := all[l.Tag]
		if x == nil {
			continue
		}
		m.Progress(0, 0, x.file)
		if err := m.create(x.file, func(w io.Writer) error { return x.write(ctx, w) }); err != nil {
			return err
		}
		name := m.name("." + l.Tag + ".epub")
		m.Progress(0, 0, name)
		if err := m.create(name, func(w io.Writer) error { return m.newEPUB(x.book).write(ctx, w) }); err != nil {
			return err
		}
	}
	return nil
}
