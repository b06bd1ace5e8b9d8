package share

import "image"

// CoverWidth and CoverHeight of a cover, in pixels: two to three, as most e-readers'
// screens and shelves are.
const (
	CoverWidth  = 1600
	CoverHeight = 2400
)

// Cover is what the front of a book says.
type Cover struct {
	Title, Subtitle string
	Foot            []string // who publishes it, and of when it is
}

// PNG draws the cover. ok is false if it holds letters that the fonts do not know.
func (c Cover) PNG() (data []byte, ok bool) {
	if !knows(append([]string{c.Title, c.Subtitle}, c.Foot...)...) {
		return nil, false
	}
	s := newSheet(CoverWidth, CoverHeight)
	s.cover(c)
	return s.encode()
}

// The cover's own measures, in pixels.
const (
	coverEdge   = 120
	coverFold   = 1240 // between the text and the ledger
	coverThird  = 1290 // where the ledger begins
	coverText   = coverFold - coverEdge - 60
	coverLedger = CoverWidth - coverThird - 70
)

func (s sheet) cover(c Cover) {
	s.rect(0, 0, CoverWidth, 28, ink)
	s.rect(coverFold, 28, 3, CoverHeight-28, mix(paper, quiet, 2))
	size, lines := fit(c.Title, 220, 110, coverText, 4)
	y := 420.0
	for _, line := range lines {
		y += size * 1.1
		s.text(coverEdge, int(y), size, bold, ink, line)
	}
	y += 60
	for _, line := range first(6, wrap(c.Subtitle, 64, regular, coverText)) {
		y += 88
		s.text(coverEdge, int(y), 64, regular, quiet, line)
	}
	// The lines that a figure can stand on: what the book is about.
	for i, status := range []string{"stated", "corroborated", "disputed", "superseded", "unverifiable"} {
		s.status(coverThird, 480+i*90, coverLedger, status)
	}
	at := CoverHeight - coverEdge - 56*(len(c.Foot)-1)
	for _, words := range c.Foot {
		for _, line := range first(1, wrap(words, 40, regular, coverText)) {
			s.text(coverEdge, at, 40, regular, quiet, line)
		}
		at += 56
	}
}

func newSheet(width, height int) sheet {
	return sheet{image.NewPaletted(image.Rect(0, 0, width, height), palette())}
}
