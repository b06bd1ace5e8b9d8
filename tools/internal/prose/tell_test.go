package prose

import (
	"testing"

	"dossier/tools/internal/quantity"
)

// TestTell holds words against records: the text with one link, to the record of
// its row.
func TestTell(t *testing.T) {
	person := func(v, approx string) Told {
		a, _ := quantity.ParseApprox(approx)
		return Told{Value: v, Approx: a, Unit: "person", Counted: true}
	}
	usd := func(v string) Told { return Told{Value: v, Currency: "USD"} }
	measure := func(v, unit string, per ...string) Told { return Told{Value: v, Unit: unit, Per: per} }
	span := Told{Min: "100000000", Max: "200000000", Unit: "person", Counted: true}
	for _, c := range []struct {
		lang, text string
		told       Told
		want       Fault
	}{
		{"de", "[54 Millionen](fig:a) Nutzer", person("54000000", ""), Agrees},
		{"de", "von [54](fig:a) auf [271 Millionen](fig:b)", person("54000000", ""), Agrees},
		{"en", "from [54](fig:a) to [271 million](fig:b)", person("54000000", ""), Agrees},
		{"de", "[mehr als eine Milliarde](fig:a)", person("1000000000", "more-than"), Agrees},
		{"de", "mehr als [eine Milliarde](fig:a)", person("1000000000", "more-than"), Agrees},
		{"de", "[eine Milliarde](fig:a)", person("1000000000", "more-than"), LostApprox},
		{"en", "[a billion](fig:a)", person("1000000000", "more-than"), LostApprox},
		{"de", "[weniger als eine Milliarde](fig:a)", person("1000000000", "more-than"), OtherApprox},
		{"de", "[mehr als eine Million](fig:a)", person("1000000000", "more-than"), Thousandfold},
		{"de", "[rund eine Milliarde](fig:a)", person("1020000000", "just-over"), Agrees},
		{"de", "[gut eine Milliarde](fig:a)", person("1020000000", ""), Agrees},
		{"de", "[knapp eine Milliarde](fig:a)", person("1020000000", ""), OtherValue},
		{"de", "[34,3 Milliarden](fig:a)", person("34260000000", ""), Agrees},
		{"de", "[34,3 Milliarden](fig:a)", person("34500000000", ""), OtherValue},
		{"de", "[eine Milliarde](fig:a)", person("1200000000", ""), OtherValue},
		{"en", "[1.500](fig:a) people", person("1500", ""), Separators},
		{"de", "[1,5 Milliarden US-Dollar](fig:a)", usd("1500000000"), Agrees},
		{"de", "[44 Milliarden US-Dollar](fig:a)", usd("44500000000"), OtherValue},
		{"de", "[rund 44 Milliarden US-Dollar](fig:a)", usd("47000000000"), Agrees},
		{"de", "[5 Prozentpunkte](fig:a)", measure("5", "percent"), Percentage},
		{"de", "[um 4 Prozent](fig:a) gesunken", measure("-4", "percent"), Agrees},
		{"de", "[9,99 Euro im Jahr](fig:a)", Told{Value: "9.99", Currency: "EUR", Per: []string{"month"}}, OtherRate},
		{"de", "[drei Jahre](fig:a)", measure("3", "month"), OtherValue},
		{"en", "[$1.5bn](fig:a)", usd("1500000000"), Agrees},
		{"de", "[1,5 Milliarden Euro](fig:a)", usd("1500000000"), OtherCurrency},
		{"en", "[99 cents](fig:a)", Told{Value: "0.99", Currency: "EUR"}, Agrees},
		{"de", "[1,5 Milliarden](fig:a) Menschen", usd("1500000000"), OtherUnit},
		{"de", "[29 Prozent](fig:a)", measure("29", "percent"), Agrees},
		{"de", "von [29](fig:a) auf [39 Prozent](fig:b)", measure("29", "percent"), Agrees},
		{"de", "[29 Prozentpunkte](fig:a)", measure("29", "percent"), Percentage},
		{"de", "[ein Drittel](fig:a)", measure("33", "percent"), Agrees},
		{"de", "[ein Drittel](fig:a)", measure("38", "percent"), OtherValue},
		{"de", "[4,2 Stunden](fig:a) im Monat", measure("4.2", "hour", "person", "month"), Agrees},
		{"de", "[252 Minuten](fig:a)", measure("4.2", "hour"), Agrees},
		{"de", "[4,2 Minuten](fig:a)", measure("4.2", "hour"), OtherValue},
		{"de", "[zehn Jahre](fig:a)", measure("10", "year"), Agrees},
		{"de", "vor [zehn Jahren](fig:a)", measure("10", "year"), Agrees},
		{"de", "[100 bis 200 Millionen](fig:a)", span, Agrees},
		{"de", "[100 bis 300 Millionen](fig:a)", span, OtherValue},
		{"de", "[150 Millionen](fig:a)", span, OtherValue},
		{"de", "das [Milliardengeschäft](fig:a)", usd("34300000000"), Agrees},
		{"de", "das [Milliardengeschäft](fig:a)", usd("34300000"), Thousandfold},
		{"de", "[diese Zahl](fig:a)", usd("34300000"), Agrees},
		{"de", "[1,2 Milliarden Euro im Monat](fig:a)", Told{Value: "1200000000", Currency: "EUR", Per: []string{"year"}}, OtherRate},
		{"de", "[12 Milliarden Euro im Jahr](fig:a)", Told{Value: "12000000000", Currency: "EUR"}, OtherRate},
		{"fr", "[54 millions](fig:a)", person("5", ""), Agrees},
	} {
		text := Read(c.text, c.lang, true, published)
		got := text.Tell(text.Refs[0], c.told)
		if got.Fault != c.want || got.Several {
			t.Errorf("%s of %+v: fault %d, want %d (read %+v)", c.text, c.told, got.Fault, c.want, text.Figures)
		}
	}
}

func TestSeveralFigures(t *testing.T) {
	text := Read("[54 Millionen im Januar und 60 Millionen im Mai](fig:a)", "de", true, published)
	if got := text.Tell(text.Refs[0], Told{Value: "54000000", Unit: "person", Counted: true}); !got.Several {
		t.Errorf("two figures in one link pass for %+v", got)
	}
}
