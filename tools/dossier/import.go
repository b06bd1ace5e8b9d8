package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/exchange"
	"dossier/tools/internal/project"
)

const importLong = `import brings a file from a translation program home: PO, XLIFF, TMX, TBX or CSV,
as dossier export wrote it and the program saved it.

Texts find their place by their id. A translation of a German text that has
changed since is taken as outdated, with the German that the translator saw. One
that was changed here meanwhile is a conflict: both are shown and the one here
stays, unless you say --prefer-file; then the one here becomes a comment. A
translation that lost a link, code or shortcode is refused with its place.
Everything else is taken all the same, in one step; importing a file twice
changes nothing. Exit status 1 if something was refused.`

const importExample = `  dossier import en.po
  dossier import en.po --dry-run         what would be taken and refused
  dossier import memory.tmx --lang en    a file with several languages`

type importFlags struct {
	lang        string
	dry, prefer bool
}

func (a *app) importCommand() *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use: "import FILE", Short: "bring a returned PO, XLIFF, TMX, TBX or CSV home", Long: importLong, Example: importExample,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.importFile(cmd.Context(), args[0], f) },
	}
	cmd.Flags().StringVar(&f.lang, "lang", "", "the language to import, where the file does not say or has several")
	cmd.Flags().BoolVar(&f.dry, "dry-run", false, "write nothing; say what would be taken and refused")
	cmd.Flags().BoolVar(&f.prefer, "prefer-file", false, "in a conflict take the file's translation; the one here becomes a comment")
	return cmd
}

func (a *app) importFile(ctx context.Context, name string, f importFlags) error {
	returned, findings := readReturned(name, f.lang)
	if returned == nil || findings.HasErrors() && (returned.Target == "" || len(returned.Units)+len(returned.Concepts) == 0) {
		a.print(findings)
		return a.verdict(findings)
	}
	if f.dry {
		return a.importDry(returned, findings, f)
	}
	var outcome exchange.Outcome
	err := a.change(ctx, func(p *project.Project) (diag.List, error) {
		lang, refused := languageOf(p, returned)
		if refused.HasErrors() {
			return append(findings, refused...), nil
		}
		home, _ := handover(p, lang)
		outcome = exchange.Merge(home, returned, f.prefer)
		by := catalog.Provenance{How: byImport, By: cmp.Or(returned.Translator, whoami(ctx, a.dir)), On: today()}
		return nil, take(p, lang.Tag, home, outcome.Taken, by)
	})
	if err != nil {
		return err
	}
	return a.imported(outcome, findings, "took")
}

func (a *app) importDry(returned *exchange.Document, findings diag.List, f importFlags) error {
	p, more := project.Load(a.dir)
	if p == nil || more.HasErrors() {
		a.print(more)
		return a.verdict(more)
	}
	lang, refused := languageOf(p, returned)
	if findings.Add(refused...); refused.HasErrors() {
		a.print(findings)
		return a.verdict(findings)
	}
	home, _ := handover(p, lang)
	return a.imported(exchange.Merge(home, returned, f.prefer), findings, "would take")
}

// readReturned reads a file, but no more of it than can be a translation.
func readReturned(name, lang string) (*exchange.Document, diag.List) {
	data, failed := readFile(name, exchange.MaxSize)
	if failed != nil {
		return nil, failed
	}
	d, findings := exchange.Read(filepath.ToSlash(name), data, lang)
	if d != nil && lang != "" {
		d.Target = lang
	}
	return d, findings
}

// languageOf finds the dossier's language for a file and refuses a file that was
// translated from another one.
func languageOf(p *project.Project, d *exchange.Document) (project.Language, diag.List) {
	var l diag.List
	pos := diag.Pos{File: d.File}
	lang, ok := spoken(p, d.Target)
	if !ok {
		l.Add(diag.Errorf(pos, "import-language", "is a translation into %q, which the site has not", d.Target).
			WithHint("it has %s; name the right one with --lang", tags(p.Targets())))
	}
	if source := p.Language(); d.Source != "" && !strings.EqualFold(before(d.Source), before(source.Tag)) {
		l.Add(diag.Errorf(pos, "import-language", "is translated from %q, the dossier is written in %q", d.Source, source.Tag).
			WithHint("it is the file of another dossier, or the program wrote its own default: then correct that line"))
	}
	d.Units = append(d.Units, d.TermUnits()...)
	return lang, l
}

// take puts what was taken into the catalogs of the loaded project.
func take(p *project.Project, lang string, home *exchange.Document, taken []exchange.Taken, by catalog.Provenance) error {
	comments := map[string][]string{}
	for _, u := range home.Units {
		comments[u.ID] = u.Comments
	}
	for _, t := range taken {
		all := slices.Concat(comments[t.ID], t.Comments)
		if t.Replaces != "" {
			all = append(all, "until the import: "+strings.ReplaceAll(t.Replaces, "\n", " "))
		}
		if strings.HasPrefix(t.ID, project.WordsPage+"/") {
			if err := p.TakeWord(lang, project.Returned{Key: t.ID, Text: t.Text, Source: t.Source, Draft: t.Source == "" && t.Text != "", Comments: all}); err != nil {
				return err
			}
			continue
		}
		if t.Text == "" {
			p.Comment(lang, t.ID, all)
			continue
		}
		by.Reviewed = t.Reviewed
		r := project.Returned{Key: t.ID, Text: t.Text, Source: t.Source, Draft: t.Source == "", Comments: all, Provenance: by}
		if err := p.Take(lang, r); err != nil {
			return err
		}
	}
	return nil
}

// imported says what became of a file.
func (a *app) imported(o exchange.Outcome, findings diag.List, did string) error {
	findings.Add(o.Findings...)
	a.print(findings)
	for _, t := range o.Taken {
		what := ""
		if t.Text == "" {
			what = " (comments)"
		}
		fmt.Fprintf(a.stdout, "%s %s%s\n", did, t.ID, what)
	}
	line := fmt.Sprintf("%s %d: %d current, %d outdated, %d with comments only; unchanged %d", did, len(o.Taken), o.Confirmed, o.Late+o.Drafts, o.Commented, o.Same)
	if o.BySource > 0 {
		line += fmt.Sprintf("; %d found by their German, for want of an id", o.BySource)
	}
	if n := findings.Count(diag.Error); n > 0 {
		line += fmt.Sprintf("; refused %d", n)
	}
	a.say(line)
	if findings.HasErrors() {
		return exit(1)
	}
	return nil
}
