package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"dossier": main})
}

// TestScripts runs testdata/script, one topic a file. Each script starts with a
// small dossier in $WORK/hafen. DOSSIER_UPDATE=1 rewrites the expected files.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: os.Getenv("DOSSIER_UPDATE") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SOURCE_DATE_EPOCH", "1700000000")
			return os.CopyFS(filepath.Join(e.WorkDir, "hafen"), os.DirFS(filepath.Join("testdata", "hafen")))
		},
	})
}
