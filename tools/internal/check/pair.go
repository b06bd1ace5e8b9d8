package check

import (
	"slices"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/locale"
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
)

// pair is a translation that is held to be current, beside its source: what the
// rules about language look at. Rules are quiet where they cannot be sure: a
// finding that is wrong once in ten times is read by nobody
// (the checks of other tools flag half of all German paragraphs).
type pair struct {
	key    string // the unit's id, or KIND/FIELD of a record
	entry  *catalog.Entry
	source string // as written
	inline bool   // Markdown, not a plain text

	sourceLang, targetLang *speech
	from, to               markdown.View
}

// speech is what the rules know of a language.
type speech struct {
	tag    string // of the site: "en"
	base   string // without region: "en"
	locale *locale.Locale
	common map[string]bool // its most frequent little words
}

func speechOf(l project.Language) *speech {
	base := baseLanguage(l.Tag)
	return &speech{tag: l.Tag, base: base, locale: l.Locale, common: littleWords(base)}
}

// newPair looks at both texts as a reader sees them.
func newPair(from, to *speech, key, source string, e *catalog.Entry, inline bool) *pair {
	p := &pair{key: key, entry: e, source: source, inline: inline, sourceLang: from, targetLang: to}
	if inline {
		p.from, p.to = markdown.ViewOf(source), markdown.ViewOf(e.Other)
	} else {
		p.from, p.to = markdown.PlainView(source), markdown.PlainView(e.Other)
	}
	return p
}

// warn makes a finding at a byte of what a reader of the translation sees.
func (p *pair) warn(seen int, code, format string, args ...any) diag.Finding {
	return diag.Warnf(inside(p.entry, p.to.Written(seen)), code, format, args...)
}

// pairRules look at one pair each.
var pairRules = []func(*pair) diag.List{
	unchanged, doubled, leftover, length, quotes, shape,
}

// pairs applies the rules about language to every current translation.
func pairs(p *project.Project) diag.List {
	var l diag.List
	from := speechOf(p.Language())
	for _, lang := range p.Targets() {
		to := speechOf(lang)
		terms := glossary(p, lang.Tag, to)
		alike := sameSource{}
		visit := func(key, source string, inline bool) {
			e := p.Entry(lang.Tag, key)
			if catalog.StateOf(e, source) != catalog.Current {
				return
			}
			q := newPair(from, to, key, source, e, inline)
			var found diag.List
			for _, rule := range pairRules {
				found.Add(rule(q)...)
			}
			found.Add(terms.check(q)...)
			found.Add(alike.check(q)...)
			l.Add(heeded(p, lang.Tag, key, found)...)
		}
		for _, page := range p.Pages {
			for _, u := range page.Units {
				visit(u.ID, u.Text, u.Kind.Inline())
			}
		}
		for _, t := range p.Texts {
			for _, f := range t.Fields {
				visit(t.Kind+"/"+project.FieldID(f), f.Text, false)
			}
		}
	}
	return l
}

// markup refuses what a translation must not bring in, in whatever state it is,
// for outdated ones are published too.
func markup(e *catalog.Entry, source string) diag.List {
	thing, bad := markdown.Unsafe(e.Other)
	if !bad || slices.Contains(markdown.Placeholders(source), thing) {
		return nil
	}
	return diag.List{diag.Errorf(e.OtherPos, "translation-markup", "the translation of %s holds %s", e.ID, thing).
		WithHint("write it without; raw HTML and scripts are never published")}
}
