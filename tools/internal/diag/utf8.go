package diag

import (
	"bytes"
	"unicode/utf8"
)

// NotUTF8 returns an error at the first byte of src that is not UTF-8, and
// whether there is one.
func NotUTF8(file string, src []byte) (Finding, bool) {
	if utf8.Valid(src) {
		return Finding{}, false
	}
	at := 0
	for at < len(src) {
		r, n := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && n <= 1 {
			break
		}
		at += n
	}
	f := Errorf(PosAt(file, src, at), "encoding-utf8", "byte %#02x is not UTF-8", src[at])
	if bytes.HasPrefix(src, []byte{0xFF, 0xFE}) || bytes.HasPrefix(src, []byte{0xFE, 0xFF}) {
		return f.WithHint("the file is UTF-16; save it as UTF-8"), true
	}
	return f.WithHint("save the file as UTF-8 (it may be Windows-1252 or Latin-1)"), true
}
