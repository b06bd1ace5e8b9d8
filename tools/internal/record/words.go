package record

import "dossier/tools/internal/edtf"

// Comparator says how a figure's value is to be read.
type Comparator string

// The comparators.
const (
	Exact     Comparator = "exact"
	About     Comparator = "about"
	MoreThan  Comparator = "more-than"
	AtLeast   Comparator = "at-least"
	LessThan  Comparator = "less-than"
	AtMost    Comparator = "at-most"
	JustOver  Comparator = "just-over"
	JustUnder Comparator = "just-under"
)

// Comparators in the order of the documentation.
var Comparators = []Comparator{Exact, About, MoreThan, AtLeast, LessThan, AtMost, JustOver, JustUnder}

// Status is what the evidence for a figure amounts to.
type Status string

// The statuses.
const (
	Stated       Status = "stated"       // usable support from one origin
	Corroborated Status = "corroborated" // independent support that agrees
	Disputed     Status = "disputed"     // usable evidence for another value
	Refuted      Status = "refuted"      // shown to be wrong
	Superseded   Status = "superseded"   // the same count was revised
	Unverifiable Status = "unverifiable" // the sources are lost
)

// Statuses from the strongest to the weakest. It is the order of precedence
// (refuted before superseded before disputed before unverifiable) from behind,
// with stated below corroborated. A person may only go down this list, and a
// computed figure stands where the weakest of its inputs does.
var Statuses = []Status{Corroborated, Stated, Unverifiable, Disputed, Superseded, Refuted}

// lowerable are the statuses that a person may set. The rest need more than a
// reason: superseded_by, or refuted with evidence.
var lowerable = []Status{Stated, Unverifiable, Disputed}

// The words that other fields are limited to.
var (
	Kinds     = []string{"actual", "estimate", "forecast"}
	Relations = []string{"supports", "disputes", "mentions"}
	Bases     = []string{"self-reported", "official-record", "official-statistics", "third-party-estimate", "reporting"}
	Grades    = []string{"A", "B", "C", "D"}
	Verdicts  = []string{"correct", "imprecise", "outdated", "contested", "wrong", "unsupported", "forecast"}
	Parts     = []edtf.Part{"early", "mid", "late"}
	Checks    = []string{Unchecked, Located, Supported}
	URLStates = []string{"live", "dead", "usurped", "deviated"}
)

// What was done to check a piece of evidence, from least to most. It says nothing
// about the figure being right; that is its Status.
const (
	Unchecked = "unchecked"
	Located   = "located"   // the quotation was found in the archived text
	Supported = "supported" // a person confirmed that it says so
)
