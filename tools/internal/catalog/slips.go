package catalog

import (
	"bytes"
	"regexp"
)

// slip is a mistake that people make in a file of texts, and what to tell them
// instead of what a parser says.
type slip struct {
	line          *regexp.Regexp
	message, hint string
}

// slips are looked for in the line where the parser stumbles; the first counts.
var slips = []slip{
	{regexp.MustCompile(`^\s*\w+\s*=\s*[“”„«»‘’‚]`), "the text begins with a curly quotation mark",
		`straight ones go around it: other = "…"; curly ones may stand inside`},
	{regexp.MustCompile(`^\s*\w+\s*=\s*"(?:[^"\\]|\\.)*"[^"#\s]`), "the text ends at its second quotation mark, and more follows",
		`inside the text write \" or a curly one`},
	{regexp.MustCompile(`^\s*\w+\s*=\s*"(?:[^"\\]|\\.)*"\s+[^#\s]`), "the text ends at its second quotation mark, and more follows",
		`inside the text write \" or a curly one`},
	{regexp.MustCompile(`^\s*\w+\s*=\s*'[^']*'\s*[^'#\s]`), "the text ends at its second apostrophe, and more follows",
		`put a text with an apostrophe between double quotation marks: other = "…"`},
	{regexp.MustCompile(`^\s*\w+\s*=\s*"(?:[^"\\]|\\.)*\\[^btnfre"\\uUx\s](?:[^"\\]|\\.)*"`), "a backslash stands before a character that needs none",
		`write \\ for a backslash, or put the text between apostrophes: other = '…'`},
	{regexp.MustCompile(`^\s*\w+\s*=\s*"(?:[^"\\]|\\.)*$`), "the text does not end on its line",
		`close it with a quotation mark; a text of several lines stands between three: """…"""`},
	{regexp.MustCompile(`^\s*\w+\s*=\s*[^"'\s]`), "the text stands in no quotation marks",
		`write other = "…"`},
	{regexp.MustCompile(`^\s*(?:hash|other)\s*[^=\s]`), "there is no = between the name and the text",
		`write other = "…"`},
}

// slipAt says what is wrong with the line that an offset lies in, if it is one of
// those mistakes.
func slipAt(src []byte, offset int) (slip, bool) {
	offset = min(max(offset, 0), len(src))
	start := bytes.LastIndexByte(src[:offset], '\n') + 1
	line, _, _ := bytes.Cut(src[start:], []byte("\n"))
	line = bytes.TrimRight(line, "\r")
	for _, s := range slips {
		if s.line.Match(line) {
			return s, true
		}
	}
	return slip{}, false
}
