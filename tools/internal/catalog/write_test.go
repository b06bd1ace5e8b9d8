package catalog

import (
	"strings"
	"testing"
)

func parse(t *testing.T, src string) *File {
	t.Helper()
	f, findings := Parse("i18n/pages/x.en.toml", []byte(src))
	if len(findings) > 0 {
		t.Fatalf("%v in:\n%s", findings, src)
	}
	return f
}

// target runs Target as sync does.
func target(t *testing.T, old *File, messages ...Message) string {
	t.Helper()
	living := map[string]bool{}
	for i, m := range messages {
		living[m.ID] = true
		messages[i].Entry, _ = old.Get(m.ID)
	}
	out := string(Target("content/x.md", "en", old, messages, func(id string) bool { return living[id] }))
	parse(t, out)
	return out
}

func has(t *testing.T, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
}

func TestANewUnitIsEmptyAndCarriesItsGerman(t *testing.T) {
	out := target(t, nil, Message{ID: "p-1", Text: "Hallo „Welt“.", Where: "Absatz 1"})
	has(t, out, "#: Absatz 1 · missing\n#: Hallo „Welt“.\n[p-1]\nhash = \""+Hash("Hallo „Welt“.")+"\"\nother = \"\"\n")
}

func TestATranslationKeepsItsBytes(t *testing.T) {
	mine := "# my own remark\n[p-1]\nhash = \"" + Hash("Hallo") + "\"   # odd   spacing\nother = '''He said \"hello\"'''\n"
	out := target(t, parse(t, "#: old\n"+mine), Message{ID: "p-1", Text: "Hallo", Where: "Absatz 1"})
	has(t, out, mine)
	if again := target(t, parse(t, out), Message{ID: "p-1", Text: "Hallo", Where: "Absatz 1"}); again != out {
		t.Errorf("a second sync changed the file:\n%s", again)
	}
}

func TestAnOutdatedTranslationStaysAndIsMarked(t *testing.T) {
	old := parse(t, "[p-1]\nhash = \""+Hash("Alt")+"\"\nother = \"Old\"\n")
	out := target(t, old, Message{ID: "p-1", Text: "Neu", Where: "Absatz 1", Before: "Alt"})
	has(t, out, "#: Absatz 1 · outdated\n#: Neu\n#: translated from:\n#: Alt\n", Hash("Alt"), `other = "Old"`)
}

func TestDeletingTheHashConfirmsWhatWasSeen(t *testing.T) {
	old := parse(t, "[p-1]\nother = \"New\"\n")
	has(t, target(t, old, Message{ID: "p-1", Text: "Neu", Seen: "Neu"}), "[p-1]\nhash = \""+Hash("Neu")+"\"\nother = \"New\"")
	// The German changed after the translator read it: outdated, not confirmed.
	has(t, target(t, old, Message{ID: "p-1", Text: "Neuer", Seen: "Neu"}), Hash("Neu"))
}

func TestWhatTheGermanNoLongerHasIsKept(t *testing.T) {
	old := parse(t, "[p-1]\nother = \"kept\"\n\n[p-2]\nother = \"\"\n")
	out := target(t, old, Message{ID: "p-3", Text: "Neu"})
	has(t, out, "#: obsolete: the German text no longer has this\n[p-1]\nother = \"kept\"\n")
	if strings.Contains(out, "p-2") {
		t.Errorf("an empty obsolete message was kept:\n%s", out)
	}
}

func TestQuoteReadsBack(t *testing.T) {
	for _, s := range []string{"", "a", `a "b"`, `\`, "it's", `it's "q" \n`, "a\nb\tc", "\x01\x7f", "„ä“\u202f"} {
		if f := parse(t, "x = "+quote(s)+"\n"); f.Entries[0].Other != s {
			t.Errorf("%q came back as %q", s, f.Entries[0].Other)
		}
	}
}

