package project

import (
	"slices"
	"strings"
	"testing"

	"dossier/tools/internal/catalog"
)

// An author who gives a paragraph an address of its own takes nothing away from its
// translators, and breaks no link to it.
func TestAnAnchorOfTheAuthorsKeepsTheTranslation(t *testing.T) {
	d := written(t)
	d.change("i18n/pages/prosa.en.toml", "other = \"translation 3\"", "other = \"translation 3\"  # ask Ada\n# about boats")
	d.change("content/prosa.md", "die Zahl der Boote", "die Anzahl der Boote")
	d.sync()
	before := d.of("Der zweite")
	memory := d.load().memoryOf(pagesDir + "/prosa")
	memory.Ignore(before.ID, "en", catalog.Ignored{Code: "translation-length", Reason: "a list"})
	d.write("i18n/state/pages/prosa.jsonl", string(memory.Bytes()))
	d.change("content/prosa.md", "wohin sie fuhren.\n", "wohin sie fuhren.\n{#boote}\n")
	for n, when := range []string{"before", "after"} {
		got := d.of("Der zweite")
		if got.ID != "boote" || got.Text != before.Text || got.State != before.State || got.Previous != before.Previous || got.Change != before.Change ||
			!slices.Equal(got.Comments, before.Comments) || len(got.Ignored) != 1 || !slices.Equal(got.Also, []string{before.ID}) {
			t.Errorf("%s the sync %+v, was %+v", when, got, before)
		}
		if gone := slices.ContainsFunc(d.load().Translations("en"), func(t Translation) bool { return t.ID == before.ID }); gone {
			t.Errorf("%s the sync the former id has a translation", when)
		}
		if changed := d.sync().Changed(); changed != (n == 0) {
			t.Errorf("%s the sync: changed %v", when, changed)
		}
	}
	shown := d.read("i18n/pages/prosa.en.toml")
	if strings.Contains(shown, "obsolete") || strings.Contains(shown, "joined") || !strings.Contains(shown, "other = \"translation 3\"  # ask Ada\n") {
		t.Error(shown)
	}
	d.change("content/prosa.md", "{#boote}\n", "")
	d.sync()
	if got := d.of("Der zweite"); got.ID != "boote" || got.Text != before.Text {
		t.Errorf("without the anchor %+v", got)
	}
}

// A sync that is killed between its two plans has lost nothing.
func TestAnAnchorAndAMoveAreCutShort(t *testing.T) {
	d := written(t)
	id := d.of("Der dritte").ID
	third := "\nDer dritte Absatz handelt vom Wetter und von sonst gar nichts.\n"
	d.change("content/prosa.md", third, "")
	d.write("content/wetter.md", "+++\ntitle = \"Wetter\"\n+++\n"+third+"{#wetter}\n")
	d.applyFirst()
	if got := d.expect("Der dritte", "translation 4", catalog.Current, ""); got.ID != "wetter" || !slices.Equal(got.Also, []string{id}) {
		t.Errorf("%+v", got)
	}
	d.sync()
	if d.sync().Changed() {
		t.Error("not settled")
	}
	if got := d.expect("Der dritte", "translation 4", catalog.Current, ""); !slices.Equal(got.Also, []string{id}) {
		t.Errorf("%+v", got)
	}
}
