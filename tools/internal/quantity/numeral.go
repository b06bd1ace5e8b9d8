package quantity

// A numeral is a run of digits with its separators. Which separator is which
// depends on the language, but most runs can be read one way only: "1.5" is no
// grouping, "1.234.567" no fraction. Where both would do ("1.500"), the language
// decides, and the other reading is kept beside it.
type numeral struct {
	value, other Decimal // other is the reading that the language does not have
	parts        [4]int32
	n            int  // parts, if it is whole numbers with points between: a date, a version
	whole        int  // digits before the decimal separator
	places       int  // digits after it; of numbers with points between, of the last one
	grouped      bool //
	zero         bool // begins with a nought and more digits: a code
	dotted       bool // points that are no separators of one number
	notation     Notation
}

// Notation tells whose separators a numeral was written with.
type Notation uint8

// The notations. What both languages write alike ("250", "10 000") is Either.
const (
	Either  Notation = iota
	Comma            // 1.234,5: German
	Point            // 1,234.5: English
	Unclear          // "1.500", "1,500": the reading is the language's own
)

// decimals returns the notation that has a separator before its decimals.
func decimals(sep byte) Notation {
	switch sep {
	case ',':
		return Comma
	case '.':
		return Point
	}
	return Either
}

// grouping returns the notation that has a separator between its thousands.
func grouping(sep byte) Notation {
	switch sep {
	case '.':
		return Comma
	case ',':
		return Point
	}
	return Either
}

// separator returns the separator of digits at the beginning of s, as one byte,
// and its length: point, comma, apostrophe, and space for all of its kinds.
func separator(s string) (byte, int) {
	switch s[0] {
	case '.', ',', '\'', ' ':
		return s[0], 1
	}
	if len(s) >= 3 && s[0] == 0xE2 && s[1] == 0x80 && s[2] == 0x99 {
		return '\'', 3
	}
	if n := blank(s); n > 1 {
		return ' ', n
	}
	return 0, 0
}

func digitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// group is the digits between two separators.
type group struct {
	start, end, n int  // bytes, digits
	before        byte // the separator before it
}

// mostGroups is more than the groups of any number that is read.
const mostGroups = 14

// numeralAt reads the numeral that begins with the digit at i and returns the
// offset behind it. What has too many digits for an exact value has none.
func numeralAt(text string, i int, swiss, german bool) (numeral, int) {
	var groups [mostGroups]group
	n := 0
	at, before := i, byte(0)
	for n < mostGroups {
		g := group{start: at, before: before}
		for at < len(text) {
			if digitAt(text, at) {
				at++
				g.n++
				g.end = at
			} else if k := unseen(text[at:]); k > 0 && g.n > 0 {
				at += k
			} else {
				break
			}
		}
		groups[n] = g
		n++
		if at >= len(text) {
			break
		}
		sep, k := separator(text[at:])
		if sep == 0 || !digitAt(text, at+k) || (sep == ' ' || sep == '\'') && !three(text, at+k) || sep == ' ' && g.n > 3 {
			break
		}
		if sep == ' ' && n > 1 && groups[n-1].before != ' ' {
			break // "1,5 300"
		}
		at, before = at+k, sep
	}
	if n == mostGroups { // longer than any number
		for at = groups[n-1].end; at < len(text) && (digitAt(text, at) || (text[at] == '.' || text[at] == ',') && digitAt(text, at+1)); at++ {
		}
		return numeral{dotted: true}, at
	}
	return readGroups(text, groups[:n], swiss, german)
}

// three reports whether exactly three digits stand at i.
func three(text string, i int) bool {
	n := 0
	for n < 4 {
		if digitAt(text, i) {
			i++
			n++
		} else if i < len(text) && unseen(text[i:]) > 0 {
			i += unseen(text[i:])
		} else {
			break
		}
	}
	return n == 3
}

