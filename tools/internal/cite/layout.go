package cite

import (
	"maps"
	"slices"
	"strings"

	"dossier/tools/internal/locale"
)

// layout is how a language joins the parts of a citation.
type layout struct {
	afterAuthor string // between author and title
	afterTitle  string // between title and container, publisher or date
	in          string // before a container
	and, others string // between the last two names; for names that are left out
	undated     string
	accessed    string // %s is a date
	pad         string // inside guillemets
	number      string // before an issue or number without a volume
	page, pages string // before one page, before several
}

// layouts: German as in most of its daily and scholarly use, English after the
// British humanities (author, ‘title’, container, date), French likewise. Other
// languages get the English one without its words.
var layouts = map[string]layout{
	"de": {": ", ". ", "In: ", "und", "u. a.", "o. D.", "abgerufen am %s", "", "Nr.\u00a0", "S.\u00a0", "S.\u00a0"},
	"en": {", ", ", ", "", "and", "et al.", "n.d.", "accessed %s", "", "no.\u00a0", "p.\u00a0", "pp.\u00a0"},
	"fr": {", ", ", ", "", "et", "et al.", "s. d.", "consulté le %s", "\u202f", "nº\u00a0", "p.\u00a0", "p.\u00a0"},
}

var plain = layout{", ", ", ", "", "&", "et al.", "s.d.", "%s", "", "", "p.\u00a0", "pp.\u00a0"}

func layoutOf(l *locale.Locale) layout {
	language, _, _ := strings.Cut(l.Tag(), "-")
	if lay, ok := layouts[language]; ok {
		return lay
	}
	return plain
}

// shape is what a type of work changes. The title of a work of its own stands
// without quotation marks; a contribution stands in a container.
type shape struct{ standalone, contained bool }

// shapes has every type of CSL 1.0.2 (Appendix III).
var shapes = map[string]shape{
	"article":                {},
	"article-journal":        {contained: true},
	"article-magazine":       {contained: true},
	"article-newspaper":      {contained: true},
	"bill":                   {standalone: true},
	"book":                   {standalone: true},
	"broadcast":              {contained: true},
	"chapter":                {contained: true},
	"classic":                {standalone: true},
	"collection":             {standalone: true},
	"dataset":                {standalone: true},
	"document":               {standalone: true},
	"entry":                  {contained: true},
	"entry-dictionary":       {contained: true},
	"entry-encyclopedia":     {contained: true},
	"event":                  {},
	"figure":                 {},
	"graphic":                {standalone: true},
	"hearing":                {standalone: true},
	"interview":              {},
	"legal_case":             {standalone: true},
	"legislation":            {standalone: true},
	"manuscript":             {},
	"map":                    {standalone: true},
	"motion_picture":         {standalone: true},
	"musical_score":          {standalone: true},
	"pamphlet":               {standalone: true},
	"paper-conference":       {contained: true},
	"patent":                 {standalone: true},
	"performance":            {standalone: true},
	"periodical":             {standalone: true},
	"personal_communication": {},
	"post":                   {},
	"post-weblog":            {contained: true},
	"regulation":             {standalone: true},
	"report":                 {standalone: true},
	"review":                 {contained: true},
	"review-book":            {contained: true},
	"software":               {standalone: true},
	"song":                   {},
	"speech":                 {},
	"standard":               {standalone: true},
	"thesis":                 {standalone: true},
	"treaty":                 {standalone: true},
	"webpage":                {},
}

// Types returns the item types of CSL 1.0.2, in alphabetical order.
func Types() []string { return slices.Sorted(maps.Keys(shapes)) }
