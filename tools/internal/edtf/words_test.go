package edtf

import (
	"strings"
	"testing"

	"dossier/tools/internal/locale"
)

func TestWords(t *testing.T) {
	for _, row := range corpus(t, "words.txt") {
		if len(row) != 4 {
			t.Fatalf("%v has %d fields", row, len(row))
		}
		for i, tag := range []string{"de", "en-GB"} {
			if got, want := words(t, row[0], row[1], tag), row[2+i]; got != want {
				t.Errorf("%s %s in %s:\n got %s\nwant %s", row[0], row[1], tag, got, want)
			}
		}
	}
}

// words shows the space that does not break as "_".
func words(t *testing.T, date, part, tag string) string {
	t.Helper()
	return strings.ReplaceAll(parse(t, date).Words(language(t, tag), Part(part)), "\u00a0", "_")
}

func language(t testing.TB, tag string) *locale.Locale {
	t.Helper()
	l, ok := locale.For(tag)
	if !ok {
		t.Fatalf("no data for %s", tag)
	}
	return l
}

func parse(t *testing.T, s string) Date {
	t.Helper()
	d, err := Parse(s)
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return d
}

func TestWordsElsewhere(t *testing.T) {
	for _, c := range []struct{ tag, date, part, want string }{
		{"en-US", "2021-09-27", "", "September_27, 2021"},
		{"en-US", "2025-01-18/2025-01-19", "", "January_18 to 19, 2025"},
		{"en-US", "2022-23", "", "fall 2022"},
		{"en", "2022-23", "", "autumn 2022"},
		{"de-AT", "2021-01-05", "", "5._Jänner 2021"},
		{"de-CH", "2023-03", "early", "Anfang März 2023"},
		{"fr", "2023-03", "mid", "mi-mars 2023"},
		{"fr", "2023-01-01", "", "1er_janvier 2023"},
		{"fr", "2022-08/2023-01", "", "d’août 2022 à janvier 2023"},
		{"fr", "2025-01-18/2025-01-19", "", "du 18 au 19_janvier 2025"},
		{"fr", "2021-09-27/..", "", "depuis le 27_septembre 2021"},
		{"fr", "../2021", "", "jusqu’en 2021"},
		{"fr", "../2022-22", "", "jusqu’à l’été 2022"},
		{"fr", "../2021?", "", "probablement jusqu’en 2021"},
		{"fr", "201X", "early", "début des années 2010"},
		{"fr", "2022-40", "", "1er semestre 2022"},
		{"fr", "19XX", "", "XXe siècle"},
		{"fr", "20XX", "mid", "milieu du XXIe siècle"},
		{"fr", "2022-22/", "", "à partir de l’été 2022"},
		{"fr", "2022-21/2022-23", "", "du printemps à l’automne 2022"},
		{"fr", "2022-33/2022-35", "", "du 1er au 3e trimestre 2022"},
		{"fr", "-001X", "", "de 20 à 11_av._J.-C."},
		{"fr", "201X/202X", "", "des années 2010 aux années 2020"},
		{"fr", "2021~/..", "", "depuis 2021 environ"},
		{"en-US", "2021-09-27/2021-10-03", "", "September_27 to October_3, 2021"},
		{"en-US", "2021-09/2021-12", "", "September to December 2021"},
		{"ar", "2022-40", "", "النصف الأول من 2022"},
		{"ar", "2025-01-18/2025-01-19", "", "من 18 إلى 19_يناير 2025"},
		{"cs", "2021-09-27/2021-10-05", "", "27._září_– 5._října 2021"},
		{"cs", "2022-22", "", "červen–srpen 2022"},
		{"cs", "201X", "", "2010–2019"},
		{"cs", "2021/..", "", "2021 – …"},
		{"cs", "/2021", "", "? – 2021"},
		{"pl", "2025-01-18/2025-01-19", "", "18–19_stycznia 2025"},
		{"ru", "2021/2023", "", "2021–2023"},
		{"ja", "-0043-03-15", "", "紀元前44年3月15日"},
		{"ar", "2023-03", "early", "أوائل مارس 2023"},
		{"ar", "2021/..", "", "منذ 2021"},
		{"ja", "2023-03-05", "", "2023年3月5日"},
		{"ja", "2023-03~", "", "約_2023年3月"},
		{"ja", "2023-03", "early", "2023年3月 (↤)"},
	} {
		if got := words(t, c.date, c.part, c.tag); got != c.want {
			t.Errorf("%s %s in %s: got %s, want %s", c.date, c.part, c.tag, got, c.want)
		}
	}
}

func TestShortWords(t *testing.T) {
	for _, c := range []struct{ date, part, de, en string }{
		{"2021-09-27", "", "27._Sept. 2021", "27_Sept 2021"},
		{"2023-06~", "", "ca. Juni 2023", "c. Jun 2023"},
		{"2020-08-24~", "", "ca. 24._Aug. 2020", "c. 24_Aug 2020"},
		{"2023-12", "early", "Anfang Dez. 2023", "early Dec 2023"},
		{"2021-09/2021-12", "", "Sept.–Dez. 2021", "Sept–Dec 2021"},
		{"2021-09-27/2021-10-05", "", "27._Sept._– 5._Okt. 2021", "27_Sept_– 5_Oct 2021"},
		{"2023%", "", "ca. 2023 (?)", "c. 2023 (?)"},
		{"2025-01-18/2025-01-19", "", "18.–19._Jan. 2025", "18–19_Jan 2025"},
		{"2021/2023", "", "2021–2023", "2021–2023"},
		{"2022-08/2023-01", "", "Aug. 2022_– Jan. 2023", "Aug 2022_– Jan 2023"},
		{"2022-34", "", "Q2 2022", "Q2 2022"},
		{"2021/..", "early", "seit Anfang 2021", "since early 2021"},
		{"2020-08-24~/..", "", "seit ca. 24._Aug. 2020", "since c. 24_Aug 2020"},
		{"2022-24", "", "Winter 2022/23", "winter 2022–23"},
	} {
		for tag, want := range map[string]string{"de": c.de, "en-GB": c.en} {
			got := strings.ReplaceAll(parse(t, c.date).ShortWords(language(t, tag), Part(c.part)), "\u00a0", "_")
			if got != want {
				t.Errorf("%s %s in %s: got %s, want %s", c.date, c.part, tag, got, want)
			}
		}
	}
}

func TestNoDateHasNoWords(t *testing.T) {
	if got := (Date{}).Words(language(t, "de"), Early); got != "" {
		t.Errorf("got %q", got)
	}
}
