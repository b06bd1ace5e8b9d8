package exchange

import "dossier/tools/internal/markdown"

// A piece of a text is words, or an inline code with its Markdown.
type piece struct {
	text string
	code string // "": words; ph stands alone; bpt and ept enclose
	id   int    // of a code, from 1 in every unit; shared by the two ends of a pair
}

// The kinds of codes, named as XLIFF 1.2 and TMX name them.
const (
	codeAlone = "ph"
	codeBegin = "bpt"
	codeEnd   = "ept"
)

// pieces takes a text apart. Codes are numbered in the order of their text.
func pieces(text string) []piece {
	var out []piece
	words := func(s string) {
		if s != "" {
			out = append(out, piece{text: s})
		}
	}
	at, next, ids := 0, 1, map[int]int{}
	for _, c := range markdown.Codes(text) {
		words(text[at:c.Start])
		p := piece{text: text[c.Start:c.End], code: codeAlone}
		switch {
		case c.Close:
			p.code, p.id = codeEnd, ids[c.Pair]
		default:
			p.id = next
			next++
			if c.Pair > 0 {
				p.code, ids[c.Pair] = codeBegin, p.id
			}
		}
		out = append(out, p)
		at = c.End
	}
	words(text[at:])
	return out
}

// alike numbers the codes of a translation as those of its source, so that a
// program sees which is which; codes that the source has not come after them.
func alike(source, target []piece) []piece {
	free := map[string][]int{}
	last := 0
	for i, p := range source {
		if key := codeKey(source, i); key != "" {
			free[key] = append(free[key], p.id)
		}
		last = max(last, p.id)
	}
	ids := map[int]int{}
	for i, p := range target {
		key := codeKey(target, i)
		if key == "" {
			continue
		}
		if ns := free[key]; len(ns) > 0 {
			ids[p.id], free[key] = ns[0], ns[1:]
		} else {
			last++
			ids[p.id] = last
		}
	}
	for i := range target {
		if target[i].code != "" {
			target[i].id = ids[target[i].id]
		}
	}
	return target
}

// codeKey is what makes a code the same as another: its Markdown, that of both
// ends. It is "" for words and for the second end.
func codeKey(ps []piece, i int) string {
	switch ps[i].code {
	case codeAlone:
		return ps[i].text
	case codeBegin:
		for _, p := range ps[i:] {
			if p.code == codeEnd && p.id == ps[i].id {
				return ps[i].text + "\x00" + p.text
			}
		}
	}
	return ""
}
