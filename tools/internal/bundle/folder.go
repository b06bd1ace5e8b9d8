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
	ctx, stop := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer stop()
	line := s.packAll(ctx, &wg, names, folder, scratch)
	var findings diag.List
	for i := range names {
		var r result
		select {
		case r = <-line.results[i]:
		case <-ctx.Done():
			return findings, ctx.Err()
		}
		<-line.room
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

// result is what became of a file.
type result struct {
	packed   packed
	findings diag.List
	err      error
}

// line holds the files that are being packed, and those that are done and wait
// for their turn.
type line struct {
	results []chan result // by file
	room    chan struct{} // who takes a result from here makes room for another file
}

// packAll begins to pack files, on every processor, until ctx is done; wg is done
// when no file is at work any more.
func (s *Site) packAll(ctx context.Context, wg *sync.WaitGroup, names []string, folder, scratch string) line {
	workers := runtime.GOMAXPROCS(0)
	l := line{make([]chan result, len(names)), make(chan struct{}, 4*workers)}
	for i := range l.results {
		l.results[i] = make(chan result, 1)
	}
	jobs := make(chan int)
	for range workers {
		wg.Go(func() {
			var d deflater
			for i := range jobs {
				p, findings, err := s.pack(&d, names[i], path.Join(folder, names[i]), scratch)
				l.results[i] <- result{p, findings, err}
			}
		})
	}
	go func() {
		defer close(jobs)
		for i := range names {
			select {
			case l.room <- struct{}{}:
			case <-ctx.Done():
				return
			}
			jobs <- i
		}
	}()
	return l
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
