package markdown

// Carried compares the placeholders of a text with those of its translation, in
// whatever order they stand: which the translation lost, and which it has that the
// text has not.
func Carried(text, translation string) (lost, added []string) {
	return Between(Placeholders(text), Placeholders(translation))
}

// Between is Carried for placeholders that are known already.
func Between(want, got []string) (lost, added []string) {
	return beyond(want, got), beyond(got, want)
}

// Carries reports whether a translation has the placeholders of a text and no
// others.
func Carries(text, translation string) bool {
	lost, added := Carried(text, translation)
	return len(lost)+len(added) == 0
}

// beyond returns the elements of a that b has fewer times.
func beyond(a, b []string) []string {
	if len(a) == 0 {
		return nil
	}
	count := map[string]int{}
	for _, s := range b {
		count[s]++
	}
	var rest []string
	for _, s := range a {
		if count[s]--; count[s] < 0 {
			rest = append(rest, s)
		}
	}
	return rest
}
