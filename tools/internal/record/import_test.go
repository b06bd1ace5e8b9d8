package record

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/tools/internal/cite"
)

const before = `# Sources of mine
[[source]]
id = "wsj" # the paper
type = "article-newspaper"
title = "Cranes"
URL = "https://www.wsj.example/cranes/"
issued = "2023-03"
language = "en"
grade = "B"
seen = true

[[source]]
id = "amt-2020"
type = "report"
title = "Zählung"
DOI = "10.1000/ABC"
publisher = "Amt"
issued = "2020"
URL = "https://amt.example/z"
language = "de"
grade = "A"
seen = true`

// Sources that are there are found by DOI, address or id, and only what they
// lack is filled in; new ones come at the end, and carry nothing.
func TestImportSources(t *testing.T) {
	files := map[string][]byte{"content/sources.toml": []byte(before)}
	set, findings := Load(files)
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	items, findings := cite.Read("bibtex", "x.bib", []byte(`
@article{k1, entrysubtype={newspaper}, title={Cranes!}, author={O'Keeffe, Kate and {Meta, Inc.}}, url={http://wsj.example/cranes?utm_source=x#top}, date={2023-03-05}}
@report{k2, title={Z{\"a}hlung}, doi={10.1000/abc}, institution={Amt}, date={2020}, number={7}}
@online{neu-2024, title={Neu "und" \textbackslash{} gut}, url={https://neu.example/}, date={2024-01-02}}
@online{Weird Key!, title={Ohne Schlüssel}, organization={Das Büro für Alles}, url={https://buero.example/a}, date={2021}}
@online{again, title={Noch einmal}, url={https://buero.example/a/}}
`))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	done, out := set.ImportSources(items, files, "content/sources.toml", "D")
	var got strings.Builder
	for _, d := range done {
		got.WriteString(d.ID)
		if d.New {
			got.WriteString(" new")
		}
		got.WriteString(" " + d.By + " +" + strings.Join(d.Filled, ",") + " ≠" + strings.Join(d.Other, ",") + "\n")
	}
	want := `wsj address +author ≠title,issued
amt-2020 DOI +number ≠
neu-2024 new  + ≠
das-buero-fuer-alles-2021 new  + ≠
das-buero-fuer-alles-2021 address + ≠
`
	if d := cmp.Diff(want, got.String()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	after := strings.Replace(before, "# the paper\n", "# the paper\nauthor = [\"O'Keeffe, Kate\", \"{Meta, Inc.}\"]\n", 1)
	after = strings.Replace(after, "id = \"amt-2020\"\n", "id = \"amt-2020\"\nnumber = \"7\"\n", 1) + `

[[source]]
id = "neu-2024"
type = "webpage"
title = "Neu \"und\" \\ gut"
issued = "2024-01-02"
URL = "https://neu.example/"
language = "und"
grade = "D"
seen = false

[[source]]
id = "das-buero-fuer-alles-2021"
type = "webpage"
title = "Ohne Schlüssel"
publisher = "Das Büro für Alles"
issued = "2021"
URL = "https://buero.example/a"
language = "und"
grade = "D"
seen = false
`
	if d := cmp.Diff(after, string(out["content/sources.toml"])); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	set, findings = Load(out)
	if findings.HasErrors() {
		t.Error(findings)
	}
	if _, again := set.ImportSources(items, out, "content/sources.toml", "D"); len(again) > 0 {
		t.Errorf("a second import changes something:\n%s", again["content/sources.toml"])
	}
}
