package stage

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dossier/tools/internal/disk"
	"dossier/tools/internal/project"
)

// settings is what dossier needs of Hugo whatever the author configures. It is
// given to Hugo after config.toml, so it wins.
//
// The security block lets nothing out: no programs, no environment, no network,
// no raw HTML. Classes instead of inline styles, because the site's
// Content-Security-Policy blocks those.
const settings = `# Written by dossier. Settings of your own belong in config.toml.
defaultContentLanguageInSubdir = true
disableDefaultLanguageRedirect = true
disableKinds = ["taxonomy", "term", "RSS"]
enableGitInfo = false
enableRobotsTXT = true
resourceDir = "` + disk.Work + `/resources"
timeout = "120s"

[markup.goldmark.renderer]
unsafe = false
[markup.goldmark.parser]
wrapStandAloneImageWithinParagraph = false
[markup.goldmark.parser.attribute]
block = true
title = true
[markup.goldmark.extensions]
typographer.disable = true
[markup.highlight]
noClasses = false

[security]
enableInlineShortcodes = false
[security.exec]
allow = "none"
osEnv = "none"
[security.funcs]
getenv = "none"
[security.http]
methods = "none"
urls = "none"

[sitemap]
filename = "sitemap.xml"
`

// hugoConfig writes .dossier/hugo.toml: the settings, and where everything is.
// A mount that does not exist is skipped without a word, so all of these are
// made from what was staged.
func hugoConfig(p *project.Project, staged bool) []byte {
	var b strings.Builder
	b.WriteString(settings)
	theme := "site"
	if staged {
		theme = disk.Work + "/site"
	}
	for _, m := range [][2]string{
		{theme + "/layouts", "layouts"}, {theme + "/assets", "assets"}, {disk.Work + "/media", "assets/media"},
		{theme + "/i18n", "i18n"}, {disk.Work + "/i18n", "i18n"}, {disk.Work + "/data", "data"}, {disk.Work + "/static", "static"},
	} {
		mount(&b, m[0], m[1])
	}
	for _, l := range p.Config.Languages {
		mount(&b, disk.Work+"/content/"+l.Tag, "content")
		fmt.Fprintf(&b, "[module.mounts.sites.matrix]\nlanguages = [%q]\n", l.Tag)
	}
	for _, l := range p.Config.Languages {
		fmt.Fprintf(&b, "\n[languages.%s]\ndirection = %q\n", l.Tag, l.Locale.Dir())
	}
	return []byte(b.String())
}

func mount(b *strings.Builder, source, target string) {
	fmt.Fprintf(b, "\n[[module.mounts]]\nsource = %q\ntarget = %q\n", source, target)
}

// ownTheme returns the dossier's folder site/, if it has a theme of its own.
func ownTheme(root string) (fs.FS, bool) {
	dir := filepath.Join(root, "site")
	if info, err := os.Stat(filepath.Join(dir, "layouts")); err != nil || !info.IsDir() {
		return nil, false
	}
	return os.DirFS(dir), true
}
