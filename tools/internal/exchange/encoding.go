package exchange

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/unicode"

	"dossier/tools/internal/diag"
)

// What a file says about its own encoding: the XML declaration (XML 1.0, 4.3.3)
// and the header of a PO file.
var (
	xmlEncoding = regexp.MustCompile(`^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']`)
	poCharset   = regexp.MustCompile(`(?m)^"Content-Type:[^"]*charset=([A-Za-z0-9._:-]+)`)
)

const headSize = 8192

// decode turns the bytes of the file into UTF-8. A byte order mark decides, then
// what the file declares. Bytes that contradict a declaration of UTF-8, or stand
// in a file that declares nothing, are read as Windows-1252, of which Latin-1 is
// a part, if the file holds no UTF-8 at all; with a warning, for it is a guess.
func (r *reader) decode(data []byte) bool {
	if enc, rest := byOrderMark(data); enc != nil {
		return r.decodeAs(enc, rest, "UTF-16")
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	r.declared = declaredEncoding(data)
	if r.declared != "" && !isUTF8(r.declared) {
		enc, err := ianaindex.IANA.Encoding(r.declared)
		if err != nil || enc == nil {
			r.errorf(0, "exchange-encoding", "declares the encoding %q, which is not known", r.declared).hint("save it as UTF-8")
			return false
		}
		return r.decodeAs(enc, data, r.declared)
	}
	if utf8.Valid(data) {
		r.take(data)
		return true
	}
	if f, _ := diag.NotUTF8(r.name, data); hasUTF8(data) {
		r.add(diag.Errorf(f.Pos, "exchange-encoding", "%s, though others in the file are", f.Message)).
			hint("the file was damaged; take it from where it came from again, or save it as UTF-8")
		return false
	}
	if !r.decodeAs(charmap.Windows1252, data, "Windows-1252") {
		return false
	}
	r.warnf(0, "exchange-encoding", "is not UTF-8; it was read as Windows-1252 (Latin-1)").
		hint("look at the umlauts and quotation marks of what was taken; save such a file as UTF-8")
	return true
}

func (r *reader) decodeAs(enc encoding.Encoding, data []byte, name string) bool {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil || len(out) > 4*MaxSize {
		r.errorf(0, "exchange-encoding", "is not the %s that it says it is", name).hint("save it as UTF-8")
		return false
	}
	r.take(out)
	return true
}

// take takes the decoded file. Lines that end as on the first Macintosh, which some
// spreadsheets still write, get the ends of today.
func (r *reader) take(src []byte) {
	if bytes.IndexByte(src, '\n') < 0 {
		src = bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
	}
	r.src = src
	r.lines = diag.NewLines(r.name, src)
}

// byOrderMark returns the decoder for UTF-16, with which Excel saves "Unicode
// text", and the bytes after the mark.
func byOrderMark(data []byte) (encoding.Encoding, []byte) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), data[2:]
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), data[2:]
	}
	return nil, nil
}

func declaredEncoding(data []byte) string {
	head := data[:min(len(data), headSize)]
	if m := xmlEncoding.FindSubmatch(head); m != nil {
		return string(m[1])
	}
	if m := poCharset.FindSubmatch(head); m != nil && string(m[1]) != "CHARSET" {
		return string(m[1])
	}
	return ""
}

// isUTF8 reports whether a declaration leaves UTF-8 possible. A file that says
// ASCII and holds more was saved by a program that did not mind its header.
func isUTF8(name string) bool {
	switch strings.ToLower(name) {
	case "utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968":
		return true
	}
	return false
}

// hasUTF8 reports whether the characters beyond ASCII in data are mostly UTF-8.
// Two neighbours in Windows-1252 can look like one of UTF-8 (Ü“), but rarely do.
func hasUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		c, n := utf8.DecodeRune(data)
		switch {
		case c == utf8.RuneError && n <= 1:
			bad++
		case n > 1:
			good++
		}
		data = data[n:]
	}
	return good*10 > bad
}
