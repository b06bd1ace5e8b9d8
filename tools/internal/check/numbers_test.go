package check

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/project"
)

// write puts a file into the dossier.
func (d dossier) write(name, text string) dossier {
	d.Helper()
	if err := os.WriteFile(filepath.Join(d.dir, name), []byte(text), 0o644); err != nil {
		d.Fatal(err)
	}
	return d
}

// german replaces the sentence of the list that says nothing.
func (d dossier) german(text string) dossier {
	d.Helper()
	return d.change("content/kran.md", "Der zweite nennt nichts.", text)
}

// both gives that sentence and its English.
func (d dossier) both(german, english string) dossier {
	d.Helper()
	d.german(german)
	d.sync()
	return d.translate(german, english)
}

func TestUnbound(t *testing.T) {
	untranslated(t).expectNone("number-")
	untranslated(t).german("Dort liegen 300 Schiffe.").
		expect(`content/kran.md:16:15: error[number-unbound]: "300" has no record | bind it, [300](fig:id), or say in content/exempt.toml`)
	untranslated(t).german("Dort liegen dreihundert Schiffe.").expect(`"dreihundert" has no record`)
	untranslated(t).german("Das war mehr als ein Drittel.").expect(`error[number-unbound]`)
	untranslated(t).german("Es waren rund 40 am Ende.").expect(`bind it: [40](fig:kraene-2022)`)
	for name, text := range map[string]string{
		"dates, years and ordinals": "Am 3. März 2022, im zweiten Jahr und in den 1990er-Jahren.",
		"a vague magnitude":         "Es ist ein Millionengeschäft.",
		"one":                       "Einer kam, eine Stunde lang.",
		"a name with a number":      "Version 2.0.1 steuert das 5G-Netz.",
		"code":                      "Man tippt `kran 300` ein.",
		"a quotation with source":   `Der Bericht nennt „mehr als 300 Schiffe“.[](src:hafen-2022 "S. 4")`,
	} {
		t.Run(name, func(t *testing.T) { untranslated(t).german(text).expectNone("number-unbound") })
	}
	untranslated(t).german("Der Bericht nennt „mehr als 300 Schiffe“.").expect("number-unbound")
	untranslated(t).german(`Der Bericht nennt „Schiffe“, 300 davon.[](src:hafen-2022)`).expect("number-unbound")
	untranslated(t).change("content/kran.md", "> Ein Zitat steht eingerückt.", "> 300 Schiffe kamen.[](src:hafen-2022)").expectNone("number-unbound")
	untranslated(t).change("content/kran.md", "## Der Umschlag", "## Der Umschlag: über 1,5 Millionen Container").expectNone("number-unbound")
	untranslated(t).change("content/kran.md", "## Der Umschlag", "## Der Umschlag: 7 Millionen Container").expect(`content/kran.md:10:18: error[number-unbound]: "7 Millionen"`)
	untranslated(t).change("content/kran.md", `title = "Die Kräne"`, `title = "Rund 40 Kräne"`).expectNone("number-unbound")
	untranslated(t).change("content/kran.md", `title = "Die Kräne"`, `title = "Rund 50 Kräne"`).expect(`content/kran.md:2:`)
}

func TestExemptions(t *testing.T) {
	const text = "Der zweite nennt drei Gründe und drei Folgen."
	exempt := func(more string) dossier {
		return untranslated(t).german(text).write("content/exempt.toml", more)
	}
	id := "li-c1e49d"
	for _, l := range untranslated(t).german(text).findings() {
		if _, rest, ok := strings.Cut(l, `unit = "`); ok {
			id, _, _ = strings.Cut(rest, `"`)
		}
	}
	entry := func(text string) string {
		return "[[exempt]]\nunit = \"" + id + "\"\ntext = \"" + text + "\"\nreason = \"gliedert den Absatz\"\n"
	}
	d := exempt(entry("drei Gründe"))
	d.expect(`"drei" has no record`)
	d.expectNone("exempt-")
	exempt(entry("drei Gründe") + entry("drei Folgen")).expectNone("number-unbound")
	exempt(entry("drei")).expect(`content/exempt.toml:3:1: error[exempt-ambiguous]: "drei" stands in ` + id + " 2 times")
	exempt(entry("vier Gründe")).expect(`content/exempt.toml:3:1: warning[exempt-unused]: "vier Gründe" does not stand in ` + id)
	exempt(entry("Der zweite")).expect(`content/exempt.toml:3:1: warning[exempt-unused]: "Der zweite" holds no number`)
	exempt("[[exempt]]\nunit = \"p-000000\"\ntext = \"3\"\nreason = \"x\"\n").expect(`content/exempt.toml:2:1: error[exempt-unknown]: no text has the id "p-000000"`)
	exempt("[[exempt]]\nunit = \"p-000000\"\ntext = \"3\"\n").expect(`content/exempt.toml:1:3: error[exempt-required]: the exemption has no reason`)
}

