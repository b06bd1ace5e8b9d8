package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
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
	// Most of what a short run makes is still in use when it ends, after some 30 MB.
	defer debug.SetGCPercent(debug.SetGCPercent(1200)) // first collected at 48 MB
	if unlock, ok := a.tryLock(); ok {
		defer unlock()
		return a.keepTrying(nil)
	}
	// Another command is at work, or nothing can be written here. If there is
	// nothing to do, that does not matter.
	if files, err := project.ReadTexts(a.dir); err == nil {
		if findings, ok := a.ledger().Settled(project.SumsOf(files)); ok {
			a.print(findings)
			a.tell(disk.Result{})
			return nil
		}
	}
	return a.change(ctx, nil)
}

// An amendment changes the translations of a loaded dossier. What it finds is printed.
type amendment func(*project.Project) (diag.List, error)

// change loads the dossier under the lock, so that what is written follows from
// what was read, lets f change the translations, and brings the catalogs up to
// date. If f has an error to report, nothing is written.
func (a *app) change(ctx context.Context, f amendment) error {
	unlock, err := a.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	return a.keepTrying(f)
}

// mostTries bounds how often a command starts again because somebody saved a
// catalog while it was at work.
const mostTries = 10

// keepTrying is change under the lock. If somebody saves a file between reading and
// writing, it starts again: f may be called more than once.
func (a *app) keepTrying(f amendment) error {
	var all disk.Result
	for try := 1; ; try++ {
		result, err := a.changeOnce(f)
		all.Add(result)
		var changed *disk.ChangedError
		if errors.As(err, &changed) && try < mostTries {
			a.say(changed.Error() + "; reading again …")
			continue
		}
		if changed != nil {
			a.print(diag.List{diag.Errorf(diag.Pos{File: changed.Name}, "disk-busy", "is being changed all the time").
				WithHint("nothing is lost; run the command again when the other program is done")})
			return exit(1)
		}
		if err != nil {
			return err
		}
		a.tell(all)
		return nil
	}
}

// changeOnce is one try of change.
func (a *app) changeOnce(f amendment) (disk.Result, error) {
	stood := later(func() *project.Ledger {
		if f != nil {
			return nil
		}
		return a.ledger()
	})
	files, err := project.ReadTexts(a.dir)
	if err != nil {
		files = nil // loading says why
	}
	sums, ledger := project.SumsOf(files), stood()
	if findings, ok := ledger.Settled(sums); ok && err == nil {
		a.print(findings)
		return disk.Result{}, nil
	}
	p, findings, ok := project.LoadPart(a.dir, files, sums, ledger)
	if !ok {
		debug.SetGCPercent(100)
		p, findings = a.loadFrom(files)
	}
	about := findings
	if p != nil && f != nil && !findings.HasErrors() {
		more, err := f(p)
		if err != nil {
			return disk.Result{}, err
		}
		findings = slices.Concat(findings, more)
	}
	if p == nil || findings.HasErrors() {
		a.print(findings)
		a.say("nothing was written")
		return disk.Result{}, a.verdict(findings)
	}
	plans := p.Sync()
	left := later(func() *disk.Plan { return leave(p, sums, about, plans) })
	result, err := a.apply(plans...)
	if err == nil {
		a.print(findings)
		_, err = a.apply(left())
	}
	return result, err
}

// later begins f beside what follows, and returns how to have its result.
func later[T any](f func() T) func() T {
	result := make(chan T, 1)
	go func() { result <- f() }()
	return func() T { return <-result }
}

func (a *app) loadFrom(files map[string][]byte) (*project.Project, diag.List) {
	if files == nil {
		return project.Load(a.dir)
	}
	return project.LoadFiles(a.dir, files)
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

// tryLock takes the project's lock if that can be had at once.
func (a *app) tryLock() (unlock func(), ok bool) {
	if _, err := os.Stat(filepath.Join(a.dir, "config.toml")); err != nil {
		return nil, false
	}
	return disk.TryLock(a.dir)
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
	result, err := folder.Apply(plans...)
	var changed *disk.ChangedError
	if err != nil && !errors.As(err, &changed) {
		err = a.fail(err)
	}
	return result, err
}
