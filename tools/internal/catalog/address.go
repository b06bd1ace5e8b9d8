package catalog

import (
	"regexp"
	"strings"
)

// Some words of the interface become a part of addresses: [slug_timeline] is the
// "zeitleiste" of /de/zeitleiste/.
const addressWord = "slug_"

// inAddress is what such a word may be.
var inAddress = regexp.MustCompile(`^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$`)

// AddressHint says how the text of such a word is to be written.
const AddressHint = "write it in small letters and digits, with hyphens between the words"

// Addressable reports whether a word of the interface that becomes a part of addresses
// can be a text. Other words can be any.
func Addressable(id, text string) bool {
	return !strings.HasPrefix(id, addressWord) || inAddress.MatchString(text) && strings.ToLower(text) == text
}
