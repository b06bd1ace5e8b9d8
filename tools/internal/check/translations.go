package check

import (
	"fmt"
	"slices"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/cores"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
)

// translations holds every translation against its German: links to records
// exist, and a current one has the same links and placeholders.
func translations(r *readings) diag.List {
	var l diag.List
	known := indexOf(r.Project)
	for _, lang := range r.Targets() {
		for _, page := range r.Pages {
			found, ignorable := make([]diag.List, len(page.Units)), make([]diag.List, len(page.Units))
			cores.Each(len(page.Units), func(i int) {
				u := &page.Units[i]
				e := r.Entry(lang.Tag, u.ID)
				state := catalog.StateOf(e, u.Text)
				if !u.Kind.Inline() || state == catalog.Missing {
					return
				}
				source, target := r.account.Texts[page][i].View, r.targets[lang.Tag][page][i].View
				found[i] = append(known.inTranslation(e, target.Refs), markup(e, source, target)...)
				if state == catalog.Current {
					ignorable[i] = placeholders(e, source, target, u.Text, r.Language().Tag, lang.Tag)
				}
			})
			for i, u := range page.Units {
				l.Add(found[i]...)
				l.Add(heeded(r.Project, lang.Tag, u.ID, ignorable[i])...)
			}
		}
	}
	return l
}

func (known index) inTranslation(e *catalog.Entry, refs []markdown.Ref) diag.List {
	var l diag.List
	for _, r := range refs {
		l.Add(known.problems(r, inside(e, r.DestStart))...)
	}
	return l
}

// placeholders compares what must survive translation, whatever its order.
func placeholders(e *catalog.Entry, source, target markdown.View, german, from, to string) diag.List {
	lost, added := markdown.Between(source.Placeholders, target.Placeholders)
	lost, added = markdown.Localized(lost, added, from, to)
	var l diag.List
	for _, s := range lost {
		f := diag.Errorf(e.OtherPos, code(s), "the translation of %s lost %s", e.ID, s)
		if len(added) > 0 {
			f = f.WithHint("it has %s instead", strings.Join(added, ", "))
		} else {
			f = f.WithHint("the German reads: %s", excerpt(german))
		}
		l.Add(f)
	}
	if len(lost) == 0 {
		for _, s := range added {
			l.Add(diag.Errorf(e.OtherPos, code(s), "the translation of %s has %s, the German has not", e.ID, s).
				WithHint("the German reads: %s", excerpt(german)))
		}
	}
	return l
}

func code(placeholder string) string {
	scheme, _, _ := strings.Cut(placeholder, ":")
	if slices.ContainsFunc(kinds, func(k kind) bool { return k.scheme == scheme }) {
		return "translation-link"
	}
	return "translation-placeholder"
}

// inside returns the place of a byte of a translation.
func inside(e *catalog.Entry, offset int) diag.Pos {
	pos := e.OtherPos
	if e.Literal && !strings.Contains(e.Other[:offset], "\n") {
		pos.Col += offset
	}
	return pos
}

func excerpt(s string) string { return diag.Clip(s, 80) }

// completeness counts, per page and language, what is missing and outdated.
func completeness(p *project.Project) diag.List {
	var l diag.List
	for _, row := range p.Status(p.Targets()) {
		required := slices.Contains(p.Config.Settings.Require, row.Language)
		pos := diag.Pos{File: row.Catalog}
		total := row.Translated + row.Outdated + row.Missing
		if row.Missing > 0 {
			l.Add(severity(required, pos, "translation-missing", "%d of %d texts have no translation into %q", row.Missing, total, row.Language))
		}
		if row.Outdated > 0 {
			l.Add(severity(required, pos, "translation-outdated", "%d of %d translations into %q are of an earlier German text", row.Outdated, total, row.Language))
		}
	}
	if behind := p.Behind(); len(behind) > 0 {
		l.Add(diag.Warnf(diag.Pos{File: behind[0]}, "catalog-behind", "%s", others(len(behind)-1)).WithHint("run dossier sync"))
	}
	return l
}

func others(n int) string {
	switch n {
	case 0:
		return "is behind the German"
	case 1:
		return "and one more catalog are behind the German"
	}
	return fmt.Sprintf("and %d more catalogs are behind the German", n)
}

func severity(required bool, pos diag.Pos, code, format string, args ...any) diag.Finding {
	if required {
		return diag.Errorf(pos, code, format, args...).WithHint("params.dossier.require in config.toml asks for this language to be complete")
	}
	return diag.Warnf(pos, code, format, args...).WithHint("dossier status %s lists them", args[len(args)-1])
}
