package exchange

import (
	"fmt"
	"strings"

	"dossier/tools/internal/locale"
)

// writePO writes what msgcat --no-wrap would: a string a line, split only where
// the text itself has a line end.
func writePO(d *Document) []byte {
	var b strings.Builder
	stamp := d.Date.UTC().Format("2006-01-02 15:04-0700")
	fmt.Fprintf(&b, "# %s, from %q into %q. Written by dossier export, read again by dossier import.\n", oneLine(d.Name), d.Source, d.Target)
	b.WriteString("# Keep what stands in round brackets after square ones, such as (fig:…), as it is.\n")
	poString(&b, "", "msgid", "")
	header := []string{
		"Project-Id-Version: " + oneLine(d.Name), "POT-Creation-Date: " + stamp, "PO-Revision-Date: " + stamp,
		"Last-Translator: ", "Language-Team: ", "Language: " + strings.ReplaceAll(d.Target, "-", "_"),
		"MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
	}
	if rules, ok := locale.PluralRulesOf(d.Target); ok {
		header = append(header, "Plural-Forms: "+rules.Gettext())
	}
	header = append(header, "X-Source-Language: "+strings.ReplaceAll(d.Source, "-", "_"), "X-Generator: dossier", "")
	poString(&b, "", "msgstr", strings.Join(header, "\n"))
	plurals := d.plurals()
	for _, obsolete := range []bool{false, true} { // msgcat puts obsolete messages last
		for i := range d.Units {
			u := &d.Units[i]
			group, isForm := plurals[u.ID]
			switch {
			case u.Obsolete != obsolete, isForm && group == nil, isForm && group.units[0] != u:
				continue
			case isForm:
				b.WriteByte('\n')
				group.writePO(&b)
			default:
				b.WriteByte('\n')
				u.writePO(&b)
			}
		}
	}
	return []byte(b.String())
}

func (u *Unit) writePO(b *strings.Builder) {
	mark := u.poNotes(b, u.notes(), u.State == Outdated)
	if u.State == Outdated && u.Previous != "" { // without its msgctxt, which Poedit would show as part of the text
		poString(b, before(mark), "msgid", u.Previous)
	}
	poString(b, mark, "msgctxt", u.ID)
	poString(b, mark, "msgid", u.Source)
	poString(b, mark, "msgstr", u.Target)
}

// writePO writes a message with plural forms.
func (g *pluralGroup) writePO(b *strings.Builder) {
	one, last := g.one(), g.last()
	outdated, previous, previousOne := g.outdated()
	mark := g.units[0].poNotes(b, g.notes(), outdated)
	if previous != "" {
		poString(b, before(mark), "msgid", previousOne)
		poString(b, before(mark), "msgid_plural", previous)
	}
	poString(b, mark, "msgctxt", g.word)
	poString(b, mark, "msgid", one.Source)
	poString(b, mark, "msgid_plural", last.Source)
	for i, u := range g.units {
		poString(b, mark, msgstr(i), u.Target)
	}
}

// poNotes writes what stands above a message and returns what stands before its
// lines.
func (u *Unit) poNotes(b *strings.Builder, notes []note, fuzzy bool) string {
	for _, c := range u.Comments {
		b.WriteString("# " + c + "\n")
	}
	for _, n := range notes {
		b.WriteString("#. " + n.String() + "\n")
	}
	switch {
	case u.File == "":
	case strings.ContainsAny(u.File, " \t"):
		b.WriteString("#: \u2068" + u.File + "\u2069\n")
	default:
		b.WriteString("#: " + u.File + "\n")
	}
	if fuzzy {
		b.WriteString("#, fuzzy\n")
	}
	if u.Obsolete {
		return "#~ "
	}
	return ""
}

// before is what stands before the lines of the earlier message.
func before(mark string) string {
	if mark == "" {
		return "#| "
	}
	return "#~| "
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
