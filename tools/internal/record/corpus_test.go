package record

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite what the corpora expect")

// TestFindings holds Load to testdata/findings: NAME.toml is read beside
// base.toml, and NAME.want is every finding, with its hint.
func TestFindings(t *testing.T) {
	corpus(t, "findings", func(_ *Set, findings []string) string { return strings.Join(findings, "\n") })
}

// TestStatus holds the derivation to testdata/status: NAME.want is the status of
// each figure of NAME.toml. These cases are without errors.
func TestStatus(t *testing.T) {
	corpus(t, "status", func(s *Set, findings []string) string {
		for _, f := range findings {
			if strings.Contains(f, ": error[") {
				t.Errorf("unexpected: %s", f)
			}
		}
		var lines []string
		for _, f := range s.Figures {
			if f.Pos.File == "case.toml" {
				lines = append(lines, f.ID+": "+string(s.Status(f)))
			}
		}
		return strings.Join(lines, "\n")
	})
}

// corpus runs every case of a folder of txtar files.
func corpus(t *testing.T, dir string, got func(*Set, []string) string) {
	base, err := os.ReadFile("testdata/base.toml")
	if err != nil {
		t.Fatal(err)
	}
	names, _ := filepath.Glob("testdata/" + dir + "/*.txtar")
	if len(names) == 0 {
		t.Fatal("no corpus")
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range archive.Files {
			title, ok := strings.CutSuffix(f.Name, ".toml")
			if !ok {
				continue
			}
			t.Run(filepath.Base(name)+"/"+title, func(t *testing.T) {
				set, findings := Load(map[string][]byte{"base.toml": base, "case.toml": f.Data})
				var lines []string
				for _, f := range findings.Sorted() {
					line := f.String()
					if f.Hint != "" {
						line += "\n  " + f.Hint
					}
					lines = append(lines, line)
				}
				text := strings.TrimSpace(got(set, lines)) + "\n"
				want := &archive.Files[i+1]
				if want.Name != title+".want" {
					t.Fatalf("%s.want does not follow %s", title, f.Name)
				}
				if *update {
					want.Data = []byte(text)
				} else if diff := cmp.Diff(string(want.Data), text); diff != "" {
					t.Error(diff)
				}
			})
		}
		if *update {
			if err := os.WriteFile(name, txtar.Format(archive), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestBaseIsWithoutFault keeps the corpora honest: what they report is the fault
// of the case.
func TestBaseIsWithoutFault(t *testing.T) {
	base, err := os.ReadFile("testdata/base.toml")
	if err != nil {
		t.Fatal(err)
	}
	if _, findings := Load(map[string][]byte{"base.toml": base}); len(findings) > 0 {
		t.Error(fmt.Sprint(findings))
	}
}
