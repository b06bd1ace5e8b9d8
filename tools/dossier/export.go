package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/exchange"
	"dossier/tools/internal/project"
)

const exportLong = `export writes a language's texts as a file for a translation program:

  po      Poedit, Lokalize, Weblate, OmegaT      csv    a spreadsheet
  xliff   XLIFF 1.2: most CAT programs           tmx    a translation memory
  xliff2  XLIFF 2.0: newer ones                  tbx    the glossary

Each text goes with its id, where it stands, the address of its page, its state,
and, if it is outdated, the German that it was translated from and a word diff.
dossier import brings the file home. The format may be left out where the name
after -o says it.`

const exportExample = `  dossier export en --format po -o en.po                 everything
  dossier export en --only outdated,missing -o work.po   what there is to do
  dossier export en --page aufstieg --format xliff       one chapter, on stdout
  dossier export en -o glossary.tbx                      the terms`

type exportFlags struct {
	format, only, page, out string
}

func (a *app) exportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use: "export LANG", Short: "a file for a translation program: PO, XLIFF, TMX, TBX, CSV", Long: exportLong, Example: exportExample,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.export(args[0], f) },
	}
	cmd.Flags().StringVarP(&f.format, "format", "f", "", "po, xliff, xliff2, tmx, tbx or csv")
	cmd.Flags().StringVar(&f.only, "only", "", "states to export, with commas between: missing, outdated, translated, reviewed, obsolete")
	cmd.Flags().StringVar(&f.page, "page", "", "only this page, kind of record, or the words of the interface: aufstieg, figures, site")
	cmd.Flags().StringVarP(&f.out, "output", "o", "", "the file to write (else stdout)")
	return cmd
}

func (a *app) export(tag string, f exportFlags) error {
	format, err := f.theFormat()
	if err != nil {
		return err
	}
	p, findings := project.Load(a.dir)
	if p == nil || findings.HasErrors() {
		a.print(findings)
		return a.verdict(findings)
	}
	lang, err := target(p, tag)
	if err != nil {
		return err
	}
	d, lost := handover(p, lang)
	all := d.Units
	if d.Units, err = f.chosen(p, lang.Tag, d.Units); err != nil {
		return err
	}
	if format == exchange.PO {
		d.Units = withForms(all, d.Units)
	}
	if format == exchange.TBX && len(d.Concepts) == 0 || format != exchange.TBX && len(d.Units) == 0 {
		a.say("there is nothing to export")
		return nil
	}
	data, findings := exchange.Write(d, format)
	if findings.HasErrors() {
		a.print(findings)
		return a.verdict(findings)
	}
	if err := a.put(f.out, data); err != nil {
		return err
	}
	a.say(exported(d, format, f.out))
	if lost > 0 && f.page == "" && f.only == "" && format != exchange.TBX {
		a.say(fmt.Sprintf("left out: %d obsolete translations whose German is not known any more; they stay in the catalogs", lost))
	}
	return nil
}

// theFormat returns the format that was named, or that the file's name says.
func (f exportFlags) theFormat() (exchange.Format, error) {
	name := f.format
	if name == "" {
		name = strings.TrimPrefix(strings.ToLower(filepath.Ext(f.out)), ".")
		if name == "xlf" {
			name = string(exchange.XLIFF1)
		}
	}
	format := exchange.Format(name)
	switch {
	case name == "":
		return "", errors.New("name a format: --format po (or xliff, xliff2, tmx, tbx, csv)")
	case !slices.Contains(exchange.Formats, format):
		return "", fmt.Errorf("no format %q (there are po, xliff, xliff2, tmx, tbx, csv)", name)
	case format == exchange.TBX && (f.only != "" || f.page != ""):
		return "", errors.New("tbx is the whole glossary: --only and --page do not apply")
	}
	return format, nil
}

// stateNames are what --only takes.
var stateNames = []string{string(exchange.Missing), string(exchange.Outdated), string(exchange.Translated), string(exchange.Reviewed), "obsolete"}

// chosen returns the units that the flags ask for.
func (f exportFlags) chosen(p *project.Project, lang string, units []exchange.Unit) ([]exchange.Unit, error) {
	states := strings.FieldsFunc(f.only, func(r rune) bool { return r == ',' || r == ' ' })
	for _, s := range states {
		if !slices.Contains(stateNames, s) {
			return nil, fmt.Errorf("--only: no state %q (there are %s)", s, strings.Join(stateNames, ", "))
		}
	}
	keys := map[string]bool{}
	if f.page != "" {
		var err error
		if keys, err = keysOf(p, lang, f.page); err != nil {
			return nil, err
		}
	}
	var out []exchange.Unit
	for _, u := range units {
		state := string(u.State)
		if u.Obsolete {
			state = "obsolete"
		}
		if (len(states) == 0 || slices.Contains(states, state)) && (f.page == "" || keys[u.ID]) {
			out = append(out, u)
		}
	}
	return out, nil
}

// withForms returns what was chosen and, of a word of which one plural form was
// chosen, the others: a message of a PO file has them all.
func withForms(all, chosen []exchange.Unit) []exchange.Unit {
	ids, words := map[string]bool{}, map[string]bool{}
	for _, u := range chosen {
		ids[u.ID] = true
		if u.Form != "" {
			words[u.Word()] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(u exchange.Unit) bool {
		return !ids[u.ID] && (u.Form == "" || !words[u.Word()])
	})
}

// keysOf returns the ids of the texts of a page, of a kind of record, or of the
// interface.
func keysOf(p *project.Project, lang, page string) (map[string]bool, error) {
	page = strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(page), "content/"), ".md")
	keys, names := map[string]bool{}, map[string]bool{}
	for _, w := range p.Words(lang) {
		names[project.WordsPage] = true
		if page == project.WordsPage {
			keys[w.Key] = true
		}
	}
	for _, t := range p.Translations(lang) {
		names[t.Page] = true
		if t.Page == page {
			keys[t.Key] = true
		}
	}
	if len(keys) == 0 {
		var all []string
		for name := range names {
			all = append(all, name)
		}
		slices.Sort(all)
		return nil, fmt.Errorf("--page: no page %q: %s", page, diag.DidYouMean(page, all, "there are "+strings.Join(all, ", ")))
	}
	return keys, nil
}

// exported says what was written.
func exported(d *exchange.Document, format exchange.Format, out string) string {
	if out == "" {
		out = "stdout"
	}
	if format == exchange.TBX {
		return fmt.Sprintf("exported to %s: the glossary, %d entries", out, len(d.Concepts))
	}
	n := map[exchange.State]int{}
	obsolete := 0
	for _, u := range d.Units {
		if u.Obsolete {
			obsolete++
		} else {
			n[u.State]++
		}
	}
	return fmt.Sprintf("exported to %s: %d translated, %d outdated, %d missing, %d obsolete",
		out, n[exchange.Translated]+n[exchange.Reviewed], n[exchange.Outdated], n[exchange.Missing], obsolete)
}

// put writes a file that may lie anywhere, whole or not at all; or stdout.
func (a *app) put(name string, data []byte) error {
	if name == "" || name == "-" {
		_, err := a.stdout.Write(data)
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), ".dossier-*")
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("-o: there is no folder %s", filepath.Dir(name))
		}
		return a.fail(err)
	}
	_, err = tmp.Write(data)
	err = errors.Join(err, tmp.Chmod(0o644), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), name)
	}
	if err != nil {
		_ = os.Remove(tmp.Name())
		return a.fail(err)
	}
	return nil
}
