package catalog

import "bytes"

// Line ends are the translator's editor's: a file that it saved with CR LF keeps
// them in every line, those that sync adds too. One that is mixed already becomes
// what most of it is. What a translation says does not depend on them, or a text of
// several lines would be taken for an edited one after the file was saved
// elsewhere.

var (
	lf   = []byte("\n")
	crlf = []byte("\r\n")
)

// inWindows reports whether most lines of a file end in CR LF.
func inWindows(src []byte) bool {
	return 2*bytes.Count(src, crlf) > bytes.Count(src, lf)
}

// uniform gives every line of a file the same end.
func uniform(src []byte, windows bool) []byte {
	if bytes.Contains(src, crlf) {
		src = bytes.ReplaceAll(src, crlf, lf)
	}
	if windows {
		src = bytes.ReplaceAll(src, lf, crlf)
	}
	return src
}
