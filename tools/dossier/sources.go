package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"dossier/tools/internal/cite"
	"dossier/tools/internal/dataset"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
)

const sourcesLong = `sources brings references in and out, and holds them to the world:

  import   from Zotero and others: CSL-JSON, BibTeX, RIS
  export   to the same
  verify   find each quotation in the kept text of its source
  check    ask the web whether the addresses still answer (needs a network)`

const sourcesExample = `  dossier sources import library.bib
  dossier sources export --format ris -o sources.ris
  dossier sources verify
  dossier sources check`

func (a *app) sourcesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "sources", Short: "references in and out; quotations against kept texts; dead links", Long: sourcesLong, Example: sourcesExample,
		Args: cobra.NoArgs, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.sourcesImportCommand(), a.sourcesExportCommand(), a.sourcesVerifyCommand(), a.sourcesCheckCommand())
	return cmd
}

const sourcesExportLong = `export writes the sources for reference managers, all of them or those that are
named, in the order of the records.`

func (a *app) sourcesExportCommand() *cobra.Command {
	var format, out string
	cmd := &cobra.Command{
		Use: "export [ID…]", Short: "write sources as CSL-JSON, BibTeX or RIS", Long: sourcesExportLong,
		Example: "  dossier sources export > sources.json\n  dossier sources export --format bibtex -o sources.bib\n  dossier sources export --format ris wsj-2023-03-05",
		RunE:    func(_ *cobra.Command, args []string) error { return a.sourcesExport(args, format, out) },
	}
	cmd.Flags().StringVar(&format, "format", "csl", "csl, bibtex or ris")
	cmd.Flags().StringVarP(&out, "output", "o", "", "the file to write (default: stdout)")
	return cmd
}

func (a *app) sourcesExport(ids []string, format, out string) error {
	if !slices.Contains(cite.Formats, format) {
		return fmt.Errorf("no format %q; there are csl, bibtex and ris", format)
	}
	p, findings := project.Load(a.dir)
	if p == nil || findings.HasErrors() {
		a.print(findings)
		return a.verdict(findings)
	}
	items := dataset.References(p.Records)
	if len(ids) > 0 {
		var unknown diag.List
		if items, unknown = named(items, ids); unknown.HasErrors() {
			a.print(unknown)
			return exit(1)
		}
	}
	data := cite.Write(format, items)
	if out == "" || out == "-" {
		_, err := a.stdout.Write(data)
		return err
	}
	if err := os.WriteFile(out, data, 0o644); err != nil { //nolint:gosec // a file to hand on
		return a.fail(err)
	}
	a.say(fmt.Sprintf("wrote %d sources to %s", len(items), out))
	return nil
}

// named returns the items with the ids, in the order of the ids.
func named(items []cite.Item, ids []string) ([]cite.Item, diag.List) {
	byID := map[string]cite.Item{}
	var known []string
	for _, it := range items {
		byID[it.ID] = it
		known = append(known, it.ID)
	}
	var list []cite.Item
	var findings diag.List
	for _, id := range ids {
		it, ok := byID[id]
		if !ok {
			findings.Add(diag.Errorf(diag.Pos{}, "source-unknown", "no source %q", id).
				WithHint("%s", diag.DidYouMean(id, known, "dossier sources export lists all of them")))
			continue
		}
		list = append(list, it)
	}
	return list, findings
}
