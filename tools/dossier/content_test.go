package main

import (
	"strings"
	"testing"
	"time"

	"dossier/tools/internal/markdown"
)

// TestLaterIsAfterTheArticle holds that an event is marked as later than the
// article of March 2023 if, and only if, it is.
func TestLaterIsAfterTheArticle(t *testing.T) {
	article := time.Date(2023, time.March, 11, 0, 0, 0, 0, time.UTC)
	for _, e := range loadRepository(t).Records.Events {
		if after := e.Date.Min().After(article); after != e.Later {
			t.Errorf("%q is of %s, and later is %v", e.ID, e.Date.Raw(), e.Later)
		}
	}
}

// TestNothingIsLaterThanItsSource holds that every figure and event was known to
// a source when that appeared. A forecast looks ahead and is excepted.
func TestNothingIsLaterThanItsSource(t *testing.T) {
	set := loadRepository(t).Records
	known := func(from time.Time, ids ...string) bool {
		for _, id := range ids {
			if s, ok := set.Source(id); ok && !from.After(s.Issued.Max()) {
				return true
			}
		}
		return false
	}
	for _, f := range set.Figures {
		for _, e := range f.Evidence {
			if e.Relation != "mentions" && f.Kind != "forecast" && !known(f.AsOf.Min(), e.Source) {
				t.Errorf("figure %q is as of %s, later than its source %q", f.ID, f.AsOf.Raw(), e.Source)
			}
		}
	}
	for _, e := range set.Events {
		if !known(e.Date.Min(), e.Sources...) {
			t.Errorf("event %q is of %s, later than all of its sources", e.ID, e.Date.Raw())
		}
	}
}

// TestEverySourceIsUsed holds that no source stands there for show: each is cited
// on a page or rests under a record.
func TestEverySourceIsUsed(t *testing.T) {
	p := loadRepository(t)
	used := map[string]bool{}
	for _, page := range p.Pages {
		for _, u := range page.Units {
			for _, r := range u.Refs {
				used[r.ID] = used[r.ID] || r.Scheme == "src"
			}
		}
	}
	for _, f := range p.Records.Figures {
		for _, e := range f.Evidence {
			used[e.Source] = true
		}
	}
	for _, e := range p.Records.Events {
		for _, id := range e.Sources {
			used[id] = true
		}
	}
	for _, c := range p.Records.Claims {
		used[c.Source] = true
		for _, id := range c.Evidence {
			used[id] = true
		}
	}
	for _, s := range p.Records.Sources {
		if !used[s.ID] {
			t.Errorf("nothing rests on the source %q", s.ID)
		}
	}
}

// TestChaptersAreWhole holds that a chapter has at least 600 words of German.
func TestChaptersAreWhole(t *testing.T) {
	all := 0
	for _, page := range loadRepository(t).Pages {
		if page.Layout != "chapter" {
			continue
		}
		words := 0
		for _, u := range page.Units {
			words += len(strings.Fields(markdown.Plain(u.Text)))
		}
		if all += words; words < 600 {
			t.Errorf("%s has %d words", page.Name, words)
		}
	}
	if all < 7000 {
		t.Errorf("the chapters have %d words together", all)
	}
}
