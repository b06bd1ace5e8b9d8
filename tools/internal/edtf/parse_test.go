package edtf

import (
	"errors"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"
)

// corpus returns the fields of every line of a file in testdata.
func corpus(t testing.TB, name string) [][]string {
	t.Helper()
	file, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "|")
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		rows = append(rows, row)
	}
	return rows
}

var precisions = map[Precision]string{ToCentury: "century", ToDecade: "decade", ToYear: "year", ToSeason: "season", ToMonth: "month", ToDay: "day"}

// describe writes the last column of parse.txt.
func describe(d Date) string {
	marks := ""
	for _, m := range []struct {
		is   bool
		mark string
	}{{d.IsInterval(), "/"}, {d.OpenStart(), "<"}, {d.OpenEnd(), ">"}, {d.Approximate(), "~"}, {d.Uncertain(), "?"}} {
		if m.is {
			marks += m.mark
		}
	}
	return strings.TrimSpace(precisions[d.Precision()] + " " + marks)
}

func TestParse(t *testing.T) {
	const day = "2006-01-02"
	for _, row := range corpus(t, "parse.txt") {
		d := parse(t, row[0])
		got := []string{d.Raw(), d.Min().Format(day), d.Max().Format(day), describe(d)}
		if !slices.Equal(got, row) {
			t.Errorf("\n got %v\nwant %v", got, row)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, row := range corpus(t, "errors.txt") {
		s := strings.NewReplacer("␣", " ", "∅", "").Replace(row[0])
		d, err := Parse(s)
		if want := "column " + row[1] + ": " + row[2]; err == nil || err.Error() != want {
			t.Errorf("%q:\n got %v\nwant %s", s, err, want)
		}
		if d != (Date{}) {
			t.Errorf("%q: a date comes with the error", s)
		}
	}
}

func TestZeroDate(t *testing.T) {
	var d Date
	if d.Raw() != "" || !d.Min().IsZero() || !d.Max().IsZero() || d.IsInterval() || d.OpenStart() || d.OpenEnd() || d.Approximate() || d.Uncertain() {
		t.Errorf("%+v", d)
	}
}

// TestCompare sorts dates that stand here in order: by the first day, and of what
// begins on one day the more exact first, then what ends first.
func TestCompare(t *testing.T) {
	want := []string{
		"-0043-03-15", "-0042", "0000", "0001-01-01", "1999-24", "20XX", "202X-XX/2030", "2020-12-31",
		"2021-01-01", "2021-01", "2021-33", "2021-40", "2021", "2021/2022", "2021-03", "2021-21", "2021-03-05", "../2022", "2022-06-30",
	}
	got := slices.Clone(want)
	rand.New(rand.NewSource(2)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, func(a, b string) int { return Compare(parse(t, a), parse(t, b)) })
	if !slices.Equal(got, want) {
		t.Errorf("\n got %v\nwant %v", got, want)
	}
}

// TestCompareIsAnOrder checks that it is antisymmetric and transitive on the corpus.
func TestCompareIsAnOrder(t *testing.T) {
	var dates []Date
	for _, row := range corpus(t, "parse.txt") {
		dates = append(dates, parse(t, row[0]))
	}
	for _, a := range dates {
		for _, b := range dates {
			if Compare(a, b) != -Compare(b, a) {
				t.Errorf("%s and %s are each before the other", a.Raw(), b.Raw())
			}
		}
	}
	sorted := slices.SortedFunc(slices.Values(dates), Compare)
	rand.New(rand.NewSource(1)).Shuffle(len(dates), func(i, j int) { dates[i], dates[j] = dates[j], dates[i] })
	slices.SortFunc(dates, Compare)
	for i := range dates {
		if Compare(dates[i], sorted[i]) != 0 {
			t.Errorf("place %d: %s or %s", i, dates[i].Raw(), sorted[i].Raw())
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, name := range []string{"parse.txt", "errors.txt"} {
		for _, row := range corpus(f, name) {
			f.Add(row[0])
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("%T", err)
			}
			if e.Col < 1 || e.Col > len(s)+1 {
				t.Fatalf("column %d of %d", e.Col, len(s))
			}
			return
		}
		if d.Raw() != s {
			t.Fatalf("%q became %q", s, d.Raw())
		}
		if d.Max().Before(d.Min()) {
			t.Fatalf("%v to %v", d.Min(), d.Max())
		}
		again, err := Parse(d.Raw())
		if err != nil || again != d {
			t.Fatalf("%q is read otherwise the second time: %v", s, err)
		}
		for _, tag := range []string{"de", "en-GB", "en-US", "fr", "ar", "ja", "cs", "he"} {
			for _, part := range []Part{Whole, Early, Mid, Late, "other"} {
				for _, text := range []string{d.Words(language(t, tag), part), d.ShortWords(language(t, tag), part)} {
					if text == "" || strings.Contains(text, "%!") || strings.ContainsAny(text, "{}") {
						t.Fatalf("%s: %q", tag, text)
					}
				}
			}
		}
	})
}
