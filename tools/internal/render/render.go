// Package render runs Hugo, and is the only package that knows it.
//
// Hugo is linked in and driven through its own command line
// (commands.Execute), whose signature has not changed since v0.112, over the
// tree that package stage wrote. What Hugo has to say is caught and turned into
// findings: --quiet must never be given, because it swallows the errors too.
//
// Whoever does not build the site, a translator or a check in CI, can have the
// program without it: go build -tags nohugo ./tools/dossier makes one that is a
// third of the size and starts five times as fast.
package render

// Options of one build.
type Options struct {
	Root    string // the dossier's folder
	Config  string // the configuration files, comma-separated, relative to Root
	Out     string // where the site goes
	BaseURL string // overrides the configuration's, if not empty
}
