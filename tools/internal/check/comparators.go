package check

import (
	"dossier/tools/internal/locale"
	"dossier/tools/internal/record"
)

// comparators are words for a comparator in a language, as a hint.
func comparators(c record.Comparator, l *locale.Locale) string {
	if words, ok := comparatorWords[l.Language()][c]; ok {
		return words
	}
	return string(c)
}

var comparatorWords = map[string]map[record.Comparator]string{
	"de": {
		record.About: "rund, etwa", record.MoreThan: "mehr als, über", record.AtLeast: "mindestens", record.LessThan: "weniger als, unter",
		record.AtMost: "höchstens, bis zu", record.JustOver: "gut, etwas mehr als", record.JustUnder: "knapp, fast",
	},
	"en": {
		record.About: "about, around", record.MoreThan: "more than, over", record.AtLeast: "at least", record.LessThan: "less than, under",
		record.AtMost: "at most, up to", record.JustOver: "just over", record.JustUnder: "just under, nearly",
	},
}
