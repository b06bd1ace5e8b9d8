package markdown

// Kind says what a unit is. Its value is also the prefix of the ids minted for
// units of that kind.
type Kind string

// The kinds of unit.
const (
	Heading     Kind = "h"
	Paragraph   Kind = "p"
	ListItem    Kind = "li"
	TableCell   Kind = "td"
	Term        Kind = "dt"  // the term of a definition list; its descriptions are paragraphs
	Alt         Kind = "alt" // alternative text of an image that is a paragraph of its own
	Caption     Kind = "cap" // title of such an image, shown as its caption
	Title       Kind = "title"
	Summary     Kind = "summary"
	Description Kind = "description"
)

// Inline reports whether a unit's text is Markdown. Front matter is plain text.
func (k Kind) Inline() bool { return k != Title && k != Summary && k != Description }

// Span is a half-open range of bytes. Start equal to End is a place.
type Span struct{ Start, End int }

// Len returns the number of bytes.
func (s Span) Len() int { return s.End - s.Start }

// Unit is one translatable text of a page.
type Unit struct {
	Kind Kind
	Text string // one line, except for hard breaks ("\\\n"); see the package doc

	Level   int    // of a heading, 1 to 6; else 0
	FixedID string // the id the author gave with {#id}, or ""
	Key     string // of a front matter unit: "title", "summary", "description"

	// Spans are the unit's ranges in the source, one for each line that it
	// covers, without container markers. A shortcode that runs over several
	// lines counts as part of one line.
	Spans  []Span
	Offset int // start of the first span

	Top      bool // a whole block that is a child of the document, not of a quote, list, table or footnote
	Tight    bool // text of a tight list item or definition: no <p> around it
	Footnote bool // somewhere inside a footnote definition
	Pressed  bool // right below a table: but for how it begins it would be a row of it

	// Path names the containers from the outside in, separated by slashes:
	// "quote/ul/li". It is empty at the top.
	Path string

	// Prefix is what a further line of this unit has to begin with to stay
	// inside its containers: "> ", "  ".
	Prefix string

	// Attr is the author's attribute block, braces included. Without one it is
	// the empty span at which a heading's can be inserted after a space.
	Attr Span

	// LineStart is where the block's first line begins, LineEnd where its last
	// line ends, before its line break. An underline of a heading and an
	// attribute block below a paragraph belong to the block. The units of one
	// image share their lines, as do the cells of a row.
	LineStart, LineEnd int

	// What else is replaced with the text, up to an offset, and by what: an image
	// found by its alternative text has to be found by it still.
	until  int
	suffix string

	// Whether the edge of a row with no pipe there is a cell's: its text begins
	// the line, or ends it.
	edgeLeft, edgeRight bool

	delimiter byte // around the title of an image: " ' or (
	setext    bool // heading with an underline: may hold hard breaks
	definable bool // below a paragraph, so that ": " would begin a definition
	boxable   bool // a task-list box could begin here
	boxed     bool // a task-list box stands before it
	shielded  bool // indented so far that nothing but this unit can begin there
}

// span returns the whole range, from the first line to the last.
func (u Unit) span() Span { return Span{u.Spans[0].Start, u.Spans[len(u.Spans)-1].End} }

// replaced returns the range that a new text takes the place of.
func (u Unit) replaced() Span {
	s := u.span()
	s.End = max(s.End, u.until)
	return s
}

// oneLine reports whether Markdown has no way to break a line in this unit.
func (u Unit) oneLine() bool {
	switch u.Kind {
	case Paragraph, ListItem:
		return false
	case Heading:
		return !u.setext
	}
	return true
}
