package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gohugoio/go-i18n/v2/i18n"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"dossier/tools/internal/locale"
)

// minutes is a word in all its forms, in a document into a language. said are the
// translations of some.
func minutes(target string, state State, said map[string]string) *Document {
	d := &Document{Name: "Häfen", Source: "de", Target: target, Date: time.Unix(1700000000, 0)}
	rules, _ := locale.PluralRulesOf(target)
	for _, c := range rules.Categories() {
		u := Unit{ID: "site/minutes." + c, File: "i18n/site.toml", Context: "Oberfläche · Chapter", Form: c, Source: "{{ .Count }} Minuten", Target: said[c], State: state}
		if c == "one" {
			u.Source = "{{ .Count }} Minute"
		}
		for _, n := range locale.Counts() {
			if rules.Of(n) == c {
				u.Numbers = fmt.Sprint(n, " …")
				break
			}
		}
		u.Base = Fingerprint(u.State, u.Target)
		d.Units = append(d.Units, u)
	}
	d.Normalize()
	return d
}

func TestPluralMessage(t *testing.T) {
	data, findings := Write(minutes("pl", Translated, map[string]string{"one": "{{ .Count }} minuta", "few": "{{ .Count }} minuty"}), PO)
	want := `
#. place: Oberfläche · Chapter
#. forms: one 1 … | few 2 … | many 0 …
#. base: t-8644fc90 t-70618e99 t-e3b0c442
#: i18n/site.toml
msgctxt "site/minutes"
msgid "{{ .Count }} Minute"
msgid_plural "{{ .Count }} Minuten"
msgstr[0] "{{ .Count }} minuta"
msgstr[1] "{{ .Count }} minuty"
msgstr[2] ""
`
	if _, got, _ := strings.Cut(string(data), "X-Generator: dossier\\n\"\n"); got != want || len(findings) > 0 {
		t.Errorf("%v\n%s", findings, got)
	}
}

// pluralFile is a PO of one message that another program wrote.
func pluralFile(lang, header, body string) string {
	if header != "" {
		header = "\"Plural-Forms: " + header + "\\n\"\n"
	}
	return "msgid \"\"\nmsgstr \"\"\n\"Language: " + lang + "\\n\"\n\"X-Source-Language: de\\n\"\n" + header +
		"\nmsgctxt \"site/m\"\nmsgid \"a\"\n" + body
}

// forms are the lines of a message with plural forms.
func forms(texts ...string) string {
	b := "msgid_plural \"b\"\n"
	for i, text := range texts {
		b += fmt.Sprintf("msgstr[%d] %q\n", i, text)
	}
	return b
}

