package prose

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// rows reads a corpus: fields between " | ", a line each.
func rows(t *testing.T, name string) [][]string {
	t.Helper()
	all := rowsOf(name)
	if len(all) == 0 {
		t.Fatalf("nothing in testdata/%s", name)
	}
	return all
}

func rowsOf(name string) [][]string {
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		panic(err)
	}
	var all [][]string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, strings.Split(line, " | "))
		}
	}
	return all
}

var published = time.Date(2023, 3, 11, 0, 0, 0, 0, time.UTC)

func compared(german, english string) []string {
	de, en := Read(german, "de", true, published), Read(english, "en-GB", true, published)
	var faults []string
	for _, d := range Compare(&de, &en, nil, nil) {
		faults = append(faults, word(d))
	}
	return faults
}

// word names a difference as unfaithful.txt does.
func word(d Difference) string {
	switch {
	case d.Source == nil:
		return "added"
	case d.Target == nil:
		return "lost"
	case d.FalseFriend:
		return "false-friend"
	}
	names := map[Fault]string{
		Separators: "separators", Thousandfold: "thousandfold", Percentage: "percentage",
		OtherCurrency: "currency", OtherRate: "rate", LostApprox: "lost-approx",
		AddedApprox: "added-approx", OtherApprox: "other-approx", OtherDate: "date", OtherPart: "part",
	}
	if n, ok := names[d.Fault]; ok {
		return n
	}
	return "other"
}

func TestFaithful(t *testing.T) {
	pairs := rows(t, "faithful.txt")
	if len(pairs) < 100 {
		t.Errorf("only %d pairs", len(pairs))
	}
	for _, p := range pairs {
		if faults := compared(p[0], p[1]); len(faults) > 0 {
			t.Errorf("%s\n\t%s\n\tfalse alarm: %v\n\t%s", p[0], p[1], faults, found(p[0], p[1]))
		}
	}
}

func TestUnfaithful(t *testing.T) {
	for _, p := range rows(t, "unfaithful.txt") {
		if faults := compared(p[0], p[1]); !slices.Equal(faults, p[2:]) {
			t.Errorf("%s\n\t%s\n\tfound %v, want %v\n\t%s", p[0], p[1], faults, p[2:], found(p[0], p[1]))
		}
	}
}

// found says what was read, for a failed test.
func found(german, english string) string {
	var b strings.Builder
	for _, t := range []Text{Read(german, "de", true, published), Read(english, "en-GB", true, published)} {
		for _, q := range t.Figures {
			b.WriteString("[" + t.Phrase(q) + " " + q.Kind.String() + " " + q.Value.String() + " " + q.Max.String() + " " + q.Unit + q.Currency + q.EDTF + q.Mod + " " + q.Approx.String() + "] ")
		}
		b.WriteString("| ")
	}
	return b.String()
}
