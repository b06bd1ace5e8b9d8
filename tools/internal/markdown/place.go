package markdown

import "strings"

// Place returns where in the page's source a byte of a unit's text was written, as
// an offset for [Page.Pos]. Texts are compared character by character, blanks
// passed over, since a text is one line wherever the author wrapped it; in front
// matter, what is escaped there may put the place off by as much.
func (p *Page) Place(u Unit, offset int) int {
	text := u.Text[:min(offset, len(u.Text))]
	at, last := u.Offset, u.Offset
	for _, s := range u.Spans {
		at = s.Start
		for at < s.End {
			text = strings.TrimLeft(text, blanks)
			switch c := p.Source[at]; {
			case strings.IndexByte(blanks+"\r\n", c) >= 0:
				at++
			case text == "":
				return at
			case text[0] == c:
				text, at = text[1:], at+1
				last = at
			case text[0] == '\\':
				text = text[1:] // the mark of a hard break that was written with blanks
			default:
				at++
			}
		}
	}
	return min(at, last)
}
