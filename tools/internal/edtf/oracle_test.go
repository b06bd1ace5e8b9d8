package edtf

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestOracle compares with the reference implementation in JavaScript
// (testdata/edtfjs.mjs), but for what deviates lists.
func TestOracle(t *testing.T) {
	file, err := os.ReadFile("testdata/edtfjs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	agreed := 0
	for line := range strings.Lines(string(file)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		got := strings.Join(meaning(row[0]), " ")
		want := strings.Join(row[1:], " ")
		switch why := deviates(row[0]); {
		case got == want && why != "":
			t.Errorf("%q: it does not deviate: %s", row[0], why)
		case got == want:
			agreed++
		case why == "":
			t.Errorf("%q: %s, edtf.js has %s", row[0], got, want)
		}
	}
	if agreed < 120 {
		t.Errorf("agreed in %d cases only", agreed)
	}
}

// meaning does what edtfjs.mjs does.
func meaning(s string) []string {
	d, err := Parse(s)
	first, last := "-", "-"
	if err == nil && !d.OpenStart() {
		first = d.Min().Format(time.DateOnly)
	}
	if err == nil && !d.OpenEnd() {
		last = d.Max().Format(time.DateOnly)
	}
	return []string{first, last}
}

// deviations are where we mean otherwise, or the oracle errs.
var deviations = map[string]string{
	"seasons begin in January there, here with the months that people mean": "2001-21 2001-22 2001-23 2001-24 2003-24 2001-25 2001-28 2001-29 2001-30 2001-31 2001-32",
	"the first two thirds of a year have five months there":                 "2001-37 2001-38",
	"it refuses an end that lies within the start":                          "2023-06/2023 2023/2023",
	"it knows no doubt about long years and seasons":                        "Y-17000~ 2001-21~",
	"it has no interval of seasons":                                         "2001-33/2001-34",
	"it takes the 29 of February in any year for the 1 of March":            "XXXX-02-29 20XX-02-29 19X1-02-29 1985-02-29 1900-02-29",
	"it counts unspecified years before the year 0 forward":                 "-000X",
	"it does not look for the days that a month has":                        "2004-06-3X",
	"JavaScript has no such day":                                            "Y170000002",
	"it guesses at what is no EDTF, by the calendar of JavaScript":          "20230305 170000002",
	"a century is two digits in ISO 8601-1, which EDTF writes 23XX":         "23",
	"a time of day has hours, minutes and seconds, and no fraction":         "2023-03-05T12:00 2023-03-05T24:00:00 2023-03-05T12:00:00.5",
	"an interval is between days":                                           "2023-03-05T12:00:00/2024",
	"sets are not read":                                                     "[2021,2022] {2021,2022}",
}

func deviates(s string) string {
	for why, list := range deviations {
		if slices.Contains(strings.Fields(list), s) {
			return why
		}
	}
	return ""
}
