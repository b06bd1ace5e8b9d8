package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/disk"
	"dossier/tools/internal/parts"
	"dossier/tools/internal/render"
	"dossier/tools/internal/stage"
)

const serveLong = `serve shows the site while you write: an edit in content/, i18n/, config.toml or
site/ is in the browser within a second, and in the search soon after. Findings are printed and do not end it;
while there are errors the browser keeps showing the last good state. Stop it
with Ctrl-C.`

func (a *app) serveCommand() *cobra.Command {
	var addr string
	cmd := &cobra.Command{
		Use: "serve", Short: "live preview while you write", Long: serveLong,
		Example: "  dossier serve\n  dossier serve --addr 127.0.0.1:8080",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), addr) },
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:1313", "address and port to listen on")
	return cmd
}

func (a *app) serve(ctx context.Context, addr string) error {
	l, base, err := listen(addr)
	if err != nil {
		return err
	}
	defer l.Close()
	root, err := filepath.Abs(a.dir)
	if err != nil {
		return a.fail(err)
	}
	changes, err := watch(ctx, root)
	if err != nil {
		return a.fail(err)
	}
	s := &preview{app: a, root: root, base: base}
	if !s.refresh(ctx) {
		a.say("waiting for the errors above to be mended …")
	}
	for !s.staged {
		select {
		case <-ctx.Done():
			return nil
		case <-changes:
			s.refresh(ctx)
		}
	}
	go func() {
		for range changes {
			s.refresh(ctx)
		}
	}()
	a.say("serving " + s.base + " (stop with Ctrl-C)")
	if err := os.RemoveAll(s.site()); err != nil { // pages that are gone would be found by the search
		return a.fail(err)
	}
	rendered := make(chan struct{}, 1)
	go s.indexAfter(ctx, rendered)
	return render.Serve(render.Options{Root: root, Config: stage.Configs, BaseURL: s.base, Out: s.site()}, l, a.stderr, s.foreign.Page, func() {
		select {
		case rendered <- struct{}{}:
		default: // one is waiting already
		}
	})
}

// preview keeps the staged tree up to date with the author's files.
type preview struct {
	*app
	root, base string
	languages  []string // that the search is for
	foreign    parts.Foreign
	pages      map[string]bool // files of the pages that were last rendered
	staged     bool            // whether there is a good state to show
	last       diag.List       // findings printed last, so as not to repeat them
}

// refresh stages the dossier anew; with errors the staged tree stays as it is.
func (s *preview) refresh(ctx context.Context) bool {
	start := time.Now()
	p, findings := s.load()
	var tree *stage.Tree
	if p != nil && !findings.HasErrors() {
		var more diag.List
		tree, more = stage.Build(p, stage.Options{BaseURL: s.base, Date: buildDate(s.root), Have: staged(s.root)})
		findings.Add(more...)
	}
	s.report(findings)
	if tree == nil || findings.HasErrors() {
		return false
	}
	unlock, err := s.lock(ctx)
	if err != nil {
		return false
	}
	defer unlock()
	folder, err := disk.Open(s.root)
	if err != nil {
		_ = s.fail(err)
		return false
	}
	defer folder.Close()
	result, err := tree.Apply(folder)
	if err != nil {
		_ = s.fail(err)
		return false
	}
	if s.staged && result.Changed() {
		s.say(fmt.Sprintf("%d files changed, staged in %d ms", len(result.Written)+len(result.Deleted), time.Since(start).Milliseconds()))
	}
	if !s.staged { // Hugo takes up another language only when it starts
		s.staged, s.languages, s.foreign = true, tree.Languages(), tree.Foreign()
	}
	return true
}

// report prints the findings that were not there before, and says when errors
// are gone.
func (s *preview) report(findings diag.List) {
	known := map[diag.Finding]bool{}
	for _, f := range s.last {
		known[f] = true
	}
	var news diag.List
	for _, f := range findings.Sorted() {
		if !known[f] || f.Severity == diag.Error {
			news.Add(f)
		}
	}
	s.print(news)
	if s.last.HasErrors() && !findings.HasErrors() {
		s.say("no errors any more")
	}
	s.last = findings.Sorted()
}

// listen takes the address HOST:PORT, where port 0 is one that is free, and says how a
// browser writes it.
func listen(addr string) (l net.Listener, base string, err error) {
	host, port, err := net.SplitHostPort(addr)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return nil, "", fmt.Errorf("--addr %q is not HOST:PORT, say 127.0.0.1:1313", addr)
	}
	l, err = net.Listen("tcp", addr)
	if err != nil {
		return nil, "", fmt.Errorf("cannot listen on %s: %w; another --addr may be free", addr, err)
	}
	if host == "" { // everywhere
		host = "localhost"
	}
	_, port, err = net.SplitHostPort(l.Addr().String())
	return l, "http://" + net.JoinHostPort(host, port) + "/", err
}

// exists reports whether a folder is there.
func exists(dir string) bool {
	info, err := os.Stat(dir)
	return err == nil && info.IsDir()
}
