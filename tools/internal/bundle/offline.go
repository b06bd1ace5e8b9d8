package bundle

import (
	"path"
	"strings"

	"dossier/tools/internal/diag"
)

// offline returns a file of the site as it is read from a disk: every address
// leads to a file, and nothing is left that only a server can answer.
func (s *Site) offline(name string, src []byte) ([]byte, diag.List) {
	var findings diag.List
	note := func(at int, code, format string, args ...any) *diag.Finding {
		findings.Add(diag.Errorf(diag.PosAt(s.pos(name).File, src, at), code, format, args...))
		return &findings[len(findings)-1]
	}
	address := func(raw string, at int) string {
		to, local, err := s.locate(name, raw)
		switch {
		case err != nil:
			note(at, "bundle-link", "leads to %q, %v", raw, err).Hint = "a bundle holds the whole site and nothing else"
			return raw
		case !local:
			return raw
		}
		return relative(name, to)
	}
	switch path.Ext(name) {
	case ".css":
		return rewriteCSS(src, address), findings
	case ".js":
		checkScript(src, 0, note)
		return src, findings
	case ".html", ".svg":
		r := rewriter{
			leave:   (*tag).hints,
			address: func(t *tag, _ kind, _, raw string, at int) string { return address(raw, at) },
			script: func(t *tag, code []byte, at int) {
				if isScript(t) {
					checkScript(code, at, note)
				}
			},
		}
		r.change = func(t *tag, a attribute) (string, bool, bool) {
			s.checkTag(t, a, note)
			return "", false, false
		}
		if n := s.unpackNote(name); n != "" {
			r.behind = func(t *tag) string { return n.behind(t) }
		}
		return r.page(src), findings
	}
	return src, nil
}

// checkTag finds what works on a server only, or reaches out of the site.
func (s *Site) checkTag(t *tag, a attribute, note noter) {
	switch {
	case t.name == "base" && a.name == "href":
		note(t.at+a.start, "bundle-base", "a <base> moves every address of the page").Hint = "leave it out"
	case t.name == "script" && a.name == "type" && strings.EqualFold(a.text(t.raw), "module"):
		note(t.at+a.start, "bundle-script", "a module does not load from a disk").Hint = "make it a classic script"
	}
}

type noter = func(at int, code, format string, args ...any) *diag.Finding

// isScript reports whether a script element is run, and not data.
func isScript(t *tag) bool {
	typ := strings.ToLower(strings.TrimSpace(t.value("type")))
	return typ == "" || typ == "module" || strings.Contains(typ, "javascript") || strings.Contains(typ, "ecmascript")
}