func TestRecord(t *testing.T) {
	for _, c := range []struct{ name, old, text, want string }{
		{"a thousandth", "mehr als 1,5 Millionen", "mehr als 1,5 Tausend", `content/kran.md:12:22: error[number-record]: "mehr als 1,5 Tausend" is a thousandfold or a thousandth of the figure "umschlag-2022": more than 1,5` + "\u00a0" + `Millionen`},
		{"bare", "mehr als 1,5 Millionen", "1,5 Millionen", `"1,5 Millionen" is exact, the figure "umschlag-2022" is not: more than 1,5` + "\u00a0" + `Millionen | tell it with its own comparator: mehr als, über`},
		{"the other way", "mehr als 1,5 Millionen", "weniger als 1,5 Millionen", `says less than, the figure "umschlag-2022" more than`},
		{"another value", "mehr als 1,5 Millionen", "mehr als 1,7 Millionen", `"mehr als 1,7 Millionen" does not say what the figure "umschlag-2022" does`},
		{"money", "mehr als 1,5 Millionen", "mehr als 1,5 Millionen Euro", `does not measure what the figure "umschlag-2022" does`},
		{"two figures", "mehr als 1,5 Millionen", "mehr als 1,5 Millionen in 40 Tagen", `holds several figures | one figure a link`},
		{"order of magnitude", "mehr als 1,5 Millionen", "Milliarden", `"Milliarden" is not of the order of the figure "umschlag-2022"`},
		{"bare in a table", "| [rund 40](fig", "| [41](fig", `content/kran.md:20:11: error[number-record]: "41"`},
	} {
		t.Run(c.name, func(t *testing.T) { untranslated(t).change("content/kran.md", c.old, c.text).expect(c.want) })
	}
	untranslated(t).change("content/kran.md", "mehr als 1,5 Millionen", "diese Menge").expectNone("number-")
	newDossier(t).translate("Im Jahr", `In 2022 [about 400](fig:kraene-2022) cranes stood there.[](src:hafen-2022 "p. 3")`).
		expect(`i18n/pages/kran.en.toml:21:19: error[number-record]: "about 400" does not say`)
}

func TestTranslatedNumbers(t *testing.T) {
	for _, c := range []struct{ name, german, english, want string }{
		{"thousandfold", "Er kostet „3 Milliarden Euro“.[](src:amt-2023)", "It costs ‘3 million euros’.[](src:amt-2023)",
			`error[number-translation]: "3 Milliarden Euro" became "3 million euros": a thousandfold or a thousandth`},
		{"false friend", "Er kostet „1 Billion Euro“.[](src:amt-2023)", "It costs ‘1 billion euros’.[](src:amt-2023)", `became "1 billion euros": a false friend`},
		{"separators", "Es sind „1.500 Stück“.[](src:amt-2023)", "There are ‘1.500 pieces’.[](src:amt-2023)", `point and comma are swapped`},
		{"percentage points", "Er stieg um „2 Prozentpunkte“.[](src:amt-2023)", "It rose by ‘2 per cent’.[](src:amt-2023)", `percent and percentage points are mistaken`},
		{"approximator", "Es sind „mehr als 80 Stück“.[](src:amt-2023)", "There are ‘80 pieces’.[](src:amt-2023)", `the approximator is lost | the source says more than`},
		{"currency", "Er kostet „5 Millionen Euro“.[](src:amt-2023)", "It costs ‘5 million dollars’.[](src:amt-2023)", `another currency | the source has EUR, the translation USD`},
		{"date", "Er kam am 24. August 2020.", "It came on 24 August 2021.", `"24. August 2020" became "24 August 2021": another date | in EDTF 2020-08-24 and 2021-08-24`},
		{"part of a date", "Er kam Anfang März 2023.", "It came in late March 2023.", `another part of it | the source says early, the translation late`},
		{"lost", "Er kam 2019.", "It came.", `the translation lost "2019"`},
		{"added", "Er kam bald.", "It came in 2019.", `the translation has "2019", the source has not`},
	} {
		t.Run(c.name, func(t *testing.T) { newDossier(t).both(c.german, c.english).expect(c.want) })
	}
	newDossier(t).both("Er kam am 24. August 2020.", "It came on 24 August 2020.").expectNone("number-translation")
	newDossier(t).both("Er kam 2019.", "It came in 2019.").expectNone("number-")
}

// A slip that two rules see is reported by the one that can say more of it.
func TestOnce(t *testing.T) {
	d := newDossier(t).translate("Umgeschlagen", `Handled: [more than 1.5 billion](fig:umschlag-2022), after the [opening](event:eroeffnung). [Gear](term:ladegeschirr).`)
	d.expect(`became "more than 1.5 billion": a thousandfold or a thousandth | a Million is a million, a Milliarde a billion, a Billion a trillion; the figure "umschlag-2022" is more than 1.5`)
	d.expectNone("number-record")
	d = newDossier(t).translate("Im Jahr", `In 2022 [about 400](fig:kraene-2022) cranes stood there.[](src:hafen-2022 "p. 3")`)
	d.expect("number-record")
	d.expectNone("number-translation")
	d = newDossier(t).both("Das war [im März 2022](event:eroeffnung).", "That was [in March 2021](event:eroeffnung).")
	d.expect(`error[date-record]: "March 2021" is not when the event "eroeffnung" was`)
	d.expectNone("number-translation")
}

