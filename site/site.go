// Package site is the theme: the Hugo layouts, styles and words of a dossier's
// site, built into the program so that a dossier elsewhere needs no copy.
//
//	layouts   pages by kind, partials by component, hooks for links and headings
//	assets    one style sheet a component, a script for comfort
//	i18n      the words of the interface, as go-i18n messages
//
// A dossier with a folder site/layouts of its own uses that instead.
package site

import "embed"

// Files is the theme's tree.
//
//go:embed all:layouts all:assets all:i18n
var Files embed.FS
