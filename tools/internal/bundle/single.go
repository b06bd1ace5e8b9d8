package bundle

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"io/fs"
	"strings"
)

// single writes one language as one HTML file that needs nothing but itself: on a
// phone, a file that a mail brought is opened alone, with no origin and no
// neighbours. What runs and styles it is named by its hash in the file's own
// Content-Security-Policy; nothing else can.
type single struct {
	*book
	ids   *ids
	other map[string]*single // by language
	file  string
	seen  map[string]bool // shared popovers that stand already
}

func (x *single) write(ctx context.Context, w io.Writer) error {
	home := x.pages[0]
	css, err := x.css()
	if err != nil {
		return err
	}
	scripts, err := x.code()
	if err != nil {
		return err
	}
	src, err := fs.ReadFile(x.site.fsys, home.file)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	x.head(&b, home, css, scripts)
	b.Write(x.part(home, src, span{home.body.from, home.mainFrom}))
	b.WriteString("<main id=\"main\">\n")
	for _, p := range x.pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if src, err = fs.ReadFile(x.site.fsys, p.file); err != nil {
			return err
		}
		x.section(&b, p, src)
		if _, err := b.WriteTo(w); err != nil {
			return err
		}
	}
	b.WriteString("</main>\n")
	if src, err = fs.ReadFile(x.site.fsys, home.file); err != nil {
		return err
	}
	b.Write(x.part(home, src, span{home.mainTo, home.body.to}))
	if err := x.index(&b); err != nil {
		return err
	}
	for _, s := range scripts {
		b.WriteString("<script>" + s + "</script>\n")
	}
	b.WriteString("</body>\n</html>\n")
	_, err = b.WriteTo(w)
	return err
}

// head writes all up to and with <body>.
func (x *single) head(b *bytes.Buffer, home *page, css string, scripts []string) {
	policy := []string{"default-src 'none'", "style-src " + cspHash(css), "img-src data:", "font-src data:", "media-src data:", "base-uri 'none'", "form-action 'none'"}
	if len(scripts) > 0 {
		var hashes []string
		for _, s := range scripts {
			hashes = append(hashes, cspHash(s))
		}
		policy = append(policy, "script-src "+strings.Join(hashes, " "), "require-trusted-types-for 'script'", "trusted-types 'none'")
	}
	attrs := ` data-kind="single"`
	if home.direction != "" {
		attrs = fmt.Sprintf(` dir="%s"`, html.EscapeString(home.direction)) + attrs
	}
	fmt.Fprintf(b, "<!doctype html>\n<html lang=\"%s\"%s>\n<head>\n<meta charset=\"utf-8\">\n", html.EscapeString(home.lang), attrs)
	fmt.Fprintf(b, "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", html.EscapeString(strings.Join(policy, "; ")))
	b.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	fmt.Fprintf(b, "<title>%s</title>\n<meta name=\"description\" content=\"%s\">\n", html.EscapeString(strings.TrimSpace(home.title)), html.EscapeString(home.summary))
	fmt.Fprintf(b, "<link rel=\"canonical\" href=\"%s\">\n", html.EscapeString(x.published(home.file)))
	if home.icon != "" {
		fmt.Fprintf(b, "<link rel=\"icon\" href=\"%s\">\n", html.EscapeString(x.data(home.icon)))
	}
	fmt.Fprintf(b, "<style>%s</style>\n</head>\n<body>\n", css)
}

func cspHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// section writes a page as a section of the document.
func (x *single) section(b *bytes.Buffer, p *page, src []byte) {
	class := ""
	if c := p.main.value("class"); c != "" {
		class = ` class="` + html.EscapeString(c) + `"`
	}
	fmt.Fprintf(b, "<section%s id=\"%s\" data-kind=\"%s\" aria-label=\"%s\">", class, html.EscapeString(p.key), html.EscapeString(p.kind), html.EscapeString(strings.TrimSpace(p.title)))
	b.Write(x.part(p, src, p.mainAt))
	b.WriteString("</section>\n")
}

// part rewrites a part of a page.
func (x *single) part(p *page, src []byte, at span) []byte {
	r := rewriter{
		skip:    func(t *tag) bool { return x.gone(t) },
		leave:   func(t *tag) bool { return t.name == "link" },
		address: func(t *tag, k kind, _, raw string, _ int) string { return x.address(p, k, raw) },
		change:  func(t *tag, a attribute) (string, bool, bool) { return x.change(p, t, a) },
	}
	return r.page(src[at.from:at.to])
}

// gone reports whether an element does not stand in the file: scripts, which
// stand at its end, and popovers that stand there already.
func (x *single) gone(t *tag) bool {
	if t.name == "script" {
		return isScript(t)
	}
	id := t.value("id")
	if _, pops := t.get("popover"); !pops || !x.ids.shared[id] {
		return false
	}
	again := x.seen[id]
	x.seen[id] = true
	return again
}

func (x *single) change(p *page, t *tag, a attribute) (value string, drop, changed bool) {
	switch {
	case a.name == "srcset" || a.name == "sizes" && t.name != "link":
		return "", true, true // one size of a picture has to do
	case a.name == "data-src" && t.name == "form":
		return "", false, true // its index is in the file
	case t.name == "main" || a.start == a.end:
		return "", false, false
	}
	value, changed = x.ids.change(p, a, a.text(t.raw))
	return value, false, changed
}

// address says what an address of a page is in the file.
func (x *single) address(p *page, k kind, raw string) string {
	if k != link && strings.HasPrefix(raw, "#") {
		return "#" + x.ids.on(p, raw[1:])
	}
	at, local, err := x.site.locate(p.file, raw)
	if !local || err != nil {
		return raw
	}
	if at.file == "" {
		return at.online
	}
	if to, ok := x.inside(at); ok {
		return "#" + to
	}
	for _, other := range x.other {
		if to, ok := other.inside(at); ok && other != x {
			return other.file + "#" + to
		}
	}
	if k == load && x.site.files[at.file] < large {
		return x.data(at.file)
	}
	return x.published(at.file) + suffix(at)
}

// inside returns the id of a place that the file holds.
func (x *single) inside(at place) (string, bool) {
	if to, ok := x.folded[at.file]; ok {
		if at.fragment == "" || !x.byFile[to.file].has(at.fragment) {
			at.fragment = to.fragment
		}
		at.file = to.file
	}
	p := x.byFile[at.file]
	if p == nil {
		return "", false
	}
	if at.fragment == "" || at.fragment == p.main.value("id") {
		return p.key, true
	}
	return x.ids.on(p, at.fragment), true
}

// published is the address of a file on the published site.
func (x *book) published(file string) string {
	return x.site.base.JoinPath(strings.TrimSuffix(file, "index.html")).String()
}
