package bundle

import (
	"context"
	"io"
	"io/fs"
	"path"
	"runtime"
	"sync"

	"dossier/tools/internal/diag"
)

// large is the size from which a file that nothing is changed in is streamed
// instead of read.
const large = 4 << 20

// writeZip writes the site for a disk into one folder of a zip. Files are read,
// rewritten and packed on every processor, and written in order; only a few are in
// memory at a time. step is called for each.
func (s *Site) writeZip(ctx context.Context, a *archive, folder, scratch string, step func()) (diag.List, error) {
	names := append([]string{noteStyle}, s.names...)
	if _, taken := s.files[noteStyle]; taken {
		names = s.names
	}
	type result struct {
		packed   packed
		findings diag.List
		err      error
	}
	workers := runtime.GOMAXPROCS(0)
	slots := make([]chan result, len(names))
	for i := range slots {
		slots[i] = make(chan result, 1)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	jobs, room := make(chan int), make(chan struct{}, 4*workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			var d deflater
			for i := range jobs {
				p, findings, err := s.pack(&d, names[i], path.Join(folder, names[i]), scratch)
				slots[i] <- result{p, findings, err}
			}
		})
	}
	go func() {
		defer close(jobs)
		for i := range names {
			select {
			case room <- struct{}{}:
			case <-ctx.Done():
				return
			}
			jobs <- i
		}
	}()
	defer wg.Wait()
	defer stop()
	var findings diag.List
	for i := range names {
		var r result
		select {
		case r = <-slots[i]:
		case <-ctx.Done():
			return findings, ctx.Err()
		}
		<-room
		findings.Add(r.findings...)
		if r.err != nil {
			return findings, r.err
		}
		if err := a.add(r.packed); err != nil {
			return findings, err
		}
		step()
	}
	return findings, nil
}

// pack makes one file ready.
func (s *Site) pack(d *deflater, name, as, scratch string) (packed, diag.List, error) {
	if name == noteStyle {
		if _, own := s.files[name]; !own {
			p, err := d.pack(as, []byte(noteCSS))
			return p, nil, err
		}
	}
	if s.files[name] >= large && !rewritten(name) {
		p, err := d.packLarge(as, scratch, func() (io.ReadCloser, error) { return s.fsys.Open(name) })
		return p, nil, err
	}
	data, err := fs.ReadFile(s.fsys, name)
	if err != nil {
		return packed{}, nil, err
	}
	data, findings := s.offline(name, data)
	p, err := d.pack(as, data)
	return p, findings, err
}

func rewritten(name string) bool {
	switch path.Ext(name) {
	case ".html", ".css", ".svg", ".js":
		return true
	}
	return false
}
