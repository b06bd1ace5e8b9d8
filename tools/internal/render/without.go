//go:build nohugo

package render

import (
	"errors"
	"io"
	"net"

	"dossier/tools/internal/diag"
)

const missing = "this program was built without Hugo (-tags nohugo)"

// Build says that there is no Hugo.
func Build(Options) diag.List {
	return diag.List{diag.Errorf(diag.Pos{}, "hugo", "%s", missing).WithHint("go run ./tools/dossier build makes the site")}
}

// Shown turns a page into what a browser is to get.
type Shown func(name string, page []byte) []byte

// Serve says that there is no Hugo.
func Serve(Options, net.Listener, io.Writer, Shown, func()) error { return errors.New(missing) }
