package markdown

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpus is the collection of other people's pages that issue trackers of
// translation tools were filled with. It lives beside the repository, not in it.
const corpus = "../../../../shared/corpora/translation"

func eachPage(t testing.TB, visit func(path string, src []byte)) {
	t.Helper()
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("needs ../shared/corpora; byte-exactness is checked on testdata only")
	}
	err := filepath.WalkDir(corpus, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".md") {
			return err
		}
		src, err := os.ReadFile(path)
		if err == nil {
			visit(path, src)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestCorpus(t *testing.T) {
	pages, units := 0, 0
	eachPage(t, func(path string, src []byte) {
		p, found := Parse(path, src)
		for _, f := range found {
			if os.Getenv("V") != "" {
				t.Log(f)
			}
		}
		pages, units = pages+1, units+len(p.Units)
		if problem := laws(src); problem != "" {
			t.Errorf("%s: %s", path, problem)
		}
	})
	t.Logf("%d pages, %d units", pages, units)
}
