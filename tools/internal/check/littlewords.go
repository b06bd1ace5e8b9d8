package check

import (
	"strings"
)

// The most frequent words without a meaning of their own: articles, pronouns,
// prepositions, conjunctions, auxiliary verbs. They tell a language, and the
// lists hold no word that is common in names or in another language's prose. Made
// by hand; order by how often a word comes in running text.
var littleWordLists = map[string]string{
	"de": `der die und das den des dem ein eine einen einem einer eines nicht ist sind war waren mit für von auf aus bei nach über unter
		vor zwischen durch gegen ohne um sich auch noch nur schon sehr mehr wird werden wurde wurden worden haben hatte hatten kann können
		konnte soll sollte muss müssen darf er sie es wir ihr ihre ihren ihrem ihrer sein seine seinen seiner dieser diese dieses diesem
		diesen jeder jede jedes welche welcher als wie wenn weil dass ob oder aber denn doch sondern damit dabei dann dort hier zum zur im
		vom beim ins kein keine keinen keiner etwa bis seit während wegen`,
	"en": `the and of to is are was were been being that this these those with for from by at which who whom whose what when where why how
		not no nor but because while until about into over after before between through during without within has have had having does did
		would could should may might must shall will can it its they them their there he his she her we our you your than then also only
		such other some any each more most very if or as`,
	"fr": `le la les des du une et est sont était dans pour par avec sans sous sur ce cette ces cet qui que dont où mais donc car ni nous
		vous ils elles leur leurs son sa ses au aux pas plus très être avoir été ont fait comme aussi même`,
	"es": `el los las una unos unas del al que y es son fue eran con por para sin sobre entre como pero porque cuando donde no se su sus
		lo le les este esta estos estas ese esa más muy también ha han había ser estar`,
	"it": `il lo gli i le una uno del della dei delle dello degli nel nella nei che e è sono era erano con per tra fra ma perché quando
		dove non si suo sua suoi loro questo questa questi queste più molto anche ha hanno stato essere`,
	"nl": `de het een en van in is zijn was waren met voor op aan bij door over uit naar maar dat die dit deze niet geen ook nog als dan
		om te worden wordt werd hebben heeft had zij wij hun haar er wat wie waar`,
}

func littleWords(base string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(littleWordLists[base]) {
		words[w] = true
	}
	return words
}

// baseLanguage returns the language of a tag without script and region.
func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return base
}

// alsoIn are words of one language that the other has as well, though they are
// not among its little words: "die", "war", "man" in English.
var alsoIn = map[string]string{
	"en": "die war man am an also so in hat bis bald gab kind fast her hier nun tag mal rat des der de en van le la du el los il lo per non i e me no son fin hun dat",
}

// foreignTo returns the little words of another language that are nothing in
// this one.
func (s *speech) foreignTo(from *speech) map[string]bool {
	words := map[string]bool{}
	for w := range from.common {
		words[w] = !s.common[w]
	}
	for _, w := range strings.Fields(alsoIn[s.base]) {
		delete(words, w)
	}
	return words
}