func TestNotation(t *testing.T) {
	newDossier(t).translate("Umgeschlagen", `Handled: [more than 1,5 million](fig:umschlag-2022), after the [opening](event:eroeffnung). [Gear](term:ladegeschirr).`).
		expect(`error[number-notation]: "1,5 million" is written as in German | write 1.5`)
	untranslated(t).change("content/kran.md", "mehr als 1,5 Millionen", "mehr als 1.5 Millionen").
		expect(`content/kran.md:12:31: error[number-notation]: "1.5 Millionen" is written as in English | write 1,5`)
	newDossier(t).both("Er kam am 24. August 2020.", "It came on 24. August 2020.").expect(`number-notation`)
	untranslated(t).german(`Der Bericht nennt “more than 1.5 million”.[](src:hafen-2022)`).expectNone("number-notation")
}

func TestOutdatedFigure(t *testing.T) {
	const english = `Handled: [more than 1.5 million](fig:umschlag-2022), after the [opening](event:eroeffnung). [Gear](term:ladegeschirr).`
	d := newDossier(t).translate("Umgeschlagen", english)
	d.sync()
	d.change("content/kran.md", "mehr als 1,5 Millionen", "mehr als 1,7 Millionen")
	d.change("content/figures.toml", `value = "1500000"`, `value = "1700000"`)
	d.expect(`i18n/pages/kran.en.toml:33:20: warning[figure-outdated]: an outdated translation is no longer true: "more than 1.5 million"`)
	d.expectNone("number-")
	d.expectNone("error[translation")
}

func TestEventDates(t *testing.T) {
	link := func(words string) dossier {
		return untranslated(t).german("Das war " + words + "(event:eroeffnung).")
	}
	for _, words := range []string{"[Anfang März 2022]", "[im März 2022]", "[2022]", "[damals]", "[am 4. März 2022]", "[im März]", "[im Frühjahr 2022]"} {
		link(words).expectNone("date-record")
	}
	link("[im März 2021]").expect(`content/kran.md:16:15: error[date-record]: "März 2021" is not when the event "eroeffnung" was: Anfang März 2022`)
	link("[Ende März 2022]").expect("date-record")
	link("[im Mai]").expect("date-record")
	untranslated(t).change("content/records.toml", `title = "Der neue Kai wird eröffnet"`, `title = "Im März 2021 wird der Kai eröffnet"`).
		expect(`content/records.toml:`)
}

func TestEventOrder(t *testing.T) {
	const second = "\n[[event]]\nid = \"richtfest\"\ndate = \"2021-05\"\ntitle = \"Richtfest\"\nactors = [\"hafenbetrieb\"]\nplace = \"kai\"\ntheme = \"bau\"\nweight = 1\nsources = [\"hafen-2022\"]\n"
	d := func(german string) dossier {
		return untranslated(t).german(german).change("content/records.toml", "[[term]]", second[1:]+"\n[[term]]")
	}
	d("Nach der [Eröffnung](event:eroeffnung) kam [ein Jahr zuvor](event:richtfest) das Fest.").expectNone("event-order")
	d("Nach der [Eröffnung](event:eroeffnung) kam [ein Jahr darauf](event:richtfest) das Fest.").
		expect(`error[event-order]: "ein Jahr darauf" says that the event "richtfest" was later than "eroeffnung", the dates do not: 2021-05 and 2022-03`)
	d("Nach dem [Richtfest](event:richtfest) kam [ein Jahr zuvor](event:eroeffnung) der Kai.").expect("event-order")
}

// A language whose figures nobody reads is held to its links only.
func TestUnreadLanguage(t *testing.T) {
	d := untranslated(t).change("config.toml", "[languages.en]\nlabel = \"English\"\nlocale = \"en-GB\"", "[languages.en]\nlabel = \"Français\"\nlocale = \"fr\"")
	d.both("Er kam 2019.", "Il est venu en 2021.").expectNone("number-")
}

// A translator may switch the check off for one text, with a reason.
func TestIgnoredNumbers(t *testing.T) {
	d := newDossier(t).both("Er kam bald.", "It came in 2019.")
	d.expect("number-translation")
	id := "" // of the unit, from its message in the catalog
	data, err := os.ReadFile(filepath.Join(d.dir, "i18n", "pages", "kran.en.toml"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), "#: Er kam bald.\n[")
	id, _, _ = strings.Cut(rest, "]")
	p, _ := project.Load(d.dir)
	if err := p.Ignore("en", id, catalog.Ignored{Code: "number-translation", Reason: "das Jahr steht im Bild"}); err != nil {
		t.Fatal(err)
	}
	for _, f := range Project(p) {
		if f.Code == "number-translation" {
			t.Error(f)
		}
	}
}
