package search

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestKeys(t *testing.T) {
	for _, tc := range []struct{ lang, text, want string }{
		{"de", "Änderung AENDERUNG Anderung", "anderung anderung anderung"},
		{"de", "Straße Strasse Straßen", "strass strass strass"},
		{"de", "Mauer neue Quelle über ueber", "mauer neu quell uber uber"},
		{"de", "Kindern Kinder Kind", "kinder kinder kind"},
		{"de", "Chinas Irlands Haus Hauses", "china irland haus haus"},
		{"de", "TikTok-Verbot", "tiktok verbot"},
		{"de", "Müller’s Café", "muller caf"},
		{"en", "Müller’s children’s users’ companies class", "muller children user company class"},
		{"en", "Mueller does", "mueller doe"},
		{"de", "1.000.000 1,5 24,99 0,125 1.234,5", "1000000 1.5 24.99 0.125 1234.5"},
		{"en", "1,000,000 1.5 0.125 1,234.5", "1000000 1.5 0.125 1234.5"},
		{"de", "23.03.2023 12.5.24", "23 3 2023 12 5 24"},
		{"de", "1\u202f000\u202f000 2018", "1000000 2018"},
		{"de", "Donau\u00addampf\u00adschiff", "donaudampfschiff"},
		{"de", "Nutzer:innen 4,7 km²", "nutzer inn 4.7 km²"},
		{"ru", "Слова", "слова"},
	} {
		if got := strings.Join(RulesFor(tc.lang).tokens(tc.text), " "); got != tc.want {
			t.Errorf("%s %q: %s, want %s", tc.lang, tc.text, got, tc.want)
		}
	}
}

// TestScriptReadsAlike gives the same texts to Go and to the script: what both
// make of them must be the same, or words are not found.
func TestScriptReadsAlike(t *testing.T) {
	for _, lang := range []string{"de", "en", "fr"} {
		texts := awkward
		for _, l := range []string{"de", "en"} {
			_, units := readUnits(t, l)
			for _, u := range units {
				texts = append(texts, u.Text)
			}
		}
		if files, _ := filepath.Glob("../../../../shared/corpora/translation/*/*.md"); len(files) > 0 {
			for _, f := range files[:min(20, len(files))] {
				data, err := os.ReadFile(f)
				if err != nil {
					t.Fatal(err)
				}
				texts = append(texts, strings.ToValidUTF8(string(data), ""))
			}
		}
		var got [][]string
		ask(t, write(t, New(lang, nil, nil)), lang, "tokens", texts, &got)
		rules := RulesFor(lang)
		for i, text := range texts {
			if want := rules.tokens(text); !slices.Equal(got[i], want) && len(got[i])+len(want) > 0 {
				t.Errorf("%s %q:\n go     %q\n script %q", lang, text, want, got[i])
			}
		}
	}
}

var awkward = []string{
	"", "'", "’s", "'s", "a's", "ue", "queue", "aeue", "Säue saeue", "neuen", "ßße", "ǅ İstanbul ſ ﬁ", "١٢٣ ²³ Ⅷ", "1.", "1..2", "1,2,3", "1.234.56",
	"0.5 00.5 007", "1.000,00", "12345.678", "1'000'000", "don’t", "l’État", "e\u0301t\u00e9", "x\u00ady", "🙂 emoji 𝒳", "Ελλάς ΟΔΟΣ", "kind\u200bergarten",
	"a b c", "über-über", "UE", "ÆON œuvre Øre łódź đ", "ns ens ss sss", "sses xes ies", "日本語 テスト",
}

// FuzzTokens holds what every text must obey: a key can be written into the
// index, and does not depend on how a letter with an accent is composed.
func FuzzTokens(f *testing.F) {
	for _, s := range awkward {
		f.Add(s)
	}
	rules := RulesFor("de")
	f.Fuzz(func(t *testing.T, text string) {
		keys := rules.tokens(text)
		for _, key := range keys {
			if strings.ContainsFunc(key, unicode.IsSpace) {
				t.Errorf("%q: key %q holds white space, which separates keys", text, key)
			}
		}
		composed, apart := rules.tokens(norm.NFC.String(text)), rules.tokens(norm.NFD.String(text))
		if utf8.ValidString(text) && !slices.Equal(composed, apart) {
			t.Errorf("%q: %q composed, %q decomposed", text, composed, apart)
		}
	})
}
