package bundle

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"io/fs"
	"mime"
	"path"
	"regexp"
	"slices"
	"strings"

	"dossier/tools/internal/search"
)

// What a file that stands alone holds of the site's other files: style sheets with
// what they load, scripts, the index of the search, pictures as addresses.

// data is a file as an address.
func (x *single) data(file string) string {
	src, err := fs.ReadFile(x.site.fsys, file)
	if err != nil {
		return x.published(file)
	}
	if path.Ext(file) == ".css" {
		src = []byte(x.sheet(file, src))
	}
	return "data:" + mediaType(file) + ";base64," + base64.StdEncoding.EncodeToString(src)
}

// mediaType is a file's type by its name, the same on every system.
func mediaType(file string) string {
	ext := strings.ToLower(path.Ext(file))
	if t, ok := mediaTypes[ext]; ok {
		return t
	}
	if t, _, err := mime.ParseMediaType(mime.TypeByExtension(ext)); err == nil {
		return t
	}
	return "application/octet-stream"
}

var mediaTypes = map[string]string{
	".avif": "image/avif", ".css": "text/css", ".gif": "image/gif", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".js": "text/javascript",
	".mp3": "audio/mpeg", ".mp4": "video/mp4", ".png": "image/png", ".svg": "image/svg+xml", ".webp": "image/webp", ".woff": "font/woff",
	".woff2": "font/woff2", ".ico": "image/x-icon", ".otf": "font/otf", ".ttf": "font/ttf", ".webm": "video/webm", ".ogg": "audio/ogg",
}

// css joins the style sheets of all pages, in the order in which they are met.
func (x *single) css() (string, error) {
	var b strings.Builder
	b.WriteString("\n")
	for _, file := range x.gather(func(p *page) []string { return p.styles }) {
		src, err := fs.ReadFile(x.site.fsys, file)
		if err != nil {
			return "", err
		}
		b.WriteString(strings.ReplaceAll(x.sheet(file, src), "</", `<\/`) + "\n")
	}
	return b.String(), nil
}

// sheet is a style sheet with what it loads inside of it.
func (x *single) sheet(file string, src []byte) string {
	return string(rewriteCSS(src, func(raw string, _ int) string {
		at, local, err := x.site.locate(file, raw)
		if !local || err != nil || at.file == "" {
			return raw
		}
		return x.data(at.file)
	}))
}

// scriptEnd is what would end a script in the middle of its text, or hide its end.
var scriptEnd = regexp.MustCompile(`(?i)</(script)|<!--`)

//go:embed here.js
var hereScript string

// code returns the scripts of all pages, and the one that the file itself needs.
func (x *single) code() ([]string, error) {
	list := []string{hereScript}
	for _, file := range x.gather(func(p *page) []string { return p.scripts }) {
		src, err := fs.ReadFile(x.site.fsys, file)
		if err != nil {
			return nil, err
		}
		list = append(list, scriptEnd.ReplaceAllStringFunc(string(src), func(s string) string { return `<\` + s[1:] }))
	}
	return list, nil
}

func (x *single) gather(of func(*page) []string) []string {
	var list []string
	for _, p := range x.pages {
		for _, file := range of(p) {
			if !slices.Contains(list, file) {
				list = append(list, file)
			}
		}
	}
	return list
}

// index puts the search's index into the file as data, with its addresses as they
// are here.
func (x *single) index(b *bytes.Buffer) error {
	rename := func(file, id string) (string, bool) {
		if strings.HasSuffix(file, "/") || file == "" {
			file += "index.html"
		}
		return x.inside(place{file: file, fragment: id})
	}
	parts, err := search.Embedded(x.site.fsys, x.Tag, rename)
	for _, part := range parts {
		b.WriteString(`<script type="application/json" data-search-index>`)
		b.Write(part)
		b.WriteString("</script>\n")
	}
	return err
}