// pluralFiles are what programs write, and what goes wrong.
var pluralFiles = []struct{ name, lang, header, body, want string }{
	{"ours", "pl", "nplurals=3; plural=(n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2);", forms("x", "y", "z"),
		"one a → x\nfew b → y\nmany b → z"},
	{"as gettext's own table has it", "pl", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);", forms("x", "y", "z"),
		"one a → x\nfew b → y\nmany b → z"},
	{"as Transifex has it, with a form for fractions", "pl", "nplurals=4; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) && (n%100<12 || n%100>14) ? 1 : n!=1 && (n%10>=0 && n%10<=1) || (n%10>=5 && n%10<=9) || (n%100>=12 && n%100<=14) ? 2 : 3);",
		forms("x", "y", "z", "f"), "one a → x\nfew b → y\nmany b → z\nother b → f"},
	{"in another order", "pl", "nplurals=3; plural=(n == 1 ? 2 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 0);", forms("z", "y", "x"),
		"one a → x\nfew b → y\nmany b → z"},
	{"French as everybody has it: no form for millions", "fr", "nplurals=2; plural=(n > 1);", forms("x", "y"), "one a → x\nmany b → y\nother b → y"},
	{"no word of how it counts, but as gettext does", "en", "", forms("x", "y"), "one a → x\nother b → y"},
	{"over several lines", "en", "nplurals=2; \"\n\"plural=(n != 1);", forms("x", "y"), "one a → x\nother b → y"},
	{"no word of how it counts, and otherwise", "hy", "", forms("x", "y"), "a.po:6:1: error[exchange-plural]: msgstr[0] and msgstr[1] of site/m are both for the form \"one\" of hy"},
	{"one form too few", "pl", "nplurals=3; plural=(n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2);", forms("x", "y"),
		"a.po:7:1: error[exchange-plural]: site/m has 2 plural forms, the file counts 3"},
	{"one form too many", "en", "nplurals=2; plural=(n != 1);", forms("x", "y", "z"), "a.po:7:1: error[exchange-plural]: site/m has 3 plural forms, the file counts 2"},
	{"another language's counting, where all but 0 agrees", "en", "nplurals=2; plural=(n > 1);", forms("x", "y"),
		"one a → x\nother b → y\na.po:1:1: warning[exchange-plural]: Plural-Forms gives 0 another form than en has"},
	{"Irish as gettext's own table has it", "ga", "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4);", forms("1", "2", "3", "7", "11"),
		"one a → 1\ntwo b → 2\nfew b → 3\nmany b → 7\nother b → 11\na.po:1:1: warning[exchange-plural]: Plural-Forms gives 0 another form than ga has"},
	{"Latvian as gettext's own table has it: its forms are other ones", "lv", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);", forms("x", "y", "z"),
		"a.po:7:1: error[exchange-plural]: msgstr[1] and msgstr[2] of site/m are both for the form \"zero\" of lv"},
	{"an expression that is none", "en", "nplurals=2; plural=n isnt 1;", forms("x", "y"), "a.po:1:1: error[exchange-plural]: Plural-Forms cannot be read from \"isnt 1\" on"},
	{"an expression that divides by zero", "en", "nplurals=2; plural=n / 0;", forms("x", "y"), "a.po:1:1: error[exchange-plural]: Plural-Forms has no form for 0"},
	{"an expression beyond its forms", "en", "nplurals=2; plural=n;", forms("x", "y"), "a.po:1:1: error[exchange-plural]: Plural-Forms has no form for 2"},
	{"template's header", "en", "nplurals=INTEGER; plural=EXPRESSION;", forms("x", "y"), "a.po:1:1: error[exchange-plural]: Plural-Forms is not of the form \"nplurals=2; plural=n != 1;\""},
	{"a language that nobody counts in", "tlh", "nplurals=2; plural=(n != 1);", forms("x", "y"), "a.po:7:1: error[exchange-plural]: messages with plural forms, but CLDR has no plural rules for \"tlh\""},
	{"a gap", "en", "nplurals=2; plural=(n != 1);", "msgid_plural \"b\"\nmsgstr[0] \"x\"\nmsgstr[2] \"y\"\n", "a.po:7:1: error[exchange-syntax]: a message without msgstr[1]"},
	{"no forms", "en", "nplurals=2; plural=(n != 1);", "msgid_plural \"b\"\nmsgstr \"x\"\n", "a.po:7:1: error[exchange-syntax]: a message with msgid_plural, but without msgstr[0]"},
	{"no plural", "en", "nplurals=2; plural=(n != 1);", "msgstr[0] \"x\"\nmsgstr[1] \"y\"\n", "a.po:7:1: error[exchange-syntax]: a message with msgstr[], but without msgid_plural"},
	{"a form that no number takes, in a language without fractions of their own", "en", "nplurals=3; plural=(n != 1);", forms("x", "y", "z"),
		"one a → x\nother b → y\na.po:7:1: warning[exchange-plural]: msgstr[2] of site/m is for no number"},
	{"a missing form is empty", "en", "nplurals=2; plural=(n != 1);", forms("x", ""), "one a → x\nother b → "},
}

