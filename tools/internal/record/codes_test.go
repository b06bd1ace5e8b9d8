package record

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// TestEveryCodeIsInTheCorpus reads the codes that the source can report, and asks
// for a case of each, and for its name in the package's documentation.
func TestEveryCodeIsInTheCorpus(t *testing.T) {
	source := all(t, "*.go")
	corpus := all(t, "testdata/findings/*.txtar") + "[encoding-utf8]" // TestNotUTF8: bytes that a corpus cannot hold
	doc, err := os.ReadFile("record.go")
	if err != nil {
		t.Fatal(err)
	}
	codes := []string{"encoding-utf8", "as-of-after-source"} // the first comes from diag, the second is reported in two ways
	for _, m := range regexp.MustCompile(`diag\.(?:Errorf|Warnf)\(.*?"([a-z]+(?:-[a-z]+)+)"`).FindAllStringSubmatch(source, -1) {
		codes = append(codes, m[1])
	}
	for _, m := range regexp.MustCompile(`\.refers\("([a-z]+)"\)`).FindAllStringSubmatch(source, -1) {
		codes = append(codes, m[1]+"-unknown")
	}
	if slices.Sort(codes); len(codes) < 40 {
		t.Errorf("only %d codes found: %v", len(codes), codes)
	}
	for _, code := range slices.Compact(codes) {
		if !strings.Contains(corpus, "["+code+"]") {
			t.Errorf("no case of %s in testdata/findings", code)
		}
		if name := regexp.MustCompile(`^[a-z]+-unknown$`).ReplaceAllString(code, "KIND-unknown"); !strings.Contains(string(doc), name) {
			t.Errorf("record.go does not document %s", code)
		}
	}
}

// all returns the text of the files, tests excepted.
func all(t *testing.T, pattern string) string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(data)
	}
	return b.String()
}

// TestReservedIDs holds the reserved words to what go-i18n makes of a table that
// is named like one: it must lose the message, or the word need not be reserved.
func TestReservedIDs(t *testing.T) {
	for _, id := range append(slices.Clone(reserved), "figure", "mau-welt-2021", "other-1", "label", "text", "2021") {
		_, findings := Load(map[string][]byte{"x.toml": []byte("[[place]]\nid = \"" + id + "\"\nlabel = \"X\"\n")})
		refused := len(findings) == 1 && findings[0].Code == "record-id"
		if refused != slices.Contains(reserved, id) {
			t.Errorf("%q: %v", id, findings)
		}
		if !refused && !loads(id) {
			t.Errorf("go-i18n does not load the catalog of %q", id)
		}
	}
}

// loads reports whether go-i18n finds the label of the record with the id.
func loads(id string) bool {
	src := "[" + id + ".label]\nhash = \"sha1-0\"\nother = \"X\"\n"
	f, err := i18n.ParseMessageFileBytes([]byte(src), "places.en.toml", map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
	return err == nil && len(f.Messages) == 1 && f.Messages[0].ID == id+".label"
}
