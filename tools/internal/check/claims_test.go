package check

import (
	"os"
	"path/filepath"
	"testing"
)

const claim = `[[claim]]
id = "groesster-kai"
text = "Der Kai sei der größte des Landes."
who = "hafenbetrieb"
source = "hafen-2022"
verdict = "contested"
assessment = "Das Statistische Amt zählt anders."
evidence = ["amt-2023"]
figures = ["umschlag-2022"]
pages = ["kran"]
`

// claims adds a file of them.
func (d dossier) claims(text string) dossier {
	d.Helper()
	if err := os.WriteFile(filepath.Join(d.dir, "content", "claims.toml"), []byte(text), 0o644); err != nil {
		d.Fatal(err)
	}
	return d
}

func TestClaims(t *testing.T) {
	t.Run("claims need a page that shows them", func(t *testing.T) {
		d := newDossier(t)
		d.expectNone("claims-unpublished")
		d.claims(claim).expect(`content/claims.toml:1:1: warning[claims-unpublished]: the dossier checks claims, but no page shows them | add layout = "claims"`)
		d.change("content/kran.md", "weight = 1", "weight = 1\nlayout = \"claims\"").expectNone("claims-unpublished")
	})
	t.Run("a page that is not there", func(t *testing.T) {
		d := newDossier(t).claims(claim)
		d.expectNone("page-unknown")
		d.change("content/claims.toml", `["kran"]`, `["kran", "krahn"]`).
			expect(`content/claims.toml:10:1: error[page-unknown]: no page "krahn" | did you mean "kran"?`)
	})
	t.Run("a figure that only a claim names is in use", func(t *testing.T) {
		const length = "\n[[figure]]\nid = \"laenge\"\nlabel = \"Länge des Kais\"\nvalue = \"900\"\nunit = \"meter\"\nas_of = \"2022\"\n" +
			"\n[[figure.evidence]]\nsource = \"hafen-2022\"\norigin = \"hafenbetrieb\"\nvalue = \"900\"\nrelation = \"supports\"\nbasis = \"self-reported\"\n"
		d := newDossier(t).claims(claim + length)
		d.expect(`warning[figure-unused]: nothing refers to the figure "laenge"`)
		d.change("content/claims.toml", `["umschlag-2022"]`, `["umschlag-2022", "laenge"]`).expectNone("figure-unused")
	})
}
