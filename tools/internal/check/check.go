// Package check holds the rules that need a whole dossier: links from prose to
// records, translations against their German, completeness, and what nothing
// uses. Rules about a single record stand in package record, about a page's
// Markdown in package markdown, about a catalog's form in package catalog.
//
// A rule reads a project and yields findings; it writes nothing and has no
// state. Those of [Ignorable] can be switched off for a single translation. Codes
// are stable:
//
//	figure-unknown source-unknown event-unknown term-unknown   error
//	link-scheme             error    a link such as figure:x that is none of ours
//	link-text               error    a link to an event or term without words
//	translation-link        error    a translation's links to records differ
//	translation-placeholder error    a translation lost a link target, code or shortcode
//	translation-markup      error    raw HTML or a script in a translation
//	translation-shape       warning  Markdown makes other blocks or emphasis of it
//	translation-unchanged   warning  it is the source itself
//	translation-leftover    warning  a stretch in the source's language
//	translation-doubled     warning  a word twice in a row
//	translation-length      warning  far longer or shorter than the source
//	translation-quotes      warning  another language's quotation marks, or none
//	translation-term        warning  a linked term not rendered as the glossary has it
//	translation-term-forbidden warning  a rendering that the glossary forbids
//	translation-inconsistent warning  the same source translated in two ways
//	number-unbound          error    a figure of the prose that is neither bound nor exempt
//	number-record           error    the words of a link are not what its figure says
//	number-translation      error    a translation has other figures or dates than its source
//	number-notation         error    German notation in English, or the reverse
//	figure-outdated         warning  an outdated translation contradicts a record; its source is published
//	date-record             error    a date in a link to an event, or in its words, is not the event's
//	event-order             error    words of order between two events against their dates
//	exempt-unknown exempt-ambiguous error  an exemption of no text, or of more than one place in it
//	exempt-unused           warning  an exemption that exempts nothing
//	translation-missing     warning  per page and language; an error if required
//	translation-outdated    warning  likewise
//	catalog-behind          warning  sync would change a catalog
//	source-own              error    a source is a page of this site
//	figure-unused source-unused actor-unused …  warning  nothing refers to the record
//	page-unknown            error    a claim concerns a page that is not there
//	claims-unpublished      warning  claims that no page shows
//	imprint-missing         warning  a public address without an imprint
package check

import (
	"net"
	"net/url"
	"strings"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
)

// Project applies every rule.
func Project(p *project.Project) diag.List {
	r := read(p)
	var l diag.List
	l.Add(references(p)...)
	l.Add(translations(r)...)
	l.Add(pairs(r)...)
	l.Add(numbers(r)...)
	l.Add(completeness(p)...)
	l.Add(claims(p)...)
	l.Add(unused(p)...)
	l.Add(own(p)...)
	l.Add(imprint(p)...)
	return l
}

// imprint asks for one where the site has a public address.
func imprint(p *project.Project) diag.List {
	if p.Config.Settings.Imprint.Name != "" || !public(p.Config.BaseURL) {
		return nil
	}
	return diag.List{diag.Warnf(diag.Pos{File: "config.toml"}, "imprint-missing", "the site has a public address but no imprint").
		WithHint("add [params.dossier.imprint] with name, address and email")}
}

// public reports whether a base URL can be reached by others. The names that
// RFC 2606 reserves cannot.
func public(base string) bool {
	u, err := url.Parse(base)
	if err != nil || u.Hostname() == "" {
		return false
	}
	host := u.Hostname()
	if ip := net.ParseIP(host); ip != nil {
		return !ip.IsLoopback() && !ip.IsPrivate()
	}
	for _, reserved := range []string{"localhost", "example", "test", "invalid", "example.org", "example.com", "example.net"} {
		if host == reserved || strings.HasSuffix(host, "."+reserved) {
			return false
		}
	}
	return true
}
