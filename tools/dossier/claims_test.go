package main

import (
	"testing"

	"dossier/tools/internal/project"
)

// TestEveryClaimIsPlaced holds each claim of the dossier to what a reader needs of
// it: a subject to stand under, a place in the text that made it, and a chapter
// that tells more.
func TestEveryClaimIsPlaced(t *testing.T) {
	p, findings := project.Load(repository)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	if len(p.Records.Claims) == 0 {
		t.Error("the dossier checks no claims")
	}
	for _, c := range p.Records.Claims {
		if c.Theme == "" || c.Source == "" || c.Locator == "" || len(c.Pages) == 0 {
			t.Errorf("the claim %q lacks a theme, a source with a locator, or a chapter", c.ID)
		}
	}
}
