package chart

import (
	"math"
	"slices"
	"unicode/utf8"
)

// label is where the value of a point is written, in pixels from the point.
type label struct {
	dx, dy int
	anchor string // start middle end
	shown  bool   // there is room for it in a column of text
	minor  bool   // but not on a telephone
}

// places are where a label may stand, the best first: over the point, where a
// rising line leaves room on the left, then below.
var places = []label{
	{dx: -8, dy: -9, anchor: "end"}, {dx: 0, dy: -13, anchor: "middle"}, {dx: 9, dy: 17, anchor: "start"},
	{dx: 8, dy: -9, anchor: "start"}, {dx: 0, dy: 22, anchor: "middle"}, {dx: -8, dy: 17, anchor: "end"},
	{dx: 12, dy: 4, anchor: "start"}, {dx: -12, dy: 4, anchor: "end"},
}

// box is a rectangle in pixels.
type box struct{ left, top, right, bottom float64 }

func (a box) meets(b box) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

// labels finds a place for each point's label, the last point first, because the
// newest value is the one looked for. It keeps clear of the lines where it can. One
// that fits nowhere is left out; the table has it. Where points are dense, only those
// have one that a reader looks for.
func (d *drawing) labels() []label {
	found := make([]label, len(d.panel.Points))
	sought := d.sought()
	at, small, lines := d.marks(wide), d.marks(narrow), d.along(wide)
	for i := len(found) - 1; i >= 0; i-- {
		if d.dense() && !slices.Contains(sought, i) {
			continue
		}
		p := d.panel.Points[i]
		l, ok := d.place(p, slices.Concat(at, lines))
		if !ok {
			l, ok = d.place(p, at)
		}
		if !ok {
			continue
		}
		l.shown = true
		tight := l.box(d, p, narrow)
		l.minor = tight.left < 0 || tight.right > narrow || small.meet(tight)
		if !l.minor {
			small = append(small, tight)
		}
		at = append(at, l.box(d, p, wide))
		found[i] = l
	}
	return found
}

// sought are the points that a reader of a long series looks for: the first, the last,
// the lowest and the highest.
func (d *drawing) sought() []int {
	low, high, last := 0, 0, len(d.panel.Points)-1
	for i, p := range d.panel.Points {
		if d.mid(p) < d.mid(d.panel.Points[low]) {
			low = i
		}
		if d.mid(p) > d.mid(d.panel.Points[high]) {
			high = i
		}
	}
	return []int{0, low, high, last}
}

// place returns the best place for the label of a point that meets none of the boxes.
func (d *drawing) place(p Point, taken boxes) (label, bool) {
	for _, l := range places {
		if b := l.box(d, p, wide); b.left >= 0 && b.right <= wide && !taken.meet(b) {
			return l, true
		}
	}
	return label{}, false
}

// along covers the lines between the points with small boxes.
func (d *drawing) along(width float64) boxes {
	var bs boxes
	for i := 1; i < len(d.panel.Points); i++ {
		a, b := d.panel.Points[i-1], d.panel.Points[i]
		x, y := d.x(a)*width/100, d.y(d.mid(a))*height/100
		right, down := d.x(b)*width/100-x, d.y(d.mid(b))*height/100-y
		steps := max(1, math.Ceil(math.Hypot(right, down)/4))
		for s := 0.0; s <= steps; s++ {
			bs = append(bs, box{x + right*s/steps - 1, y + down*s/steps - 1, x + right*s/steps + 1, y + down*s/steps + 1})
		}
	}
	return bs
}

type boxes []box

func (bs boxes) meet(b box) bool {
	for _, other := range bs {
		if b.meets(other) {
			return true
		}
	}
	return false
}

// marks are the marks of the points, the labels of the ticks and the axis, which no
// label may cover.
func (d *drawing) marks(width float64) boxes {
	bs := boxes{{0, d.y(0)*height/100 - 1, width, 2 * height}}
	for _, p := range d.panel.Points {
		x, y := d.x(p)*width/100, d.y(d.mid(p))*height/100
		bs = append(bs, box{x - 6, y - 6, x + 6, y + 6})
	}
	for _, t := range d.ticks[1:] {
		bs = append(bs, d.tick(t))
	}
	return bs
}

// tick is where the value of a tick is written, at every width.
func (d *drawing) tick(t string) box {
	y := d.y(number(t)) * height / 100
	return box{0, y - 17, textWidth(d.scale.Print(t)), y}
}

// box is where a label at this place would be drawn in a panel of a width.
func (l label) box(d *drawing, p Point, width float64) box {
	x, y := d.x(p)*width/100+float64(l.dx), d.y(d.mid(p))*height/100+float64(l.dy)
	w := textWidth(p.Label)
	switch l.anchor {
	case "middle":
		x -= w / 2
	case "end":
		x -= w
	}
	return box{x - 1, y - 13, x + w + 1, y + 5}
}

// textWidth is about how wide a text of 13 pixels is.
func textWidth(s string) float64 { return 7.3 * float64(utf8.RuneCountInString(s)) }
