package record

import (
	"net/url"
	"strings"
)

// The forms of texts that are more than words. Each returns advice for a text
// that does not have the form, or "".

// currency is an ISO 4217 code.
func currency(s string) string {
	if len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return ""
	}
	return "use the ISO 4217 code: USD, EUR, CNY"
}

// language has the shape of a BCP 47 tag: "de", "en-GB", "zh-Hant".
func language(s string) string {
	head, rest, _ := strings.Cut(s, "-")
	ok := len(head) >= 2 && len(head) <= 3 && strings.Trim(head, "abcdefghijklmnopqrstuvwxyz") == ""
	for part := range strings.SplitSeq(rest, "-") {
		ok = ok && (rest == "" || len(part) >= 2 && len(part) <= 8 && strings.Trim(strings.ToLower(part), "abcdefghijklmnopqrstuvwxyz0123456789") == "")
	}
	if ok {
		return ""
	}
	return `use the BCP 47 tag: "en", "de", "pt-BR"`
}

// address is a URL on the web.
func address(s string) string {
	u, err := url.Parse(s)
	if err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && !strings.ContainsAny(s, " \t\r\n") {
		return ""
	}
	return "an address begins with https:// and has no spaces"
}

// digest is a SHA-256 in lower-case hex.
func digest(s string) string {
	if len(s) == 64 && strings.Trim(s, "0123456789abcdef") == "" {
		return ""
	}
	return "64 digits of hex, as sha256sum prints them"
}

// slug turns what somebody took for an id into one: "Umsätze 2021" into
// "umsaetze-2021".
func slug(s string) string {
	s = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss").Replace(strings.ToLower(s))
	fields := strings.FieldsFunc(s, func(r rune) bool { return !strings.ContainsRune(idLetters, r) || r == '-' })
	return strings.Join(fields, "-")
}

const idLetters = "abcdefghijklmnopqrstuvwxyz0123456789-"

// doi checks a Digital Object Identifier without its resolver (ISO 26324).
func doi(s string) string {
	prefix, suffix, ok := strings.Cut(s, "/")
	if ok && strings.HasPrefix(prefix, "10.") && len(prefix) > 4 && suffix != "" && !strings.ContainsAny(s, " \t\r\n") {
		return ""
	}
	return `a DOI begins with 10. and has no resolver before it: "10.1000/182"`
}
