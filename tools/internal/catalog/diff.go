package catalog

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff"
)

// Op says what became of a piece of text.
type Op string

// What can become of a piece of text.
const (
	Same Op = "="
	Gone Op = "-"
	Come Op = "+"
)

// Piece is a run of words of a diff.
type Piece struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// Diff compares two texts word by word. The pieces that are Same or Gone make up
// before, those that are Same or Come make up after.
func Diff(before, after string) []Piece {
	// The library compares lines: each token becomes a line that names it.
	names := map[string]string{}
	var texts []string
	lines := func(s string) string {
		var b strings.Builder
		for _, t := range tokens(s) {
			if names[t] == "" {
				names[t] = strconv.Itoa(len(texts)) + "\n"
				texts = append(texts, t)
			}
			b.WriteString(names[t])
		}
		return b.String()
	}
	old, now := lines(before), lines(after)
	d := differ{texts: texts}
	at := 0
	for _, e := range udiff.Lines(old, now) {
		d.add(Same, old[at:e.Start])
		d.add(Gone, old[e.Start:e.End])
		d.add(Come, e.New)
		at = e.End
	}
	d.add(Same, old[at:])
	return d.pieces
}

type differ struct {
	texts  []string
	pieces []Piece
}

func (d *differ) add(op Op, lines string) {
	if lines == "" {
		return
	}
	var b strings.Builder
	for name := range strings.Lines(lines) {
		n, _ := strconv.Atoi(strings.TrimSuffix(name, "\n"))
		b.WriteString(d.texts[n])
	}
	if last := len(d.pieces) - 1; last >= 0 && d.pieces[last].Op == op {
		d.pieces[last].Text += b.String()
		return
	}
	d.pieces = append(d.pieces, Piece{op, b.String()})
}

// tokens cuts a text into words, numbers and addresses, and each byte of what is
// between them by itself.
func tokens(s string) []string {
	var out []string
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		end := i + size
		if inWord(r) {
			end = wordEnd(s, i)
		}
		out = append(out, s[i:end])
		i = end
	}
	return out
}
