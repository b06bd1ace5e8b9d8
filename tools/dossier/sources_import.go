package main

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossier/tools/internal/cite"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/disk"
	"dossier/tools/internal/project"
	"dossier/tools/internal/record"
)

const sourcesImportLong = `import joins the entries of a CSL-JSON, BibTeX or RIS file to the sources of the
dossier. The same DOI, address or id is the same source: what it lacks is filled
in, what you wrote stays as it is, and a difference is told. New ones are written
at the end of content/sources.toml, unseen and of grade D, so that they carry
nothing until you have read them and say so. Importing a file twice changes
nothing.`

const sourcesImportExample = `  dossier sources import library.bib
  dossier sources import export.json --dry-run     what would become of each entry
  dossier sources import notes.ris --to content/quellen.toml --grade C`

type sourcesImportFlags struct {
	format, to, grade string
	dry               bool
}

func (a *app) sourcesImportCommand() *cobra.Command {
	var f sourcesImportFlags
	cmd := &cobra.Command{
		Use: "import FILE", Short: "take sources from CSL-JSON, BibTeX or RIS", Long: sourcesImportLong, Example: sourcesImportExample,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.sourcesImport(cmd.Context(), args[0], f) },
	}
	cmd.Flags().StringVar(&f.format, "format", "", "csl, bibtex or ris (default: by the file's name)")
	cmd.Flags().StringVar(&f.to, "to", "content/sources.toml", "the file for new sources")
	cmd.Flags().StringVar(&f.grade, "grade", "D", "the grade of new sources: A, B, C or D")
	cmd.Flags().BoolVar(&f.dry, "dry-run", false, "write nothing; say what would become of each entry")
	return cmd
}

func (f sourcesImportFlags) check() error {
	switch {
	case f.format != "" && !slices.Contains(cite.Formats, f.format):
		return fmt.Errorf("no format %q; there are csl, bibtex and ris", f.format)
	case !slices.Contains(record.Grades, f.grade):
		return fmt.Errorf("no grade %q; there are %s", f.grade, strings.Join(record.Grades, ", "))
	case path.Ext(f.to) != ".toml" || !strings.HasPrefix(path.Clean(f.to), "content/"):
		return fmt.Errorf("--to names a .toml file in content/, not %q", f.to)
	}
	return nil
}

func (a *app) sourcesImport(ctx context.Context, name string, f sourcesImportFlags) error {
	if err := f.check(); err != nil {
		return err
	}
	items, findings := readReferences(name, f.format)
	a.print(findings)
	if len(items) == 0 {
		a.say("nothing was written")
		return exit(1)
	}
	unlock, err := a.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	p, more := project.Load(a.dir)
	if p == nil || more.HasErrors() {
		a.print(more)
		return a.verdict(more)
	}
	done, files := p.Records.ImportSources(items, p.RecordFiles(), path.Clean(f.to), f.grade)
	for _, d := range done {
		fmt.Fprintln(a.stdout, became(d))
	}
	if !f.dry && len(files) > 0 {
		plan := disk.Plan{Durable: true}
		for file, data := range files {
			plan.Write(file, data)
		}
		if _, err := a.apply(&plan); err != nil {
			return err
		}
	}
	a.say(sumUp(done, f.dry))
	if findings.HasErrors() {
		return exit(1)
	}
	return nil
}

// readReferences reads a file of references.
func readReferences(name, format string) ([]cite.Item, diag.List) {
	data, failed := readFile(name, cite.MaxFile)
	if failed != nil {
		return nil, failed
	}
	if format == "" {
		format = cite.FormatOf(name, data)
	}
	return cite.Read(format, filepath.ToSlash(name), data)
}

// became says in one line what became of an entry.
func became(d record.Imported) string {
	switch {
	case d.New:
		return "new      " + d.ID
	case len(d.Filled) > 0 && len(d.Other) > 0:
		return fmt.Sprintf("filled   %s: %s (says otherwise: %s)", d.ID, strings.Join(d.Filled, ", "), strings.Join(d.Other, ", "))
	case len(d.Filled) > 0:
		return fmt.Sprintf("filled   %s: %s", d.ID, strings.Join(d.Filled, ", "))
	case len(d.Other) > 0:
		return fmt.Sprintf("there    %s, by its %s (says otherwise: %s)", d.ID, d.By, strings.Join(d.Other, ", "))
	}
	return fmt.Sprintf("there    %s, by its %s", d.ID, d.By)
}

func sumUp(done []record.Imported, dry bool) string {
	var fresh, filled int
	for _, d := range done {
		switch {
		case d.New:
			fresh++
		case len(d.Filled) > 0:
			filled++
		}
	}
	s := fmt.Sprintf("%d new, %d filled in, %d as they were", fresh, filled, len(done)-fresh-filled)
	if dry {
		s += "; nothing was written"
	}
	return s
}
