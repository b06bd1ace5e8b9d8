package check

import (
	"path/filepath"
	"strings"
	"testing"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
)

// plants make one fault in a good translation, or return "" where it cannot be
// made. least is the share that must be found.
var plants = []struct {
	code  string
	least float64
	fault func(german, english string) string
}{
	{"translation-doubled", 0.99, func(_, en string) string { return around(en, func(w string) string { return w + " " + w }) }},
	{"translation-unchanged", 0.99, func(de, _ string) string { return de }},
	{"translation-leftover", 0.85, lastSentence},
	{"translation-length", 0.99, func(_, en string) string {
		if len(en) < 200 || strings.ContainsAny(en, "[`*") {
			return ""
		}
		return en[:len(en)/4]
	}},
	{"translation-quotes", 0.99, func(_, en string) string { return around(en, func(w string) string { return "„" + w + "“" }) }},
	{"translation-shape", 0.99, func(_, en string) string { return around(en, func(w string) string { return "**" + w + "**" }) }},
	{"translation-shape", 0.99, func(_, en string) string { return "1. " + en }},
	{"translation-shape", 0.99, func(_, en string) string { return "> " + en }},
}

// around changes the first long word in lower case that stands between blanks and
// outside of markup and quotations.
func around(text string, change func(string) string) string {
	if strings.ContainsAny(text, quoteMarks+"’*`") {
		return ""
	}
	words := strings.Split(text, " ")
	for i, w := range words {
		if i > 0 && len(w) > 4 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" {
			words[i] = change(w)
			return strings.Join(words, " ")
		}
	}
	return ""
}

// lastSentence puts the German of the last sentence in place of the English.
func lastSentence(de, en string) string {
	if strings.ContainsAny(de+en, "[`*„") {
		return ""
	}
	d, e := strings.Split(de, ". "), strings.Split(en, ". ")
	if len(d) < 2 || len(e) != len(d) || len(strings.Fields(d[len(d)-1])) < 6 {
		return ""
	}
	e[len(e)-1] = d[len(d)-1]
	return strings.Join(e, ". ")
}

// TestPlanted plants each fault in every translation of this repository's dossier
// that allows it, and counts how many are found.
func TestPlanted(t *testing.T) {
	p, findings := project.Load(filepath.Join("..", "..", ".."))
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	texts := read(p).current(0, "en")
	for _, plant := range plants {
		tried, found := 0, 0
		for _, x := range texts {
			if !x.inline || len(x.source) < 60 {
				continue
			}
			bad := plant.fault(x.source, x.entry.Other)
			if bad == "" {
				continue
			}
			tried++
			if has(judged(t, "en", x.source, bad, true), plant.code) {
				found++
			} else if found*10 < tried*9 {
				t.Logf("missed %s: %s", plant.code, bad)
			}
		}
		share := float64(found) / float64(max(1, tried))
		t.Logf("%s: %d of %d found", plant.code, found, tried)
		if tried < 10 || share < plant.least {
			t.Errorf("%s: %.0f %% of %d found", plant.code, 100*share, tried)
		}
	}
}

func has(l diag.List, code string) bool {
	for _, f := range l {
		if f.Code == code {
			return true
		}
	}
	return false
}
