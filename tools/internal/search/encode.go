package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The index as a script: one object, pushed to a global list. Everything long is
// a string, which a browser reads faster than arrays.
//
//	words    sorted, separated by spaces; each begins with a letter that says how
//	         many characters it shares with the one before it (A none, B one, …)
//	places   of each word, separated by spaces: differences of unit numbers and,
//	         after an odd one, how often the word stands there
//	lengths  how many words a unit has, a digit each, as a power of √2
//	aliases  stem, then the numbers of words
//
// Numbers are base 32, least digit first; the digits of a number but its last are
// letters of the second half of the alphabet.
type file struct {
	Lang    string `json:"lang"`
	Rules   *Rules `json:"rules"`
	Units   int    `json:"units"`
	Chunks  []int  `json:"chunks"`
	Words   string `json:"words"`
	Places  string `json:"places"`
	Lengths string `json:"lengths"`
	Aliases string `json:"aliases"`
}

// texts is a file of texts: the pages it needs, and its units.
type texts struct {
	Lang  string         `json:"lang"`
	Chunk int            `json:"chunk"`
	Pages map[int][2]any `json:"pages"` // path, title
	Units [][5]any       `json:"texts"` // page, id, kind, number, text
}

// Files returns the index and its texts as scripts, by file name.
func (x *Index) Files() map[string][]byte {
	starts := x.chunks()
	files := map[string][]byte{x.Lang + ".js": script(x.file(starts))}
	for c, start := range starts {
		end := len(x.Units)
		if c+1 < len(starts) {
			end = starts[c+1]
		}
		t := texts{Lang: x.Lang, Chunk: c, Pages: map[int][2]any{}, Units: [][5]any{}}
		for _, u := range x.Units[start:end] {
			p := x.Pages[u.Page]
			t.Pages[u.Page] = [2]any{p.Path, p.Title}
			t.Units = append(t.Units, [5]any{u.Page, u.ID, u.Kind, u.N, u.Text})
		}
		files[fmt.Sprintf("%s-%d.js", x.Lang, c)] = script(t)
	}
	return files
}

func (x *Index) file(starts []int) file {
	f := file{Lang: x.Lang, Rules: x.rules, Units: len(x.Units), Chunks: starts}
	var words, places, aliases strings.Builder
	before := ""
	for i, w := range x.words {
		if i > 0 {
			words.WriteByte(' ')
			places.WriteByte(' ')
		}
		shared, units := common(before, w)
		words.WriteByte(digits[units])
		words.WriteString(w[shared:])
		before = w
		writePlaces(&places, x.postings[w])
	}
	for i, stem := range sortedAliases(x.aliases) {
		if i > 0 {
			aliases.WriteByte(' ')
		}
		fmt.Fprintf(&aliases, "%s %s", stem, numbers(x.aliases[stem]))
	}
	f.Words, f.Places, f.Aliases = words.String(), places.String(), aliases.String()
	f.Lengths = lengths(x.lengths)
	return f
}

// digits are the letters of numbers: 32 that end one, 32 that go on.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

func writeNumber(b *strings.Builder, n int) {
	for n >= 32 {
		b.WriteByte(digits[32+n%32])
		n /= 32
	}
	b.WriteByte(digits[n])
}

func writePlaces(b *strings.Builder, list []posting) {
	last := -1
	for _, p := range list {
		n := (p.unit - last - 1) * 2
		if p.count > 1 {
			n++
		}
		writeNumber(b, n)
		if p.count > 1 {
			writeNumber(b, p.count)
		}
		last = p.unit
	}
}

func numbers(list []int) string {
	var b strings.Builder
	for _, n := range list {
		writeNumber(&b, n)
	}
	return b.String()
}

func lengths(list []int) string {
	var b strings.Builder
	for _, n := range list {
		d := 0
		for float64(n) > pow(d) && d < len(digits)-1 {
			d++
		}
		b.WriteByte(digits[d])
	}
	return b.String()
}

// pow is the power of √2 that the digit d of a length stands for.
func pow(d int) float64 {
	p := float64(int(1) << (d / 2))
	if d%2 == 1 {
		p *= 1.4142135623730951
	}
	return p
}

// common returns how many bytes two words begin with alike, and how many
// characters that is in JavaScript, at most what a digit can say.
func common(a, b string) (bytes, units int) {
	for bytes < len(b) && units < len(digits)-2 && strings.HasPrefix(a, b[:bytes]) {
		r, size := utf8.DecodeRuneInString(b[bytes:])
		if !strings.HasPrefix(a[bytes:], b[bytes:bytes+size]) {
			break
		}
		bytes, units = bytes+size, units+max(1, utf16.RuneLen(r))
	}
	return bytes, units
}

// script makes a value a classic script. JSON escapes what HTML would read, so
// that it can also stand inside a page.
func script(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic("search: " + err.Error()) // strings and numbers only
	}
	var b bytes.Buffer
	b.WriteString("(self.dossierSearch=self.dossierSearch||[]).push(")
	b.Write(data)
	b.WriteString(");\n")
	return b.Bytes()
}
