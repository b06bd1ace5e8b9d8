package markdown

import "testing"

func TestTheSameAddressInTwoLanguages(t *testing.T) {
	for _, c := range []struct {
		german, english string
		same            bool
	}{
		{"https://de.wikipedia.org/wiki/Umgebungsvariable", "https://en.wikipedia.org/wiki/Environment_variable", true},
		{"https://www.example.org/de/recht/", "https://www.example.org/en/recht/", true},
		{"https://example.org/de-DE/hilfe", "https://example.org/en-GB/hilfe", true},
		{"https://eur-lex.europa.eu/legal-content/DE/TXT/?uri=CELEX:32016R0679", "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32016R0679", true},
		{"https://example.org/seite?hl=de", "https://example.org/seite?hl=en", true},
		{"https://example.org/seite.de.html", "https://example.org/seite.en.html", true},
		{"https://example.org/de/seite", "https://example.org/seite", true},
		{"https://example.org/seite", "https://example.org/en/seite", true},
		{"http://www.example.org/de", "https://example.org/en", true},

		{"https://de.wikipedia.org/wiki/A", "https://fr.wikipedia.org/wiki/A", false},
		{"https://example.org/de/a", "https://example.org/en/b", false},
		{"https://example.org/a", "https://example.org/b", false},
		{"https://example.org/a", "https://example.com/a", false},
		{"https://de.example.org/a", "https://en.example.com/a", false},
		{"mailto:de@example.org", "mailto:en@example.org", false},
		{"fig:de", "fig:en", false},
		{"`de`", "`en`", false},
	} {
		lost, added := Localized([]string{c.german}, []string{c.english}, "de", "en")
		if got := len(lost)+len(added) == 0; got != c.same {
			t.Errorf("%s and %s: same %v", c.german, c.english, got)
		}
	}
}

// Each address stands for one other.
func TestLocalizedAddressesArePaired(t *testing.T) {
	de, en := "https://de.wikipedia.org/wiki/A", "https://en.wikipedia.org/wiki/A"
	lost, added := Localized([]string{de, de, "x"}, []string{en, "y"}, "de", "en")
	if len(lost) != 2 || lost[0] != de || lost[1] != "x" || len(added) != 1 || added[0] != "y" {
		t.Errorf("lost %v, added %v", lost, added)
	}
}
