package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"dossier/tools/internal/project"
)

// The fact base of the TikTok dossier: figures (F…), events (E…), claims (C…),
// one JSON object a line. It lies beside the repository; without it these tests
// are skipped.
const factBase = repository + "/../shared/facts"

// leftOut are the facts that the dossier does not use, each with the reason.
var leftOut = map[string]string{
	"F07": "the second mention of F02 in the article; mau-welt-2021 carries both",
}

// TestFactBase holds the dossier to its fact base: each figure, event and claim
// of it has a record that names it (fact = "F02"), or stands in leftOut; and no
// record names a fact that is not there.
func TestFactBase(t *testing.T) {
	if _, err := os.Stat(factBase); err != nil {
		t.Skip("no fact base beside the repository")
	}
	p, findings := project.Load(repository)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	used := map[string]map[string]bool{"figures": {}, "events": {}, "claims": {}}
	for _, f := range p.Records.Figures {
		used["figures"][f.Fact] = true
	}
	for _, e := range p.Records.Events {
		used["events"][e.Fact] = true
	}
	for _, c := range p.Records.Claims {
		used["claims"][c.Fact] = true
	}
	for kind, records := range used {
		facts := factIDs(t, kind)
		for id := range facts {
			_, out := leftOut[id]
			switch {
			case records[id] && out:
				t.Errorf("%s is used; it need not stand in leftOut", id)
			case !records[id] && !out:
				t.Errorf("no record of %s has fact = %q, and leftOut gives no reason", kind, id)
			}
		}
		for id := range records {
			if id != "" && !facts[id] {
				t.Errorf("a record of %s names %s, which the fact base does not have", kind, id)
			}
		}
	}
}

// TestEveryClaimIsPlaced holds each claim to what a reader needs of it: a subject
// to stand under, a place in the text that made it, and a chapter that tells more.
func TestEveryClaimIsPlaced(t *testing.T) {
	p, findings := project.Load(repository)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	for _, c := range p.Records.Claims {
		if c.Theme == "" || c.Source == "" || c.Locator == "" || len(c.Pages) == 0 {
			t.Errorf("the claim %q lacks a theme, a source with a locator, or a chapter", c.ID)
		}
	}
}

func factIDs(t *testing.T, kind string) map[string]bool {
	t.Helper()
	f, err := os.Open(filepath.Join(factBase, kind+".jsonl"))
	must(t, err)
	defer f.Close()
	ids := map[string]bool{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var fact struct{ ID string }
		must(t, json.Unmarshal(lines.Bytes(), &fact))
		ids[fact.ID] = true
	}
	must(t, lines.Err())
	if len(ids) == 0 {
		t.Fatalf("%s.jsonl is empty", kind)
	}
	return ids
}
