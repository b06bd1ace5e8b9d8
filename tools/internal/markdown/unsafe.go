package markdown

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// scripts are the schemes of addresses that can run a script when followed.
var scripts = []string{"javascript:", "vbscript:", "data:"}

// Unsafe returns the first thing in a text that must not come from a stranger:
// raw HTML, or a link that runs a script, as written; and whether there is one.
// The site publishes neither.
func Unsafe(text string) (string, bool) {
	if bare(text) {
		return "", false
	}
	found := parseText(text).unsafe()
	return found, found != ""
}

func (in *inline) unsafe() string {
	found := ""
	in.walk(func(n ast.Node, entering bool) ast.WalkStatus {
		if !entering || found != "" {
			return ast.WalkSkipChildren
		}
		switch n := n.(type) {
		case *ast.RawHTML:
			e := in.extent(n)
			found = in.text[e.start:e.end]
		case *ast.Link:
			if script(unescape(string(n.Destination))) {
				found = in.ref(n).Source
			}
		case *ast.Image:
			if script(unescape(string(n.Destination))) {
				found = in.ref(n).Source
			}
		case *ast.AutoLink:
			if script(string(n.URL(in.src))) {
				e := in.extent(n)
				found = in.text[e.start:e.end]
			}
		}
		return ast.WalkContinue
	})
	return found
}

// script reports whether an address has such a scheme. A browser drops control
// characters and blanks before it looks.
func script(address string) bool {
	address = strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, address))
	for _, s := range scripts {
		if strings.HasPrefix(address, s) {
			return true
		}
	}
	return false
}
