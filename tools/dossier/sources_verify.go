package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"dossier/tools/internal/archive"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/disk"
	"dossier/tools/internal/project"
	"dossier/tools/internal/record"
)

const sourcesVerifyLong = `verify looks for each quotation of the evidence in the kept text of its source:
content/archive/ID.txt, .md, .html or .pdf (with pdftotext), or the same in the
folder that you give. Spaces, quotation marks, dashes and the ways of writing an
accent make no difference; everything else does. What stands there exactly once
is located: content/passages.toml keeps the place and the SHA-256 of the text,
and the pages say so. A passage that was found earlier and is gone, or a text
that is another than the source names, is an error, and nothing is written.

The texts are never published.`

func (a *app) sourcesVerifyCommand() *cobra.Command {
	var dir string
	var dry bool
	cmd := &cobra.Command{
		Use: "verify", Short: "find each quotation in the kept text of its source", Long: sourcesVerifyLong,
		Example: "  dossier sources verify\n  dossier sources verify --archive ~/kept-texts --dry-run",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.sourcesVerify(cmd.Context(), dir, dry) },
	}
	cmd.Flags().StringVar(&dir, "archive", "", "the folder of kept texts (default: content/archive in the dossier's folder)")
	cmd.Flags().BoolVar(&dry, "dry-run", false, "write nothing")
	return cmd
}

func (a *app) sourcesVerify(ctx context.Context, dir string, dry bool) error {
	unlock, err := a.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	p, findings := project.Load(a.dir)
	if p == nil || loadErrors(findings).HasErrors() {
		a.print(findings)
		return a.verdict(findings)
	}
	if dir == "" {
		dir = filepath.Join(a.dir, project.ArchiveDir)
	}
	v := verification{app: a, records: p.Records, texts: map[string]kept{}}
	if root, err := os.OpenRoot(dir); err == nil {
		defer root.Close()
		v.root = root
	} else if !errors.Is(err, os.ErrNotExist) {
		return a.fail(err)
	}
	v.all(ctx)
	a.print(v.findings)
	if v.findings.HasErrors() || dry {
		a.say(v.summary() + "; nothing was written")
		if v.findings.HasErrors() {
			return exit(1)
		}
		return nil
	}
	plan := disk.Plan{Durable: true}
	if name := project.PassagesFile; len(v.places) > 0 {
		plan.Write(name, record.WritePassages(v.places))
	} else if p.Source(name) != nil {
		plan.Delete(name)
	}
	if _, err := a.apply(&plan); err != nil {
		return err
	}
	a.say(v.summary())
	return nil
}

// loadErrors leaves out what a new verification mends.
func loadErrors(l diag.List) diag.List {
	var rest diag.List
	for _, f := range l {
		if f.Code != "passage-stale" {
			rest.Add(f)
		}
	}
	return rest
}

// verification looks for all quotations, reading each kept text once.
type verification struct {
	*app
	records  *record.Set
	root     *os.Root
	texts    map[string]kept
	findings diag.List
	places   []record.Place
	quotes   int
}

type kept struct {
	archive.Text
	err error
}

func (v *verification) all(ctx context.Context) {
	for i, f := range v.records.Figures {
		v.progress(fmt.Sprintf("verifying: %d of %d figures …", i+1, len(v.records.Figures)))
		for j := range f.Evidence {
			if e := &f.Evidence[j]; e.Quote != "" && ctx.Err() == nil {
				v.quotes++
				v.one(ctx, f, e)
			}
		}
	}
	v.progress("")
}

func (v *verification) text(ctx context.Context, id string) kept {
	k, ok := v.texts[id]
	if !ok {
		k.err = archive.ErrNone
		if v.root != nil {
			k.Text, k.err = archive.Open(ctx, v.root, id)
		}
		v.texts[id] = k
	}
	return k
}

// one looks for one quotation. Without a kept text there is nothing to say,
// unless it was located before.
func (v *verification) one(ctx context.Context, f *record.Figure, e *record.Evidence) {
	src, ok := v.records.Source(e.Source)
	if !ok {
		return
	}
	k, pos := v.text(ctx, src.ID), e.At("quote")
	switch {
	case errors.Is(k.err, archive.ErrNone):
		if e.Passage() != nil {
			v.findings.Add(diag.Errorf(pos, "archive-missing", "the kept text of %q is gone, in which this quotation was found", src.ID).
				WithHint("put %s.txt, .html or .pdf back into %s", src.ID, project.ArchiveDir))
		}
		return
	case k.err != nil:
		v.findings.Add(diag.Errorf(diag.Pos{File: project.ArchiveDir + "/" + k.Name}, "archive-read", "cannot be read: %v", k.err))
		return
	case src.Archive != nil && src.Archive.SHA256 != "" && src.Archive.SHA256 != k.SHA256:
		v.findings.Add(diag.Errorf(src.Archive.At("sha256"), "archive-hash", "%s is another text than the source names", k.Name).
			WithHint("its hash is %s; if it is the right one, write that into archive.sha256", k.SHA256))
		return
	}
	at, n := k.Find(e.Quote)
	switch {
	case n == 0:
		v.findings.Add(diag.Errorf(pos, "quote-missing", "the quotation does not stand in %s", k.Name).WithHint("quote the text word for word; mark what you leave out with …"))
	case n > 1:
		v.findings.Add(diag.Errorf(pos, "quote-ambiguous", "the quotation stands %d times in %s", n, k.Name).WithHint("quote a few words more"))
	default:
		v.places = append(v.places, record.Place{Figure: f.ID, Evidence: e, SHA256: k.SHA256, Start: at.Start, End: at.End})
	}
}

func (v *verification) summary() string {
	texts := 0
	for _, k := range v.texts {
		if k.err == nil {
			texts++
		}
	}
	return fmt.Sprintf("%d of %d quotations located, in %d kept texts", len(v.places), v.quotes, texts)
}
