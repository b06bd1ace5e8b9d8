package dataset

// The shapes of the JSON documents, as their schemas describe them.

// about heads every document.
type about struct {
	Schema   string   `json:"$schema"`
	Dossier  texts    `json:"dossier"`
	Homepage string   `json:"homepage"`
	License  *license `json:"license,omitempty"`
	Date     string   `json:"date"` // of the build: its commit's, never the clock's
}

type figureJSON struct {
	ID           string         `json:"id"`
	Label        texts          `json:"label"`
	Value        string         `json:"value,omitempty"`
	Min          string         `json:"min,omitempty"`
	Max          string         `json:"max,omitempty"`
	Comparator   string         `json:"comparator"`
	Unit         string         `json:"unit,omitempty"`
	Currency     string         `json:"currency,omitempty"`
	Per          []string       `json:"per,omitempty"`
	Kind         string         `json:"kind"`
	AsOf         string         `json:"as_of"`
	DatePart     string         `json:"date_part,omitempty"`
	Measure      *labelled      `json:"measure,omitempty"`
	Scope        *labelled      `json:"scope,omitempty"`
	Status       string         `json:"status"`
	StatusReason texts          `json:"status_reason,omitempty"`
	Check        string         `json:"check"`
	Note         texts          `json:"note,omitempty"`
	DerivedFrom  []string       `json:"derived_from,omitempty"`
	Formula      string         `json:"formula,omitempty"`
	SupersededBy string         `json:"superseded_by,omitempty"`
	Evidence     []evidenceJSON `json:"evidence"`
	History      []changeJSON   `json:"history,omitempty"`
	UsedIn       []usedIn       `json:"used_in"`
	URL          texts          `json:"url"`
}

type labelled struct {
	ID    string `json:"id"`
	Label texts  `json:"label"`
}

type evidenceJSON struct {
	Source    string       `json:"source"`
	Origin    labelled     `json:"origin"`
	Value     string       `json:"value,omitempty"`
	Min       string       `json:"min,omitempty"`
	Max       string       `json:"max,omitempty"`
	Relation  string       `json:"relation"`
	Basis     string       `json:"basis"`
	Locator   string       `json:"locator,omitempty"`
	Quote     *quoteJSON   `json:"quote,omitempty"`
	Check     string       `json:"check"`
	Located   *locatedJSON `json:"located,omitempty"`
	Supported *supportJSON `json:"supported,omitempty"`
}

// quoteJSON is a quotation in the terms of the Web Annotation Data Model
// (TextQuoteSelector).
type quoteJSON struct {
	Exact    string `json:"exact"`
	Language string `json:"language"`
}

type locatedJSON struct {
	SHA256 string `json:"sha256"`
	Start  string `json:"start"`
	End    string `json:"end"`
}

type supportJSON struct {
	By   string `json:"by"`
	Date string `json:"date"`
}

type changeJSON struct {
	Date  string `json:"date"`
	Field string `json:"field,omitempty"`
	Old   string `json:"old,omitempty"`
	New   string `json:"new,omitempty"`
	Why   texts  `json:"why"`
}

type usedIn struct {
	Page string `json:"page"`
	Unit string `json:"unit"`
	URL  texts  `json:"url"`
}

type eventJSON struct {
	ID       string     `json:"id"`
	Date     string     `json:"date"`
	DatePart string     `json:"date_part,omitempty"`
	Earliest string     `json:"earliest,omitempty"`
	Latest   string     `json:"latest,omitempty"`
	Title    texts      `json:"title"`
	Text     texts      `json:"text,omitempty"`
	Actors   []labelled `json:"actors,omitempty"`
	Place    *labelled  `json:"place,omitempty"`
	Theme    *labelled  `json:"theme,omitempty"`
	Weight   int        `json:"weight,omitempty"`
	Later    bool       `json:"later"`
	Sources  []string   `json:"sources"`
	Figures  []string   `json:"figures,omitempty"`
	UsedIn   []usedIn   `json:"used_in"`
	URL      texts      `json:"url"`
}

type claimJSON struct {
	ID         string     `json:"id"`
	Text       texts      `json:"text"`
	Who        labelled   `json:"who"`
	Source     string     `json:"source,omitempty"`
	Locator    texts      `json:"locator,omitempty"`
	Quote      *quoteJSON `json:"quote,omitempty"`
	Theme      *labelled  `json:"theme,omitempty"`
	Verdict    string     `json:"verdict"`
	Assessment texts      `json:"assessment"`
	Evidence   []string   `json:"evidence,omitempty"`
	Searched   texts      `json:"searched,omitempty"`
	Figures    []string   `json:"figures,omitempty"`
	Events     []string   `json:"events,omitempty"`
	URL        texts      `json:"url"`
}
