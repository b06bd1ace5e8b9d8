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
func pairs(r *readings) diag.List {
	var l diag.List
	from := speechOf(r.Language())
	for n, lang := range r.Targets() {
		to := speechOf(lang)
		terms := glossary(r.Project, lang.Tag, to)
		texts := r.current(n, lang.Tag)
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
			l.Add(heeded(r.Project, lang.Tag, q.key, found[i])...)
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

	from, to markdown.View // as read
}

// current returns the translations into a language, by its tag and its place among
// the targets, that are held to be current.
func (r *readings) current(n int, lang string) []text {
	texts := make([]text, 0, r.units+len(r.fields))
	for _, page := range r.Pages {
		for i := range page.Units {
			u := &page.Units[i]
			if e := r.Entry(lang, u.ID); catalog.StateOf(e, u.Text) == catalog.Current {
				texts = append(texts, text{u.ID, e, u.Text, u.Kind.Inline(), r.account.Texts[page][i].View, r.targets[lang][page][i].View})
			}
		}
	}
	for i := range r.fields {
		f := &r.fields[i]
		if t := &f.targets[n]; t.Text != "" {
			texts = append(texts, text{f.id, r.Entry(lang, f.id), f.Text.Text, false, f.source.View, t.View})
		}
	}
	return texts
}

// markup refuses what a translation must not bring in, in whatever state it is,
// for outdated ones are published too.
func markup(e *catalog.Entry, source, target markdown.View) diag.List {
	thing := target.Unsafe
	if thing == "" || slices.Contains(source.Placeholders, thing) {
		return nil
	}
	return diag.List{diag.Errorf(e.OtherPos, "translation-markup", "the translation of %s holds %s", e.ID, thing).
		WithHint("write it without; raw HTML and scripts are never published")}
}
