package record

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzLoad reads anything: it must not panic, every finding must lead into the
// file and be fit to print, and every figure has a status.
func FuzzLoad(f *testing.F) {
	base, err := os.ReadFile("testdata/base.toml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(base))
	names, _ := filepath.Glob("testdata/*/*.txtar")
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, x := range archive.Files {
			if strings.HasSuffix(x.Name, ".toml") {
				f.Add(string(x.Data))
			}
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		set, findings := Load(map[string][]byte{"base.toml": base, "x.toml": []byte(src)})
		lines := strings.Split(src, "\n")
		for _, x := range findings {
			if x.Message == "" || x.Hint == "" || !utf8.ValidString(x.Message+x.Hint) || len(x.Message) > 2000 {
				t.Errorf("unfit: %q %q", x.Message, x.Hint)
			}
			if x.File != "x.toml" {
				continue
			}
			if x.Line < 1 || x.Line > len(lines) || x.Col < 1 || x.Col > len(lines[x.Line-1])+1 {
				t.Errorf("%s leads nowhere: %s", x.Pos, x.Message)
			}
		}
		for _, x := range set.Figures {
			if set.Status(x) == "" {
				t.Errorf("%q has no status", x.ID)
			}
			set.NewerSibling(x)
		}
		set.Texts()
		set.Series()
	})
}

// FuzzQuotes reads any quotation.
func FuzzQuotes(f *testing.F) {
	f.Add("between 2.5 and 3 billion", "en", "2500000000")
	f.Add("eine halbe Milliarde", "de", "500000000")
	f.Add("1.234.567,5", "de", "1")
	f.Fuzz(func(t *testing.T, quote, lang, value string) {
		if notDecimal(value) == "" {
			quotes(quote, lang, value)
		}
	})
}
