package cite

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
)

// A dozen kinds of works with what they are cited as, for a CSL processor to
// compare with (tools/validators).
const citations = "testdata/citations.json"

type cited struct {
	Item json.RawMessage `json:"item"`
	De   string          `json:"de"`
	En   string          `json:"en"`
}

// works are one of each type that a dossier cites.
func works(t *testing.T) []Item {
	person := func(family, given string) Name { return Name{Family: family, Given: given} }
	list := []Item{
		{Type: "article-newspaper", Title: "TikTok usage topped a billion", Author: []Name{person("Rodriguez", "Salvador")}, Publisher: "CNBC", Issued: day(t, "2020-08-24")},
		{Type: "article-newspaper", Title: "Pentagon Sees Cranes as Trojan Horses", Author: []Name{person("Viswanatha", "Aruna"), person("Lubold", "Gordon"), person("O’Keeffe", "Kate")}, Publisher: "The Wall Street Journal", Issued: day(t, "2023-03-05")},
		{Type: "article-magazine", Title: "Top-Earning TikTok-ers", Publisher: "Forbes", Issued: day(t, "2022-01")},
		{Type: "article-journal", Title: "Ein Aufsatz", Author: []Name{person("Müller", "Jörg"), person("Maier", "Eva")}, ContainerTitle: "Zeitschrift", Volume: "12", Issue: "3", Page: "45-67", Issued: day(t, "2021")},
		{Type: "book", Title: "Die Entkopplung", Author: []Name{person("Beispiel", "Anna"), person("Zweite", "Berta"), person("Dritte", "Carla"), person("Vierte", "Dora")}, Publisher: "Verlag", Issued: day(t, "2022")},
		{Type: "chapter", Title: "Ein Kapitel", Author: []Name{person("Beispiel", "Anna")}, ContainerTitle: "Das Handbuch", Publisher: "Verlag", Issued: day(t, "2019")},
		{Type: "report", Title: "Annual Report 2022", Publisher: "Hafenbetrieb", Issued: day(t, "2023-02")},
		{Type: "webpage", Title: "Thanks a billion", Publisher: "TikTok", Issued: day(t, "2021-09-27")},
		{Type: "webpage", Title: "About", Publisher: "TikTok", Accessed: day(t, "2026-02-12")},
		{Type: "post-weblog", Title: "TikTok Nutzer in Deutschland", Publisher: "netzfeuilleton.de", Issued: day(t, "2019")},
		{Type: "legislation", Title: "Regulation (EU) 2022/2065 (Digital Services Act)", Publisher: "European Union", Issued: day(t, "2022-10-19")},
		{Type: "bill", Title: "S. 686, RESTRICT Act", Publisher: "US Congress", Issued: day(t, "2023-03-07")},
		{Type: "legal_case", Title: "TikTok Inc. v. Garland", Publisher: "Supreme Court of the United States", Issued: day(t, "2025-01-17")},
		{Type: "hearing", Title: "How Congress Can Safeguard American Data", Publisher: "US House of Representatives", Issued: day(t, "2023-03-23")},
		{Type: "thesis", Title: "Plattformen", Author: []Name{person("Schmidt", "Ina")}, Publisher: "Universität Kiel", Issued: day(t, "2020-07")},
	}
	for i := range list {
		list[i].ID = string(rune('a' + i))
	}
	return list
}

// TestCitations keeps the file in step with what is written. UPDATE=1 rewrites it.
func TestCitations(t *testing.T) {
	items := works(t)
	var raw []json.RawMessage
	if err := json.Unmarshal(writeCSL(items), &raw); err != nil {
		t.Fatal(err)
	}
	var all []cited
	for i, it := range items {
		all = append(all, cited{raw[i], Format(it, in(t, "de-DE")), Format(it, in(t, "en-GB"))})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(all); err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(citations, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(citations)
	if err != nil || !bytes.Equal(want, b.Bytes()) {
		t.Errorf("%s is not what is written (%v); UPDATE=1 rewrites it", citations, err)
	}
}
