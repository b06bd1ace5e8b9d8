package stage

import (
	"slices"
	"strconv"

	"dossier/tools/internal/project"
	"dossier/tools/internal/record"
)

// claimData is data/LANG/claims.json: what others asserted, and what the dossier
// makes of it, in groups by subject.
type claimData struct {
	URL      string              `json:"url"` // of the page that lists them, or nothing
	Groups   []claimGroup        `json:"groups"`
	Verdicts []verdictRow        `json:"verdicts"`
	ByID     map[string]claimRow `json:"by_id"`
}

type claimGroup struct {
	ID     string   `json:"id"` // of its heading
	Label  string   `json:"label"`
	Claims []string `json:"claims"`
}

// verdictRow counts the claims of one verdict, in the order of record.Verdicts.
type verdictRow struct {
	ID    string `json:"id"`
	Word  string `json:"word"`
	Count string `json:"count"`
}

type claimRow struct {
	N               string   `json:"n"`
	Text            string   `json:"text"`
	TextState       string   `json:"text_state"`
	Who             string   `json:"who"`
	Source          string   `json:"source"`
	Locator         string   `json:"locator"`
	Quote           string   `json:"quote"`
	QuoteLang       string   `json:"quote_lang"`
	Verdict         string   `json:"verdict"`
	VerdictWord     string   `json:"verdict_word"`
	Assessment      string   `json:"assessment"`
	AssessmentState string   `json:"assessment_state"`
	Evidence        []string `json:"evidence"`
	Searched        string   `json:"searched"`
	SearchedState   string   `json:"searched_state"`
	Figures         []string `json:"figures"`
	Events          []string `json:"events"`
	Pages           []place  `json:"pages"`
}

func (l *language) claimData() claimData {
	d := claimData{Groups: l.claimGroups(), Verdicts: []verdictRow{}, ByID: map[string]claimRow{}}
	if i := slices.IndexFunc(l.project.Pages, func(p *project.Page) bool { return p.Layout == "claims" }); i >= 0 {
		d.URL = l.url(l.project.Pages[i])
	}
	n, counts := 0, map[string]int{}
	for _, g := range d.Groups { // numbered as they are read
		for _, id := range g.Claims {
			n++
			c, _ := l.project.Records.Claim(id)
			row := l.claimRow(c)
			row.N = strconv.Itoa(n)
			d.ByID[id] = row
			counts[c.Verdict]++
		}
	}
	for _, v := range record.Verdicts {
		if counts[v] > 0 {
			d.Verdicts = append(d.Verdicts, verdictRow{v, l.say("verdict_" + v), strconv.Itoa(counts[v])})
		}
	}
	return d
}

// claimGroups orders the claims by subject, in the order in which the records
// first name it; those without a subject come last.
func (l *language) claimGroups() []claimGroup {
	groups, rest := []claimGroup{}, claimGroup{ID: "t-", Label: l.say("claims_other")}
	for _, c := range l.project.Records.Claims {
		theme, ok := l.project.Records.Theme(c.Theme)
		if !ok {
			rest.Claims = append(rest.Claims, c.ID)
			continue
		}
		id := "t-" + theme.ID
		i := slices.IndexFunc(groups, func(g claimGroup) bool { return g.ID == id })
		if i < 0 {
			i = len(groups)
			groups = append(groups, claimGroup{ID: id, Label: l.field("themes", theme.ID, "label", theme.Label)})
		}
		groups[i].Claims = append(groups[i].Claims, c.ID)
	}
	if len(rest.Claims) > 0 {
		groups = append(groups, rest)
	}
	return groups
}

// claimSections are the groups as sections of their page, without paragraphs.
func (l *language) claimSections() []section {
	var sections []section
	for _, g := range l.claimGroups() {
		sections = append(sections, section{ID: g.ID, Title: g.Label, Level: "2", From: "1", To: "0"})
	}
	return sections
}

func (l *language) claimRow(c *record.Claim) claimRow {
	text, textState := l.fieldState("claims", c.ID, "text", c.Text)
	assessment, assessmentState := l.fieldState("claims", c.ID, "assessment", c.Assessment)
	searched, searchedState := l.fieldState("claims", c.ID, "searched", c.Searched)
	row := claimRow{
		Text: text, TextState: string(textState), Who: l.actorLabel(c.Who), Source: c.Source,
		Locator: l.field("claims", c.ID, "locator", c.Locator), Quote: c.Quote, QuoteLang: c.QuoteLang,
		Verdict: c.Verdict, VerdictWord: l.say("verdict_" + c.Verdict),
		Assessment: assessment, AssessmentState: string(assessmentState), Evidence: c.Evidence,
		Searched: searched, SearchedState: string(searchedState), Figures: c.Figures, Events: c.Events, Pages: []place{},
	}
	if row.QuoteLang == "" {
		row.QuoteLang = l.source().Locale.Tag()
	}
	for _, p := range l.project.Pages {
		if slices.Contains(c.Pages, p.Name) {
			row.Pages = append(row.Pages, place{Page: p.Name, Title: l.pageTitle(p), URL: l.url(p)})
		}
	}
	return row
}

// concerns returns the claims that name a record or page, in the order of the
// records.
func (l *language) concerns(id string, of func(*record.Claim) []string) []string {
	var claims []string
	for _, c := range l.project.Records.Claims {
		if slices.Contains(of(c), id) {
			claims = append(claims, c.ID)
		}
	}
	return claims
}

// What a claim may concern, and what may speak for a verdict.

func claimFigures(c *record.Claim) []string  { return c.Figures }
func claimEvents(c *record.Claim) []string   { return c.Events }
func claimPages(c *record.Claim) []string    { return c.Pages }
func claimEvidence(c *record.Claim) []string { return c.Evidence }
