package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/disk"
	"dossier/tools/internal/project"
)

const syncLong = `sync brings the catalogs in i18n/ up to date with the German in content/: new
units appear empty, changed ones are marked "outdated" and keep their
translation, removed ones move to the end. A translator's own words and comments
stay byte for byte. Running it twice changes nothing.`

func (a *app) syncCommand() *cobra.Command {
	var checkOnly bool
	cmd := &cobra.Command{
		Use: "sync", Short: "bring the catalogs up to date with the German", Long: syncLong,
		Example: "  dossier sync\n  dossier sync --check    in CI: exit 1 if the catalogs are behind",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if checkOnly {
				return a.syncCheck()
			}
			return a.sync(cmd.Context())
		},
	}
	cmd.Flags().BoolVar(&checkOnly, "check", false, "write nothing; exit 1 if a catalog is behind")
	return cmd
}

func (a *app) sync(ctx context.Context) error {
	return a.change(ctx, func(*project.Project) (diag.List, error) { return nil, nil })
}

// change loads the dossier under the lock, so that what is written follows from
// what was read, lets f change the translations, and brings the catalogs up to
// date. If f has an error to report, nothing is written.
func (a *app) change(ctx context.Context, f func(*project.Project) (diag.List, error)) error {
	unlock, err := a.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	p, findings := project.Load(a.dir)
	if p != nil && !findings.HasErrors() {
		more, err := f(p)
		if err != nil {
			return err
		}
		findings.Add(more...)
	}
	a.print(findings)
	if p == nil || findings.HasErrors() {
		a.say("nothing was written")
		return a.verdict(findings)
	}
	result, err := a.apply(p.Sync()...)
	if err != nil {
		return err
	}
	a.tell(result)
	return nil
}

// tell lists what was written.
func (a *app) tell(result disk.Result) {
	for _, name := range result.Written {
		fmt.Fprintln(a.stdout, "wrote", name)
	}
	for _, name := range result.Deleted {
		fmt.Fprintln(a.stdout, "removed", name)
	}
	if !result.Changed() {
		a.say("the catalogs are up to date")
	}
}

func (a *app) syncCheck() error {
	p, findings := project.Load(a.dir)
	if p != nil && !findings.HasErrors() {
		for _, name := range p.Behind() {
			findings.Add(diag.Errorf(diag.Pos{File: name}, "catalog-behind", "is behind the German").WithHint("run dossier sync"))
		}
	}
	a.print(findings)
	return a.verdict(findings)
}

// lock takes the project's lock, waiting up to a minute for another command. A
// folder that is no dossier is left untouched; loading it will say so.
func (a *app) lock(ctx context.Context) (func(), error) {
	if _, err := os.Stat(filepath.Join(a.dir, "config.toml")); errors.Is(err, fs.ErrNotExist) {
		return func() {}, nil
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	unlock, err := disk.Lock(ctx, a.dir, func() { a.say("waiting for another dossier command to finish …") })
	if err != nil {
		return nil, a.fail(err)
	}
	return unlock, nil
}

// apply carries out plans in the dossier's folder, one after the other.
func (a *app) apply(plans ...*disk.Plan) (disk.Result, error) {
	folder, err := disk.Open(a.dir)
	if err != nil {
		return disk.Result{}, a.fail(err)
	}
	defer folder.Close()
	if err := folder.Sweep(); err != nil {
		return disk.Result{}, a.fail(err)
	}
	var all disk.Result
	for _, plan := range plans {
		result, err := folder.Apply(plan)
		if err != nil {
			return all, a.fail(err)
		}
		all.Add(result)
	}
	return all, nil
}
