// Package share draws the picture that stands beside a link to a page where it is
// shared: the dossier's ledger in small, with a figure's value over the line that is
// its status, or a page's title.
//
// Pictures are PNG of 1200 by 630 pixels, the size that the large networks ask for, in
// sixteen colours. Type is set in the Go fonts (golang.org/x/image/font/gofont, BSD
// licence), which are part of the program: nothing on the machine that builds changes
// a pixel. They know Latin, Greek and Cyrillic; for other scripts there is no picture.
//
// The front of a book, [Cover], is the same sheet set upright.
package share

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image/color"
	"image/png"
	"strings"
)

// Width and Height of a picture, in pixels.
const (
	Width  = 1200
	Height = 630
)

// Card is what a picture says.
type Card struct {
	Dossier string // its title, over all
	Sign    string // of the page: "A16", "3"
	Large   string // the value or the title
	Status  string // of a figure: draws the line under the value; "" for none
	Label   string // what the value is of, or the page's summary
	Aside   []string
}

// version is part of every name, so that a new drawing is a new file.
const version = "1"

// Name returns a name for the picture that changes with what it says.
func (c Card) Name() string {
	sum := sha256.Sum256([]byte(strings.Join(append([]string{version, c.Dossier, c.Sign, c.Large, c.Status, c.Label}, c.Aside...), "\x00")))
	return hex.EncodeToString(sum[:6]) + ".png"
}

// The colours of the site by day, and what lies between them and the paper: sixteen in
// all, so that a pixel takes half a byte.
var (
	paper    = color.RGBA{0xfa, 0xfb, 0xfa, 0xff}
	ink      = color.RGBA{0x13, 0x19, 0x16, 0xff}
	quiet    = color.RGBA{0x4b, 0x56, 0x50, 0xff}
	evidence = color.RGBA{0x00, 0x67, 0x3d, 0xff}
)

func palette() color.Palette {
	p := color.Palette{paper}
	for _, c := range []color.RGBA{ink, quiet, evidence} {
		for i := 1; i <= 5; i++ {
			p = append(p, mix(paper, c, i))
		}
	}
	return p
}

// mix lies i fifths of the way from one colour to another.
func mix(a, b color.RGBA, i int) color.RGBA {
	part := func(x, y uint8) uint8 { return uint8((int(x)*(5-i) + int(y)*i) / 5) }
	return color.RGBA{part(a.R, b.R), part(a.G, b.G), part(a.B, b.B), 0xff}
}

// PNG draws the card. ok is false if it holds letters that the fonts do not know.
func (c Card) PNG() (data []byte, ok bool) {
	if !knows(append([]string{c.Dossier, c.Sign, c.Large, c.Label}, c.Aside...)...) {
		return nil, false
	}
	s := newSheet(Width, Height)
	s.card(c)
	return s.encode()
}

func (s sheet) encode() (data []byte, ok bool) {
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.DefaultCompression}
	if err := encoder.Encode(&b, s.Paletted); err != nil {
		return nil, false
	}
	return b.Bytes(), true
}
