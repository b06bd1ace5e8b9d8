package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/check"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
)

const ackLong = `ack says that a translation still holds although its German changed. The text of
the translation stays as it is; who said so and when is kept in i18n/state/.

With --minor, only changes of markup and of links are acknowledged: of the units
named, or of the whole language if none is. A link counts as done only if the
translation has the new one.

With --ignore, a check is switched off for the units named; a reason must be
given, and "" as reason switches it on again.`

const ackExample = `  dossier ack en p-7f3a9c                still right
  dossier ack en p-7f3a9c --reviewed     and I have compared the two
  dossier ack en --minor                 all changes of nothing but markup
  dossier ack en p-7f3a9c --ignore translation-length --reason "a list of names"`

type ackFlags struct {
	minor, reviewed    bool
	by, ignore, reason string
}

func (a *app) ackCommand() *cobra.Command {
	var f ackFlags
	cmd := &cobra.Command{
		Use: "ack LANG ID…", Short: "confirm that a translation still holds", Long: ackLong, Example: ackExample,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 1 && !f.minor:
				return errors.New("name the units to confirm, as dossier status lists them; with --minor none need be named")
			case f.ignore != "" && !cmd.Flags().Changed("reason"):
				return errors.New("--ignore needs --reason: say why the check does not apply")
			case f.ignore != "" && !slices.Contains(check.Ignorable, f.ignore):
				return fmt.Errorf("no check %q can be switched off: %s", f.ignore, diag.DidYouMean(f.ignore, check.Ignorable, "there are "+strings.Join(check.Ignorable, ", ")))
			case f.ignore == "" && f.reason != "":
				return errors.New("--reason belongs to --ignore")
			}
			return a.ack(cmd.Context(), args[0], args[1:], f)
		},
	}
	cmd.Flags().BoolVar(&f.minor, "minor", false, "only if nothing but markup or a link changed; without IDs, all of these")
	cmd.Flags().BoolVar(&f.reviewed, "reviewed", false, "the translation was compared with the German")
	cmd.Flags().StringVar(&f.by, "by", "", "who says so (else git's user.name, else the login)")
	cmd.Flags().StringVar(&f.ignore, "ignore", "", "switch this check off for the units")
	cmd.Flags().StringVar(&f.reason, "reason", "", "why it does not apply")
	return cmd
}

func (a *app) ack(ctx context.Context, lang string, ids []string, f ackFlags) error {
	var done []string
	err := a.change(ctx, func(p *project.Project) (diag.List, error) {
		if _, err := target(p, lang); err != nil {
			return nil, err
		}
		by := catalog.Provenance{How: "ack", Reviewed: f.reviewed, By: cmp.Or(f.by, whoami(ctx, a.dir)), On: today()}
		if len(ids) == 0 {
			if ids = minorChanges(p, lang); len(ids) == 0 {
				a.say("no change is a minor one")
			}
		}
		var findings diag.List
		done = nil // if it has to be done again
		for _, id := range ids {
			line, err := f.apply(p, lang, id, by)
			if err != nil {
				findings.Add(ackFinding(p, id, err))
			}
			done = append(done, line)
		}
		return findings, nil
	})
	if err == nil {
		for _, line := range done {
			fmt.Fprintln(a.stdout, line)
		}
	}
	return err
}

// apply does to one unit what the flags say, and returns what to tell of it.
func (f ackFlags) apply(p *project.Project, lang, id string, by catalog.Provenance) (string, error) {
	if f.ignore != "" {
		err := p.Ignore(lang, id, catalog.Ignored{Code: f.ignore, Reason: f.reason, By: by.By, On: by.On})
		if f.reason == "" {
			return "checking " + f.ignore + " again in " + id, err
		}
		return "ignoring " + f.ignore + " in " + id, err
	}
	change, err := p.Acknowledge(lang, id, f.minor, by)
	if change == catalog.Unchanged {
		return "confirmed " + id, err
	}
	return fmt.Sprintf("confirmed %s (%s)", id, change), err
}

func ackFinding(p *project.Project, id string, err error) diag.Finding {
	f := diag.Errorf(diag.Pos{}, "ack", "%v", err)
	if _, known := p.Has(id); !known && !strings.HasPrefix(id, project.WordsPage+"/") {
		return f.WithHint("%s", diag.DidYouMean(id, p.Keys(), "dossier status LANG lists the ids"))
	}
	return f
}

// minorChanges returns the outdated units of a language that changed in nothing
// but markup, or in a link that their translation has already.
func minorChanges(p *project.Project, lang string) []string {
	var ids []string
	for _, t := range everything(p, lang) {
		if t.State == catalog.Outdated && t.Change.Automatic() && p.Fits(lang, t) {
			ids = append(ids, t.Key)
		}
	}
	return ids
}

// whoami returns the name that git would sign with, or the login.
func whoami(ctx context.Context, dir string) string {
	cmd := exec.CommandContext(ctx, "git", "config", "user.name")
	cmd.Dir = dir
	if out, err := cmd.Output(); err == nil && len(strings.TrimSpace(string(out))) > 0 {
		return strings.TrimSpace(string(out))
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

// today is the day that an acknowledgement is dated with.
func today() string {
	if s, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(s, 0).UTC().Format(time.DateOnly)
	}
	return time.Now().Format(time.DateOnly)
}
