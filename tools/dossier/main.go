// Command dossier makes a multilingual, sourced publication from German Markdown:
// a static site in every language, with a timeline and an appendix in which
// each figure of the prose has its source.
//
// Each command is a file of this package; what they know is in tools/internal.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"dossier/tools/internal/diag"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const long = `dossier makes a multilingual, sourced publication: German Markdown in content/,
records of figures, events and sources beside it, translation catalogs in i18n/;
a static site in every language out, in which every number can be checked.

Results go to stdout, everything else to stderr.
Exit status: 0 good, 1 findings or a failed build, 2 wrong usage.`

const example = `  dossier build                     the site, in public/
  dossier serve                     the site in your browser, as you write
  dossier sync                      bring the catalogs up to date with the German
  dossier status en                 what is left to translate into English
  dossier bundle                    the site to take along, in dist/
  dossier -C ~/ports check          every rule, on another dossier`

// app is what every command needs: where the dossier is and how to speak.
type app struct {
	dir            string
	quiet, noColor bool
	stdout, stderr io.Writer
}

// exit is an error whose reason has been printed already.
type exit int

func (e exit) Error() string { return "exit" }

// run is the program without the process around it; it returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{stdout: stdout, stderr: stderr}
	root := a.command()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(ctx)
	var code exit
	switch {
	case err == nil:
		return 0
	case errors.As(err, &code):
		return int(code)
	}
	a.print(diag.List{diag.Errorf(diag.Pos{}, "usage", "%v", err).WithHint("%s", usage(cmd))})
	return 2
}

// usage is what to say to somebody who used a command wrongly.
func usage(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return "dossier --help lists the commands and flags"
	}
	return fmt.Sprintf("it is %s; %s --help says more", cmd.UseLine(), cmd.CommandPath())
}

func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use: "dossier", Short: "publications that can be checked", Long: long, Example: example,
		SilenceErrors: true, SilenceUsage: true, Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	f := root.PersistentFlags()
	f.StringVarP(&a.dir, "dir", "C", ".", "the dossier's folder")
	f.BoolVarP(&a.quiet, "quiet", "q", false, "print findings only")
	f.BoolVar(&a.noColor, "no-color", false, "no colours (NO_COLOR=1 does the same)")
	root.AddCommand(a.buildCommand(), a.serveCommand(), a.syncCommand(), a.statusCommand(), a.ackCommand(), a.exportCommand(), a.importCommand(), a.checkCommand(), a.scanCommand(), a.sourcesCommand(), a.bundleCommand())
	root.CompletionOptions.HiddenDefaultCmd = true
	return root
}

// print writes findings to stderr, and as annotations where GitHub reads along.
func (a *app) print(l diag.List) {
	p := diag.Printer{W: a.stderr, Color: a.color(a.stderr)}
	_ = p.Print(l)
	if os.Getenv("GITHUB_ACTIONS") == "true" {
		_ = diag.Printer{W: a.stdout, Format: diag.Annotations}.Print(l)
	}
}

// say writes a line about what is being done, unless --quiet is given.
func (a *app) say(line string) {
	if !a.quiet {
		_, _ = io.WriteString(a.stderr, line+"\n")
	}
}

// color reports whether what is written there may be in colour.
func (a *app) color(w io.Writer) bool {
	return !a.noColor && os.Getenv("NO_COLOR") == "" && terminal(w)
}

func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}
