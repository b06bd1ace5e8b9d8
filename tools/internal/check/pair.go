package check

import (
	"slices"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/cores"
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
	text
	sourceLang, targetLang *speech
	foreign                map[string]bool // little words of the source's language that the target's has not
	from, to               markdown.View
	fromWords, toWords     []token
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
func newPair(from, to *speech, t text) *pair {
	p := &pair{text: t, sourceLang: from, targetLang: to}
	if t.inline {
		p.from, p.to = markdown.ViewOf(t.source), markdown.ViewOf(t.entry.Other)
	} else {
		p.from, p.to = markdown.PlainView(t.source), markdown.PlainView(t.entry.Other)
	}
	p.fromWords, p.toWords = tokens(p.from.Text), tokens(p.to.Text)
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
		texts := currentTexts(p, lang.Tag)
		found, seen := make([]diag.List, len(texts)), make([]*pair, len(texts))
		foreign := to.foreignTo(from)
		cores.Each(len(texts), func(i int) {
			q := newPair(from, to, texts[i])
			q.foreign = foreign
			for _, rule := range pairRules {
				found[i].Add(rule(q)...)
			}
			found[i].Add(terms.check(q)...)
			seen[i] = q
		})
		alike := sameSource{}
		for i, q := range seen {
			found[i].Add(alike.check(q)...)
			l.Add(heeded(p, lang.Tag, q.key, found[i])...)
		}
	}
	return l
}

// text is a translation with its source, as written.
type text struct {
	key    string // the unit's id, or KIND/FIELD of a record
	entry  *catalog.Entry
	source string
	inline bool // Markdown, not a plain text
}

// currentTexts returns the translations that are held to be current.
func currentTexts(p *project.Project, lang string) []text {
	var texts []text
	add := func(key, source string, inline bool) {
		if e := p.Entry(lang, key); catalog.StateOf(e, source) == catalog.Current {
			texts = append(texts, text{key, e, source, inline})
		}
	}
	for _, page := range p.Pages {
		for _, u := range page.Units {
			add(u.ID, u.Text, u.Kind.Inline())
		}
	}
	for _, t := range p.Texts {
		for _, f := range t.Fields {
			add(t.Kind+"/"+project.FieldID(f), f.Text, false)
		}
	}
	return texts
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
