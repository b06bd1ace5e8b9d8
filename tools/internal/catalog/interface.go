package catalog

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// Interface brings a file of interface words up to date with those of the theme:
// what it lacks is appended, empty, with the words of the source language above;
// what it has stays byte for byte, but for line ends that are not those of most lines. forms are the plural categories of the
// language. old may be nil.
func Interface(lang string, old *File, oldBytes []byte, theme *File, forms []string) []byte {
	var b bytes.Buffer
	b.Write(oldBytes)
	if old == nil {
		fmt.Fprintf(&b, "# The words of the interface in %q. What is empty is shown in the source language.\n", lang)
	}
	for _, e := range theme.Entries {
		if _, ok := old.Get(e.ID); ok {
			continue
		}
		b.WriteString("\n")
		comment(&b, e.Other)
		fmt.Fprintf(&b, "[%s]\n", e.ID)
		for _, form := range forms {
			if form == "other" || e.plural() {
				fmt.Fprintf(&b, "%s = \"\"\n", form)
			}
		}
	}
	return uniform(b.Bytes(), old != nil && old.windows)
}

// plural reports whether a message has more forms than one.
func (e *Entry) plural() bool {
	return slices.ContainsFunc(strings.Split(string(e.body), "\n"), func(line string) bool {
		key, _, ok := strings.Cut(line, "=")
		return ok && slices.Contains([]string{"zero", "one", "two", "few", "many"}, strings.TrimSpace(key))
	})
}
