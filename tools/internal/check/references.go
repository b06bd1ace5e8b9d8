package check

import (
	"bytes"
	"slices"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/markdown"
	"dossier/tools/internal/project"
)

// kinds are the schemes of links to records.
var kinds = []kind{
	{"fig", "figure"}, {"src", "source"}, {"event", "event"}, {"term", "term"},
}

type kind struct{ scheme, noun string }

// slips are schemes that a person may write for ours.
var slips = map[string]string{
	"figure": "fig", "figur": "fig", "zahl": "fig", "source": "src", "quelle": "src", "ereignis": "event", "begriff": "term", "glossary": "term",
}

// index holds the ids of each kind of record.
type index map[string]map[string]bool

func indexOf(p *project.Project) index {
	return index{"fig": ids(p.Records.Figures), "src": ids(p.Records.Sources), "event": ids(p.Records.Events), "term": ids(p.Records.Terms)}
}

// identified is a record.
type identified interface{ RecordID() string }

func ids[T identified](records []T) map[string]bool {
	m := make(map[string]bool, len(records))
	for _, r := range records {
		m[r.RecordID()] = true
	}
	return m
}

// references finds links in the German that lead to no record.
func references(p *project.Project) diag.List {
	var l diag.List
	known := indexOf(p)
	for _, page := range p.Pages {
		for _, u := range page.Units {
			at := u.Offset
			for _, r := range u.Refs {
				target := r.Scheme + ":" + r.ID
				if i := bytes.Index(page.Doc.Source[at:], []byte(target)); i >= 0 && r.Scheme != "" {
					at += i
				}
				l.Add(known.problems(r, page.Doc.Pos(at))...)
				at = min(at+1, len(page.Doc.Source))
			}
		}
	}
	return l
}

// problems says what is wrong with one link; pos is that of its target.
func (known index) problems(r markdown.Ref, pos diag.Pos) diag.List {
	if meant, slip := slips[r.Scheme]; slip {
		return diag.List{diag.Errorf(pos, "link-scheme", "links of the kind %q lead nowhere", r.Scheme+":").
			WithHint("did you mean %s:%s?", meant, r.ID)}
	}
	i := slices.IndexFunc(kinds, func(k kind) bool { return k.scheme == r.Scheme })
	if i < 0 {
		return nil
	}
	k := kinds[i]
	if !known[k.scheme][r.ID] {
		return diag.List{diag.Errorf(pos, k.noun+"-unknown", "no %s %q", k.noun, r.ID).
			WithHint("%s", diag.DidYouMean(r.ID, keysOf(known[k.scheme]), "records stand in content/*.toml as [["+k.noun+"]]"))}
	}
	if r.Text == "" && (k.scheme == "event" || k.scheme == "term") {
		return diag.List{diag.Errorf(pos, "link-text", "the link to the %s %q has no words", k.noun, r.ID).
			WithHint("write [words](%s:%s)", k.scheme, r.ID)}
	}
	return nil
}

func keysOf(m map[string]bool) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
