package diag

// Clip returns at most so many characters of what somebody wrote, so that a
// finding that quotes it stays readable; "…" stands for the rest.
func Clip(s string, most int) string {
	n := 0
	for i := range s {
		if n == most {
			return string([]rune(s[:i])) + "…" // what is not UTF-8 becomes U+FFFD
		}
		n++
	}
	return s
}
