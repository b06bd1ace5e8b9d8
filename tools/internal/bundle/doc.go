// Package bundle makes a built site into files that work without a network.
//
// # Derived, not built again
//
// A bundle is made from public/, whatever wrote it. Hugo's own way, relative
// addresses, misses half of them, sends the start page to the web and rewrites
// prose that looks like an address. Here a tokenizer reads each page, and the
// bytes of an address are the only ones that change: in the attributes that
// [holds] lists, in srcset, in url() and @import of style sheets, in a meta
// refresh. Folders become their index.html. What keeps a file from loading from a
// disk goes: integrity, crossorigin, preloading. Canonical and alternate addresses
// stay: they say where a copy comes from. An address that leads nowhere is an
// error with its place.
//
// # Three forms
//
//	zip    every file of the site in every language, for a computer
//	html   one language as one file, with a Content-Security-Policy of hashes only
//	epub   one language as a book
//
// The zip is written file by file ([archive]); the other two are made from a
// [book], the pages of one language in reading order.
//
// # The same bytes
//
// The same site gives the same bytes, whatever folder, time zone or number of
// processors: names are sorted, times come from the site's date in UTC, the
// deflater is pinned in go.sum (the standard library's changed with Go 1.27), and
// signatures are deterministic (Ed25519).
//
// # What templates can say
//
//	data-src, data-href   an address that a script needs
//	data-book="off"       no part of a book; on the first element of main: the page is none
//	role="doc-noteref"    a call of a note; role="doc-endnotes" the notes (DPUB-ARIA)
//	popover               one that is the same on several pages stands once in the one file
package bundle
