package main

import (
	"github.com/spf13/cobra"

	"dossier/tools/internal/check"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
)

const checkLong = `check applies every rule to the dossier and prints what it finds:

  content/aufstieg.md:12:34: error[figure-unknown]: no figure "mau-2021"
    hint: did you mean "mau-welt-2021"?

Figures and dates are read in German and English prose, in digits and words. A
figure of the prose needs a record or an entry in content/exempt.toml; its words
say what the record says; a translation has the numbers of its source:

  i18n/pages/aufstieg.en.toml:75:100: error[number-translation]: "3 Milliarden" became "3 million": a thousandfold or a thousandth

It writes nothing. Errors stop a build, warnings do not. Exit status 1 if there
is any error.`

func (a *app) checkCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "check", Short: "apply every rule; exit 1 if any error", Long: checkLong,
		Example: "  dossier check\n  dossier check --json | jq 'select(.severity==\"error\")'",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, findings := a.load()
			if asJSON {
				_ = diag.Printer{W: a.stdout, Format: diag.JSON}.Print(findings)
			} else {
				a.print(findings)
			}
			return a.verdict(findings)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a finding, on stdout")
	return cmd
}

// load reads the dossier and applies every rule.
func (a *app) load() (*project.Project, diag.List) {
	p, findings := project.Load(a.dir)
	if p != nil {
		findings.Add(check.Project(p)...)
	}
	return p, findings
}

// verdict sums up findings that have been printed and turns errors into the
// exit status.
func (a *app) verdict(findings diag.List) error {
	if s := diag.Summary(findings.Sorted()); s != "" {
		a.say(s)
	} else {
		a.say("no findings")
	}
	if findings.HasErrors() {
		return exit(1)
	}
	return nil
}
