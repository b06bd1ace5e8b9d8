package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The drawings are kept in testdata; DOSSIER_UPDATE=1 draws them anew. Look at them
// in a browser before you do: they carry no style of their own.
func TestDrawings(t *testing.T) {
	for name, points := range map[string][]Point{
		"rising": {
			point("a", "2018-01", "54000000", Exact), point("b", "2018-12", "271000000", Exact), point("c", "2019-12", "507000000", Exact),
			point("d", "2020-07", "689000000", Exact), point("e", "2021-09", "1000000000", Above),
		},
		"uncertain": {
			{ID: "year", URL: "/year/", From: day(2021, 1, 1), To: day(2021, 12, 31), Low: "20", High: "30", Kind: "estimate", Status: "stated", Label: "20–30", Name: "2021: 20–30"},
			{ID: "about", URL: "/about/", From: day(2022, 3, 1), To: day(2022, 3, 31), Low: "40", High: "40", Bound: About, Kind: "actual", Status: "disputed", Label: "≈ 40", Name: "March 2022: about 40"},
			{ID: "less", URL: "/less/", From: day(2023, 1, 1), To: day(2023, 1, 1), Low: "35", High: "35", Bound: Below, Kind: "forecast", Status: "unverifiable", Label: "< 35", Name: "2023: less than 35"},
		},
		"crowded": {
			point("a", "2020-01", "10", Exact), point("b", "2020-01", "10", Exact), point("c", "2020-02", "10.1", Exact),
			point("d", "2020-02", "9.9", Exact), point("e", "2020-03", "10", Exact), point("f", "2020-03", "10", Exact),
		},
	} {
		s := Scale{Points: points, Print: func(v string) string { return v }}
		got := s.SVG(Panel{ID: "c-" + name, Title: "A <title> & more", Desc: "A \"description\"", Points: points})
		golden(t, name, got)
		wellFormed(t, name, got)
		for _, p := range points {
			if strings.Count(got, `href="`+p.URL+`"`) != 1 {
				t.Errorf("%s: %s is not one link", name, p.ID)
			}
		}
		if strings.Contains(got, "style=") {
			t.Errorf("%s: a style stands inline", name)
		}
	}
}

// No label covers another, a point or a tick, in a column or on a telephone.
func TestLabelsKeepClear(t *testing.T) {
	for seed := range 50 {
		var points []Point
		for i := range 2 + seed%9 {
			points = append(points, point(string(rune('a'+i)), []string{"2019-01", "2019-02", "2020-06", "2021-09"}[(i*seed)%4], []string{"5", "50", "51", "98"}[(i+seed)%4], Exact))
		}
		d := drawing{scale: Scale{Points: points, Print: func(v string) string { return v }}, panel: Panel{Points: points}, span: spanOf(points)}
		d.ticks = Ticks(highest(points), 4)
		d.max = number(d.ticks[len(d.ticks)-1])
		for _, width := range []float64{wide, narrow} {
			taken := d.marks(width)
			for i, l := range d.labels() {
				if !l.shown || width == narrow && l.minor {
					continue
				}
				b := l.box(&d, points[i], width)
				if taken.meet(b) || b.left < 0 || b.right > width {
					t.Fatalf("seed %d, %v px: the label of %s is in the way", seed, width, points[i].ID)
				}
				taken = append(taken, b)
			}
		}
	}
}

func TestPanelsShareTheScaleOfTime(t *testing.T) {
	a, b := point("a", "2018-01", "5", Exact), point("b", "2022-01", "7", Exact)
	s := Scale{Points: []Point{a, b}, Print: func(v string) string { return v }}
	one := s.SVG(Panel{ID: "x", Points: []Point{a}})
	if !strings.Contains(one, ">2022<") {
		t.Errorf("a panel ends before the others:\n%s", one)
	}
}

func point(id, month, value string, b Bound) Point {
	m := map[string]int{"01": 1, "02": 2, "03": 3, "06": 6, "07": 7, "09": 9, "12": 12}[month[5:]]
	y := int(month[3]-'0') + 10*int(month[2]-'0') + 2000
	from := day(y, m, 1)
	return Point{ID: id, URL: "/" + id + "/", From: from, To: from.AddDate(0, 1, -1), Low: value, High: value, Bound: b, Kind: "actual", Status: "stated", Label: value, Name: month + ": " + value}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".svg")
	if os.Getenv("DOSSIER_UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != got+"\n" {
		t.Errorf("%s differs from the kept drawing (%v):\n%s", name, err, got)
	}
}

func wellFormed(t *testing.T, name, svg string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// A long series has the labels that a reader looks for, and no more.
func TestDenseSeriesAreLabelledSparsely(t *testing.T) {
	var points []Point
	for i := range 120 {
		value := strconv.Itoa(100 + (i*37)%50)
		if i == 40 {
			value = "300"
		}
		points = append(points, point(strconv.Itoa(i), fmt.Sprintf("%d-%02d", 2010+i/12, 1+i%12), value, Exact))
	}
	s := Scale{Points: points, Print: func(v string) string { return v }}
	got := s.SVG(Panel{ID: "c-dense", Points: points})
	if n := strings.Count(got, `class="value line`); n < 3 || n > 4 || !strings.Contains(got, ">300</text>") {
		t.Errorf("%d labels", n)
	}
	if !strings.Contains(got, `class="chart-svg dense"`) || strings.Count(got, "<a ") != len(points) {
		t.Error("not drawn densely, or points are missing")
	}
}
