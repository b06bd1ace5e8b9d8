package main

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dossier/tools/internal/project"
)

const statusLong = `status counts, for each language and page, how many units are translated,
outdated and missing, and how many German words there are left to translate.
With a language it lists the units that need work.`

func (a *app) statusCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "status [LANG]", Short: "per language and page: translated, outdated, missing, words", Long: statusLong,
		Example: "  dossier status\n  dossier status en\n  dossier status --json",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.status(args, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a language and page, on stdout")
	return cmd
}

func (a *app) status(args []string, asJSON bool) error {
	p, findings := project.Load(a.dir)
	if p == nil || findings.HasErrors() {
		a.print(findings)
		return a.verdict(findings)
	}
	languages := p.Targets()
	if len(args) == 1 {
		l, ok := p.Target(args[0])
		if !ok {
			return fmt.Errorf("the site has no translation language %q (it has %s)", args[0], tags(p.Targets()))
		}
		languages = []project.Language{l}
	}
	rows := p.Status(languages)
	if asJSON {
		e := json.NewEncoder(a.stdout)
		for _, r := range rows {
			if err := e.Encode(r); err != nil {
				return err
			}
		}
		return nil
	}
	a.table(rows)
	if len(args) == 1 {
		for _, w := range p.Work(languages[0].Tag) {
			fmt.Fprintf(a.stdout, "%s: %s %s (%s)\n", w.Pos, w.State, w.ID, w.Where)
		}
	}
	return nil
}

func (a *app) table(rows []project.StatusRow) {
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "language\tpage\ttranslated\toutdated\tmissing\twords left\t")
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\t%d\t\n", r.Language, r.Page, r.Translated, r.Outdated, r.Missing, r.Words)
	}
	_ = w.Flush()
}

func tags(languages []project.Language) string {
	s := ""
	for i, l := range languages {
		if i > 0 {
			s += ", "
		}
		s += l.Tag
	}
	return s
}
