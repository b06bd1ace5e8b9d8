package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dossier/tools/internal/bundle"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/disk"
	"dossier/tools/internal/parts"
	"dossier/tools/internal/project"
	"dossier/tools/internal/render"
	"dossier/tools/internal/search"
	"dossier/tools/internal/stage"
	"dossier/tools/internal/verify"
)

const buildLong = `build makes the site: it loads the dossier, applies every rule, stages the pages of
each language in .dossier/, lets Hugo render them, indexes them for the search,
reads the result back (every link and fragment must resolve) and only then puts
it in the place of the last one. With an error on the way the last site stays as it was.`

// buildOptions are the flags of build.
type buildOptions struct {
	baseURL, out string
}

func (a *app) buildCommand() *cobra.Command {
	var o buildOptions
	cmd := &cobra.Command{
		Use: "build", Short: "build the site in public/", Long: buildLong,
		Example: "  dossier build\n  dossier build --base-url https://dossier.example/tiktok/ --out /srv/www/tiktok",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.build(cmd.Context(), o) },
	}
	cmd.Flags().StringVar(&o.baseURL, "base-url", "", "where the site will be published (default: baseURL of config.toml)")
	cmd.Flags().StringVar(&o.out, "out", "", "folder of the site (default: public/ in the dossier's folder)")
	return cmd
}

func (a *app) build(ctx context.Context, o buildOptions) error {
	start := time.Now()
	unlock, err := a.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	p, findings := a.load()
	a.print(findings)
	if p == nil || findings.HasErrors() {
		return a.verdict(findings)
	}
	b := pipeline{app: a, ctx: ctx, project: p, options: o}
	for _, step := range []struct {
		name string
		run  func() (diag.List, error)
	}{{"staging the pages", b.stage}, {"rendering", b.render}, {"indexing", b.index}, {"bundling", b.bundle}, {"verifying links", b.verify}, {"publishing", b.publish}} {
		a.progress("building: " + step.name + " …")
		more, err := step.run()
		a.progress("")
		a.print(more)
		findings.Add(more...)
		if err != nil {
			return a.fail(err)
		}
		if more.HasErrors() {
			a.say(fmt.Sprintf("%s; %s is as it was", diag.Summary(findings.Sorted()), b.shown()))
			return exit(1)
		}
	}
	a.say(b.summary(time.Since(start), findings))
	return nil
}

// pipeline carries one build from step to step.
type pipeline struct {
	*app
	ctx     context.Context
	project *project.Project
	options buildOptions
	tree    *stage.Tree
	next    string // where Hugo renders to, before it is published
}

// stage writes the tree that Hugo builds.
func (b *pipeline) stage() (diag.List, error) {
	tree, findings := stage.Build(b.project, stage.Options{BaseURL: b.options.baseURL, Date: buildDate(b.dir), Have: staged(b.dir)})
	if findings.HasErrors() {
		return findings, nil
	}
	b.tree = tree
	folder, err := disk.Open(b.dir)
	if err != nil {
		return findings, err
	}
	defer folder.Close()
	if err := folder.Sweep(); err != nil {
		return findings, err
	}
	_, err = tree.Apply(folder)
	return findings, err
}

// render lets Hugo make the site beside the one that is published.
func (b *pipeline) render() (diag.List, error) {
	root, err := filepath.Abs(b.dir)
	if err != nil {
		return nil, err
	}
	out := b.out(root)
	b.next = filepath.Join(root, disk.Work, "next")
	if rel, err := filepath.Rel(root, out); err != nil || strings.HasPrefix(rel, "..") {
		b.next = filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".next")
	}
	if err := os.RemoveAll(b.next); err != nil {
		return nil, err
	}
	findings := render.Build(render.Options{Root: root, Config: stage.Configs, Out: b.next, BaseURL: b.options.baseURL})
	if findings.HasErrors() {
		return findings, nil
	}
	return findings, nameParts(b.next, b.tree.Foreign())
}

