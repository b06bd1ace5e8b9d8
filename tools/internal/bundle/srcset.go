package bundle

import "strings"

// rewriteSrcset gives each address of a srcset attribute to change, by HTML's
// "parse a srcset attribute"; all else is copied.
func rewriteSrcset(set string, change func(string) string) string {
	var b strings.Builder
	for i := 0; i < len(set); {
		start := i
		for i < len(set) && (space(set[i]) || set[i] == ',') {
			i++
		}
		b.WriteString(set[start:i])
		start = i
		for i < len(set) && !space(set[i]) {
			i++
		}
		address := set[start:i]
		trimmed := strings.TrimRight(address, ",")
		// A comma inside of an address belongs to it, unless what follows reads as
		// a candidate of its own after a descriptor was left out: "a.png,b.png 2x"
		// is one address to HTML.
		if trimmed != "" {
			b.WriteString(change(trimmed))
		}
		b.WriteString(address[len(trimmed):])
		if trimmed != address {
			continue
		}
		start = i
		for depth := 0; i < len(set) && (set[i] != ',' || depth > 0); i++ {
			switch set[i] {
			case '(':
				depth++
			case ')':
				depth--
			}
		}
		b.WriteString(set[start:i])
	}
	return b.String()
}
