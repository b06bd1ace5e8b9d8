package catalog

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzMemory holds state to its promise on any bytes: what was written is read
// back, line for line.
func FuzzMemory(f *testing.F) {
	f.Add([]byte(`{"id":"p-1","hash":"sha1-00","text":"Alt"}` + "\n" + `{"id":"p-1","lang":"en","seen":"sha1-1"}`))
	f.Add([]byte(`{"id":"p-1","lang":"en","target":"sha1-1","how":"ack","by":"Ä"}` + "\n<<<<<<< HEAD\n" + `{"id":"p-2","retired":true}`))
	f.Add([]byte(`{"id":"p-1","lang":"en","ignore":"x","reason":"y"}` + "\n" + `{"id":"p-1","also":"p-2"}` + "\n" + `{"id":"p-3","split":"p-1"}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		m, _ := ParseMemory("state", src)
		once := m.Bytes()
		again, findings := ParseMemory("state", once)
		if len(findings) > 0 || !bytes.Equal(again.Bytes(), once) {
			t.Errorf("%v: %q came back as %q", findings, once, again.Bytes())
		}
		if part := m.Of(m.Mentions()...); !bytes.Equal(part.Bytes(), once) {
			t.Errorf("%q as a whole is %q", once, part.Bytes())
		}
	})
}

// FuzzEdit changes a message in whatever file there is: the file stays sound, and
// says what was put in.
func FuzzEdit(f *testing.F) {
	f.Add([]byte("# mine\n[p-1]\nhash = 'x' # why\nother = \"\"\"\na\nb\"\"\"\none = \"y\"\n"), "neu \"x\" \\")
	f.Add([]byte("p-1 = \"a\"\n"), "b\nc")
	f.Add([]byte("[a.b]\nother = '''x'''\nhash = \"\"\n"), "ä\u202f'")
	f.Fuzz(func(t *testing.T, src []byte, text string) {
		file, findings := Parse("x.en.toml", src)
		if findings.HasErrors() || !utf8.ValidString(text) || strings.Contains(text, "\r") {
			return
		}
		for _, e := range file.Entries {
			changed := e.With(e.ID, Hash("today"), text)
			again, findings := Parse("y.en.toml", slices.Concat(changed.comments, changed.body))
			if !plainKey(e.ID) {
				continue
			}
			if findings.HasErrors() || len(again.Entries) != 1 {
				t.Fatalf("%v in %q", findings, changed.body)
			}
			if got := again.Entries[0]; got.Other != text || got.Hash != Hash("today") {
				t.Errorf("says %q (%s) in %q", got.Other, got.Hash, changed.body)
			}
		}
	})
}

// plainKey reports whether an id can be written without quotes.
func plainKey(id string) bool {
	return id != "" && !strings.ContainsFunc(id, func(r rune) bool {
		return r != '-' && r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
}

// FuzzAlign gives every unit an id of its own, and a text that is still there the
// id that it had.
func FuzzAlign(f *testing.F) {
	f.Add("a\nb\nc", "c\nb\na", "p-1")
	f.Add("ja\nnein\nja", "ja\nja\nnein\nneu", "")
	f.Fuzz(func(t *testing.T, before, after, taken string) {
		units := func(s string) []New {
			var out []New
			for n, line := range strings.Split(s, "\n") {
				kind := "p"
				if n%5 == 4 {
					kind = "h"
				}
				out = append(out, New{Page: "x", Kind: kind, Text: line})
			}
			return out
		}
		old := born(units(before))
		carried := Align(old, units(after), func() map[string]string { return map[string]string{taken: ""} })
		seen := map[string]bool{}
		have := map[string]int{}
		for _, o := range old {
			have[o.Text]++
		}
		for i, c := range carried {
			if c.ID == "" || seen[c.ID] || c.ID == taken && c.Old < 0 {
				t.Fatalf("unit %d has the id %q", i, c.ID)
			}
			seen[c.ID] = true
			if c.Old >= 0 && old[c.Old].ID != c.ID {
				t.Fatalf("unit %d carries on %q as %q", i, old[c.Old].ID, c.ID)
			}
		}
		for i, u := range units(after) {
			if have[u.Text]--; have[u.Text] >= 0 && (carried[i].Old < 0 || old[carried[i].Old].Text != u.Text) {
				same := 0
				for k, v := range units(after) {
					if v.Text == u.Text && carried[k].Old >= 0 && old[carried[k].Old].Text == u.Text {
						same++
					}
				}
				if same < min(strings.Count("\n"+before+"\n", "\n"+u.Text+"\n"), 1) {
					t.Errorf("the unchanged %q is lost", u.Text)
				}
			}
		}
	})
}
