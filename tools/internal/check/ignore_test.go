package check

import (
	"testing"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/disk"
	"dossier/tools/internal/project"
)

// ignore switches a check off for a unit, as dossier ack --ignore does.
func (d dossier) ignore(key, code string) dossier {
	d.Helper()
	p, _ := project.Load(d.dir)
	if err := p.Ignore("en", key, catalog.Ignored{Code: code, Reason: "a test"}); err != nil {
		d.Fatal(err)
	}
	folder, err := disk.Open(d.dir)
	if err != nil {
		d.Fatal(err)
	}
	defer folder.Close()
	for _, plan := range p.Sync() {
		if _, err := folder.Apply(plan); err != nil {
			d.Fatal(err)
		}
	}
	return d
}

func TestIgnored(t *testing.T) {
	d := newDossier(t).translate(gear, `Handled: [more than 1.5 million](fig:umschlag-2022), after the the [opening](event:eroeffnung).`)
	d.expect("warning[translation-doubled]")
	d.expect("error[translation-link]")
	d.ignore("p-fa1427", "translation-doubled").expectNone("translation-doubled")
	d.expect("error[translation-link]")

	d = newDossier(t).translate(gear, `A <b>bold</b> [more than 1.5 million](fig:umschlag-2022), [opening](event:eroeffnung), [gear](term:ladegeschirr).`)
	d.ignore("p-fa1427", "translation-markup").expect("error[translation-markup]: the translation of p-fa1427 holds <b>")
}

func TestMarkupWhenOutdated(t *testing.T) {
	d := newDossier(t).translate(gear, `[x](javascript:alert) [more than 1.5 million](fig:umschlag-2022), [opening](event:eroeffnung), [gear](term:ladegeschirr).`)
	d.change("content/kran.md", "des neuen Kais", "des alten Kais").expect("error[translation-markup]: the translation of p-fa1427 holds [x](javascript:alert)")
}

func TestGlossary(t *testing.T) {
	d := newDossier(t)
	d.change("i18n/records/terms.en.toml", "other = \"\"", "other = \"cargo gear\"")
	d.translate(gear, `Handled: [more than 1.5 million](fig:umschlag-2022), after the [opening](event:eroeffnung). [Harness](term:ladegeschirr).`)
	d.expect(`warning[translation-term]: "Harness" is not the glossary's word for the term "ladegeschirr" | write "cargo gear", or change the glossary`)
}

func TestInconsistent(t *testing.T) {
	d := newDossier(t)
	d.change("content/kran.md", "> Ein Zitat steht eingerückt.", "> Ein Zitat steht eingerückt.\n\nEin Zitat steht eingerückt.")
	d.sync()
	d.translate("Ein Zitat", "A quotation is indented.")
	d.translate("Ein Zitat steht eingerückt.\n[p-", "A quote is indented.")
	d.expect(`warning[translation-inconsistent]: the same source is translated differently in p-`)
}
