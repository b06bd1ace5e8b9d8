package check

import (
	"net/url"
	"strings"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
)

// own finds sources that are pages of this site: a publication that cites itself
// proves nothing. An archived copy of one is no better.
func own(p *project.Project) diag.List {
	base, err := url.Parse(p.Config.BaseURL)
	if err != nil || base.Host == "" {
		return nil
	}
	var l diag.List
	for _, s := range p.Records.Sources {
		if within(s.URL, base) {
			l.Add(diag.Errorf(s.At("URL"), "source-own", "the source %q is a page of this site", s.ID).
				WithHint("cite what that page itself goes back to"))
		}
	}
	return l
}

// within reports whether an address is below the site's.
func within(address string, base *url.URL) bool {
	u, err := url.Parse(address)
	if err != nil || bareHost(u) != bareHost(base) {
		return false
	}
	root := strings.TrimSuffix(base.Path, "/") + "/"
	return strings.HasPrefix(strings.TrimSuffix(u.Path, "/")+"/", root)
}

func bareHost(u *url.URL) string { return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.") }
