package main

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
)

const repository = "../.."

// TestTheDossierIsSound applies every rule to the dossier of this repository.
func TestTheDossierIsSound(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if code := run([]string{"-C", repository, "check"}, &stdout, &stderr); code != 0 || stderr.String() != "no findings\n" {
		t.Errorf("exit status %d\n%s", code, stderr.String())
	}
	stderr.Reset()
	if code := run([]string{"-C", repository, "sync", "--check"}, &stdout, &stderr); code != 0 {
		t.Errorf("the catalogs are behind:\n%s", stderr.String())
	}
}

// TestGoI18nLoadsEveryCatalog reads all message files with go-i18n's own loader.
func TestGoI18nLoadsEveryCatalog(t *testing.T) {
	n := 0
	for _, dir := range []string{"i18n", "site/i18n"} {
		root := os.DirFS(filepath.Join(repository, dir))
		must(t, fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || path.Ext(name) != ".toml" {
				return err
			}
			data, err := fs.ReadFile(root, name)
			must(t, err)
			f, err := i18n.ParseMessageFileBytes(data, path.Base(name), map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
			if err != nil {
				t.Errorf("%s/%s: %v", dir, name, err)
			} else {
				n += len(f.Messages)
			}
			return nil
		}))
	}
	if n == 0 {
		t.Error("there are no messages")
	}
}

// layers are the packages from the ground up: each imports only those before it.
var layers = []string{
	"diag", "cores", "disk", "locale", "edtf", "quantity", "markdown", "cite", "archive", "links", "record", "catalog", "exchange", "prose", "project", "account", "check", "chart", "share", "dataset", "parts", "stage", "render", "search", "verify", "bundle",
}

// TestReadmeNamesThePackages holds the table of the README to the layers.
func TestReadmeNamesThePackages(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(repository, "README.md"))
	must(t, err)
	_, table, _ := strings.Cut(string(readme), "| package | knows |")
	table, _, _ = strings.Cut(table, "\n\n")
	var named []string
	for _, row := range regexp.MustCompile("(?m)^\\| `(\\w+)` \\|").FindAllStringSubmatch(table, -1) {
		named = append(named, row[1])
	}
	if !slices.Equal(named, layers) {
		t.Errorf("the README names\n%v, the layers are\n%v", named, layers)
	}
}

// TestPackagesImportDownwards holds each package to its place among the layers.
func TestPackagesImportDownwards(t *testing.T) {
	const prefix = "dossier/tools/internal/"
	dirs, err := os.ReadDir("../internal")
	must(t, err)
	for _, dir := range dirs {
		own := slices.Index(layers, dir.Name())
		if own < 0 {
			t.Errorf("package %s has no place among the layers", dir.Name())
			continue
		}
		files, err := filepath.Glob(filepath.Join("../internal", dir.Name(), "*.go"))
		must(t, err)
		for _, file := range files {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
			must(t, err)
			for _, imported := range parsed.Imports {
				name, _ := strconv.Unquote(imported.Path.Value)
				other, ours := strings.CutPrefix(name, prefix)
				if ours && other != dir.Name() && slices.Index(layers, other) > own {
					t.Errorf("%s imports %s, which stands above it", filepath.Base(file), other)
				}
				if strings.HasPrefix(name, "github.com/gohugoio/hugo") && dir.Name() != "render" {
					t.Errorf("%s imports Hugo, which only render may", file)
				}
			}
		}
	}
}
