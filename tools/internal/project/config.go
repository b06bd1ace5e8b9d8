package project

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/locale"
)

const configFile = "config.toml"

// Config is what dossier reads of config.toml. The file is Hugo's; the tool's
// own settings stand in [params.dossier].
type Config struct {
	BaseURL   string
	Languages []Language // the source language first, the others by weight
	Settings  Settings
}

// Language is one language of the site.
type Language struct {
	Tag    string // as in [languages.TAG], the first part of its URLs
	Label  string // its name in itself
	Title  string // the dossier's title in it
	Weight int
	Locale *locale.Locale

	Tagline string // what stands below the title, from its params
}

// Plurals returns the plural rules by which Hugo chooses a form for a number: those
// of the tag, or of English, if it knows none.
func (l Language) Plurals() locale.PluralRules {
	rules, _ := locale.PluralRulesOf(l.Tag)
	return rules
}

// Settings are the keys of [params.dossier].
type Settings struct {
	Slug     string `toml:"slug"`     // names the bundle
	Outdated string `toml:"outdated"` // show, source or hold: what is published of an outdated unit
	Missing  string `toml:"missing"`  // source or hold: what is published of a unit without a translation

	Acknowledge []string `toml:"acknowledge"` // markup, link: changes that outdate no translation
	Require     []string `toml:"require"`     // languages that must be complete
	Imprint     Imprint  `toml:"imprint"`
	Privacy     Privacy  `toml:"privacy"`
	License     License  `toml:"license"`
	Download    bool     `toml:"download"` // build offers the bundle on a page of its own
}

// Imprint says who answers for the publication (§ 5 DDG, § 18 MStV).
type Imprint struct {
	Name        string   `toml:"name"`
	Address     []string `toml:"address"`
	Email       string   `toml:"email"`
	Responsible string   `toml:"responsible"`
}

// Privacy says who serves the pages.
type Privacy struct {
	Host        string   `toml:"host"`
	HostAddress []string `toml:"host_address"`
}

// License is the licence of text and data.
type License struct {
	Name string `toml:"name"`
	URL  string `toml:"url"`
}

type rawConfig struct {
	BaseURL   string `toml:"baseURL"`
	Default   string `toml:"defaultContentLanguage"`
	Title     string `toml:"title"`
	Languages map[string]struct {
		Label  string `toml:"label"`
		Locale string `toml:"locale"`
		Title  string `toml:"title"`
		Weight int    `toml:"weight"`
		Params struct {
			Tagline string `toml:"tagline"`
		} `toml:"params"`
	} `toml:"languages"`
	Params struct {
		Dossier Settings `toml:"dossier"`
	} `toml:"params"`
}

func parseConfig(src []byte) (Config, diag.List) {
	var raw rawConfig
	var findings diag.List
	if err := toml.Unmarshal(src, &raw); err != nil {
		findings.Add(tomlFailure(configFile, err))
		return Config{}, findings
	}
	findings.Add(unknownSettings(src)...)
	if len(raw.Languages) == 0 {
		findings.Add(diag.Errorf(diag.Pos{File: configFile}, "config-languages", "config.toml names no languages").
			WithHint("add [languages.de] and [languages.en], each with label, locale, weight and title"))
		return Config{}, findings
	}
	c := Config{BaseURL: raw.BaseURL, Settings: raw.Params.Dossier}
	c.Settings.Outdated = cmp.Or(c.Settings.Outdated, "show")
	c.Settings.Missing = cmp.Or(c.Settings.Missing, "source")
	c.Settings.Slug = cmp.Or(c.Settings.Slug, "dossier")
	for tag, l := range raw.Languages {
		loc, ok := locale.For(cmp.Or(l.Locale, tag))
		if !ok {
			findings.Add(diag.Warnf(diag.Pos{File: configFile}, "config-locale", "no language data for %q", cmp.Or(l.Locale, tag)).
				WithHint("numbers and dates will be written as in English"))
		}
		c.Languages = append(c.Languages, Language{tag, cmp.Or(l.Label, tag), cmp.Or(l.Title, raw.Title), l.Weight, loc, l.Params.Tagline})
	}
	source := cmp.Or(raw.Default, "de")
	slices.SortFunc(c.Languages, func(a, b Language) int {
		return cmp.Or(boolCompare(a.Tag != source, b.Tag != source), cmp.Compare(a.Weight, b.Weight), cmp.Compare(a.Tag, b.Tag))
	})
	findings.Add(checkConfig(c, source)...)
	return c, findings
}

