package exchange

import (
	"fmt"
	"strings"
)

// writePO writes what msgcat --no-wrap would: a string a line, split only where
// the text itself has a line end.
func writePO(d *Document) []byte {
	var b strings.Builder
	stamp := d.Date.UTC().Format("2006-01-02 15:04-0700")
	fmt.Fprintf(&b, "# %s, from %q into %q. Written by dossier export, read again by dossier import.\n", oneLine(d.Name), d.Source, d.Target)
	b.WriteString("# Keep what stands in round brackets after square ones, such as (fig:…), as it is.\n")
	poString(&b, "", "msgid", "")
	poString(&b, "", "msgstr", strings.Join([]string{
		"Project-Id-Version: " + oneLine(d.Name), "POT-Creation-Date: " + stamp, "PO-Revision-Date: " + stamp,
		"Last-Translator: ", "Language-Team: ", "Language: " + strings.ReplaceAll(d.Target, "-", "_"),
		"MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
		"X-Source-Language: " + strings.ReplaceAll(d.Source, "-", "_"), "X-Generator: dossier", "",
	}, "\n"))
	for _, obsolete := range []bool{false, true} { // msgcat puts obsolete messages last
		for i := range d.Units {
			if u := &d.Units[i]; u.Obsolete == obsolete {
				b.WriteByte('\n')
				u.writePO(&b)
			}
		}
	}
	return []byte(b.String())
}

func (u *Unit) writePO(b *strings.Builder) {
	for _, c := range u.Comments {
		b.WriteString("# " + c + "\n")
	}
	for _, n := range u.notes() {
		b.WriteString("#. " + n.String() + "\n")
	}
	switch {
	case u.File == "":
	case strings.ContainsAny(u.File, " \t"):
		b.WriteString("#: \u2068" + u.File + "\u2069\n")
	default:
		b.WriteString("#: " + u.File + "\n")
	}
	mark, before := "", "#| "
	if u.Obsolete {
		mark, before = "#~ ", "#~| "
	}
	if u.State == Outdated {
		b.WriteString("#, fuzzy\n")
		if u.Previous != "" { // without its msgctxt, which Poedit would show as part of the text
			poString(b, before, "msgid", u.Previous)
		}
	}
	poString(b, mark, "msgctxt", u.ID)
	poString(b, mark, "msgid", u.Source)
	poString(b, mark, "msgstr", u.Target)
}

var poEscape = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\r", `\r`, "\a", `\a`, "\b", `\b`, "\f", `\f`, "\v", `\v`)

func poString(b *strings.Builder, mark, keyword, s string) {
	lines := strings.SplitAfter(s, "\n")
	if n := len(lines); n > 1 && lines[n-1] == "" {
		lines = lines[:n-1]
	}
	b.WriteString(mark + keyword + " ")
	if len(lines) > 1 {
		b.WriteString("\"\"\n")
	}
	for _, line := range lines {
		if len(lines) > 1 {
			b.WriteString(mark)
		}
		b.WriteString(`"` + poEscape.Replace(line) + "\"\n")
	}
}