func TestPluralFiles(t *testing.T) {
	for _, c := range pluralFiles {
		t.Run(c.name, func(t *testing.T) {
			d, findings := Read("a.po", []byte(pluralFile(c.lang, c.header, c.body)), "")
			var lines []string
			for _, u := range d.Units {
				lines = append(lines, fmt.Sprintf("%s %s → %s", strings.TrimPrefix(u.ID, "site/m."), u.Source, u.Target))
			}
			for _, f := range findings {
				lines = append(lines, f.String())
				if f.Hint == "" {
					t.Errorf("no hint: %s", f)
				}
			}
			if got := strings.Join(lines, "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// tags returns all languages that CLDR has rules for.
func tags(t *testing.T) []string {
	t.Helper()
	var all []string
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			for _, c := range append([]string{""}, strings.Split("abcdefghijklmnopqrstuvwxyz", "")...) {
				if tag := string(a) + string(b) + c; tag != "und" && known(tag) {
					all = append(all, tag)
				}
			}
		}
	}
	if len(all) < 215 {
		t.Fatal(len(all))
	}
	return append(all, "pt-PT", "kok-Latn")
}

func known(tag string) bool {
	_, ok := locale.PluralRulesOf(tag)
	return ok
}

// later are the languages in which x/text, which has the rules of CLDR 32, counts
// otherwise, and since when CLDR counts as here.
var later = map[string]string{
	"an bal bho blo csw cv doi ia ie kok kok-Latn kw lij lld pcm sat sc scn sgs vec ceb": "x/text has no rules, or a part of them",
	"ca es fr it pt pt-PT": "CLDR 38 gave millions a form of their own",
	"he":                   "CLDR 42 took \"many\" away",
	"mk mr mt":             "rules of CLDR 34 to 42",
}

func hasChanged(tag string) bool {
	for tags := range later {
		if slices.Contains(strings.Fields(tags), tag) {
			return true
		}
	}
	return false
}

// The expression of each language gives every number the form that x/text and
// go-i18n, whose rules are their own, give it.
func TestExpressionsAgree(t *testing.T) {
	numbers := append(locale.Counts(), 1_234_567, 999_999, 2_000_002, 1_000_000_000)
	compared := map[string]int{}
	for _, tag := range tags(t) {
		rules, _ := locale.PluralRulesOf(tag)
		whole := rules.Whole()
		c, err := parseCounter(rules.Gettext())
		if err != nil {
			t.Errorf("%s: %v", tag, err)
			continue
		}
		if c.forms != len(whole) {
			t.Errorf("%s: %d forms, %v", tag, c.forms, whole)
		}
		for name, oracle := range oraclesOf(tag) {
			compared[name]++
			said := ""
			for _, n := range numbers {
				i, _ := c.index(uint64(n))
				if got, want := whole[i], oracle(n); got != want && said == "" {
					said = fmt.Sprintf("%s: %d is %s, in %s %s", tag, n, got, name, want)
				}
			}
			if differs := name == "x/text" && hasChanged(tag); (said != "") != differs {
				t.Errorf("it was not to be expected that %q", said+" "+tag)
			}
		}
	}
	if compared["x/text"] < 220 || compared["go-i18n"] < 200 {
		t.Errorf("only these languages were compared: %v", compared)
	}
}

// oraclesOf are others who know which form a number takes in a language.
func oraclesOf(tag string) map[string]func(n int) string {
	oracles := map[string]func(n int) string{}
	parsed, err := language.Parse(tag)
	if err != nil {
		return oracles
	}
	names := map[plural.Form]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}
	oracles["x/text"] = func(n int) string { return names[plural.Cardinal.MatchPlural(parsed, n, 0, 0, 0, 0)] }
	bundle := i18n.NewBundle(language.German)
	m := &i18n.Message{ID: "m", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other"}
	if bundle.AddMessages(parsed, m) == nil {
		oracles["go-i18n"] = func(n int) string {
			s, _ := i18n.NewLocalizer(bundle, tag).Localize(&i18n.LocalizeConfig{MessageID: "m", PluralCount: n})
			return s
		}
	}
	return oracles
}

// A converter such as po2xliff makes ids of its own: a word that is found by its
// German is looked at as one.
func TestWordBySource(t *testing.T) {
	home := minutes("en", Missing, nil)
	for text, want := range map[string]string{"{{ .Count }} minutes": `take "{{ .Count }} minutes" from "{{ .Count }} Minuten"`, "minutes": "error import-placeholder"} {
		returned := &Document{Units: []Unit{{ID: "3[1]", Source: "{{ .Count }} Minuten", Target: text, State: Translated}}}
		if got := tell(Merge(home, returned, false)); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// A form that is for 21 as well as for 1 needs its number, even if the source's form
// for one does without; one that is for a single number may have it or not.
func TestCount(t *testing.T) {
	for _, c := range []struct{ lang, form, text, want string }{
		{"lt", "one", "Dar {{ .Count }} įrodymas", "take"},
		{"lt", "one", "Dar vienas įrodymas", "the translation of site/more.one lost {{.Count}}"},
		{"lt", "few", "Dar keli įrodymai", "the translation of site/more.few lost {{.Count}}"},
		{"en", "one", "One more source", "take"},
		{"en", "one", "{{.Count}} more source", "take"},
		{"en", "other", "More sources", "the translation of site/more.other lost {{.Count}}"},
		{"fr", "one", "Une preuve de plus", "take"},
		{"sl", "two", "Še dva dokaza", "the translation of site/more.two lost {{.Count}}"},
		{"ar", "two", "دليلان", "take"},
		{"ar", "two", "{{ .All }} دليلان", "the translation of site/more.two has {{.All}}, the source has not"},
	} {
		home := minutes(c.lang, Missing, nil)
		for i := range home.Units {
			u := &home.Units[i]
			u.ID = "site/more." + u.Form
			if u.Form == "one" {
				u.Source = "Ein weiterer Beleg"
			}
		}
		returned := &Document{Target: c.lang, Units: slices.Clone(home.Units)}
		for i := range returned.Units {
			if u := &returned.Units[i]; u.Form == c.form {
				u.Target, u.State = c.text, Translated
			}
		}
		o := Merge(home, returned, false)
		got := "nothing"
		switch {
		case len(o.Findings) > 0:
			got = o.Findings[0].Message
		case len(o.Taken) > 0:
			got = "take"
		}
		if got != c.want {
			t.Errorf("%s %s %q: %s, want %s", c.lang, c.form, c.text, got, c.want)
		}
	}
}
