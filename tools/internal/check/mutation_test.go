package check

import (
	"regexp"
	"strings"
	"testing"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
	"dossier/tools/internal/prose"
)

// A mutation plants one fault into an English text.
type mutation struct {
	name string
	find *regexp.Regexp
	with func(found string) string
}

func replaced(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }

var mutations = []mutation{
	{"a magnitude", regexp.MustCompile(`\b(million|billion|trillion)\b`), func(s string) string {
		return map[string]string{"million": "billion", "billion": "million", "trillion": "billion"}[s]
	}},
	{"a digit", regexp.MustCompile(`[1-9](?:[0-9,.]*[0-9])? (?:million|billion|per cent|hours|minutes|apps)`), func(s string) string {
		return string(rune('1'+(s[0]-'0')%9)) + s[1:]
	}},
	{"a year", regexp.MustCompile(`\b20[012][0-9]\b`), func(s string) string { return s[:3] + string(rune('0'+(s[3]-'0'+1)%10)) }},
	{"a month", regexp.MustCompile(`\b(January|February|April|June|July|August|September|October|November|December)\b`), replaced(
		"January", "February", "February", "January", "April", "June", "June", "July", "July", "June", "August", "September", "September", "August", "October", "November", "November", "October", "December", "November")},
	{"a day", regexp.MustCompile(`\b[1-9][0-9]? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b`), func(s string) string {
		return string(rune('1'+(s[0]-'0')%2)) + s[1:]
	}},
	{"an approximator", regexp.MustCompile(`\b(more than|at least|just under|around|about|nearly|just over|over) (?:[$€]?[0-9]|a billion|one billion)`), func(s string) string {
		return s[strings.LastIndexByte(strings.TrimSuffix(strings.TrimSuffix(s, " billion"), "a billion"), ' ')+1:]
	}},
	{"a currency", regexp.MustCompile(`\$[0-9]|€[0-9]`), replaced("$", "€", "€", "£")},
	{"a part", regexp.MustCompile(`\b(early|late) (?:January|February|March|April|May|June|July|August|September|October|November|December|20)`), replaced("early", "late", "late", "early")},
	{"percentage points", regexp.MustCompile(`[0-9] per cent\b`), replaced("per cent", "percentage points")},
}

// TestMutations plants faults into the English of this repository's dossier, one
// at a time and wherever there is place for one, and holds that each is found.
func TestMutations(t *testing.T) {
	p, findings := project.Load("../../..")
	if p == nil {
		t.Fatal(findings)
	}
	lang, ok := p.Target("en")
	if !ok {
		t.Fatal("the dossier has no English to plant faults in")
	}
	planted, missed := map[string]int{}, map[string]int{}
	for _, page := range p.Pages {
		for _, u := range page.Units {
			e := p.Entry(lang.Tag, u.ID)
			if !u.Kind.Inline() || catalog.StateOf(e, u.Text) != catalog.Current {
				continue
			}
			source := prose.Read(u.Text, p.LocaleTag(p.Language().Tag), true, page.Stamp())
			for _, m := range mutations {
				for _, at := range m.find.FindAllStringIndex(e.Other, -1) {
					found := e.Other[at[0]:at[1]]
					text := e.Other[:at[0]] + m.with(found) + e.Other[at[1]:]
					if text == e.Other || insideAddress(e.Other, at[0]) {
						continue
					}
					planted[m.name]++
					if !detected(p, &source, text, lang, page) {
						missed[m.name]++
						t.Logf("%s in %s not found: …%s…", m.name, u.ID, text[max(0, at[0]-60):min(len(text), at[1]+60)])
					}
				}
			}
		}
	}
	for _, m := range mutations {
		if n := planted[m.name]; n > 0 {
			t.Logf("%-18s %d of %d found", m.name, n-missed[m.name], n)
		}
		if missed[m.name]*50 > planted[m.name] {
			t.Errorf("%s: %d of %d not found", m.name, missed[m.name], planted[m.name])
		}
	}
}

// insideAddress reports whether an offset lies in the round brackets of a link.
func insideAddress(text string, at int) bool {
	return strings.LastIndex(text[:at], "](") > strings.LastIndexByte(text[:at], ')')
}

func detected(p *project.Project, source *prose.Text, text string, lang project.Language, page *project.Page) bool {
	r := &numbering{readings: &readings{Project: p}}
	t := prose.Read(text, lang.Locale.Tag(), true, page.Stamp())
	r.text(&t, func(int) (pos diag.Pos) { return pos }, lang)
	return len(r.found) > 0 || len(prose.Compare(source, &t, r.dated(source), r.dated(&t))) > 0 || len(notation(&t, func(int) (pos diag.Pos) { return pos })) > 0
}