func checkConfig(c Config, source string) diag.List {
	var findings diag.List
	pos := diag.Pos{File: configFile}
	if c.Languages[0].Tag != source {
		findings.Add(diag.Errorf(pos, "config-languages", "the source language %q has no [languages.%s]", source, source).
			WithHint("defaultContentLanguage names the language that content/ is written in"))
	}
	if !slices.Contains([]string{"show", "source", "hold"}, c.Settings.Outdated) {
		findings.Add(diag.Errorf(pos, "config-value", "params.dossier.outdated is %q", c.Settings.Outdated).
			WithHint("show publishes the old translation, marked; source the German; hold keeps the chapter back in that language"))
	}
	if !slices.Contains([]string{"source", "hold"}, c.Settings.Missing) {
		findings.Add(diag.Errorf(pos, "config-value", "params.dossier.missing is %q", c.Settings.Missing).
			WithHint("source publishes the German, marked; hold keeps the chapter back in that language"))
	}
	for _, class := range c.Settings.Acknowledge {
		if !catalog.Change(class).Automatic() {
			findings.Add(diag.Errorf(pos, "config-value", "params.dossier.acknowledge names %q", class).
				WithHint("only changes of markup and link can be acknowledged without a person looking"))
		}
	}
	for _, tag := range c.Settings.Require {
		if !slices.ContainsFunc(c.Languages, func(l Language) bool { return l.Tag == tag }) {
			findings.Add(diag.Errorf(pos, "config-value", "params.dossier.require names %q, which is no language of the site", tag))
		}
	}
	return findings
}

// settingKeys are the keys of [params.dossier], with their tables.
var settingKeys = []string{
	"slug", "outdated", "missing", "acknowledge", "require", "imprint", "privacy", "license", "download",
	"imprint.name", "imprint.address", "imprint.email", "imprint.responsible",
	"privacy.host", "privacy.host_address", "license.name", "license.url",
}

// unknownSettings finds keys of [params.dossier] that mean nothing. The rest of
// the file is Hugo's to judge.
func unknownSettings(src []byte) diag.List {
	var findings diag.List
	lines := diag.NewLines(configFile, src)
	var p unstable.Parser
	p.Reset(src)
	var table []string
	for p.NextExpression() {
		n := p.Expression()
		path, offset := dotted(n.Key())
		if n.Kind == unstable.Table {
			table = path
		} else {
			path = append(slices.Clone(table), path...)
		}
		if len(path) < 3 || path[0] != "params" || path[1] != "dossier" {
			continue
		}
		if key := strings.Join(path[2:], "."); !slices.Contains(settingKeys, key) {
			findings.Add(diag.Errorf(lines.Pos(offset), "config-key", "dossier has no setting %q", key).
				WithHint("%s", diag.DidYouMean(key, settingKeys, "the settings are "+strings.Join(settingKeys, ", "))))
		}
	}
	return findings
}

func dotted(it unstable.Iterator) (path []string, offset int) {
	for it.Next() {
		if len(path) == 0 {
			offset = int(it.Node().Raw.Offset)
		}
		path = append(path, string(it.Node().Data))
	}
	return path, offset
}

// tomlFailure places a decoder's error.
func tomlFailure(file string, err error) diag.Finding {
	pos := diag.Pos{File: file}
	var de *toml.DecodeError
	if errors.As(err, &de) {
		pos.Line, pos.Col = de.Position()
	}
	return diag.Errorf(pos, "toml-syntax", "%s", strings.TrimPrefix(err.Error(), "toml: "))
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
