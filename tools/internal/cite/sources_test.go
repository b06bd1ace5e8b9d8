package cite

import (
	"strings"
	"testing"
)

// TestSources writes what the dossiers cite most, with dates that are about.
func TestSources(t *testing.T) {
	for _, c := range []struct{ kind, author, title, publisher, issued, de, en string }{
		{
			"article-newspaper", "", "TikTok Lifts Veil On Dramatic User Growth In Lawsuit …", "Deadline via Yahoo", "2020-08-24~",
			"„TikTok Lifts Veil On Dramatic User Growth In Lawsuit …“ In: Deadline via Yahoo, um den 24. August 2020.",
			"‘TikTok Lifts Veil On Dramatic User Growth In Lawsuit …’, Deadline via Yahoo, about 24 August 2020.",
		},
		{
			"article-newspaper", "Aruna Viswanatha|Gordon Lubold|Kate O'Keeffe", "A title", "The Wall Street Journal", "2023-03~",
			"Aruna Viswanatha, Gordon Lubold und Kate O’Keeffe: „A title“. In: The Wall Street Journal, etwa März 2023.",
			"Aruna Viswanatha, Gordon Lubold and Kate O’Keeffe, ‘A title’, The Wall Street Journal, about March 2023.",
		},
		{
			"article-newspaper", "", "EXCLUSIVE TikTok owner ByteDance's revenue growth slowed to 70% in 2021 – sources", "Reuters", "2022-01-20",
			"„EXCLUSIVE TikTok owner ByteDance’s revenue growth slowed to 70% in 2021 – sources“. In: Reuters, 20. Januar 2022.",
			"‘EXCLUSIVE TikTok owner ByteDance’s revenue growth slowed to 70% in 2021 – sources’, Reuters, 20 January 2022.",
		},
		{
			"article-magazine", "Justin Sherman", "Data Brokers Are Advertising Data on U.S. Military Personnel", "Lawfare", "2021~",
			"Justin Sherman: „Data Brokers Are Advertising Data on U.S. Military Personnel“. In: Lawfare, etwa 2021.",
			"Justin Sherman, ‘Data Brokers Are Advertising Data on U.S. Military Personnel’, Lawfare, about 2021.",
		},
		{
			"post-weblog", "", "TikTok Nutzer in Deutschland", "netzfeuilleton.de", "2019~",
			"„TikTok Nutzer in Deutschland“. In: netzfeuilleton.de, etwa 2019.",
			"‘TikTok Nutzer in Deutschland’, netzfeuilleton.de, about 2019.",
		},
		{
			"bill", "", "S. 686, RESTRICT Act, as introduced in the Senate 7 March 2023", "US Congress", "2023-03-07",
			"S. 686, RESTRICT Act, as introduced in the Senate 7 March 2023. US Congress, 7. März 2023.",
			"S. 686, RESTRICT Act, as introduced in the Senate 7 March 2023, US Congress, 7 March 2023.",
		},
		{
			"legal_case", "", "TikTok Inc. v. Garland, Nos. 24-656 and 24-657, per curiam", "Supreme Court of the United States", "2025-01-17",
			"TikTok Inc. v. Garland, Nos. 24-656 and 24-657, per curiam. Supreme Court of the United States, 17. Januar 2025.",
			"TikTok Inc. v. Garland, Nos. 24-656 and 24-657, per curiam, Supreme Court of the United States, 17 January 2025.",
		},
		{
			"report", "Shalanda D. Young", "M-23-13: “No TikTok on Government Devices” Implementation Guidance", "US Office of Management and Budget", "2023-02-27",
			"Shalanda D. Young: M-23-13: „No TikTok on Government Devices“ Implementation Guidance. US Office of Management and Budget, 27. Februar 2023.",
			"Shalanda D. Young, M-23-13: ‘No TikTok on Government Devices’ Implementation Guidance, US Office of Management and Budget, 27 February 2023.",
		},
		{
			"webpage", "", "Who owns it?", "", "2023?",
			"„Who owns it?“, vermutlich 2023.",
			"‘Who owns it?’, probably 2023.",
		},
		{
			"report", "", "Who owns it?", "OMB", "2021/2023",
			"Who owns it? OMB, 2021 bis 2023.",
			"Who owns it? OMB, 2021 to 2023.",
		},
		{
			"article-newspaper", "", "We are TikTok.", "CNBC", "2021",
			"„We are TikTok.“ In: CNBC, 2021.",
			"‘We are TikTok’, CNBC, 2021.",
		},
		{
			"report", "", "We are TikTok.", "OMB", "2021",
			"We are TikTok. OMB, 2021.",
			"We are TikTok, OMB, 2021.",
		},
	} {
		item := Item{Type: c.kind, Title: c.title, Publisher: c.publisher, Issued: day(t, c.issued)}
		if c.author != "" {
			item.Author = Printed(strings.Split(c.author, "|"))
		}
		for tag, want := range map[string]string{"de": c.de, "en-GB": c.en} {
			if got := spaces.Replace(Format(item, in(t, tag))); got != want {
				t.Errorf("%s:\n got %s\nwant %s", tag, got, want)
			}
		}
	}
}

// TestTitles puts titles with every kind of quotation mark into German and
// English ones.
func TestTitles(t *testing.T) {
	for _, c := range []struct{ title, de, en string }{
		{`The "clock app"`, "„The ‚clock app‘“", "‘The “clock app”’"},
		{"The “clock app”", "„The ‚clock app‘“", "‘The “clock app”’"},
		{"The ‘clock app’", "„The ‚clock app‘“", "‘The “clock app”’"},
		{"Die „Uhr“", "„Die ‚Uhr‘“", "‘Die “Uhr”’"},
		{"Die »Uhr«", "„Die ‚Uhr‘“", "‘Die “Uhr”’"},
		{"»Uhr« und »Tanz«", "„‚Uhr‘ und ‚Tanz‘“", "‘“Uhr” und “Tanz”’"},
		{"Die ›Uhr‹", "„Die ‚Uhr‘“", "‘Die “Uhr”’"},
		{"La «montre»", "„La ‚montre‘“", "‘La “montre”’"},
		{"La « montre »", "„La ‚montre‘“", "‘La “montre”’"},
		{"La «\u00a0montre\u00a0»", "„La ‚montre‘“", "‘La “montre”’"},
		{"La «\u202fmontre\u202f» tourne", "„La ‚montre‘ tourne“", "‘La “montre” tourne’"},
		{"„Wer?“", "„‚Wer?‘“", "‘“Wer?”’"},
		{"(„Wer“)", "„(‚Wer‘)“", "‘(“Wer”)’"},
		{"It's users' data", "„It’s users’ data“", "‘It’s users’ data’"},
		{"'Tis TikTok", "„’Tis TikTok“", "‘’Tis TikTok’"},
		{"Kate O'Keeffe's \"scoop\"", "„Kate O’Keeffe’s ‚scoop‘“", "‘Kate O’Keeffe’s “scoop”’"},
		{"  Two   spaces\n and a line ", "„Two spaces and a line“", "‘Two spaces and a line’"},
		{"A 19\" screen", "„A 19\" screen“", "‘A 19\" screen’"},
		{"Über „die ‚kleine‘ Uhr“", "„Über ‚die ‚kleine‘ Uhr‘“", "‘Über “die “kleine” Uhr”’"},
	} {
		for tag, want := range map[string]string{"de": c.de, "en-GB": c.en} {
			if got := title(c.title, false, in(t, tag)); got != want {
				t.Errorf("%s of %q: %s, want %s", tag, c.title, got, want)
			}
		}
	}
}
