package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
)

// termRule is an entry of the glossary as one language renders it.
type termRule struct {
	id        string
	source    []string // the words of the term
	target    []string // of its rendering; none if there is none yet
	rendering string
	forbidden [][]string
}

type glossaryRules struct{ rules []termRule }

// glossary prepares the terms for one language.
func glossary(p *project.Project, lang string, to *speech) glossaryRules {
	var g glossaryRules
	for _, t := range p.Records.Terms {
		r := termRule{id: t.ID, source: wordsOf(t.Term)}
		if text, state := p.PublishedField(lang, "terms", t.ID+".term", t.Term); state == catalog.Current {
			r.target, r.rendering = wordsOf(text), text
		}
		for _, tag := range []string{lang, to.base} {
			for _, f := range t.Forbidden[tag] {
				r.forbidden = append(r.forbidden, wordsOf(f))
			}
			if tag == to.base && lang == to.base {
				break
			}
		}
		g.rules = append(g.rules, r)
	}
	return g
}

func wordsOf(s string) []string {
	var words []string
	for _, t := range tokens(s) {
		words = append(words, t.folded)
	}
	return words
}

// check finds forbidden renderings where the source has the term, and linked
// terms that are not rendered as the glossary has them. Where the author did not
// use the term's own words, a translator need not either.
func (g glossaryRules) check(p *pair) diag.List {
	if strings.HasPrefix(p.key, "terms/") {
		return nil // the entry itself, which explains the word
	}
	var l diag.List
	from, to := p.fromWords, p.toWords
	for i := range g.rules {
		r := &g.rules[i]
		if _, used := find(from, r.source); !used && !p.links(r.id) {
			continue
		}
		l.Add(r.avoided(p, to)...)
	}
	for _, ref := range p.to.Refs {
		for i := range g.rules {
			if r := &g.rules[i]; ref.Scheme == "term" && ref.ID == r.id {
				l.Add(r.rendered(p, p.sourceWords(r.id), p.to.Words(ref))...)
			}
		}
	}
	return l
}

func (p *pair) links(term string) bool {
	for _, ref := range p.from.Refs {
		if ref.Scheme == "term" && ref.ID == term {
			return true
		}
	}
	return false
}

// sourceWords returns the source's words for a term that is linked there.
func (p *pair) sourceWords(term string) string {
	for _, ref := range p.from.Refs {
		if s := p.from.Words(ref); ref.Scheme == "term" && ref.ID == term {
			return p.from.Text[s.Start:s.End]
		}
	}
	return ""
}

// avoided finds forbidden renderings, but where the right one stands, which may
// be another form of the same words.
func (r *termRule) avoided(p *pair, to []token) diag.List {
	var l diag.List
	for _, f := range r.forbidden {
		for from := 0; from < len(to); {
			at, bad := find(to[from:], f)
			if !bad {
				break
			}
			at += from
			from = at + 1
			if r.right(to, at, len(f)) {
				continue
			}
			finding := p.warn(to[at].start, "translation-term-forbidden", "the glossary forbids %q for the term %q", strings.Join(f, " "), r.id)
			if r.rendering != "" {
				finding = finding.WithHint("write %q", r.rendering)
			}
			l.Add(finding)
		}
	}
	return l
}

// right reports whether the right rendering covers the n words at a place, with
// letters for letters but for a plural or a genitive.
func (r *termRule) right(to []token, at, n int) bool {
	if len(r.target) == 0 {
		return false
	}
	for i := max(0, at-len(r.target)+1); i < at+n && i+len(r.target) <= len(to); i++ {
		same := i <= at && i+len(r.target) >= at+n
		for k, w := range r.target {
			have := to[i+k].folded
			same = same && (have == w || strings.TrimRight(have, "s’'") == w)
		}
		if same {
			return true
		}
	}
	return false
}

// rendered holds the words of a link to a term against the glossary.
func (r *termRule) rendered(p *pair, source string, words span) diag.List {
	if len(r.target) == 0 {
		return nil
	}
	if _, own := find(tokens(source), r.source); !own {
		return nil
	}
	if _, ok := find(tokens(p.to.Text[words.Start:words.End]), r.target); ok {
		return nil
	}
	return diag.List{p.warn(words.Start, "translation-term", "%q is not the glossary's word for the term %q", p.to.Text[words.Start:words.End], r.id).
		WithHint("write %q, or change the glossary", r.rendering)}
}

// find returns the index of the first token of a run that has the words, in
// whatever inflection.
func find(text []token, words []string) (int, bool) {
	if len(words) == 0 {
		return 0, false
	}
	for i := 0; i+len(words) <= len(text); i++ {
		n := 0
		for n < len(words) && inflected(text[i+n].folded, words[n]) {
			n++
		}
		if n == len(words) {
			return i, true
		}
	}
	return 0, false
}

// inflected reports whether two folded words are forms of one, in German or
// English: they share their beginning, and what follows in each is an ending.
// Folding takes care of vowel changes (Kran, Kräne).
func inflected(a, b string) bool {
	if a == b {
		return true
	}
	if a == "" || b == "" || a[0] != b[0] {
		return false
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 3 && ending(a[n:]) && ending(b[n:])
}

// endings are those that German and English inflect nouns, adjectives and verbs
// with.
var endings = strings.Fields("e en er es em n s ns nen ern se sen ’s 's ed d ing ies y ied t te ten st")

func ending(s string) bool { return s == "" || slices.Contains(endings, s) }

var umlauts = strings.NewReplacer("ä", "a", "ö", "o", "ü", "u", "ß", "ss")

// fold writes a word in lower case, without umlauts.
func fold(s string) string {
	s = strings.ToLower(s)
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return umlauts.Replace(s)
		}
	}
	return s
}
