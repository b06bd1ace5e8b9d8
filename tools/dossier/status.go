package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/project"
)

const statusLong = `status counts, for each language and page, how many units are translated,
outdated and missing, and how many German words there are left to translate.
With a language it lists the units that need work; with --diff it shows what
changed in the German of each outdated one, word by word, and its translation.

The class of a change says how much there is to do: markup, link, spelling,
figure (only numbers), small, large, rewritten, split (a part of the text is a
unit of its own now).`

const statusExample = `  dossier status
  dossier status en
  dossier status en --diff           [-old words-]{+new words+}
  dossier status en --diff --json    one JSON object a unit`

func (a *app) statusCommand() *cobra.Command {
	var asJSON, diff bool
	cmd := &cobra.Command{
		Use: "status [LANG]", Short: "per language and page: translated, outdated, missing, words", Long: statusLong,
		Example: statusExample,
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.status(args, asJSON, diff)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a language and page (with --diff: a unit), on stdout")
	cmd.Flags().BoolVar(&diff, "diff", false, "what changed in the German of each outdated unit")
	return cmd
}

func (a *app) status(args []string, asJSON, diff bool) error {
	if diff && len(args) == 0 {
		return errors.New("--diff needs a language: dossier status en --diff")
	}
	p, findings := project.Load(a.dir)
	if p == nil || findings.HasErrors() {
		a.print(findings)
		return a.verdict(findings)
	}
	languages := p.Targets()
	if len(args) == 1 {
		l, err := target(p, args[0])
		if err != nil {
			return err
		}
		languages = []project.Language{l}
	}
	switch {
	case diff && asJSON:
		return a.workJSON(p, args[0])
	case diff:
		a.diff(p, args[0])
		return nil
	case asJSON:
		return a.statusJSON(p, languages)
	}
	a.table(p.Status(languages))
	if len(args) == 1 {
		for _, t := range work(p, languages[0].Tag) {
			fmt.Fprintln(a.stdout, headline(t))
		}
	}
	return nil
}

// target returns a language that the site is translated into.
func target(p *project.Project, tag string) (project.Language, error) {
	l, ok := p.Target(tag)
	if !ok {
		return l, fmt.Errorf("the site has no translation language %q (it has %s)", tag, tags(p.Targets()))
	}
	return l, nil
}

func (a *app) statusJSON(p *project.Project, languages []project.Language) error {
	e := json.NewEncoder(a.stdout)
	for _, r := range p.Status(languages) {
		if err := e.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// work returns what a translator has to look at, in reading order.
func work(p *project.Project, lang string) []project.Translation {
	var out []project.Translation
	for _, t := range everything(p, lang) {
		if t.State == catalog.Missing || t.State == catalog.Outdated || t.State == catalog.Unconfirmed {
			out = append(out, t)
		}
	}
	return out
}

// everything returns all that can be translated into a language; the words of the
// interface come last.
func everything(p *project.Project, lang string) []project.Translation {
	all := p.Translations(lang)
	for _, w := range p.Words(lang) {
		all = append(all, w.Translation())
	}
	return all
}

// headline is one line of a unit: where, in what state, which, and what happened to it.
func headline(t project.Translation) string {
	line := fmt.Sprintf("%s: %s %s (%s)", t.Pos, t.State, t.Key, t.Where)
	if t.Change != catalog.Unchanged {
		line += ": " + string(t.Change)
	}
	return line
}

// diff shows each outdated unit with what changed.
func (a *app) diff(p *project.Project, lang string) {
	shown := 0
	for _, t := range work(p, lang) {
		if t.State != catalog.Outdated {
			continue
		}
		shown++
		fmt.Fprintln(a.stdout, headline(t))
		if d := t.Diff(); d != nil {
			fmt.Fprintf(a.stdout, "  %s: %s\n", p.Language().Tag, a.words(d))
		} else {
			fmt.Fprintf(a.stdout, "  %s: %s\n", p.Language().Tag, t.Source)
		}
		fmt.Fprintf(a.stdout, "  %s: %s\n\n", lang, t.Text)
	}
	if shown == 0 {
		a.say("nothing is outdated")
	}
}

// words writes a word diff as git does, in colour on a terminal.
func (a *app) words(pieces []catalog.Piece) string {
	gone, come, end := "[-", "{+", ""
	if a.color(a.stdout) {
		gone, come, end = "\x1b[31m[-", "\x1b[32m{+", "\x1b[0m"
	}
	var b strings.Builder
	for _, p := range pieces {
		switch p.Op {
		case catalog.Gone:
			b.WriteString(gone + p.Text + "-]" + end)
		case catalog.Come:
			b.WriteString(come + p.Text + "+}" + end)
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// unitJSON is a unit as status --diff --json tells it.
type unitJSON struct {
	Language    string          `json:"language"`
	Page        string          `json:"page"`
	ID          string          `json:"id"`
	State       catalog.State   `json:"state"`
	Change      catalog.Change  `json:"change,omitempty"`
	Where       string          `json:"where"`
	URL         string          `json:"url,omitempty"`
	File        string          `json:"file"`
	Line        int             `json:"line,omitempty"`
	Source      string          `json:"source"`
	Previous    string          `json:"previous,omitempty"`
	Translation string          `json:"translation,omitempty"`
	Diff        []catalog.Piece `json:"diff,omitempty"`
}

func (a *app) workJSON(p *project.Project, lang string) error {
	e := json.NewEncoder(a.stdout)
	e.SetEscapeHTML(false)
	for _, t := range work(p, lang) {
		err := e.Encode(unitJSON{
			lang, t.Page, t.Key, t.State, t.Change, t.Where, t.URL, t.Pos.File, t.Pos.Line,
			t.Source, t.Previous, t.Text, t.Diff(),
		})
		if err != nil {
			return err
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
