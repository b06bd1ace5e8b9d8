package quantity

import "unicode/utf8"

// Words are compared by their key: small letters, with ä ö ü ß written as ae oe
// ue ss, so that "Fünf", "fuenf", "FÜNF" and a decomposed u with two dots are one
// word. Characters that nobody sees (zero-width spaces and joiners, soft hyphens,
// direction marks) are left out.

// longest is how many bytes of a word are looked at. The longest number under a
// million that German writes in one word has 66 letters.
const longest = 120

// fold appends the key of a word to buf; false if it is longer than any.
func fold(buf []byte, w string) ([]byte, bool) {
	if len(w) > longest {
		return buf, false
	}
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c >= 'A' && c <= 'Z':
			buf = append(buf, c+'a'-'A')
		case c < 0x80:
			buf = append(buf, c)
		case c == 0xC3 && i+1 < len(w):
			i++
			buf = foldLatin(buf, w[i])
		case c == 0xCC && i+1 < len(w) && w[i+1] == 0x88: // combining diaeresis
			i++
			buf = append(buf, 'e')
		default:
			n := unseen(w[i:])
			if n == 0 {
				buf = append(buf, c)
			} else {
				i += n - 1
			}
		}
	}
	return buf, true
}

// foldLatin appends the letter U+00C0 to U+00FF whose second byte is c.
func foldLatin(buf []byte, c byte) []byte {
	switch c | 0x20 {
	case 0xA4:
		return append(buf, "ae"...)
	case 0xB6:
		return append(buf, "oe"...)
	case 0xBC:
		return append(buf, "ue"...)
	}
	if c == 0x9F {
		return append(buf, "ss"...)
	}
	return append(buf, 0xC3, c|0x20)
}

func foldString(w string) string {
	key, ok := fold(nil, w)
	if !ok {
		panic("a word of the tables is too long: " + w)
	}
	return string(key)
}

// unseen returns the length of the invisible character at the beginning of s, or
// 0: soft hyphen, zero-width spaces and joiners, direction marks, word joiner,
// byte order mark.
func unseen(s string) int {
	switch {
	case len(s) >= 2 && s[0] == 0xC2 && s[1] == 0xAD:
		return 2
	case len(s) >= 3 && s[0] == 0xE2 && s[1] == 0x80 && (s[2] >= 0x8B && s[2] <= 0x8F || s[2] >= 0xAA && s[2] <= 0xAE):
		return 3
	case len(s) >= 3 && s[0] == 0xE2 && s[1] == 0x81 && s[2] >= 0xA0 && s[2] <= 0xAF:
		return 3
	case len(s) >= 3 && s[0] == 0xEF && s[1] == 0xBB && s[2] == 0xBF:
		return 3
	}
	return 0
}

// blank returns the length of the white space at the beginning of s, or 0: also
// the spaces that do not break and the thin ones.
func blank(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] == ' ' || s[0] == '\n' || s[0] == '\t' || s[0] == '\r':
		return 1
	case len(s) >= 2 && s[0] == 0xC2 && s[1] == 0xA0:
		return 2
	case len(s) >= 3 && s[0] == 0xE2 && s[1] == 0x80 && (s[2] >= 0x80 && s[2] <= 0x8A || s[2] == 0xAF):
		return 3
	}
	return 0
}

// letter returns the length of the letter at the beginning of s, or 0. Every rune
// beyond ASCII counts that is no mark of the General Punctuation, currency,
// number form and mathematics blocks (U+2000 to U+2BFF) or of Latin-1.
func letter(s string) int {
	c := s[0]
	switch {
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return 1
	case c < 0xC3:
		if c == 0xC2 && len(s) >= 2 && s[1] == 0xB5 { // micro sign
			return 2
		}
		return 0
	case c == 0xE2 || c == 0xEF:
		return 0
	case c == 0xC3 && len(s) >= 2 && (s[1] == 0x97 || s[1] == 0xB7): // × ÷
		return 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError || r >= 0x0E3F && r <= 0x0E3F || r == 0x17DB {
		return 0
	}
	return n
}

// wordEnd returns where the word that begins at i ends. An apostrophe between
// letters belongs to it, and so do invisible characters.
func wordEnd(text string, i int) int {
	end := i
	for i < len(text) {
		c := text[i]
		if c|0x20 >= 'a' && c|0x20 <= 'z' {
			i++
			end = i
			continue
		}
		if c < 0x80 {
			if c == '\'' && i > 0 && i+1 < len(text) && text[i+1]|0x20 >= 'a' && text[i+1]|0x20 <= 'z' {
				i++
				continue
			}
			break
		}
		if n := letter(text[i:]); n > 0 {
			i += n
			end = i
			continue
		}
		if n := unseen(text[i:]); n > 0 {
			i += n
			continue
		}
		if c == 0xE2 && i+3 < len(text) && text[i+1] == 0x80 && text[i+2] == 0x99 && text[i+3]|0x20 >= 'a' && text[i+3]|0x20 <= 'z' {
			i += 3
			continue
		}
		break
	}
	return end
}
