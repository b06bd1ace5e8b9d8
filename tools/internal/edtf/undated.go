package edtf

import "time"

// Undated stands for no date where a format must have one: the first day that a zip
// knows, in a year that formats get and no reader does.
var Undated = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Dated reports whether a time says when something was.
func Dated(t time.Time) bool { return t.After(Undated) }
