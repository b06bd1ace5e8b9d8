package cite

import (
	"regexp"
	"strings"
	"testing"

	"dossier/tools/internal/edtf"
	"dossier/tools/internal/locale"
)

func day(t testing.TB, s string) edtf.Date {
	t.Helper()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func in(t testing.TB, tag string) *locale.Locale {
	t.Helper()
	l, _ := locale.For(tag)
	return l
}

// spaces makes spaces that do not break visible as plain ones.
var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

func TestFormat(t *testing.T) {
	type it struct {
		kind, title, container, author, publisher, issued, accessed string
	}
	tests := map[string]struct {
		it
		de, en string
	}{
		"newspaper": {
			it{kind: "article-newspaper", title: "TikTok hits a billion", author: "Anna Beispiel", publisher: "CNET", issued: "2021-09-27"},
			"Anna Beispiel: „TikTok hits a billion“. In: CNET, 27. September 2021.",
			"Anna Beispiel, ‘TikTok hits a billion’, CNET, 27 September 2021.",
		},
		"newspaper without author": {
			it{kind: "article-newspaper", title: "TikTok hits a billion", publisher: "CNET", issued: "2021-09-27"},
			"„TikTok hits a billion“. In: CNET, 27. September 2021.",
			"‘TikTok hits a billion’, CNET, 27 September 2021.",
		},
		"weblog with a question": {
			it{kind: "post-weblog", title: "Bringt TikTok das Ende?", publisher: "zukunftpassiert.de", issued: "2023-03-11"},
			"„Bringt TikTok das Ende?“ In: zukunftpassiert.de, 11. März 2023.",
			"‘Bringt TikTok das Ende?’, zukunftpassiert.de, 11 March 2023.",
		},
		"magazine, month only": {
			it{kind: "article-magazine", title: "Top-Earning TikTok-ers 2022", publisher: "Forbes", issued: "2022-01"},
			"„Top-Earning TikTok-ers 2022“. In: Forbes, Januar 2022.",
			"‘Top-Earning TikTok-ers 2022’, Forbes, January 2022.",
		},
		"web page by its publisher": {
			it{kind: "webpage", title: "Thanks a billion!", author: "TikTok", publisher: "TikTok", issued: "2021-09-27"},
			"TikTok: „Thanks a billion!“, 27. September 2021.",
			"TikTok, ‘Thanks a billion!’, 27 September 2021.",
		},
		"web page without a date": {
			it{kind: "webpage", title: "About", publisher: "TikTok", accessed: "2026-02-12"},
			"„About“. TikTok, o. D. (abgerufen am 12. Februar 2026).",
			"‘About’, TikTok, n.d. (accessed 12 February 2026).",
		},
		"nothing but a title": {
			it{kind: "webpage", title: "About"},
			"„About“, o. D.",
			"‘About’, n.d.",
		},
		"law": {
			it{kind: "legislation", title: "Regulation (EU) 2022/2065 (Digital Services Act)", publisher: "European Union", issued: "2022-10-19"},
			"Regulation (EU) 2022/2065 (Digital Services Act). European Union, 19. Oktober 2022.",
			"Regulation (EU) 2022/2065 (Digital Services Act), European Union, 19 October 2022.",
		},
		"law that quotes": {
			it{kind: "legislation", title: "Executive Order 13942, 'Addressing the Threat Posed by TikTok'", publisher: "The White House", issued: "2020-08-06"},
			"Executive Order 13942, „Addressing the Threat Posed by TikTok“. The White House, 6. August 2020.",
			"Executive Order 13942, ‘Addressing the Threat Posed by TikTok’, The White House, 6 August 2020.",
		},
		"bill with an abbreviation at the end": {
			it{kind: "bill", title: "H.R. 1153, DATA Act, reported in H.R.", publisher: "US Congress", issued: "2023-05-16"},
			"H.R. 1153, DATA Act, reported in H.R. US Congress, 16. Mai 2023.",
			"H.R. 1153, DATA Act, reported in H.R., US Congress, 16 May 2023.",
		},
		"judgement": {
			it{kind: "legal_case", title: "TikTok Inc. v. Garland, Nos. 24-656 and 24-657", publisher: "Supreme Court of the United States", issued: "2025-01-17"},
			"TikTok Inc. v. Garland, Nos. 24-656 and 24-657. Supreme Court of the United States, 17. Januar 2025.",
			"TikTok Inc. v. Garland, Nos. 24-656 and 24-657, Supreme Court of the United States, 17 January 2025.",
		},
		"report by three, with quotation marks": {
			it{kind: "report", title: `M-23-13: "No TikTok" Guidance`, author: "A. One|B. Two|C. Three", publisher: "OMB", issued: "2023-02-27"},
			"A. One, B. Two und C. Three: M-23-13: „No TikTok“ Guidance. OMB, 27. Februar 2023.",
			"A. One, B. Two and C. Three, M-23-13: ‘No TikTok’ Guidance, OMB, 27 February 2023.",
		},
		"many authors": {
			it{kind: "article-journal", title: "On apps", container: "Journal of Apps", author: "A|B|C|D", publisher: "Press", issued: "2020"},
			"A u. a.: „On apps“. In: Journal of Apps, Press, 2020.",
			"A et al., ‘On apps’, Journal of Apps, Press, 2020.",
		},
		"quotation marks of the title's own language": {
			it{kind: "article-newspaper", title: "„Wir sind TikTok“, sagt Chew", publisher: "Zeitung", issued: "2023"},
			"„‚Wir sind TikTok‘, sagt Chew“. In: Zeitung, 2023.",
			"‘“Wir sind TikTok”, sagt Chew’, Zeitung, 2023.",
		},
		"apostrophes": {
			it{kind: "article-newspaper", title: "It's 'TikTok's' users' data", publisher: "Paper", issued: "2023"},
			"„It’s ‚TikTok’s‘ users’ data“. In: Paper, 2023.",
			"‘It’s “TikTok’s” users’ data’, Paper, 2023.",
		},
		"marks that do not match": {
			it{kind: "article-newspaper", title: `Über 19" und „so weiter`, publisher: "Paper", issued: "2023"},
			`„Über 19" und „so weiter“. In: Paper, 2023.`,
			`‘Über 19" und „so weiter’, Paper, 2023.`,
		},
		"the end of a publisher": {
			it{kind: "report", title: "Results", publisher: "Meta Platforms, Inc."},
			"Results. Meta Platforms, Inc., o. D.",
			"Results, Meta Platforms, Inc., n.d.",
		},
		"unknown type": {
			it{kind: "", title: "X", publisher: "Y", issued: "2023"},
			"„X“. Y, 2023.",
			"‘X’, Y, 2023.",
		},
		"no title": {
			it{kind: "interview", author: "Shou Zi Chew", publisher: "TED", issued: "2023-04"},
			"Shou Zi Chew. TED, April 2023.",
			"Shou Zi Chew, TED, April 2023.",
		},
	}
	for name, tc := range tests {
		t.Run(name, func(t *testing.T) {
			item := Item{
				Type: tc.kind, Title: tc.title, ContainerTitle: tc.container, Publisher: tc.publisher,
				Issued: day(t, tc.issued), Accessed: day(t, tc.accessed),
			}
			if tc.author != "" {
				item.Author = Printed(strings.Split(tc.author, "|"))
			}
			for tag, want := range map[string]string{"de": tc.de, "en-GB": tc.en} {
				if got := spaces.Replace(Format(item, in(t, tag))); got != want {
					t.Errorf("%s:\n got %s\nwant %s", tag, got, want)
				}
			}
		})
	}
}

func TestOtherLanguagesGetTheirOwnMarks(t *testing.T) {
	item := Item{Type: "article-newspaper", Title: "One 'big' app", Author: []Name{{Family: "Doe", Given: "Jane"}, {Literal: "AP"}}, Publisher: "CNET", Issued: day(t, "2021-09-27")}
	for tag, want := range map[string]string{
		"fr":    "Jane Doe et AP, « One «\u202fbig\u202f» app », CNET, 27 septembre 2021.",
		"en-US": "Jane Doe and AP, “One ‘big’ app”, CNET, September 27, 2021.",
	} {
		if got, want := spaces.Replace(Format(item, in(t, tag))), spaces.Replace(want); got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
	if got := Format(item, in(t, "xx")); !strings.Contains(got, "Jane Doe & AP") || !strings.HasSuffix(got, ".") {
		t.Error(got)
	}
}

func TestTypesAreThoseOfCSL(t *testing.T) {
	types := Types()
	for _, want := range []string{"article-newspaper", "webpage", "legal_case", "post-weblog", "personal_communication"} {
		if !strings.Contains(" "+strings.Join(types, " ")+" ", " "+want+" ") {
			t.Errorf("%s is missing", want)
		}
	}
	if len(types) != 45 {
		t.Errorf("%d types, CSL 1.0.2 has 45", len(types))
	}
}

var doubled = regexp.MustCompile(`\.\.|,,|[.,] [.,]|\?\.|!\.|\s\s| $|^[ ,.]`)

// FuzzFormat writes citations of anything: no mark stands twice unless it came so.
func FuzzFormat(f *testing.F) {
	f.Add("article-newspaper", "A title?", "An Author", "A Paper")
	f.Add("report", `"Quoted" 'title'`, "", "Inc.")
	f.Add("webpage", "„A ‚b‘ c“", "A.", "")
	f.Fuzz(func(t *testing.T, kind, title, author, publisher string) {
		item := Item{Type: kind, Title: title, Publisher: publisher, Issued: day(t, "2021")}
		if author != "" {
			item.Author = Printed([]string{author})
		}
		plain := regexp.MustCompile(`^[\pL\pN]+[.?!]?$`)
		for _, tag := range []string{"de", "en-GB", "fr", "ar"} {
			got := Format(item, in(t, tag))
			if plain.MatchString(title) && plain.MatchString(author) && plain.MatchString(publisher) && doubled.MatchString(spaces.Replace(got)) {
				t.Errorf("%s: %q", tag, got)
			}
		}
	})
}
