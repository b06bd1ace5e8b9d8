package check

import (
	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
)

// claims finds claims that concern a page which does not exist, and claims that
// no page shows.
func claims(p *project.Project) diag.List {
	var l diag.List
	names, shown := map[string]bool{}, false
	for _, page := range p.Pages {
		names[page.Name] = true
		shown = shown || page.Layout == "claims"
	}
	for _, c := range p.Records.Claims {
		for _, name := range c.Pages {
			if !names[name] {
				l.Add(diag.Errorf(c.At("pages"), "page-unknown", "no page %q", name).
					WithHint("%s", diag.DidYouMean(name, keysOf(names), "pages are named by their files in content/, without .md")))
			}
		}
	}
	if len(p.Records.Claims) > 0 && !shown {
		l.Add(diag.Warnf(p.Records.Claims[0].Pos, "claims-unpublished", "the dossier checks claims, but no page shows them").
			WithHint(`add layout = "claims" to the front matter of the page that introduces them`))
	}
	return l
}