// nameParts gives what is shown in another language on the pages of a site that
// language.
func nameParts(site string, foreign parts.Foreign) error {
	folder, err := disk.Open(site)
	if err != nil {
		return err
	}
	defer folder.Close()
	plan, err := foreign.Site(os.DirFS(site))
	if err != nil {
		return err
	}
	_, err = folder.Apply(plan)
	return err
}

// index adds what the search page loads: it is made from the pages, so it comes
// after them.
func (b *pipeline) index() (diag.List, error) {
	files, err := search.Site(os.DirFS(b.next), b.tree.Languages())
	if err != nil {
		return nil, err
	}
	folder, err := disk.Open(b.next)
	if err != nil {
		return nil, err
	}
	defer folder.Close()
	var plan disk.Plan
	for name, data := range files {
		plan.Write(name, data)
	}
	_, err = folder.Apply(&plan)
	return nil, err
}

// bundle puts the bundle under download/, if the dossier offers it, and its sizes
// and checksums on the page that does. The bundle holds neither.
func (b *pipeline) bundle() (diag.List, error) {
	if !b.project.Config.Settings.Download {
		return nil, nil
	}
	key, err := signingKey()
	if err != nil {
		return diag.List{diag.Errorf(diag.Pos{}, "bundle-key", "%v", err)}, nil
	}
	o := b.bundleOf(b.project, os.DirFS(b.next), b.tree.BaseURL)
	o.Prefix, o.Key = b.shown(), key
	files, findings, err := bundle.Make(b.ctx, o, filepath.Join(b.next, downloads))
	if err != nil || findings.HasErrors() {
		return findings, err
	}
	folder, err := disk.Open(b.next)
	if err != nil {
		return findings, err
	}
	defer folder.Close()
	var plan disk.Plan
	for _, l := range b.project.Config.Languages {
		name := l.Tag + "/" + offlinePage + "/index.html"
		page, err := os.ReadFile(filepath.Join(b.next, filepath.FromSlash(name)))
		if err != nil {
			return findings, err
		}
		plan.Write(name, bundle.Fill(page, files, l.Locale.Decimal))
	}
	_, err = folder.Apply(&plan)
	return findings, err
}

func (b *pipeline) verify() (diag.List, error) {
	return verify.Site(os.DirFS(b.next), verify.Options{
		BaseURL: b.tree.BaseURL, Prefix: b.shown(), Languages: b.tree.Languages(), Downloads: downloads, Held: b.tree.Held(),
	})
}

func (b *pipeline) publish() (diag.List, error) {
	root, err := filepath.Abs(b.dir)
	if err != nil {
		return nil, err
	}
	return nil, disk.Swap(b.next, b.out(root))
}

func (b *pipeline) out(root string) string {
	switch {
	case b.options.out == "":
		return filepath.Join(root, "public")
	case filepath.IsAbs(b.options.out):
		return filepath.Clean(b.options.out)
	}
	abs, err := filepath.Abs(b.options.out)
	if err != nil {
		return b.options.out
	}
	return abs
}

// shown is the site's folder as the user knows it.
func (b *pipeline) shown() string {
	if b.options.out == "" {
		return "public"
	}
	return filepath.ToSlash(b.options.out)
}

func (b *pipeline) summary(took time.Duration, findings diag.List) string {
	s := fmt.Sprintf("built %s: %s in %.1f s", b.shown(), b.tree.Summary(), took.Seconds())
	if sum := diag.Summary(findings.Sorted()); sum != "" {
		s += " (" + sum + ")"
	}
	return s
}

// progress shows, on a terminal, what is being done; an empty line clears it.
func (a *app) progress(line string) {
	if a.quiet || !terminal(a.stderr) {
		return
	}
	fmt.Fprint(a.stderr, "\r\x1b[K"+line)
}

// staged reports what an earlier build has staged in a dossier.
func staged(dir string) func(name string) bool {
	return func(name string) bool {
		info, err := os.Stat(filepath.Join(dir, disk.Work, filepath.FromSlash(name)))
		return err == nil && info.Mode().IsRegular()
	}
}
