//go:build nohugo

package render

import (
	"errors"
	"io"

	"dossier/tools/internal/diag"
)

const missing = "this program was built without Hugo (-tags nohugo)"

// Build says that there is no Hugo.
func Build(Options) diag.List {
	return diag.List{diag.Errorf(diag.Pos{}, "hugo", "%s", missing).WithHint("go run ./tools/dossier build makes the site")}
}

// Serve says that there is no Hugo.
func Serve(Options, string, int, io.Writer, func()) error { return errors.New(missing) }
