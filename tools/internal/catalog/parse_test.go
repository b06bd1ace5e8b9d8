package catalog

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	"github.com/nicksnyder/go-i18n/v2/i18n"
)

const sample = `#: generated
# about this file

#: § Aufstieg · Absatz 2
# a remark on the message
[p-7f3a9c]
hash = "sha1-0" # trailing
# inside
other = "Since 2021 [more than one billion](fig:mau) people …"

[mau-welt.label]
other = '''
Users "worldwide"'''

[p-empty]
other = ""
# at the end
`

func TestParse(t *testing.T) {
	f, findings := Parse("i18n/pages/x.en.toml", []byte(sample))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	var got []string
	for _, e := range f.Entries {
		got = append(got, e.ID+"|"+e.Hash+"|"+e.Other+"|"+e.OtherPos.String())
	}
	want := []string{
		"p-7f3a9c|sha1-0|Since 2021 [more than one billion](fig:mau) people …|i18n/pages/x.en.toml:9:10",
		"mau-welt.label||Users \"worldwide\"|i18n/pages/x.en.toml:13:1",
		"p-empty|||i18n/pages/x.en.toml:16:10",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	e := f.Entries[0]
	if string(f.head) != "# about this file\n" || string(e.comments) != "# a remark on the message\n" || string(f.tail) != "# at the end\n" {
		t.Errorf("comments: head %q, message %q, tail %q", f.head, e.comments, f.tail)
	}
	if !strings.Contains(string(e.body), "# trailing") || !strings.Contains(string(e.body), "# inside") {
		t.Errorf("body lost a comment: %q", e.body)
	}
}

// go-i18n takes fields in any case, and so does this.
func TestFieldsInCapitals(t *testing.T) {
	f, findings := Parse("c.en.toml", []byte("[p-1]\nHash = \"sha1-0\"\nOTHER = \"x\"\n"))
	e, ok := f.Get("p-1")
	if len(findings) > 0 || !ok || e.Other != "x" || e.Hash != "sha1-0" {
		t.Fatalf("%v: %+v", findings, e)
	}
	if got := string(e.With("p-1", "sha1-1", "y").body); got != "[p-1]\nHash = \"sha1-1\"\nOTHER = \"y\"\n" {
		t.Errorf("edited, it is %q", got)
	}
}

func TestParseRefuses(t *testing.T) {
	for name, tc := range map[string]struct{ src, want string }{
		"a key that go-i18n rejects": {"[p-1]\nother = \"x\"\nsource = \"y\"\n", `c.toml:3:1: error[catalog-key]: go-i18n knows no field "source" in a message`},
		"a slip of the pen":          {"[p-1]\nothr = \"x\"\n", `did you mean "other"?`},
		"a number":                   {"[p-1]\nother = 1\n", "c.toml:2:1: error[catalog-value]: other must be a string"},
		"the same message twice":     {"[p-1]\nother = \"x\"\n[p-1]\nother = \"y\"\n", `c.toml:3:2: error[catalog-duplicate]`},
		"a translation twice":        {"[p-1]\nother = \"x\"\nother = \"y\"\n", `c.toml:3:1: error[catalog-duplicate]: message "p-1" says "other" twice`},
		"twice in capitals":          {"[p-1]\nother = \"x\"\nOther = \"y\"\n", `c.toml:3:1: error[catalog-duplicate]: message "p-1" says "other" twice`},
		"a message in a message":     {"[p-1]\nother = \"x\"\n\n[p-1.a]\nother = \"y\"\n", `c.toml:4:2: error[catalog-key]: message "p-1.a" stands inside message "p-1"`},
		"a merge conflict":           {"[p-1]\n<<<<<<< HEAD\nother = \"x\"\n=======\nother = \"y\"\n>>>>>>> b\n", "c.toml:2:1: error[merge-conflict]"},
		"a half-written file":        {"[p-1]\nother = \"x", "c.toml:2:10: error[toml-syntax]: the text does not end on its line"},
		"curly quotation marks":      {"[p-1]\nother = “x”\n", "c.toml:2:9: error[toml-syntax]: the text begins with a curly quotation mark"},
		"quotation marks inside":     {"[p-1]\nother = \"the \"x\" of\"\n", `the text ends at its second quotation mark`},
		"quotation marks at the end": {"[p-1]\nother = \"the \"x\"\"\n", `the text ends at its second quotation mark`},
		"an apostrophe inside":       {"[p-1]\nother = 'the x's y'\n", `the text ends at its second apostrophe`},
		"a backslash too many":       {"[p-1]\nother = \"a\\*b\"\n", `a backslash stands before a character that needs none`},
		"no quotation marks":         {"[p-1]\nother = x y\n", `the text stands in no quotation marks`},
		"no equals sign":             {"[p-1]\nother \"x\"\n", `there is no = between the name and the text`},
		"a line end in a text":       {"[p-1]\nother = \"x\ny\"\n", `the text does not end on its line`},
		"Latin-1":                    {"[p-1]\nother = \"\xe4\"\n", "c.toml:2:10: error[encoding-utf8]"},
		"an inline table":            {"p-1 = {other = \"x\"}\n", `c.toml:1:1: error[catalog-key]: "p-1" is no message`},
		"a list of tables":           {"[[p-1]]\nother = \"x\"\n", "error[catalog-key]: a message is a table"},
	} {
		t.Run(name, func(t *testing.T) {
			_, findings := Parse("c.toml", []byte(tc.src))
			var got strings.Builder
			for _, f := range findings {
				got.WriteString(f.String() + "\n" + f.Hint + "\n")
			}
			if !strings.Contains(got.String(), tc.want) {
				t.Errorf("got %s want %s", got.String(), tc.want)
			}
		})
	}
}

// What this package accepts, go-i18n's own loader accepts and reads alike.
func FuzzParseAgreesWithGoI18n(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("a = \"b\"\n[c.d]\none = \"1\"\nother = \"2\"\n"))
	f.Add([]byte("[p-1]\nhash = \"h\"\nleftDelim = \"<<\"\nother = \"\"\"\nx\\\n   y\"\"\"\n"))
	f.Add([]byte("\xEF\xBB\xBF[p-1]\r\nother = \"x\"\r\n"))
	f.Add([]byte("x = {other = \"y\"}\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		file, findings := Parse("c.en.toml", src)
		if len(findings) > 0 || len(file.Entries) == 0 {
			return
		}
		for _, e := range file.Entries {
			if e.ID == "" || strings.Contains(e.ID, ".") || fields[strings.ToLower(e.ID)] || e.ID == "translation" {
				return // ids that dossier never gives
			}
		}
		m, err := i18n.ParseMessageFileBytes(src, "c.en.toml", map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
		if err != nil {
			t.Fatal("what is accepted here go-i18n refuses: ", err)
		}
		theirs := map[string]string{}
		for _, msg := range m.Messages {
			theirs[msg.ID] = strings.ReplaceAll(msg.Other, "\r\n", "\n")
		}
		for _, e := range file.Entries {
			if e.Other != theirs[e.ID] {
				t.Errorf("%s: we read %q, go-i18n %q", e.ID, e.Other, theirs[e.ID])
			}
		}
		again, findings := Parse("c.en.toml", Target("x", "en", file, nil, func(string) bool { return false }))
		if len(findings) > 0 {
			t.Fatalf("the rewritten file has findings: %v", findings)
		}
		for _, e := range file.Entries {
			if got, ok := again.Get(e.ID); e.Other != "" && (!ok || got.Other != e.Other) {
				t.Errorf("%s lost its text %q", e.ID, e.Other)
			}
		}
	})
}
