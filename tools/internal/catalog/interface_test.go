package catalog

import (
	"strings"
	"testing"
)

// Say changes one form of one word; every other byte is the translator's.
func TestSay(t *testing.T) {
	const file = "# mine\n\n# about two\n[minutes]\none = '''\n{{ .Count }} min'''  # short\nother = \"\"\n\n[next]\nother = \"Suivant\"\n"
	for _, c := range []struct {
		what, src string
		word      Word
		want      string
	}{
		{"an empty form", file, Word{ID: "minutes", Form: "other", Text: "{{ .Count }} minutes", Hash: "h"},
			strings.Replace(file, "[minutes]\none = '''\n{{ .Count }} min'''  # short\nother = \"\"", "[minutes]\nhash = \"h\"\none = '''\n{{ .Count }} min'''  # short\nother = \"{{ .Count }} minutes\"", 1)},
		{"a form of several lines", file, Word{ID: "minutes", Form: "one", Text: "1 \"min\"", Hash: "h"},
			strings.Replace(file, "[minutes]\none = '''\n{{ .Count }} min'''", "[minutes]\nhash = \"h\"\none = '1 \"min\"'", 1)},
		{"a form that it has not", file, Word{ID: "next", Form: "many", Text: "x", Hash: "h"}, strings.Replace(file, "[next]\n", "[next]\nhash = \"h\"\nmany = \"x\"\n", 1)},
		{"a comment alone", file, Word{ID: "next", Comments: []string{"or: après?"}}, strings.Replace(file, "[next]", "# or: après?\n[next]", 1)},
		{"a word that it has not", file, Word{ID: "skip", Form: "other", Text: "Aller", Hash: "h"}, file + "\n[skip]\nhash = \"h\"\nother = \"Aller\"\n"},
		{"a file that is not there", "", Word{ID: "skip", Form: "other", Text: "Aller", Hash: "h"}, "\n[skip]\nhash = \"h\"\nother = \"Aller\"\n"},
		{"a file that cannot be read", "[next\n", Word{ID: "next", Form: "other", Text: "x", Hash: "h"}, "[next\n"},
	} {
		for end, of := range map[string]func(string) string{
			"LF": func(s string) string { return s }, "CR LF": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
			"a byte order mark": func(s string) string { return "\xEF\xBB\xBF" + s },
		} {
			if c.src == "" && end != "LF" {
				continue
			}
			src, want := of(c.src), of(c.want)
			if got := string(Say([]byte(src), c.word)); got != want {
				t.Errorf("%s, %s:\n got %q\nwant %q", c.what, end, got, want)
			}
		}
	}
}

// FuzzSay puts a form into whatever file there is: it says that, and the same as
// before of all else.
func FuzzSay(f *testing.F) {
	f.Add([]byte("[a]\none = \"x\"\nother = \"\"\"y\n\"\"\"\n[b]\nhash = 'h'\nother='z'"), "few", "neu \"x\" \\")
	f.Add([]byte("\xEF\xBB\xBF[a]\r\nOther = 'x'\r\n"), "other", "ä\u202f'")
	f.Fuzz(func(t *testing.T, src []byte, form, text string) {
		before, findings := Parse("", src)
		if findings.HasErrors() || !fields[form] || form == "id" || form == "hash" || form == "description" || strings.HasSuffix(form, "delim") {
			return
		}
		if text == "" || strings.ToValidUTF8(text, "") != text || strings.Contains(text, "\r") {
			return
		}
		for _, e := range before.Entries {
			if !plainKey(e.ID) || e.group || !strings.HasPrefix(string(e.body), "[") {
				continue
			}
			after, findings := Parse("", Say(src, Word{ID: e.ID, Form: form, Text: text, Hash: "h"}))
			if findings.HasErrors() {
				t.Fatalf("%v", findings)
			}
			for _, was := range before.Entries {
				is, ok := after.Get(was.ID)
				for _, name := range []string{"zero", "one", "two", "few", "many", "other"} {
					want := was.Form(name)
					if was == e && name == form {
						want = text
					}
					if !ok || is.Form(name) != want {
						t.Fatalf("%s.%s says %q, not %q", was.ID, name, is.Form(name), want)
					}
				}
			}
		}
	})
}
