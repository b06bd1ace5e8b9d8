package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// BibTeX files are LaTeX: {\"o}, \ss, \&, ``quoted''. What LaTeX itself defines
// for text is read (The LaTeX Companion, tables of text accents and symbols);
// other commands lose their backslash and keep what they hold.

// accents are the combining marks of LaTeX's accent commands.
var accents = map[string]rune{
	"`": '\u0300', "'": '\u0301', "^": '\u0302', "~": '\u0303', "=": '\u0304', "u": '\u0306', ".": '\u0307', `"`: '\u0308',
	"r": '\u030a', "H": '\u030b', "v": '\u030c', "d": '\u0323', "c": '\u0327', "k": '\u0328', "b": '\u0331',
}

// symbols are commands that stand for a text.
var symbols = map[string]string{
	"ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
	"i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
	"&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "/": "", "-": "\u00ad", ",": "\u202f", "\\": " ",
	"textendash": "–", "textemdash": "—", "textellipsis": "…", "ldots": "…", "dots": "…", "textquoteright": "’", "textquoteleft": "‘",
	"textquotedblleft": "“", "textquotedblright": "”", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»",
	"guillemotleft": "«", "guillemotright": "»", "textquotedbl": `"`, "textbackslash": `\`, "textasciitilde": "~", "textasciicircum": "^",
	"textunderscore": "_", "texteuro": "€", "euro": "€", "EUR": "€", "pounds": "£", "textsterling": "£", "S": "§", "P": "¶", "copyright": "©",
	"textregistered": "®", "texttrademark": "™", "textdegree": "°", "degree": "°", "textperiodcentered": "·", "textbar": "|",
	"textless": "<", "textgreater": ">", "textdollar": "$", "TeX": "TeX", "LaTeX": "LaTeX", "slash": "/", "newline": " ", "par": " ",
}

// ligatures are what TeX's fonts make of several signs.
var ligatures = strings.NewReplacer("---", "—", "--", "–", "``", "“", "''", "”", "~", "\u00a0")

// fromLaTeX reads the text of a field. Verbatim fields (addresses) keep their
// tildes and dashes.
func fromLaTeX(s string, verbatim bool) string {
	if !strings.ContainsAny(s, "\\{}~-`'$") {
		return strings.Join(strings.Fields(s), " ")
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '\\':
			text, n := command(s[i:])
			b.WriteString(text)
			i += n
		case c == '{' || c == '}' || c == '$' && !verbatim:
			i++
		default:
			n := strings.IndexAny(s[i:], "\\{}$")
			if n <= 0 {
				n = max(len(s)-i, 1)
				if c == '$' {
					n = 1
				}
			}
			text := s[i:min(i+n, len(s))]
			if !verbatim {
				text = ligatures.Replace(text)
			}
			b.WriteString(text)
			i += n
		}
	}
	return norm.NFC.String(strings.Join(strings.FieldsFunc(b.String(), breaks), " "))
}

// breaks reports whether a rune separates words; spaces that do not break stay.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// command reads one command with its argument, if it is an accent, and returns
// its text and how many bytes it took.
func command(s string) (string, int) {
	name, n := commandName(s)
	if n < 2 {
		return "", 1
	}
	mark, isAccent := accents[name]
	letter := utf8.RuneLen(rune(s[1])) == 1 && unicode.IsLetter(rune(s[1]))
	if isAccent {
		if base, taken := argument(s[n:], letter); taken > 0 {
			return base + string(mark), n + taken
		}
	}
	if text, ok := symbols[name]; ok {
		if letter {
			n += gap(s[n:])
		}
		return text, n
	}
	if letter {
		n += gap(s[n:])
	}
	return "", n // \emph, \textit, \href …: what they hold follows
}

// commandName returns the name after a backslash: letters, or one sign.
func commandName(s string) (string, int) {
	n := 1
	for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || s[n] >= 'A' && s[n] <= 'Z') {
		n++
	}
	if n == 1 && n < len(s) {
		_, size := utf8.DecodeRuneInString(s[1:])
		n += size
	}
	return s[1:n], n
}

// gap is the space that ends a command of letters, or its empty braces.
func gap(s string) int {
	if strings.HasPrefix(s, "{}") {
		return 2
	}
	return len(s) - len(strings.TrimLeft(s, " \t\r\n"))
}

// argument reads the letter that an accent stands on: "o", "{o}", "\i", "{\i}".
func argument(s string, spaced bool) (string, int) {
	n := 0
	if spaced {
		n = len(s) - len(strings.TrimLeft(s, " \t"))
	}
	braced := strings.HasPrefix(s[n:], "{")
	if braced {
		n++
	}
	if n >= len(s) {
		return "", 0
	}
	var base string
	if s[n] == '\\' {
		name, size := commandName(s[n:])
		switch name {
		case "i":
			base = "i"
		case "j":
			base = "j"
		default:
			if base = symbols[name]; base == "" {
				return "", 0
			}
		}
		n += size
		if !braced {
			n += gap(s[n:])
		}
	} else if s[n] != '}' {
		r, size := utf8.DecodeRuneInString(s[n:])
		base, n = string(r), n+size
	}
	if !braced {
		return base, n
	}
	end := strings.IndexByte(s[n:], '}')
	if end < 0 {
		return "", 0
	}
	return base + s[n:n+end], n + end + 1
}

// toLaTeX writes a text for a field. Letters stay as they are: BibLaTeX, biber
// and every program that reads .bib today take UTF-8.
var toLaTeX = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "\u00a0", "~", "—", "---", "–", "--", "\u202f", `\,`)
