package share

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

type sheet struct{ *image.Paletted }

// The sheet's own measures, in pixels.
const (
	edge  = 64
	fold  = 800 // between what is said and what proves it
	third = 840 // where the ledger begins
)

func (s sheet) card(c Card) {
	s.rect(0, 0, Width, 12, ink)
	s.rect(fold, 12, 2, Height-12, mix(paper, quiet, 2))
	s.text(edge, 84, 30, bold, ink, c.Dossier)
	s.text(third, 84, 30, bold, ink, c.Sign)
	size, lines := fit(c.Large, 104, 56, fold-2*edge, 2)
	y := 190.0
	for _, line := range lines {
		y += size
		width := s.text(edge, int(y), size, bold, ink, line)
		if c.Status != "" {
			s.status(edge, int(y)+int(size/5), width, c.Status)
			y += size / 4
		}
		y += size / 8
	}
	y += 28
	for _, line := range first(3, wrap(c.Label, 32, regular, fold-2*edge)) {
		y += 42
		if int(y) < Height-24 {
			s.text(edge, int(y), 32, regular, quiet, line)
		}
	}
	at := 190
	for _, words := range c.Aside {
		for _, line := range first(3, wrap(words, 28, regular, Width-third-edge/2)) {
			at += 40
			s.text(third, at, 28, regular, quiet, line)
		}
		at += 16
	}
}

// fit finds the size, between two, in which a text stands on few lines.
func fit(text string, largest, smallest float64, width, most int) (size float64, lines []string) {
	for size = largest; size > smallest; size -= 8 {
		if lines = wrap(text, size, bold, width); len(lines) <= most && widest(lines, size) <= width {
			return size, lines
		}
	}
	return size, first(most+1, wrap(text, size, bold, width))
}

func widest(lines []string, size float64) int {
	most := 0
	for _, l := range lines {
		most = max(most, measure(l, size, bold))
	}
	return most
}

func first(n int, lines []string) []string { return lines[:min(n, len(lines))] }

// wrap breaks a text at spaces, and a word that is wider than the line within it.
func wrap(text string, size float64, w weight, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Split(text, " ") {
		switch longer := strings.TrimSpace(line + " " + word); {
		case line == "" || measure(longer, size, w) <= width:
			line = longer
		default:
			lines, line = append(lines, line), word
		}
		for measure(line, size, w) > width {
			head, rest := split(line, size, w, width)
			if rest == "" {
				break
			}
			lines, line = append(lines, head), rest
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// split breaks a word where the line ends, with a hyphen.
func split(word string, size float64, w weight, width int) (head, rest string) {
	letters := []rune(word)
	for i := len(letters) - 2; i > 1; i-- {
		if head = string(letters[:i]) + "-"; measure(head, size, w) <= width {
			return head, string(letters[i:])
		}
	}
	return word, ""
}

// status draws the line under a value, in the shapes of the site's marks.
func (s sheet) status(x, y, width int, status string) {
	switch status {
	case "corroborated":
		s.rect(x, y, width, 4, evidence)
		s.rect(x, y+9, width, 4, evidence)
	case "disputed":
		for i := range width {
			dy := int(math.Round(6 * math.Sin(float64(i)/9)))
			s.rect(x+i, y+4+dy, 1, 5, evidence)
		}
	case "superseded":
		s.dashes(x, y, width, 28, 14)
	case "unverifiable":
		s.dashes(x, y, width, 7, 9)
	case "refuted":
		s.rect(x, y-40, width, 6, evidence)
	default:
		s.rect(x, y, width, 6, evidence)
	}
}

func (s sheet) dashes(x, y, width, long, gap int) {
	for i := 0; i < width; i += long + gap {
		s.rect(x+i, y, min(long, width-i), 6, evidence)
	}
}

func (s sheet) rect(x, y, w, h int, c color.Color) {
	draw.Draw(s, image.Rect(x, y, x+w, y+h), image.NewUniform(c), image.Point{}, draw.Src)
}

type weight int

const (
	regular weight = iota
	bold
)

var fonts = sync.OnceValue(func() [2]*opentype.Font {
	var f [2]*opentype.Font
	for i, data := range [][]byte{goregular.TTF, gobold.TTF} {
		parsed, err := opentype.Parse(data)
		if err != nil {
			panic("share: the built-in font cannot be read: " + err.Error())
		}
		f[i] = parsed
	}
	return f
})

// faces are not safe for use from several goroutines, and costly to make.
var faces = struct {
	sync.Mutex
	of map[faceKey]font.Face
}{of: map[faceKey]font.Face{}}

type faceKey struct {
	w    weight
	size float64
}

// with lends a face.
func with(w weight, size float64, use func(font.Face)) {
	faces.Lock()
	defer faces.Unlock()
	key := faceKey{w, size}
	if faces.of[key] == nil {
		face, err := opentype.NewFace(fonts()[w], &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			panic("share: " + err.Error())
		}
		faces.of[key] = face
	}
	use(faces.of[key])
}

func measure(text string, size float64, w weight) (width int) {
	with(w, size, func(f font.Face) { width = font.MeasureString(f, text).Ceil() })
	return width
}

// text sets a line and returns its width.
func (s sheet) text(x, y int, size float64, w weight, c color.Color, text string) (width int) {
	with(w, size, func(f font.Face) {
		d := font.Drawer{Dst: s, Src: image.NewUniform(c), Face: f, Dot: fixed.P(x, y)}
		d.DrawString(text)
		width = d.Dot.X.Ceil() - x
	})
	return width
}

// knows reports whether the fonts have every letter of some texts.
func knows(texts ...string) bool {
	for _, text := range texts {
		for _, r := range text {
			if i, err := fonts()[bold].GlyphIndex(nil, plain(r)); err != nil || i == 0 {
				return false
			}
		}
	}
	return true
}

// plain is a space for the spaces that fonts have no glyph of their own for.
func plain(r rune) rune {
	switch r {
	case '\u00a0', '\u202f', '\u2009':
		return ' '
	}
	return r
}
