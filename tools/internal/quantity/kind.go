package quantity

// Kind says what a finding is.
type Kind uint8

// The kinds. String gives the word that `dossier scan --json` prints.
const (
	Count        Kind = iota // a number of things, or a bare number
	Money                    // with an ISO 4217 currency
	Percent                  // 40 for 40 %
	PercentPoint             // also basis points, as hundredths
	Fraction                 // a share: two thirds, one in five, 1/5
	Multiple                 // threefold, doubled, half as many
	Duration                 // with a unit of time
	Age                      // of a person or a thing, with a unit of time
	Amount                   // measured, with a unit of CLDR; its word is "quantity"
	Ordinal                  // the third
	Vague                    // hundreds of millions: a magnitude and no value
	Date                     // EDTF
)

var kindWords = [...]string{"count", "money", "percent", "percentpoint", "fraction", "multiple", "duration", "age", "quantity", "ordinal", "vague", "date"}

func (k Kind) String() string { return kindWords[k] }

// Approx says how the words want a value to be read. The words are those of a
// record's comparator.
type Approx uint8

// The classes of approximator.
const (
	Exact     Approx = iota
	About            // rund, etwa, circa; about, roughly
	MoreThan         // mehr als, über; more than, over
	AtLeast          // mindestens; at least
	LessThan         // weniger als, unter, keine; less than, under
	AtMost           // höchstens, bis zu; at most, up to
	JustOver         // gut, etwas mehr als; just over
	JustUnder        // knapp, fast; just under, almost
)

var approxWords = [...]string{"exact", "about", "more-than", "at-least", "less-than", "at-most", "just-over", "just-under"}

func (a Approx) String() string { return approxWords[a] }

// ParseApprox reads the word of a class, as a record's comparator has it; "" is
// exact.
func ParseApprox(s string) (Approx, bool) {
	for i, w := range approxWords {
		if w == s {
			return Approx(i), true
		}
	}
	return Exact, s == ""
}