func TestMemory(t *testing.T) {
	m, findings := ParseMemory("i18n/state/pages/x.jsonl", []byte("{\"id\":\"p-2\",\"retired\":true}\n\nnonsense\n"))
	if len(findings) != 1 || findings[0].Line != 3 {
		t.Errorf("findings %v", findings)
	}
	m.Remember("p-1", "Alt")
	m.Remember("p-1", "Älter")
	m.Keep(func(_, hash string) bool { return hash == Hash("Alt") })
	if m.Earlier("p-1", Hash("Alt")) != "Alt" || m.Earlier("p-1", Hash("Älter")) != "" {
		t.Errorf("remembers %+v", m)
	}
	again, _ := ParseMemory("", m.Bytes())
	if string(again.Bytes()) != string(m.Bytes()) || len(again.Retired()) != 1 {
		t.Errorf("came back as %s", again.Bytes())
	}
}

// What a translator's editor makes of line ends, it makes of the whole file; so
// does sync, also of a file that is mixed already.
func TestLineEndsStayAsTheTranslatorsEditorWritesThem(t *testing.T) {
	message := Message{ID: "p-1", Text: "Hallo", Where: "Absatz 1"}
	more := Message{ID: "p-2", Text: "Neu\nhier", Where: "Absatz 2"}
	unix := "# head\n\n# mine\n[p-1]\nhash = \"" + Hash("Alt") + "\"\nother = \"\"\"\nHello\nyou\"\"\"\n\n[p-9]\nother = \"gone\"\n\n# tail\n"
	windows := strings.ReplaceAll(unix, "\n", "\r\n")
	for name, c := range map[string]struct {
		src  string
		crlf bool
	}{
		"unix": {unix, false}, "windows": {windows, true},
		"mostly windows": {windows + "[p-8]\nother = \"x\"\n", true}, "mostly unix": {unix + "[p-8]\r\nother = \"x\"\r\n", false},
		"windows, saved as UTF-8 with a mark": {"\xEF\xBB\xBF" + windows, true},
	} {
		want := target(t, parse(t, unix+strings.TrimPrefix(strings.ReplaceAll(strings.TrimPrefix(c.src, "\xEF\xBB\xBF"), "\r\n", "\n"), unix)), message, more)
		got := target(t, parse(t, c.src), message, more)
		if crs, lfs := strings.Count(got, "\r\n"), strings.Count(got, "\n"); c.crlf && crs != lfs || !c.crlf && strings.Contains(got, "\r") {
			t.Errorf("%s: %d of %d lines end in CR LF", name, crs, lfs)
		}
		if strings.ReplaceAll(got, "\r\n", "\n") != want {
			t.Errorf("%s: says something else:\n%s", name, got)
		}
		if again := target(t, parse(t, got), message, more); again != got {
			t.Errorf("%s: a second sync changed the file:\n%q\n%q", name, got, again)
		}
		if e, _ := parse(t, got).Get("p-1"); e.Other != "Hello\nyou" {
			t.Errorf("%s: the translation reads %q", name, e.Other)
		}
	}
	theme := parse(t, "[skip]\nother = \"Zum Inhalt\"\n[next]\nother = \"Weiter\"\n")
	mine := "# mine\r\n[skip]\r\nother = \"x\"\r\n"
	got := string(Interface("fr", parse(t, mine), []byte(mine), theme, nil, []string{"one", "other"}))
	if strings.Count(got, "\r\n") != strings.Count(got, "\n") {
		t.Errorf("interface words are mixed: %q", got)
	}
}

// Text from a PDF or a word processor brings characters along that TOML allows in
// no comment, not even in one that nobody wrote by hand.
func TestControlCharactersAreShownInComments(t *testing.T) {
	text := "Der Kai\vist\b lang\x7f.\u00A0"
	m := Message{ID: "p-1", Text: text, Where: "§ Teil\f1 · Absatz 1", Before: "Der\x00Kai", Whole: "p-2", WholeSays: "The\x1bquay"}
	m.Entry = (*Entry)(nil).With("p-1", Hash(m.Before), "The\vquay")
	f := parse(t, string(Target("content/x.md", "en", nil, []Message{m}, func(string) bool { return true })))
	if e, _ := f.Get("p-1"); e.Other != "The\vquay" || e.German() != "Der Kai␋ist␈ lang␡.\u00A0" {
		t.Errorf("%q, made from %q", e.Other, e.German())
	}
	source, findings := ParseSource("i18n/pages/x.de.toml", Source("content/x.md", []Message{m}))
	if e, _ := source.Get("p-1"); len(findings) > 0 || e.Other != text {
		t.Errorf("%v, %q", findings, e.Other)
	}
}