// readGroups decides what the separators mean.
func readGroups(text string, g []group, swiss, german bool) (numeral, int) {
	first, last := g[0], g[len(g)-1]
	m := numeral{whole: first.n, zero: first.n > 1 && text[first.start] == '0'}
	if len(g) == 1 {
		m.value = join(text, g, 0)
		m.part(g, text)
		return m, last.end
	}
	sep := g[1].before
	same, triple := true, first.n <= 3 && !m.zero && text[first.start] != '0'
	for k, h := range g[1:] {
		inner := k < len(g)-2
		same = same && h.before == sep
		if inner {
			triple = triple && h.n == 3 && h.before == sep
		}
	}
	allTriple := triple && same && last.n == 3
	switch {
	case len(g) == 2 && (sep == '.' || sep == ','):
		m.single(text, g, allTriple, swiss, german)
	case allTriple || indian(g, same):
		m.value, m.grouped = join(text, g, 0), true
		for _, h := range g[1:] {
			m.whole += h.n
		}
		m.notation = grouping(sep)
	case triple && len(g) > 2 && !same && (last.before == '.' || last.before == ','):
		m.value, m.grouped, m.places = join(text, g, last.n), true, last.n
		m.notation = decimals(last.before)
		m.whole = 3*(len(g)-2) + first.n
	case len(g) > 3 && last.before == '.' && indian(g[:len(g)-1], true): // 12,34,567.89
		m.value, m.grouped, m.places, m.notation = join(text, g, last.n), true, last.n, Point
		for _, h := range g[1 : len(g)-1] {
			m.whole += h.n
		}
	case sep == '.' && same:
		m.dotted, m.places = true, last.n
	default: // a list, "1,2,3": its first part
		return readGroups(text, g[:cut(g)], swiss, german)
	}
	m.part(g, text)
	return m, last.end
}

// cut returns how many groups at the front can be one numeral.
func cut(g []group) int {
	if len(g) > 2 && g[1].before != g[2].before && g[1].before == ',' {
		return 1
	}
	if len(g) > 2 && g[1].before == '.' {
		return 2
	}
	return 1
}

// single reads two groups with a point or comma between.
func (m *numeral) single(text string, g []group, triple, swiss, german bool) {
	decimal := byte('.')
	if german && !swiss {
		decimal = ','
	}
	sep := g[1].before
	m.value, m.places = join(text, g, g[1].n), g[1].n
	m.notation = decimals(sep)
	if !triple {
		return
	}
	m.notation = Unclear
	if sep == decimal {
		m.other = join(text, g, 0)
		return
	}
	m.other, m.value, m.places, m.grouped = m.value, join(text, g, 0), 0, true
	m.whole += 3
}

// indian reports whether the groups are those of lakhs and crores: 12,34,567.
func indian(g []group, same bool) bool {
	if !same || len(g) < 3 || g[1].before != ',' || g[len(g)-1].before != ',' || g[0].n > 2 || g[len(g)-1].n != 3 {
		return false
	}
	for _, h := range g[1 : len(g)-1] {
		if h.n != 2 || h.before != ',' {
			return false
		}
	}
	return true
}

// join makes a number of all digits, the last so many of them decimals. It has
// none if there are too many.
func join(text string, g []group, places int) Decimal {
	d := whole(0)
	for _, h := range g {
		for _, c := range []byte(text[h.start:h.end]) {
			if c >= '0' && c <= '9' && !d.push(c-'0') {
				return Decimal{}
			}
		}
	}
	return d.Shift(-places)
}

// part keeps the groups as whole numbers, for dates and versions.
func (m *numeral) part(g []group, text string) {
	for _, h := range g {
		if h.before != 0 && h.before != '.' || h.n > 4 || m.n == len(m.parts) {
			m.n = 0
			return
		}
		v := int32(0)
		for _, c := range []byte(text[h.start:h.end]) {
			if c >= '0' && c <= '9' {
				v = v*10 + int32(c-'0')
			}
		}
		m.parts[m.n] = v
		m.n++
	}
}

// step is the value of the last digit that was written.
func (m numeral) step() Decimal { return whole(1).Shift(-m.places) }
