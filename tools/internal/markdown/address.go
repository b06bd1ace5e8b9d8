package markdown

import (
	"net/url"
	"slices"
	"strings"
)

// Localized leaves out of what a translation lost and what it has instead the
// addresses that are the same in two languages: a German text leads to
// https://de.wikipedia.org/wiki/Umgebungsvariable, its English translation to
// https://en.wikipedia.org/wiki/Environment_variable. from and to are the languages'
// tags.
func Localized(lost, added []string, from, to string) (lostStill, addedStill []string) {
	addedStill = slices.Clone(added)
	for _, a := range lost {
		n := slices.IndexFunc(addedStill, func(b string) bool { return sameAddress(a, b, from, to) })
		if n < 0 {
			lostStill = append(lostStill, a)
			continue
		}
		addedStill = slices.Delete(addedStill, n, n+1)
	}
	return lostStill, addedStill
}

// CarriedInto is [Carried] for a translation from one language into another.
func CarriedInto(text, translation, from, to string) (lost, added []string) {
	lost, added = Carried(text, translation)
	return Localized(lost, added, from, to)
}

// sameAddress reports whether two addresses differ in their language alone: in a part
// of the host's name, and then the paths may have words of the languages; or in parts
// of the path or the query, one of which may be missing.
func sameAddress(a, b, from, to string) bool {
	x, y := webAddress(a), webAddress(b)
	if x == nil || y == nil {
		return false
	}
	if x.Host != y.Host {
		return translated(strings.Split(x.Host, "."), strings.Split(y.Host, "."), from, to)
	}
	p, q := parts(x), parts(y)
	return translated(p, q, from, to) || without(p, from, q) || without(q, to, p)
}

func webAddress(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return nil
	}
	u.Host = strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	return u
}

// parts cuts what follows the host into words.
func parts(u *url.URL) []string {
	return strings.FieldsFunc(u.EscapedPath()+"?"+u.RawQuery+"#"+u.Fragment, func(r rune) bool { return strings.ContainsRune("/.?&=#_-", r) })
}

// translated reports whether two lists differ, and only where one has the one
// language and the other the other.
func translated(a, b []string, from, to string) bool {
	if len(a) != len(b) {
		return false
	}
	differ := false
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		region := i > 0 && a[i-1] != b[i-1] && len(a[i]) == 2 && len(b[i]) == 2 // de-DE, en-GB
		if !region && !(ofLanguage(a[i], from) && ofLanguage(b[i], to)) {
			return false
		}
		differ = true
	}
	return differ
}

// without reports whether b is a but for one part that names a language.
func without(a []string, lang string, b []string) bool {
	for i := range a {
		if ofLanguage(a[i], lang) && slices.Equal(slices.Concat(a[:i], a[i+1:]), b) {
			return true
		}
	}
	return false
}

func ofLanguage(part, tag string) bool {
	primary, _, _ := strings.Cut(tag, "-")
	return strings.EqualFold(part, primary) || strings.EqualFold(part, tag) || strings.EqualFold(part, strings.ReplaceAll(tag, "-", ""))
}
